// How much the page does, by counts that no machine's speed can change: nothing at rest, little in a frame, and no more for
// two thousand posts than for twenty.
import assert from "node:assert/strict";
import { frames, until } from "./support/opening.mjs";
import { settle } from "./support/browser.mjs";
import { watchGl } from "./support/gl_watch.mjs";

export const most_ms = 180_000; // thousands of posts on a busy machine

const most_articles = 60;
const most_nodes = 4000; // of the whole document: some 60 for an article and its lines
const most_draws = 20;
// core/state.h, kPictureBudgetBytes; ui/text_painter.cpp, four pages of coverage and two of colour; ui/picture_store.h, small
// pictures and blurhashes. Six pictures may be on their way beyond the budget.
const most_textureBytes = (96 + 16 + 8 + 16 + 6 * 2) * 2 ** 20;

// Watches every frame: long stretches of a column where nothing is painted, and cards of fewer than three colours.
function inspectEachFrame() {
  const seen = { frames: 0, longestGap: 0, gapAt: null, plain: [], cards: 0 };
  window.seen = seen;
  const header = 64;
  const gl = window.ownGl;
  let pixels = new Uint32Array(0);
  window.inspectFrame = (context) => {
    const { width, height } = context.canvas;
    const scale = width / innerWidth;
    if (pixels.length !== width * height) pixels = new Uint32Array(width * height);
    gl.readPixels.call(context, 0, 0, width, height, context.RGBA, context.UNSIGNED_BYTE, new Uint8Array(pixels.buffer));
    const at = (x, y) => pixels[(height - 1 - Math.round(y * scale)) * width + Math.round(x * scale)]; // rows go upwards
    const ground = at(2, innerHeight / 2);
    const boxes = [...document.querySelectorAll("[role=feed] article")].map((el) => ({ id: el.dataset.postId, box: el.getBoundingClientRect() }));
    const columns = new Map(boxes.map(({ box }) => [Math.round(box.left), box.width]));
    for (const [left, width] of columns) {
      for (const share of [0.25, 0.5, 0.75]) {
        let run = 0;
        for (let y = header; y < innerHeight; ++y) {
          run = at(left + width * share, y) === ground ? run + 1 : 0;
          if (run > seen.longestGap) Object.assign(seen, { longestGap: run, gapAt: { frame: seen.frames, left, y } });
        }
      }
    }
    for (const { id, box } of boxes) {
      const from = Math.max(header, box.top + 12);
      const to = Math.min(innerHeight, box.bottom - 12);
      if (to - from < 60) continue;
      const colours = new Set();
      for (let y = from; y < to && colours.size < 3; y += 3) {
        for (let x = box.left + 8; x < box.right - 8 && colours.size < 3; x += 5) colours.add(at(x, y));
      }
      ++seen.cards;
      if (colours.size < 3) seen.plain.push({ id, frame: seen.frames, from, to, colours: colours.size });
    }
    ++seen.frames;
  };
}

// Scrolls by steps, each shown before the next, until the feed has come so far; gives the most of what was there at any step.
async function scrollThrough({ step, posts, most_ms }) {
  const scroller = document.querySelector("[data-surface=feed].scrolls");
  const feed = document.querySelector("[role=feed]");
  const seen = { articles: 0, nodes: 0, last: 0 };
  const started = performance.now();
  while (seen.last < posts && performance.now() - started < most_ms) {
    scroller.scrollTop += step;
    await new Promise((resolve) => ownRequestAnimationFrame(() => setTimeout(resolve)));
    seen.articles = Math.max(seen.articles, feed.querySelectorAll("article").length);
    seen.nodes = Math.max(seen.nodes, document.getElementsByTagName("*").length);
    seen.last = Math.max(seen.last, ...[...feed.children].map((el) => Number(el.getAttribute("aria-posinset"))));
  }
  return seen;
}

async function scrollSteps({ step, steps }) {
  const scroller = document.querySelector("[data-surface=feed].scrolls");
  for (let i = 0; i < steps; ++i) {
    scroller.scrollTop += step;
    await new Promise((resolve) => ownRequestAnimationFrame(() => setTimeout(resolve)));
  }
}

