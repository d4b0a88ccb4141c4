// Language detection against the JavaScript detectors, on tests/golden/corpus/posts-*.json, in one run.
//   node tests/bench/detectors.mjs [PROGRAM]     PROGRAM: bench_language_detector of the native-bench build
// Every detector gets the same plain text and no label. All are compared by the language alone, since most do not tell
// the two Chinese scripts apart; ours is shown with them too.
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const program = process.argv[2] ?? join(root, 'build/native-bench/bench_language_detector');
const folder = join(root, 'tests/golden/corpus');
const LONG = 20; // characters

const posts = readdirSync(folder)
  .filter((name) => name.startsWith('posts-'))
  .flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));

const THREE = {
  eng: 'en', spa: 'es', fra: 'fr', deu: 'de', por: 'pt', ita: 'it', nld: 'nl', pol: 'pl', swe: 'sv', dan: 'da', nob: 'no',
  nno: 'no', fin: 'fi', ces: 'cs', slk: 'sk', ron: 'ro', hun: 'hu', hrv: 'hr', slv: 'sl', tur: 'tr', vie: 'vi', ind: 'id',
  zlm: 'ms', zsm: 'ms', tgl: 'tl', rus: 'ru', ukr: 'uk', bel: 'be', bul: 'bg', srp: 'sr', ell: 'el', arb: 'ar', pes: 'fa',
  urd: 'ur', heb: 'he', hin: 'hi', mar: 'mr', npi: 'ne', ben: 'bn', tam: 'ta', tha: 'th', cmn: 'zh', jpn: 'ja', kor: 'ko',
};
const NAMES = { nb: 'no', nn: 'no', iw: 'he', fil: 'tl' };
const primary = (tag) => {
  const first = (tag || 'und').toLowerCase().split(/[-_]/)[0];
  return NAMES[first] ?? THREE[first] ?? first;
};

const detectors = [];
const add = (name, detect) => detectors.push({ name, detect });
async function attempt(name, load) {
  try {
    add(name, await load());
  } catch (error) {
    console.log(`${name}: not run: ${String(error.message ?? error).split('\n')[0]}`);
  }
}

await attempt('eld large', async () => {
  const { eld } = await import('eld/large');
  return (text) => eld.detect(text).language;
});
await attempt('eld small', async () => {
  const { eld } = await import('eld/small');
  return (text) => eld.detect(text).language;
});
await attempt('tinyld', async () => (await import('tinyld')).detect);
await attempt('tinyld heavy', async () => (await import('tinyld/heavy')).detect);
await attempt('franc', async () => {
  const { franc } = await import('franc');
  return (text) => franc(text, { minLength: 1 });
});
await attempt('cld3', async () => {
  const { loadModule } = await import('cld3-asm');
  const identifier = (await loadModule()).create(0, 1000);
  return (text) => identifier.findLanguage(text).language;
});
await attempt('fastText lid.176', async () => {
  const { getLIDModel } = await import('fasttext.wasm.js');
  const model = await getLIDModel();
  await model.load();
  return async (text) => (await model.identify(text.replaceAll('\n', ' '))).alpha2;
});

const input = posts.map((post) => post.text.replaceAll('\n', '\\n')).join('\n');
const ours = execFileSync(program, { input: `${input}\n`, encoding: 'utf8' }).trim().split('\n');
let at = 0;
const own = () => ours[at++ % posts.length].split(' ')[0];
detectors.unshift({ name: 'crossfeed', detect: own }, { name: 'with zh scripts', exact: true, detect: own });

const percent = ({ right, all }) => `${((100 * right) / all).toFixed(1)} % (${right}/${all})`;
const results = [];
for (const { name, detect, exact } of detectors) {
  const long = { right: 0, all: 0 };
  const short = { right: 0, all: 0 };
  for (const { text, language } of posts) {
    const answer = await detect(text);
    const right = primary(answer) === primary(language) && (!exact || primary(language) !== 'zh' || answer === language);
    const tally = [...text].length >= LONG ? long : short;
    tally.all += 1;
    if (right) tally.right += 1;
  }
  results.push({ name, long, short });
  console.log(`${name.padEnd(18)} 20 and more: ${percent(long).padEnd(20)} shorter: ${percent(short)}`);
}
const best = (kind) => Math.max(...results.slice(2).map((result) => result[kind].right));
const ahead = results[0].long.right > best('long') && results[0].short.right > best('short');
console.log(ahead ? 'crossfeed is ahead of each in both' : 'crossfeed is NOT ahead of each in both');
process.exitCode = ahead ? 0 : 1;
