// Two fingers on what does not scroll, an enlarged picture, zoom it: told as a wheel with zoom. Elsewhere they zoom the
// page, as everybody may.

import type { Wasm } from "./wasm.js";

// How many points of a wheel double the size: what the browsers themselves make of a trackpad's pinch, about.
const wheelPerDoubling_pt = 300;

export function watchPinch(root: HTMLElement, wasm: Wasm, signal: AbortSignal): void {
  const fingers = new Map<number, { x: number; y: number }>();
  const spread = () => {
    const [a, b] = [...fingers.values()];
    return a && b ? { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, d: Math.hypot(a.x - b.x, a.y - b.y) } : null;
  };
  root.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "touch" || !(event.target as Element).closest("[aria-modal]")) return;
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  }, { signal });
  window.addEventListener("pointermove", (event) => {
    const finger = fingers.get(event.pointerId);
    if (!finger) return;
    const before = spread();
    finger.x = event.clientX;
    finger.y = event.clientY;
    const now = spread();
    if (!before || !now || before.d === 0 || now.d === 0) return;
    wasm.wheel(now.x, now.y, 0, -Math.log2(now.d / before.d) * wheelPerDoubling_pt, true);
  }, { signal });
  for (const end of ["pointerup", "pointercancel"] as const) {
    window.addEventListener(end, (event) => fingers.delete(event.pointerId), { signal });
  }
}
