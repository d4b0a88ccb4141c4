// Pages of one browser that are used again. A page in a new context takes a new process, which compiles the module and opens
// its fonts anew: three seconds here, and most of what a test would cost. A used page has been emptied: nothing stored,
// nothing listening, its window as it was. What only a first visit shows asks for a context of its own, or brings an init.
import { newPage, showPage } from "./browser.mjs";

export class Pages {
  idle = new Map(); // by what was asked for, one of each
  used = [];

  constructor(browser) {
    this.browser = browser;
  }

  // route(page): what stands in for servers, before anything is asked for.
  async open(address, { ready, route, ...options }) {
    const key = options.init ? "" : JSON.stringify(options);
    let page = this.idle.get(key);
    this.idle.delete(key);
    page ??= await newPage(this.browser, options);
    this.used.push({ page, key });
    await route?.(page);
    await showPage(page, address, { ready });
    return page;
  }

  problems() {
    return this.used.flatMap(({ page }) => page.problems);
  }

  // Ends a test: a page that did well is emptied for the next one, all else is closed.
  async end(well) {
    for (const { page, key } of this.used.splice(0)) {
      if (well && key && !page.isClosed() && !this.idle.has(key) && (await empty(page))) this.idle.set(key, page);
    }
    const kept = new Set([...this.idle.values()].map((page) => page.context()));
    for (const context of this.browser.contexts()) if (!kept.has(context)) await context.close();
  }
}

async function empty(page) {
  try {
    const { origin } = new URL(page.url());
    await page.unrouteAll({ behavior: "ignoreErrors" });
    page.removeAllListeners("request");
    await page.goto("about:blank");
    if (origin !== "null") {
      const session = await page.context().newCDPSession(page);
      await session.send("Storage.clearDataForOrigin", { origin, storageTypes: "all" });
      await session.detach();
    }
    await page.setViewportSize(page.ownSize);
    await page.mouse.move(0, 0);
    page.problems = [];
    return true;
  } catch {
    return false;
  }
}
