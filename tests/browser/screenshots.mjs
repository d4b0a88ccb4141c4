// The pictures of the README: node tests/browser/screenshots.mjs [FOLDER]
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { launchBrowser, openPage, root, serveFolder, settle } from "./support/browser.mjs";

const folder = process.argv[2] ?? path.join(root, "assets/screenshots");
const site = await serveFolder(path.join(root, "dist"));
const browser = await launchBrowser();
const desktop = { width: 1280, height: 860 };
const phone = { width: 390, height: 844, scale: 2, phone: true };
const clock = "clock=2025-01-17T09:30:00Z";

// A picture of the README has the size that it needs, not more.
const blank = await browser.newPage();
async function webpOf(png) {
  const base64 = await blank.evaluate(async (data) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    canvas.getContext("2d").drawImage(bitmap, 0, 0);
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: "image/webp", quality: 0.85 })).arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  }, png.toString("base64"));
  return Buffer.from(base64, "base64");
}

async function shoot(name, query, options, act = async () => {}) {
  const page = await openPage(browser, `${site.url}?${clock}${query}`, options);
  await settle(page);
  await act(page);
  await settle(page);
  await writeFile(path.join(folder, `${name}.webp`), await webpOf(await page.screenshot()));
  if (page.problems.length) console.log(name, page.problems);
  await page.context().close();
}

const openFirst = async (page) => {
  await page.getByRole("article").nth(0).focus();
  await page.keyboard.press("Enter");
  await page.waitForSelector('[role=region][aria-label="Post"], section[aria-label="Post"]', { timeout: 5000 }).catch(() => {});
};
await shoot("desktop-light", "&auto=all", desktop);
await shoot("desktop-dark", "&auto=all", { ...desktop, dark: true });
await shoot("phone-light", "&auto=all", phone);
await shoot("phone-dark", "&auto=all", { ...phone, dark: true });
await shoot("post", "&auto=all", desktop, openFirst);
await shoot("post-phone", "&auto=all", phone, openFirst);
await shoot("lab", "&auto=all&lab=1", desktop);
await browser.close();
await site.close();
