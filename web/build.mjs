// Makes dist/: the page as a folder of static files, with relative addresses only, so that it can lie below any path.
// Usage: node web/build.mjs --module=FOLDER [--cache=FOLDER] [--out=FOLDER]
//   --module  where CMake put crossfeed.js and crossfeed.wasm
//   --cache   where compressed files are remembered by their content
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build, transform } from "esbuild";
import { compressFiles } from "./build/compress.mjs";
import { writeFonts } from "./build/fonts.mjs";
import { writeServiceWorker } from "./build/service_worker.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
process.chdir(root);
const { values: options } = parseArgs({
  options: {
    module: { type: "string", default: "build/wasm-release" },
    cache: { type: "string", default: "build/compressed" },
    out: { type: "string", default: "dist" },
  },
});
const isRelease = !/debug/.test(options.module);

// Written beside and moved into place at the end: what is being served is never half a page.
const out = `${options.out}.partial`;
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

// Eight capitals and digits, as esbuild's own: no name that a person chose looks like that (see web/build/names.mjs).
const hashOf = (bytes) => BigInt(`0x${createHash("sha256").update(bytes).digest("hex")}`).toString(36).toUpperCase().slice(0, 8);

// Writes a file under a name that its content decides, and returns that name.
function emitHashed(name, bytes) {
  const { dir, name: stem, ext } = path.posix.parse(name);
  const hashed = path.posix.join(dir, `${stem}-${hashOf(bytes)}${ext}`);
  mkdirSync(path.join(out, dir), { recursive: true });
  writeFileSync(path.join(out, hashed), bytes);
  return hashed;
}

const wasm = emitHashed("crossfeed.wasm", readFileSync(path.join(options.module, "crossfeed.wasm")));

// The glue finds the wasm beside itself, whatever page it is on.
async function emitGlue() {
  const text = readFileSync(path.join(options.module, "crossfeed.js"), "utf8").replaceAll("crossfeed.wasm", wasm);
  const { code } = await transform(text, { minify: isRelease, format: "esm", target: "es2022", legalComments: "none" });
  return emitHashed("crossfeed.js", code);
}
const glue = await emitGlue();

const demoPack = existsSync("assets/demo/pack.json") ? emitHashed("demo/pack.json", readFileSync("assets/demo/pack.json")) : null;
const languages = emitHashed("languages.bin", readFileSync(path.join(options.module, "generated/embedded/languages.bin")));
// The interface's texts, fetched only by who reads them; English is in the module.
const strings = Object.fromEntries(
  readdirSync("assets/strings")
    .filter((name) => name.endsWith(".json") && name !== "en.json")
    .map((name) => [path.parse(name).name, emitHashed(`strings/${name}`, JSON.stringify(JSON.parse(readFileSync(`assets/strings/${name}`, "utf8"))))]),
);
for (const kind of ["photos", "video", "avatars", "emoji"]) {
  const from = `assets/demo/${kind}`;
  if (existsSync(from)) cpSync(from, path.join(out, "demo", kind), { recursive: true });
}
// Files that keep their names: icons, the web app manifest, robots.txt.
if (existsSync("web/public")) cpSync("web/public", out, { recursive: true });

const slang = emitHashed("slang.json", readFileSync("assets/slang.json"));
const manifest = {
  wasm,
  demoPack,
  slang,
  languages,
  strings,
  fonts: writeFonts(emitHashed),
  serviceWorker: isRelease ? "sw.js" : null,
  version: hashOf(wasm + glue + demoPack + JSON.stringify(strings)),
};

