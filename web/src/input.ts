// Pointer, wheel and keys, as they happen: what needs the reader's gesture is allowed only inside of its event.

import { controlAt, isField } from "./controls.js";
import { keyOf } from "./outline_node.js";
import { PointerKind, type Wasm } from "./wasm.js";

const drag_pt = 8; // a finger that means to tap moves less
const swipe_pt = 48;
const modTouch = 8;

const modsOf = (event: MouseEvent | KeyboardEvent) =>
  (event.shiftKey ? 1 : 0) | (event.ctrlKey || event.metaKey ? 2 : 0) | (event.altKey ? 4 : 0) |
  (event instanceof PointerEvent && event.pointerType === "touch" ? modTouch : 0);

const scrollerAt = (target: EventTarget | null) => (target instanceof Element ? target.closest(".scrolls") : null);

interface Press {
  id: number;
  x: number;
  y: number;
  lastX: number;
  lastY: number;
  taken: boolean; // by C++: the browser selects nothing
  dragged: boolean;
  scrolls: boolean; // a finger that moves up or down on a scroller: the browser will soon take it
}

export function watchPointer(root: HTMLElement, wasm: Wasm, signal: AbortSignal): void {
  let press: Press | null = null;
  let touched = false; // the last click came from a finger
  let clickIsDrag = false; // the click that comes next only ends a drag

  const tell = (kind: PointerKind, event: MouseEvent, x = event.clientX, y = event.clientY) =>
    wasm.pointer(kind, x, y, keyOf(event.target), modsOf(event) | (touched && kind === PointerKind.Tap ? modTouch : 0));

  root.addEventListener("pointerdown", (event) => {
    touched = event.pointerType === "touch";
    clickIsDrag = false; // of a drag that ended without a click
    if (event.button !== 0) return;
    if (!event.isPrimary) {
      // Two fingers drag nothing and tap nothing.
      if (press) tell(PointerKind.Leave, event);
      press = null;
      return;
    }
    const { clientX: x, clientY: y, pointerId: id } = event;
    press = { id, x, y, lastX: x, lastY: y, taken: tell(PointerKind.Down, event), dragged: false, scrolls: false };
  }, { signal });

  // On the window: a drag may leave what it began on.
  window.addEventListener("pointermove", (event) => {
    if (!press || event.pointerId !== press.id) {
      if (event.pointerType !== "touch" && event.isPrimary) tell(PointerKind.Move, event);
      return;
    }
    const { clientX: x, clientY: y } = event;
    const isTouch = event.pointerType === "touch";
    if (!press.dragged && Math.hypot(x - press.x, y - press.y) > drag_pt) {
      press.dragged = true;
      press.scrolls = isTouch && Math.abs(y - press.y) > Math.abs(x - press.x) && scrollerAt(event.target) !== null;
    }
    // A mouse that C++ did not take selects text.
    if (press.dragged && !press.scrolls && (press.taken || isTouch)) {
      tell(PointerKind.Drag, event, x - press.lastX, y - press.lastY);
      press.lastX = x;
      press.lastY = y;
    }
  }, { signal });

  const release = (event: PointerEvent) => {
    if (!press || event.pointerId !== press.id) return;
    const { dragged, scrolls } = press;
    const dx = event.clientX - press.x;
    const isSideways = Math.abs(dx) > swipe_pt && Math.abs(dx) > 2 * Math.abs(event.clientY - press.y);
    press = null;
    if (event.type === "pointerup" && event.pointerType === "touch" && isSideways && !scrolls) {
      wasm.event("press", dx < 0 ? "swipe:left" : "swipe:right");
    }
    // What was no tap ends here; a mouse is still there. Taps come as clicks, which assistive technology makes too.
    if (dragged || event.type === "pointercancel" || controlAt(event.target)) {
      clickIsDrag = dragged;
      tell(PointerKind.Leave, event);
      if (event.pointerType === "mouse") tell(PointerKind.Move, event);
    }
  };
  window.addEventListener("pointerup", release, { signal });
  window.addEventListener("pointercancel", release, { signal });
  root.addEventListener("pointerleave", (event) => {
    // A finger's leave has been told when it was lifted.
    if (!press && event.pointerType !== "touch") tell(PointerKind.Leave, event);
  }, { signal });

  root.addEventListener("mousedown", (event) => {
    if (press?.taken) event.preventDefault();
  }, { signal });

  root.addEventListener("click", (event) => {
    const wasDrag = clickIsDrag;
    clickIsDrag = false;
    if (wasDrag || controlAt(event.target)) return;
    // Who selected something did not mean to open it.
    const selection = getSelection();
    if (selection && !selection.isCollapsed && selection.containsNode(event.target as Node, true)) {
      tell(PointerKind.Leave, event);
      return;
    }
    tell(PointerKind.Tap, event);
  }, { signal });
  root.addEventListener("dblclick", (event) => {
    if (!controlAt(event.target)) tell(PointerKind.DoubleTap, event);
  }, { signal });
}