async function assertNothingBlank(page, least) {
  const seen = await page.evaluate(() => window.seen);
  console.log(`   ${seen.frames} frames, ${seen.cards} cards looked at, longest gap ${seen.longestGap}`);
  assert.ok(seen.frames >= least && seen.cards >= 2 * least, JSON.stringify({ frames: seen.frames, cards: seen.cards }));
  assert.ok(seen.longestGap > 0 && seen.longestGap <= 20, `nothing is painted over ${seen.longestGap} points: ${JSON.stringify(seen.gapAt)}`);
  assert.deepEqual(seen.plain.slice(0, 5), [], "cards with nothing on them");
}

export default {
  "ten seconds at rest: no frame, no callback, no call of WebGL": async ({ open }) => {
    const page = await open("", { init: watchGl });
    await settle(page, 1000);
    const done = async () => ({ frames: await frames(page), ...(await page.evaluate(() => ({ raf: counted.raf, gl: counted.gl }))) });
    const before = await done();
    assert.ok(before.gl > 0 && before.raf > 0, "the counting works");
    await page.waitForTimeout(10_000);
    assert.deepEqual(await done(), before);
  },

  "a scrolled frame is 20 draws at most and waits for nothing": async ({ open }) => {
    const page = await open("source=demo:?n=400", { init: watchGl });
    await page.evaluate(scrollSteps, { step: 400, steps: 10 });
    await settle(page);
    await page.evaluate(() => (counted.frames.length = 0));
    await page.evaluate(scrollSteps, { step: -40, steps: 40 });
    await page.evaluate(scrollSteps, { step: 40, steps: 40 });
    const drawn = await page.evaluate(() => counted.frames);
    assert.ok(drawn.length >= 40, `${drawn.length} frames`);
    const draws = Math.max(...drawn.map((frame) => frame.draws));
    console.log(`   at most ${draws} draws and ${Math.max(...drawn.map((frame) => frame.calls))} calls of WebGL`);
    assert.ok(draws <= most_draws, `${draws} draws in a frame`);
    assert.deepEqual([...new Set(drawn.flatMap((frame) => frame.reads))], [], "calls that wait for the GPU");
  },

  "2,000 posts scrolled by: bounded in the document and in textures": async ({ open }) => {
    const page = await open("source=demo:?n=4000", { init: watchGl });
    const seen = await page.evaluate(scrollThrough, { step: 3200, posts: 2000, most_ms: 150_000 });
    assert.ok(seen.last >= 2000, `came to post ${seen.last}`);
    assert.ok(seen.articles <= most_articles, `${seen.articles} articles at once`);
    assert.ok(seen.nodes <= most_nodes, `${seen.nodes} elements at once`);
    const { mostTextureBytes, frames: drawn } = await page.evaluate(() => counted);
    console.log(`   ${seen.articles} articles, ${seen.nodes} elements, ${(mostTextureBytes / 2 ** 20).toFixed(1)} MB of textures at most`);
    assert.ok(mostTextureBytes > 2 ** 20, "the counting works");
    assert.ok(mostTextureBytes <= most_textureBytes, `${mostTextureBytes} bytes of textures`);
    const draws = Math.max(...drawn.map((frame) => frame.draws));
    assert.ok(draws <= 2 * most_draws, `${draws} draws in a frame that jumps four screens`); // steady ones: above
  },

  "no frame has a hole in a column or a card with nothing on it": async ({ open }) => {
    const page = await open("source=demo:?n=4000", { init: watchGl });
    await page.evaluate(inspectEachFrame);
    await page.evaluate(scrollSteps, { step: 780, steps: 80 });
    await assertNothingBlank(page, 60);
  },

  "nor has one on the way back over posts that were forgotten": async ({ open }) => {
    const page = await open("source=demo:?n=4000", { init: watchGl });
    const came = await page.evaluate(scrollThrough, { step: 1e6, posts: 2000, most_ms: 150_000 });
    assert.ok(came.last >= 2000, `came to post ${came.last}`);
    await page.keyboard.press("Home");
    await until(() => page.evaluate(() => document.querySelector('[role=feed] article[aria-posinset="1"]')?.getBoundingClientRect().top), (top) => top >= 0, "the first post");
    await page.evaluate(inspectEachFrame);
    await page.evaluate(scrollSteps, { step: 780, steps: 40 });
    await assertNothingBlank(page, 30);
  },
};
