// Films slow, silent, seamless loops over the pictures of the recipe: there and back between two crops.
//   node make-videos.mjs SOURCES     needs the npm package sharp, and ffmpeg with libvpx-vp9 and libx264
// Each loop begins with exactly the crop of a photo of photos.recipe.json, which is therefore its poster.
import { mkdirSync, readFileSync, rmSync, mkdtempSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(join(process.cwd(), 'x.js'));
const sharp = require('sharp');
const [sources] = process.argv.slice(2);
if (!sources) { console.error('usage: node make-videos.mjs SOURCES'); process.exit(2); }
const here = dirname(fileURLToPath(import.meta.url));
const recipe = JSON.parse(readFileSync(join(here, 'photos.recipe.json'), 'utf8'));
const out = join(here, '..', 'video');
mkdirSync(out, { recursive: true });
const fps = 24;

async function film([name, loop]) {
  const [file, ratio, cx, cy, zoom] = recipe.photos[loop.poster];
  const source = await sharp(join(sources, file), { limitInputPixels: false }).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = source.info;
  const [a, b] = ratio.split(':').map(Number);
  const largest = Math.min(width / a, height / b);
  const [w, h] = loop.size;
  const frames = Math.round(loop.seconds * fps);
  const work = mkdtempSync(join(tmpdir(), 'loop-'));
  const master = join(work, 'master.mkv');
  const ffmpeg = (args, stdin) => spawn('ffmpeg', ['-v', 'error', '-y', ...args], { stdio: [stdin ? 'pipe' : 'ignore', 'inherit', 'inherit'] });
  const done = async (child) => { const [code] = await once(child, 'close'); if (code) throw new Error('ffmpeg ' + code); };

  const pipe = ffmpeg(['-f', 'rawvideo', '-pix_fmt', 'rgb24', '-s', `${w}x${h}`, '-r', fps, '-i', '-', '-c:v', 'ffv1', master], true);
  const closed = done(pipe);
  for (let i = 0; i < frames; i++) {
    const p = (1 - Math.cos((2 * Math.PI * i) / frames)) / 2;
    const mix = (from, to) => from + (to - from) * p;
    const unit = largest * mix(zoom, loop.to[2]);
    const cw = Math.round(a * unit), ch = Math.round(b * unit);
    const inside = (centre, size, all) => Math.round(Math.min(Math.max(centre * all - size / 2, 0), all - size));
    const frame = await sharp(source.data, { raw: { width, height, channels }, limitInputPixels: false })
      .extract({ left: inside(mix(cx, loop.to[0]), cw, width), top: inside(mix(cy, loop.to[1]), ch, height), width: cw, height: ch })
      .resize(w, h, { fit: 'fill', kernel: 'lanczos3' }).raw().toBuffer();
    if (!pipe.stdin.write(frame)) await once(pipe.stdin, 'drain');
  }
  pipe.stdin.end();
  await closed;

  const rate = `${Math.round((loop.kilobytes * 8) / loop.seconds)}k`;
  const yuv = ['-an', '-pix_fmt', 'yuv420p', '-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709',
    '-vf', 'scale=out_color_matrix=bt709:out_range=tv', '-map_metadata', '-1'];
  for (const [codec, extra, extension] of [
    ['libvpx-vp9', ['-row-mt', '1', '-deadline', 'good', '-cpu-used', '1', '-g', '240'], 'webm'],
    ['libx264', ['-preset', 'veryslow', '-profile:v', 'high', '-movflags', '+faststart'], 'mp4'],
  ]) {
    const log = join(work, extension);
    const first = ['-i', master, '-c:v', codec, '-b:v', rate, ...extra, ...yuv, '-passlogfile', log];
    await done(ffmpeg([...first, '-pass', '1', '-f', 'null', '/dev/null']));
    await done(ffmpeg([...first, '-pass', '2', join(out, `${name}.${extension}`)]));
  }
  rmSync(work, { recursive: true });
}

for (const entry of Object.entries(recipe.videos)) await film(entry);
