// Requests of C++ by fetch: bounded in time and size, never with cookies, and each failure with its name.

import { HttpFault, type Wasm } from "./wasm.js";

export interface HttpRequest {
  method: string;
  url: string;
  headers: string; // "name: value\n" lines
  body: Uint8Array<ArrayBuffer> | null;
  timeout_ms: number;
  limitBytes: number;
}

export class TooLarge extends Error {}

// The address of a file of the bundle, or of another server. Null: not an address that may be fetched.
export function resolveUrl(url: string): URL | null {
  const bundled: Record<string, string | null> = { "demo/pack.json": MANIFEST.demoPack, "slang.json": MANIFEST.slang };
  const name = bundled[url] ?? url;
  try {
    const resolved = new URL(name, document.baseURI);
    const own = resolved.protocol === new URL(document.baseURI).protocol;
    return own || /^https?:$/.test(resolved.protocol) ? resolved : null;
  } catch {
    return null;
  }
}

export async function readBody(response: Response, limitBytes: number): Promise<Uint8Array<ArrayBuffer>[]> {
  // Told in advance, unless it is the length of something compressed, which is no longer than the content.
  if (Number(response.headers.get("content-length") ?? 0) > limitBytes) throw new TooLarge();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  if (!response.body) return chunks;
  const reader = response.body.getReader();
  for (let bytes = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) return chunks;
    bytes += value.length;
    if (bytes > limitBytes) {
      void reader.cancel();
      throw new TooLarge();
    }
    chunks.push(value);
  }
}

function headersOf(lines: string): Headers {
  const headers = new Headers();
  for (const line of lines.split("\n")) {
    const colon = line.indexOf(":");
    if (colon > 0) headers.append(line.slice(0, colon), line.slice(colon + 1).trim());
  }
  return headers;
}

export class Http {
  private readonly running = new Map<number, AbortController>();

  constructor(private readonly wasm: Wasm) {}

  start(id: number, request: HttpRequest): void {
    const controller = new AbortController();
    this.running.set(id, controller);
    void this.run(id, request, controller);
  }

  cancel(id: number): void {
    const controller = this.running.get(id);
    this.running.delete(id);
    controller?.abort();
  }

  reset(): void {
    for (const id of [...this.running.keys()]) this.cancel(id);
  }

  private async run(id: number, request: HttpRequest, controller: AbortController): Promise<void> {
    // Never answered from within the call that asked.
    await Promise.resolve();
    let timedOut = false;
    let status = 0;
    let headers = "";
    const answer = (fault: HttpFault, chunks: Uint8Array[] = []) => {
      if (this.running.get(id) !== controller) return;
      this.running.delete(id);
      this.wasm.httpDone(id, fault, status, headers, chunks);
    };

    const url = resolveUrl(request.url);
    if (!url) return answer(HttpFault.BadAddress);
    const timer = setTimeout(() => {
      timedOut = true;
      controller.abort();
    }, request.timeout_ms);
    try {
      const response = await fetch(url, {
        method: request.method,
        headers: headersOf(request.headers),
        body: request.body,
        credentials: url.origin === location.origin ? "same-origin" : "omit", // as a preload of the bundle's own files asks
        referrerPolicy: "no-referrer",
        signal: controller.signal,
      });
      status = response.status;
      response.headers.forEach((value, name) => (headers += `${name}: ${value}\n`)); // names come in lower case
      answer(HttpFault.None, await readBody(response, request.limitBytes));
    } catch (error) {
      if (error instanceof TooLarge) answer(HttpFault.TooLarge);
      else if (timedOut) answer(HttpFault.Timeout);
      else answer(navigator.onLine ? HttpFault.Unreachable : HttpFault.Offline);
    } finally {
      clearTimeout(timer);
      controller.abort(); // what is still coming of a body that was cut off
    }
  }
}
