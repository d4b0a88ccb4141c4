// A real Chromium with Mesa's GL, and dist/ served on loopback: what every browser test starts from.
import { createServer } from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import sirv from "sirv";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../..");

const glArguments = ["--no-sandbox", "--use-gl=angle", "--use-angle=gl-egl", "--ignore-gpu-blocklist"];
const quietArguments = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

export const launchBrowser = () =>
  chromium.launch({ executablePath: process.env.CROSSFEED_CHROMIUM ?? "/usr/bin/chromium", headless: true, args: [...glArguments, ...quietArguments] });

// Serves a folder as any static host would, with further headers where a test wants them.
export async function serveFolder(folder, headers = {}) {
  const setHeaders = (response) => Object.entries(headers).forEach(([name, value]) => response.setHeader(name, value));
  const files = sirv(folder, { brotli: true, gzip: true, dev: false, etag: true, setHeaders });
  const server = createServer((request, response) => files(request, response, () => response.writeHead(404).end()));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => new Promise((resolve) => server.close(resolve)) };
}

// A page with nothing on it yet; init runs in it before everything else. Errors of the page and refusals of its policy are kept in page.problems.
export async function newPage(browser, { width = 1280, height = 800, dark = false, scale = 1, phone = false, init, ...more } = {}) {
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    colorScheme: dark ? "dark" : "light",
    locale: "en-GB",
    hasTouch: phone,
    isMobile: phone,
    serviceWorkers: "block",
    ...more,
  });
  if (init) await context.addInitScript(init);
  const page = await context.newPage();
  page.ownSize = { width, height };
  page.problems = [];
  page.on("pageerror", (error) => page.problems.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" && /Content Security|Trusted|Uncaught/.test(message.text())) page.problems.push(message.text());
  });
  return page;
}

// The app at this address; ready: false does not wait for the first posts.
export async function showPage(page, address, { ready = true } = {}) {
  await page.goto(address);
  if (ready) await page.waitForSelector('#root[data-ready="true"]', { timeout: 20_000 });
}

export async function openPage(browser, address, options) {
  const page = await newPage(browser, options);
  await showPage(page, address);
  return page;
}

// Waits until no frame was drawn for a while: pictures are there, fades are over.
export async function settle(page, quiet_ms = 400, most_ms = 15_000) {
  const frames = () => page.getAttribute("#root", "data-frames");
  let last = await frames();
  let since = Date.now();
  const started = since;
  while (Date.now() - since < quiet_ms && Date.now() - started < most_ms) {
    await page.waitForTimeout(60);
    const now = await frames();
    if (now !== last) since = Date.now();
    last = now;
  }
}
