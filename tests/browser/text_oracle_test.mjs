// Running text of every language in tests/golden/languages, set by us and by the browser itself: the same lines, as wide,
// in the same order. Chinese and Japanese with spacing=off: what we squeeze is ours, and tests/golden/text holds that.
// With CROSSFEED_DEEP=1 (./dev bench oracle) at all five widths; else at two with each kind of fonts.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { settle } from "./support/browser.mjs";
import { languageTexts, serveTexts } from "./support/language_server.mjs";
import { compareNodes, kindOf, kinds } from "./support/text_oracle.mjs";
import { orderFile, orderedTexts, visualLines } from "./support/visual_order.mjs";

const isDeep = process.env.CROSSFEED_DEEP === "1";
const widths = [330, 390, 520, 680, 1280]; // of the window; a post's text is 10 to 40 points narrower, at most 640
const few = { system: [390, 680], bundled: [330, 1280] };
const height = 3000; // few steps to scroll by

// Only the layout is asked for: the page has no WebGL here, so it paints nothing and is what its outline is.
const unpainted = () => {
  const own = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (kind, ...more) {
    return kind === "webgl2" ? null : own.call(this, kind, ...more);
  };
};

let serving;
const start = () => (serving ??= languageTexts().then(serveTexts));
export const after = async () => (await serving)?.close();

async function compareAll(open, query, widths) {
  const server = await start();
  const page = await open(`${server.source}&read=en&spacing=off${query}`, { hash: server.hash, width: 390, height, init: unpainted });
  await page.waitForSelector("[data-surface=post] article .line", { state: "attached" });
  await page.evaluate(() => document.body.classList.remove("plain")); // lines where they would be painted
  const results = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height });
    await settle(page, 250);
    // What a text needs of the bundled fonts is asked for when it is laid out, and laid out anew when that has come.
    await page.evaluate(async () => {
      for (let i = 0; i < 3; ++i) {
        await document.fonts.ready;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    });
    results.push(...(await page.evaluate(compareNodes)));
  }
  return results;
}

function report(results, what) {
  const byLanguage = new Map();
  const found = new Map();
  const sum = { lines: 0, same: 0, wide: 0 };
  for (const { language, lines, same, widest, differences } of results) {
    const one = byLanguage.get(language) ?? { lines: 0, same: 0, widest: 0 };
    byLanguage.set(language, { lines: one.lines + lines, same: one.same + same, widest: Math.max(one.widest, widest) });
    sum.lines += lines;
    sum.same += same;
    for (const each of differences) {
      if (each.kind === "width") ++sum.wide;
      const kind = each.kind === "width" ? "width" : kindOf(each);
      found.set(kind, [...(found.get(kind) ?? []), { language, ...each }]);
    }
  }
  const row = ([language, { lines, same, widest }]) => `${language} ${same}/${lines}, ${widest.toFixed(2)} px`;
  console.log(`  ${what}: ${sum.same} of ${sum.lines} lines in ${byLanguage.size} languages, ${sum.wide} of another width`);
  console.log(`  ${[...byLanguage].map(row).join("; ")}`);
  for (const [kind, all] of found) {
    console.log(`  ${kind}: ${all.length}. ${kinds[kind] ?? "Pieces of a word kern with each other."}`);
    const shown = new Map(all.map((each) => [each.language, each])); // one a language
    for (const { language, ours, theirs, off } of shown.values()) console.log(`    ${language}: ${ours}  here, ${theirs}  there; ${off.toFixed(2)} px`);
  }
  return { ...sum, languages: byLanguage.size };
}

function check({ lines, same, wide, languages }, least) {
  assert.ok(languages >= 30, `${languages} languages`);
  assert.ok(lines > least, `${lines} lines`);
  assert.ok(same / lines >= 0.995, `${same} of ${lines} lines end where the browser ends them`);
  assert.ok(wide / lines <= 0.002, `${wide} of ${lines} lines differ by more than half a pixel`);
}

export const most_ms = isDeep ? 1_800_000 : 400_000; // hundreds of screens, measured twice

export default {
  "lines end where the browser ends them, system fonts": async ({ open }) =>
    check(report(await compareAll(open, "", isDeep ? widths : few.system), "system fonts"), isDeep ? 7000 : 2000),
  "lines end where the browser ends them, bundled fonts": async ({ open }) =>
    check(report(await compareAll(open, "&fonts=bundled", isDeep ? widths : few.bundled), "bundled fonts"), isDeep ? 7000 : 2000),

  // What visual_order_test.cpp holds our own order to.
  "the golden file has each bidirectional line in this browser's order": async ({ open, root }) => {
    const page = await open("", { init: () => {} }); // a context of its own: after bundled fonts the browser falls back otherwise
    const paragraphs = await page.evaluate(visualLines, await orderedTexts());
    const golden = await readFile(path.join(root, "tests/golden/text/visual_order.txt"), "utf8");
    assert.equal(orderFile(paragraphs), golden, "node tests/golden/text/visual_order.mjs writes it anew");
  },
};
