#include "ui/feed_painter.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/feed_layout.h"
#include "core/keys.h"

namespace ui {
namespace {

using layout::Col;
using layout::Num;

base::Rect card_rect(const core::State& state, feed::EntryIndex entry) {
  const layout::Slot& slot = state.feed.waterfall.slot(entry);
  const double y = state.card_top(entry) - state.feed.scroll_y;
  return {state.shell.column_x(slot.column), static_cast<float>(y), state.shell.column_width,
          slot.height};
}

void paint_ground(const Painter& painter, base::Rect rect, float lift) {
  const float radius = painter.number(Num::Radius);
  painter.canvas.layer(Layer::Ground);
  painter.canvas.shadow(rect, radius, painter.number(Num::Shadow) * lift);
  painter.canvas.fill(rect, painter.color(Col::Card), radius);
}

// A card whose post is not there yet, in the proportions of a real one.
void paint_skeleton(const Painter& painter, base::Rect rect, float picture_height) {
  paint_ground(painter, rect, 1);
  const Rgba tone = painter.color(Col::Skeleton);
  const float pad =
      painter.number(painter.state.shell.compact ? Num::PaddingCompact : Num::Padding);
  Canvas& canvas = painter.canvas;
  canvas.layer(Layer::Shape);
  canvas.fill({rect.x, rect.y, rect.w, picture_height}, tone, painter.number(Num::Radius),
              Corners::Top);
  float y = rect.y + picture_height + pad;
  const float room = rect.w - 2 * pad;
  for (const float share : {0.92F, 0.64F}) {
    if (y + 14 > rect.bottom() - pad) break;
    canvas.fill({rect.x + pad, y, room * share, 12}, tone, 6);
    y += 22;
  }
  const float avatar = painter.number(Num::Avatar);
  if (y + avatar > rect.bottom() - 4) return;
  canvas.fill({rect.x + pad, y + 4, avatar, avatar}, tone, avatar / 2);
  canvas.fill({rect.x + pad + avatar + 8, y + 4 + avatar / 2 - 5, room * 0.4F, 10}, tone, 5);
}

void paint_first_skeletons(const Painter& painter) {
  const core::State& state = painter.state;
  constexpr std::array<float, 4> kRatios = {0.75F, 1.33F, 1.0F, 0.8F};
  for (int column = 0; column < state.shell.columns; ++column) {
    float y = state.shell.feed_top;
    for (std::size_t i = static_cast<std::size_t>(column); y < state.window.h; ++i) {
      const float picture = std::round(state.shell.column_width / kRatios[i % kRatios.size()]);
      const float height = picture + 104;
      paint_skeleton(painter, {state.shell.column_x(column), y, state.shell.column_width, height},
                     picture);
      y += height + state.shell.gap;
    }
  }
}

void paint_card(const Painter& painter, feed::EntryIndex entry) {
  const core::State& state = painter.state;
  const base::Rect rect = card_rect(state, entry);
  const model::Post* post = state.feed.store.post(entry);
  const core::CardEntry* card = core::laid_out_card(state, entry);
  if (post == nullptr || card == nullptr) {
    paint_skeleton(painter, rect, std::round(rect.h * 0.6F));
    return;
  }
  const std::string key = core::keys::make(core::keys::kCardPrefix, post->id);
  const bool hovered = state.hover == key;
  paint_ground(painter, rect, hovered ? 2.2F : 1.0F);
  const bool veiled =
      (post->sensitive || !post->warning.empty()) && !state.feed.revealed.contains(entry);
  paint_boxes(painter, {.boxes = card->boxes,
                        .only = card->boxes.boxes,
                        .at = {rect.x, rect.y},
                        .post = *post,
                        .blurred = veiled,
                        .view = {0, state.window.h}});
  const float radius = painter.number(Num::Radius);
  if (hovered || state.pressed == key) {
    painter.canvas.layer(Layer::Shape);
    painter.canvas.fill(
        rect, with_alpha(painter.color(Col::Hover), state.pressed == key ? 1.6F : 0.7F), radius);
  }
  if (state.focus_visible && state.focus == key) {
    painter.canvas.layer(Layer::Shape);
    painter.canvas.stroke(rect.shrunk(-4), painter.color(Col::Focus), radius + 4, 2.5F);
  }
}

}  // namespace

void paint_feed(const Painter& painter) {
  const core::State& state = painter.state;
  if (state.feed.store.size() == 0 && state.feed.phase == core::Phase::Loading &&
      !state.feed.error) {
    paint_first_skeletons(painter);
    return;
  }
  for (const feed::EntryIndex entry : state.feed.visible) paint_card(painter, entry);
}

void prepare_feed_ink(const Painter& painter) {
  const core::State& state = painter.state;
  for (const feed::EntryIndex entry : state.feed.prepared) {
    const core::CardEntry* card = core::laid_out_card(state, entry);
    if (card == nullptr) continue;
    for (const layout::TextBlock& text : card->boxes.texts) {
      if (!painter.text.prepare(text)) return;
    }
  }
}

}  // namespace ui
