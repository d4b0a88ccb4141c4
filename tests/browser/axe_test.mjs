// axe on every state of the page, light and dark, on a desktop and on a phone.
import assert from "node:assert/strict";
import { AxeBuilder } from "@axe-core/playwright";
import { serveFault } from "../servers/fault_server.mjs";
import { cardsOf, desktop, phone, postOf, statusOf, until } from "./support/opening.mjs";
import { settle } from "./support/browser.mjs";

async function check(page, state) {
  await settle(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, help, nodes }) => `${id} (${help}): ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 200)).join(" / ")}`);
  assert.deepEqual(found, [], state);
}

async function checkStates(open, options) {
  const page = await open("", options);
  await check(page, "feed");

  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "Keys" });
  await keys.waitFor();
  await check(page, "list of keys");
  await page.keyboard.press("Escape");
  await keys.waitFor({ state: "detached" });

  await cardsOf(page).first().focus();
  await page.keyboard.press("Enter");
  await postOf(page).waitFor();
  await check(page, "post");
  const enlarge = page.getByRole("button", { name: "Enlarge the picture" });
  if (await enlarge.count()) {
    await enlarge.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog", { name: "Picture" }).waitFor();
    await check(page, "enlarged picture");
    await page.keyboard.press("Escape");
  }
  await page.keyboard.press("Escape");
  await postOf(page).waitFor({ state: "detached" });

  await page.getByRole("button", { name: "Open the lab" }).click();
  await page.getByRole("region", { name: "Lab" }).waitFor();
  await check(page, "lab");
}

async function checkError(open, options) {
  const server = await serveFault("not found");
  try {
    const page = await open(`source=mastodon:${server.url}`, { ...options, rest: false });
    await until(() => statusOf(page).innerText(), (text) => /could not be loaded/.test(text), "the status");
    await check(page, "error");
  } finally {
    await server.close();
  }
}

const tests = {};
for (const [size, options] of Object.entries({ 1280: desktop, 390: phone })) {
  for (const dark of [false, true]) {
    const look = `${size}, ${dark ? "dark" : "light"}`;
    tests[`feed, keys, post and lab, ${look}`] = ({ open }) => checkStates(open, { ...options, dark });
    tests[`error, ${look}`] = ({ open }) => checkError(open, { ...options, dark });
  }
}
export default tests;
