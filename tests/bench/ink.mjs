// Does the text atlas hold lines, words or clusters? node tests/bench/ink.mjs
//
// For running text of each script, at 15 px and scale 2, in a real Chromium: every run of a line is drawn by a 2D canvas and
// uploaded to an R8 texture, once as whole lines, once as words, once as clusters, each only the first time that it comes up.
// Printed: microseconds a line of new text, bytes of atlas a line, how many of the words and clusters had come up before,
// and the greatest difference in width between a line and the sum of its parts.
//
// What it showed (Chromium 156; the times on a busy machine, so only their ratios count; bytes and shares are exact): a line
// of new text costs about as much by words as as a whole (0.6 to 2.6 times), since 27 to 64 % of words come up again in 2,000
// characters and each new one is a draw and an upload of its own; it saves a tenth to a quarter of the atlas, where parts do
// not kern with each other (33 px a line in Japanese, whose kana do). Clusters save most of the atlas for alphabets, and
// lose the text: an Arabic line is 259 px off, its letters unjoined. So the atlas holds whole runs: a line's stretch of one
// look and direction, about 35 KB at scale 2, some 460 lines in its 16 MB, shaped by the browser as it shapes any text.
import { launchBrowser, serveFolder, root } from "../browser/support/browser.mjs";
import { languageTexts } from "../browser/support/language_server.mjs";

const shown = ["en", "de", "ru", "zh-Hans", "ja", "ko", "ar", "hi", "ta", "th"];
const texts = await languageTexts(shown);
const site = await serveFolder(`${root}/tests/golden/languages`);
const browser = await launchBrowser();
const page = await browser.newPage();
await page.goto(`${site.url}en.txt`);

const rows = await page.evaluate((all) => {
  const size = 30;
  const height = 54;
  const gl = document.createElement("canvas").getContext("webgl2");
  gl.bindTexture(gl.TEXTURE_2D, gl.createTexture());
  gl.texStorage2D(gl.TEXTURE_2D, 1, gl.R8, 2048, 2048);
  gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, true);
  gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
  const canvas = document.createElement("canvas");
  canvas.width = 1024;
  canvas.height = height;
  const context = canvas.getContext("2d", { willReadFrequently: true });

  const split = (text, language, granularity) => [...new Intl.Segmenter(language, { granularity }).segment(text)].map(({ segment }) => segment);
  function linesOf(text, language) {
    const lines = [];
    let line = "";
    for (const word of split(text.replace(/\n+/g, " "), language, "word")) {
      if (context.measureText(line + word).width > 680) {
        lines.push(line.trim());
        line = "";
      }
      line += word;
    }
    return lines;
  }
  function ink(part) {
    const w = Math.min(1024, Math.ceil(context.measureText(part).width) + 18);
    context.clearRect(0, 0, w, height);
    context.fillText(part, 9, 38);
    gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, w, height, gl.RED, gl.UNSIGNED_BYTE, canvas);
    return w * height;
  }
  function run(lines, partsOf) {
    const known = new Set();
    let parts = 0;
    let bytes = 0;
    let off = 0;
    const all = lines.map(partsOf);
    const started = performance.now();
    for (const line of all) {
      for (const part of line) {
        if (part.trim() === "") continue;
        ++parts;
        if (known.has(part)) continue;
        known.add(part);
        bytes += ink(part);
      }
    }
    const us = ((performance.now() - started) * 1000) / lines.length;
    lines.forEach((line, i) => {
      const sum = all[i].reduce((width, part) => width + context.measureText(part).width, 0);
      off = Math.max(off, Math.abs(sum - context.measureText(line).width));
    });
    return { us: Math.round(us), bytes: Math.round(bytes / lines.length), hits: 1 - known.size / parts, off };
  }

  const result = [];
  for (const { language, text } of all) {
    context.lang = language;
    context.font = `${size}px "Noto Sans", "Noto Sans CJK SC", sans-serif`;
    context.fillStyle = "#fff";
    const lines = linesOf(text, language);
    const wordsOf = (line) => split(line, language, "word");
    const clustersOf = (line) => split(line, language, "grapheme");
    run(lines, wordsOf); // fonts are loaded, code is warm
    result.push([language, lines.length, run(lines, (line) => [line]), run(lines, wordsOf), run(lines, clustersOf)]);
  }
  return result;
}, texts);

console.log("language  lines   whole lines: us, bytes   words: us, bytes, seen before, px off   clusters: the same");
const say = ({ us, bytes, hits, off }) => `${String(us).padStart(5)} ${String(bytes).padStart(6)} ${String(Math.round(hits * 100)).padStart(3)} % ${off.toFixed(1).padStart(6)}`;
for (const [language, count, line, word, cluster] of rows) {
  console.log(`${language.padEnd(9)} ${String(count).padStart(5)}   ${String(line.us).padStart(5)} ${String(line.bytes).padStart(6)}   ${say(word)}   ${say(cluster)}`);
}
await browser.close();
await site.close();
