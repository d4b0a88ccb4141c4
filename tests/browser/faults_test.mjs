// Servers that fail: the app says what, why and what next, and goes on working.
import assert from "node:assert/strict";
import { refusedUrl, serveFault } from "../servers/fault_server.mjs";
import { cardsOf, statusOf, until } from "./support/opening.mjs";

// What the status must say of the why, and whether the same request may do better another time.
const expected = {
  malformed: /no data but something else|broke off|another kind/,
  truncated: /broke off/,
  huge: /larger/,
  cut: /No answer came|broke off/,
  "not found": /knows no such list/,
  "members only": /members only/,
  "too often": /asks for a pause.*30 seconds/,
  broken: /problem of its own.*500/,
  "round and round": /No answer came/,
  "sent elsewhere": /No answer came/,
  forbidden: /refuses to show it/,
  teapot: /neither yes nor no.*418/,
  empty: /broke off|no data/,
  "plain text": /no data but something else/,
  redirected: /sign-in page|web page/,
  "wrong kind": /web page/,
  "wrong shape": /another kind/,
  "no CORS": /may not allow web pages/,
};
const worthRetrying = new Set(["truncated", "cut", "too often", "broken", "no CORS", "refused", "round and round", "sent elsewhere", "unknown host"]);

// A server is given up after 20 seconds.
async function saysAndGoesOn(page, name, why, host = /127\.0\.0\.1/, most_ms = 40_000) {
  const said = await until(() => statusOf(page).innerText(), (text) => /could not be loaded/.test(text), `the status on ${name}`, most_ms);
  assert.match(said, host, "what");
  assert.match(said, why, "why");
  const sentences = said.split(/[.:] /).length;
  assert.ok(sentences >= 3, `what, why and next: “${said}”`);
  if (worthRetrying.has(name)) await page.getByRole("button", { name: "Try again" }).waitFor({ timeout: 5000 });

  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Keys" }).waitFor({ timeout: 5000 });
  await page.keyboard.press("Escape");
  await page.getByRole("dialog", { name: "Keys" }).waitFor({ state: "detached", timeout: 5000 });
  assert.ok((await page.getByRole("button", { name: /For you/ }).count()) > 0, "the ways elsewhere");
}

async function givesUp(server, open) {
  try {
    const page = await open(`source=mastodon:${server.url}`, { rest: false, ready: false });
    await saysAndGoesOn(page, "slow", /took too long/);
    for (let i = 0; i < 12; ++i) {
      await page.waitForTimeout(250);
      assert.match(await statusOf(page).innerText(), /could not be loaded/, "it stays said");
    }
  } finally {
    await server.close();
  }
}

const tests = {};
for (const [name, why] of Object.entries(expected)) {
  tests[name] = async ({ open }) => {
    const server = await serveFault(name);
    try {
      await saysAndGoesOn(await open(`source=mastodon:${server.url}`, { rest: false }), name, why);
    } finally {
      await server.close();
    }
  };
}

export default {
  ...tests,

  refused: async ({ open }) => {
    await saysAndGoesOn(await open(`source=mastodon:${await refusedUrl()}`, { rest: false }), "refused", /No answer came/);
  },

  // Not even the headers, or a body that is never finished: both are given up and said, and stay said while it is tried again.
  "no answer at all": async ({ open }) => givesUp(await serveFault("slow"), open),
  "an answer without end": async ({ open }) => givesUp(await serveFault("endless"), open),

  "an opened post says that its comments are loading, and why there are none": async ({ open }) => {
    const route = (page) => page.route(/^https:\/\/server\.test/, async (route) => {
      const url = route.request().url();
      if (/\/context/.test(url)) {
        await new Promise((resolve) => setTimeout(resolve, 1500));
        return route.fulfill({ status: 503, headers: { "access-control-allow-origin": "*" }, body: "" });
      }
      const posts = [{ id: "7", created_at: "2025-01-01T00:00:00Z", content: "<p>Here.</p>", account: { id: "1", acct: "ann", username: "ann", display_name: "Ann" } }];
      return route.fulfill({ status: 200, headers: { "access-control-allow-origin": "*", "content-type": "application/json" }, body: JSON.stringify(/timelines/.test(url) ? posts : {}) });
    });
    const page = await open("source=mastodon:https://server.test", { route });
    await cardsOf(page).first().getByRole("button", { name: "Open" }).click();
    const post = page.getByRole("region", { name: "Post" });
    await post.getByText("Loading comments…").waitFor({ timeout: 5000 });
    await post.getByText(/comments .* could not be loaded/i).waitFor({ timeout: 5000 });
    await until(() => statusOf(page).innerText(), (text) => /503/.test(text), "the status");
    await page.getByRole("button", { name: "Load the comments again" }).waitFor();
  },

  "unknown host": async ({ open }) => {
    const page = await open("source=mastodon:https://nobody.invalid", { rest: false });
    await saysAndGoesOn(page, "unknown host", /may be no server of this name/, /nobody\.invalid/);
  },

  "an address with nonsense is named, and the embedded community is shown": async ({ open }) => {
    const page = await open("", { rest: false });
    const bare = page.url();
    for (const place of ["mastodon:http://[::bad", "mastodon:https://a b.example", "mastodon:https://", "mastodon:javascript:alert(1)", "mastodon:https://x.example/nonsense/1"]) {
      await page.goto(`${bare}&source=${encodeURIComponent(place)}`);
      const said = await until(() => statusOf(page).innerText(), (text) => text.includes(place.slice(0, 24)), `the status on ${place}`);
      assert.ok(said.split(/[.:;] /).length >= 2, `what and why: “${said}”`);
      await cardsOf(page).first().waitFor();
    }
  },

  "Try again asks again, and what is well again is shown": async ({ open }) => {
    const server = await serveFault("broken");
    const page = await open(`source=mastodon:${server.url}`, { rest: false });
    let asked = 0;
    page.on("request", (request) => (asked += /timelines\/public/.test(request.url()) ? 1 : 0));
    const again = page.getByRole("button", { name: "Try again" });
    await again.waitFor();
    await page.route(/timelines\/public/, (route) =>
      route.fulfill({
        status: 200,
        headers: { "access-control-allow-origin": "*", "content-type": "application/json" },
        body: JSON.stringify([{ id: "7", created_at: "2025-01-01T00:00:00Z", content: "<p>It is well again.</p>", account: { id: "1", acct: "ann", username: "ann", display_name: "Ann" } }]),
      }));
    await again.click();
    await cardsOf(page).first().waitFor();
    assert.equal(await cardsOf(page).first().getAttribute("data-post-id"), "7");
    assert.ok(asked >= 1);
    assert.doesNotMatch(await statusOf(page).innerText(), /could not/);
    await server.close();
  },
};
