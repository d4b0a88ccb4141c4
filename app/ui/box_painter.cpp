#include "ui/box_painter.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/pictures.h"
#include "ui/icons.h"

namespace ui {
namespace {

using layout::Box;
using layout::BoxKind;
using layout::Col;
using layout::Num;

constexpr std::array<std::pair<Col, Col>, 6> kCoverGrounds = {{{Col::CoverA, Col::CoverB},
                                                               {Col::CoverC, Col::CoverD},
                                                               {Col::CoverE, Col::CoverA},
                                                               {Col::CoverD, Col::CoverB},
                                                               {Col::CoverF, Col::CoverE},
                                                               {Col::CoverB, Col::CoverE}}};

Corners corners_of(const Box& box) {
  if (box.round_top && box.round_bottom) return Corners::All;
  if (box.round_top) return Corners::Top;
  return box.round_bottom ? Corners::Bottom : Corners::None;
}

void paint_picture_box(const Painter& painter, const BoxesPaint& paint, const Box& box,
                       base::Rect rect) {
  const model::Media& media = paint.post.media[static_cast<std::size_t>(box.item)];
  paint_picture(painter, {.url = media.preview_url,
                          .wanted_pt = {box.rect.w, box.rect.h},
                          .blurhash = media.blurhash,
                          .rect = rect,
                          .radius = box.radius,
                          .corners = corners_of(box),
                          .blurred_only = paint.blurred,
                          .focus_x = media.focus_x,
                          .focus_y = media.focus_y});
}

}  // namespace

Rgba language_color(const Painter& painter, int hue) {
  constexpr std::array<Rgba, 4> kOthers = {0xC79A2BFF, 0x8F84B7FF, 0x5E9C5BFF, 0xA9A39AFF};
  if (hue == 0) return painter.color(Col::Vermilion);
  if (hue == 1) return painter.color(Col::Teal);
  return kOthers[static_cast<std::size_t>(hue - 2) % kOthers.size()];
}

void paint_picture(const Painter& painter, const PicturePaint& picture) {
  Canvas& canvas = painter.canvas;
  const core::Picture* wanted = core::find_picture(painter.state, picture.url, picture.wanted_pt);
  const bool ready =
      wanted != nullptr && wanted->state == core::PictureState::Ready && !picture.blurred_only;
  const StoredPicture* stored = ready ? painter.pictures.find(wanted->slot) : nullptr;
  float alpha = 1;
  if (stored != nullptr && !painter.state.reduced_motion) {
    const float fade_ms = std::max(1.0F, painter.number(Num::FadeMs));
    alpha = std::clamp(static_cast<float>(painter.state.now_ms - wanted->ready_at_ms) / fade_ms,
                       0.0F, 1.0F);
  }
  if (stored == nullptr || alpha < 1) {
    canvas.layer(Layer::Ground);
    canvas.fill(picture.rect, painter.color(Col::Skeleton), picture.radius, picture.corners);
    if (const StoredPicture* blur = painter.pictures.blur(std::string(picture.blurhash))) {
      canvas.layer(Layer::Picture);
      canvas.image(blur->texture, picture.rect, blur->uv, 1, picture.radius, picture.corners);
    }
    if (wanted != nullptr && wanted->state == core::PictureState::NoPixels &&
        !picture.blurred_only) {
      canvas.layer(Layer::Shape);
      canvas.erase(picture.rect, picture.radius, picture.corners);
    }
  }
  if (stored == nullptr) return;
  canvas.layer(Layer::Picture);
  canvas.image(stored->texture, picture.rect, stored->uv, alpha, picture.radius, picture.corners);
}

void paint_avatar(const Painter& painter, const model::Author& author, base::Rect rect) {
  Canvas& canvas = painter.canvas;
  const core::Picture* wanted =
      core::find_picture(painter.state, author.avatar_url, {rect.w, rect.h});
  const StoredPicture* stored = wanted != nullptr && wanted->state == core::PictureState::Ready
                                    ? painter.pictures.find(wanted->slot)
                                    : nullptr;
  if (stored == nullptr) {
    // A quiet disc of the author's own colour, from the name.
    std::uint32_t hash = 2166136261U;
    for (const char c : author.acct) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    const auto& [from, to] = kCoverGrounds[hash % kCoverGrounds.size()];
    canvas.layer(Layer::Ground);
    canvas.gradient(rect, painter.color(from), painter.color(to), rect.w / 2, Corners::All);
    return;
  }
  canvas.layer(Layer::Picture);
  canvas.image(stored->texture, rect, stored->uv, 1, rect.w / 2, Corners::All);
}

void paint_text(const Painter& painter, const layout::TextBlock& text, base::Point at, Rgba color,
                TextPainter::View view) {
  painter.text.paint(
      painter.canvas, text, at, {color, painter.color(Col::Teal)}, view,
      [&](const model::Span& span, base::Rect rect) {
        paint_picture(painter, {.url = span.target, .wanted_pt = core::kEmojiSize, .rect = rect});
      });
}

void paint_boxes(const Painter& painter, const BoxesPaint& paint) {
  Canvas& canvas = painter.canvas;
  for (const Box& box : paint.only) {
    const base::Rect rect = box.rect.moved(paint.at.x, paint.at.y);
    if (rect.bottom() < paint.view.from_y || rect.y > paint.view.to_y) continue;
    switch (box.kind) {
      case BoxKind::Panel:
        canvas.layer(Layer::Shape);
        canvas.fill(rect, painter.color(box.color), box.radius);
        break;
      case BoxKind::Line:
        canvas.layer(Layer::Shape);
        canvas.fill({rect.x, rect.y, rect.w, 1 / canvas.scale()}, painter.color(box.color));
        break;
      case BoxKind::Bar:
        canvas.layer(Layer::Shape);
        canvas.fill(rect, painter.color(Col::Hover), box.radius);
        if (box.share > 0) {
          const float part = std::max(box.radius * 2, rect.w * box.share);
          const float x = painter.state.right_to_left() ? rect.right() - part : rect.x;
          canvas.fill({x, rect.y, part, rect.h}, painter.color(box.color), box.radius);
        }
        break;
      case BoxKind::Picture:
        paint_picture_box(painter, paint, box, rect);
        break;
      case BoxKind::Veil:
        canvas.layer(Layer::Shape);
        canvas.fill(rect, painter.color(box.color), box.radius, corners_of(box));
        break;
      case BoxKind::Cover: {
        const auto& [from, to] =
            kCoverGrounds[static_cast<std::size_t>(box.item) % kCoverGrounds.size()];
        canvas.layer(Layer::Ground);
        canvas.gradient(rect, painter.color(from), painter.color(to), box.radius, corners_of(box));
        break;
      }
      case BoxKind::Avatar:
        paint_avatar(painter, paint.post.author, rect);
        break;
      case BoxKind::Icon:
        canvas.layer(Layer::Shape);
        paint_icon(canvas, static_cast<layout::Icon>(box.item), rect, painter.color(box.color));
        break;
      case BoxKind::Touchable:
        break;
      case BoxKind::Text:
        paint_text(painter, paint.boxes.texts[static_cast<std::size_t>(box.item)], {rect.x, rect.y},
                   painter.color(box.color), paint.view);
        break;
    }
  }
}

}  // namespace ui
