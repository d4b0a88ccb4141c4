// Packs the embedded community: assets/demo/community/*.json and photos.json become assets/demo/pack.json.
//   node web/pack-demo.mjs [--check] [--quiet]
// The same input gives the same bytes. Broken content stops it with every reason at once; --check writes
// nothing and fails when pack.json is not what it would write.
//
// In packed texts U+0001 … U+0002 mark the links, @mentions, #tags and :shortcodes:, so that C++ need not
// know what letters a tag may have.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pickPictures } from './pack-demo-pictures.mjs';
import { arrange } from './pack-demo-order.mjs';

const demo = join(dirname(fileURLToPath(import.meta.url)), '..', 'assets', 'demo');
const EMOJIS = ['crossfeed', 'redheart', 'catdance', 'doge_ok', 'wave_en'];
const problems = [];
const notes = [];
const problem = (where, what) => problems.push(`${where}: ${what}`);

// ---- reading -------------------------------------------------------------------------------------------

function readJson(name) {
  const path = join(demo, name);
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    problem(name, error.message);
    return {};
  }
}

const files = readdirSync(join(demo, 'community')).filter((name) => name.endsWith('.json')).sort();
const pictures = readJson('photos.json');
const people = [];
const posts = [];
for (const file of files) {
  const part = readJson(`community/${file}`);
  for (const person of part.people ?? []) people.push({ ...person, file });
  for (const post of part.posts ?? []) posts.push({ ...post, file });
}

// ---- checking ------------------------------------------------------------------------------------------

const personIndex = new Map();
const acctIndex = new Map();
people.forEach((person, index) => {
  const where = `${person.file}: person ${person.key}`;
  if (!/^[a-z0-9_-]+$/.test(person.key ?? '')) problem(where, 'key must be of a-z 0-9 _ -');
  if (personIndex.has(person.key)) problem(where, `defined twice, also in ${people[personIndex.get(person.key)].file}`);
  for (const field of ['name', 'acct', 'lang', 'since']) {
    if (typeof person[field] !== 'string' || !person[field]) problem(where, `${field} is missing`);
  }
  if (acctIndex.has(person.acct)) problem(where, `acct ${person.acct} is taken`);
  if (Number.isNaN(Date.parse(person.since))) problem(where, `since "${person.since}" is no date`);
  personIndex.set(person.key, index);
  acctIndex.set(person.acct, index);
});

const isCount = (value) => Number.isSafeInteger(value) && value >= 0;
const primary = (tag) => tag.split('-')[0];
const isSimplified = (tag) => tag === 'zh' || tag === 'zh-Hans' || tag === 'zh-CN';

const TOKEN = new RegExp(
  [
    String.raw`https?:\/\/[^\s<>"'，。；：！？、）】」』]*[^\s<>"'，。；：！？、）】」』.,;:!?)\]]`,
    String.raw`(?<![\p{L}\p{N}_/])@[A-Za-z0-9_]+(?:@[A-Za-z0-9.-]+[A-Za-z0-9])?`,
    String.raw`(?<![\p{L}\p{N}_&/])#[\p{L}\p{M}\p{N}_\u200c\u200d]*[\p{L}\p{M}_][\p{L}\p{M}\p{N}_\u200c\u200d]*`,
    String.raw`:(?:${EMOJIS.join('|')}):`,
  ].join('|'),
  'gu',
);

function tokensOf(text) {
  return [...(text ?? '').matchAll(TOKEN)].map((match) => match[0]).filter((token) => token[0] !== '@' || acctIndex.has(token.slice(1)));
}

function marked(text) {
  if (text === undefined) return undefined;
  const clean = text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '').replace(/\n{3,}/g, '\n\n').trim();
  return clean.replace(TOKEN, (token) => (token[0] === '@' && !acctIndex.has(token.slice(1)) ? token : `\u0001${token}\u0002`));
}

