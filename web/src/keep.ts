// Texts that C++ wants kept between visits, by name. Where the browser keeps nothing (private windows, no room), nothing
// is kept and nothing fails.

import { get, set } from "idb-keyval";

export async function keep(name: string, text: string): Promise<void> {
  await set(name, text).catch(() => {});
}

export async function kept(name: string): Promise<string | null> {
  const text = await get<unknown>(name).catch(() => null);
  return typeof text === "string" ? text : null;
}
