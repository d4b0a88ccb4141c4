// What a finger does: pulls the feed down for new posts, swipes an opened post away.
import assert from "node:assert/strict";
import { cardsOf, phone as size, postOf, statusOf, until } from "./support/opening.mjs";
import { settle } from "./support/browser.mjs";

const phone = { ...size, phone: true };

// A finger put down, moved in steps, and lifted unless asked otherwise.
async function draw(page, from, to, { lift = true, steps = 8 } = {}) {
  const finger = page.finger ?? (page.finger = await page.context().newCDPSession(page));
  const touch = (type, points) => finger.send("Input.dispatchTouchEvent", { type, touchPoints: points });
  await touch("touchStart", [{ x: from[0], y: from[1] }]);
  for (let i = 1; i <= steps; ++i) {
    await touch("touchMove", [{ x: from[0] + ((to[0] - from[0]) * i) / steps, y: from[1] + ((to[1] - from[1]) * i) / steps }]);
    await page.waitForTimeout(16);
  }
  if (lift) await touch("touchEnd", []);
  return () => touch("touchEnd", []);
}

const account = { id: "1", acct: "ann", username: "ann", display_name: "Ann" };
const status = (id, text) => ({ id, created_at: "2025-01-17T09:00:00Z", content: `<p>${text}</p>`, account });

// A source whose newer posts are what newer() gives at the time.
async function sourceWith(page, newer) {
  await page.route(/^https:\/\/server\.test/, (route) => {
    const url = new URL(route.request().url());
    const isNewer = url.searchParams.has("min_id") || url.searchParams.has("since_id");
    const body = !/timelines/.test(url.pathname) ? {} : isNewer ? newer() : url.searchParams.has("max_id") ? [] : Array.from({ length: 12 }, (_, i) => status(String(90 - i), `Post ${90 - i}`));
    return route.fulfill({ status: 200, headers: { "access-control-allow-origin": "*", "content-type": "application/json" }, body: JSON.stringify(body) });
  });
}

const feedWith = (open, newer) =>
  open("source=mastodon:https://server.test", { ...phone, route: (page) => sourceWith(page, newer) });

export default {
  "a pull says what it will do, and brings what is new": async ({ open }) => {
    const page = await feedWith(open, () => [status("95", "Brand new")]);
    const lift = await draw(page, [195, 200], [195, 300], { lift: false });
    await page.getByText("Pull down for new posts").waitFor({ timeout: 3000 });
    await lift();
    await settle(page);
    assert.equal(await cardsOf(page).first().getAttribute("data-post-id"), "90", "too short a pull asks for nothing");

    const letGo = await draw(page, [195, 200], [195, 420], { lift: false });
    await page.getByText("Let go to look for new posts").waitFor({ timeout: 3000 });
    await letGo();
    await until(() => cardsOf(page).first().getAttribute("data-post-id"), (id) => id === "95", "the new post on top");
    await settle(page);
    const { y } = await cardsOf(page).first().boundingBox();
    assert.ok(y < 90, `the feed is back at its top, the first card at ${y}`);
  },

  "a pull that finds nothing says so": async ({ open }) => {
    const page = await feedWith(open, () => []);
    await draw(page, [195, 200], [195, 420]);
    await until(() => statusOf(page).innerText(), (text) => /No new posts yet/.test(text), "the status");
  },

  "a swipe to the right closes a post on a phone": async ({ open }) => {
    const page = await open("", phone);
    await cardsOf(page).first().focus();
    await page.keyboard.press("Enter");
    await postOf(page).waitFor();
    await settle(page);
    await draw(page, [60, 500], [330, 505]);
    await postOf(page).waitFor({ state: "detached" });
    assert.equal(await page.evaluate(() => location.hash), "");
  },
};
