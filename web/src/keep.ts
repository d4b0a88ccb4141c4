// Texts that C++ wants kept between visits, by name, told to the other tabs of this page at once. Where the browser keeps
// nothing (private windows, no room), nothing is kept and nothing fails.

import { get, set } from "idb-keyval";

type Heard = (name: string, text: string) => void;

const tabs = "BroadcastChannel" in window ? new BroadcastChannel("crossfeed-kept") : null;

export async function keep(name: string, text: string): Promise<void> {
  tabs?.postMessage([name, text]);
  await set(name, text).catch(() => {});
}

export async function kept(name: string): Promise<string | null> {
  const text = await get<unknown>(name).catch(() => null);
  return typeof text === "string" ? text : null;
}

// What another tab keeps from now on.
export function watchTabs(heard: Heard, signal: AbortSignal): void {
  tabs?.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    if (Array.isArray(data) && typeof data[0] === "string" && typeof data[1] === "string") heard(data[0], data[1]);
  }, { signal });
}
