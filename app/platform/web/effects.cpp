#include "platform/web/effects.h"

#include <string>

#include "platform/web/bridge.h"
#include "platform/web/browser_translate.h"

namespace platform {
namespace {

class Runner {
 public:
  explicit Runner(ui::PictureStore& pictures) : pictures_(pictures) {}

  void operator()(const ports::HttpRequest& it) const {
    std::string headers;
    for (const auto& [name, value] : it.headers) headers += name + ": " + value + "\n";
    cf_js_http_start(it.id, it.method.c_str(), it.url.c_str(), headers.c_str(),
                     reinterpret_cast<const std::uint8_t*>(it.body.data()), it.body.size(),
                     it.timeout_ms, static_cast<std::uint32_t>(it.limit_bytes));
  }
  void operator()(const core::CancelHttp& it) const { cf_js_http_cancel(it.id); }
  void operator()(const ports::ImageRequest& it) const {
    pictures_.expect(it);
    cf_js_image_load(it.slot, it.url.c_str(), it.target.w, it.target.h);
  }
  void operator()(const core::DropImage& it) const {
    cf_js_image_cancel(it.slot);
    pictures_.drop(it.slot);
  }
  void operator()(const core::ScrollTo& it) const {
    cf_js_scroll_to(surface_name(it.surface), it.y, it.glide ? 1 : 0);
  }
  void operator()(const core::FocusNode& it) const { cf_js_focus(it.key.c_str()); }
  void operator()(const core::SetFragment& it) const {
    cf_js_address(it.fragment.c_str(), nullptr, it.push ? 1 : 0);
  }
  void operator()(const core::SetQuery& it) const {
    cf_js_address(it.fragment.c_str(), it.query.c_str(), it.push ? 1 : 0);
  }
  void operator()(const core::GoBack& /*it*/) const { cf_js_history_back(); }
  void operator()(const core::OpenLink& it) const { cf_js_open_link(it.url.c_str()); }
  void operator()(const core::CopyText& it) const { cf_js_copy(it.text.data(), it.text.size()); }
  void operator()(const core::SaveFile& it) const {
    cf_js_save_file(it.name.c_str(), it.text.data(), it.text.size());
  }
  void operator()(const core::PickFile& /*it*/) const { cf_js_pick_file(); }
  void operator()(const core::MakeLink& it) const {
    cf_js_make_link(it.document.data(), it.document.size());
  }
  void operator()(const core::KeepText& it) const {
    cf_js_keep(it.name.c_str(), it.text.data(), it.text.size());
  }
  void operator()(const ports::BrowserTranslate& it) const {
    const std::string request = write_translate(it);
    cf_js_translate(request.data(), request.size());
  }
  void operator()(const core::Speak& it) const {
    cf_js_speak(it.text.data(), it.text.size(), it.language.c_str(), it.speed);
  }
  void operator()(const core::Romanize& it) const {
    cf_js_romanize(it.text.data(), it.text.size());
  }
  void operator()(const core::WakeIn& it) const { cf_js_wake(it.delay_ms); }
  void operator()(const core::SetCursor& it) const { cf_js_cursor(static_cast<int>(it.shape)); }

 private:
  ui::PictureStore& pictures_;
};

}  // namespace

const char* surface_name(core::SurfaceId surface) {
  switch (surface) {
    case core::SurfaceId::Window:
      return "window";
    case core::SurfaceId::Feed:
      return "feed";
    case core::SurfaceId::Post:
      return "post";
    case core::SurfaceId::Lab:
      return "lab";
  }
  return "window";
}

void run_effects(const core::Effects& effects, ui::PictureStore& pictures) {
  const Runner run(pictures);
  for (const core::Effect& effect : effects) std::visit(run, effect);
}

}  // namespace platform