function checkTranslation(where, name, original, translated) {
  if (!translated || typeof translated.text !== 'string' || !translated.text.trim()) {
    problem(where, `the translation into "${name}" is missing`);
    return;
  }
  for (const field of ['title', 'warning']) {
    if (original[field] && typeof translated[field] !== 'string') problem(where, `"${name}" has no ${field}`);
  }
  if (original.poll && translated.poll?.length !== original.poll.options.length) problem(where, `"${name}" has another number of poll options`);
  const wanted = tokensOf(`${original.title ?? ''}\n${original.text}`).sort();
  const given = tokensOf(`${translated.title ?? ''}\n${translated.text}`).sort();
  const missing = wanted.filter((token) => !given.includes(token));
  if (missing.length) notes.push(`${where}: "${name}" has lost ${missing.join(' ')}`);
}

function checkTranslations(where, item) {
  if (primary(item.lang) !== 'en') checkTranslation(where, 'en', item, item.en);
  if (!isSimplified(item.lang)) checkTranslation(where, 'zh', item, item.zh);
}

function checkWritten(where, item) {
  if (!personIndex.has(item.by)) problem(where, `unknown person "${item.by}"`);
  if (typeof item.lang !== 'string' || !/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(item.lang)) problem(where, `lang "${item.lang}" is no BCP-47 tag`);
  if (typeof item.text !== 'string' || !item.text.trim()) problem(where, 'text is missing');
  if (!isCount(item.likes ?? 0)) problem(where, `likes ${item.likes} is no count`);
  if (!isCount(item.minutes_ago)) problem(where, `minutes_ago ${item.minutes_ago} is no count`);
}

const SHAPES = [undefined, 'portrait', 'square', 'landscape'];
const keys = new Map();
for (const post of posts) {
  const where = `${post.file}: post ${post.key}`;
  if (!/^[a-z0-9_-]+$/.test(post.key ?? '')) problem(where, 'key must be of a-z 0-9 _ -');
  if (keys.has(post.key)) problem(where, `defined twice, also in ${keys.get(post.key)}`);
  keys.set(post.key, post.file);
  checkWritten(where, post);
  for (const media of post.media ?? []) {
    if (!SHAPES.includes(media.shape)) problem(where, `unknown shape "${media.shape}"`);
  }
  if ((post.media ?? []).length > 9) problem(where, 'more than nine pictures');
  if (post.label !== undefined && post.label !== null && typeof post.label !== 'string') problem(where, 'label is neither a text nor null');
  if (post.poll && post.poll.options?.length !== post.poll.votes?.length) problem(where, 'poll: as many votes as options are needed');
  if (problems.length < 200) checkTranslations(where, post);
}

// ---- comments: a tree becomes a list whose members name their parents -----------------------------------

function flatten(where, comments, parent, out, depth) {
  for (const comment of comments ?? []) {
    const here = `${where}, comment by ${comment.by}`;
    checkWritten(here, comment);
    const wrap = (text) => (text === undefined ? undefined : { text });
    const item = { ...comment, en: wrap(comment.en), zh: wrap(comment.zh), parent, depth };
    checkTranslations(here, item);
    const index = out.push(item) - 1;
    flatten(where, comment.replies, index, out, depth + 1);
  }
  return out;
}

for (const post of posts) {
  post.flat = flatten(`${post.file}: post ${post.key}`, post.comments, -1, [], 1);
  if (post.flat.length > 1000) problem(post.key, 'more than 1000 comments');
}

// ---- packing -------------------------------------------------------------------------------------------

const LANGUAGES = ['en', 'zh', 'ja', 'ko', 'es', 'fr', 'de', 'pt', 'ru', 'uk', 'ar', 'he', 'fa', 'hi', 'th', 'vi', 'id', 'tr'];

function translationsOf(item) {
  const out = {};
  for (const language of LANGUAGES) {
    const words = item[language];
    if (!words || typeof words !== 'object') continue;
    out[language] = { title: marked(words.title), text: marked(words.text), warning: marked(words.warning), poll: words.poll };
  }
  return out;
}

function unique(list) {
  const seen = new Set();
  return list.filter((item) => !seen.has(item.toLowerCase()) && seen.add(item.toLowerCase()));
}

function wordsOf(item) {
  const tokens = tokensOf(`${item.title ?? ''}\n${item.text}`);
  const tags = unique(tokens.filter((token) => token[0] === '#').map((token) => token.slice(1)));
  return {
    by: personIndex.get(item.by),
    lang: item.lang,
    title: marked(item.title),
    text: marked(item.text),
    tags: tags.length ? tags : undefined,
    likes: item.likes ?? 0,
  };
}

