// The browser's own layout beside ours: for every text node of the outline in the page, the same text in an ordinary
// element of the same font stack, size, weight, language, direction and width, read by Range.getClientRects.
//
// Set for the comparison: text-rendering geometricPrecision (advances are not rounded to pixels: our canvas measures so),
// font-kerning as the outline has it (none for Japanese), line-break strict, word-break keep-all for Korean, overflow-wrap
// anywhere, no trimming and no automatic spacing: what our line breaker is told to be.

// Runs in the page. Goes down the opened post and returns [{ language, width, lines, same, widest, differences }] of its
// texts; a difference: { kind: "break" | "width", ours, theirs, off }, with | where the line ends.
export async function compareNodes() {
  const spread = (rects) => {
    const seen = [...rects].filter(({ width }) => width > 0);
    return seen.length ? Math.max(...seen.map(({ right }) => right)) - Math.min(...seen.map(({ left }) => left)) : 0;
  };

  function linesOf(el) {
    const lines = [];
    let text = "";
    for (const span of el.querySelectorAll(":scope > .line")) {
      const begin = text.length;
      const own = span.textContent;
      text += own;
      const inked = own.trimEnd().length;
      const range = document.createRange();
      let width = 0;
      if (inked) {
        range.setStart(span.firstChild, 0);
        range.setEnd(span.firstChild, inked);
        width = spread(range.getClientRects());
      }
      if (span.nextElementSibling?.tagName === "BR") text += "\n";
      lines.push({ begin, end: text.length, inked: begin + inked, width });
    }
    return { lines, text };
  }

  function twinOf(el, text, language) {
    const look = getComputedStyle(el);
    const twin = document.createElement("div");
    twin.lang = language;
    twin.dir = el.dir || "ltr";
    Object.assign(twin.style, {
      position: "fixed", top: "0", left: "0", width: el.style.width, visibility: "hidden",
      fontFamily: look.fontFamily, fontSize: look.fontSize, fontWeight: look.fontWeight, fontKerning: look.fontKerning,
      lineHeight: look.lineHeight, textRendering: "geometricPrecision", whiteSpace: "pre-wrap", overflowWrap: "anywhere",
      lineBreak: "strict", wordBreak: /^ko/.test(language) ? "keep-all" : "normal", textSpacingTrim: "space-all", textAutospace: "no-autospace",
    });
    twin.textContent = text.replace(/\n$/, "");
    document.body.append(twin);
    return twin;
  }

  function compare(el) {
    const { lines, text } = linesOf(el);
    const language = el.closest("[lang]").lang;
    const twin = twinOf(el, text, language);
    const node = twin.firstChild;
    const height = parseFloat(twin.style.lineHeight);
    const range = document.createRange();
    const rects = (from, to) => {
      range.setStart(node, from);
      range.setEnd(node, to);
      return range.getClientRects();
    };
    const step = (at) => (text.codePointAt(at) > 0xffff ? 2 : 1);
    // Of a character that is drawn: the row that the browser puts it in.
    const row = (at) => {
      const rect = [...rects(at, at + step(at))].find(({ width }) => width > 0);
      return rect ? Math.round((rect.top + rect.height / 2) / height - 0.5) : null;
    };
    const seen = (at, by) => {
      while (at >= 0 && at < node.length && row(at) === null) at += by;
      return at >= 0 && at < node.length ? at : null;
    };
    const result = { language, width: parseFloat(el.style.width), lines: 0, same: 0, widest: 0, differences: [] };
    lines.forEach(({ begin, end, inked, width }, i) => {
      if (inked === begin) return;
      ++result.lines;
      const first = seen(begin, 1);
      const last = seen(inked - (text.charCodeAt(inked - 1) >> 10 === 0x37 ? 2 : 1), -1);
      const after = lines[i + 1] && lines[i + 1].inked > lines[i + 1].begin ? seen(lines[i + 1].begin, 1) : null;
      const before = i > 0 && lines[i - 1].inked > lines[i - 1].begin ? seen(lines[i - 1].inked - 1, -1) : null;
      const own = row(first);
      const starts = before === null || row(before) < own;
      if (starts && row(last) === own && (after === null || row(after) > own)) {
        ++result.same;
        const off = spread(rects(begin, inked)) - width;
        result.widest = Math.max(result.widest, Math.abs(off));
        if (Math.abs(off) > 0.5) result.differences.push({ kind: "width", ours: text.slice(begin, inked), theirs: "", off });
        return;
      }
      if (!starts) return; // it follows from a line before it
      let stop = first;
      while (stop < node.length && (row(stop) ?? own) === own) stop += step(stop);
      const from = Math.max(begin, Math.min(end, stop) - 24);
      const to = Math.max(end, stop) + 8;
      result.differences.push({
        kind: "break", ours: `${text.slice(from, end)}|${text.slice(end, to)}`, theirs: `${text.slice(from, stop)}|${text.slice(stop, to)}`,
        off: result.width - spread(rects(begin, Math.max(end, stop))),
      });
    });
    twin.remove();
    return result;
  }

  const scroller = document.querySelector("[data-surface=post]");
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const done = new Map();
  scroller.scrollTop = 0;
  for (let still = 0; still < 3; ) {
    for (let i = 0; i < 2; ++i) await frame();
    for (const el of scroller.querySelectorAll("article p.node")) {
      const key = `${el.closest("article").dataset.postId} ${el.textContent}`;
      if (el.querySelector(".line") && !done.has(key)) done.set(key, compare(el));
    }
    const was = scroller.scrollTop;
    scroller.scrollTop += innerHeight;
    still = scroller.scrollTop === was ? still + 1 : 0;
  }
  return [...done.values()];
}

// Why a line ends elsewhere than the browser would end it. In this order; "other" is what nobody has looked at yet.
export const kinds = {
  "space kerned": "A font has a kerning between a letter and a space. Words are measured one by one, so that a new width measures nothing; a line that fits by less than 2 px that way ends a word earlier.",
  "space inside quotation marks": "UAX #14 LB15a of Unicode 15.1 keeps an opening quotation mark and the space after it with what follows; Chromium breaks there.",
  "mark after a space": "UAX #14 LB13 keeps ; : ! ? with the word before them even after a space, as French typists mean it; Chromium lets them start a line.",
  "between quotation marks": "Between ” and “ Chinese text may break (CLREQ); Chromium, for which the marks have no side, breaks before the letter before them.",
  "Korean particle": "A particle belongs to the quotation before it: ”이라고 does not part here; with keep-all Chromium parts it.",
  other: "",
};
export function kindOf({ ours, theirs, off }) {
  const start = (line) => line.slice(line.indexOf("|") + 1);
  const end = (line) => line.slice(0, line.indexOf("|"));
  if (/[«“„‹]\s$/.test(end(theirs)) || /[«“„‹]\s$/.test(end(ours))) return "space inside quotation marks";
  if (/^[;:!?»”]/.test(start(theirs)) || /\s[;:!?»]\s*$/.test(end(theirs))) return "mark after a space";
  if (/”$/.test(end(ours)) && /^“/.test(start(ours))) return "between quotation marks";
  if (/[”’]$/.test(end(theirs)) && /^\p{sc=Hang}/u.test(start(theirs))) return "Korean particle";
  if (Math.abs(off) < 2) return "space kerned";
  return "other";
}
