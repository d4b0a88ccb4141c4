// What text costs in the built page, in a real browser: ./dev bench text. Timed is what crosses the bridge for text, measuring,
// inking with its upload, and finding words, with the clock of an isolated page (5 us). That is a wall's clock: what else
// runs on the machine only adds to it, so of several runs the least is nearest to the truth; the spread is printed. What C++
// does with the answers is bench_text's part. Printed besides: what text adds to the bundle, and the fonts that fonts=bundled fetches.
// That nothing is measured or inked over known cards, and that no card is shown without its text, is tested:
// tests/browser/text_ink_test.mjs.
import { readFile } from "node:fs/promises";
import { cpus, loadavg } from "node:os";
import path from "node:path";
import { launchBrowser, openPage, root, serveFolder, settle } from "../browser/support/browser.mjs";
import { languageTexts, serveTexts } from "../browser/support/language_server.mjs";
import { textBytes } from "./text_bytes.mjs";

const starts = 3;
const loads = 5; // of the same process, which has opened its fonts
const scrolls = 5;
const frames = 240; // four seconds
const step_pt = 67; // 4,000 px a second at 60 frames
const pause_ms = 30; // after each frame: its drawing, which a real device does beside the page, is the processor's work here
const scale = 1;

const folder = path.join(root, "dist");
const isolated = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };
const say = (what, ...values) => console.log(`${what.padEnd(50)} ${values.join("  ")}`);
const sorted = (values) => [...values].sort((a, b) => a - b);
const at = (values, share) => sorted(values)[Math.min(values.length - 1, Math.floor(values.length * share))];
const spread = (values, digits = 1) => `${[0, 0.5, 1].map((share) => at(values, share).toFixed(digits)).join(" / ")} ms`;

// In the page, before all else: window.text is the sum of what text cost so far, told apart by what it was for.
function watchText() {
  const sums = { measure: 0, ink: 0, segment: 0, pieces: 0, inks: 0 };
  window.text = sums;
  window.textCalls = []; // [what it did, ms]
  let depth = 0; // of calls within calls
  let key = ""; // the first text of the call, in its look, and of how many
  let parts = 0;
  const timed = (own, what, count) =>
    function (...values) {
      if (count) {
        ++sums[count];
        if (parts++ === 0) key = `${what} ${this.font} ${this.canvas.lang} ${values[0]}`;
      }
      if (depth > 0) return own.apply(this, values);
      ++depth;
      if (!count) parts = 0;
      const started = performance.now();
      try {
        return own.apply(this, values);
      } finally {
        const took = performance.now() - started;
        sums[what] += took;
        window.textCalls.push([`${key} ${parts}`, took]);
        parts = 0;
        --depth;
      }
    };
  // The functions that the module imports hand on to the host's methods, whose names say what they are for.
  const wrap = (imports) => {
    for (const module of Object.values(imports ?? {})) {
      for (const [name, own] of Object.entries(module)) {
        const what = typeof own === "function" && /\.(measure|ink|segment)\(/.exec(String(own))?.[1];
        if (what) module[name] = timed(own, what);
      }
    }
    return imports;
  };
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const own = WebAssembly[name];
    WebAssembly[name] = (source, imports) => own.call(WebAssembly, source, wrap(imports));
  }
  const Instance = WebAssembly.Instance;
  WebAssembly.Instance = function (module, imports) {
    return new Instance(module, wrap(imports));
  };
  WebAssembly.Instance.prototype = Instance.prototype;
  const { prototype } = CanvasRenderingContext2D;
  prototype.measureText = timed(prototype.measureText, "measure", "pieces"); // also what the outline asks by itself
  prototype.fillText = timed(prototype.fillText, "ink", "inks");

  new MutationObserver((_, observer) => {
    if (document.getElementById("root")?.dataset.ready !== "true") return;
    window.textAtReady = { ...sums };
    observer.disconnect();
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-ready"] });
}

const cost = ({ measure, ink, segment }) => measure + ink + segment;
const told = ({ measure, ink, segment, pieces, inks }) =>
  `measured ${measure.toFixed(1)} ms (${pieces} calls), words found ${segment.toFixed(1)} ms, inked ${ink.toFixed(1)} ms (${inks})`;

const openWatched = (browser, address) => openPage(browser, address, { scale, init: watchText });

const reload = async (page) => {
  await page.reload();
  await page.waitForSelector('#root[data-ready="true"]');
};

async function measureFirstScreen(name, address) {
  const cold = [];
  const warm = [];
  for (let i = 0; i < starts; ++i) {
    const browser = await launchBrowser();
    const page = await openWatched(browser, address);
    cold.push(await page.evaluate(() => window.textAtReady));
    await settle(page);
    for (let k = 0; i + 1 === starts && k < loads; ++k) {
      await reload(page);
      warm.push(await page.evaluate(() => window.textAtReady));
    }
    await browser.close();
  }
  for (const [when, all] of [["fonts opened before", warm], ["in a new process", cold]]) {
    const least = Math.min(...all.map(cost));
    say(`${name}, ${when}, min / median / max`, spread(all.map(cost)));
    say("  the least", told(all.find((each) => cost(each) === least)));
  }
}

// The calls for text in each frame: [[what it did, ms]].
const scrollOnce = (page) =>
  page.evaluate(
    async ({ frames, step, pause }) => {
      const scroller = document.querySelector("[data-surface=feed].scrolls");
      const calls = [];
      for (let i = 0; i < frames; ++i) {
        window.textCalls = [];
        scroller.scrollTop += step;
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, pause)));
        calls.push(window.textCalls);
      }
      return calls;
    },
    { frames, step: step_pt, pause: pause_ms },
  );

