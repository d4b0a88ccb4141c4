// The interface in other languages, mirrored where they are read from right to left.
import assert from "node:assert/strict";
import { AxeBuilder } from "@axe-core/playwright";
import { settle } from "./support/browser.mjs";
import { cardsOf, desktop, phone, statusOf, until } from "./support/opening.mjs";

const documentLanguage = (page) => page.evaluate(() => document.documentElement.lang);
const boxOf = (locator) => locator.evaluate((el) => el.getBoundingClientRect().toJSON());

async function assertNoViolations(page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`), []);
}

export default {
  "in Chinese: names, ages, counts": async ({ open }) => {
    const page = await open("ui=zh-Hans");
    assert.equal(await documentLanguage(page), "zh-Hans");
    const feed = page.getByRole("feed", { name: "信息流", exact: true });
    assert.ok((await feed.getByRole("article").count()) > 3);
    await page.getByRole("navigation", { name: "导航" }).getByRole("button", { name: "热门" }).waitFor();
    await feed.getByRole("button", { name: "打开", exact: true }).first().waitFor({ state: "attached" });
    const described = await feed.getByRole("article").first().evaluate((el) => document.getElementById(el.getAttribute("aria-describedby"))?.textContent);
    assert.match(described, /刚刚|前|月/);
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "快捷键" }).waitFor();
    await page.keyboard.press("Escape");
  },

  "in Japanese on a phone: the bar and a sheet": async ({ open }) => {
    const page = await open("ui=ja", { ...phone, phone: true });
    assert.equal(await documentLanguage(page), "ja");
    const bar = page.getByRole("navigation", { name: "ナビゲーション" });
    await bar.getByRole("button", { name: "話題", exact: true }).click();
    await page.getByRole("dialog", { name: "話題" }).waitFor();
  },

  "in Arabic the window is mirrored and sound": async ({ open }) => {
    const page = await open("ui=ar", { ...desktop, width: 1440 });
    assert.equal(await documentLanguage(page), "ar");
    assert.equal(await page.getAttribute("#root", "dir"), "rtl");
    const feed = page.getByRole("feed", { name: "الخلاصة", exact: true });
    const navigation = page.getByRole("navigation", { name: "التنقل" });
    const place = await boxOf(navigation.getByRole("button", { name: "رائج", exact: true }));
    const cards = await feed.getByRole("article").evaluateAll((all) => all.map((el) => ({ column: el.dataset.column, left: el.getBoundingClientRect().left })));
    const leftOf = (column) => cards.find((card) => card.column === column).left;
    assert.ok(place.left > leftOf("0"), "the navigation stands right of the feed");
    assert.ok(leftOf("0") > leftOf("1"), "the first column is the right one");
    await assertNoViolations(page);

    await feed.getByRole("article").first().focus();
    await page.keyboard.press("Enter");
    await page.getByRole("region", { name: "المنشور", exact: true }).waitFor();
    await settle(page);
    await assertNoViolations(page);
  },

  "right to left, the left arrow goes to the column at the left": async ({ open }) => {
    const page = await open("ui=ar");
    const first = page.getByRole("article").first();
    await first.focus();
    const column = () => page.evaluate(() => document.activeElement?.dataset?.column);
    assert.equal(await column(), "0");
    await page.keyboard.press("ArrowLeft");
    await until(column, (now) => now === "1", "the column in focus");
    await page.keyboard.press("ArrowRight");
    await until(column, (now) => now === "0", "the column in focus");
  },

  "a language that the interface has not is named and ignored": async ({ open }) => {
    const page = await open("ui=tlh");
    assert.equal(await documentLanguage(page), "en");
    await until(() => statusOf(page).innerText(), (text) => /ui=“tlh”, which is not a language of the interface/.test(text), "the status");
    assert.ok((await cardsOf(page).count()) > 3);
  },

  "a broken file of texts leaves English": async ({ browser, site }) => {
    const context = await browser.newContext({ viewport: desktop });
    await context.route("**/strings/*", (route) => route.fulfill({ body: "{\"forYou\": " }));
    const page = await context.newPage();
    await page.goto(`${site.url}?ui=de`);
    await page.waitForSelector("#root[data-ready=true]");
    assert.equal(await documentLanguage(page), "en");
    assert.ok((await cardsOf(page).count()) > 0);
  },

  "an English reader fetches no texts": async ({ browser, site }) => {
    const context = await browser.newContext({ viewport: desktop, locale: "en-GB" });
    const page = await context.newPage();
    const asked = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(site.url);
    await page.waitForSelector("#root[data-ready=true]");
    assert.deepEqual(asked.filter((url) => url.includes("/strings/")), []);
  },

  "without ui= the browser's languages decide": async ({ browser, site }) => {
    const context = await browser.newContext({ viewport: desktop, locale: "zh-TW" });
    const page = await context.newPage();
    await page.goto(site.url);
    await page.waitForSelector("#root[data-ready=true]");
    assert.equal(await documentLanguage(page), "zh-Hant");
    await page.getByRole("feed", { name: "動態", exact: true }).waitFor({ state: "attached" });
  },
};
