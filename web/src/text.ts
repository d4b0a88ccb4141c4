// The browser's text engine for C++: how wide is a piece of text, what does it look like, where do words end.

import { fontValue, kerningOf, wantFonts } from "./fonts.js";
import type { Gl } from "./gl.js";

const flagItalic = 1;
const flagTabular = 4;
const flagRightToLeft = 8;

type Context = CanvasRenderingContext2D & { lang?: string };

// One canvas for each language: Han forms follow its lang, and setting that anew for each piece would cost more than the
// piece. Measured in and inked from; never read back.
class Pen {
  readonly canvas = document.createElement("canvas");
  readonly context: Context;
  private font = "";
  private rightToLeft = false;

  constructor(private readonly lang: string) {
    // willReadFrequently keeps it in ordinary memory: uploading from an accelerated canvas takes ten times as long.
    this.context = this.canvas.getContext("2d", { willReadFrequently: true })!;
    this.canvas.width = this.canvas.height = 1;
    this.canvas.lang = lang;
    // In the document: a context takes over what it has no property for, the language (Firefox, Safari, Chromium until
    // 2025) and that nothing is squeezed (Chromium: 。「 by half a square), which C++ decides.
    this.canvas.className = "pen";
    this.canvas.setAttribute("aria-hidden", "true");
    document.body.append(this.canvas);
    this.begin();
  }

  set(size_px: number, weight: number, flags: number): Context {
    const font = fontValue(size_px, weight, flags, this.lang);
    if (font !== this.font) this.context.font = this.font = font;
    const rightToLeft = (flags & flagRightToLeft) !== 0;
    if (rightToLeft !== this.rightToLeft) {
      this.rightToLeft = rightToLeft;
      this.context.direction = rightToLeft ? "rtl" : "ltr";
    }
    return this.context;
  }

  // Makes room, and clears it.
  clear(w: number, h: number): void {
    if (w > this.canvas.width || h > this.canvas.height) {
      this.canvas.width = Math.max(this.canvas.width, (w + 255) & ~255);
      this.canvas.height = Math.max(this.canvas.height, (h + 63) & ~63);
      this.begin(); // a new size resets everything
    } else {
      this.context.clearRect(0, 0, w, h);
    }
  }

  remove(): void {
    this.canvas.remove();
  }

  private begin(): void {
    const context = this.context;
    if ("lang" in context) context.lang = this.lang;
    context.fillStyle = "#fff";
    context.textAlign = "left"; // also of right-to-left text: the origin is the left end of the advance
    context.textBaseline = "alphabetic";
    context.fontKerning = kerningOf(this.lang);
    context.textRendering = "geometricPrecision";
    context.direction = "ltr";
    this.font = "";
    this.rightToLeft = false;
  }
}

// A post labels itself; a page of a thousand labels must not make a thousand canvases.
const mostPens = 40;
const pens = new Map<string, Pen>();
// A text without a language is the interface's own.
function penOf(of: string): Pen {
  const lang = of || document.documentElement.lang;
  let pen = pens.get(lang);
  if (!pen) {
    if (pens.size >= mostPens) forgetPens();
    pens.set(lang, (pen = new Pen(lang)));
  }
  return pen;
}
function forgetPens(): void {
  for (const pen of pens.values()) pen.remove();
  pens.clear();
}

// Digits of equal width, for counts. A canvas cannot ask a font for its tabular digits, so each is set in the middle of
// the width of a zero. Calls put(text, x, w) for each part and returns the width of all.
function setTabular(context: Context, text: string, put: Put): number {
  const zero = context.measureText("0").width;
  let x = 0;
  for (const part of text.split(/([0-9])/)) {
    if (part === "") continue;
    const natural = context.measureText(part).width;
    const isDigit = part.length === 1 && part >= "0" && part <= "9";
    put(part, isDigit ? x + (zero - natural) / 2 : x, natural);
    x += isDigit ? zero : natural;
  }
  return x;
}

// Only these scripts have a slanted form; a browser would slant any, and slanted Han or Arabic is an accident.
const upright = /([^\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{sc=Armn}\p{sc=Geor}\p{sc=Zyyy}\p{sc=Zinh}]+)/u;

// A text in one look: put(part, x, w) is called for what has to be drawn by itself, with the pen set for it. Returns the
// width of all.
type Put = (part: string, x: number, w: number) => void;
function setText(pen: Pen, text: string, size_px: number, weight: number, flags: number, put: Put): number {
  if (flags & flagRightToLeft) flags &= ~flagItalic;
  const context = pen.set(size_px, weight, flags);
  if (flags & flagTabular) return setTabular(context, text, put);
  const parts = flags & flagItalic ? text.split(upright) : [text];
  let x = 0;
  parts.forEach((part, i) => {
    if (part === "") return;
    if (parts.length > 1) pen.set(size_px, weight, i % 2 ? flags & ~flagItalic : flags);
    const width = context.measureText(part).width;
    put(part, x, width);
    x += width;
  });
  return x;
}
const putNothing = () => {};