const bundled = await build({
  entryPoints: { boot: "web/src/boot.ts" },
  outdir: out,
  bundle: true,
  splitting: true,
  format: "esm",
  target: "es2022",
  minify: isRelease,
  sourcemap: isRelease ? false : "linked",
  legalComments: "none",
  charset: "utf8",
  entryNames: "[name]-[hash]",
  chunkNames: "assets/[name]-[hash]",
  assetNames: "assets/[name]-[hash]",
  loader: { ".woff2": "file", ".woff": "file", ".svg": "file", ".png": "file", ".webp": "file" },
  define: { MANIFEST: JSON.stringify(manifest) },
  plugins: [
    {
      name: "module",
      setup: ({ onResolve }) => onResolve({ filter: /^crossfeed-wasm$/ }, () => ({ path: `./${glue}`, external: true })),
    },
  ],
  metafile: true,
  logLevel: "warning",
});

const nameInOut = (file) => path.posix.relative(out, file);
const [bootFile, boot] = Object.entries(bundled.metafile.outputs).find(([, output]) => output.entryPoint === "web/src/boot.ts");
const staticChunks = boot.imports.filter((i) => i.kind === "import-statement" && !i.external).map((i) => nameInOut(i.path));
const bootName = nameInOut(bootFile);

const { outputFiles } = await build({
  entryPoints: ["web/styles.css"],
  bundle: true,
  minify: isRelease,
  write: false,
  outdir: out,
  assetNames: "assets/[name]-[hash]",
  loader: { ".woff2": "file", ".svg": "file", ".png": "file", ".webp": "file" },
});
let styles = "";
for (const file of outputFiles) {
  if (file.path.endsWith(".css")) styles = emitHashed("styles.css", file.contents);
  else {
    mkdirSync(path.dirname(file.path), { recursive: true });
    writeFileSync(file.path, file.contents);
  }
}

// All that the first paint needs starts at once, not one file after the other.
function writeIndex() {
  const early = [
    `<link rel="preload" href="${wasm}" as="fetch" type="application/wasm" crossorigin>`,
    `<link rel="preload" href="${languages}" as="fetch" crossorigin>`,
    ...[bootName, glue, ...staticChunks].map((name) => `<link rel="modulepreload" href="${name}">`),
  ].join("\n    ");
  let html = readFileSync("web/index.html", "utf8");
  const replaceOnce = (pattern, text, what) => {
    if (!pattern.test(html)) throw new Error(`web/index.html: ${what} not found`);
    html = html.replace(pattern, text);
  };
  replaceOnce(/href="(\.\/)?styles\.css"/, `href="${styles}"`, 'href="styles.css"');
  replaceOnce(/src="(\.\/)?(src\/)?boot\.(ts|js)"/, `src="${bootName}"`, 'src="src/boot.ts"');
  replaceOnce(/(<link[^>]*rel="stylesheet")/, `${early}\n    $1`, "the style sheet's link");
  writeFileSync(path.join(out, "index.html"), html);
}
writeIndex();

function listFiles(folder, prefix = "") {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? listFiles(path.join(folder, entry.name), `${prefix}${entry.name}/`) : [prefix + entry.name],
  );
}
if (isRelease) await writeServiceWorker({ out, names: listFiles(out).sort() });
const names = listFiles(out).sort();
const compressed = isRelease ? await compressFiles({ out, names, cache: options.cache }) : new Map();

const files = Object.fromEntries(names.map((name) => [name, { bytes: statSync(path.join(out, name)).size, ...compressed.get(name) }]));
writeFileSync(path.join(out, "build.json"), JSON.stringify({ manifest, files }, null, 1));

rmSync(`${options.out}.old`, { recursive: true, force: true });
if (existsSync(options.out)) renameSync(options.out, `${options.out}.old`);
renameSync(out, options.out);
rmSync(`${options.out}.old`, { recursive: true, force: true });

const shell = [wasm, glue, bootName, ...staticChunks, styles, "index.html"];
const kilobytes = (list, of) => (list.reduce((sum, name) => sum + of(files[name]), 0) / 1024).toFixed(1);
console.log(`dist: ${names.length} files; first visit ${kilobytes(shell, (f) => f.br ?? f.bytes)} KB (${kilobytes([wasm], (f) => f.br ?? f.bytes)} of it wasm)`);
