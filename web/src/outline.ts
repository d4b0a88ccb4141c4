// The outline layer: the visible slice of the feed as real elements over the canvas, for assistive technology, for
// find-in-page and selection, for browsers without WebGL. Its surfaces are real scrollers: the browser's own scrolling
// is the app's.

import { elements, keyOf, place, remove, update, type Held } from "./outline_node.js";
import type { OutlineNode, OutlinePatch, OutlineSurface } from "./outline_patch.js";
import type { Wasm } from "./wasm.js";

// Firefox lays out no box beyond 17.9 million px; the origin of a longer feed is moved by C++.
const mostHeight = 16e6;

interface Layer {
  readonly el: HTMLElement;
  readonly content: HTMLElement;
  readonly articles: HTMLElement; // in the feed: the element of role feed; elsewhere see addLayer
  surface: OutlineSurface;
  readonly nodes: Held[]; // sorted by order
  wanted: number | null; // a place to scroll to that was beyond the end of what there was
}

const originOf = (surface: OutlineSurface) => surface.origin ?? 0;
const offsetOf = (surface: OutlineSurface) => (surface.height > 0 ? originOf(surface) : 0);

function removeLayer(layer: Layer): void {
  layer.el.remove();
  layer.articles.remove();
}

export class Outline {
  private readonly layers = new Map<string, Layer>();
  private readonly layerOf = new Map<string, Layer>(); // by the key of a top-level node
  private wantedFocus: string | null = null;
  private stale = false;
  private muted = false;

  constructor(
    private readonly wasm: Wasm,
    private readonly root: HTMLElement,
    private readonly status: HTMLElement,
    private readonly alert: HTMLElement,
    private readonly onTheme: (dark: boolean) => void,
  ) {
    root.addEventListener("focusin", (event) => this.focusMoved(event.target as Element));
    root.addEventListener("focusout", (event) => {
      if (!this.muted && !(event.relatedTarget instanceof Node && root.contains(event.relatedTarget))) wasm.event("blur");
    });
  }

  // What stands here is of a module that is gone: readable until the new one says what there is.
  reset(): void {
    this.stale = true;
  }

  apply(json: string): void {
    const patch = JSON.parse(json) as OutlinePatch;
    const focused = keyOf(document.activeElement);
    this.muted = true;
    if (this.stale) this.clear();
    if (patch.lang && document.documentElement.lang !== patch.lang) document.documentElement.lang = patch.lang;
    if (patch.dark !== undefined) this.onTheme(patch.dark);
    if (patch.surfaces) this.setSurfaces(patch.surfaces);
    for (const key of patch.del ?? []) this.removeNode(key);
    for (const node of patch.set ?? []) this.setNode(node);
    if (patch.status !== undefined) this.status.textContent = patch.status;
    if (patch.alert !== undefined) this.alert.textContent = patch.alert;
    this.coverLayers();
    this.markBusy();

    const lost = focused !== "" && keyOf(document.activeElement) !== focused;
    if (lost) elements.get(focused)?.focus({ preventScroll: true });
    this.muted = false;
    if (lost && !elements.has(focused) && this.wantedFocus === null) this.wasm.event("blur");
    if (this.wantedFocus !== null) this.focus(this.wantedFocus);
    // Somebody who went elsewhere meanwhile is not called back.
    if (elements.has(this.wantedFocus ?? "")) this.wantedFocus = null;
  }

  focus(key: string): void {
    const el = elements.get(key);
    el?.focus({ preventScroll: true });
    // Its node may come with the patch of this frame, or be covered until then.
    this.wantedFocus = el && document.activeElement === el ? null : key;
  }

  scrollTo(id: string, y: number, glide: boolean): void {
    const layer = this.layers.get(id);
    if (!layer) return;
    const top = y - originOf(layer.surface);
    const end = layer.surface.height - originOf(layer.surface) - layer.surface.rect[3];
    layer.wanted = top > end + 0.5 ? y : null;
    layer.el.scrollTo({ top, behavior: glide ? "smooth" : "instant" });
  }

  private clear(): void {
    this.stale = false;
    this.layers.forEach(removeLayer);
    this.layers.clear();
    this.layerOf.clear();
    elements.clear();
  }

  private setSurfaces(surfaces: readonly OutlineSurface[]): void {
    const named = new Set(surfaces.map(({ id }) => id));
    for (const [id, layer] of this.layers) {
      if (named.has(id)) continue;
      for (const held of layer.nodes) this.layerOf.delete(held.node.k);
      layer.nodes.forEach(remove);
      removeLayer(layer);
      this.layers.delete(id);
    }
    for (const surface of surfaces) {
      const layer = this.layers.get(surface.id) ?? this.addLayer(surface);
      this.setSurface(layer, surface);
    }
  }

