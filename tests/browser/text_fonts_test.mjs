// fonts=bundled: web fonts beside the page, of which a text fetches what it needs.
import assert from "node:assert/strict";
import { languageTexts, serveTexts } from "./support/language_server.mjs";
import { until } from "./support/opening.mjs";

let serving;
const start = () => (serving ??= languageTexts(["en", "ja", "th"]).then(serveTexts));
export const after = async () => (await serving)?.close();

const fetched = (page) =>
  page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name.replace(/.*\//, "")).filter((name) => /^noto/.test(name)));

export default {
  "by default no font is fetched": async ({ open }) => {
    const server = await start();
    const page = await open(`${server.source}&read=en`, { hash: server.hash });
    assert.deepEqual(await fetched(page), []);
  },

  "bundled fonts: only the slices that the texts need, and the place is kept": async ({ open }) => {
    const server = await start();
    const page = await open(`${server.source}&read=en&fonts=bundled`, { hash: server.hash, rest: false });
    await page.waitForSelector("[data-surface=post] article .line", { state: "attached" });
    const names = await until(
      () => fetched(page),
      (all) => ["noto-sans-latin-", "noto-sans-jp-", "noto-sans-thai-thai"].every((part) => all.some((name) => name.startsWith(part) && name.endsWith(".woff2"))),
      "the fonts of three scripts",
      30_000,
    );
    await page.evaluate(() => document.fonts.ready);
    const slices = names.filter((name) => name.endsWith(".woff2"));
    const japanese = slices.filter((name) => name.startsWith("noto-sans-jp"));
    assert.ok(japanese.length < 60, `${japanese.length} of the 120 slices of Japanese`);
    // The interface names languages in themselves, 日本語 and 中文, without a post's language: the first Chinese font has those.
    const chinese = slices.filter((name) => name.startsWith("noto-sans-sc"));
    assert.ok(chinese.length < 8, `${chinese.length} slices of Chinese`);
    const other = slices.filter((name) => !/^noto-sans-(sc|jp|thai|latin)-/.test(name));
    assert.deepEqual(other, [], "no other script's");
    const family = await page.evaluate(() => getComputedStyle(document.querySelector("[data-surface=post] [lang=ja].node") ?? document.querySelector("[data-surface=post] .node")).fontFamily);
    assert.match(family, /Noto Sans/);
    assert.equal(await page.evaluate(() => document.querySelector("[data-surface=post]").scrollTop), 0);
  },
};
