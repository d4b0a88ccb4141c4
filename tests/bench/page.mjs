// What the built page costs in a real browser: ./dev bench page [POSTS]. Main-thread times are the processor's, not the
// clock's, so that what else the machine does counts little; the time to the first cards is the clock's, as a reader waits.
// Chromium draws with Mesa here, on the processor: frames per second would measure that, and are not quoted.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { cpus, loadavg } from "node:os";
import path from "node:path";
import { launchBrowser, openPage, root, serveFolder, settle } from "../browser/support/browser.mjs";
import { watchGl } from "../browser/support/gl_watch.mjs";

const deepPosts = Number(process.argv[2] ?? 10_000);
const coldLoads = 7;
const browserStart_ms = 3000;
const rounds = 5;
const framesARound = 100;
const step_pt = 40; // of a scrolled frame, as a brisk wheel

const folder = path.join(root, "dist");
const site = await serveFolder(folder);
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
  const page = await openPage(browser, `${site.url}?${query}`, { init });
  await settle(page);
  return page;
}

// The least that a page with a WebGL canvas takes here: most of it is the browser's and its GL's.
const barePage = `<!doctype html><div id="root"><canvas width="1280" height="800"></canvas></div><script type="module">
  const gl = document.querySelector("canvas").getContext("webgl2");
  requestAnimationFrame(() => {
    gl.clear(gl.COLOR_BUFFER_BIT);
    document.getElementById("root").dataset.ready = "true";
  });
</script>`;

// In a browser that has nothing in its caches, but has ended its own start.
async function startOnce(address) {
  const fresh = await launchBrowser();
  const page = await fresh.newPage({ viewport: { width: 1280, height: 800 } });
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (document.getElementById("root")?.dataset.ready !== "true") return;
      window.readyAfter_ms = performance.now();
      observer.disconnect();
    }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-ready"] });
  });
  await page.waitForTimeout(browserStart_ms);
  const metrics = await metricsOf(page);
  await page.goto(address, { waitUntil: "commit" });
  await page.waitForFunction(() => window.readyAfter_ms > 0, null, { polling: 100, timeout: 120_000 });
  const ready_ms = await page.evaluate(() => window.readyAfter_ms);
  const busy_ms = (await metrics()).TaskDuration * 1000;
  await fresh.close();
  return { ready_ms, busy_ms };
}

async function measureStart() {
  const bareServer = createServer((_, response) => response.setHeader("content-type", "text/html").end(barePage));
  await new Promise((resolve) => bareServer.listen(0, "127.0.0.1", resolve));
  const ours = [];
  const bare = [];
  for (let i = 0; i < coldLoads; ++i) {
    ours.push(await startOnce(site.url));
    bare.push(await startOnce(`http://127.0.0.1:${bareServer.address().port}/`));
  }
  bareServer.close();
  const times = (of) => of.map(({ ready_ms }) => ready_ms);
  say("data-ready after, cold, min / median / max", spread(times(ours), "ms"), `(${cpus().length} cores, load ${loadavg()[0].toFixed(1)})`);
  say("  main thread busy until then", spread(ours.map(({ busy_ms }) => busy_ms), "ms"));
  say("  a page with an empty WebGL canvas", spread(times(bare), "ms"), `ratio ${(median(times(ours)) / median(times(bare))).toFixed(1)}`);
}

// From the feed's first cards until each of those in view that is not in the reader's language stands translated.
async function measureTranslated() {
  const after = [];
  for (let i = 0; i < rounds; ++i) {
    const page = await openPage(browser, `${site.url}?read=en&auto=all`, {
      init: () => {
        new MutationObserver(() => {
          if (document.getElementById("root")?.dataset.ready !== "true") return;
          window.ready_ms ??= performance.now();
          const seen = [...document.querySelectorAll("[role=feed] article")].filter((el) => el.getBoundingClientRect().top < innerHeight).map((el) => el.textContent);
          const waits = seen.some((text) => /translating…/.test(text));
          if (!waits && seen.some((text) => /→ EN/.test(text))) window.translated_ms ??= performance.now();
        }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      },
    });
    await page.waitForFunction(() => window.translated_ms > 0, null, { polling: 50 });
    after.push(await page.evaluate(() => window.translated_ms - window.ready_ms));
    await page.context().close();
  }
  say("first screen translated after data-ready", spread(after, "ms"));
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

// Started after the cold starts, beside which it would take its part of the processor.
let browser;
try {
  await measureStart();
  browser = await launchBrowser();
  await measureBytes();
  await measureTranslated();
  await measureGl();
  await measureFrames();
} finally {
  await browser?.close();
  await site.close();
}
