// Writes NAME.br and NAME.gz beside each file that gains by it. The hardest compression takes seconds a megabyte, so
// results are remembered by content.
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const compressible = /\.(html|js|css|wasm|json|svg|txt|webmanifest|vtt|map|bin)$/;
const smallest_bytes = 512;

const packers = {
  br: (bytes) =>
    promisify(brotliCompress)(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
  gz: (bytes) => promisify(gzip)(bytes, { level: 9 }),
};

async function packedSize(file, kind, cache) {
  const bytes = readFileSync(file);
  const known = path.join(cache, `${createHash("sha256").update(bytes).digest("hex")}.${kind}`);
  if (!existsSync(known)) {
    writeFileSync(`${known}.${process.pid}`, await packers[kind](bytes));
    renameSync(`${known}.${process.pid}`, known);
  }
  copyFileSync(known, `${file}.${kind}`);
  return statSync(known).size;
}

// Returns name -> { br, gz } in bytes.
export async function compressFiles({ out, names, cache }) {
  mkdirSync(cache, { recursive: true });
  const chosen = names.filter((name) => compressible.test(name) && statSync(path.join(out, name)).size >= smallest_bytes);
  const sizes = await Promise.all(
    chosen.map(async (name) => {
      const file = path.join(out, name);
      const [br, gz] = await Promise.all([packedSize(file, "br", cache), packedSize(file, "gz", cache)]);
      return [name, { br, gz }];
    }),
  );
  return new Map(sizes);
}
