// A post opened, read and closed: the feed is where it was.
import assert from "node:assert/strict";
import { assertSamePlace, cardInView, cardOf, cardsOf, phone, postOf, topOf, until, wheel } from "./support/opening.mjs";
import { settle } from "./support/browser.mjs";

// By its place on screen, as a reader clicks: on the picture or cover, not on the author.
async function clickCard(page, id) {
  const box = await cardOf(page, id).boundingBox();
  await page.mouse.click(box.x + box.width / 2, Math.max(box.y, 70) + 30);
}

async function opened(page, id) {
  await postOf(page).waitFor();
  await until(() => page.evaluate(() => decodeURIComponent(location.hash)), (hash) => hash === `#/post/${id}`, "the address");
  await settle(page);
}

async function closed(page) {
  await postOf(page).waitFor({ state: "detached" });
  assert.equal(await page.evaluate(() => location.hash), "");
  await settle(page);
}

async function returns(open, close, options) {
  const page = await open("", options);
  await wheel(page, 1700);
  const card = await cardInView(page);
  await clickCard(page, card.id);
  await opened(page, card.id);
  await close(page);
  await closed(page);
  await assertSamePlace(page, card.id, card.top);
}

const closeButton = (page) => page.getByRole("button", { name: "Close", exact: true }).click();

// The first post of the page that has what is asked for, brought into view.
async function findCard(page, has) {
  for (let i = 0; i < 30; ++i) {
    const id = await cardsOf(page).evaluateAll((cards, source) => {
      const test = new Function("el", `return (${source})(el)`);
      return cards.find((el) => test(el) && el.getBoundingClientRect().top > 70 && el.getBoundingClientRect().top < innerHeight - 150)?.dataset.postId;
    }, has.toString());
    if (id) return id;
    await wheel(page, 450);
  }
  assert.fail("no such post");
}

export default {
  "a click opens it, Escape closes it": ({ open }) => returns(open, (page) => page.keyboard.press("Escape")),
  "the back button closes it": ({ open }) => returns(open, (page) => page.goBack()),
  "the Close button closes it": ({ open }) => returns(open, closeButton),
  "on a phone too": ({ open }) => returns(open, closeButton, phone),

  "Enter opens the focused post": async ({ open }) => {
    const page = await open();
    for (let i = 0; i < 9; ++i) await page.keyboard.press("j");
    await settle(page);
    const id = await page.evaluate(() => document.activeElement.dataset.postId);
    const top = await topOf(page, id);
    await page.keyboard.press("Enter");
    await opened(page, id);
    await page.keyboard.press("Escape");
    await closed(page);
    await assertSamePlace(page, id, top);
    await until(() => page.evaluate(() => document.activeElement?.dataset?.postId), (at) => at === id, "focus is back on the card");
  },

  "its Open button opens it": async ({ open }) => {
    const page = await open();
    const card = cardsOf(page).nth(1);
    const id = await card.getAttribute("data-post-id");
    const button = card.getByRole("button", { name: "Open", exact: true });
    await button.focus();
    const top = await topOf(page, id);
    await page.keyboard.press("Enter");
    await opened(page, id);
    await page.keyboard.press("Escape");
    await closed(page);
    await assertSamePlace(page, id, top);
  },

  "comments stand below as a tree": async ({ open }) => {
    const page = await open();
    await cardsOf(page).first().waitFor();
    let deepest = 0;
    for (let i = 0; i < 8 && deepest < 2; ++i) {
      const id = await cardsOf(page).nth(i).getAttribute("data-post-id");
      await page.evaluate((to) => { location.hash = `#/post/${to}`; }, id);
      await opened(page, id);
      const depths = await postOf(page).getByRole("article").evaluateAll((all) => all.map((el) => Number(el.dataset.depth)));
      assert.ok(depths.length >= 1, "the post itself");
      deepest = Math.max(deepest, ...depths);
      if (deepest >= 2) assert.ok(depths.length >= 3, `${depths}`);
    }
    assert.ok(deepest >= 2, `a reply to a reply; deepest was ${deepest}`);
  },

  "an address opens its post, Escape leads to the feed": async ({ open }) => {
    const first = await open();
    const id = await cardsOf(first).nth(4).getAttribute("data-post-id");
    const name = await cardsOf(first).nth(4).evaluate((el) => document.getElementById(el.getAttribute("aria-labelledby")).textContent);
    const page = await open("", { hash: `#/post/${encodeURIComponent(id)}` });
    await opened(page, id);
    await postOf(page).getByRole("article", { name }).first().waitFor();
    await page.keyboard.press("Escape");
    await closed(page);
    assert.ok((await cardsOf(page).count()) > 3);
  },

  "several pictures: next, previous, and by the arrows": async ({ open }) => {
    const page = await open();
    // A card does not say how many pictures its post has; the post does.
    const next = page.getByRole("button", { name: "Next picture" });
    const previous = page.getByRole("button", { name: "Previous picture" });
    for (let i = 0; i < 24; ++i) {
      const id = await until(() => cardsOf(page).nth(i).getAttribute("data-post-id", { timeout: 2000 }).catch(() => null), Boolean, "a card");
      await page.evaluate((to) => { location.hash = `#/post/${to}`; }, id);
      await postOf(page).waitFor();
      await page.waitForTimeout(250);
      if (await next.count()) break;
      await page.keyboard.press("Escape");
      await postOf(page).waitFor({ state: "detached" });
    }
    assert.equal(await next.count(), 1, "a post of several pictures");
    assert.equal(await previous.count(), 0);
    const shown = () => page.getByRole("img").first().getAttribute("aria-label");
    await settle(page);
    const firstPicture = await page.screenshot();
    await next.click();
    await previous.waitFor();
    await settle(page);
    assert.ok(!firstPicture.equals(await page.screenshot()), "another picture");
    assert.ok(await shown());
    await page.keyboard.press("ArrowLeft");
    await previous.waitFor({ state: "detached" });
    await page.keyboard.press("ArrowRight");
    await previous.waitFor();
  },

  "a picture is enlarged and closed again": async ({ open }) => {
    const page = await open();
    const id = await findCard(page, (el) => el.querySelector("[role=img]") !== null);
    await clickCard(page, id);
    await opened(page, id);
    const enlarge = page.getByRole("button", { name: "Enlarge the picture" });
    if (!(await enlarge.count())) assert.fail("the post's picture has no “Enlarge the picture”");
    await enlarge.click();
    const dialog = page.getByRole("dialog", { name: "Picture" });
    await dialog.waitFor();
    await dialog.getByRole("button", { name: "Zoom in" }).click();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    await enlarge.click();
    await dialog.getByRole("button", { name: "Close the picture" }).click();
    await dialog.waitFor({ state: "detached" });
    await postOf(page).waitFor();
  },
};
