// The browser's own layout beside ours: for every text node of the outline in the page, the same text in an ordinary
// element of the same font stack, size, weight, language, direction and width, read by Range.getClientRects.
//
// Set for the comparison: text-rendering geometricPrecision (advances are not rounded to pixels: our canvas measures so),
// line-break strict, word-break keep-all for Korean, overflow-wrap anywhere: what our line breaker is told to be.

// Runs in the page. Returns [{ language, width, lines: [{ begin, end, text, ours, theirs: [begin, end] | null, width, natural }] }].
export function compareNodes(selector) {
  const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });
  const results = [];
  for (const el of document.querySelectorAll(selector)) {
    const spans = [...el.children].filter((child) => child.className === "line");
    if (!spans.length) continue;
    const lines = [];
    let text = "";
    for (const span of spans) {
      const begin = text.length;
      text += span.textContent;
      const inked = span.textContent.trimEnd().length;
      const range = document.createRange();
      if (span.firstChild) {
        range.setStart(span.firstChild, 0);
        range.setEnd(span.firstChild, inked);
      }
      const rects = span.firstChild ? [...range.getClientRects()].filter(({ width }) => width > 0) : [];
      const left = Math.min(...rects.map((rect) => rect.left));
      const right = Math.max(...rects.map((rect) => rect.right));
      if (span.nextElementSibling?.tagName === "BR") text += "\n";
      lines.push({ begin, end: text.length, width: rects.length ? right - left : 0 });
    }
    const look = getComputedStyle(el);
    const language = el.closest("[lang]").lang;
    const twin = document.createElement("div");
    twin.lang = language;
    twin.dir = el.dir || "ltr";
    Object.assign(twin.style, {
      position: "fixed", top: "0", left: "0", width: el.style.width, visibility: "hidden",
      fontFamily: look.fontFamily, fontSize: look.fontSize, fontWeight: look.fontWeight, lineHeight: look.lineHeight,
      textRendering: "geometricPrecision", whiteSpace: "pre-wrap", overflowWrap: "anywhere", lineBreak: "strict",
      wordBreak: /^ko/.test(language) ? "keep-all" : "normal", textSpacingTrim: "space-all", textAutospace: "no-autospace",
    });
    twin.textContent = text.replace(/\n$/, "");
    document.body.append(twin);
    const height = parseFloat(look.lineHeight);
    const range = document.createRange();
    const node = twin.firstChild;
    const theirs = [];
    let row = -1;
    for (const { index, segment } of graphemes.segment(node.data)) {
      range.setStart(node, index);
      range.setEnd(node, index + segment.length);
      const rect = range.getClientRects()[0];
      if (segment === "\n" || !rect) {
        if (theirs.length) theirs[theirs.length - 1].end = index + segment.length;
        if (segment === "\n") row = -2; // the next one starts a line
        continue;
      }
      const at = Math.round((rect.top + rect.height / 2) / height - 0.5);
      if (row === -2 || at > row) theirs.push({ begin: index, end: 0 });
      row = at;
      theirs[theirs.length - 1].end = index + segment.length;
    }
    for (const line of theirs) {
      const length = node.data.slice(line.begin, line.end).trimEnd().length;
      range.setStart(node, line.begin);
      range.setEnd(node, line.begin + length);
      const rects = [...range.getClientRects()].filter(({ width }) => width > 0);
      line.width = rects.length ? Math.max(...rects.map((rect) => rect.right)) - Math.min(...rects.map((rect) => rect.left)) : 0;
    }
    twin.remove();
    results.push({ key: el.parentElement?.dataset.postId, language, width: parseFloat(el.style.width), text, lines, theirs });
  }
  return results;
}

// Lines of ours that the browser has too, and those that it has not.
export function tally(results) {
  const sum = { lines: 0, same: 0, widest: 0, wide: 0, differences: [] };
  for (const { language, width, text, lines, theirs } of results) {
    const known = new Map(theirs.map((line) => [line.begin, line]));
    for (const line of lines) {
      const own = known.get(line.begin);
      ++sum.lines;
      if (own && own.end === line.end) {
        ++sum.same;
        const off = Math.abs(own.width - line.width);
        sum.widest = Math.max(sum.widest, off);
        if (off > 0.5) {
          ++sum.wide;
          sum.differences.push({ kind: "width", language, width, off: own.width - line.width, text: text.slice(line.begin, line.end) });
        }
      } else if (own) {
        const from = Math.max(0, Math.min(line.end, own.end) - 12);
        const to = Math.max(line.end, own.end) + 6;
        sum.differences.push({
          kind: "break", language, width,
          ours: `${text.slice(from, line.end)}|${text.slice(line.end, to)}`,
          theirs: `${text.slice(from, own.end)}|${text.slice(own.end, to)}`,
          fills: own.width, room: width,
        });
      }
    }
  }
  return sum;
}
