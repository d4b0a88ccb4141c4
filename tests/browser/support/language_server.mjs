// A server of the Mastodon API on loopback whose posts are the running texts of tests/golden/languages: one post, and each
// text as a comment on it, labelled with its language. So any text is laid out by the page itself, through its front door.
import { readFile, readdir } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { root } from "./browser.mjs";

const folder = path.join(root, "tests/golden/languages");
const cors = { "access-control-allow-origin": "*", "access-control-allow-headers": "*" };

const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
const markup = (text) =>
  text.trim().split(/\n\n+/).map((part) => `<p>${escaped(part).replace(/\n/g, "<br>")}</p>`).join("");

function status(id, language, text, parent = null) {
  const account = { id: "1", acct: "reader", username: "reader", display_name: `Text in ${language}`, url: "", avatar: "" };
  return {
    id, created_at: "2025-01-10T08:00:00Z", content: text.startsWith("<") ? text : markup(text), language, account,
    in_reply_to_id: parent, media_attachments: [], tags: [], mentions: [], emojis: [], replies_count: 0, favourites_count: 0,
  };
}

// [{ language, text }] of all files, or of those named.
export async function languageTexts(only) {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".txt")).sort();
  const texts = await Promise.all(
    names.map(async (name) => ({ language: name.slice(0, -4), text: (await readFile(path.join(folder, name), "utf8")).trim() })),
  );
  return only ? texts.filter(({ language }) => only.includes(language)) : texts;
}

// texts: [{ language, text }]; a text that starts with "<" is HTML. { host, hash, source, close }
export async function serveTexts(texts) {
  const main = status("all", "en", "Texts in many languages\n\nEach comment is one of them.");
  const comments = texts.map(({ language, text }, i) => status(`t${i}`, language, text, main.id));
  const own = comments.map((comment) => ({ ...comment, in_reply_to_id: null }));
  const answers = {
    [`/api/v1/statuses/${main.id}/context`]: { ancestors: [], descendants: comments },
    "/api/v1/timelines/public": [main, ...own],
  };
  for (const each of [main, ...own]) answers[`/api/v1/statuses/${each.id}`] = each;
  const server = createServer((request, response) => {
    if (request.method === "OPTIONS") return void response.writeHead(204, cors).end();
    const { pathname, searchParams } = new URL(request.url, "http://127.0.0.1");
    const isLater = searchParams.has("max_id") || searchParams.has("min_id") || searchParams.has("since_id");
    const answer = pathname.endsWith("/context")
      ? (answers[pathname] ?? { ancestors: [], descendants: [] })
      : isLater ? [] : answers[pathname];
    response.writeHead(answer ? 200 : 404, { ...cors, "content-type": "application/json" });
    response.end(JSON.stringify(answer ?? { error: "Record not found" }));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${server.address().port}`;
  return {
    url,
    source: `source=mastodon:${url}`,
    hash: `#/post/${main.id}`,
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(resolve);
    }),
  };
}
