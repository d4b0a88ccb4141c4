// Which fonts draw which language: the system's own, or with fonts=bundled those beside the page first. One table for the
// canvas that inks and the outline laid over it, so that both come to the same widths.

import { bundledNames, isBundled, want } from "./bundled_fonts.js";

// A browser looks for a family that is not there for several milliseconds: only those of the reader's system are named.
interface Faces { apple: readonly string[]; windows: readonly string[]; others: readonly string[] }
const system: keyof Faces = /Mac|iP(hone|ad|od)/.test(navigator.userAgent) ? "apple" : /Windows/.test(navigator.userAgent) ? "windows" : "others";

const latin: Faces = { apple: ["-apple-system", "Helvetica Neue"], windows: ["Segoe UI Variable Text", "Segoe UI", "Arial"], others: ["Roboto", "Noto Sans"] };
const mono: Faces = { apple: ["ui-monospace", "SF Mono", "Menlo"], windows: ["Cascadia Mono", "Consolas"], others: ["Noto Sans Mono", "DejaVu Sans Mono"] };
const emoji: Faces = { apple: ["Apple Color Emoji"], windows: ["Segoe UI Emoji"], others: ["Noto Color Emoji"] };

// Faces for a language's own script, best first.
const ofScript: Record<string, Faces> = {
  "zh-Hans": { apple: ["PingFang SC", "Hiragino Sans GB"], windows: ["Microsoft YaHei UI", "Microsoft YaHei"], others: ["Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "WenQuanYi Micro Hei"] },
  "zh-Hant": { apple: ["PingFang TC"], windows: ["Microsoft JhengHei UI", "Microsoft JhengHei"], others: ["Noto Sans CJK TC", "Noto Sans TC", "Source Han Sans TC"] },
  "zh-HK": { apple: ["PingFang HK"], windows: ["Microsoft JhengHei UI", "Microsoft JhengHei"], others: ["Noto Sans CJK HK", "Noto Sans HK"] },
  ja: { apple: ["Hiragino Sans", "Hiragino Kaku Gothic ProN"], windows: ["Yu Gothic UI", "Yu Gothic", "Meiryo"], others: ["Noto Sans CJK JP", "Noto Sans JP"] },
  ko: { apple: ["Apple SD Gothic Neo"], windows: ["Malgun Gothic"], others: ["Noto Sans CJK KR", "Noto Sans KR"] },
  ar: { apple: ["SF Arabic", "Geeza Pro"], windows: ["Segoe UI", "Tahoma"], others: ["Noto Sans Arabic", "Noto Naskh Arabic"] },
  fa: { apple: ["SF Arabic", "Geeza Pro"], windows: ["Segoe UI", "Tahoma"], others: ["Vazirmatn", "Noto Sans Arabic", "Noto Naskh Arabic"] },
  ur: { apple: ["Noto Nastaliq Urdu", "Geeza Pro"], windows: ["Urdu Typesetting", "Segoe UI"], others: ["Noto Nastaliq Urdu"] },
  he: { apple: ["SF Hebrew", "Arial Hebrew"], windows: ["Segoe UI"], others: ["Noto Sans Hebrew"] },
  hi: { apple: ["Kohinoor Devanagari", "Devanagari Sangam MN"], windows: ["Nirmala UI"], others: ["Noto Sans Devanagari"] },
  bn: { apple: ["Kohinoor Bangla", "Bangla Sangam MN"], windows: ["Nirmala UI"], others: ["Noto Sans Bengali"] },
  ta: { apple: ["Tamil Sangam MN"], windows: ["Nirmala UI"], others: ["Noto Sans Tamil"] },
  te: { apple: ["Kohinoor Telugu"], windows: ["Nirmala UI"], others: ["Noto Sans Telugu"] },
  th: { apple: ["Thonburi"], windows: ["Leelawadee UI"], others: ["Noto Sans Thai Looped", "Noto Sans Thai"] },
  lo: { apple: ["Lao Sangam MN"], windows: ["Leelawadee UI"], others: ["Noto Sans Lao"] },
  km: { apple: ["Khmer Sangam MN"], windows: ["Leelawadee UI"], others: ["Noto Sans Khmer"] },
  my: { apple: ["Myanmar Sangam MN"], windows: ["Myanmar Text"], others: ["Noto Sans Myanmar"] },
};
const likeAnother: Record<string, string> = { mr: "hi", ne: "hi", sa: "hi", ps: "fa", ckb: "fa", ug: "ar", yi: "he", yue: "zh-HK" };

// Asked for every piece of text, so remembered; posts name no more than some hundred languages.
const scripts = new Map<string, string>();
function scriptOf(lang: string): string {
  let script = scripts.get(lang);
  if (script === undefined) scripts.set(lang, (script = findScript(lang)));
  return script;
}
function findScript(lang: string): string {
  const tags = lang.split("-");
  const language = tags[0]?.toLowerCase() ?? "";
  if (language !== "zh") return likeAnother[language] ?? language;
  if (tags.includes("HK") || tags.includes("MO")) return "zh-HK";
  return tags.includes("Hant") || tags.includes("TW") ? "zh-Hant" : "zh-Hans";
}

const isHanFirst = (lang: string) => /^(zh|ja|ko)/.test(scriptOf(lang));
// Japanese is set solid: each kana and kanji in a square of its own (JLREQ 2.3). Noto's and others' tables would pull kana
// together, pair by pair, for which a line broken by squares has no room.
export const kerningOf = (lang: string): CanvasFontKerning => (scriptOf(lang) === "ja" ? "none" : "normal");

const quoted = (names: readonly string[]) => names.map((name) => (name.includes(" ") ? `"${name}"` : name));
const known = new Map<string, string>();

// The value of font-family for a language (BCP-47 or empty).
export function fontStack(lang: string, isMono = false): string {
  const key = `${isMono ? "m" : ""}${scriptOf(lang)}`;
  let stack = known.get(key);
  if (stack === undefined) {
    const own = ofScript[scriptOf(lang)]?.[system] ?? [];
    // Han fonts first: “quotes” and … of a Latin font are half as wide as Chinese and Japanese set them.
    const hanFirst = isHanFirst(lang);
    const text = hanFirst ? [...own, ...latin[system]] : [...latin[system], ...own];
    const bundled = isBundled ? bundledNames(isMono ? "mono" : scriptOf(lang), hanFirst || isMono) : [];
    const names = [...bundled, ...(isMono ? [...mono[system], "monospace", ...own] : [...text, "sans-serif"])];
    stack = [...new Set(quoted([...names, ...emoji[system]]))].join(",");
    known.set(key, stack);
  }
  return stack;
}

// The same as a class for an element: the long list stands once in a style sheet, not on every text.
const classes = new Map<string, string>();
const sheet = new CSSStyleSheet();
export function fontClass(lang: string): string {
  const script = scriptOf(lang);
  let name = classes.get(script);
  if (name === undefined) {
    if (classes.size === 0) document.adoptedStyleSheets.push(sheet);
    name = `font-${classes.size}`;
    sheet.insertRule(`.node.${name}{font-family:${fontStack(lang)};font-kerning:${kerningOf(lang)}}`);
    classes.set(script, name);
  }
  return name;
}

// flags of bridge.h: 1 italic, 2 mono. The value of the shorthand `font`.
export function fontValue(size_px: number, weight: number, flags: number, lang: string): string {
  return `${flags & 1 ? "italic " : ""}${weight} ${size_px}px ${fontStack(lang, (flags & 2) !== 0)}`;
}

// Before a text is measured: asks for bundled fonts that it needs and that are not there yet.
export function wantFonts(text: string, weight: number, flags: number, lang: string): void {
  if (!isBundled) return;
  const isMono = (flags & 2) !== 0;
  want(text, isMono ? "mono" : scriptOf(lang), weight, isMono || isHanFirst(lang));
}
