// The start: looks at what the browser can do, reads the address, starts the module and gives it what it asks the page
// for. After a crash the same again, on a fresh canvas.

import createCrossfeed from "crossfeed-wasm";
import { fragmentText, layoutOfAddress, makeLink, queryText, watchAddress, writeAddress } from "./address.js";
import { watchCanvas, windowSize } from "./canvas.js";
import { watchControls } from "./controls.js";
import { Crashes } from "./crash.js";
import { Frames } from "./frames.js";
import type { Host } from "./host.js";
import { Http } from "./http.js";
import { Images } from "./images.js";
import { watchKeys, watchPointer, watchPull, watchWheel } from "./input.js";
import { keep, kept, watchTabs } from "./keep.js";
import { MediaLayers } from "./media.js";
import { Outline } from "./outline.js";
import { watchPinch } from "./pinch.js";
import { copyText, openLink, pickFile, saveFile } from "./services.js";
import { romanize } from "./romanize.js";
import { registerServiceWorker } from "./service_worker.js";
import { isDark, isMotionReduced, utcOffset_min, watchSystem } from "./system.js";
import { loadStrings } from "./strings.js";
import { ink, measure, panelInk, segment, watchFonts } from "./text.js";
import { speak } from "./speech.js";
import { setTheme } from "./theme.js";
import { translate } from "./translator.js";
import { Wasm, type Exports } from "./wasm.js";

const byId = (id: string) => document.getElementById(id)!;
const root = byId("root");
const cursors = ["default", "pointer", "text", "grab", "zoom-in"]; // the order of cf_js_cursor

// The context that the module will be given when it asks: a canvas has one, made by who asks first. Asked for here, while
// the module is still being compiled, because making the first takes a browser some hundred milliseconds; and at the
// canvas's final size, because another size makes its buffers anew.
function makeContext(canvas: HTMLCanvasElement): boolean {
  const { w_px, h_px } = windowSize(root);
  canvas.width = w_px;
  canvas.height = h_px;
  return canvas.getContext("webgl2", { alpha: true, depth: false, stencil: false, antialias: false }) !== null;
}

const crashes = new Crashes(root, () => void start());
const wasm = new Wasm((what) => crashes.report(what));
const frames = new Frames(wasm, root, () => {
  byId("skeleton").remove();
  registerServiceWorker(); // what it keeps for the next visit must not delay this one
});
const http = new Http(wasm);
const images = new Images(wasm, () => frames.request());
const media = new MediaLayers(byId("under"), byId("over"));
const outline = new Outline(wasm, byId("outline"), byId("status"), byId("alert"), setTheme);

const host: Host = {
  requestFrame: () => frames.request(),
  wake: (delay_ms) => frames.wake(delay_ms),
  httpStart: (id, request) => http.start(id, request),
  httpCancel: (id) => http.cancel(id),
  imageLoad: (slot, url, w, h) => images.load(slot, url, w, h),
  imageCancel: (slot) => images.cancel(slot),
  uploadImages: (gl, most) => images.upload(gl, most),
  measure,
  segment,
  ink,
  panelInk,
  outline: (json) => outline.apply(json),
  scrollTo: (surface, y, glide) => outline.scrollTo(surface, y, glide),
  focus: (key) => outline.focus(key),
  cursor: (shape) => void (root.style.cursor = cursors[shape] ?? "default"),
  address: writeAddress,
  historyBack: () => history.back(),
  openLink,
  copy: copyText,
  saveFile,
  pickFile: () => pickFile((name, text) => wasm.event("file", name, text)),
  makeLink: (text) => {
    const tell = (link: string) => wasm.event("link", "", link);
    makeLink(text).then(tell, () => tell("")); // an old browser without CompressionStream
  },
  keep: (name, text) => void keep(name, text),
  speak: (text, lang, speed) => speak(text, lang, speed, () => wasm.event("no-voice", lang)),
  romanize: (text) => void romanize(text).then((parts) => wasm.event("romanized", "", parts)),
  translate: (request) => translate(request, (id, answer) => wasm.event("translated", String(id), answer)),
  media: (shown) => media.show(shown),
  mark: (ready, count, fps) => frames.mark(ready, count, fps),
  crash: (what) => {
    // Ends the module where it stands; Wasm takes the error and has it reported.
    throw new Error(what);
  },
};