// Ages follow the order, so that the feed runs back in time; comments keep their place in the post's life.
function packPost(post, minutes) {
  const packed = { key: post.key, ...wordsOf(post), minutes };
  if ('label' in post) packed.label = post.label;
  Object.assign(packed, {
    warning: post.warning,
    sensitive: post.sensitive || undefined,
    media: post.packedMedia?.length ? post.packedMedia : undefined,
    live: post.live && { listeners: post.live.listeners, languages: post.live.languages, minutes: Math.min(post.live.started_minutes_ago, minutes) },
    poll: post.poll,
    boosts: post.boosts ?? 0,
    replies_extra: post.replies_extra ?? 0,
    note: post.note,
  });
  if (post.flat.length) {
    packed.comments = post.flat.map((comment) => ({
      ...wordsOf(comment),
      minutes: Math.min(minutes, Math.max(0, Math.round((minutes * comment.minutes_ago) / Math.max(1, post.minutes_ago)))),
      parent: comment.parent >= 0 ? comment.parent : undefined,
    }));
  }
  return packed;
}

// A parent is older than its answers.
function orderTimes(comments, minutes) {
  for (const comment of comments ?? []) {
    const limit = comment.parent === undefined ? minutes : comments[comment.parent].minutes;
    if (comment.minutes >= limit) comment.minutes = Math.max(0, limit - 1);
  }
}

function stop() {
  for (const text of problems.slice(0, 60)) console.error(`pack-demo: ${text}`);
  if (problems.length > 60) console.error(`pack-demo: and ${problems.length - 60} more`);
  process.exit(1);
}
if (problems.length) stop();

const order = arrange(posts);
notes.push(...pickPictures(order, pictures));
const ages = order.map((post) => post.minutes_ago).sort((a, b) => a - b);
const used = new Set();
const packedPosts = order.map((post, index) => {
  const packed = packPost(post, ages[index]);
  orderTimes(packed.comments, packed.minutes);
  used.add(packed.by);
  return packed;
});

const translations = {};
for (const post of order) {
  translations[post.key] = [translationsOf(post), ...post.flat.map(translationsOf)];
}

const avatars = pictures.avatars ?? [];
// Those who write most get the pictures that nobody shares.
const postsBy = new Map();
for (const post of packedPosts) postsBy.set(post.by, (postsBy.get(post.by) ?? 0) + 1);
const ranked = people.map((_, index) => index).sort((a, b) => (postsBy.get(b) ?? 0) - (postsBy.get(a) ?? 0) || a - b);
const avatarOf = new Map(ranked.map((index, rank) => [index, avatars.length ? avatars[rank % avatars.length] : undefined]));

const pack = {
  version: 1,
  people: people.map((person, index) => ({
    name: person.name,
    acct: person.acct,
    since: person.since,
    note: person.note,
    avatar: avatarOf.get(index),
  })),
  emojis: EMOJIS.map((shortcode) => ({ shortcode, file: `emoji/${shortcode}.svg` })),
  posts: packedPosts,
  translations,
};

const text = `${JSON.stringify(pack)}\n`;
const target = join(demo, 'pack.json');
const quiet = process.argv.includes('--quiet');
if (process.argv.includes('--check')) {
  let old = '';
  try {
    old = readFileSync(target, 'utf8');
  } catch {
    // none yet
  }
  if (old !== text) {
    console.error('pack-demo: assets/demo/pack.json is not up to date; run node web/pack-demo.mjs');
    process.exit(1);
  }
} else {
  writeFileSync(target, text);
}
if (!quiet) {
  const comments = posts.reduce((sum, post) => sum + post.flat.length, 0);
  const deepest = Math.max(...posts.map((post) => Math.max(0, ...post.flat.map((comment) => comment.depth))));
  const languages = new Set(posts.map((post) => post.lang));
  for (const note of notes) console.log(`note: ${note}`);
  console.log(
    `${posts.length} posts by ${postsBy.size} of ${people.length} people in ${languages.size} languages, ${comments} comments ` +
      `(deepest thread ${deepest}), ${(text.length / 1024).toFixed(0)} Ki characters`,
  );
}
