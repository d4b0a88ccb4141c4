// A narrow window: a bar at the bottom, and sheets for what stands beside the feed of a wide one.
import assert from "node:assert/strict";
import { cardsOf, phone as size, until } from "./support/opening.mjs";
import { settle } from "./support/browser.mjs";

const phone = { ...size, phone: true };

const sheetOf = (page, name) => page.getByRole("dialog", { name, exact: true });
const barOf = (page) => page.getByRole("navigation", { name: "Navigation" });

async function openSheet(page, name) {
  await barOf(page).getByRole("button", { name, exact: true }).click();
  await sheetOf(page, name).waitFor();
}

export default {
  "the sheets open, say what they have, and close by Escape, their button or a tap beside": async ({ open }) => {
    const page = await open("", phone);
    await openSheet(page, "Languages");
    await sheetOf(page, "Languages").getByRole("heading", { name: "Language mix" }).waitFor();
    assert.match(await sheetOf(page, "Languages").innerText(), /中文/);
    await page.keyboard.press("Escape");
    await sheetOf(page, "Languages").waitFor({ state: "detached" });
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
    await until(focused, (name) => name === "Languages", "focus is back on what opened it");

    await openSheet(page, "About");
    await sheetOf(page, "About").getByRole("heading", { name: "Crossfeed community" }).waitFor();
    await sheetOf(page, "About").getByRole("button", { name: "Close" }).click();
    await sheetOf(page, "About").waitFor({ state: "detached" });

    await openSheet(page, "Topics");
    await page.touchscreen.tap(195, 120);
    await sheetOf(page, "Topics").waitFor({ state: "detached" });
    assert.equal(await page.evaluate(() => location.hash), "", "the tap opened no post");
  },

  "a topic of the sheet leads to its feed": async ({ open }) => {
    const page = await open("", phone);
    await openSheet(page, "Topics");
    const topic = sheetOf(page, "Topics").getByRole("button", { name: /^#/ }).first();
    const name = await topic.getAttribute("aria-label");
    await topic.click();
    await sheetOf(page, "Topics").waitFor({ state: "detached" });
    await until(() => page.evaluate(() => decodeURIComponent(location.search)), (query) => query.includes(`/tag/${name.slice(1)}`), "the address");
    await settle(page);
    assert.ok((await cardsOf(page).count()) > 0);
  },

  "between phone and desktop, languages and place are in the navigation": async ({ open }) => {
    const page = await open("", { width: 1000, height: 700 });
    await openSheet(page, "About");
    await page.keyboard.press("Escape");
    await sheetOf(page, "About").waitFor({ state: "detached" });
  },

  "the last card is not under the bar": async ({ open }) => {
    const page = await open("source=demo:/tag/LiHua", phone);
    await page.keyboard.press("End");
    await settle(page);
    await page.keyboard.press("End");
    await settle(page);
    const bar = await barOf(page).getByRole("button").first().boundingBox();
    const lowest = await cardsOf(page).evaluateAll((cards) => Math.max(...cards.map((el) => el.getBoundingClientRect().bottom)));
    assert.ok(lowest <= bar.y, `the lowest card ends at ${lowest}, the bar begins at ${bar.y}`);
  },
};
