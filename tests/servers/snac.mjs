// A real server of the Mastodon protocol on loopback: snac2, started in a folder of its own with people and posts.
import { execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { homedir, tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

export function snacProgram() {
  const cache = process.env.CROSSFEED_CACHE ?? path.join(process.env.XDG_CACHE_HOME ?? path.join(homedir(), ".cache"), "crossfeed");
  const found = [process.env.CROSSFEED_SNAC, path.join(cache, "snac/usr/bin/snac")].find((file) => file && existsSync(file));
  if (!found) throw new Error(`no snac in ${cache}/snac: ./dev test fetches it`);
  return found;
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function init(program, data, port) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, ["init", data], { stdio: ["pipe", "ignore", "pipe"] });
    let said = "";
    child.stderr.on("data", (chunk) => (said += chunk));
    child.on("error", reject);
    child.on("exit", (code) => (code === 0 ? resolve() : reject(new Error(`snac init: ${said}`))));
    // Address, port, host, prefix, mail.
    child.stdin.end(`127.0.0.1\n${port}\n127.0.0.1:${port}\n\nadmin@localhost\n`);
  });
}

// notes: [{ user, text, files }], oldest first. Gives { url, close }.
export async function startSnac(notes) {
  const program = snacProgram();
  const folder = await mkdtemp(path.join(tmpdir(), "crossfeed-snac-"));
  const data = path.join(folder, "data");
  const port = await freePort();
  let server;
  const close = async () => {
    if (server && server.exitCode === null) {
      const ended = new Promise((resolve) => server.on("exit", resolve));
      server.kill("SIGTERM");
      const late = setTimeout(() => server.kill("SIGKILL"), 3000);
      await ended;
      clearTimeout(late);
    }
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await init(program, data, port);
    const settings = path.join(data, "server.json");
    const server_json = JSON.parse(await readFile(settings, "utf8"));
    await writeFile(settings, JSON.stringify({ ...server_json, protocol: "http", show_instance_timeline: true, title: "A loopback server" }));
    for (const user of new Set(notes.map((note) => note.user))) await run(program, ["adduser", data, user]);
    for (const { user, text, files = [] } of notes) await run(program, ["note", data, user, text, ...files]);
    server = spawn(program, ["httpd", data], { stdio: "ignore" });
    const url = `http://127.0.0.1:${port}`;
    for (let attempt = 0; ; ++attempt) {
      const answer = await fetch(`${url}/api/v1/instance`).catch(() => null);
      if (answer?.ok) break;
      if (attempt === 100 || server.exitCode !== null) throw new Error("snac does not answer");
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return { url, close };
  } catch (error) {
    await close();
    throw error;
  }
}
