// What is done with the outline's elements, by pointer, keyboard or assistive technology: presses and values. Ends
// where a tap on the painted thing ends.

import { composing, keyOf } from "./outline_node.js";
import type { Wasm } from "./wasm.js";

export const controlAt = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>("button,a,input") : null;

export const isField = (target: EventTarget | null): target is HTMLInputElement =>
  target instanceof HTMLInputElement && target.classList.contains("field");

// A link to another page in a new tab is the browser's affair, and so is every link that is opened elsewhere.
const isBrowsers = (link: HTMLAnchorElement, event: MouseEvent) =>
  link.target === "_blank" || (link.hasAttribute("href") && (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0));

export function watchControls(root: HTMLElement, wasm: Wasm, signal: AbortSignal): void {
  root.addEventListener("click", (event) => {
    const control = controlAt(event.target);
    if (!control) return;
    if (control instanceof HTMLAnchorElement && isBrowsers(control, event)) return;
    if (control instanceof HTMLInputElement && control.type !== "checkbox") return;
    // C++ says what is checked and where a link leads; a browser that did it first would have to be put right.
    if (!(control instanceof HTMLButtonElement)) event.preventDefault();
    wasm.event("press", keyOf(control));
  }, { signal });

  const tell = (event: Event) => {
    const { target } = event;
    if (target instanceof HTMLInputElement && target.type !== "checkbox") wasm.event("value", keyOf(target), target.value);
  };
  root.addEventListener("input", tell, { signal });

  root.addEventListener("compositionstart", (event) => composing.add(event.target as Element), { signal });
  root.addEventListener("compositionend", (event) => composing.delete(event.target as Element), { signal });
  // Enter that ends a composition is not Enter (keyCode 229: Safari tells isComposing too late).
  root.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || event.keyCode === 229 || !isField(event.target)) return;
    event.preventDefault();
    wasm.event("press", keyOf(event.target));
  }, { signal });
}
