// What the tests share: a page of the app opened with a clock that stands still, and the words for what is on it.
import assert from "node:assert/strict";
import { settle } from "./browser.mjs";

export const clock = "clock=2025-01-17T09:30:00Z";
export const desktop = { width: 1280, height: 800 };
export const phone = { width: 390, height: 844 };

// open(query, options): the page, ready and at rest. options.init runs in the page before everything else, options.route(page)
// stands in for servers, options.hash is the address's fragment, options.rest false does not wait until pictures are there,
// options.ready false not even for the first posts.
export function opener(pages, site) {
  return async (query = "", { hash = "", rest = true, url = site.url, ...options } = {}) => {
    const page = await pages.open(`${url}?${[clock, query].filter(Boolean).join("&")}${hash}`, { ...desktop, ...options });
    if (rest) await settle(page);
    return page;
  };
}

export const feedOf = (page) => page.getByRole("feed", { name: "Feed" });
export const cardsOf = (page) => feedOf(page).getByRole("article");
export const cardOf = (page, id) => page.locator(`[role=feed] article[data-post-id=${JSON.stringify(id)}]`);
export const postOf = (page) => page.getByRole("region", { name: "Post" });
export const statusOf = (page) => page.getByRole("status");

export const frames = async (page) => Number(await page.getAttribute("#root", "data-frames"));

// What an element's layout is in the window, also under a post, where roles do not reach.
export const topOf = (page, id) => cardOf(page, id).evaluate((el) => el.getBoundingClientRect().top);

export async function assertSamePlace(page, id, before, most = 1) {
  await cardOf(page, id).waitFor({ state: "attached" });
  let after = await topOf(page, id);
  // A layout that is under way may need one more frame.
  for (let i = 0; i < 20 && Math.abs(after - before) > most; ++i) {
    await page.waitForTimeout(50);
    after = await topOf(page, id);
  }
  assert.ok(Math.abs(after - before) <= most, `post ${id} stood at ${before} and is now at ${after}`);
}

// Scrolls the feed as a wheel does, so far down, and waits until all is at rest.
export async function wheel(page, by, steps = Math.max(1, Math.ceil(Math.abs(by) / 400))) {
  const { width, height } = page.viewportSize();
  const scrolled = () => page.evaluate(() => {
    const feed = document.querySelector("[data-surface=feed].scrolls");
    return { y: feed.scrollTop, end: feed.scrollHeight - feed.clientHeight };
  });
  const from = (await scrolled()).y;
  await page.mouse.move(Math.min(width / 2, 500), height / 2);
  for (let i = 0; i < steps; ++i) {
    await page.mouse.wheel(0, by / steps);
    await page.waitForTimeout(20);
  }
  // A busy machine takes its time; where the feed ends sooner, that is as far as it goes.
  const arrived = ({ y, end }) => Math.abs(y - from - by) <= 1 || (by > 0 ? y >= end - 1 : y <= 0);
  await until(scrolled, arrived, "the wheel's way", 3000).catch(() => {});
  await settle(page);
}

// A card that stands wholly on screen, as far down as it goes: [id, top].
export const cardInView = (page) =>
  page.evaluate(() => {
    const bar = 64; // the header
    const whole = [...document.querySelectorAll("[role=feed] article")]
      .map((el) => ({ id: el.dataset.postId, box: el.getBoundingClientRect() }))
      .filter(({ box }) => box.top >= bar && box.top < innerHeight * 0.6 && box.height > 0)
      .sort((a, b) => a.box.top - b.box.top || a.box.left - b.box.left);
    return whole[0] && { id: whole[0].id, top: whole[0].box.top };
  });

// Waits until ask() gives what is wanted, or says what it gave at last.
export async function until(ask, wanted, what, most_ms = 10_000) {
  const end = Date.now() + most_ms;
  let got;
  for (;;) {
    got = await ask();
    if (wanted(got)) return got;
    if (Date.now() > end) assert.fail(`${what}: ${JSON.stringify(got)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
