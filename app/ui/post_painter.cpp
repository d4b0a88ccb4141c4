#include "ui/post_painter.h"

#include <algorithm>

#include "core/pictures.h"
#include "core/post_view.h"
#include "ui/icons.h"

namespace ui {
namespace {

using layout::Col;
using layout::Num;

void paint_media(const Painter& painter) {
  const core::PostView& view = painter.state.post;
  if (!view.post || view.post->media.empty()) return;
  const model::Media& media = view.post->media[view.media_index];
  const MediaWindow window = media_window(painter.state);
  const base::Rect pane = window.rect;
  Canvas& canvas = painter.canvas;
  const float radius = painter.state.shell.compact ? 0 : painter.number(Num::Radius);
  canvas.layer(Layer::Ground);
  canvas.fill(pane, painter.color(Col::Skeleton), radius,
              painter.state.shell.compact ? Corners::None : Corners::All);
  const bool veiled = !view.revealed && (view.post->sensitive || !view.post->warning.empty());
  const base::Rect fit = core::fit_rect(pane, media.width_px, media.height_px);
  // The feed's smaller picture stands in until the large one is there.
  const base::Rect base_fit = core::fit_rect(view.page.media, media.width_px, media.height_px);
  paint_picture(painter, {.url = core::full_picture_url(media),
                          .wanted_pt = {base_fit.w, base_fit.h},
                          .blurhash = media.blurhash,
                          .rect = fit,
                          .radius = fit == pane ? radius : 0,
                          .corners = fit == pane && !painter.state.shell.compact ? Corners::All
                                                                                 : Corners::None,
                          .blurred_only = veiled});
  const bool plays = media.kind == model::MediaKind::Video || media.kind == model::MediaKind::Audio;
  if (plays && !view.playing && !veiled) {
    canvas.layer(Layer::Shape);
    paint_icon(canvas, layout::Icon::Play,
               {pane.x + pane.w / 2 - 32, pane.y + pane.h / 2 - 32, 64, 64}, 0xFFFFFFFF);
  }
  if (view.post->media.size() > 1) {
    // Dots: which of how many.
    const auto count = static_cast<float>(view.post->media.size());
    constexpr float kStep = 14;
    float x = pane.x + pane.w / 2 - (count - 1) * kStep / 2;
    canvas.layer(Layer::Shape);
    canvas.fill({x - 12, pane.bottom() - 30, (count - 1) * kStep + 24, 20}, 0x12111066, 10);
    for (std::size_t i = 0; i < view.post->media.size(); ++i) {
      const std::size_t which = painter.state.right_to_left() ? view.post->media.size() - 1 - i : i;
      const bool current = which == view.media_index;
      const float size = current ? 8.0F : 6.0F;
      canvas.fill({x - size / 2, pane.bottom() - 20 - size / 2, size, size},
                  current ? 0xFFFFFFFF : 0xFFFFFF99, size / 2);
      x += kStep;
    }
  }
}

void paint_sections(const Painter& painter) {
  const core::PostView& view = painter.state.post;
  const layout::PostPage& page = view.page;
  const base::Point at{page.scroller.x, page.scroller.y - static_cast<float>(view.scroll_y)};
  const TextPainter::View window{page.scroller.y, page.scroller.bottom()};
  std::size_t painted = 0;
  for (const layout::Section& section : page.sections) {
    // Boxes between sections (the line over the comments) belong to the page.
    const auto paint = [&](std::size_t first, std::size_t count, const model::Post& post) {
      paint_boxes(painter, {.boxes = page.boxes,
                            .only = std::span(page.boxes.boxes).subspan(first, count),
                            .at = at,
                            .post = post,
                            .view = window});
    };
    const bool is_heading = section.kind == layout::Section::Kind::Comments;
    const model::Post* post =
        is_heading && view.post ? &*view.post : core::section_post(view, section);
    if (post == nullptr) continue;
    if (section.first_box > painted) paint(painted, section.first_box - painted, *post);
    paint(section.first_box, section.box_count, *post);
    painted = section.first_box + section.box_count;
    if (is_heading) continue;
    const std::string key = (section.kind == layout::Section::Kind::Post ? "p:" : "c:") + post->id;
    if (painter.state.focus_visible && painter.state.focus == key) {
      painter.canvas.layer(Layer::Shape);
      painter.canvas.stroke({page.scroller.x + 8, at.y + section.top - 6, page.scroller.w - 16,
                             section.bottom - section.top + 12},
                            painter.color(Col::Focus), 10, 2.5F);
    }
  }
  if (view.post && painted < page.boxes.boxes.size()) {
    paint_boxes(painter, {.boxes = page.boxes,
                          .only = std::span(page.boxes.boxes).subspan(painted),
                          .at = at,
                          .post = *view.post,
                          .view = window});
  }
}

}  // namespace

MediaWindow media_window(const core::State& state) {
  const core::PostView& view = state.post;
  base::Rect rect = view.page.media;
  base::Rect clip = view.page.sheet;
  if (view.page.media_in_page) {
    rect.y -= static_cast<float>(view.scroll_y);
    clip = view.page.scroller;
  }
  return {rect, clip};
}

void paint_post(const Painter& painter) {
  const core::PostView& view = painter.state.post;
  const layout::PostPage& page = view.page;
  Canvas& canvas = painter.canvas;
  const bool compact = painter.state.shell.compact;
  const float radius = compact ? 0 : painter.number(Num::Radius);
  canvas.begin_scene();
  canvas.layer(Layer::Ground);
  if (!compact) {
    canvas.fill({0, 0, painter.state.window.w, painter.state.window.h}, painter.color(Col::Scrim));
    canvas.shadow(page.sheet, radius, 2);
  }
  canvas.fill(page.sheet, painter.color(Col::Card), radius);
  canvas.end_scene();
  canvas.begin_scene();
  canvas.clip(page.scroller);
  if (view.post) paint_sections(painter);
  canvas.unclip();
  if (view.post) {
    if (page.media_in_page) canvas.clip(page.scroller);
    paint_media(painter);
    if (page.media_in_page) canvas.unclip();
  }
  canvas.end_scene();
  if (compact) {
    canvas.begin_scene();
    canvas.layer(Layer::Ground);
    canvas.fill({0, 0, painter.state.window.w, 52}, painter.color(Col::Card));
    canvas.end_scene();
  }
}

void paint_zoom(const Painter& painter) {
  const core::PostView& view = painter.state.post;
  if (!view.post || view.post->media.empty()) return;
  const model::Media& media = view.post->media[view.media_index];
  Canvas& canvas = painter.canvas;
  canvas.begin_scene();
  canvas.layer(Layer::Ground);
  canvas.fill({0, 0, painter.state.window.w, painter.state.window.h}, 0x0B0A0AF2);
  canvas.end_scene();
  canvas.begin_scene();
  const base::Rect rect = core::zoomed_rect(painter.state);
  // The page's own size lies under it until the enlarged one has come.
  const base::Rect small = core::fit_rect(view.page.media, media.width_px, media.height_px);
  const core::Picture* large =
      core::find_picture(painter.state, core::full_picture_url(media), {rect.w, rect.h});
  const bool ready = large != nullptr && large->state == core::PictureState::Ready;
  paint_picture(painter,
                {.url = core::full_picture_url(media),
                 .wanted_pt = ready ? base::Size{rect.w, rect.h} : base::Size{small.w, small.h},
                 .blurhash = media.blurhash,
                 .rect = rect});
  canvas.end_scene();
}

}  // namespace ui
