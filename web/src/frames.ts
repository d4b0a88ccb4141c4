// When C++ draws: once before the next paint after somebody asked, and otherwise not at all.

import type { Wasm } from "./wasm.js";

// The marks on the root are for people and tests who watch from outside; written in every frame of a fling they would
// cost more than they tell.
const marks_ms = 100;

export class Frames {
  // Called just before C++ draws, to bring the canvas to its size.
  prepare: () => void = () => {};
  private asked = 0;
  private waker: ReturnType<typeof setTimeout> | undefined;
  private marker: ReturnType<typeof setTimeout> | undefined;
  private readonly marks = new Map<string, string>();

  constructor(
    private readonly wasm: Wasm,
    private readonly root: HTMLElement,
    private readonly onReady: () => void,
  ) {}

  request(): void {
    this.asked ||= requestAnimationFrame((now_ms) => this.draw(now_ms));
  }
  // At once, where the browser is about to paint anyway.
  now(): void {
    cancelAnimationFrame(this.asked);
    this.draw(performance.now());
  }
  private draw(now_ms: number): void {
    this.asked = 0;
    this.prepare();
    this.wasm.frame(now_ms);
  }

  wake(delay_ms: number): void {
    clearTimeout(this.waker);
    if (delay_ms < 0) return;
    // A longer delay than a timer can hold would end at once.
    this.waker = setTimeout(() => this.wasm.wake(performance.now()), Math.min(delay_ms, 0x7fffffff));
  }

  mark(ready: boolean, frames: number, fps: number): void {
    if (ready && this.root.dataset.ready !== "true") {
      this.root.dataset.ready = "true";
      this.onReady();
    }
    this.marks.set("data-frames", String(frames)).set("data-fps", String(Math.round(fps)));
    this.marker ??= setTimeout(() => this.writeMarks(), marks_ms);
  }
  private writeMarks(): void {
    this.marker = undefined;
    for (const [name, value] of this.marks) {
      if (this.root.getAttribute(name) !== value) this.root.setAttribute(name, value);
    }
  }

  reset(): void {
    cancelAnimationFrame(this.asked);
    this.asked = 0;
    clearTimeout(this.waker);
  }
}
