// What the device says about itself, while the page runs.

import type { Wasm } from "./wasm.js";

const darkQuery = matchMedia("(prefers-color-scheme: dark)");
const motionQuery = matchMedia("(prefers-reduced-motion: reduce)");

export const isDark = () => darkQuery.matches;
export const isMotionReduced = () => motionQuery.matches;
export const utcOffset_min = () => -new Date().getTimezoneOffset();

export function watchSystem(wasm: Wasm, signal: AbortSignal): void {
  const tell = (kind: string, text: string) => wasm.event(kind, "", text);
  darkQuery.addEventListener("change", () => tell("theme", isDark() ? "dark" : "light"), { signal });
  motionQuery.addEventListener("change", () => tell("motion", isMotionReduced() ? "reduced" : ""), { signal });
  addEventListener("online", () => tell("online", "1"), { signal });
  addEventListener("offline", () => tell("online", ""), { signal });

  // Midnight may pass, or the reader may travel, while nobody looks; ages are then written anew.
  const day = () => `${new Date().toDateString()} ${utcOffset_min()}`;
  let today = day();
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || day() === today) return;
    today = day();
    tell("new-day", String(utcOffset_min()));
  }, { signal });
}
