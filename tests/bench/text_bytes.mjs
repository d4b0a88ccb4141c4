// What text adds to the bundle, from the linker's map of the module. A library cannot be left out to see the difference, so
// its share of the linked bytes (before the last optimiser, which shrinks all alike) is told in compressed bytes at the
// module's own ratio. Functions that were inlined into others count as theirs.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";

const parts = [
  { name: "app/text", symbol: /^text::|\btext::(?!.*(layout|core|ui)::)/ },
  { name: "app/ui text painter, render ink atlas", symbol: /ui::TextPainter|render::InkAtlas|ui::\(anonymous namespace\)::(write_key|ink_room)/ },
  { name: "SheenBidi", symbol: /^(SB|Bidi|Bracket|Isolating|Level|Mirror|Pairing|General|Paragraph|Line|Run|Script|Status|Text|Codepoint|_SB|Pairs|Primary|Secondary|Main|Branch)[A-Z]?\w*(_\w+)?$/ },
  { name: "libunibreak", symbol: /^(lb_|lbp_|gb_|wb_|eaw_|set_(linebreaks|wordbreaks|graphemebreaks)|init_(linebreak|wordbreak|graphemebreak)|ub_|get_(char|lb|east|indic|next)|treat_|op_|is_(line|word|grapheme))/ },
];

// { name: bytes } of functions and data.
function symbolsOf(map) {
  const symbols = new Map();
  let isCounted = false;
  for (const line of map.split("\n")) {
    const row = /^\s*(?:[0-9a-f]+|-)\s+[0-9a-f]+\s+([0-9a-f]+)(\s+)(.*)$/.exec(line);
    if (!row) continue;
    const [, size, gap, text] = row;
    if (gap.length === 1) isCounted = /^(CODE|DATA)/.test(text);
    else if (isCounted && gap.length >= 17) symbols.set(text, parseInt(size, 16));
  }
  return symbols;
}

export async function textBytes(dist, say) {
  const file = path.join(dist, "../build/wasm-release/crossfeed.map");
  if (!existsSync(file)) return void say("what text adds to the bundle", "unknown: the linker's map is not there");
  const symbols = symbolsOf(await readFile(file, "utf8"));
  const { files } = JSON.parse(await readFile(path.join(dist, "build.json"), "utf8"));
  const module = Object.entries(files).find(([name]) => name.endsWith(".wasm"))[1];
  const all = [...symbols.values()].reduce((sum, bytes) => sum + bytes, 0);
  let sum = 0;
  for (const { name, symbol } of parts) {
    const bytes = [...symbols].reduce((total, [each, size]) => total + (symbol.test(each) ? size : 0), 0);
    sum += bytes;
    say(`  ${name}`, `${(bytes / 1024).toFixed(1)} KB linked`, `${((bytes / all) * module.br / 1024).toFixed(1)} KB brotli`);
  }
  say("what text adds to the module, brotli", `${((sum / all) * module.br / 1024).toFixed(1)} KB`, `of ${(module.br / 1024).toFixed(1)}`);
}
