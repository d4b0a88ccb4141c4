// The work of text, counted, and what the ink looks like: grey, as heavy on dark as on light, in exact pixels.
import assert from "node:assert/strict";
import { settle } from "./support/browser.mjs";
import { languageTexts, serveTexts } from "./support/language_server.mjs";
import { until, wheel } from "./support/opening.mjs";
import { keepShot, showOutlineText } from "./support/pixels.mjs";

let serving;
const start = () =>
  (serving ??= languageTexts(["en", "zh-Hans", "ar", "hi"]).then((texts) =>
    serveTexts(texts.map(({ language, text }) => ({ language, text: text.split("\n\n")[0] }))),
  ));
export const after = async () => (await serving)?.close();

// Counts what is asked of the browser's text engine, in window.text.
function countText() {
  const counts = { measured: 0, inked: 0 };
  window.text = counts;
  const { prototype } = CanvasRenderingContext2D;
  const { measureText, fillText } = prototype;
  prototype.measureText = function (...values) {
    ++counts.measured;
    return measureText.apply(this, values);
  };
  prototype.fillText = function (...values) {
    ++counts.inked;
    return fillText.apply(this, values);
  };
}

// Calls window.afterFrame right after the app has drawn a frame, while the canvas still has its pixels.
function watchFrames() {
  let drew = false;
  for (const name of ["drawElements", "drawArrays", "drawElementsInstanced", "drawArraysInstanced"]) {
    const own = WebGL2RenderingContext.prototype[name];
    WebGL2RenderingContext.prototype[name] = function (...values) {
      drew = true;
      return own.apply(this, values);
    };
  }
  const request = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) =>
    request((now) => {
      drew = false;
      callback(now);
      if (drew) window.afterFrame?.();
    });
}

const upAndDown = (page) =>
  page.evaluate(async () => {
    const scroller = document.querySelector("[data-surface=feed].scrolls");
    const top = scroller.scrollTop;
    for (const by of [40, -40]) {
      for (let i = 0; i < 40; ++i) {
        scroller.scrollTop += by;
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      }
    }
    scroller.scrollTop = top;
  });

// Of the pixels of the lines on screen: how much ink there is (of black on white: 0 to 1 a pixel), how much of it in full
// pixels, how far its three colours are apart.
const inkOf = (page, name, ink, ground) =>
  page.evaluate(
    ([shotName, dark, light]) => {
      const { data, width, scale } = shots[shotName];
      const sum = { ink: 0, full: 0, any: 0, apart: 0, lines: 0 };
      for (const line of document.querySelectorAll("[data-surface=post] article p.node .line")) {
        const box = line.getBoundingClientRect();
        if (box.top < 70 || box.bottom > innerHeight - 60) continue;
        ++sum.lines;
        for (let y = Math.round(box.top * scale); y < Math.round(box.bottom * scale); ++y) {
          for (let x = Math.round((box.left - 2) * scale); x < Math.round((box.right + 2) * scale); ++x) {
            const at = (y * width + x) * 4;
            const parts = [0, 1, 2].map((c) => (data[at + c] - light[c]) / (dark[c] - light[c]));
            sum.ink += parts[1];
            if (parts[1] > 0.02) ++sum.any;
            if (parts[1] > 0.9) ++sum.full;
            sum.apart = Math.max(sum.apart, Math.max(...parts) - Math.min(...parts));
          }
        }
      }
      return sum;
    },
    [name, ink, ground],
  );

const themes = { light: { ink: [0x1b, 0x1a, 0x18], ground: [255, 255, 255] }, dark: { ink: [0xf3, 0xf0, 0xea], ground: [0x1e, 0x1c, 0x1a] } };
const hex = (color) => `#${color.map((c) => c.toString(16).padStart(2, "0")).join("")}`;

async function openTexts(open, theme, options) {
  const server = await start();
  const page = await open(`${server.source}&read=en&theme=${theme}`, { hash: server.hash, width: 420, height: 700, ...options });
  await page.waitForSelector("[data-surface=post] article .line", { state: "attached" });
  await page.evaluate(() => (document.querySelector("[data-surface=post]").scrollTop = 260));
  await settle(page, 250);
  return page;
}

async function inkAt(open, theme, options) {
  const page = await openTexts(open, theme, options);
  await keepShot(page, "painted");
  const { ink, ground } = themes[theme];
  const painted = await inkOf(page, "painted", ink, ground);
  await showOutlineText(page, { ink: hex(ink), ground: hex(ground) });
  await keepShot(page, "own");
  return { painted, own: await inkOf(page, "own", ink, ground) };
}