let unwatchCanvas = () => {};

let starts = 0;
const strings = loadStrings(); // once: a fresh start after a crash has them

async function start(): Promise<void> {
  const thisStart = ++starts;
  http.reset();
  images.reset();
  media.reset();
  frames.reset();
  outline.reset();
  unwatchCanvas();
  const old = byId("canvas");
  const canvas = old.cloneNode() as HTMLCanvasElement; // the old one's context is full of a dead module's objects
  old.replaceWith(canvas);

  try {
    if (typeof WebAssembly !== "object") throw new Error("this browser has no WebAssembly");
    const coming = Promise.all([
      createCrossfeed({
        host,
        canvas,
        locateFile: (name: string) => new URL(name.endsWith(".wasm") ? MANIFEST.wasm : name, document.baseURI).href,
        // Of the module that runs now, not of one before it.
        onAbort: (what: unknown) => starts === thisStart && wasm.fail(what),
      }),
      languageTable(),
      layoutOfAddress(),
      strings,
    ]);
    const paints = makeContext(canvas);
    byId("no-webgl").hidden = paints;
    const [module, table, layout, words] = await coming;
    wasm.attach(module as unknown as Exports);
    if (table) wasm.languages(table);
    const { w_pt, h_pt, scale } = windowSize(root);
    unwatchCanvas = watchCanvas(root, canvas, wasm, frames);
    wasm.start({
      w_pt,
      h_pt,
      scale,
      dark: isDark(),
      reduced_motion: isMotionReduced(),
      online: navigator.onLine,
      webgl: paints,
      query: queryText(),
      fragment: fragmentText(),
      languages: navigator.languages,
      now_ms: performance.now(),
      utc_ms: Date.now(),
      utc_offset_min: utcOffset_min(),
      ...layout,
      ...words,
    });
    document.body.classList.toggle("plain", !paints);
    // Later than the first cards: what was translated before only saves asking again.
    for (const name of ["service-keys", "reading", "translations"]) {
      void kept(name).then((text) => text !== null && starts === thisStart && wasm.event("kept", name, text));
    }
  } catch (error) {
    crashes.failedToStart(error);
  }
}

function watchPage(): void {
  const { signal } = new AbortController();
  const layer = byId("outline");
  watchControls(layer, wasm, signal);
  // The reader's choices are a tab's own until the next visit.
  watchTabs((name, text) => name !== "reading" && wasm.event("kept", name, text), signal);
  watchPointer(root, wasm, signal);
  watchWheel(root, wasm, signal);
  watchPinch(root, wasm, signal);
  watchKeys(wasm, signal);
  watchPull(layer, wasm, signal);
  watchAddress(wasm, signal);
  watchSystem(wasm, signal);
  watchFonts(() => wasm.event("fonts"));
}

// Without it the app tells languages by scripts and frequent words.
async function languageTable(): Promise<Uint8Array | null> {
  try {
    const response = await fetch(MANIFEST.languages);
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
  } catch {
    return null;
  }
}

// The embedded community is needed as soon as the module runs: it comes beside it, not after.
function preloadDemo(): void {
  const source = new URLSearchParams(location.search).get("source") ?? "demo";
  if (!source.startsWith("demo") || !MANIFEST.demoPack) return;
  const link = Object.assign(document.createElement("link"), { rel: "preload", as: "fetch", crossOrigin: "anonymous", href: MANIFEST.demoPack });
  document.head.append(link);
}

preloadDemo();
const theme = new URLSearchParams(location.search).get("theme");
setTheme(theme === "dark" || (theme !== "light" && isDark()));
watchPage();
void start();
