// One node of the outline as an element, and everything below it. A node that changed is brought up to date in place:
// replacing a slider would end the drag that changed it.
//
// Text is only ever set as text, attributes only from the list here: nothing of a post can become markup.

import { namedByText, setFont, writeLines } from "./outline_lines.js";
import type { OutlineNode } from "./outline_patch.js";

export interface Held {
  readonly el: HTMLElement;
  node: OutlineNode;
  lang: string; // its own or inherited
  top: number;
  readonly lines: HTMLElement[];
  children: Held[];
}

const tags: Record<string, string> = {
  article: "article", region: "section", text: "p", button: "button", link: "a", slider: "input", color: "input",
  checkbox: "input", field: "input", navigation: "nav",
};
// Roles that their element does not bring along.
const roles: Record<string, string> = {
  feed: "feed", article: "article", region: "region", dialog: "dialog", img: "img", list: "list", listitem: "listitem",
  toolbar: "toolbar", group: "group",
};
const inputTypes: Record<string, string> = { slider: "range", color: "color", checkbox: "checkbox" };
const fieldTypes = new Set(["text", "search", "url", "email", "password"]);
const keys = new WeakMap<Node, string>();
export const elements = new Map<string, HTMLElement>();

// The innermost node that has a key, at an element or above it.
export function keyOf(target: EventTarget | null): string {
  for (let at = target instanceof Node ? target : null; at; at = at.parentNode) {
    const key = keys.get(at);
    if (key) return key;
  }
  return "";
}

let lastId = 0;

const shapeOf = (node: OutlineNode) =>
  `${node.r} ${node.r === "heading" ? node.level : ""} ${node.r === "field" ? node.data?.["type"] : ""}`;

function create(node: OutlineNode): Held {
  const level = Math.min(6, Math.max(1, node.level ?? 2));
  const el = document.createElement(node.r === "heading" ? `h${level}` : (tags[node.r] ?? "div"));
  el.className = "node";
  const role = roles[node.r];
  // A group that nobody named is not one.
  if (role && !(node.r === "group" && !node.n)) el.setAttribute("role", role);
  if (node.r === "dialog") el.setAttribute("aria-modal", "true");
  if (el instanceof HTMLButtonElement) el.type = "button";
  if (el instanceof HTMLInputElement) {
    const type = node.data?.["type"] ?? "text";
    el.type = inputTypes[node.r] ?? (fieldTypes.has(type) ? type : "text");
    el.autocomplete = "off";
    if (node.r === "field") el.classList.add("field");
  }
  if (el instanceof HTMLAnchorElement) el.draggable = false;
  return { el, node: { k: node.k, r: node.r, b: [NaN, NaN, NaN, NaN] }, lang: "", top: NaN, lines: [], children: [] };
}

export function remove(held: Held): void {
  held.el.remove();
  forget(held);
}
function forget(held: Held): void {
  if (elements.get(held.node.k) === held.el) elements.delete(held.node.k);
  for (const child of held.children) forget(child);
}

// The element of a node: `held` brought up to date, or a new one where that cannot become it. offsetY: what is taken off
// its place, for nodes on a surface whose origin moved.
export function update(held: Held | undefined, node: OutlineNode, lang: string, offsetY = 0): Held {
  const reused = held && shapeOf(held.node) === shapeOf(node);
  const next = reused ? held : create(node);
  if (held && !reused) {
    held.el.replaceWith(next.el);
    forget(held);
  }
  const was = next.node;
  if (reused && was.k !== node.k) forget(next);
  next.lang = node.lang || lang;
  next.node = node;
  if (node.k) {
    keys.set(next.el, node.k);
    elements.set(node.k, next.el);
  }
  place(next, was, offsetY);
  writeAttributes(next.el, node, was);
  if (node.r === "field") setFont(next, node.fs ?? 16);
  writeLines(next, was);
  writeChildren(next);
  return next;
}

export function place(held: Held, was: OutlineNode, offsetY: number): void {
  const { style } = held.el;
  const [x, y, w, h] = held.node.b;
  if (x !== was.b[0]) style.left = `${x}px`;
  const top = y - offsetY;
  if (top !== held.top) style.top = `${(held.top = top)}px`;
  if (w !== was.b[2]) style.width = `${w}px`;
  if (h !== was.b[3]) style.height = `${h}px`;
}

function setAttribute(el: Element, name: string, value: string | number | boolean | undefined): void {
  if (value === undefined || value === "") {
    if (el.hasAttribute(name)) el.removeAttribute(name);
  } else if (el.getAttribute(name) !== String(value)) {
    el.setAttribute(name, String(value));
  }
}

