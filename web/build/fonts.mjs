// The web fonts of fonts=bundled, from npm packages named in assets/fonts.json: their files, and a style sheet a family
// that says which file holds which characters. Nothing of them is part of a first visit.
import { readFileSync } from "node:fs";
import path from "node:path";

const weights = [400, 600];
// Dingbats and pictographs beyond: a text font's are in one colour, and would stand before the emoji font.
const firstEmoji = 0x1f000;

const withoutEmoji = (ranges) => ranges.split(",").filter((range) => parseInt(range.trim().slice(2), 16) < firstEmoji).join(",");

function readFaces(folder) {
  const isVariable = folder.includes("-variable");
  const sheets = isVariable ? ["index.css"] : weights.map((weight) => `${weight}.css`);
  return sheets
    .flatMap((name) => readFileSync(path.join(folder, name), "utf8").match(/@font-face \{[^}]*\}/g))
    .map((rule) => ({
      file: /url\(\.\/(files\/[^)]+\.woff2)\)/.exec(rule)[1],
      weight: /font-weight: ([^;]+);/.exec(rule)[1],
      ranges: withoutEmoji(/unicode-range: ([^;]+);/.exec(rule)[1]),
    }))
    .filter(({ ranges }) => ranges);
}

// emit(name, bytes) writes a file and returns its name with a hash. Returns family -> { css, letters, covers, scripts } for the page.
export function writeFonts(emit) {
  const table = JSON.parse(readFileSync("assets/fonts.json", "utf8"));
  const families = {};
  for (const [family, { package: name, letters, covers = "", scripts = [] }] of Object.entries(table)) {
    const folder = path.join("node_modules", name);
    const rules = readFaces(folder).map(({ file, weight, ranges }) => {
      const url = path.posix.basename(emit(`assets/${path.basename(file)}`, readFileSync(path.join(folder, file))));
      return `@font-face{font-family:"${family}";font-weight:${weight};font-display:swap;src:url(${url}) format("woff2");unicode-range:${ranges}}`;
    });
    const sheet = `assets/${name.slice(name.lastIndexOf("/") + 1)}.css`;
    families[family] = { css: emit(sheet, rules.join("\n")), letters, covers, scripts };
  }
  return families;
}
