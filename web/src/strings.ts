// The interface's language: chosen here, so that its texts are fetched together with the module. C++ says them; the page
// itself only needs the few under "page", which it says when there is no C++ to do so.

import { page as english } from "../../assets/strings/en.json";

export type PageText = keyof typeof english;

const patience_ms = 4000; // then English is better than nothing

let texts: Record<string, unknown> = english;
export const pageText = (name: PageText): string => {
  const text = texts[name];
  return typeof text === "string" ? text : english[name];
};

// A tag as the names of the files write it: the language, for Chinese with its script. Only for that is the browser asked
// what it knows of languages: it reads a large table first.
function fileTag(tag: string): string {
  const language = tag.split(/[-_]/)[0]!.toLowerCase();
  if (language !== "zh") return language;
  try {
    return `zh-${new Intl.Locale(tag).maximize().script ?? "Hans"}`;
  } catch {
    return ""; // not a language tag
  }
}
const isOffered = (tag: string) => tag === "en" || tag in MANIFEST.strings;

function chosenTag(): string {
  const asked = fileTag(new URLSearchParams(location.search).get("ui") ?? "");
  return [asked, ...navigator.languages.map(fileTag)].find(isOffered) ?? "en";
}

export interface Strings { ui: string; ui_words: string }

// Never fails: without its texts the interface is English.
async function fetchStrings(tag: string): Promise<Strings> {
  const name = MANIFEST.strings[tag];
  if (!name) return { ui: "", ui_words: "" };
  try {
    const reply = await fetch(name, { signal: AbortSignal.timeout(patience_ms) });
    if (!reply.ok) throw new Error(`status ${reply.status}`);
    const words = await reply.text();
    const { page } = JSON.parse(words) as { page?: Record<string, unknown> };
    texts = page ?? english;
    return { ui: tag, ui_words: words };
  } catch (error) {
    console.warn(`The texts in ${tag} could not be read: ${String(error)}`);
    return { ui: "", ui_words: "" };
  }
}

// The document takes the language that it really has.
function setLanguage(tag: string): void {
  document.documentElement.lang = tag;
  document.getElementById("root")!.dir = tag === "ar" ? "rtl" : "ltr";
  const noWebGl = document.getElementById("no-webgl")!;
  noWebGl.textContent = pageText("noWebGl");
}

export async function loadStrings(): Promise<Strings> {
  const strings = await fetchStrings(chosenTag());
  setLanguage(strings.ui || "en");
  return strings;
}
