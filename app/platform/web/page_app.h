// The app in a page: SDL's window and GL context, the core, the ui, and what goes between them and
// the page in each frame. One instance, made by cf_start.
#pragma once

#include <memory>
#include <string_view>

#include "core/app.h"
#include "core/outline.h"
#include "platform/web/browser_glyphs.h"
#include "platform/web/dom_media.h"
#include "platform/web/imgui_frame.h"
#include "render/backend.h"
#include "ui/ui.h"

struct SDL_Window;

namespace platform {

class PageApp {
 public:
  explicit PageApp(const core::Started& started);
  PageApp(const PageApp&) = delete;
  PageApp& operator=(const PageApp&) = delete;

  void frame(double now_ms);
  void wake(double now_ms);
  bool handle(const core::Event& event);
  [[nodiscard]] const core::State& state() const { return core_.state(); }

  void image_texture(ports::ImageSlot slot, base::PixelSize size, ui::PictureStore::Target& target);
  void fonts_changed();
  void context_lost();
  void context_restored();

 private:
  bool open_window(base::Size window_pt, float scale);
  void start_imgui();
  void poll_window_events();
  void paint(double now_ms);
  void send_outline();
  void settle();  // effects out, next frame or wake-up asked for

  BrowserGlyphs glyphs_;
  core::App core_;
  ui::Ui ui_;
  render::Backend backend_;
  ImguiFrame imgui_frame_;
  core::OutlineWriter outline_;
  DomMedia dom_media_;
  SDL_Window* window_ = nullptr;
  bool painting_ = false;  // a context is there
  bool ink_waits_ = false;
  int images_waiting_ = 0;
  double now_ms_ = 0;
  double first_frame_by_ms_ = 0;
  double frames_ = 0;
  double last_frame_ms_ = 0;
  double fps_ = 0;
  int frames_after_input_ = 0;
};

}  // namespace platform