export default {
  "a steady scroll over known cards measures nothing and inks nothing": async ({ open }) => {
    const page = await open("source=demo:?n=300", { init: countText });
    await wheel(page, 2400);
    await upAndDown(page);
    await settle(page);
    const before = await page.evaluate(() => ({ ...window.text }));
    assert.ok(before.measured > 100 && before.inked > 100, `the counting works: ${JSON.stringify(before)}`);
    await upAndDown(page);
    await settle(page);
    assert.deepEqual(await page.evaluate(() => ({ ...window.text })), before);
  },

  "a scroll of 4,000 px a second shows no card without its text": async ({ open }) => {
    const page = await open("source=demo:?n=600", { init: watchFrames });
    const seen = await page.evaluate(async () => {
      const scroller = document.querySelector("[data-surface=feed].scrolls");
      const canvas = document.getElementById("canvas");
      const copy = new OffscreenCanvas(innerWidth, innerHeight).getContext("2d", { willReadFrequently: true });
      const bare = new Set();
      let lines = 0;
      let drawn = 0;
      let read = 0;
      window.afterFrame = () => {
        if (drawn++ % 5) return;
        ++read;
        copy.clearRect(0, 0, innerWidth, innerHeight);
        copy.drawImage(canvas, 0, 0, innerWidth, innerHeight);
        const { data } = copy.getImageData(0, 0, innerWidth, innerHeight);
        for (const line of document.querySelectorAll("[role=feed] article p.node .line")) {
          const { left, right, top, bottom } = line.getBoundingClientRect();
          if (top < 130 || bottom > innerHeight - 4 || right - left < 12) continue;
          ++lines;
          let [least, most] = [255, 0];
          for (let y = Math.round(top + 2); y < bottom - 2; ++y) {
            for (let x = Math.round(left); x < right; ++x) {
              const value = data[(y * innerWidth + x) * 4 + 1];
              least = Math.min(least, value);
              most = Math.max(most, value);
            }
          }
          if (most - least < 40) bare.add(`${line.closest("article").dataset.postId}: ${line.textContent}`);
        }
      };
      for (let i = 0; i < 180; ++i) {
        scroller.scrollTop += 67; // 4,000 px a second at 60 frames
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      }
      return { bare: [...bare], lines, read, top: scroller.scrollTop };
    });
    assert.ok(seen.top > 6000 && seen.lines > 200, `${seen.lines} lines in ${seen.read} frames, down to ${seen.top}`);
    assert.deepEqual(seen.bare, []);
  },

  "ink is grey, as heavy on dark as on light": async ({ open }) => {
    const light = (await inkAt(open, "light", { scale: 1 })).painted;
    const dark = (await inkAt(open, "dark", { scale: 1 })).painted;
    assert.ok(light.lines >= 8, `${light.lines} lines`);
    // Blending in 8 bits rounds each channel by itself, up to a twentieth; fringes of LCD antialiasing are a third and more.
    for (const { apart } of [light, dark]) assert.ok(apart < 0.1, `colours ${apart} apart: a fringe`);
    const ratio = dark.ink / light.ink;
    assert.ok(Math.abs(ratio - 1) < 0.01, `on dark there is ${ratio.toFixed(3)} times the ink`);
  },

  "at every scale as much ink and as sharp as the browser's own text": async ({ open }) => {
    for (const scale of [1, 1.25, 1.5, 2, 3]) {
      const { painted, own } = await inkAt(open, "light", { scale });
      const weight = painted.ink / own.ink;
      const sharpness = painted.full / painted.any / (own.full / own.any);
      console.log(`  scale ${scale}: ${painted.lines} lines, ${weight.toFixed(3)} times the ink, ${sharpness.toFixed(3)} times the share of full pixels`);
      assert.ok(painted.lines >= 8, `${painted.lines} lines`);
      // The browser draws text of a page with more contrast than a canvas does.
      assert.ok(Math.abs(weight - 1) < 0.1, `at scale ${scale} ${weight.toFixed(3)} times the ink`);
      assert.ok(sharpness > 0.9, `at scale ${scale} ${sharpness.toFixed(3)} times as sharp`);
    }
  },

  "after zoom the ink is of the new size": async ({ open }) => {
    const page = await openTexts(open, "light", { scale: 1 });
    const cdp = await page.context().newCDPSession(page);
    // As the browser's own zoom: fewer points of more pixels.
    await cdp.send("Emulation.setDeviceMetricsOverride", { width: 336, height: 560, deviceScaleFactor: 1.25, mobile: false });
    await until(() => page.evaluate(() => devicePixelRatio), (ratio) => ratio === 1.25, "zoom");
    await settle(page, 300);
    await keepShot(page, "painted");
    const { ink, ground } = themes.light;
    const painted = await inkOf(page, "painted", ink, ground);
    await showOutlineText(page, { ink: hex(ink), ground: hex(ground) });
    await keepShot(page, "own");
    const own = await inkOf(page, "own", ink, ground);
    assert.ok(painted.lines >= 5, `${painted.lines} lines`);
    assert.ok(painted.full / painted.any > 0.9 * (own.full / own.any), "as sharp as the browser's own");
  },
};
