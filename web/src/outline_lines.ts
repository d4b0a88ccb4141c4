// The text of a node, unseen over its painted lines: what is selected, copied, found and read aloud.

import { fontClass } from "./fonts.js";
import type { Held } from "./outline_node.js";
import type { Line, OutlineNode } from "./outline_patch.js";
import { lineWidth } from "./text.js";

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
    fitLine(span, text, line, width, { size, weight, lang: held.lang, isRightToLeft: node.dir === "rtl" });
  });
}

const mostStretch = 0.25;

interface LineLook { size: number; weight: number; lang: string; isRightToLeft: boolean }

function fitLine(span: HTMLElement, text: string, [, x, , painted]: Line, width: number, look: LineLook): void {
  const measured = (part: string) => lineWidth(part, look.size, look.weight, look.lang);
  const inked = text.trimEnd();
  const natural = inked ? measured(inked) : 0;
  // Painted word by word, so without the kerning between them: seldom a pixel, but it adds up in long lines. What is off
  // by much is not the same text (one cut off by an ellipsis).
  const off = painted - natural;
  const spacing = Math.abs(off) >= 1 && Math.abs(off) < natural * mostStretch ? off / inked.length : 0;
  const full = (inked === text ? natural : measured(text)) + spacing * text.length;
  const start = look.isRightToLeft ? width - x - painted : x;
  span.style.letterSpacing = spacing ? `${spacing.toFixed(3)}px` : "";
  span.style.marginInline = `${start.toFixed(2)}px ${(width - start - full - 0.5).toFixed(2)}px`;
}

function removeEnd(span: HTMLElement): void {
  const end = span.nextElementSibling;
  if (end?.tagName === "BR" || end?.tagName === "WBR") end.remove();
}
function removeLine(span: HTMLElement): void {
  removeEnd(span);
  span.remove();
}
