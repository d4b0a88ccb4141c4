// The size that a picture's header claims, before anything is decoded: a few bytes can claim gigabytes of pixels.
// Null: no PNG, JPEG, GIF, WebP or AVIF, or cut off; "rotated": its sides may be swapped by EXIF.

export interface HeaderSize { w: number; h: number; rotated: boolean }

export function readImageHeader(bytes: Uint8Array): HeaderSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return png(view) ?? gif(view) ?? webp(view) ?? jpeg(view) ?? avif(view);
  } catch {
    return null; // the header ends too early
  }
}

export function looksLikeSvg(bytes: Uint8Array, type: string): boolean {
  if (type.startsWith("image/svg")) return true;
  const start = new TextDecoder().decode(bytes.subarray(0, 512)).trimStart();
  return /^(<\?xml|<!--|<!doctype svg|<svg)/i.test(start) && start.includes("<svg");
}

const upright = (w: number, h: number): HeaderSize => ({ w, h, rotated: false });
const tag = (view: DataView, at: number) => view.getUint32(at);
const fourCc = (text: string) => [...text].reduce((sum, c) => sum * 256 + c.charCodeAt(0), 0);

function png(view: DataView): HeaderSize | null {
  return tag(view, 0) === 0x89504e47 ? upright(view.getUint32(16), view.getUint32(20)) : null;
}

function gif(view: DataView): HeaderSize | null {
  return tag(view, 0) === fourCc("GIF8") ? upright(view.getUint16(6, true), view.getUint16(8, true)) : null;
}

function webp(view: DataView): HeaderSize | null {
  if (tag(view, 0) !== fourCc("RIFF") || tag(view, 8) !== fourCc("WEBP")) return null;
  const uint24 = (at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
  switch (tag(view, 12)) {
    case fourCc("VP8X"):
      // Bit 3: it carries EXIF.
      return { w: uint24(24) + 1, h: uint24(27) + 1, rotated: (view.getUint8(20) & 8) !== 0 };
    case fourCc("VP8L"): {
      const bits = view.getUint32(21, true);
      return upright((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
    }
    case fourCc("VP8 "):
      return upright(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff);
    default:
      return null;
  }
}

function jpeg(view: DataView): HeaderSize | null {
  if (view.getUint16(0) !== 0xffd8) return null;
  let rotated = false;
  for (let at = 2; ; ) {
    const marker = view.getUint16(at);
    if (marker >> 8 !== 0xff) return null;
    const code = marker & 0xff;
    // SOF0-15 without DHT, JPG and DAC, which stand between them.
    if (code >= 0xc0 && code <= 0xcf && code !== 0xc4 && code !== 0xc8 && code !== 0xcc) {
      return { w: view.getUint16(at + 7), h: view.getUint16(at + 5), rotated };
    }
    // EXIF may turn the picture; which way is left to the browser.
    if (code === 0xe1 && tag(view, at + 4) === fourCc("Exif")) rotated = exifTurns(view, at + 10);
    at += code === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
}

function exifTurns(view: DataView, tiff: number): boolean {
  const little = view.getUint16(tiff) === 0x4949;
  const directory = tiff + view.getUint32(tiff + 4, little);
  const entries = view.getUint16(directory, little);
  for (let i = 0; i < entries; ++i) {
    const entry = directory + 2 + i * 12;
    if (view.getUint16(entry, little) === 0x112) return view.getUint16(entry + 8, little) > 1;
  }
  return false;
}

// The first "ispe" property is the primary picture's, or of one of its tiles: no more than the whole.
function avif(view: DataView): HeaderSize | null {
  if (tag(view, 4) !== fourCc("ftyp")) return null;
  let largest: HeaderSize | null = null;
  const end = Math.min(view.byteLength - 16, 64 << 10);
  for (let at = 8; at < end; ++at) {
    if (tag(view, at) !== fourCc("ispe")) continue;
    const size = { w: view.getUint32(at + 8), h: view.getUint32(at + 12), rotated: true };
    if (!largest || size.w * size.h > largest.w * largest.h) largest = size;
  }
  return largest;
}
