// The text of a node, unseen over its painted lines: what is selected, copied, found and read aloud.

import { fontClass } from "./fonts.js";
import type { Held } from "./outline_node.js";
import type { Line, OutlineNode } from "./outline_patch.js";
import { baselineDrop, lineWidth } from "./text.js";

// Roles that are called by what they contain: a name on an element without a role says nothing to anybody and is an error
// to checkers.
export const namedByText = new Set(["text", "heading"]);

export function setFont(held: Held, size_pt: number): void {
  const { el } = held;
  const name = fontClass(held.lang);
  if (!el.classList.contains(name)) {
    el.className = el.className.replace(/ font-\d+/, "");
    el.classList.add(name);
  }
  el.style.fontSize = `${size_pt}px`;
}

function sameLines(a: readonly Line[] | undefined, b: readonly Line[] | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && JSON.stringify(a) === JSON.stringify(b));
}

// Transparent text over the painted lines. It flows: one run of text in which nothing but the ends of lines may break,
// and each line fills its width up with a margin. So find-in-page and a copy cross the ends of lines, which they do not
// where each line is a box of its own.
export function writeLines(held: Held, was: OutlineNode): void {
  const { el, node, lines } = held;
  if (!node.t) {
    if (was.t || (namedByText.has(node.r) && node.n !== was.n)) el.textContent = namedByText.has(node.r) ? (node.n ?? "") : "";
    lines.length = 0;
    return;
  }
  const width = node.b[2];
  const same = sameLines(node.t, was.t) && node.fs === was.fs && node.fw === was.fw && node.lh === was.lh;
  if (same && node.lang === was.lang && node.dir === was.dir && width === was.b[2]) return;
  if (!was.t && namedByText.has(node.r)) el.textContent = "";

  const size = node.fs ?? 14;
  const weight = node.fw ?? 400;
  setFont(held, size);
  el.style.fontWeight = String(weight);
  el.style.lineHeight = `${node.lh ?? size * 1.4}px`;
  el.style.paddingTop = `${node.t[0]?.[2] ?? 0}px`;
  const before = held.children[0]?.el ?? null; // of the children
  while (lines.length > node.t.length) removeLine(lines.pop()!);
  node.t.forEach((line, i) => {
    let span = lines[i];
    if (!span) {
      span = document.createElement("span");
      span.className = "line";
      el.insertBefore(span, before);
      lines.push(span);
    }
    const text = line[0].replace(/\n$/, "");
    if (span.textContent !== text) span.textContent = text;
    // What stands behind it: the end of a paragraph, or a place to break.
    const end = text !== line[0] || text === "" ? "BR" : "WBR";
    if (span.nextElementSibling?.tagName !== end) {
      removeEnd(span);
      span.after(document.createElement(end));
    }
    span.classList.toggle("elided", line[4] === 1); // the style sheet adds the ellipsis, which is not part of the text
    fitLine(span, text, line, width, { size, weight, lang: held.lang, isRightToLeft: node.dir === "rtl" });
  });
}

// Where a line's baseline is painted, below its middle, in parts of the type size (app/ui/text_painter.cpp).
const paintedDrop = 0.36;
const mostStretch = 0.25;
const leastStretch = 0.02; // of a px: the layout's own grain

interface LineLook { size: number; weight: number; lang: string; isRightToLeft: boolean }

// A line is as wide as it is painted. That is word by word, in several looks and with pictures, here it is one text in
// one look: the rest is spread over its spaces, or its letters where it has none.
function fitLine(span: HTMLElement, text: string, [, x, , painted, elided]: Line, width: number, look: LineLook): void {
  const measured = (part: string) => lineWidth(part, look.size, look.weight, look.lang);
  const inked = text.trimEnd();
  const natural = inked ? measured(inked) : 0;
  const off = painted - natural - (elided ? measured("…") : 0);
  const isOff = Math.abs(off) >= leastStretch && Math.abs(off) < natural * mostStretch;
  const spaces = isOff ? inked.split(/[ \u00a0]/).length - 1 : 0;
  const letters = isOff && !spaces ? [...inked].length - (elided ? 0 : 1) : 0; // what follows the last one stands out of the line
  const wordSpacing = spaces ? off / spaces : 0;
  const letterSpacing = letters ? off / letters : 0;
  // What hangs after the ink takes no room: the next line starts below it all the same.
  const hanging = text.length - inked.length;
  const full = (hanging ? measured(text) : natural) + (spaces || letters ? off : 0) + hanging * wordSpacing + (hanging + 1) * letterSpacing + (elided ? measured("…") : 0);
  const start = look.isRightToLeft ? width - x - painted : x;
  span.style.wordSpacing = wordSpacing ? `${wordSpacing.toFixed(4)}px` : "";
  span.style.letterSpacing = letterSpacing ? `${letterSpacing.toFixed(4)}px` : "";
  span.style.marginInline = `${start.toFixed(2)}px ${(width - start - full - 0.5).toFixed(2)}px`;
  span.style.top = `${(look.size * paintedDrop - baselineDrop(look.size, look.weight, look.lang)).toFixed(2)}px`;
}

function removeEnd(span: HTMLElement): void {
  const end = span.nextElementSibling;
  if (end?.tagName === "BR" || end?.tagName === "WBR") end.remove();
}
function removeLine(span: HTMLElement): void {
  removeEnd(span);
  span.remove();
}
