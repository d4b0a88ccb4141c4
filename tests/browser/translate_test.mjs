// Posts read in the reader's language: on demand and all at once, by the embedded translator, a real Apertium service, and
// services that fail, lie or are slow.
import assert from "node:assert/strict";
import { startApertium } from "../servers/apertium.mjs";
import { startChat } from "../servers/chat.mjs";
import { startLibreTranslate } from "../servers/libretranslate.mjs";
import { cardOf, cardsOf, postOf, statusOf, topOf, until } from "./support/opening.mjs";
import { settle } from "./support/browser.mjs";

const stops = [];
const stopping = (server) => (stops.push(server), server);
export const most_ms = 240_000; // hundreds of translations, on a busy machine
export const after = async () => {
  for (const server of stops) await server.close();
};

const account = { id: "1", acct: "ann", username: "ann", display_name: "Ann" };
const status = (id, language, html, more = {}) => ({ id: String(id), created_at: "2025-01-17T09:00:00Z", language, content: html, account, ...more });

// A source of these posts, each a server's status; comments by the id of their post.
async function openWith(open, query, statuses, { comments = {}, ...options } = {}) {
  const route = (page) => page.route(/^https:\/\/server\.test/, (route) => {
    const url = new URL(route.request().url());
    const id = /statuses\/([^/]+)\/context/.exec(url.pathname)?.[1];
    const body = id ? { ancestors: [], descendants: comments[id] ?? [] }
      : /timelines/.test(url.pathname) ? (url.searchParams.has("max_id") || url.searchParams.has("min_id") ? [] : statuses)
      : /instance/.test(url.pathname) ? { title: "Test", rules: [], languages: [] } : [];
    return route.fulfill({ status: 200, headers: { "access-control-allow-origin": "*", "content-type": "application/json" }, body: JSON.stringify(body) });
  });
  return open(`source=mastodon:https://server.test&${query}`, { ...options, route });
}

const textOf = (page, id) => cardOf(page, id).innerText();
const hasText = (page, id, pattern) => until(() => textOf(page, id), (text) => pattern.test(text), `the card ${id}`, 15_000);

// The first card that offers a translation.
const offering = (page) => cardsOf(page).filter({ has: page.getByRole("button", { name: "Translate", exact: true }) }).first();

