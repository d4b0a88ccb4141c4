// The tests in a real browser: node tests/browser/run.mjs [PART OF A NAME]
//
// Every *_test.mjs beside this file exports by default an object of named async functions. Each is given
// { browser, site, root, folder, open }; the pages it opens are closed behind it, or emptied for the next. An export of the
// name after ends what a file's tests share; one of the name most_ms gives each of them more time. Files run side by side,
// each browser with one of them at a time.
import { cp, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { launchBrowser, root, serveFolder } from "./support/browser.mjs";
import { opener } from "./support/opening.mjs";
import { Pages } from "./support/pages.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const filter = process.argv[2] ?? "";
const usual_ms = 120_000; // of one test at most
const mostBrowsers = Math.max(1, Math.min(3, cpus().length + 1)); // each paints with the processor, and often waits

// A copy, so that a build under way does not pull the page away from under a test.
async function copyOfDist() {
  const folder = await mkdtemp(path.join(tmpdir(), "crossfeed-dist-"));
  for (let attempt = 1; ; ++attempt) {
    try {
      await stat(path.join(root, "dist/build.json"));
      await cp(path.join(root, "dist"), folder, { recursive: true, force: true });
      return folder;
    } catch (error) {
      if (attempt === 20) throw new Error(`no dist/ to test, run ./dev build first (${error.message})`);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

async function within(promise, limit_ms) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`took longer than ${limit_ms / 1000} s`)), limit_ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

const names = (await readdir(here)).filter((name) => name.endsWith("_test.mjs")).sort();
const files = [];
for (const name of names) {
  const { default: cases, after, most_ms = usual_ms } = await import(pathToFileURL(path.join(here, name)).href);
  const tests = Object.entries(cases)
    .map(([what, run]) => ({ name: `${name.replace("_test.mjs", "")}: ${what}`, run, most_ms }))
    .filter(({ name }) => name.includes(filter));
  if (tests.length > 0) files.push({ tests, after });
}
files.sort((a, b) => b.tests.length - a.tests.length); // the long ones first, so that the last to end are short

const folder = await copyOfDist();
const site = await serveFolder(folder);
let passed = 0;
let failed = 0;

async function runTest({ name, run, most_ms }, browser, pages) {
  const started = Date.now();
  let well = false;
  try {
    await within(run({ browser, site, root, folder, open: opener(pages, site) }), most_ms);
    const problems = pages.problems();
    if (problems.length) throw new Error(`the page had problems of its own: ${problems.join(" | ")}`);
    console.log(`ok ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
    ++passed;
    well = true;
  } catch (error) {
    console.log(`FAIL ${name}\n${String(error?.stack ?? error).replace(/^/gm, "  ")}`);
    ++failed;
  }
  await within(pages.end(well), 10_000).catch(() => {});
}

async function runFiles() {
  const browser = await launchBrowser();
  const pages = new Pages(browser);
  for (let file = files.shift(); file; file = files.shift()) {
    for (const test of file.tests) await runTest(test, browser, pages);
    if (file.after) await within(file.after(), 10_000).catch(() => {});
  }
  await within(browser.close(), 10_000).catch(() => {});
}

await Promise.all(Array.from({ length: Math.min(mostBrowsers, files.length) }, runFiles));
await site.close();
await rm(folder, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed || !passed ? 1 : 0);
