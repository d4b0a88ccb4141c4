// What C++ may call on the page: bridge.js hands each call on to this object. The contracts are in bridge.h.

import type { Gl } from "./gl.js";
import type { HttpRequest } from "./http.js";
import type { Media } from "./media.js";

export interface Host {
  requestFrame(): void;
  wake(delay_ms: number): void;
  httpStart(id: number, request: HttpRequest): void;
  httpCancel(id: number): void;
  imageLoad(slot: number, url: string, w_px: number, h_px: number): void;
  imageCancel(slot: number): void;
  uploadImages(gl: Gl, most: number): number;
  measure(pieces: readonly string[], size_px: number, weight: number, flags: number, lang: string, widths_px: Float32Array): void;
  segment(text: string, lang: string, breaks: Uint8Array): void;
  ink(
    gl: Gl, text: string, size_px: number, weight: number, flags: number, lang: string, color: number,
    texture: number, x: number, y: number, w: number, h: number, originX_px: number, baseline_px: number,
  ): void;
  panelInk(
    text: string, size_px: number, weight: number, flags: number, pixels: Uint8Array | null, w: number, h: number,
    originX_px: number, baseline_px: number,
  ): number;
  outline(json: string): void;
  scrollTo(surface: string, y_pt: number, glide: boolean): void;
  focus(key: string): void;
  cursor(shape: number): void;
  address(fragment: string, query: string | null, push: boolean): void;
  historyBack(): void;
  openLink(url: string): void;
  copy(text: string): void;
  saveFile(name: string, text: string): void;
  pickFile(): void;
  makeLink(text: string): void;
  keep(name: string, text: string): void;
  speak(text: string, lang: string, speed: number): void;
  romanize(text: string): void;
  translate(request: string): void;
  media(media: Media): void;
  mark(ready: boolean, frames: number, fps: number): void;
  crash(what: string): void;
}