export default {
  "Translate shows the translation below the original, Show original takes it away": async ({ open }) => {
    const page = await open("read=en");
    const card = offering(page);
    const id = await card.getAttribute("data-post-id");
    const before = await textOf(page, id);
    await card.getByRole("button", { name: "Translate", exact: true }).click();
    await cardOf(page, id).getByRole("button", { name: "Show original" }).waitFor();
    await hasText(page, id, /→ EN · (good|check)/);
    const lang = await cardOf(page, id).evaluate((el) => [...el.querySelectorAll("[lang]")].map((node) => node.lang));
    assert.ok(lang.includes("en"), `a stretch in English: ${lang}`);
    await cardOf(page, id).getByRole("button", { name: "Show original" }).click();
    await until(() => textOf(page, id), (text) => text === before, "the original as it was");
  },

  "t translates the focused post": async ({ open }) => {
    const page = await open("read=en");
    const id = await offering(page).getAttribute("data-post-id");
    await cardOf(page, id).focus();
    await page.keyboard.press("t");
    await hasText(page, id, /→ EN · (good|check)/);
    await page.keyboard.press("t");
    await cardOf(page, id).getByRole("button", { name: "Translate", exact: true }).waitFor();
  },

  "nothing is translated unasked, the switch translates all and stands in the address": async ({ open }) => {
    const page = await open("read=en");
    assert.equal(await page.getByRole("button", { name: "Show original" }).count(), 0);
    await page.getByRole("button", { name: "Translate everything" }).click();
    await page.getByRole("button", { name: "Show original" }).first().waitFor();
    assert.match(page.url(), /auto=all/);
    await settle(page);
    assert.equal(await page.getByRole("button", { name: "Translate", exact: true }).count(), 0);
  },

  "a reader of Chinese is offered English, and reads Chinese as it is": async ({ open }) => {
    const page = await open("read=zh-Hans");
    const offers = await cardsOf(page).evaluateAll((cards) => cards.map((el) => [el.dataset.lang, [...el.querySelectorAll("button")].some((b) => b.getAttribute("aria-label") === "Translate")]));
    for (const [lang, offered] of offers) {
      if (/^zh-Hans|^zh$/.test(lang)) assert.ok(!offered, `${lang} offered`);
      if (lang === "en") assert.ok(offered, "English is offered");
    }
  },

  "an opened post, its comments and its picture's description": async ({ open }) => {
    const page = await open("read=en&auto=all");
    const id = await cardsOf(page).first().getAttribute("data-post-id");
    await page.evaluate((to) => { location.hash = `#/post/${to}`; }, id);
    await postOf(page).waitFor();
    const articles = postOf(page).getByRole("article");
    await until(() => articles.first().innerText(), (text) => /→ EN · good · the embedded translator/.test(text), "the post's own", 15_000);
    await until(async () => (await articles.allInnerTexts()).slice(1), (texts) => texts.some((text) => /→ EN/.test(text)), "a comment's", 15_000);
  },

  "the description of a picture, in its own language and named so": async ({ open }) => {
    const service = stopping(await startLibreTranslate());
    const page = await openWith(open, `read=en&auto=all&translate=libretranslate:${service.url}`, [
      status(1, "es", "<p>El gato duerme toda la tarde en la ventana.</p>", {
        media_attachments: [{ id: "7", type: "image", url: "https://server.test/a.png", preview_url: "https://server.test/a.png", description: "Un gato gris en una ventana" }],
      }),
    ]);
    await cardOf(page, "1").getByRole("button", { name: "Open" }).click();
    await postOf(page).waitFor();
    const picture = page.getByRole("img", { name: "[en] Un gato gris en una ventana" }).first();
    await picture.waitFor();
    assert.equal(await picture.getAttribute("lang"), "en");
  },

  "a real Apertium translates Spanish, and says which pairs it has not": async ({ open }) => {
    const apertium = stopping(await startApertium());
    const page = await openWith(open, `read=en&auto=all&translate=apertium:${apertium.url}`, [
      status(3, "es", "<p>El gato negro duerme en la casa de mi abuela.</p>"),
      status(2, "es", '<p>Hoy he visto a <a class="mention" href="https://server.test/@bo">@bo</a> en la playa. <a class="mention hashtag" href="https://server.test/tags/mar">#mar</a></p>'),
      status(1, "zh", "<p>今天带我家猫咪去看医生了。</p>"),
    ]);
    await hasText(page, "3", /The black cat sleeps in the house/);
    await hasText(page, "2", /@bo[\s\S]*→ EN[\s\S]*@bo[\s\S]*#mar/);
    await hasText(page, "1", /cannot[\s\S]*between these two languages/);

    const asked = [];
    page.on("request", (request) => asked.push(new URLSearchParams(request.postData() ?? "").get("langpair")));
    await page.getByRole("button", { name: "Check by translating back" }).click();
    await until(() => asked.filter((pair) => pair?.endsWith("|spa")).length, (count) => count >= 2, "both translations are translated back");
    await settle(page);
    assert.match(await textOf(page, "3"), /→ EN · good/);
    assert.match(page.url(), /check=back/);
  },

  "warnings and polls too": async ({ open }) => {
    const service = stopping(await startLibreTranslate());
    const page = await openWith(open, `read=en&auto=all&translate=libretranslate:${service.url}`, [
      status(1, "es", "<p>El gato duerme toda la tarde en la ventana.</p>", {
        spoiler_text: "Cuidado, hay una araña", sensitive: true,
        poll: { id: "9", expired: false, votes_count: 3, options: [{ title: "Sí, por favor", votes_count: 2 }, { title: "No, gracias", votes_count: 1 }] },
      }),
    ]);
    await hasText(page, "1", /\[en\] Cuidado/);
    await cardOf(page, "1").getByRole("button", { name: "Open" }).click();
    await postOf(page).getByRole("button", { name: "Show the post" }).click();
    await until(() => postOf(page).innerText(), (text) => /\[en\] Sí/.test(text) && /\[en\] El gato/.test(text), "text and poll", 15_000);
  },

  "a service that fails is left for the next, and the reader is told once": async ({ open }) => {
    const broken = stopping(await startLibreTranslate({ defect: "broken" }));
    const chat = stopping(await startChat());
    const page = await openWith(open, `read=en&auto=all&translate=libretranslate:${broken.url},chat:${chat.url}`,
      Array.from({ length: 6 }, (_, i) => status(9 - i, "es", `<p>El gato número ${["uno", "dos", "tres", "cuatro", "cinco", "seis"][i]} duerme en la casa.</p>`)));
    await hasText(page, "9", /\[en\][\s\S]*gato/);
    await hasText(page, "4", /\[en\][\s\S]*gato/);
    const said = await until(() => statusOf(page).innerText(), (text) => /LibreTranslate/.test(text), "the notice");
    assert.equal(said.split("did not translate").length - 1, 1, said);
  },

  "a key is entered where it is wanted, kept for the next visit and another tab, and stands in no address": async ({ open }) => {
    const chat = stopping(await startChat({ manner: "key", key: "sesame" }));
    const page = await openWith(open, `read=en&auto=all&translate=chat:${chat.url}`, [status(1, "es", "<p>El gato negro duerme en la casa de mi abuela.</p>")]);
    await until(() => statusOf(page).innerText(), (text) => /wants a key/.test(text), "why nothing is translated");
    await page.getByRole("button", { name: /^Enter a key for Chat model/ }).press("Enter");
    const field = page.getByPlaceholder(/^Key for Chat model/);
    await until(() => field.evaluate((el) => el === document.activeElement && el.type), (type) => type === "password", "the field has the focus");
    await page.keyboard.type(" sesame ");
    await page.keyboard.press("Enter");
    await hasText(page, "1", /\[en\][\s\S]*gato/);
    await until(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label")), (name) => /^Forget the key/.test(name ?? ""), "the focus goes on");
    assert.doesNotMatch(page.url(), /sesame/);
    await until(() => page.locator("#outline").innerText(), (text) => /Tokens counted by Chat model[^\n]*: 200/.test(text), "what the answer cost");

    await page.reload();
    await page.getByRole("button", { name: /^Forget the key/ }).waitFor();
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.getByRole("button", { name: /^Forget the key/ }).click();
    await page.getByRole("button", { name: /^Enter a key for Chat model/ }).waitFor();
    await other.close();
  },

  "an answer that is none is not shown as a translation": async ({ open }) => {
    for (const defect of ["bogus emoji", "quota text"]) {
      const liar = stopping(await startLibreTranslate({ defect }));
      const page = await openWith(open, `read=en&auto=all&translate=libretranslate:${liar.url}`, [status(1, "es", "<p>El gato negro duerme en la casa de mi abuela.</p>")]);
      const text = await hasText(page, "1", /cannot/);
      assert.doesNotMatch(text, /🤷|MYMEMORY|QUOTA/i);
      await page.context().close();
    }
  },

  "what was written to defeat machines is not sent, and the card says why": async ({ open }) => {
    const service = stopping(await startLibreTranslate());
    const page = await openWith(open, `read=en&auto=all&translate=libretranslate:${service.url}`, [status(1, "zh", "<p>yyds，xswl，这个女子口巴真的绝绝子，nsdd</p>")]);
    const text = await until(() => textOf(page, "1"), (words) => /→ EN · (check|cannot)/.test(words), "the verdict");
    assert.match(text, /pinyin initials/);
  },

  "no text is asked for twice, and what is kept asks for nothing": async ({ open }) => {
    const service = stopping(await startLibreTranslate());
    const posts = Array.from({ length: 8 }, (_, i) => status(20 - i, "es", i % 2 ? "<p>La misma frase en todas partes, todos los días.</p>" : `<p>Una frase distinta, la de la letra ${"abcdefgh"[i]}.</p>`));
    const page = await openWith(open, `read=en&auto=all&translate=libretranslate:${service.url}`, posts);
    await hasText(page, "20", /\[en\]/);
    await hasText(page, "13", /\[en\]/);
    const sent = service.requests.flatMap(({ q }) => q ?? []);
    assert.equal(new Set(sent).size, sent.length, `asked twice: ${sent}`);
    await page.waitForTimeout(4000); // kept once a burst is over
    const before = service.requests.length;
    await page.reload();
    await page.waitForSelector('#root[data-ready="true"]');
    await hasText(page, "20", /\[en\]/);
    await settle(page);
    assert.equal(service.requests.slice(before).filter(({ q }) => q).length, 0, "all came from what is kept");
  },

  "500 translations that arrive at random move the card being read by nothing": async ({ open }) => {
    const service = stopping(await startLibreTranslate({ least_ms: 20, most_ms: 300 }));
    const words = "casa perro playa libro mesa noche calle puerta ventana camino jardín ciudad".split(" ");
    const posts = Array.from({ length: 520 }, (_, i) => status(9000 - i, "es", `<p>${Array.from({ length: 6 + (i % 17) }, (_, k) => words[(i * 7 + k * 5) % 12]).join(" ")} número ${i}, la de la ${words[i % 12]}.</p>`));
    const page = await openWith(open, `read=en&auto=all&translate=libretranslate:${service.url}`, posts, { width: 760, height: 600 });
    let most = 0;
    const asked = () => service.requests.flatMap(({ q }) => q ?? []).length;
    // The first card whose top is in view, as the reader's eye takes it.
    const reading = () => page.evaluate(() => {
      const tops = [...document.querySelectorAll("[role=feed] article")].map((el) => [Number(el.getAttribute("aria-posinset")), el.dataset.postId, el.getBoundingClientRect().top]);
      const inView = tops.filter(([, , top]) => top >= 73 && top < innerHeight).sort((a, b) => a[0] - b[0]);
      return inView[0] && { id: inView[0][1], top: inView[0][2] };
    });
    const scrolled = () => page.evaluate(() => document.querySelector("[data-surface=feed].scrolls").scrollTop);
    // The wheel's own glide is over: a height held meanwhile makes it end further than it began.
    const still = () => page.evaluate(async () => {
      const scroller = document.querySelector("[data-surface=feed].scrolls");
      for (let since = 0, last = -1, frames = 0; since < 3 && frames < 60; ++frames) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
        since = scroller.scrollTop === last ? since + 1 : 0;
        last = scroller.scrollTop;
      }
    });
    await page.mouse.move(500, 400);
    for (let step = 0; step < 80 && asked() < 500; ++step) {
      const from = await scrolled();
      await page.mouse.wheel(0, 1100);
      await until(scrolled, (y) => y >= from + 1100, "the scroll arrives", 3000).catch(() => {}); // the feed's end is nearer
      await still();
      const read = await reading();
      if (!read) continue;
      for (let i = 0; i < 4; ++i) {
        await page.waitForTimeout(30);
        const now = await topOf(page, read.id).catch(() => read.top);
        most = Math.max(most, Math.abs(now - read.top));
      }
    }
    const arrived = asked();
    assert.ok(arrived >= 300, `${arrived} texts were asked for`);
    assert.ok(most <= 0.01, `the card being read moved by ${most}`);
  },
};
