// What the built page costs in a real browser: ./dev bench page [POSTS]. Main-thread times are the processor's, not the
// clock's, so that what else the machine does counts little; the time to the first cards is the clock's, as a reader waits.
// Chromium draws with Mesa here, on the processor: frames per second would measure that, and are not quoted.
import { readFile } from "node:fs/promises";
import { cpus, loadavg } from "node:os";
import path from "node:path";
import { launchBrowser, openPage, root, serveFolder, settle } from "../browser/support/browser.mjs";
import { watchGl } from "../browser/support/gl_watch.mjs";

const deepPosts = Number(process.argv[2] ?? 10_000);
const coldLoads = 7;
const rounds = 5;
const framesARound = 100;
const step_pt = 40; // of a scrolled frame, as a brisk wheel

const folder = path.join(root, "dist");
const site = await serveFolder(folder);
const browser = await launchBrowser();
const say = (what, ...values) => console.log(`${what.padEnd(46)} ${values.join("  ")}`);
const sorted = (values) => [...values].sort((a, b) => a - b);
const median = (values) => sorted(values)[values.length >> 1];
const spread = (values, unit) => {
  const all = sorted(values);
  return `${Math.round(all[0])} / ${Math.round(median(all))} / ${Math.round(all.at(-1))} ${unit}`;
};

async function metricsOf(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  return async () => Object.fromEntries((await session.send("Performance.getMetrics")).metrics.map(({ name, value }) => [name, value]));
}

// Counts drawn frames by a mark a frame: data-frames is written only now and then.
function markFrames() {
  const request = window.requestAnimationFrame.bind(window);
  window.ownRequestAnimationFrame = request;
  window.drawnFrames = 0;
  window.requestAnimationFrame = (callback) =>
    request((now) => {
      ++window.drawnFrames;
      callback(now);
    });
  const start = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (...values) => {
    const result = await start.apply(WebAssembly, values);
    window.wasmMemory = Object.values(result.instance.exports).find((it) => it instanceof WebAssembly.Memory);
    return result;
  };
}

async function openWith(init, query) {
  const withInit = {
    newContext: async (settings) => {
      const context = await browser.newContext(settings);
      await context.addInitScript(init);
      return context;
    },
  };
  const page = await openPage(withInit, `${site.url}?${query}`);
  await settle(page);
  return page;
}

