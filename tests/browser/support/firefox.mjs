// A real Firefox: headless, where it has no WebGL, or on a virtual screen with Mesa, where it paints.
import { execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import puppeteer from "puppeteer-core";

const executablePath = process.env.CROSSFEED_FIREFOX ?? "/usr/bin/firefox-esr";

// A screen of its own, that only who holds its cookie may use. { environment, close }
async function startScreen() {
  const folder = mkdtempSync(path.join(tmpdir(), "crossfeed-screen-"));
  const cookies = path.join(folder, "Xauthority");
  writeFileSync(cookies, "");
  const cookie = randomBytes(16).toString("hex");
  // The server takes the first number that is free and says which.
  const child = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1400x1000x24", "+extension", "GLX", "-nolisten", "tcp", "-auth", cookies], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  execFileSync("xauth", ["-f", cookies, "add", ":0", ".", cookie], { stdio: "ignore" });
  const number = await new Promise((resolve, reject) => {
    let said = "";
    child.stdio[3].on("data", (bytes) => {
      said += bytes;
      if (said.includes("\n")) resolve(said.trim());
    });
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`Xvfb ended with ${code}`)));
  });
  execFileSync("xauth", ["-f", cookies, "add", `:${number}`, ".", cookie], { stdio: "ignore" });
  return {
    environment: { DISPLAY: `:${number}`, XAUTHORITY: cookies },
    close: async () => {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

// paints: with WebGL 2. { browser, close }
export async function launchFirefox({ paints }) {
  if (!existsSync(executablePath)) throw new Error(`no Firefox at ${executablePath}`);
  const screen = paints ? await startScreen() : null;
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath,
    headless: !paints,
    env: { ...process.env, MOZ_DISABLE_AUTO_SAFE_MODE: "1", ...screen?.environment },
    extraPrefsFirefox: {
      "webgl.force-enabled": paints,
      "webgl.disabled": !paints,
      "gfx.webrender.software": true,
      "app.update.enabled": false,
      "datareporting.policy.dataSubmissionEnabled": false,
      "network.captive-portal-service.enabled": false,
      "network.connectivity-service.enabled": false,
      "intl.accept_languages": "en-GB, en",
    },
  });
  return {
    browser,
    close: async () => {
      await browser.close();
      await screen?.close();
    },
  };
}
