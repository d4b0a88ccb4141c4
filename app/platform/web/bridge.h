// Every function that crosses between C++ and the page, both ways. JavaScript moves bytes, ids,
// rectangles and permissions; C++ makes every decision. C++ -> page is implemented in bridge.js,
// which hands on to the typed host object of web/src; page -> C++ is implemented in web/*.cpp and
// called by web/src/wasm.ts. Text is UTF-8 with a length. Units: _pt are CSS pixels, _px device
// pixels. Ids are made by C++. Nothing here blocks.
#pragma once

#include <cstddef>
#include <cstdint>

extern "C" {

// ---- C++ -> page
// ----------------------------------------------------------------------------------

// Calls cf_frame once, before the next paint. Asking twice is asking once.
void cf_js_request_frame();
// Calls cf_wake after delay_ms; a new call replaces the last one; negative cancels.
void cf_js_wake(double delay_ms);

// Answered by cf_http_done, unless cancelled. headers: "name: value\n" lines. A url without a
// scheme is a file of the app's own bundle.
void cf_js_http_start(std::uint32_t id, const char* method, const char* url, const char* headers,
                      const std::uint8_t* body, std::size_t body_bytes, std::uint32_t timeout_ms,
                      std::uint32_t limit_bytes);
void cf_js_http_cancel(std::uint32_t id);

// Decodes off the main thread to cover w_px x h_px (0, 0: natural, at most 4096 a side), and keeps
// the bitmap until cf_js_upload_images. Answered by cf_image_done.
void cf_js_image_load(std::uint32_t slot, const char* url, int w_px, int h_px);
void cf_js_image_cancel(std::uint32_t slot);
// Puts at most `most` waiting bitmaps into textures: for each it calls cf_image_texture and then
// cf_image_done. Returns how many are still waiting. Called at the start of a frame only.
int cf_js_upload_images(int most);

// Advances in px of consecutive pieces; see ports/glyphs.h. flags: 1 italic, 2 mono, 4 tabular, 8
// rtl.
void cf_js_measure(const char* text, std::size_t bytes, const std::uint32_t* ends, int count,
                   float size_px, int weight, int flags, const char* lang, float* widths_px);
void cf_js_segment(const char* text, std::size_t bytes, const char* lang, std::uint8_t* breaks);
// Draws a piece into a texture's rectangle; its origin (left end of the advance, baseline) at
// (x + origin_x_px, y + baseline_px). color: 0 coverage into an R8 texture, 1 premultiplied RGBA.
void cf_js_ink(const char* text, std::size_t bytes, float size_px, int weight, int flags,
               const char* lang, int color, std::uint32_t gl_texture, int x, int y, int w, int h,
               float origin_x_px, float baseline_px);
// A glyph of ImGui's own panels, a character or a whole text: coverage of w x h bytes into pixels
// (cleared first). Returns the advance in px; pixels may be null (measure only).
float cf_js_panel_ink(const char* text, std::size_t bytes, float size_px, int weight, int flags,
                      std::uint8_t* pixels, int w, int h, float origin_x_px, float baseline_px);

// A patch of the outline (core/outline.h) as JSON.
void cf_js_outline(const char* json, std::size_t bytes);
// Scrolls a surface ("feed", "post", "lab") to y, at once or gliding.
void cf_js_scroll_to(const char* surface, double y_pt, int glide);
// Gives DOM focus to an outline node.
void cf_js_focus(const char* key);
// Pointer shape: 0 default, 1 pointer, 2 text, 3 grab, 4 zoom in.
void cf_js_cursor(int shape);
// The fragment of the page's address ("" or "/post/…"); push: a new history entry, else replaced.
// url_query: the query without '?', or null to leave it.
void cf_js_address(const char* fragment, const char* query, int push);
void cf_js_history_back();
void cf_js_open_link(const char* url);
void cf_js_copy(const char* text, std::size_t bytes);
void cf_js_save_file(const char* name, const char* text, std::size_t bytes);
// Asks for a file; its text arrives as cf_event("file", name, text).
void cf_js_pick_file();
// A layout document, compressed for an address; arrives as cf_event("link", "", link).
void cf_js_make_link(const char* document, std::size_t bytes);
// Keeps a text under a name between visits; comes back once after the start as cf_event("kept",
// name, text).
void cf_js_keep(const char* name, const char* text, std::size_t bytes);
// JSON {id,source,target,texts:[…],gesture} for the browser's own translator; answered by
// cf_event("translated", id, JSON {outcome,texts:[…]}), outcome: ports::BrowserOutcome.
void cf_js_translate(const char* request, std::size_t bytes);
// Reads a text aloud in a language (BCP-47), speed 1: as the voice does; where there is no voice
// for it, answered by cf_event("no-voice", language, "").
void cf_js_speak(const char* text, std::size_t bytes, const char* language, float speed);
// How a Chinese text is said; answered by cf_event("romanized", "", JSON [["你","nǐ"],…]), "" where
// that failed.
void cf_js_romanize(const char* text, std::size_t bytes);
// Media that only the DOM can show. kind 0: <img> under the canvas, 1: <video> above it. rect in
// window points; visible 0 removes it. clip: the rectangle outside of which it is cut off.
void cf_js_media(const char* key, int kind, const char* url, const char* poster, const char* label,
                 float x, float y, float w, float h, float clip_top, float clip_bottom,
                 float radius, int visible);
// data-ready, data-frames, data-fps on the root.
void cf_js_mark(int ready, double frames, double fps);
// A bug: shows the page that says what to report.
void cf_js_crash(const char* what);

// ---- page -> C++
// ----------------------------------------------------------------------------------

// Before anything else. config: JSON {w_pt,h_pt,scale,dark,reduced_motion,online,query,fragment,
// languages:[…],now_ms,utc_offset_min,layout (text of an already unpacked layout= document, or
// null)}
void cf_start(const char* config, std::size_t bytes);
// Before cf_start: the table by which languages are told apart (languages.bin). bytes: from malloc,
// and kept. Without it scripts and frequent words have to do.
void cf_languages(std::uint8_t* bytes, std::size_t size);
// now_ms: monotonic, of requestAnimationFrame.
void cf_frame(double now_ms);
void cf_wake(double now_ms);
// The canvas has already got its size in px.
void cf_resize(float w_pt, float h_pt, float scale);
void cf_scrolled(const char* surface, double y_pt);
// kind: 0 move, 1 down, 2 up (a click that was no drag and no selection), 3 leave, 4 double click,
// 5 drag (dx, dy in x, y). key: the outline node under it or "". mods: 1 shift, 2 ctrl/cmd, 4 alt,
// 8 touch. Returns 1 when the page must not do its own thing.
int cf_pointer(int kind, float x_pt, float y_pt, const char* key, int mods);
// delta: points; zoom: 1 when it is a pinch or ctrl+wheel. Only for what the page does not scroll
// itself.
int cf_wheel(float x_pt, float y_pt, float dx, float dy, int zoom);
int cf_key(const char* key, int mods);
// kind: "focus"(key, "visible"|""), "blur", "press"(key) for a control's activation, "value"(key,
// text) for a slider, field or colour, "fragment"(text), "query"(text), "theme"("dark"|"light"),
// "motion"
// ("reduced"|""), "online"("1"|""), "file"(name, text), "link"("", url), "fonts", "kept"(name,
// text), "translated"(id, json).
void cf_event(const char* kind, const char* target, const char* value);
void cf_http_done(std::uint32_t id, int fault, int status, const char* headers, std::uint8_t* body,
                  std::size_t body_bytes);  // body: from malloc; C++ frees it
// The GL texture name and place (x, y) for a decoded picture of w x h px; whole: 1 when the texture
// has no storage yet and gets exactly this picture.
struct CfImageTarget {
  std::uint32_t gl_texture;
  int x;
  int y;
  int whole;
};
void cf_image_texture(std::uint32_t slot, int w_px, int h_px, struct CfImageTarget* target);
// outcome: ports::ImageOutcome.
void cf_image_done(std::uint32_t slot, int outcome, int w_px, int h_px, int natural_w,
                   int natural_h);
void cf_context_lost();
void cf_context_restored();

}  // extern "C"
