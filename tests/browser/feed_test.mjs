// The feed: what stands in it, by pointer and by keyboard, at rest and under way.
import assert from "node:assert/strict";
import { cardInView, cardsOf, desktop, feedOf, phone, statusOf, until, wheel } from "./support/opening.mjs";
import { settle } from "./support/browser.mjs";

const describe = (page) =>
  cardsOf(page).evaluateAll((cards) =>
    cards.map((el) => ({
      name: document.getElementById(el.getAttribute("aria-labelledby"))?.textContent ?? "",
      id: el.dataset.postId,
      lang: el.dataset.lang,
      column: el.dataset.column,
      position: Number(el.getAttribute("aria-posinset")),
      left: Math.round(el.getBoundingClientRect().left),
    })),
  );

const focusedCard = (page) =>
  page.evaluate(() => {
    const el = document.activeElement;
    if (el?.tagName !== "ARTICLE") return null;
    const { top, bottom } = el.getBoundingClientRect();
    return { position: Number(el.getAttribute("aria-posinset")), column: el.dataset.column, top, bottom, height: innerHeight };
  });

const scrollTop = (page) => page.evaluate(() => document.querySelector('[data-surface=feed].scrolls').scrollTop);

async function showsTwoColumns(open, size) {
  const page = await open("", size);
  const cards = await describe(page);
  assert.ok(cards.length >= 4, `${cards.length} articles`);
  for (const card of cards) {
    assert.ok(card.name.length > 3, `a name: ${JSON.stringify(card)}`);
    assert.ok(card.id && card.id, `an id and a language: ${JSON.stringify(card)}`);
    assert.match(card.column, /^[01]$/);
    assert.ok(card.position >= 1);
  }
  assert.deepEqual([...new Set(cards.map(({ column }) => column))].sort(), ["0", "1"]);
  assert.equal(new Set(cards.map(({ left }) => left)).size, 2, "two columns side by side");
  const positions = cards.map(({ position }) => position);
  assert.deepEqual(positions, [...positions].sort((a, b) => a - b), "in reading order");
  assert.equal(positions[0], 1);
}

export default {
  "two columns of named articles at 1280": ({ open }) => showsTwoColumns(open, desktop),
  "two columns of named articles at 390": ({ open }) => showsTwoColumns(open, phone),

  "the wheel over the feed scrolls it": async ({ open }) => {
    const page = await open();
    await wheel(page, 1200);
    assert.ok((await scrollTop(page)) > 1000);
    assert.ok((await cardInView(page)) !== undefined);
  },

  "the end says so": async ({ open }) => {
    const page = await open("source=demo:?n=60");
    await until(
      async () => {
        await page.evaluate(() => {
          const scroller = document.querySelector("[data-surface=feed].scrolls");
          scroller.scrollTop = scroller.scrollHeight;
        });
        return page.getByText("You have seen it all").count();
      },
      (count) => count > 0,
      "the end",
      20_000,
    );
    await settle(page);
    const sizes = await cardsOf(page).evaluateAll((cards) => cards.map((el) => el.getAttribute("aria-setsize")));
    assert.deepEqual([...new Set(sizes)], ["60"]);
  },

  "j and k step through the posts": async ({ open }) => {
    const page = await open();
    await page.keyboard.press("j");
    await until(() => focusedCard(page), (card) => card?.position === 1, "focus on the first post");
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await until(() => focusedCard(page), (card) => card?.position === 3, "focus on the third post");
    await page.keyboard.press("k");
    await until(() => focusedCard(page), (card) => card?.position === 2, "focus back on the second post");
    for (let i = 0; i < 12; ++i) await page.keyboard.press("j");
    const card = await until(() => focusedCard(page), (at) => at?.position === 14, "focus on the 14th post");
    await settle(page);
    assert.ok(card.bottom > 0 && (await focusedCard(page)).top < card.height, "on screen");
  },

  "arrows go to the neighbour": async ({ open }) => {
    const page = await open();
    await page.keyboard.press("j");
    const first = await until(() => focusedCard(page), (card) => card?.position === 1, "focus");
    await page.keyboard.press("ArrowRight");
    const right = await until(() => focusedCard(page), (card) => card && card.column !== first.column, "the other column");
    assert.equal(right.column, "1");
    await page.keyboard.press("ArrowDown");
    const below = await until(() => focusedCard(page), (card) => card && card.position !== right.position, "below");
    assert.equal(below.column, "1");
    await page.keyboard.press("ArrowUp");
    await until(() => focusedCard(page), (card) => card?.position === right.position, "back up");
    await page.keyboard.press("ArrowLeft");
    await until(() => focusedCard(page), (card) => card?.column === "0", "back left");
  },

  "Page Down, End and Home scroll": async ({ open }) => {
    const page = await open("source=demo:?n=100");
    await page.keyboard.press("PageDown");
    const page1 = await until(() => scrollTop(page), (top) => top > 300, "a screen down");
    await settle(page);
    await page.keyboard.press("PageUp");
    await until(() => scrollTop(page), (top) => top < page1 / 2, "a screen up");
    await settle(page);
    await page.keyboard.press("End");
    await until(() => scrollTop(page), (top) => top > 2000, "at the end");
    await page.keyboard.press("Home");
    await until(() => scrollTop(page), (top) => top === 0, "at the top");
  },

  "? lists the keys, Escape closes the list": async ({ open }) => {
    const page = await open();
    await page.keyboard.press("?");
    const keys = page.getByRole("dialog", { name: "Keys" });
    await keys.waitFor();
    assert.match(await keys.innerText(), /Next post/);
    await page.keyboard.press("Escape");
    await keys.waitFor({ state: "detached" });
  },

  "theme=dark is dark on a light system": async ({ open }) => {
    const lightness = async (page) => {
      const data = await page.screenshot({ clip: { x: 2, y: 400, width: 4, height: 4 } });
      return page.evaluate(async (base64) => {
        const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
        const context = new OffscreenCanvas(4, 4).getContext("2d");
        context.drawImage(bitmap, 0, 0);
        return context.getImageData(1, 1, 1, 1).data[1];
      }, data.toString("base64"));
    };
    assert.ok((await lightness(await open("theme=dark"))) < 60, "dark");
    assert.ok((await lightness(await open("theme=light", { dark: true }))) > 200, "light");
    assert.ok((await lightness(await open("", { dark: true }))) < 60, "as the system");
  },

  "nonsense in the address is named, and the feed works": async ({ open }) => {
    const page = await open("source=foo:bar&theme=purple&nonsense=1&read=xx_yy", { hash: "#/nowhere", rest: false });
    const said = await until(() => statusOf(page).innerText(), (text) => /purple/.test(text) && /foo:bar/.test(text), "the status");
    for (const word of ["foo:bar", "purple", "nonsense", "xx_yy", "nowhere"]) {
      assert.ok(said.includes(word), `“${word}” is not in “${said}”`);
    }
    await feedOf(page).getByRole("article").first().waitFor();
    await page.keyboard.press("j");
    await until(() => focusedCard(page), (card) => card?.position === 1, "keys work");
  },
};