async function measureScroll(name, address) {
  const browser = await launchBrowser();
  const page = await openWatched(browser, address);
  const runs = [];
  for (let i = 0; i <= scrolls; ++i) {
    if (i > 0) await reload(page);
    await settle(page);
    runs.push(await scrollOnce(page));
  }
  await browser.close();
  const [first, ...known] = runs; // the first opens fonts as it meets their scripts
  const least = new Map();
  for (const [what, ms] of known.flat(2)) least.set(what, Math.min(ms, least.get(what) ?? Infinity));
  const costs = (calls, of) => calls.map((frame) => frame.reduce((sum, call) => sum + of(call), 0));
  const asTimed = known.map((calls) => costs(calls, ([, ms]) => ms));
  const undisturbed = known.map((calls) => costs(calls, ([what]) => least.get(what)));
  const opening = costs(first, ([, ms]) => ms);
  say(`text in a frame of a fast scroll, ${name}`, `each call at its least of ${scrolls} runs | as timed | the first run, which opens fonts`);
  for (const [what, share] of [["median frame", 0.5], ["95th percentile", 0.95], ["99th percentile", 0.99], ["the most", 1]]) {
    say(`  ${what}`, ...[undisturbed, asTimed].map((all) => `${spread(all.map((each) => at(each, share)), 2)} |`), `${at(opening, share).toFixed(2)} ms`);
  }
  const mean = (each) => each.reduce((sum, ms) => sum + ms, 0) / frames;
  say("  the mean", ...[undisturbed, asTimed].map((all) => `${spread(all.map(mean), 2)} |`), `${mean(opening).toFixed(2)} ms`);
}

async function measureFonts(address) {
  const browser = await launchBrowser();
  const fetched = [];
  const withWatch = {
    newContext: async (settings) => {
      const context = await browser.newContext(settings);
      context.on("response", async (response) => {
        if (/\.woff2?$/.test(new URL(response.url()).pathname)) fetched.push({ name: path.basename(response.url()), bytes: (await response.body()).length });
      });
      return context;
    },
  };
  for (const fonts of ["system", "bundled"]) {
    fetched.length = 0;
    const page = await openPage(withWatch, `${address}&fonts=${fonts}`);
    await settle(page, 1500);
    const sum = fetched.reduce((bytes, each) => bytes + each.bytes, 0);
    say(`fonts of the first mixed screen, fonts=${fonts}`, `${(sum / 1024).toFixed(0)} KB`, `${fetched.length} files`);
    for (const { name, bytes } of sorted(fetched.map(({ bytes }) => -bytes)).slice(0, 5).map((bytes) => fetched.find((each) => each.bytes === -bytes))) say(`  ${name}`, `${(bytes / 1024).toFixed(0)} KB`);
    await page.context().close();
  }
  await browser.close();
}

const site = await serveFolder(folder, isolated);
const texts = await languageTexts();
const server = await serveTexts(texts.map(({ language, text }) => ({ language, text: text.split("\n\n")[0] })));
try {
  console.log(`${cpus().length} cores, load ${loadavg()[0].toFixed(1)}; a window of 1280 x 800 at scale ${scale}`);
  const mixed = `${site.url}?${server.source}&read=en`;
  await measureFirstScreen("first screen, demo", site.url);
  await measureFirstScreen("first screen, thirty languages", mixed);
  await measureScroll("demo", `${site.url}?source=demo:?n=1000`);
  await measureFonts(mixed);
  await textBytes(folder, say);
} finally {
  await server.close();
  await site.close();
}
