// Runs clang-tidy on each file of app/ that the native build compiles, some at once, and remembers clean verdicts by the
// hash of all that the verdict rests on: the file, its own headers, the checks, the tool.
// Usage: node tidy.mjs ROOT BUILD_FOLDER CACHE_FOLDER JOBS
import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const [root, build, cache, jobs] = process.argv.slice(2);
mkdirSync(cache, { recursive: true });

const app = path.join(root, "app") + path.sep;
const sources = JSON.parse(readFileSync(path.join(build, "compile_commands.json"), "utf8"))
  .map((entry) => path.resolve(entry.directory, entry.file))
  .filter((file) => file.startsWith(app))
  .sort();

const hash = (...parts) => {
  const sum = createHash("sha256");
  for (const part of parts) sum.update(part).update("\0");
  return sum.digest("hex");
};
const rules = hash(execFileSync("clang-tidy", ["--version"]), readFileSync(path.join(root, ".clang-tidy")));
const contents = new Map();
const contentOf = (file) => {
  if (!contents.has(file)) contents.set(file, hash(readFileSync(file)));
  return contents.get(file);
};

// The build knows which headers each object was made from.
const ownHeaders = new Map();
let current = [];
for (const line of execFileSync("ninja", ["-C", build, "-t", "deps"], { maxBuffer: 1 << 28 }).toString().split("\n")) {
  if (!line.startsWith(" ")) current = [];
  else {
    const file = path.resolve(build, line.trim());
    if (file.startsWith(app) && existsSync(file)) current.push(file);
    if (sources.includes(file)) ownHeaders.set(file, current);
  }
}

const pending = [];
for (const file of sources) {
  const key = hash(rules, ...(ownHeaders.get(file) ?? [file]).map((f) => path.relative(root, f) + contentOf(f)));
  const verdict = path.join(cache, key);
  if (!existsSync(verdict)) pending.push({ file, verdict });
}
console.log(`clang-tidy: ${sources.length} files, ${pending.length} to check`);

let failures = 0;
async function worker() {
  for (let job = pending.shift(); job; job = pending.shift()) {
    const { file, verdict } = job;
    const run = spawn("clang-tidy", ["-p", build, "--quiet", "--warnings-as-errors=*", file]);
    let output = "";
    run.stdout.on("data", (data) => (output += data));
    run.stderr.on("data", () => {});
    const code = await new Promise((done) => run.on("close", done));
    if (code === 0) writeFileSync(verdict, "");
    else {
      ++failures;
      console.log(output.replaceAll(root + path.sep, ""));
    }
  }
}
await Promise.all(Array.from({ length: Number(jobs) }, worker));
process.exit(failures ? 1 : 0);
