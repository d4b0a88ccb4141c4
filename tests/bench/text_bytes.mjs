// What text adds to the bundle, by the linker's map of the module: the libraries cannot be left out to see the difference.
// Code: its share of all linked code (before the last optimiser, which shrinks all alike), at the ratio to which the module
// is compressed. Tables: taken out of the module and compressed. What was inlined into others counts as theirs.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";
import { transform } from "esbuild";

const parts = [
  { name: "app/text", symbol: /(^|[<, ])text::/ },
  { name: "painter and ink atlas", symbol: /^(ui::TextPainter|render::InkAtlas)/ },
  { name: "SheenBidi", symbol: /^(SB[A-Z]|(Main|Primary|Branch)(Bidi|General|Pairing|Script)|Bidi(Chain|Type)|StatusStack|BracketQueue|IsolatingRun|LevelRun|RunQueue|DetermineBaseLevel|Memory(Allocate|Finalize)|Object(Create|Release))/ },
  { name: "libunibreak", symbol: /^((lb|gb|wb)_prop|eaw_prop|resolve_lb_class|get_char_(lb|gb|wb|incb)|get_lb_|treat_first_char|ub_|set_\w*breaks|init_\w*break)/ },
];

// [{ name, bytes, address, isCode }]
function symbolsOf(map) {
  const symbols = [];
  let section = "";
  for (const line of map.split("\n")) {
    const row = /^\s*([0-9a-f]+|-)\s+[0-9a-f]+\s+([0-9a-f]+)(\s+)(.*)$/.exec(line);
    if (!row) continue;
    const [, address, size, gap, name] = row;
    if (gap.length === 1) section = /^[A-Z]/.test(name) ? name : section; // DATA has sections of its own
    else if (gap.length >= 17 && (section === "CODE" || section === "DATA")) {
      const plain = name.replaceAll("(anonymous namespace)", "").split("(")[0];
      symbols.push({ name: plain, bytes: parseInt(size, 16), address: parseInt(address, 16), isCode: section === "CODE" });
    }
  }
  return symbols;
}

// What the module's data segments put where: [{ address, bytes }].
function dataOf(wasm) {
  let at = 8;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = wasm[at++];
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  };
  while (at < wasm.length) {
    const id = wasm[at++];
    const end = number() + at;
    if (id !== 11) {
      at = end;
      continue;
    }
    return Array.from({ length: number() }, () => {
      at += 2; // active, i32.const
      const address = number();
      ++at; // end
      const size = number();
      at += size;
      return { address, bytes: wasm.subarray(at - size, at) };
    });
  }
  return [];
}

function compressed(symbols, segments) {
  const tables = symbols.flatMap(({ address, bytes }) => {
    const segment = segments.find((each) => address >= each.address && address < each.address + each.bytes.length);
    return segment ? [segment.bytes.subarray(address - segment.address, address - segment.address + bytes)] : []; // zeros only
  });
  return tables.length ? brotliCompressSync(Buffer.concat(tables)).length : 0;
}

export async function textBytes(dist, say) {
  const map = path.join(dist, "../build/wasm-release/crossfeed.map");
  if (!existsSync(map)) return void say("what text adds to the bundle", "unknown: the linker's map is not there");
  const { files } = JSON.parse(await readFile(path.join(dist, "build.json"), "utf8"));
  const [name, { br }] = Object.entries(files).find(([file]) => file.endsWith(".wasm"));
  const symbols = symbolsOf(await readFile(map, "utf8"));
  const segments = dataOf(await readFile(path.join(dist, name)));
  const sum = (of) => of.reduce((total, { bytes }) => total + bytes, 0);
  const allCode = sum(symbols.filter(({ isCode }) => isCode));
  const codeBr = br - brotliCompressSync(Buffer.concat(segments.map(({ bytes }) => bytes))).length;
  const kb = (bytes) => (bytes / 1024).toFixed(1);
  let total = 0;
  for (const part of parts) {
    const own = symbols.filter((each) => part.symbol.test(each.name));
    const code = own.filter(({ isCode }) => isCode);
    const tables = own.filter(({ isCode }) => !isCode);
    const bytes = (sum(code) / allCode) * codeBr + compressed(tables, segments);
    total += bytes;
    say(`  ${part.name}`, `${kb(bytes)} KB`, `of ${kb(sum(code))} KB of code and ${kb(sum(tables))} KB of tables`);
  }
  say("what text adds to the module, brotli", `${kb(total)} KB`, `of ${kb(br)}`);
  const scripts = ["text", "fonts", "bundled_fonts", "outline_lines"].map((script) => path.join(dist, `../web/src/${script}.ts`));
  const minified = await Promise.all(scripts.map(async (file) => (await transform(await readFile(file, "utf8"), { loader: "ts", minify: true, charset: "utf8" })).code));
  say("  and to the page's scripts", `${kb(brotliCompressSync(minified.join("")).length)} KB`);
}