function writeAttributes(el: HTMLElement, node: OutlineNode, was: OutlineNode): void {
  setAttribute(el, "lang", node.lang);
  // Lines have a direction of their own, whatever the interface's is.
  setAttribute(el, "dir", node.dir ?? (node.t ? "ltr" : undefined));
  for (const name of new Set([...Object.keys(was.data ?? {}), ...Object.keys(node.data ?? {})])) {
    if (/^[a-z][a-z0-9-]{0,30}$/.test(name)) setAttribute(el, `data-${name}`, node.data?.[name]);
  }

  if (node.r === "article") {
    labelArticle(el, node, was);
    setAttribute(el, "aria-posinset", node.pos);
    setAttribute(el, "aria-setsize", node.size);
  } else {
    if (!namedByText.has(node.r)) setAttribute(el, "aria-label", node.n);
    setAttribute(el, "aria-description", node.d);
    if (node.r === "img" && !node.n !== !was.n) el.setAttribute("role", node.n ? "img" : "presentation");
  }

  const isControl = el.matches("button,a,input");
  setAttribute(el, "tabindex", isControl ? undefined : node.f ? 0 : undefined);
  if (el instanceof HTMLButtonElement) setAttribute(el, "aria-pressed", node.on);
  if (el instanceof HTMLAnchorElement) writeLink(el, node);
  if (el instanceof HTMLInputElement) writeInput(el, node);
}

// By elements rather than aria-label: the browser's own translator translates those.
function labelArticle(el: HTMLElement, node: OutlineNode, was: OutlineNode): void {
  const label = (kind: "labelledby" | "describedby", text: string | undefined) => {
    const id = el.getAttribute(`aria-${kind}`);
    let span = id ? document.getElementById(id) : null;
    if (!span) {
      span = document.createElement("span");
      span.hidden = true;
      span.id = `outline-${++lastId}`;
      el.prepend(span);
      el.setAttribute(`aria-${kind}`, span.id);
    }
    span.textContent = text ?? "";
  };
  if (node.d !== was.d) label("describedby", node.d);
  if (node.n !== was.n) label("labelledby", node.n);
}

function writeLink(el: HTMLAnchorElement, node: OutlineNode): void {
  const href = node.href ?? "";
  const isOutside = /^https?:\/\//i.test(href);
  setAttribute(el, "href", isOutside || /^[#?]/.test(href) ? href : undefined);
  setAttribute(el, "target", isOutside ? "_blank" : undefined);
  setAttribute(el, "rel", isOutside ? "noopener noreferrer nofollow" : undefined);
}

function writeInput(el: HTMLInputElement, node: OutlineNode): void {
  const value = node.v ?? "";
  switch (node.r) {
    case "checkbox":
      el.checked = node.on ?? false;
      break;
    case "slider": {
      setAttribute(el, "min", node.min ?? 0);
      setAttribute(el, "max", node.max ?? 0);
      setAttribute(el, "step", node.step || "any");
      setAttribute(el, "aria-valuetext", value);
      const number = Number.parseFloat(value);
      if (Number.isFinite(number) && Number(el.value) !== number) el.value = String(number);
      break;
    }
    case "color":
      if (/^#[0-9a-f]{6}/i.test(value) && el.value !== value.slice(0, 7).toLowerCase()) el.value = value.slice(0, 7);
      break;
    default: {
      // Placed under what an input method is composing it would break that.
      if (el.value !== value && !composing.has(el)) el.value = value;
      setAttribute(el, "placeholder", node.data?.["placeholder"]);
    }
  }
}

export const composing = new WeakSet<Element>();

function writeChildren(held: Held): void {
  const wanted = held.node.c ?? [];
  const left = new Map(held.children.map((child, i) => [child.node.k || `#${i}`, child]));
  const children = wanted.map((node, i) => {
    const key = node.k || `#${i}`;
    const child = update(left.get(key), node, held.lang);
    left.delete(key);
    return child;
  });
  for (const child of left.values()) remove(child);
  // From the end: each stands before the next one. Those that do already are left alone, since moving ends a focus.
  let next: Element | null = null;
  for (let i = children.length - 1; i >= 0; --i) {
    const { el } = children[i]!;
    if (el.parentNode !== held.el || el.nextElementSibling !== next) held.el.insertBefore(el, next);
    next = el;
  }
  held.children = children;
}
