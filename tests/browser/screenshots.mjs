// The pictures of the README: node tests/browser/screenshots.mjs [FOLDER]
import path from "node:path";
import { launchBrowser, openPage, root, serveFolder, settle } from "./support/browser.mjs";

const folder = process.argv[2] ?? path.join(root, "assets/screenshots");
const site = await serveFolder(path.join(root, "dist"));
const browser = await launchBrowser();
const desktop = { width: 1280, height: 860 };
const phone = { width: 390, height: 844, scale: 2, phone: true };
const clock = "clock=2025-01-17T09:30:00Z";

async function shoot(name, query, options, act = async () => {}) {
  const page = await openPage(browser, `${site.url}?${clock}${query}`, options);
  await settle(page);
  await act(page);
  await settle(page);
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
  if (page.problems.length) console.log(name, page.problems);
  await page.context().close();
}

const openFirst = async (page) => {
  await page.getByRole("article").nth(0).focus();
  await page.keyboard.press("Enter");
  await page.waitForSelector('[role=region][aria-label="Post"], section[aria-label="Post"]', { timeout: 5000 }).catch(() => {});
};
await shoot("desktop-light", "", desktop);
await shoot("desktop-dark", "", { ...desktop, dark: true });
await shoot("phone-light", "", phone);
await shoot("phone-dark", "", { ...phone, dark: true });
await shoot("post", "", desktop, openFirst);
await shoot("post-phone", "", phone, openFirst);
await shoot("lab", "&lab=1", desktop);
await browser.close();
await site.close();
