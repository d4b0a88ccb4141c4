// Writes the pictures' part of assets/CREDITS.md, between its two markers, from photos.recipe.json.
//   node make-credits.mjs
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const recipe = JSON.parse(readFileSync(join(here, 'photos.recipe.json'), 'utf8'));
const path = join(here, '..', '..', 'CREDITS.md');
const row = (file, source, changed) => {
  const s = recipe.sources[source];
  return `| ${file} | ${s.title} | ${s.author} | ${s.origin} | ${s.licence} | ${changed} |`;
};
const head = '| file | title | author | source | licence | changed |\n|---|---|---|---|---|---|';
const whole = ([, ratio, , , zoom]) => ratio === '0' && zoom === 1;
const text = [
  '## Pictures of the demo community',
  '',
  'File names are relative to `demo/`. Licences are those the named source states for each file. The photo of two dogs',
  'and its crops are CC-BY-4.0 and need their attribution kept; all others are CC0 or in the public domain.',
  '',
  '### Photos', '', head,
  ...Object.entries(recipe.photos).map(([id, e]) =>
    row(`photos/${id}.webp`, e[0], `${whole(e) ? '' : `cropped to ${e[1]}, `}resized, re-encoded as WebP`)),
  '', '### Videos', '',
  'Slow moves over one photo, made for this project; the captions beside them are ours.', '', head,
  ...Object.entries(recipe.videos).map(([id, v]) =>
    row(`video/${id}.webm, video/${id}.mp4`, recipe.photos[v.poster][0], 'cropped, resized, animated')),
  '', '### Avatars', '', head,
  ...Object.entries(recipe.avatars).map(([id, e]) => row(`avatars/${id}.webp`, e[0], 'close crop, 96 x 96, re-encoded as WebP')),
].join('\n');
const begin = '<!-- pictures -->', end = '<!-- /pictures -->';
const old = existsSync(path) ? readFileSync(path, 'utf8') : `# Credits\n\n${begin}\n${end}\n`;
const at = old.indexOf(begin), to = old.indexOf(end);
if (at < 0 || to < at) throw new Error('CREDITS.md has lost its picture markers');
writeFileSync(path, old.slice(0, at + begin.length) + '\n' + text + '\n' + old.slice(to));
