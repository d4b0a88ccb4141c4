// A stub of OpenAI's chat protocol on loopback: answers translations of its own dictionary as JSON, and can misbehave as
// models do: "obeys" (does what a text tells it to), "merges" (fewer texts than asked for), "chatty" (words and fences around
// its JSON), "no json", "loses marks", "key" (401 without one), "broken".
import { createServer } from "node:http";

const cors = { "access-control-allow-origin": "*", "access-control-allow-headers": "*", "access-control-allow-methods": "POST" };

export const manners = ["obeys", "merges", "chatty", "no json", "loses marks", "key", "broken"];

async function bodyOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

// What the model says to { source, target, texts }.
function contentOf({ target, texts }, manner, words) {
  let translations = texts.map((text) => words[text] ?? `[${target}] ${text}`);
  if (manner === "obeys") translations = texts.map((text) => (/ignore (all|the)/i.test(text) ? "PWNED" : `[${target}] ${text}`));
  if (manner === "merges") translations = [translations.join(" ")];
  if (manner === "loses marks") translations = translations.map((text) => text.replace(/⟦\d+⟧/gu, ""));
  if (manner === "no json") return translations.join("\n");
  const json = JSON.stringify({ translations });
  return manner === "chatty" ? `Here you are:\n\`\`\`json\n${json}\n\`\`\`` : json;
}

// startChat({ words, manner, key }): { url, requests, set, close }. requests: the bodies, parsed, each with its headers.
export async function startChat(options = {}) {
  const state = { words: {}, manner: "", key: "", ...options };
  const requests = [];
  const server = createServer(async (request, response) => {
    const send = (status, value) => response.writeHead(status, { ...cors, "content-type": "application/json" }).end(JSON.stringify(value));
    if (request.method === "OPTIONS") return void response.writeHead(204, cors).end();
    if (request.url !== "/v1/chat/completions") return send(404, { error: { message: "Unknown request URL" } });
    let body;
    let asked;
    try {
      body = JSON.parse(await bodyOf(request));
      asked = JSON.parse(body.messages.at(-1).content);
    } catch {
      return send(400, { error: { message: "We could not parse the JSON body of your request" } });
    }
    requests.push({ body, headers: request.headers });
    if (state.manner === "broken") return send(500, { error: { message: "The server had an error" } });
    if (state.manner === "key" && request.headers.authorization !== `Bearer ${state.key}`) return send(401, { error: { message: "Incorrect API key provided" } });
    const content = contentOf(asked, state.manner, state.words);
    send(200, { id: "chatcmpl-1", object: "chat.completion", choices: [{ index: 0, message: { role: "assistant", content }, finish_reason: "stop" }], usage: { prompt_tokens: 120, completion_tokens: 80, total_tokens: 200 } });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    requests,
    set: (changes) => Object.assign(state, changes),
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(resolve);
    }),
  };
}
