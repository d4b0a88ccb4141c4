// When the module ended by a bug of ours: the text stays readable, a fresh one starts once by itself, and after that the
// reader decides.

import { pageText } from "./strings.js";

const restarts_ms = 60_000; // a second crash within that is not chance

export class Crashes {
  private lastRestart = -Infinity;
  private bar: HTMLElement | null = null;

  constructor(
    private readonly root: HTMLElement,
    private readonly restart: () => void,
  ) {}

  report(what: unknown): void {
    const text = what instanceof Error ? `${what.name}: ${what.message}` : String(what);
    console.error(what);
    document.body.classList.add("plain");
    const now_ms = performance.now();
    if (now_ms - this.lastRestart > restarts_ms) {
      this.lastRestart = now_ms;
      // Not from within the call that failed.
      setTimeout(this.restart);
      return;
    }
    this.show(pageText("stopped"), text);
  }

  // The module could not even start: no network, or no WebAssembly.
  failedToStart(what: unknown): void {
    console.error(what);
    this.show(pageText("notStarted"), String(what));
  }

  private show(words: string, text: string): void {
    this.bar?.remove();
    const bar = document.createElement("div");
    bar.className = "crash";
    bar.setAttribute("role", "alert");
    const say = (tag: "p" | "code", said: string) => {
      const el = document.createElement(tag);
      el.textContent = said;
      bar.append(el);
    };
    say("p", words);
    say("code", `${MANIFEST.version} ${text}`.slice(0, 500));
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = pageText("reload");
    button.addEventListener("click", () => location.reload());
    bar.append(button);
    this.root.before(bar);
    this.bar = bar;
    document.getElementById("skeleton")?.remove();
  }
}
