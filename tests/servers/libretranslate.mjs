// A server of LibreTranslate's protocol on loopback, with a small dictionary for an engine and its known defects to be
// switched on: one language for the whole of a batch with source "auto", text behind an emoji cut off, a bogus emoji sent as
// a translation with status 200, 429, slowness, entities unescaped once more, a quota's end sent as text, marks damaged.
import { createServer } from "node:http";

const cors = {
  "access-control-allow-origin": "*",
  "access-control-allow-methods": "GET, POST",
  "access-control-allow-headers": "Authorization, Content-Type",
};

export const defects = ["auto batch", "emoji cuts", "bogus emoji", "too often", "slow", "unescaped", "quota text", "damaged marks", "broken", "echo"];

const languages = ["en", "es", "fr", "de", "zh-Hans", "zh-Hant", "ja", "ko", "pt-BR", "ru", "ar", "hi"];

// Enough to tell the languages of tests apart; no identifier.
function detect(text) {
  if (/\p{Script=Hiragana}|\p{Script=Katakana}/u.test(text)) return "ja";
  if (/\p{Script=Hangul}/u.test(text)) return "ko";
  if (/\p{Script=Han}/u.test(text)) return "zh-Hans";
  if (/\p{Script=Arabic}/u.test(text)) return "ar";
  if (/\p{Script=Cyrillic}/u.test(text)) return "ru";
  if (/\p{Script=Devanagari}/u.test(text)) return "hi";
  if (/[ñ¿¡]|\b(el|la|los|gato|hola|que|una?)\b/iu.test(text)) return "es";
  return "en";
}

// words: { "es>en": { "hola": "hello" } }. Without an entry a text comes back in the way "[en] text", so that a test sees that
// it went through here.
const translateText = (text, source, target, words) => words[`${source}>${target}`]?.[text] ?? `[${target}] ${text}`;

function spoil(answer, text, defect) {
  switch (defect) {
    case "emoji cuts":
      return answer.replace(/(\p{Extended_Pictographic}).*$/su, "$1");
    case "bogus emoji":
      return "🤷";
    case "unescaped":
      return answer.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
    case "quota text":
      return "MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE TRANSLATIONS FOR TODAY.";
    case "damaged marks":
      return answer.replace(/XQ(\d+)Z/g, "xq $1");
    case "echo":
      return text;
    default:
      return answer;
  }
}

async function bodyOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

// startLibreTranslate({ words, defect, charLimit, batchLimit, slow_ms, least_ms, most_ms }): { url, requests, set, close }.
// requests: the bodies of POST /translate, parsed. set({ defect }) changes it while it runs.
export async function startLibreTranslate(options = {}) {
  const state = { words: {}, defect: "", charLimit: 2000, batchLimit: 50, slow_ms: 60_000, least_ms: 0, most_ms: 0, ...options };
  const requests = [];
  const timers = new Set();

  function translate(asked) {
    const all = Array.isArray(asked.q) ? asked.q : [asked.q];
    if (all.some((text) => typeof text !== "string") || !asked.source || !asked.target) return [400, { error: "Invalid request: missing parameter" }];
    if (all.length > state.batchLimit) return [400, { error: `Invalid request: request (${all.length}) exceeds batch limit (${state.batchLimit})` }];
    const length = all.reduce((sum, text) => sum + [...text].length, 0);
    if (length > state.charLimit) return [400, { error: `Invalid request: request (${length}) exceeds text limit (${state.charLimit})` }];
    for (const code of [asked.source, asked.target])
      if (code !== "auto" && !languages.includes(code)) return [400, { error: `${code} is not supported` }];
    // The real server chooses one language for the whole batch and copies it.
    const perText = (text) => (asked.source !== "auto" ? asked.source : state.defect === "auto batch" ? detect(all[0]) : detect(text));
    const answers = all.map((text) => spoil(translateText(text, perText(text), asked.target, state.words), text, state.defect));
    const answer = { translatedText: Array.isArray(asked.q) ? answers : answers[0] };
    if (asked.source === "auto") {
      const found = all.map((text) => ({ confidence: 90, language: perText(text) }));
      answer.detectedLanguage = Array.isArray(asked.q) ? found : found[0];
    }
    return [200, answer];
  }

  const server = createServer(async (request, response) => {
    const send = (status, value, headers = {}) =>
      response.writeHead(status, { ...cors, "content-type": "application/json", ...headers }).end(JSON.stringify(value));
    if (request.method === "OPTIONS") return void response.writeHead(204, cors).end();
    if (request.url === "/languages")
      return send(200, languages.map((code) => ({ code, name: code, targets: languages.filter((other) => other !== code) })));
    if (request.url !== "/translate" || request.method !== "POST") return send(404, { error: "Not found" });
    let asked;
    try {
      asked = JSON.parse(await bodyOf(request));
    } catch {
      return send(400, { error: "Invalid JSON format" });
    }
    requests.push(asked);
    if (state.defect === "too often") return send(429, { error: "Slowdown" }, { "retry-after": "2", "access-control-expose-headers": "retry-after" });
    if (state.defect === "broken") return send(500, { error: "Cannot translate text" });
    const answer = () => send(...translate(asked));
    const { least_ms, most_ms } = state;
    const wait_ms = state.defect === "slow" ? state.slow_ms : least_ms + Math.random() * (most_ms - least_ms);
    if (wait_ms === 0) return answer();
    const timer = setTimeout(answer, wait_ms);
    timers.add(timer);
    response.on("close", () => clearTimeout(timer));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    requests,
    set: (changes) => Object.assign(state, changes),
    close: () => new Promise((resolve) => {
      for (const timer of timers) clearTimeout(timer);
      server.closeAllConnections();
      server.close(resolve);
    }),
  };
}
