// Bundles web/service_worker.js into sw.js with the list of what it keeps: the page's shell, not the pictures.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { isHashed } from "./names.mjs";

const shell = /^(index\.html|[^/]+\.(js|css|wasm|webmanifest)|demo\/[^/]+\.json|icons\/.+)$/;

export async function writeServiceWorker({ out, names }) {
  const precache = names
    .filter((name) => shell.test(name))
    .map((name) => ({
      url: name,
      // A hashed name is its own revision.
      revision: isHashed(name) ? null : createHash("sha256").update(readFileSync(path.join(out, name))).digest("hex").slice(0, 16),
    }));
  await build({
    entryPoints: { sw: "web/service_worker.js" },
    outdir: out,
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    legalComments: "none",
    define: { PRECACHE: JSON.stringify(precache), "process.env.NODE_ENV": '"production"' },
    logLevel: "warning",
  });
}