export function measure(
  pieces: readonly string[], size_px: number, weight: number, flags: number, lang: string, widths_px: Float32Array,
): void {
  const pen = penOf(lang);
  const isKorean = lang === "ko" || lang.startsWith("ko-");
  pieces.forEach((piece, i) => {
    wantFonts(piece, weight, flags, lang);
    // Marks by themselves are shaped as Latin text, with its kerning; beside Hangul, where they will stand, as Hangul, which
    // has none: “”,” alone is two pixels narrower.
    const isMarks = isKorean && !/[\p{L}\p{N}]/u.test(piece);
    if (isMarks) pen.context.fontKerning = "none";
    widths_px[i] = setText(pen, piece, size_px, weight, flags, putNothing);
    if (isMarks) pen.context.fontKerning = kerningOf(lang);
  });
}

// For the outline: the width of a line in the same fonts. Its elements come and go with every scroll, their lines do not
// change: a card that comes back measures nothing.
const mostWidths = 6000; // some 200 cards
const lineWidths = new Map<string, number>();
export function lineWidth(text: string, size_px: number, weight: number, lang: string): number {
  const key = `${lang} ${weight} ${size_px} ${text}`;
  let width = lineWidths.get(key);
  if (width === undefined) {
    if (lineWidths.size >= mostWidths) lineWidths.clear();
    width = penOf(lang).set(size_px, weight, 0).measureText(text).width;
    lineWidths.set(key, width);
  }
  return width;
}

// How far below a line's middle an element of this look sets its baseline: browsers centre the primary font's rounded
// ascent and descent.
const baselines = new Map<string, number>();
export function baselineDrop(size_px: number, weight: number, lang: string): number {
  const key = `${lang} ${weight} ${size_px}`;
  let drop = baselines.get(key);
  if (drop === undefined) {
    const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = penOf(lang).set(size_px, weight, 0).measureText("x");
    drop = (Math.round(ascent) - Math.round(descent)) / 2;
    baselines.set(key, drop);
  }
  return drop;
}

export function ink(
  gl: Gl, text: string, size_px: number, weight: number, flags: number, lang: string, color: number,
  texture: number, x: number, y: number, w: number, h: number, originX_px: number, baseline_px: number,
): void {
  const context = gl.context();
  const target = gl.texture(texture);
  if (!context || !target || w <= 0 || h <= 0) return;
  const pen = penOf(lang);
  pen.clear(w, h);
  // A text of one part needs no measuring.
  if (flags & (flagTabular | flagItalic)) {
    setText(pen, text, size_px, weight, flags, (part, at) => pen.context.fillText(part, originX_px + at, baseline_px));
  } else {
    pen.set(size_px, weight, flags).fillText(text, originX_px, baseline_px);
  }
  // White, premultiplied: its red is its coverage.
  context.bindTexture(context.TEXTURE_2D, target);
  context.pixelStorei(context.UNPACK_PREMULTIPLY_ALPHA_WEBGL, true);
  const format = color ? context.RGBA : context.RED;
  context.texSubImage2D(context.TEXTURE_2D, 0, x, y, w, h, format, context.UNSIGNED_BYTE, pen.canvas);
  context.pixelStorei(context.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
}

// For the interface's own panels, in its own language. ImGui takes pixels, so these few are read back.
export function panelInk(
  text: string, size_px: number, weight: number, flags: number, pixels: Uint8Array | null, w: number, h: number,
  originX_px: number, baseline_px: number,
): number {
  const pen = penOf("");
  if (pixels && w > 0 && h > 0) {
    pen.clear(w, h);
    const context = pen.set(size_px, weight, flags);
    context.fillText(text, originX_px, baseline_px);
    const { data } = context.getImageData(0, 0, w, h);
    for (let i = 0; i < w * h; ++i) pixels[i] = data[i * 4 + 3]!;
  }
  return pen.set(size_px, weight, flags).measureText(text).width;
}

const segmenters = new Map<string, Intl.Segmenter>();
function segmenterOf(lang: string): Intl.Segmenter {
  let segmenter = segmenters.get(lang);
  if (!segmenter) {
    try {
      segmenter = new Intl.Segmenter(lang || undefined, { granularity: "word" });
    } catch {
      segmenter = new Intl.Segmenter(undefined, { granularity: "word" }); // not a language tag
    }
    segmenters.set(lang, segmenter);
  }
  return segmenter;
}

// UTF-8 offsets at which a word ends and another one follows.
export function segment(text: string, lang: string, breaks: Uint8Array): void {
  if (!("Segmenter" in Intl)) return; // Firefox until 124: such text then breaks anywhere
  let bytes = 0;
  for (const { segment: word } of segmenterOf(lang).segment(text)) {
    for (const c of word) bytes += c < "\x80" ? 1 : c < "\u0800" ? 2 : c.length === 1 ? 3 : 4;
    if (bytes < breaks.length) breaks[bytes] = 1;
  }
}

// Widths that were asked for before a font came are wrong afterwards.
export function watchFonts(changed: () => void): void {
  document.fonts.addEventListener("loadingdone", () => {
    forgetPens();
    lineWidths.clear();
    baselines.clear();
    changed();
  });
}
