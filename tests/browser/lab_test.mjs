// The lab: the feed's look changed by the names of its parts, taken along as a file and as a link.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { assertSamePlace, cardInView, cardsOf, phone, until, wheel } from "./support/opening.mjs";
import { settle } from "./support/browser.mjs";
import { mostDifference } from "./support/pixels.mjs";

const labOf = (page) => page.getByRole("region", { name: "Lab" });

async function openLab(open, options) {
  const page = await open("lab=1", { width: 1440, height: 900, ...options });
  await labOf(page).waitFor();
  return page;
}

async function set(page, name, value) {
  const slider = labOf(page).getByRole("slider", { name, exact: true });
  await slider.fill(String(value));
  await until(() => slider.getAttribute("aria-valuetext"), (text) => Number.parseFloat(text) === value, `“${name}”`);
  await settle(page);
}

const valueOf = (page, name) => labOf(page).getByRole("slider", { name, exact: true }).inputValue().then(Number);
const press = (page, name) => labOf(page).getByRole("button", { name, exact: true }).click();
const columns = (page) => cardsOf(page).evaluateAll((cards) => [...new Set(cards.map((el) => el.dataset.column))].sort().join());

async function exported(page) {
  const coming = page.waitForEvent("download");
  await press(page, "Export as a file");
  const download = await coming;
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

async function importFile(page, name, text) {
  const folder = await mkdtemp(path.join(tmpdir(), "crossfeed-lab-"));
  const file = path.join(folder, name);
  await writeFile(file, text);
  const coming = page.waitForEvent("filechooser");
  await press(page, "Import a file");
  await (await coming).setFiles(file);
  const message = await until(() => labOf(page).innerText(), (said) => said.includes(name), `the lab on ${name}`);
  await rm(folder, { recursive: true });
  return message;
}

async function changeEverything(page) {
  await set(page, "Gap", 28);
  await set(page, "Title lines", 3);
  await set(page, "Columns", 3);
  const isAbove = async () => {
    const [author, media] = await Promise.all(
      ["Move author up", "Move media up"].map((name) => labOf(page).getByRole("button", { name, exact: true }).boundingBox()),
    );
    return author.y < media.y;
  };
  for (let i = 0; i < 4 && !(await isAbove()); ++i) {
    await press(page, "Move author up");
    await settle(page);
  }
  assert.ok(await isAbove(), "the author above the picture");
}

// Only the feed: the lab is not in the page that the link opens.
const feedPixels = (page, width) => page.screenshot({ clip: { x: 0, y: 0, width, height: page.viewportSize().height } });

export default {
  "gap, title lines, order and columns change the feed": async ({ open }) => {
    const page = await openLab(open);
    assert.equal(await columns(page), "0,1");
    const gapBetween = () =>
      cardsOf(page).evaluateAll((cards) => {
        const left = cards.filter((el) => el.dataset.column === "0").map((el) => el.getBoundingClientRect()).sort((a, b) => a.top - b.top);
        return left[1].top - left[0].bottom;
      });
    const before = await gapBetween();
    await set(page, "Gap", 28);
    assert.ok(Math.abs((await gapBetween()) - 28) < 0.6 && Math.abs(before - 28) > 1, `a gap of ${await gapBetween()}, before ${before}`);
    await changeEverything(page);
    assert.equal(await columns(page), "0,1,2");
    const authorsTop = await cardsOf(page).first().evaluate((el) => {
      const top = (found) => found?.getBoundingClientRect().top - el.getBoundingClientRect().top;
      return { author: top(el.querySelector("button")), height: el.getBoundingClientRect().height };
    });
    assert.ok(authorsTop.author < authorsTop.height / 3, JSON.stringify(authorsTop));
  },

  "the reader's card stays in place": async ({ open }) => {
    const page = await openLab(open);
    await wheel(page, 1900);
    const { id, top } = await cardInView(page);
    await set(page, "Text lines", 5);
    await assertSamePlace(page, id, top, 1.5);
  },

  "export is a layout, and import takes it": async ({ open }) => {
    const page = await openLab(open);
    await changeEverything(page);
    const { name, text } = await exported(page);
    assert.match(name, /\.json$/);
    const layout = JSON.parse(text);
    assert.equal(layout["crossfeed-layout"], 1);
    assert.ok(layout.card.indexOf("author") < layout.card.indexOf("media"), text);
    assert.match(text, /"title-lines"/);
    await press(page, "Reset all");
    await until(() => valueOf(page, "Gap"), (value) => value === 16, "the shipped gap");
    const message = await importFile(page, "mine.json", text);
    assert.match(message, /is in use/);
    assert.equal(await valueOf(page, "Gap"), 28);
    assert.equal(await columns(page), "0,1,2");
  },

  "Arabic and Hindi are shaped: a button is as wide as the browser sets its word": async ({ open, root }) => {
    for (const language of ["ar", "hi"]) {
      const { labUndo: word } = JSON.parse(await readFile(path.join(root, `assets/strings/${language}.json`), "utf8"));
      const page = await open(`lab=1&ui=${language}`, { width: 1440, height: 900 });
      const button = page.getByRole("button", { name: word, exact: true });
      await button.waitFor();
      const wanted = await page.evaluate((text) => {
        const context = document.createElement("canvas").getContext("2d");
        context.font = '13.5px "Noto Sans", "Noto Sans Arabic", "Noto Sans Devanagari", sans-serif';
        const whole = context.measureText(text).width;
        const letters = [...text].reduce((sum, letter) => sum + context.measureText(letter).width, 0);
        return { whole, letters };
      }, word);
      assert.ok(Math.abs(wanted.whole - wanted.letters) > 3, `${word} is another width letter by letter: ${JSON.stringify(wanted)}`);
      const { width } = await button.boundingBox();
      const padding = 18;
      const grain = 2; // ImGui takes whole sizes of type and rounds a width up
      assert.ok(Math.abs(width - padding - wanted.whole) < grain, `${word}: ${width - padding} wide, not ${wanted.whole}`);
    }
  },

  "the link shows the same pixels elsewhere": async ({ open, browser }) => {
    const page = await openLab(open, { permissions: ["clipboard-read", "clipboard-write"] });
    await changeEverything(page);
    await press(page, "Copy as a link");
    const link = await until(() => page.evaluate(() => navigator.clipboard.readText()), (text) => /layout=z\./.test(text), "the link");
    const query = new URL(link).search.slice(1).replace(/^clock=[^&]*&?/, "");
    const other = await open(query, { width: 1440, height: 900 });
    await settle(other);
    if (/(^|&)lab=1/.test(query)) await labOf(other).waitFor();
    await page.evaluate(() => document.activeElement?.blur());
    for (const each of [page, other]) {
      await each.mouse.move(5, 5);
      await settle(each, 800);
    }
    const feed = await page.evaluate(() => document.querySelector("[data-surface=feed].scrolls").getBoundingClientRect().width);
    const [one, two] = [await feedPixels(page, feed), await feedPixels(other, feed)];
    // A photograph made smaller may be rounded otherwise, by one.
    const isSame = (await mostDifference(page, one, two)) <= 1;
    if (!isSame) {
      await writeFile(path.join(tmpdir(), "crossfeed-link-1.png"), one);
      await writeFile(path.join(tmpdir(), "crossfeed-link-2.png"), two);
    }
    assert.ok(isSame, `the pictures differ, see ${tmpdir()}/crossfeed-link-[12].png`);
  },

  "a broken file is refused with its place, and the look stays": async ({ open }) => {
    const page = await openLab(open);
    await set(page, "Gap", 28);
    const said = await importFile(page, "broken.json", '{\n  "crossfeed-layout": 1,\n  "extends": "duo",\n  "tokens": {"gap": 12,,}\n}\n');
    assert.match(said, /refused/);
    assert.match(said, /line 4/i);
    assert.match(said, /column \d+/i);
    assert.equal(await valueOf(page, "Gap"), 28);
    const unknown = await importFile(page, "unknown.json", '{\n  "crossfeed-layout": 1,\n  "extends": "duo",\n  "tokens": {"gapp": 12}\n}\n');
    assert.match(unknown, /gapp/);
    assert.match(unknown, /line 4/i);
    assert.equal(await valueOf(page, "Gap"), 28);
  },

  "undo, reset, and only what changed": async ({ open }) => {
    const page = await openLab(open);
    const shipped = await labOf(page).getByRole("slider").count();
    assert.ok(shipped > 40, `${shipped} sliders`);
    await set(page, "Gap", 20);
    await page.waitForTimeout(1100); // changes further apart than a second are steps of their own
    await set(page, "Columns", 3);
    await press(page, "Undo");
    await until(() => valueOf(page, "Columns"), (value) => value === 2, "columns undone");
    assert.equal(await valueOf(page, "Gap"), 20);
    await labOf(page).getByRole("checkbox", { name: "Only what changed" }).click();
    await until(() => labOf(page).getByRole("slider").count(), (count) => count === 1, "one slider");
    assert.equal(await valueOf(page, "Gap"), 20);
    await labOf(page).getByRole("checkbox", { name: "Only what changed" }).click();
    await until(() => labOf(page).getByRole("slider").count(), (count) => count === shipped, "all sliders");
    await press(page, "Reset all");
    await until(() => valueOf(page, "Gap"), (value) => value === 16, "the shipped gap");
  },

  "opened by its button and closed by its own": async ({ open }) => {
    const page = await open();
    await page.getByRole("button", { name: "Open the lab" }).click();
    await labOf(page).waitFor();
    assert.match(page.url(), /lab=1/);
    await press(page, "Close the lab");
    await labOf(page).waitFor({ state: "detached" });
    assert.doesNotMatch(page.url(), /lab=1/);
  },
};
