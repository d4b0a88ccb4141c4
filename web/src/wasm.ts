// Page -> C++: each function of bridge.h, typed. Text goes through a scratch buffer in the module's memory.
//
// While C++ is on the stack nothing else enters it: a focus that moves because C++ asked for it, say, is told when
// C++ has returned. A trap ends the module for good: from then on calls do nothing.

// The order of ports/http.h.
export enum HttpFault { None, Unreachable, Offline, Timeout, TooLarge, BadAddress }
// The order of ports/images.h.
export enum ImageOutcome { Ready, NoPixels, Failed }
// The kinds of cf_pointer.
export enum PointerKind { Move, Down, Tap, Leave, DoubleTap, Drag }

export interface ImageTarget { texture: number; x: number; y: number; whole: boolean }

export interface Exports {
  readonly HEAPU8: Uint8Array;
  _malloc(bytes: number): number;
  _free(at: number): void;
  _cf_start(config: number, bytes: number): void;
  _cf_languages(bytes: number, size: number): void;
  _cf_frame(now_ms: number): void;
  _cf_wake(now_ms: number): void;
  _cf_resize(w_pt: number, h_pt: number, scale: number): void;
  _cf_scrolled(surface: number, y_pt: number): void;
  _cf_pointer(kind: number, x_pt: number, y_pt: number, key: number, mods: number): number;
  _cf_wheel(x_pt: number, y_pt: number, dx: number, dy: number, zoom: number): number;
  _cf_key(key: number, mods: number): number;
  _cf_event(kind: number, target: number, value: number): void;
  _cf_http_done(id: number, fault: number, status: number, headers: number, body: number, bytes: number): void;
  _cf_image_texture(slot: number, w_px: number, h_px: number, target: number): void;
  _cf_image_done(slot: number, outcome: number, w_px: number, h_px: number, natural_w: number, natural_h: number): void;
  _cf_context_lost(): void;
  _cf_context_restored(): void;
}

const scratchBytes = 16 << 10;
const encoder = new TextEncoder();

export class Wasm {
  private module: Exports | null = null;
  private scratch = 0;
  private used = 0; // of the scratch buffer, by the calls under way
  private large: number[] = []; // texts that found no place in it
  private depth = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly onTrap: (what: unknown) => void) {}

  attach(module: Exports): void {
    this.module = module;
    this.scratch = module._malloc(scratchBytes);
    this.used = this.depth = this.waiting.length = this.large.length = 0;
  }
  // After a trap the memory may be in any state: nothing calls into it again.
  fail(what: unknown): void {
    if (!this.module) return;
    this.module = null;
    this.onTrap(what);
  }

  start(config: object): void {
    this.tell((m) => {
      const text = JSON.stringify(config);
      m._cf_start(this.text(text), encoder.encode(text).length);
    });
  }
  languages(table: Uint8Array): void {
    this.tell((m) => {
      const at = m._malloc(table.length);
      m.HEAPU8.set(table, at);
      m._cf_languages(at, table.length);
    });
  }
  frame(now_ms: number): void { this.tell((m) => m._cf_frame(now_ms)); }
  wake(now_ms: number): void { this.tell((m) => m._cf_wake(now_ms)); }
  resize(w_pt: number, h_pt: number, scale: number): void { this.tell((m) => m._cf_resize(w_pt, h_pt, scale)); }
  scrolled(surface: string, y_pt: number): void { this.tell((m) => m._cf_scrolled(this.text(surface), y_pt)); }
  event(kind: string, target = "", value = ""): void {
    this.tell((m) => m._cf_event(this.text(kind), this.text(target), this.text(value)));
  }
  pointer(kind: PointerKind, x_pt: number, y_pt: number, key: string, mods: number): boolean {
    return this.ask((m) => m._cf_pointer(kind, x_pt, y_pt, this.text(key), mods));
  }
  wheel(x_pt: number, y_pt: number, dx: number, dy: number, zoom: boolean): boolean {
    return this.ask((m) => m._cf_wheel(x_pt, y_pt, dx, dy, zoom ? 1 : 0));
  }
  key(name: string, mods: number): boolean { return this.ask((m) => m._cf_key(this.text(name), mods)); }
  contextLost(): void { this.tell((m) => m._cf_context_lost()); }
  contextRestored(): void { this.tell((m) => m._cf_context_restored()); }

  httpDone(id: number, fault: HttpFault, status: number, headers: string, chunks: readonly Uint8Array[]): void {
    this.tell((m) => {
      const bytes = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
      const body = m._malloc(Math.max(bytes, 1));
      let at = body;
      for (const chunk of chunks) {
        m.HEAPU8.set(chunk, at);
        at += chunk.length;
      }
      m._cf_http_done(id, fault, status, this.text(headers), body, bytes);
    });
  }
  imageDone(slot: number, outcome: ImageOutcome, w: number, h: number, naturalW: number, naturalH: number): void {
    this.tell((m) => m._cf_image_done(slot, outcome, w, h, naturalW, naturalH));
  }
  // For cf_js_upload_images, which C++ called and which may therefore enter it again.
  imageUploaded(slot: number, w: number, h: number, naturalW: number, naturalH: number): void {
    this.module?._cf_image_done(slot, ImageOutcome.Ready, w, h, naturalW, naturalH);
  }
  imageTexture(slot: number, w: number, h: number): ImageTarget {
    if (!this.module) return { texture: 0, x: 0, y: 0, whole: false };
    const at = this.take(16);
    this.module._cf_image_texture(slot, w, h, at);
    const [texture = 0, x = 0, y = 0, whole = 0] = new Int32Array(this.module.HEAPU8.buffer, at, 4);
    this.used -= 16;
    return { texture: texture >>> 0, x, y, whole: whole !== 0 };
  }

  // A question from inside C++ cannot wait and is answered "no": events of the reader never come from there.
  private ask(call: (m: Exports) => number): boolean {
    return this.depth === 0 && this.enter(call) === 1;
  }
  private tell(call: (m: Exports) => void): void {
    if (this.depth > 0) this.waiting.push(() => this.enter(call));
    else this.enter(call);
  }

  private enter<T>(call: (m: Exports) => T): T | undefined {
    const module = this.module;
    if (!module) return undefined;
    this.depth++;
    try {
      return call(module);
    } catch (error) {
      this.fail(error);
      return undefined;
    } finally {
      this.depth--;
      this.used = 0;
      if (this.module) for (const at of this.large.splice(0)) module._free(at);
      if (this.depth === 0) this.waiting.shift()?.();
    }
  }

  private take(bytes: number): number {
    this.used = (this.used + 7) & ~7;
    const at = this.scratch + this.used;
    this.used += bytes;
    return at;
  }

  // A zero-terminated copy that lives until the call returns.
  private text(text: string): number {
    const module = this.module!;
    const most = text.length * 3 + 1; // UTF-16 to UTF-8
    let at: number;
    if (this.used + most + 24 <= scratchBytes) {
      at = this.take(most);
    } else {
      at = module._malloc(most);
      this.large.push(at);
    }
    const { written } = encoder.encodeInto(text, module.HEAPU8.subarray(at, at + most));
    module.HEAPU8[at + written] = 0;
    return at;
  }
}
