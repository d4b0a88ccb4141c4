// Page -> C++ (bridge.h): each call becomes an event of the core.
#include <emscripten.h>

#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

#include "base/check.h"
#include "embedded/languages.h"
#include "platform/web/bridge.h"
#include "platform/web/browser_translate.h"
#include "platform/web/config.h"
#include "platform/web/page_app.h"

namespace {

// The page has one app; nothing but these functions reaches it.
std::unique_ptr<platform::PageApp>& app() {
  static std::unique_ptr<platform::PageApp> it;
  return it;
}

void show_crash(const char* condition, const char* file, int line) {
  const std::string what = std::string(file) + ":" + std::to_string(line) + ": " + condition;
  cf_js_crash(what.c_str());
}

core::SurfaceId surface_of(std::string_view name) {
  if (name == "feed") return core::SurfaceId::Feed;
  if (name == "post") return core::SurfaceId::Post;
  return name == "lab" ? core::SurfaceId::Lab : core::SurfaceId::Window;
}

core::Modifiers modifiers_of(int bits) {
  return {.shift = (bits & 1) != 0,
          .control = (bits & 2) != 0,
          .alt = (bits & 4) != 0,
          .touch = (bits & 8) != 0};
}

std::vector<std::pair<std::string, std::string>> headers_of(std::string_view lines) {
  std::vector<std::pair<std::string, std::string>> headers;
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    const std::string_view line = lines.substr(0, end);
    const std::size_t colon = line.find(": ");
    if (colon != std::string_view::npos)
      headers.emplace_back(line.substr(0, colon), line.substr(colon + 2));
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
  return headers;
}

core::SystemChanged system_of(const core::State& state) {
  return {state.system_dark, state.reduced_motion, state.online};
}

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE void cf_start(const char* config, std::size_t bytes) {
  base::set_check_handler(show_crash);
  app() = std::make_unique<platform::PageApp>(platform::read_config({config, bytes}));
}

EMSCRIPTEN_KEEPALIVE void cf_languages(std::uint8_t* bytes, std::size_t size) {
  if (!embedded::take_languages({bytes, size})) std::free(bytes);
}

EMSCRIPTEN_KEEPALIVE void cf_frame(double now_ms) {
  if (app()) app()->frame(now_ms);
}

EMSCRIPTEN_KEEPALIVE void cf_wake(double now_ms) {
  if (app()) app()->wake(now_ms);
}

EMSCRIPTEN_KEEPALIVE void cf_resize(float w_pt, float h_pt, float scale) {
  if (app()) app()->handle(core::Resized{{w_pt, h_pt}, scale});
}

EMSCRIPTEN_KEEPALIVE void cf_scrolled(const char* surface, double y_pt) {
  if (app()) app()->handle(core::Scrolled{surface_of(surface), y_pt});
}

EMSCRIPTEN_KEEPALIVE int cf_pointer(int kind, float x_pt, float y_pt, const char* key, int mods) {
  if (!app() || kind < 0 || kind > 5) return 0;
  return app()->handle(core::Pointer{
             static_cast<core::PointerKind>(kind), {x_pt, y_pt}, key, modifiers_of(mods)})
             ? 1
             : 0;
}

EMSCRIPTEN_KEEPALIVE int cf_wheel(float x_pt, float y_pt, float dx, float dy, int zoom) {
  return app() && app()->handle(core::Wheel{{x_pt, y_pt}, {dx, dy}, zoom != 0}) ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE int cf_key(const char* key, int mods) {
  return app() && app()->handle(core::Key{key, modifiers_of(mods)}) ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE void cf_event(const char* kind, const char* target, const char* value) {
  if (!app()) return;
  const std::string_view name = kind;
  const core::State& state = app()->state();
  core::SystemChanged system = system_of(state);
  if (name == "press") {
    app()->handle(core::Pressed{target});
  } else if (name == "value") {
    app()->handle(core::ValueChanged{target, value});
  } else if (name == "focus") {
    app()->handle(core::FocusMoved{target, std::string_view(value) == "visible"});
  } else if (name == "blur") {
    app()->handle(core::FocusMoved{});
  } else if (name == "query") {
    app()->handle(core::AddressChanged{value, core::post_fragment(state.post.id)});
  } else if (name == "fragment") {
    app()->handle(core::AddressChanged{state.query, value});
  } else if (name == "theme") {
    system.dark = std::string_view(value) == "dark";
    app()->handle(system);
  } else if (name == "motion") {
    system.reduced_motion = std::string_view(value) == "reduced";
    app()->handle(system);
  } else if (name == "online") {
    system.online = *value != '\0';
    app()->handle(system);
  } else if (name == "file") {
    app()->handle(core::FileChosen{target, value});
  } else if (name == "link") {
    app()->handle(core::LinkMade{value});
  } else if (name == "fonts") {
    app()->fonts_changed();
  } else if (name == "kept") {
    app()->handle(core::Kept{target, value});
  } else if (name == "no-voice") {
    app()->handle(core::NoVoice{target});
  } else if (name == "romanized") {
    app()->handle(core::Romanized{value});
  } else if (name == "translated") {
    app()->handle(platform::read_translated(target, value));
  }
}

EMSCRIPTEN_KEEPALIVE void cf_http_done(std::uint32_t id, int fault, int status, const char* headers,
                                       std::uint8_t* body, std::size_t body_bytes) {
  ports::HttpReply reply;
  reply.id = id;
  reply.fault = static_cast<ports::HttpFault>(fault);
  reply.status = status;
  reply.headers = headers_of(headers);
  reply.body.assign(reinterpret_cast<const char*>(body), body_bytes);
  std::free(body);
  if (app()) app()->handle(reply);
}

EMSCRIPTEN_KEEPALIVE void cf_image_texture(std::uint32_t slot, int w_px, int h_px,
                                           CfImageTarget* target) {
  ui::PictureStore::Target place;
  if (app()) app()->image_texture(slot, {w_px, h_px}, place);
  *target = {place.gl_name, place.x, place.y, place.whole ? 1 : 0};
}

EMSCRIPTEN_KEEPALIVE void cf_image_done(std::uint32_t slot, int outcome, int w_px, int h_px,
                                        int natural_w, int natural_h) {
  if (!app()) return;
  app()->handle(ports::ImageReply{
      slot, static_cast<ports::ImageOutcome>(outcome), {w_px, h_px}, {natural_w, natural_h}});
}

EMSCRIPTEN_KEEPALIVE void cf_context_lost() {
  if (app()) app()->context_lost();
}

EMSCRIPTEN_KEEPALIVE void cf_context_restored() {
  if (app()) app()->context_restored();
}

}  // extern "C"
