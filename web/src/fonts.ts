// Which fonts draw which language: the system's own, or with fonts=bundled those beside the page first. One table for the
// canvas that inks and the outline laid over it, so that both come to the same widths.

import { bundledNames, isBundled, want } from "./bundled_fonts.js";

const latin = [
  "-apple-system", "Segoe UI Variable Text", "Segoe UI", "Roboto", "Noto Sans", "Ubuntu", "Cantarell", "Helvetica Neue", "Arial",
];
const mono = ["ui-monospace", "SF Mono", "Cascadia Mono", "Consolas", "Menlo", "Noto Sans Mono", "DejaVu Sans Mono"];
const emoji = ["Noto Color Emoji", "Apple Color Emoji", "Segoe UI Emoji"];

// Faces for a language's own script, best first: macOS and iOS, Windows, Android and Linux.
const ofScript: Record<string, readonly string[]> = {
  "zh-Hans": ["PingFang SC", "Hiragino Sans GB", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "WenQuanYi Micro Hei"],
  "zh-Hant": ["PingFang TC", "Microsoft JhengHei UI", "Microsoft JhengHei", "Noto Sans CJK TC", "Noto Sans TC", "Source Han Sans TC"],
  "zh-HK": ["PingFang HK", "Noto Sans CJK HK", "Noto Sans HK", "Microsoft JhengHei UI", "Microsoft JhengHei"],
  ja: ["Hiragino Sans", "Hiragino Kaku Gothic ProN", "Yu Gothic UI", "Yu Gothic", "Meiryo", "Noto Sans CJK JP", "Noto Sans JP"],
  ko: ["Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans CJK KR", "Noto Sans KR"],
  ar: ["SF Arabic", "Geeza Pro", "Segoe UI", "Noto Sans Arabic", "Noto Naskh Arabic", "Tahoma"],
  fa: ["SF Arabic", "Vazirmatn", "Geeza Pro", "Segoe UI", "Noto Sans Arabic", "Noto Naskh Arabic", "Tahoma"],
  ur: ["Noto Nastaliq Urdu", "Urdu Typesetting", "Geeza Pro", "Segoe UI"],
  he: ["SF Hebrew", "Arial Hebrew", "Segoe UI", "Noto Sans Hebrew"],
  hi: ["Kohinoor Devanagari", "Devanagari Sangam MN", "Nirmala UI", "Noto Sans Devanagari"],
  bn: ["Kohinoor Bangla", "Bangla Sangam MN", "Nirmala UI", "Noto Sans Bengali"],
  ta: ["Tamil Sangam MN", "Nirmala UI", "Noto Sans Tamil"],
  te: ["Kohinoor Telugu", "Nirmala UI", "Noto Sans Telugu"],
  th: ["Thonburi", "Leelawadee UI", "Noto Sans Thai Looped", "Noto Sans Thai"],
  lo: ["Lao Sangam MN", "Leelawadee UI", "Noto Sans Lao"],
  km: ["Khmer Sangam MN", "Leelawadee UI", "Noto Sans Khmer"],
  my: ["Myanmar Sangam MN", "Myanmar Text", "Noto Sans Myanmar"],
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
    const own = ofScript[scriptOf(lang)] ?? [];
    // Han fonts first: “quotes” and … of a Latin font are half as wide as Chinese and Japanese set them.
    const hanFirst = isHanFirst(lang);
    const text = hanFirst ? [...own, ...latin] : [...latin, ...own];
    const bundled = isBundled ? bundledNames(isMono ? "mono" : scriptOf(lang), hanFirst || isMono) : [];
    const names = [...bundled, ...(isMono ? [...mono, "monospace", ...own] : [...text, "sans-serif"])];
    stack = [...new Set(quoted([...names, ...emoji]))].join(",");
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
