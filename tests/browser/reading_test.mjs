// An opened post read beside its translation: below it, alone, by paragraph, by sentence; and languages that are always
// or never translated.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { cardsOf, postOf, statusOf, until } from "./support/opening.mjs";
import { settle } from "./support/browser.mjs";

const button = (page, name) => page.getByRole("button", { name, exact: true });
const press = async (page, name) => {
  await button(page, name).first().press("Enter");
  await settle(page);
};

// The first Chinese post with a picture of the embedded community, open and translated.
async function openChinese(open, query = "", options = {}) {
  const page = await open(`read=en&auto=all${query}`, options);
  await cardsOf(page).and(page.locator('[data-lang^="zh"]')).first().getByRole("button", { name: "Open" }).press("Enter");
  await postOf(page).getByText("→ EN").first().waitFor();
  await settle(page);
  return page;
}
const textOf = (page) => postOf(page).getByRole("article").first().innerText();

// A browser without a voice and one that says what it was asked to say.
const voices = (lang) => `
  window.spoken = [];
  const voice = { lang: "${lang}", name: "Test", default: true };
  Object.defineProperty(window, "speechSynthesis", { value: {
    getVoices: () => [voice],
    cancel: () => {},
    speak: (it) => spoken.push({ text: it.text, lang: it.lang, rate: it.rate }),
    addEventListener: () => {},
  } });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };`;

export default {
  "by sentence: a tap translates one, pinyin stands over it, the address and the next visit know the way": async ({ open }) => {
    const page = await openChinese(open);
    await press(page, "By sentence");
    assert.match(page.url(), /reading=sentences#\/post\//);
    const before = await textOf(page);
    assert.ok(!/I honestly thought/.test(before), before);
    await press(page, "Translate sentence 2");
    assert.match(await textOf(page), /I honestly thought/);
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent), "Hide the translation of sentence 2");
    await press(page, "Hide the translation of sentence 2");
    assert.equal(await textOf(page), before);
    await page.goto(page.url().replace("&reading=sentences", ""));
    await page.waitForSelector('#root[data-ready="true"]');
    await button(page, "Translate sentence 2").waitFor();
    assert.deepEqual(page.problems, []);
  },

  "by sentence: a tap on the words opens them, as on a phone": async ({ open }) => {
    const page = await openChinese(open, "&reading=sentences", { width: 390, height: 844, phone: true });
    await postOf(page).getByText("真的以为点错").first().tap();
    await until(() => textOf(page), (text) => /I honestly thought/.test(text), "the sentence's translation");
  },

  "by paragraph and alone": async ({ open }) => {
    const page = await openChinese(open);
    await press(page, "By paragraph");
    const lines = (await textOf(page)).split("\n").filter(Boolean);
    const original = lines.findIndex((line) => line.includes("真的以为点错"));
    assert.match(lines.slice(original, original + 3).join(" "), /I honestly thought/);
    await press(page, "Translation only");
    assert.ok(!(await textOf(page)).includes("真的以为点错"));
    await press(page, "By paragraph");
    await postOf(page).getByRole("button", { name: "Show original" }).first().press("Enter");
    await until(() => textOf(page), (text) => text.includes("真的以为点错") && !/honestly/.test(text), "the original alone");
  },

  "a phrase is saved, kept and exported": async ({ open }) => {
    const page = await openChinese(open, "&reading=sentences");
    await press(page, "Translate sentence 2");
    await press(page, "Save");
    assert.equal(await button(page, "Saved").getAttribute("aria-pressed"), "true");
    await page.reload();
    await page.waitForSelector('#root[data-ready="true"]');
    await press(page, "Translate sentence 2");
    assert.equal(await button(page, "Saved").count(), 1);
    await press(page, "Close");
    const [download] = await Promise.all([page.waitForEvent("download"), button(page, "Export saved phrases").press("Enter")]);
    const csv = await readFile(await download.path(), "utf8");
    assert.match(csv, /^text,translation,language\r\n"真的以为点错 App 了。","I honestly thought [^"]*","zh-Hans"\r\n$/);
  },

  "a sentence is read aloud in its language, also slowly": async ({ open }) => {
    const page = await openChinese(open, "&reading=sentences", { init: voices("zh-CN") });
    await press(page, "Translate sentence 2");
    await press(page, "Listen");
    await press(page, "Slowly");
    const spoken = await page.evaluate(() => window.spoken);
    assert.deepEqual(spoken.map(({ text, lang }) => [text, lang]), Array(2).fill(["真的以为点错 App 了。", "zh-CN"]));
    assert.ok(spoken[1].rate < spoken[0].rate);
  },

  "where there is no voice the status says so": async ({ open }) => {
    const page = await openChinese(open, "&reading=sentences", { init: voices("de-DE") });
    await press(page, "Translate sentence 2");
    await press(page, "Listen");
    await until(() => statusOf(page).innerText(), (text) => /no voice for 简体中文|no voice for 中文/.test(text), "what is missing");
  },

  "pinyin that cannot be fetched is told, and the text stays": async ({ open }) => {
    const page = await open("read=en&auto=all");
    await page.route(/assets\/.*\.js$/, (route) => route.abort());
    await cardsOf(page).and(page.locator('[data-lang^="zh"]')).first().getByRole("button", { name: "Open" }).press("Enter");
    await postOf(page).getByText("→ EN").first().waitFor();
    await press(page, "By sentence");
    await until(() => statusOf(page).innerText(), (text) => /pinyin could not be loaded/.test(text), "that it failed");
    assert.ok((await textOf(page)).includes("真的以为点错"));
  },

  "a language is translated always, then never offered, and that is kept": async ({ open }) => {
    const page = await open("read=en");
    const chinese = () => cardsOf(page).and(page.locator('[data-lang^="zh"]')).first();
    const choice = (now) => page.getByRole("button", { name: `Translate from 中文: ${now}` });
    await choice("Ask").press("Enter");
    await chinese().getByText("→ EN").first().waitFor();
    await choice("Always").press("Enter");
    await until(() => chinese().getByRole("button", { name: "Translate", exact: true }).count(), (count) => count === 0, "no offer");
    await settle(page); // it is written
    await page.reload();
    await page.waitForSelector('#root[data-ready="true"]');
    await choice("Never").waitFor();
    assert.equal(await chinese().getByRole("button", { name: "Translate", exact: true }).count(), 0);
  },
};
