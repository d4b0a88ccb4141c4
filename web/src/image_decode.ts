// From a picture's bytes to a bitmap that covers what is to be filled, decoded off the main thread. Nothing is decoded whose
// header claims too much, or that has none that is known here.

import { looksLikeSvg, readImageHeader } from "./image_header.js";

const mostPixels = 60e6; // 240 MB decoded; the largest cameras of phones make 50
const mostSide = 4096; // every WebGL 2 device has textures of this size

export interface Size { w: number; h: number }
export interface Decoded { bitmap: ImageBitmap; naturalW: number; naturalH: number }

// The largest part in the middle of a picture with the aspect of the target, and the pixels it becomes: never more than
// it has.
function cover(natural: Size, target: Size): { x: number; y: number; w: number; h: number; outW: number; outH: number } {
  if (target.w <= 0 || target.h <= 0) {
    const shrink = Math.min(1, mostSide / natural.w, mostSide / natural.h);
    return { x: 0, y: 0, w: natural.w, h: natural.h, outW: pixels(natural.w * shrink), outH: pixels(natural.h * shrink) };
  }
  const scale = Math.max(target.w / natural.w, target.h / natural.h);
  const w = Math.min(natural.w, pixels(target.w / scale));
  const h = Math.min(natural.h, pixels(target.h / scale));
  const shrink = Math.min(1, scale);
  return {
    x: Math.floor((natural.w - w) / 2),
    y: Math.floor((natural.h - h) / 2),
    w,
    h,
    outW: shrink < 1 ? target.w : w,
    outH: shrink < 1 ? target.h : h,
  };
}
const pixels = (x: number) => Math.max(1, Math.round(x));

export async function decode(chunks: Uint8Array<ArrayBuffer>[], type: string, target: Size): Promise<Decoded> {
  const blob = new Blob(chunks, { type });
  const head = chunks[0] ?? new Uint8Array();
  if (looksLikeSvg(head, type)) return decodeSvg(blob, target);
  // The first chunk mostly says all, but a JPEG may carry a whole smaller picture before its own size.
  const header = readImageHeader(head) ?? readImageHeader(new Uint8Array(await blob.arrayBuffer()));
  if (!header || header.w * header.h === 0) throw new Error("not a picture");
  if (header.w * header.h > mostPixels) throw new Error("too many pixels");
  if (!header.rotated) return crop(blob, header, target);
  // Its true size is known only when it is decoded: twice the work, for the few that need it.
  const whole = await createImageBitmap(blob, { premultiplyAlpha: "premultiply" });
  try {
    return await crop(whole, { w: whole.width, h: whole.height }, target);
  } finally {
    whole.close();
  }
}

async function crop(source: ImageBitmapSource, natural: Size, target: Size): Promise<Decoded> {
  const { x, y, w, h, outW, outH } = cover(natural, target);
  const bitmap = await createImageBitmap(source, x, y, w, h, {
    premultiplyAlpha: "premultiply",
    ...(outW === w && outH === h ? {} : { resizeWidth: outW, resizeHeight: outH, resizeQuality: "high" }),
  });
  return { bitmap, naturalW: natural.w, naturalH: natural.h };
}

// createImageBitmap takes no SVG as a blob (all browsers so far); a canvas takes it as an <img>.
async function decodeSvg(blob: Blob, target: Size): Promise<Decoded> {
  const url = URL.createObjectURL(new Blob([blob], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    // One without a size of its own has none here either.
    const natural = { w: image.naturalWidth || target.w || 256, h: image.naturalHeight || target.h || 256 };
    if (natural.w * natural.h > mostPixels) throw new Error("too many pixels");
    const canvas = document.createElement("canvas");
    canvas.width = Math.min(natural.w, mostSide);
    canvas.height = Math.min(natural.h, mostSide);
    canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await crop(canvas, { w: canvas.width, h: canvas.height }, target);
  } finally {
    URL.revokeObjectURL(url);
  }
}
