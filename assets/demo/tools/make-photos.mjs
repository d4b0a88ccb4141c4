// Cuts the demo community's pictures and avatars from their sources, and refreshes what photos.json
// measures of them (size, blurhash, colour). Words in photos.json (subjects, focus, alt) are kept as they are.
//   node make-photos.mjs SOURCES [ID...]     needs the npm packages sharp and blurhash
// SOURCES: a folder with the files the recipe names (JPEG XL ones decoded to PNG); where they come from: CREDITS.md.
import { readFileSync, writeFileSync, mkdirSync, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(join(process.cwd(), 'x.js'));
const sharp = require('sharp');
const { encode } = require('blurhash');

const [sources, ...only] = process.argv.slice(2);
if (!sources) { console.error('usage: node make-photos.mjs SOURCES [ID...]'); process.exit(2); }
const here = dirname(fileURLToPath(import.meta.url));
const demo = join(here, '..');
const recipe = JSON.parse(readFileSync(join(here, 'photos.recipe.json'), 'utf8'));
const listPath = join(demo, 'photos.json');
const list = existsSync(listPath) ? JSON.parse(readFileSync(listPath, 'utf8')) : { photos: [], videos: [], avatars: [] };

/** The crop of a recipe entry: the largest rectangle of that ratio, divided by the zoom, kept inside the source. */
function rectangle(width, height, [, ratio, cx, cy, zoom]) {
  const [a, b] = ratio === '0' ? [width, height] : ratio.split(':').map(Number);
  const unit = Math.min(width / a, height / b) * zoom;
  const w = Math.round(a * unit), h = Math.round(b * unit);
  const inside = (centre, size, all) => Math.round(Math.min(Math.max(centre * all - size / 2, 0), all - size));
  return { left: inside(cx, w, width), top: inside(cy, h, height), width: w, height: h };
}

async function cut(entry) {
  const source = sharp(join(sources, entry[0]), { limitInputPixels: false }).toColourspace('srgb');
  const { width, height } = await source.metadata();
  const area = rectangle(width, height, entry);
  const scale = Math.min(1, entry[5] / Math.max(area.width, area.height));
  return source.extract(area).removeAlpha()
    .resize(Math.round(area.width * scale), Math.round(area.height * scale), { kernel: 'lanczos3' });
}

async function measure(path) {
  const { width, height } = await sharp(path).metadata();
  const small = await sharp(path).resize(64, 64, { fit: 'inside' }).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const [x, y] = height > width ? [3, 4] : [4, 3];
  const blurhash = encode(new Uint8ClampedArray(small.data), small.info.width, small.info.height, x, y);
  const mean = (await sharp(path).stats()).channels.slice(0, 3).map((c) => Math.round(c.mean));
  return { width, height, blurhash, color: '#' + mean.map((c) => c.toString(16).padStart(2, '0')).join('') };
}

mkdirSync(join(demo, 'photos'), { recursive: true });
mkdirSync(join(demo, 'avatars'), { recursive: true });
const photos = [];
for (const [id, entry] of Object.entries(recipe.photos)) {
  const file = `photos/${id}.webp`, path = join(demo, file);
  if (!only.length || only.includes(id))
    await (await cut(entry)).webp({ quality: entry[6] ?? 78, effort: 6, smartSubsample: true }).toFile(path);
  const old = list.photos.find((p) => p.file === file) ?? {};
  const { subjects = [], focus, alt = {} } = old;
  photos.push({ file, ...(await measure(path)), subjects, ...(focus && { focus }), alt });
}
const avatars = [];
for (const [id, entry] of Object.entries(recipe.avatars)) {
  const file = `avatars/${id}.webp`;
  if (!only.length || only.includes(id)) {
    const small = await (await cut([entry[0], '1:1', entry[1], entry[2], entry[3], 96])).resize(96, 96).png().toBuffer();
    for (let quality = 82, bytes; quality >= 40 && !(bytes?.length < 4000); quality -= 6) {
      bytes = await sharp(small).webp({ quality, effort: 6, smartSubsample: true }).toBuffer();
      writeFileSync(join(demo, file), bytes);
    }
  }
  avatars.push(file);
}
const json = JSON.stringify({ photos, videos: list.videos, avatars }, null, 1)
  .replace(/\[\s+("[^\]]*?")\s+\]/g, (_, inside) => '[' + inside.replace(/\s*\n\s*/g, ' ') + ']')
  .replace(/\{\s+("x": [^}]*?)\s+\}/g, (_, inside) => '{' + inside.replace(/\s*\n\s*/g, ' ') + '}');
writeFileSync(listPath, json + '\n');
