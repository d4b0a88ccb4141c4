// The start: how much is loaded and from where, below any path, without a network, without WebGL.
import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { serveFolder } from "./support/browser.mjs";
import { cardsOf, feedOf, postOf, until } from "./support/opening.mjs";

const most_bytes = 450 * 1024;

export default {
  "html, js, css and wasm are 450 KB of brotli at most": async ({ folder }) => {
    const { files } = JSON.parse(await readFile(path.join(folder, "build.json"), "utf8"));
    const first = Object.entries(files).filter(([name]) => /^[^/]+\.(html|js|css|wasm)$/.test(name) && name !== "sw.js");
    const kinds = new Set(first.map(([name]) => path.extname(name)));
    assert.deepEqual([...kinds].sort(), [".css", ".html", ".js", ".wasm"]);
    const sum = first.reduce((bytes, [, { br }]) => bytes + br, 0);
    console.log(`   ${(sum / 1024).toFixed(1)} KB of brotli`);
    assert.ok(sum <= most_bytes, `${sum} bytes`);
  },

  "it gets ready, says when, and takes no font": async ({ open }) => {
    const fonts = [];
    // In the page's own clock: how busy this process is does not count.
    const init = () => {
      new MutationObserver((_, observer) => {
        if (document.getElementById("root")?.dataset.ready !== "true") return;
        window.readyAfter_ms = performance.now();
        observer.disconnect();
      }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-ready"] });
    };
    const page = await open("", { init });
    fonts.push(...(await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => /\.(woff2?|ttf|otf)/.test(name)))));
    assert.deepEqual(fonts, []);
    const ready = await page.evaluate(() => window.readyAfter_ms);
    assert.ok(ready > 0, "the first cards are told");
    console.log(`   ready after ${Math.round(ready)} ms`);
  },

  "nothing leaves its own origin": async ({ browser, site }) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, serviceWorkers: "block" });
    const asked = [];
    context.on("request", (request) => asked.push(request.url()));
    const page = await context.newPage();
    await page.goto(site.url);
    await page.waitForSelector("#root[data-ready=true]");
    await page.mouse.move(500, 400);
    for (let i = 0; i < 8; ++i) {
      await page.mouse.wheel(0, 600);
      await page.waitForTimeout(60);
    }
    await cardsOf(page).first().focus();
    await page.keyboard.press("Enter");
    await postOf(page).waitFor();
    await page.waitForTimeout(500);
    const outside = asked.filter((url) => !url.startsWith(site.url) && !/^(data|blob):/.test(url));
    assert.ok(asked.length > 5);
    assert.deepEqual(outside, []);
  },

  "it works below a path": async ({ open, folder }) => {
    const above = await mkdtemp(path.join(tmpdir(), "crossfeed-below-"));
    await cp(folder, path.join(above, "some/path"), { recursive: true });
    const site = await serveFolder(above);
    try {
      const page = await open("", { url: `${site.url}some/path/` });
      assert.ok((await cardsOf(page).count()) >= 4);
      const missing = await page.evaluate(() => performance.getEntriesByType("resource").filter(({ name, responseStatus }) => responseStatus >= 400 && !name.endsWith("/favicon.ico")).map(({ name }) => name));
      assert.deepEqual(missing, []);
      await cardsOf(page).first().focus();
      await page.keyboard.press("Enter");
      await postOf(page).waitFor();
      assert.ok(new URL(page.url()).pathname === "/some/path/");
    } finally {
      await site.close();
      await rm(above, { recursive: true });
    }
  },

  "after the first visit it opens without a network": async ({ browser, site }) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await page.goto(site.url);
    await page.waitForSelector("#root[data-ready=true]");
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
    await until(() => page.evaluate(() => navigator.serviceWorker.getRegistration().then((it) => it?.active?.state)), (state) => state === "activated", "the service worker");
    await page.reload(); // now through it
    await page.waitForSelector("#root[data-ready=true]");
    await context.setOffline(true);
    await page.reload();
    await page.waitForSelector("#root[data-ready=true]", { timeout: 15_000 });
    await cardsOf(page).first().waitFor();
    assert.ok((await cardsOf(page).count()) >= 4);
  },

  "without WebGL the posts stand there as text": async ({ open }) => {
    const init = () => {
      const own = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = function (kind, ...more) {
        return /webgl/.test(kind) ? null : own.call(this, kind, ...more);
      };
    };
    const page = await open("", { init });
    await page.getByText("This browser shows no WebGL 2").waitFor();
    const card = feedOf(page).getByRole("article").first();
    await card.waitFor();
    assert.ok((await card.innerText()).trim().length > 10);
    // Text that is seen, unlike over the canvas.
    const seen = await card.evaluate((el) => [...el.querySelectorAll("p")].some((p) => {
      const { color, visibility } = getComputedStyle(p);
      return p.textContent.trim() && visibility === "visible" && !/rgba\(.*, 0\)|transparent/.test(color);
    }));
    assert.ok(seen, "visible text");
    await card.getByRole("button", { name: "Open", exact: true }).click();
    await postOf(page).waitFor();
    assert.ok((await postOf(page).innerText()).trim().length > 10);
  },
};
