// Pictures: fetched, decoded off the main thread at the size that C++ asked for, and kept until C++ takes them into its
// textures at the start of a frame.

import { makeTexture, type Gl } from "./gl.js";
import { readBody, resolveUrl } from "./http.js";
import { decode, type Decoded, type Size } from "./image_decode.js";
import { ImageOutcome, type Wasm } from "./wasm.js";

const loadsAtOnce = 6; // a browser opens six connections to a host
const mostBytes = 25 << 20; // larger than any server's own limit for a picture (Mastodon 16 MB)
const load_ms = 30_000;

interface Job { slot: number; url: string; w: number; h: number; abort: AbortController }

// A server may let its pictures be shown but not read. Null: not even shown.
function naturalSizeOf(url: URL, signal: AbortSignal): Promise<Size | null> {
  return new Promise((resolve) => {
    const image = new Image();
    image.referrerPolicy = "no-referrer";
    image.onload = () => resolve({ w: image.naturalWidth, h: image.naturalHeight });
    image.onerror = () => resolve(null);
    signal.addEventListener("abort", () => {
      image.src = "";
      resolve(null);
    });
    image.src = url.href;
  });
}

export class Images {
  private readonly jobs = new Map<number, Job>(); // queued and running
  private readonly queue: Job[] = [];
  private readonly decoded = new Map<number, Decoded>(); // waiting for a texture, oldest first
  private running = 0;

  constructor(
    private readonly wasm: Wasm,
    private readonly requestFrame: () => void,
  ) {}

  load(slot: number, url: string, w: number, h: number): void {
    this.cancel(slot);
    const job = { slot, url, w, h, abort: new AbortController() };
    this.jobs.set(slot, job);
    this.queue.push(job);
    this.startNext();
  }

  cancel(slot: number): void {
    this.jobs.get(slot)?.abort.abort();
    this.jobs.delete(slot);
    this.decoded.get(slot)?.bitmap.close();
    this.decoded.delete(slot);
  }

  reset(): void {
    for (const slot of [...this.jobs.keys(), ...this.decoded.keys()]) this.cancel(slot);
  }

  upload(gl: Gl, most: number): number {
    const context = gl.context();
    for (const [slot, { bitmap, naturalW, naturalH }] of this.decoded) {
      if (most-- <= 0 || !context || context.isContextLost()) break;
      this.decoded.delete(slot);
      const { width, height } = bitmap;
      const target = this.wasm.imageTexture(slot, width, height);
      const texture = gl.texture(target.texture);
      if (texture) {
        context.bindTexture(context.TEXTURE_2D, texture);
        if (target.whole) makeTexture(context, bitmap);
        else context.texSubImage2D(context.TEXTURE_2D, 0, target.x, target.y, context.RGBA, context.UNSIGNED_BYTE, bitmap);
        this.wasm.imageUploaded(slot, width, height, naturalW, naturalH);
      }
      bitmap.close();
    }
    return this.decoded.size;
  }

  private startNext(): void {
    while (this.running < loadsAtOnce) {
      const job = this.queue.shift();
      if (!job) return;
      if (job.abort.signal.aborted) continue;
      this.running++;
      void this.run(job).finally(() => {
        this.running--;
        this.startNext();
      });
    }
  }

  private async run(job: Job): Promise<void> {
    const { signal } = job.abort;
    const timer = setTimeout(() => job.abort.abort(), load_ms);
    const failed = (outcome: ImageOutcome, w = 0, h = 0) => {
      if (this.jobs.get(job.slot) !== job) return;
      this.jobs.delete(job.slot);
      this.wasm.imageDone(job.slot, outcome, 0, 0, w, h);
    };
    await Promise.resolve(); // never answered from within the call that asked
    const url = resolveUrl(job.url);
    try {
      if (!url) return failed(ImageOutcome.Failed);
      let response: Response;
      try {
        response = await fetch(url, { credentials: "omit", referrerPolicy: "no-referrer", signal });
      } catch {
        const natural = signal.aborted ? null : await naturalSizeOf(url, signal);
        return natural ? failed(ImageOutcome.NoPixels, natural.w, natural.h) : failed(ImageOutcome.Failed);
      }
      if (!response.ok) return failed(ImageOutcome.Failed);
      const body = await readBody(response, mostBytes);
      const picture = await decode(body, response.headers.get("content-type") ?? "", job);
      if (this.jobs.get(job.slot) !== job) return picture.bitmap.close();
      this.jobs.delete(job.slot);
      this.decoded.set(job.slot, picture);
      this.requestFrame();
    } catch {
      failed(ImageOutcome.Failed);
    } finally {
      clearTimeout(timer);
    }
  }
}