async function measureStart() {
  const ready_ms = [];
  const busy_ms = [];
  for (let i = 0; i < coldLoads; ++i) {
    const fresh = await launchBrowser(); // with nothing in its caches
    const page = await fresh.newPage({ viewport: { width: 1280, height: 800 } });
    await page.addInitScript(() => {
      new MutationObserver((_, observer) => {
        if (document.getElementById("root")?.dataset.ready !== "true") return;
        window.readyAfter_ms = performance.now();
        observer.disconnect();
      }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-ready"] });
    });
    const metrics = await metricsOf(page);
    await page.goto(site.url);
    await page.waitForSelector('#root[data-ready="true"]', { timeout: 120_000 });
    ready_ms.push(await page.evaluate(() => window.readyAfter_ms));
    busy_ms.push((await metrics()).TaskDuration * 1000);
    await fresh.close();
  }
  say("data-ready after, cold, min / median / max", spread(ready_ms, "ms"), `(${cpus().length} cores, load ${loadavg()[0].toFixed(1)})`);
  say("  main thread busy until then", spread(busy_ms, "ms"));
}

async function measureBytes() {
  const { files } = JSON.parse(await readFile(path.join(folder, "build.json"), "utf8"));
  const first = Object.entries(files).filter(([name]) => /^[^/]+\.(html|js|css|wasm)$/.test(name) && name !== "sw.js");
  const sum = first.reduce((bytes, [, { br }]) => bytes + br, 0);
  say("html, js, css, wasm, brotli", `${(sum / 1024).toFixed(1)} KB`);
  for (const [name, { br }] of first) say(`  ${name}`, `${(br / 1024).toFixed(1)} KB`);
}

const scroll = (page, step) =>
  page.evaluate(
    async ({ step, count }) => {
      const scroller = document.querySelector("[data-surface=feed].scrolls");
      const before = window.drawnFrames;
      for (let i = 0; i < count; ++i) {
        scroller.scrollTop += step;
        await new Promise((resolve) => ownRequestAnimationFrame(() => setTimeout(resolve)));
      }
      return window.drawnFrames - before;
    },
    { step, count: framesARound },
  );

async function scrollDown(page, posts) {
  return page.evaluate(async (posts) => {
    const scroller = document.querySelector("[data-surface=feed].scrolls");
    let last = 0;
    for (let i = 0; last < posts && i < posts; ++i) {
      scroller.scrollTop = scroller.scrollHeight;
      await new Promise((resolve) => ownRequestAnimationFrame(() => setTimeout(resolve)));
      for (const el of document.querySelectorAll("[role=feed] article")) last = Math.max(last, Number(el.getAttribute("aria-posinset")));
    }
    return last;
  }, posts);
}

// One round up and down over the same posts, in processor time of the main thread.
async function round({ page, metrics }) {
  const before = await metrics();
  const frames = (await scroll(page, -step_pt)) + (await scroll(page, step_pt));
  const after = await metrics();
  return ((after.TaskDuration - before.TaskDuration) * 1000) / frames;
}

async function measureFrames() {
  const kinds = [
    { name: "n=1000", query: "source=demo:?n=1000", posts: 200 },
    { name: "n=1000000", query: "source=demo:?n=1000000", posts: 200 },
    { name: `n=1000000, ${deepPosts} posts down`, query: "source=demo:?n=1000000", posts: deepPosts },
  ];
  for (const kind of kinds) {
    kind.page = await openWith(markFrames, kind.query);
    kind.came = await scrollDown(kind.page, kind.posts);
    kind.metrics = await metricsOf(kind.page);
    kind.ms = [];
    await round(kind); // inks and loads what is scrolled over
  }
  for (let i = 0; i < rounds; ++i) for (const kind of kinds) kind.ms.push(await round(kind));
  for (const { name, ms } of kinds) {
    say(`a scrolled frame, ${name}`, `${median(ms).toFixed(2)} ms`, `(${sorted(ms)[0].toFixed(2)} to ${sorted(ms).at(-1).toFixed(2)})`, `ratio ${(median(ms) / median(kinds[0].ms)).toFixed(2)}`);
  }
  for (const { name, page, metrics, came } of kinds) {
    const wasm = await page.evaluate(() => window.wasmMemory?.buffer.byteLength ?? 0);
    const { JSHeapUsedSize, Nodes } = await metrics();
    say(`memory, ${name}`, `wasm ${(wasm / 2 ** 20).toFixed(1)} MB`, `js ${(JSHeapUsedSize / 2 ** 20).toFixed(1)} MB`, `${Nodes} nodes`, `${came} posts`);
    await page.context().close();
  }
}

async function measureGl() {
  const page = await openWith(watchGl, "source=demo:?n=1000");
  await page.evaluate(() => (window.drawnFrames = 0));
  await scroll(page, step_pt);
  await settle(page);
  await page.evaluate(() => (counted.frames.length = 0));
  await scroll(page, -step_pt);
  const { frames, textureBytes, mostTextureBytes } = await page.evaluate(() => {
    const { frames, textureBytes, mostTextureBytes } = counted;
    return { frames, textureBytes, mostTextureBytes };
  });
  const most = (of) => Math.max(...frames.map(of));
  say("draw calls a frame, median and most", median(frames.map(({ draws }) => draws)), most(({ draws }) => draws));
  say("calls of WebGL a frame, median and most", median(frames.map(({ calls }) => calls)), most(({ calls }) => calls));
  say("reads from WebGL a frame, most", most(({ reads }) => reads.length));
  say("textures now and at most", `${(textureBytes / 2 ** 20).toFixed(1)} MB`, `${(mostTextureBytes / 2 ** 20).toFixed(1)} MB`);
  await page.context().close();
}

try {
  await measureBytes();
  await measureGl();
  await measureFrames();
  await measureStart();
} finally {
  await browser.close();
  await site.close();
}
