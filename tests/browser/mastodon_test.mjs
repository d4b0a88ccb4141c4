// A real server of the Mastodon protocol on loopback, with its own ways: pictures without sizes, every post "en".
import assert from "node:assert/strict";
import path from "node:path";
import { startSnac } from "../servers/snac.mjs";
import { cardsOf, feedOf, postOf, until } from "./support/opening.mjs";
import { root, settle } from "./support/browser.mjs";

const photo = (name) => path.join(root, "assets/demo/photos", `${name}.webp`);
const chinese = "今天带我家猫咪去看医生，它一路上都在叫，回家以后睡了一整天。";

const notes = [];
for (let i = 1; i <= 44; ++i) {
  const user = ["alice", "bo", "chen"][i % 3];
  if (i % 9 === 0) notes.push({ user, text: `My cat, day ${i} #pets`, files: [photo(i % 2 ? "blue-eyed-cat" : "two-dogs")] });
  else notes.push({ user, text: `Post number ${i} of a small server, written to be scrolled by.` });
}
notes.push({ user: "chen", text: chinese });
notes.push({ user: "alice", text: "Two pictures of one walk #pets", files: [photo("otters"), photo("osprey")] });

let starting;
const withServer = (run) => async (given) => {
  starting ??= startSnac(notes);
  const server = await starting;
  await run({ ...given, source: `source=mastodon:${server.url}` });
};

export const after = async () => (await starting?.catch(() => null))?.close();

const texts = (page) => cardsOf(page).evaluateAll((cards) => cards.map((el) => document.getElementById(el.getAttribute("aria-labelledby")).textContent));

export default {
  "its posts are the feed, with their pictures": withServer(async ({ open, source }) => {
    const page = await open(source);
    assert.ok((await cardsOf(page).count()) >= 4);
    assert.match((await texts(page)).join("\n"), /Two pictures of one walk/);
    const card = cardsOf(page).filter({ hasText: "Two pictures of one walk" }).first();
    await until(() => card.locator("[role=img], [role=presentation]").count(), (count) => count > 0, "its picture");
    // The picture came, whatever its size: the card is painted in many colours.
    await until(() => card.screenshot().then((png) => png.length), (bytes) => bytes > 20_000, "bytes of the painted card");
  }),

  "a Chinese post that is labelled English is Chinese": withServer(async ({ open, source }) => {
    const page = await open(source);
    const card = cardsOf(page).filter({ hasText: "今天带我家猫咪" }).first();
    await card.waitFor();
    assert.match(await card.getAttribute("data-lang"), /^zh/);
    const english = cardsOf(page).filter({ hasText: "Post number 44" }).first();
    assert.equal(await english.getAttribute("data-lang"), "en");
  }),

  "a tag is a feed of its own": withServer(async ({ open, source }) => {
    const page = await open(`${source}/tag/pets`);
    const all = await texts(page);
    assert.ok(all.length >= 3, all.join("\n"));
    for (const text of all) assert.match(text, /My cat|Two pictures/);
  }),

  "pages follow to the end": withServer(async ({ open, source }) => {
    const page = await open(source);
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
      25_000,
    );
    const last = await cardsOf(page).evaluateAll((cards) => Math.max(...cards.map((el) => Number(el.getAttribute("aria-posinset")))));
    assert.ok(last >= 45, `${last} posts`);
    assert.match((await texts(page)).join("\n"), /Post number 1 of/);
  }),

};