// Where the browser scrolls, the wheel is its own and this never sees it: a listener that might prevent it would make
// every scroll wait for the page.
export function watchWheel(root: HTMLElement, wasm: Wasm, signal: AbortSignal): void {
  root.addEventListener("wheel", (event) => {
    const scroller = scrollerAt(event.target);
    const isSideways = Math.abs(event.deltaX) > Math.abs(event.deltaY);
    if (scroller && !event.ctrlKey && !isSideways) return;
    const unit = event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? innerHeight : 1; // lines, pages
    const dx = event.deltaX * unit;
    const dy = event.deltaY * unit;
    if (wasm.wheel(event.clientX, event.clientY, dx, dy, event.ctrlKey)) return event.preventDefault();
    if (scroller || event.ctrlKey) return;
    // Over a bar that stands before the feed the wheel still means what scrolls behind it.
    event.preventDefault();
    root.querySelector<HTMLElement>(".scrolls:not([inert])")?.scrollBy(dx, dy);
  }, { passive: false, signal });
}

// Keys that a control answers itself.
function isControls(event: KeyboardEvent): boolean {
  const control = controlAt(event.target);
  if (!control) return false;
  if (isField(control)) return event.key !== "Escape";
  if (event.key === "Enter" || event.key === " ") return true;
  return control instanceof HTMLInputElement && control.type === "range" && /^(Arrow|Page|Home|End)/.test(event.key);
}

export function watchKeys(wasm: Wasm, signal: AbortSignal): void {
  window.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || event.keyCode === 229 || isControls(event)) return;
    // The browser's and the system's own shortcuts; undo is the only one that means something here.
    if (event.altKey || ((event.ctrlKey || event.metaKey) && !/^[zy]$/i.test(event.key))) return;
    if (wasm.key(event.key, modsOf(event))) event.preventDefault();
  }, { signal });
}

// Pulling down a feed that stands at its top, where the browser has no rubber band of its own (iOS has one, and its
// scroll position then says so).
export function watchPull(root: HTMLElement, wasm: Wasm, signal: AbortSignal): void {
  let startX = 0;
  let startY = 0;
  let feed: HTMLElement | null = null;
  let pulled = false;
  root.addEventListener("touchstart", (event) => {
    const layer = (event.target as Element).closest<HTMLElement>("[data-surface=feed]");
    feed = layer && layer.scrollTop <= 0 && event.touches.length === 1 ? layer : null;
    startX = event.touches[0]?.clientX ?? 0;
    startY = event.touches[0]?.clientY ?? 0;
  }, { passive: true, signal });
  root.addEventListener("touchmove", (event) => {
    if (!feed || feed.scrollTop !== 0) return;
    const sideways = Math.abs((event.touches[0]?.clientX ?? 0) - startX);
    const by = (event.touches[0]?.clientY ?? 0) - startY;
    if (!pulled && (by <= drag_pt || by < sideways)) return;
    pulled = true;
    wasm.scrolled("feed", -Math.max(0, by) / 2);
  }, { passive: true, signal });
  const end = () => {
    if (pulled && feed) wasm.scrolled("feed", Math.max(0, feed.scrollTop));
    feed = null;
    pulled = false;
  };
  root.addEventListener("touchend", end, { passive: true, signal });
  root.addEventListener("touchcancel", end, { passive: true, signal });
}