  // Beneath an open post or a dialog nothing is reached, neither by Tab nor by find-in-page.
  private coverLayers(): void {
    const isModal = this.layers.get("window")?.nodes.some(({ node }) => node.r === "dialog") ?? false;
    for (const [id, { el }] of this.layers) {
      const inert = id !== "window" && (isModal || (id === "feed" && this.layers.has("post")));
      if (el.inert !== inert) el.inert = inert;
    }
  }

  private addLayer(surface: OutlineSurface): Layer {
    const { id } = surface;
    const make = (className: string, parent: Element) => {
      const el = document.createElement("div");
      el.className = className;
      parent.append(el);
      return el;
    };
    // The main landmark is there with and without an open post.
    const main = this.root.querySelector("main")!;
    const el = make("surface", id === "feed" || id === "post" ? main : this.root);
    el.dataset.surface = id;
    const content = make("content", el);
    // In the feed's own element there are only articles; what stands before the window without being a landmark is part
    // of the main one.
    const articles = id === "feed" ? make("articles", content) : id === "window" ? make("surface", main) : content;
    if (id === "feed") articles.setAttribute("role", "feed");
    if (id === "window") articles.dataset.surface = id;
    const layer: Layer = { el, content, articles, surface, nodes: [], wanted: null };
    el.addEventListener("scroll", () => this.wasm.scrolled(id, el.scrollTop + originOf(layer.surface)), { passive: true });
    this.layers.set(id, layer);
    return layer;
  }

  private setSurface(layer: Layer, surface: OutlineSurface): void {
    const was = layer.surface;
    const { el, content, articles } = layer;
    layer.surface = surface;
    const [x, y, w, h] = surface.rect;
    const box = { left: `${x}px`, top: `${y}px`, width: `${w}px`, height: `${h}px` };
    for (const part of surface.id === "window" ? [el, articles] : [el]) Object.assign(part.style, box);
    el.classList.toggle("scrolls", surface.height > 0);
    content.style.height = `${Math.min(mostHeight, Math.max(0, surface.height - offsetOf(surface)))}px`;

    if (surface.label) {
      if (surface.id !== "feed") el.setAttribute("role", "region");
      (surface.id === "feed" ? articles : el).setAttribute("aria-label", surface.label);
    }
    if (offsetOf(was) !== offsetOf(surface)) {
      for (const held of layer.nodes) place(held, held.node, offsetOf(surface));
      el.scrollTop += offsetOf(was) - offsetOf(surface);
    }
    if (layer.wanted !== null) {
      const top = layer.wanted - originOf(surface);
      layer.wanted = null;
      el.scrollTo({ top, behavior: "instant" });
    }
  }

  private removeNode(key: string): void {
    const layer = this.layerOf.get(key);
    this.layerOf.delete(key);
    const i = layer?.nodes.findIndex((held) => held.node.k === key) ?? -1;
    if (layer && i >= 0) remove(layer.nodes.splice(i, 1)[0]!);
  }

  private setNode(node: OutlineNode): void {
    const layer = this.layers.get(node.s ?? "feed");
    if (!layer) return;
    const known = this.layerOf.get(node.k);
    if (known && known !== layer) this.removeNode(node.k);

    const { nodes } = layer;
    const from = nodes.findIndex((held) => held.node.k === node.k);
    const old = from >= 0 ? nodes.splice(from, 1)[0] : undefined;
    const held = update(old, node, document.documentElement.lang, offsetOf(layer.surface));
    this.layerOf.set(node.k, layer);

    // A feed may own nothing but articles; what else scrolls with it stands behind it.
    const isLandmark = node.r === "navigation" || node.r === "region" || node.r === "dialog";
    const parent = node.r === "article" || (layer.surface.id === "window" && !isLandmark) ? layer.articles : layer.content;
    const order = node.o ?? 0;
    let to = nodes.length;
    while (to > 0 && (nodes[to - 1]!.node.o ?? 0) > order) to--;
    nodes.splice(to, 0, held);
    const next = nodes.slice(to + 1).find(({ el }) => el.parentNode === parent)?.el ?? null;
    if (held.el.parentNode !== parent || held.el.nextElementSibling !== next) parent.insertBefore(held.el, next);
  }

  private markBusy(): void {
    const feed = this.layers.get("feed")?.articles;
    if (!feed) return;
    const isEmpty = !feed.firstElementChild;
    if (feed.hasAttribute("aria-busy") === isEmpty) return;
    if (isEmpty) feed.setAttribute("aria-busy", "true");
    else feed.removeAttribute("aria-busy");
  }

  private focusMoved(target: Element): void {
    this.wantedFocus = null;
    if (!this.muted) this.wasm.event("focus", keyOf(target), target.matches(":focus-visible") ? "visible" : "");
  }
}
