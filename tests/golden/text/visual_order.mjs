// Writes visual_order.txt beside it, by the browser: node tests/golden/text/visual_order.mjs
import { writeFile } from "node:fs/promises";
import { launchBrowser } from "../../browser/support/browser.mjs";
import { orderFile, orderedTexts, visualLines } from "../../browser/support/visual_order.mjs";

const browser = await launchBrowser();
const page = await browser.newPage();
const paragraphs = await page.evaluate(visualLines, await orderedTexts());
await writeFile(new URL("visual_order.txt", import.meta.url), orderFile(paragraphs));
console.log(`${paragraphs.length} paragraphs, ${paragraphs.reduce((sum, { lines }) => sum + lines.length, 0)} lines`);
await browser.close();
