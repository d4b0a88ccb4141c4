// The reader's place far down a feed, where posts further up were forgotten: every change of the window, of the device and of
// what lies over the feed comes back to the same post at the same offset.
import assert from "node:assert/strict";
import { assertSamePlace, cardInView, cardOf, desktop, phone, postOf, until, wheel } from "./support/opening.mjs";
import { settle } from "./support/browser.mjs";

export const most_ms = 180_000; // thousands of posts on a busy machine

const deep_posts = 1800; // more than are kept whole (feed/store.h, kMaxWholePosts)

async function deepInTheFeed(open, size) {
  const page = await open("source=demo:?n=100000", size);
  const last = await page.evaluate(async (posts) => {
    const scroller = document.querySelector("[data-surface=feed].scrolls");
    const feed = document.querySelector("[role=feed]");
    const started = performance.now();
    let last = 0;
    while (last < posts && performance.now() - started < 150_000) {
      scroller.scrollTop = scroller.scrollHeight;
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      last = Math.max(last, ...[...feed.children].map((el) => Number(el.getAttribute("aria-posinset"))));
    }
    scroller.scrollTop -= 3000; // off the end, which holds a reader in a way of its own
    return last;
  }, deep_posts);
  assert.ok(last >= deep_posts, `came to post ${last}`);
  await settle(page);
  const card = await cardInView(page);
  assert.ok(card, "a card in view");
  return { page, ...card };
}

// The card that was read is still on screen, wherever the new window put it.
async function assertStillRead(page, id, what) {
  const isOnScreen = () =>
    cardOf(page, id).evaluateAll(([el]) => {
      if (!el) return false;
      const { top, bottom } = el.getBoundingClientRect();
      return bottom > 64 && top < innerHeight;
    });
  await until(isOnScreen, (on) => on, `post ${id} on screen ${what}`);
}

async function through(page, id, top, sizes) {
  for (const { set, what } of sizes) {
    await set();
    await settle(page);
    await assertStillRead(page, id, what);
  }
  await assertSamePlace(page, id, top);
}

const resize = (page, width, height) => ({ set: () => page.setViewportSize({ width, height }), what: `at ${width}x${height}` });

export default {
  "deep in the feed: 1280, 390 and 1280 again, a lost context, a post opened and closed": async ({ open }) => {
    const { page, id, top } = await deepInTheFeed(open, desktop);
    await through(page, id, top, [resize(page, 390, 800), resize(page, 1280, 800)]);
    await through(page, id, top, [resize(page, 700, 500), resize(page, 390, 800), resize(page, 1280, 800)]);

    await page.evaluate(() => {
      window.losing = document.getElementById("canvas").getContext("webgl2").getExtension("WEBGL_lose_context");
      window.losing.loseContext();
    });
    await page.waitForTimeout(200);
    await page.evaluate(() => window.losing.restoreContext());
    await settle(page);
    await assertSamePlace(page, id, top);

    await cardOf(page, id).getByRole("button", { name: "Open", exact: true }).press("Enter");
    await postOf(page).waitFor();
    await settle(page);
    await page.goBack();
    await postOf(page).waitFor({ state: "detached" });
    await settle(page);
    await assertSamePlace(page, id, top);
  },

  "deep in the feed: a phone turned and turned back": async ({ open }) => {
    const { page, id, top } = await deepInTheFeed(open, phone);
    await through(page, id, top, [resize(page, 844, 390), resize(page, 390, 844)]);
    await through(page, id, top, [resize(page, 844, 390), resize(page, 390, 844)]);
  },

  "turned while a post is open: the feed is where it was": async ({ open }) => {
    const page = await open("", phone);
    await wheel(page, 2600);
    const { id, top } = await cardInView(page);
    await cardOf(page, id).getByRole("button", { name: "Open", exact: true }).press("Enter");
    await postOf(page).waitFor();
    await page.setViewportSize({ width: 844, height: 390 });
    await settle(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await settle(page);
    await page.keyboard.press("Escape");
    await postOf(page).waitFor({ state: "detached" });
    await settle(page);
    await assertSamePlace(page, id, top);
  },
};
