// The canvas is as large as the window, in device pixels, whatever the zoom.

import type { Frames } from "./frames.js";
import type { Wasm } from "./wasm.js";

export interface WindowSize { w_px: number; h_px: number; w_pt: number; h_pt: number; scale: number }

// Width and height in points follow from pixels and scale, so that C++ comes to exactly these pixels again.
function sizeOf(w_px: number, h_px: number, w_pt: number): WindowSize {
  const scale = w_pt > 0 ? w_px / w_pt : devicePixelRatio;
  return { w_px, h_px, w_pt, h_pt: h_px / scale, scale };
}

export function windowSize(root: HTMLElement): WindowSize {
  const { width, height } = root.getBoundingClientRect();
  return sizeOf(Math.max(1, Math.round(width * devicePixelRatio)), Math.max(1, Math.round(height * devicePixelRatio)), width);
}

// Follows the root's size and keeps a canvas at it, which has it now. Returns how to end that.
export function watchCanvas(root: HTMLElement, canvas: HTMLCanvasElement, wasm: Wasm, frames: Frames): () => void {
  const ended = new AbortController();
  let wanted: WindowSize | null = null;
  let known = JSON.stringify(windowSize(root));

  frames.prepare = () => {
    if (!wanted) return;
    const size = wanted;
    wanted = null;
    // Setting a canvas's size clears it, even to the same.
    if (canvas.width !== size.w_px) canvas.width = size.w_px;
    if (canvas.height !== size.h_px) canvas.height = size.h_px;
    const text = JSON.stringify(size);
    if (text === known) return;
    known = text;
    wasm.resize(size.w_pt, size.h_pt, size.scale);
  };

  const take = (size: WindowSize) => {
    if (JSON.stringify(size) === known) return;
    wanted = size;
    // Between layout and paint: drawn now, no stretched frame is ever seen.
    frames.now();
  };

  const observer = new ResizeObserver((entries) => {
    const entry = entries.at(-1);
    if (!entry || entry.contentRect.width === 0) return;
    // Safari until at least 18 has no devicePixelContentBox; rounding may then be off by a pixel in fractional zoom.
    const box = entry.devicePixelContentBoxSize?.[0];
    const rounded = windowSize(root);
    // Chromium 156 with an emulated screen (DevTools, tests) reports the box of the real one.
    const isReal = box && Math.abs(box.inlineSize - rounded.w_px) <= 2 && Math.abs(box.blockSize - rounded.h_px) <= 2;
    take(isReal ? sizeOf(box.inlineSize, box.blockSize, entry.contentRect.width) : rounded);
  });
  try {
    observer.observe(root, { box: "device-pixel-content-box" });
  } catch {
    observer.observe(root);
  }

  // A window moved to another screen: the points stay, the pixels change.
  const watchRatio = () => {
    if (ended.signal.aborted) return;
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener("change", () => {
      if (ended.signal.aborted) return;
      take(windowSize(root));
      watchRatio();
    }, { once: true });
  };
  watchRatio();

  const { signal } = ended;
  canvas.addEventListener("webglcontextlost", (event) => {
    event.preventDefault(); // else it is never restored
    wasm.contextLost();
  }, { signal });
  canvas.addEventListener("webglcontextrestored", () => {
    wasm.contextRestored();
    frames.request();
  }, { signal });

  return () => {
    ended.abort();
    observer.disconnect();
    frames.prepare = () => {};
  };
}
