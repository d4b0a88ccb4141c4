#include "platform/web/dom_media.h"

#include <utility>

#include "core/feed_layout.h"
#include "core/pictures.h"
#include "core/post_view.h"
#include "platform/web/bridge.h"
#include "ui/post_painter.h"

namespace platform {
namespace {

enum Kind : int { kPicture = 0, kVideo = 1 };

bool has_no_pixels(const core::State& state, const std::string& url, base::Size size) {
  const core::Picture* picture = core::find_picture(state, url, size);
  return picture != nullptr && picture->state == core::PictureState::NoPixels;
}

}  // namespace

void DomMedia::add_video(const core::State& state, Items& items) {
  const core::PostView& view = state.post;
  if (!view.open() || !view.post || view.post->media.empty() || !view.playing) return;
  const model::Media& media = view.post->media[view.media_index];
  const ui::MediaWindow window = ui::media_window(state);
  items["post"] = {kVideo,      media.url,     media.preview_url,    media.description,
                   window.rect, window.clip.y, window.clip.bottom(), 0};
}

void DomMedia::add_feed_pictures(const core::State& state, Items& items) {
  if (state.post.open()) return;  // the sheet's scrim would not lie over them
  for (const feed::EntryIndex entry : state.feed.visible) {
    const model::Post* post = state.feed.store.post(entry);
    const core::CardEntry* card = core::laid_out_card(state, entry);
    if (post == nullptr || card == nullptr) continue;
    for (const layout::Box& box : card->boxes.boxes) {
      if (box.kind != layout::BoxKind::Picture) continue;
      const model::Media& media = post->media[static_cast<std::size_t>(box.item)];
      if (!has_no_pixels(state, media.preview_url, {box.rect.w, box.rect.h})) continue;
      const float y = static_cast<float>(state.card_top(entry) - state.feed.scroll_y);
      const float x = state.shell.column_x(state.feed.waterfall.slot(entry).column);
      items["feed:" + post->id] = {
          kPicture, media.preview_url, "", media.description, box.rect.moved(x, y),
          0,        state.window.h,    0};
    }
  }
}

void DomMedia::add_post_picture(const core::State& state, Items& items) {
  const core::PostView& view = state.post;
  if (!view.open() || !view.post || view.post->media.empty() || view.playing) return;
  const model::Media& media = view.post->media[view.media_index];
  const ui::MediaWindow window = ui::media_window(state);
  const base::Rect fit = core::fit_rect(window.rect, media.width_px, media.height_px);
  if (!has_no_pixels(state, core::full_picture_url(media), {fit.w, fit.h})) return;
  items["post:picture"] = {kPicture,      core::full_picture_url(media), "", media.description, fit,
                           window.clip.y, window.clip.bottom(),          0};
}

void DomMedia::show(const core::State& state) {
  Items wanted;
  add_video(state, wanted);
  add_feed_pictures(state, wanted);
  add_post_picture(state, wanted);
  for (const auto& [key, item] : shown_) {
    if (!wanted.contains(key))
      cf_js_media(key.c_str(), item.kind, "", "", "", 0, 0, 0, 0, 0, 0, 0, 0);
  }
  for (const auto& [key, item] : wanted) {
    const auto before = shown_.find(key);
    if (before != shown_.end() && before->second == item) continue;
    cf_js_media(key.c_str(), item.kind, item.url.c_str(), item.poster.c_str(), item.label.c_str(),
                item.rect.x, item.rect.y, item.rect.w, item.rect.h, item.clip_top, item.clip_bottom,
                item.radius, 1);
  }
  shown_ = std::move(wanted);
}

}  // namespace platform
