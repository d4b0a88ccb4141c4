#include "platform/web/page_app.h"

#include <SDL.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "base/json.h"
#include "embedded/assets.h"
#include "imgui.h"
#include "imgui_impl_sdl2.h"
#include "platform/web/bridge.h"
#include "platform/web/effects.h"

namespace platform {
namespace {

constexpr int kUploadsPerFrame = 3;   // of pictures: each costs up to 2 ms of the main thread
constexpr int kFramesAfterInput = 2;  // ImGui settles hover and layout a frame late
constexpr double kFpsGapMs = 250;     // a pause is not a slow frame
// The page's own skeleton stands until the first posts come: a frame with none only delays theirs.
constexpr double kFirstFrameWaitMs = 250;

base::PixelSize pixels(const core::State& state) {
  const float scale = state.device_scale();
  return {static_cast<int>(std::lround(state.window.w * scale)),
          static_cast<int>(std::lround(state.window.h * scale))};
}

std::uint32_t ground_of(const core::State& state) {
  const std::uint32_t rgba = state.lab.document.color(layout::Col::Page, state.dark());
  return ((rgba >> 24) & 255) | ((rgba >> 8) & 0xFF00) | ((rgba << 8) & 0xFF0000) | 0xFF000000U;
}

bool awaits_first_posts(const core::State& state) {
  return state.feed.store.size() == 0 && state.feed.phase == core::Phase::Loading;
}

}  // namespace

PageApp::PageApp(const core::Started& started)
    : core_((glyphs_.set_scale(started.scale), started), embedded::layout_duo(), glyphs_),
      ui_(glyphs_),
      now_ms_(started.now_ms),
      first_frame_by_ms_(started.now_ms + kFirstFrameWaitMs) {
  glyphs_.set_scale(core_.state().device_scale());
  if (started.painted && open_window(started.window_pt, started.scale)) {
    start_imgui();
    painting_ = backend_.start();
  }
  settle();
}

bool PageApp::open_window(base::Size window_pt, float /*scale*/) {
  // The page sizes the canvas and takes the input; SDL keeps its hands off both.
  SDL_SetHint(SDL_HINT_EMSCRIPTEN_KEYBOARD_ELEMENT, "#canvas");
  SDL_SetHint(SDL_HINT_EMSCRIPTEN_ASYNCIFY, "0");
  if (SDL_Init(SDL_INIT_VIDEO) != 0) return false;
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_ES);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 0);
  SDL_GL_SetAttribute(SDL_GL_ALPHA_SIZE, 8);  // what lies under the canvas shows through its holes
  SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
  SDL_GL_SetAttribute(SDL_GL_STENCIL_SIZE, 0);
  window_ =
      SDL_CreateWindow("Crossfeed", 0, 0, static_cast<int>(window_pt.w),
                       static_cast<int>(window_pt.h), SDL_WINDOW_OPENGL | SDL_WINDOW_ALLOW_HIGHDPI);
  return window_ != nullptr && SDL_GL_CreateContext(window_) != nullptr;
}

void PageApp::start_imgui() {
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
  ImGui_ImplSDL2_InitForOther(window_);
  ui_.panel_font().install(*io.Fonts);
}

void PageApp::poll_window_events() {
  SDL_Event event;
  while (SDL_PollEvent(&event) != 0) ImGui_ImplSDL2_ProcessEvent(&event);
}

void PageApp::frame(double now_ms) {
  // A frame follows input, a reply or an animation; its number is what a tester watches.
  fps_ = now_ms - last_frame_ms_ < kFpsGapMs && now_ms > last_frame_ms_
             ? fps_ * 0.9 + 0.1 * (1000 / (now_ms - last_frame_ms_))
             : fps_;
  last_frame_ms_ = now_ms;
  now_ms_ = std::max(now_ms_, now_ms);
  if (painting_) images_waiting_ = cf_js_upload_images(kUploadsPerFrame);
  core_.step(now_ms_);
  if (painting_) paint(now_ms_);
  ++frames_;
  send_outline();
  dom_media_.show(core_.state());
  cf_js_mark(core_.ready() ? 1 : 0, frames_, fps_);
  if (frames_after_input_ > 0) --frames_after_input_;
  settle();
}

void PageApp::paint(double /*now_ms*/) {
  const core::State& state = core_.state();
  const base::PixelSize size = pixels(state);
  poll_window_events();
  ImGui_ImplSDL2_NewFrame();
  ImGuiIO& io = ImGui::GetIO();
  // ImGui works in pixels: the ui scales and snaps what it paints.
  io.DisplaySize = {static_cast<float>(size.w), static_cast<float>(size.h)};
  io.DisplayFramebufferScale = {1, 1};
  ImGui::NewFrame();
  ink_waits_ = ui_.paint(core_);
  ImGui::Render();
  imgui_frame_.draw(backend_, *ImGui::GetDrawData(), size, ground_of(state));
}

void PageApp::send_outline() {
  ui_.write_outline(core_, outline_);
  const std::optional<base::Json> patch = outline_.finish();
  if (!patch) return;
  const std::string text = base::write_json(*patch);
  cf_js_outline(text.data(), text.size());
}

bool PageApp::handle(const core::Event& event) {
  if (const auto* resized = std::get_if<core::Resized>(&event)) {
    const std::optional<float> fixed = core_.state().address.scale;
    glyphs_.set_scale(fixed ? *fixed : resized->scale);
  }
  const bool meant = core_.handle(event, now_ms_);
  if (!std::holds_alternative<core::Scrolled>(event)) frames_after_input_ = kFramesAfterInput;
  settle();
  return meant;
}

void PageApp::settle() {
  run_effects(core_.take_effects(), ui_.pictures());
  if (frames_ == 0 && awaits_first_posts(core_.state()) && now_ms_ < first_frame_by_ms_) {
    cf_js_wake(first_frame_by_ms_ - now_ms_);
    return;
  }
  const bool more = core_.wants_frame() || ink_waits_ || images_waiting_ > 0 ||
                    (frames_after_input_ > 0 && core_.state().lab.open);
  if (more) {
    cf_js_request_frame();
    return;
  }
  const double wake_at = core_.wake_at_ms();
  cf_js_wake(wake_at > 0 ? std::max(0.0, wake_at - now_ms_) : -1);
}

void PageApp::wake(double now_ms) {
  now_ms_ = std::max(now_ms_, now_ms);
  cf_js_request_frame();
}

void PageApp::image_texture(ports::ImageSlot slot, base::PixelSize size,
                            ui::PictureStore::Target& target) {
  target = ui_.pictures().target(slot, size);
}

void PageApp::fonts_changed() {
  glyphs_.fonts_changed();
  ui_.text().forget_all();
  handle(core::FontsChanged{});
}

void PageApp::context_lost() { painting_ = false; }

void PageApp::context_restored() {
  painting_ = backend_.start();
  ui_.forget_textures();
  imgui_frame_.forget_textures();
  core_.lose_textures();
  cf_js_request_frame();
}

}  // namespace platform
