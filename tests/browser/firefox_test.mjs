// Firefox: the page paints and is operated on a virtual screen with Mesa; headless, without WebGL, the posts are plain text.
import assert from "node:assert/strict";
import { launchFirefox } from "./support/firefox.mjs";
import { languageTexts, serveTexts } from "./support/language_server.mjs";
import { clock } from "./support/opening.mjs";

const languages = ["zh-Hans", "ja", "ko", "ar", "hi", "th", "ru", "en"];
let serving;
const texts = () => (serving ??= languageTexts(languages).then(serveTexts));
export const after = async () => (await serving)?.close();

async function within(paints, run) {
  const firefox = await launchFirefox({ paints });
  try {
    const page = await firefox.browser.newPage();
    await page.setViewport({ width: 1100, height: 800 });
    const problems = [];
    page.on("pageerror", (error) => problems.push(String(error)));
    await run(page);
    assert.deepEqual(problems, []);
  } finally {
    await firefox.close();
  }
}

async function openAt(page, address) {
  await page.goto(address);
  await page.waitForSelector('#root[data-ready="true"]', { timeout: 40_000 });
}

// In the window of the post: the lines on screen by language.
const linesOf = (page) =>
  page.evaluate(() => {
    const found = {};
    for (const line of document.querySelectorAll("[data-surface=post] .line")) {
      const { lang } = line.closest("[lang]");
      const { width, height } = line.getBoundingClientRect();
      if (width > 20 && height > 5) found[lang] = (found[lang] ?? 0) + 1;
    }
    return found;
  });

export default {
  "Firefox paints the feed, opens a post and closes it": ({ site }) =>
    within(true, async (page) => {
      const server = await texts();
      await openAt(page, `${site.url}?${clock}&read=en&${server.source}`);
      assert.equal(await page.evaluate(() => document.body.classList.contains("plain")), false, "it paints");
      await page.waitForSelector("[role=feed] article");
      assert.ok((await page.$$("[role=feed] article")).length >= 4, "articles");
      const shot = Buffer.from(await page.screenshot({ encoding: "base64" }), "base64");
      assert.ok(shot.length > 30_000, `a painted page, in ${shot.length} bytes`);

      await page.evaluate((hash) => (location.hash = hash), server.hash);
      await page.waitForSelector("[data-surface=post] article .line");
      const seen = new Set();
      for (let i = 0; i < 40 && seen.size < languages.length; ++i) {
        for (const lang of Object.keys(await linesOf(page))) if (languages.includes(lang)) seen.add(lang);
        await page.evaluate(() => (document.querySelector("[data-surface=post]").scrollTop += 700));
        await new Promise((resolve) => setTimeout(resolve, 80));
      }
      assert.deepEqual([...seen].sort(), [...languages].sort());
      await page.keyboard.press("Escape");
      await page.waitForFunction(() => !document.querySelector("[data-surface=post]"), { timeout: 10_000 });
      assert.equal(await page.evaluate(() => location.hash), "");
    }),

  "Firefox without WebGL shows the posts as text": ({ site }) =>
    within(false, async (page) => {
      const server = await texts();
      await openAt(page, `${site.url}?${clock}&read=en&${server.source}`);
      const shown = await page.evaluate(() => {
        const article = document.querySelector("[role=feed] article");
        return {
          said: document.getElementById("no-webgl").hidden === false,
          plain: document.body.classList.contains("plain"),
          text: article.innerText,
          ink: getComputedStyle(article.querySelector("p.node")).color,
        };
      });
      assert.ok(shown.said && shown.plain, "it says that there is no WebGL");
      assert.match(shown.text, /Texts in many languages|Each comment/);
      assert.notEqual(shown.ink, "rgba(0, 0, 0, 0)", "it can be read");
    }),
};
