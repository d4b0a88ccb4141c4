// A real Apertium APy on loopback, with the pairs that ./dev test installs (cmake/dev/system.sh): eng-spa, eng-cat, spa-por,
// both ways each. No pair with Chinese exists. An answer takes about 20 ms, the first of a pair up to half a second.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { fileURLToPath } from "node:url";

const wrapper = path.join(path.dirname(fileURLToPath(import.meta.url)), "apertium_loopback.py");
const python = "/usr/bin/python3"; // Debian's own: the package installs for no other
const modes = "/usr/share/apertium";

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export async function startApertium() {
  if (!existsSync(path.join(modes, "modes/eng-spa.mode"))) throw new Error("no Apertium on this machine: ./dev test installs it");
  const port = await freePort();
  // -m: pipelines of a pair that nobody uses end after that many seconds.
  // In a process group of its own, so that the pipelines it started end with it.
  const server = spawn(python, [wrapper, "-p", String(port), "-j1", "-m", "300", modes], { stdio: "ignore", detached: true });
  const ended = new Promise((resolve) => server.on("exit", resolve));
  const signal = (name) => {
    try {
      process.kill(-server.pid, name);
    } catch {
      // It has ended already.
    }
  };
  const close = async () => {
    signal("SIGTERM");
    const late = setTimeout(() => signal("SIGKILL"), 2000);
    await ended;
    clearTimeout(late);
  };
  const url = `http://127.0.0.1:${port}`;
  for (let attempt = 0; ; ++attempt) {
    const answer = await fetch(`${url}/listPairs`).catch(() => null);
    if (answer?.ok) return { url, close };
    if (attempt === 200 || server.exitCode !== null) {
      await close();
      throw new Error("Apertium does not answer");
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
