// Small services that only a page can give: links, clipboard, files.

import { mostDocumentBytes } from "./address.js";

// Nothing but pages: an address comes out of somebody's post.
export function openLink(url: string): void {
  if (/^https?:\/\//i.test(url)) window.open(url, "_blank", "noopener,noreferrer");
}

export function copyText(text: string): void {
  // Not there without https, and refused without a gesture.
  const written = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error("no clipboard"));
  written.catch(() => copyBySelection(text));
}

function copyBySelection(text: string): void {
  const field = document.createElement("textarea");
  const focused = document.activeElement;
  field.value = text;
  field.className = "unseen";
  document.body.append(field);
  field.select();
  document.execCommand("copy");
  field.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
}

export function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: name.endsWith(".json") ? "application/json" : "text/plain" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // Some browsers read it only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

// The text is empty where there is none to read: C++ says what is wrong with it.
export function pickFile(chosen: (name: string, text: string) => void): void {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = ".json,application/json";
  input.addEventListener("change", () => {
    const file = input.files?.[0];
    if (!file) return;
    file.slice(0, mostDocumentBytes).text().then((text) => chosen(file.name, text), () => chosen(file.name, ""));
  });
  input.click();
}
