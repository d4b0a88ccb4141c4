// The outline's transparent text and the painted one: in one place, found and copied as what it is.
import assert from "node:assert/strict";
import { settle } from "./support/browser.mjs";
import { languageTexts, serveTexts } from "./support/language_server.mjs";
import { keepShot, knowInkBox, showOutlineText } from "./support/pixels.mjs";

const shown = ["en", "ru", "el", "vi", "zh-Hans", "ja", "ko", "ar", "he", "ur", "hi", "bn", "ta", "th"];
const mixed = {
  language: "en",
  text: "The sign said שלום עולם (that is “hello, world”) and below it, in Arabic, مرحبا بالعالم 123, and a family 👩‍👩‍👧‍👦 waved 👋🏽 at the 🇯🇵 flag; then everybody went home to 中文课 at half past nine.",
};
// Looks within a line that its transparent text, in one look, does not have.
const rich = [
  { language: "en", text: "<p>A word in <strong>bold letters that are wider</strong> than the rest, one in <em>italics</em>, one in <code>code_of_equal_width()</code>, a <a href=\"https://example.org/\">link to some place</a>, and <strong><em>both</em></strong> at <s>last</s> the end of it all.</p>" },
  { language: "zh-Hans", text: "<p>他写道：“<strong>今天（星期六）</strong>，我们去了《三体》展览；<a href=\"https://example.org/\">example.org</a>上的iPhone 15照片共120张！”大家都说：「好极了」、『妙极了』。（完）</p>" },
  { language: "ar", text: "<p>كلمة <strong>بخط عريض جدا</strong> ثم <em>mixed words</em> ورابط <a href=\"https://example.org/\">example.org</a> في آخر السطر <strong>مرة أخرى</strong> إلى النهاية.</p>" },
];

let serving;
const start = () =>
  (serving ??= languageTexts(shown).then((texts) =>
    serveTexts([...texts.map(({ language, text }) => ({ language, text: text.split("\n\n")[0] })), mixed, ...rich]),
  ));
export const after = async () => (await serving)?.close();

async function openTexts(open, options) {
  const server = await start();
  const page = await open(`${server.source}&read=en&theme=light`, { hash: server.hash, width: 420, height: 900, ...options });
  await page.waitForSelector("[data-surface=post] article .line", { state: "attached" });
  return page;
}

const scrollOn = (page) =>
  page.evaluate(() => {
    const scroller = document.querySelector("[data-surface=post]");
    const was = scroller.scrollTop;
    scroller.scrollTop += 700;
    return scroller.scrollTop > was;
  });

// The painted and the own ink of each line that stands wholly on screen: how far their left and right ends and their
// baselines are apart.
const apart = (page) =>
  page.evaluate(() => {
    const found = [];
    for (const line of document.querySelectorAll("[data-surface=post] article p.node .line")) {
      const { top, bottom, left, right } = line.getBoundingClientRect();
      if (top < 60 || bottom > innerHeight - 60 || right - left < 4) continue;
      const rect = { left: left - 4, right: right + 4, top: (top + bottom) / 2 - 9, bottom: (top + bottom) / 2 + 9 };
      const [painted, own] = [inkBox(shots.painted, rect), inkBox(shots.own, rect)];
      const { lang } = line.closest("[lang]");
      const off = painted && own && [painted.left - own.left, painted.right - own.right, inkShift(shots.painted, shots.own, rect)];
      found.push({ lang, text: line.textContent, off });
    }
    return found;
  });

// The outline holds what is near the window only.
async function goTo(page, text) {
  await page.evaluate(() => (document.querySelector("[data-surface=post]").scrollTop = 0));
  const isThere = () => page.evaluate((wanted) => [...document.querySelectorAll("[data-surface=post] p.node")].some((el) => el.textContent === wanted), text);
  for (let i = 0; i < 30 && !(await isThere()); ++i) {
    await scrollOn(page);
    await settle(page, 100);
  }
}

async function select(page, text) {
  return page.evaluate((wanted) => {
    const p = [...document.querySelectorAll("[data-surface=post] article p.node")].find((el) => el.textContent === wanted);
    const lines = p.querySelectorAll(".line");
    const range = document.createRange();
    range.setStart(lines[0].firstChild, 0);
    range.setEnd(lines[lines.length - 1].firstChild, lines[lines.length - 1].textContent.length);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    return { lines: lines.length, text: getSelection().toString() };
  }, text);
}

export default {
  "every transparent line lies on its painted one": async ({ open }) => {
    const page = await openTexts(open, { scale: 2 });
    await knowInkBox(page);
    const lines = new Map();
    do {
      await settle(page, 200);
      await keepShot(page, "painted");
      await showOutlineText(page, { ink: "#1b1a18", ground: "#fff" });
      await keepShot(page, "own");
      await showOutlineText(page, null);
      for (const line of await apart(page)) lines.set(`${line.lang} ${line.text}`, line);
    } while (await scrollOn(page));
    const languages = new Set([...lines.values()].map(({ lang }) => lang));
    for (const lang of shown) assert.ok(languages.has(lang), `lines in ${lang}`);
    const off = [...lines.values()].filter(({ off: edges }) => !edges || edges.some((each) => Math.abs(each) > 1));
    const say = ({ lang, text, off: edges }) => `${lang} “${text}” left, right, baseline ${edges}`;
    console.log(`  ${lines.size} lines in ${languages.size} languages`);
    assert.deepEqual(off.map(say), [], "more than a point away");
  },

  "the browser's find selects the right place, across the end of a line": async ({ open }) => {
    const page = await openTexts(open);
    for (const { language, text } of await languageTexts(["zh-Hans", "ar", "th", "en"])) {
      // Two lines' worth of words from the middle of the first paragraph.
      const words = [...new Intl.Segmenter(language, { granularity: "word" }).segment(text.split("\n\n")[0])];
      const phrase = words.filter(({ index }) => index >= 60 && index < 130).map(({ segment }) => segment).join("").trim();
      await goTo(page, text.split("\n\n")[0]);
      const found = await page.evaluate((wanted) => {
        getSelection().removeAllRanges();
        if (!window.find(wanted, true, false, true)) return null;
        const range = getSelection().getRangeAt(0);
        const at = range.startContainer.parentElement.closest("p.node");
        return {
          text: getSelection().toString(),
          lang: at.closest("[lang]").lang,
          lines: new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom / 8))).size,
        };
      }, phrase);
      assert.ok(found, `“${phrase}” is found`);
      assert.equal(found.text, phrase);
      assert.equal(found.lang, language);
      assert.ok(found.lines >= 2, `on ${found.lines} lines`);
    }
  },

  "a selection across lines, bidi and emoji copies the text itself": async ({ open }) => {
    const page = await openTexts(open, { permissions: ["clipboard-read", "clipboard-write"] });
    const texts = [mixed, ...(await languageTexts(["ar", "zh-Hans", "hi"]))].map(({ text }) => text.split("\n\n")[0]);
    for (const text of texts) {
      await goTo(page, text);
      const selected = await select(page, text);
      assert.ok(selected.lines > 2, `${selected.lines} lines`);
      assert.equal(selected.text, text);
      await page.keyboard.press("ControlOrMeta+c");
      assert.equal(await page.evaluate(() => navigator.clipboard.readText()), text);
    }
  },
};
