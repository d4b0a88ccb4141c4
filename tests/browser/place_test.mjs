// The reader's place through every change of the window and of the machine below it.
import assert from "node:assert/strict";
import { assertSamePlace, cardInView, phone, wheel } from "./support/opening.mjs";
import { settle } from "./support/browser.mjs";

async function resized(page, size) {
  await page.setViewportSize(size);
  await settle(page);
}

// How many colours a screenshot has, up to a few hundred.
async function colours(page) {
  const data = await page.screenshot();
  return page.evaluate(async (base64) => {
    const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))]));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
    context.drawImage(bitmap, 0, 0);
    const pixels = new Uint32Array(context.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer);
    const seen = new Set();
    for (let i = 0; i < pixels.length && seen.size < 500; i += 7) seen.add(pixels[i]);
    return seen.size;
  }, data.toString("base64"));
}

export default {
  "1280, 390 and 1280 again": async ({ open }) => {
    const page = await open();
    await wheel(page, 2300);
    const { id, top } = await cardInView(page);
    await resized(page, { width: 390, height: 800 });
    const narrow = await cardInView(page);
    assert.ok(narrow, "a card on the phone");
    await resized(page, { width: 1280, height: 800 });
    await assertSamePlace(page, id, top);
  },

  "a phone turned and turned back": async ({ open }) => {
    const page = await open("", phone);
    await wheel(page, 2300);
    const { id, top } = await cardInView(page);
    await resized(page, { width: 844, height: 390 });
    await resized(page, { width: 390, height: 844 });
    await assertSamePlace(page, id, top);
  },

  "the top stays the top": async ({ open }) => {
    const page = await open();
    for (const size of [{ width: 390, height: 800 }, { width: 700, height: 800 }, { width: 1280, height: 800 }]) {
      await resized(page, size);
      assert.equal(await page.evaluate(() => document.querySelector("[data-surface=feed].scrolls").scrollTop), 0, `${size.width} wide`);
    }
  },

  "a lost context is painted again": async ({ open }) => {
    const page = await open();
    await wheel(page, 1500);
    const { id, top } = await cardInView(page);
    const before = await colours(page);
    assert.ok(before > 200, `${before} colours before`);
    await page.evaluate(() => {
      window.losing = document.getElementById("canvas").getContext("webgl2").getExtension("WEBGL_lose_context");
      window.losing.loseContext();
    });
    await page.waitForTimeout(300);
    await page.evaluate(() => window.losing.restoreContext());
    await page.waitForTimeout(500);
    await settle(page, 800);
    await assertSamePlace(page, id, top);
    const after = await colours(page);
    assert.ok(after > before / 2, `${after} colours after, ${before} before`);
    await wheel(page, 300);
    assert.ok((await colours(page)) > 100, "and it goes on");
  },
};
