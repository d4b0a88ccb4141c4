// The page's address: what is seen stands there. C++ decides what it says.

import type { Wasm } from "./wasm.js";

// A document of a layout is some 10 KB; nobody's address unpacks to more than this.
export const mostDocumentBytes = 256 << 10;
const packedMark = "z.";

export const queryText = () => location.search.slice(1);
export const fragmentText = () => {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return location.hash.slice(1); // not from here: taken as it is
  }
};

export function writeAddress(fragment: string, query: string | null, push: boolean): void {
  const search = query === null ? location.search : query && `?${query}`;
  const address = `${location.pathname}${search}${fragment && `#${fragment}`}`;
  if (address === location.pathname + location.search + location.hash) return;
  try {
    history[push ? "pushState" : "replaceState"](null, "", address);
  } catch {
    // Browsers refuse more than some hundred in half a minute; the next one will be written.
  }
}

export function watchAddress(wasm: Wasm, signal: AbortSignal): void {
  let lastQuery = queryText();
  history.scrollRestoration = "manual";
  // Of a fragment typed by hand popstate tells as well.
  addEventListener("popstate", () => {
    const query = queryText();
    if (query !== lastQuery) wasm.event("query", "", query);
    lastQuery = query;
    wasm.event("fragment", "", fragmentText());
  }, { signal });
}

async function through(stream: GenericTransformStream, bytes: Uint8Array<ArrayBuffer>, most: number): Promise<Uint8Array> {
  const reader = (new Blob([bytes]).stream().pipeThrough(stream) as ReadableStream<Uint8Array>).getReader();
  const result: number[][] = [];
  for (let total = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(result.flat());
    total += value.length;
    if (total > most) {
      void reader.cancel();
      throw new Error("it is larger than 256 KB");
    }
    result.push([...value]);
  }
}

async function pack(text: string): Promise<string> {
  const bytes = await through(new CompressionStream("deflate-raw"), new TextEncoder().encode(text), mostDocumentBytes);
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return packedMark + btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

async function unpack(packed: string): Promise<string> {
  const binary = atob(packed.slice(packedMark.length).replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = await through(new DecompressionStream("deflate-raw"), Uint8Array.from(binary, (c) => c.charCodeAt(0)), mostDocumentBytes);
  return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
}

export interface UnpackedLayout { layout: string | null; layout_error: string }

// The document that a `layout=z.…` carries.
export async function layoutOfAddress(): Promise<UnpackedLayout> {
  const packed = new URLSearchParams(location.search).get("layout");
  if (!packed?.startsWith(packedMark)) return { layout: null, layout_error: "" };
  try {
    return { layout: await unpack(packed), layout_error: "" };
  } catch (error) {
    return { layout: null, layout_error: error instanceof Error ? error.message : String(error) };
  }
}

// This page's address with the document in it. The rest of the query stays as it is written, readable.
export async function makeLink(text: string): Promise<string> {
  const others = queryText().split("&").filter((part) => part !== "" && !/^layout(=|$)/.test(part));
  const query = [...others, `layout=${await pack(text)}`].join("&");
  return `${location.origin}${location.pathname}?${query}`;
}
