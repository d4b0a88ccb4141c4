// C++ -> page: each function of bridge.h, handing on to the typed host object (web/src/host.ts) that the page gave as
// Module.host. Nothing is decided here: pointers become strings and views, no more. Views are made anew in each call,
// since memory that grew leaves the old ones empty.
//
// What the link needs besides this file: -sEXPORTED_RUNTIME_METHODS=HEAPU8, and the cf_* of bridge.h exported
// (EMSCRIPTEN_KEEPALIVE).
// Options that the page gives: host, canvas, locateFile, onAbort.
// While a function of this file runs, the page answers nothing: its own calls into C++ wait until it returned, except
// cf_image_texture and cf_image_done inside cf_js_upload_images.

const crossfeed = {
  $cfHost: () => Module["host"],

  // The host reaches the GL objects of Emscripten by the names that C++ knows.
  $cfGl__deps: ["$GL"],
  $cfGl: {
    texture: (id) => GL.textures[id] ?? null,
    context: () => GL.currentContext?.GLctx ?? null,
  },

  // The page writes texts and bodies into memory that C++ frees.
  $cfMemory__deps: ["malloc", "free"],
  $cfMemory__postset: 'Module["_malloc"] = (bytes) => _malloc(bytes); Module["_free"] = (at) => _free(at);',
  $cfMemory: {},

  $cfDecoder: "new TextDecoder()",

  // UTF-8 of a known length. Most texts are words of a few letters, for which a decoder's call costs more than its work.
  $cfText__deps: ["$cfDecoder"],
  $cfText: (at, bytes) => {
    if (bytes > 24) return cfDecoder.decode(HEAPU8.subarray(at, at + bytes));
    let text = "";
    const end = at + bytes;
    while (at < end) {
      let code = HEAPU8[at++];
      if (code >= 0xf0) {
        code = ((code & 7) << 18) | ((HEAPU8[at] & 63) << 12) | ((HEAPU8[at + 1] & 63) << 6) | (HEAPU8[at + 2] & 63);
        at += 3;
      } else if (code >= 0xe0) {
        code = ((code & 15) << 12) | ((HEAPU8[at] & 63) << 6) | (HEAPU8[at + 1] & 63);
        at += 2;
      } else if (code >= 0xc0) {
        code = ((code & 31) << 6) | (HEAPU8[at] & 63);
        at += 1;
      }
      // Not from valid UTF-8, but a page must not fall over it.
      text += String.fromCodePoint(code <= 0x10ffff ? code : 0xfffd);
    }
    return text;
  },

  cf_js_request_frame__deps: ["$cfMemory"],
  cf_js_request_frame: () => cfHost().requestFrame(),
  cf_js_wake: (delay_ms) => cfHost().wake(delay_ms),

  cf_js_http_start: (id, method, url, headers, body, bodyBytes, timeout_ms, limitBytes) =>
    cfHost().httpStart(id >>> 0, {
      method: UTF8ToString(method),
      url: UTF8ToString(url),
      headers: UTF8ToString(headers),
      // A copy: fetch reads it later, when the memory may be another's.
      body: bodyBytes ? HEAPU8.slice(body, body + bodyBytes) : null,
      timeout_ms: timeout_ms >>> 0,
      limitBytes: limitBytes >>> 0,
    }),
  cf_js_http_cancel: (id) => cfHost().httpCancel(id >>> 0),

  cf_js_image_load: (slot, url, w, h) => cfHost().imageLoad(slot >>> 0, UTF8ToString(url), w, h),
  cf_js_image_cancel: (slot) => cfHost().imageCancel(slot >>> 0),
  cf_js_upload_images__deps: ["$cfGl"],
  cf_js_upload_images: (most) => cfHost().uploadImages(cfGl, most),

  cf_js_measure: (text, bytes, ends, count, size, weight, flags, lang, widths) => {
    const pieces = [];
    for (let i = 0, from = 0; i < count; ++i) {
      const to = HEAPU32[(ends >> 2) + i];
      pieces.push(cfText(text + from, to - from));
      from = to;
    }
    cfHost().measure(pieces, size, weight, flags, UTF8ToString(lang), HEAPF32.subarray(widths >> 2, (widths >> 2) + count));
  },
  cf_js_segment: (text, bytes, lang, breaks) =>
    cfHost().segment(cfText(text, bytes), UTF8ToString(lang), HEAPU8.subarray(breaks, breaks + bytes)),
  cf_js_ink__deps: ["$cfGl"],
  cf_js_ink: (text, bytes, size, weight, flags, lang, color, texture, x, y, w, h, originX, baseline) =>
    cfHost().ink(cfGl, cfText(text, bytes), size, weight, flags, UTF8ToString(lang), color, texture, x, y, w, h, originX, baseline),
  cf_js_panel_ink: (text, bytes, size, weight, flags, pixels, w, h, originX, baseline) =>
    cfHost().panelInk(cfText(text, bytes), size, weight, flags, pixels ? HEAPU8.subarray(pixels, pixels + w * h) : null, w, h, originX, baseline),

  cf_js_outline: (json, bytes) => cfHost().outline(cfText(json, bytes)),
  cf_js_scroll_to: (surface, y, glide) => cfHost().scrollTo(UTF8ToString(surface), y, glide !== 0),
  cf_js_focus: (key) => cfHost().focus(UTF8ToString(key)),
  cf_js_cursor: (shape) => cfHost().cursor(shape),
  cf_js_address: (fragment, query, push) =>
    cfHost().address(UTF8ToString(fragment), query ? UTF8ToString(query) : null, push !== 0),
  cf_js_history_back: () => cfHost().historyBack(),
  cf_js_open_link: (url) => cfHost().openLink(UTF8ToString(url)),
  cf_js_copy: (text, bytes) => cfHost().copy(cfText(text, bytes)),
  cf_js_save_file: (name, text, bytes) => cfHost().saveFile(UTF8ToString(name), cfText(text, bytes)),
  cf_js_pick_file: () => cfHost().pickFile(),
  cf_js_speak: (text, bytes, language, speed) => cfHost().speak(cfText(text, bytes), UTF8ToString(language), speed),
  cf_js_romanize: (text, bytes) => cfHost().romanize(cfText(text, bytes)),
  cf_js_keep: (name, text, bytes) => cfHost().keep(UTF8ToString(name), cfText(text, bytes)),
  cf_js_translate: (request, bytes) => cfHost().translate(cfText(request, bytes)),
  cf_js_make_link: (text, bytes) => cfHost().makeLink(cfText(text, bytes)),
  cf_js_media: (key, kind, url, poster, label, x, y, w, h, clipTop, clipBottom, radius, visible) =>
    cfHost().media({
      key: UTF8ToString(key),
      kind,
      url: UTF8ToString(url),
      poster: UTF8ToString(poster),
      label: UTF8ToString(label),
      x, y, w, h, clipTop, clipBottom, radius,
      visible: visible !== 0,
    }),
  cf_js_mark: (ready, frames, fps) => cfHost().mark(ready !== 0, frames, fps),
  cf_js_crash: (what) => cfHost().crash(UTF8ToString(what)),
};

for (const name of Object.keys(crossfeed)) {
  if (!name.startsWith("cf_js_") || name.endsWith("__deps")) continue;
  crossfeed[`${name}__deps`] = [...(crossfeed[`${name}__deps`] ?? []), "$cfHost", "$cfText", "$UTF8ToString"];
}
addToLibrary(crossfeed);
