#include "ui/shell_painter.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "core/keys.h"
#include "ui/icons.h"

namespace ui {
namespace {

using core::Control;
using core::ControlGroup;
using core::GroupKind;
using core::Look;
using layout::Col;
using layout::Num;

Over over_of(GroupKind kind) {
  switch (kind) {
    case GroupKind::Post:
    case GroupKind::Zoom:
      return Over::Post;
    case GroupKind::Sheet:
    case GroupKind::Toasts:
    case GroupKind::Help:
      return Over::Everything;
    default:
      return Over::Feed;
  }
}

bool is_focused(const Painter& painter, const Control& control) {
  return painter.state.focus_visible && !control.key.empty() &&
         core::keys::action_of(painter.state.focus) == control.key;
}

// Two columns joined: the two sides that meet.
void paint_mark(const Painter& painter, base::Rect at) {
  const auto [x, y, w, h] = at;
  Canvas& canvas = painter.canvas;
  canvas.layer(Layer::Shape);
  canvas.fill({x, y, 11, 20}, painter.color(Col::Vermilion), 4);
  canvas.fill({x + 13, y, 11, 20}, painter.color(Col::Teal), 4);
  canvas.fill({x + 6, y + 6, 12, 8}, painter.color(Col::Page), 4);
}

// A part of a control, given as it stands in a left-to-right window, where it is seen.
base::Rect within(const Painter& painter, const Control& control, base::Rect part) {
  if (!painter.state.right_to_left()) return part;
  return {control.rect.x + control.rect.right() - part.right(), part.y, part.w, part.h};
}

float middle_y(const Control& control, const layout::TextBlock& text) {
  return control.rect.y + (control.rect.h - text.height()) / 2;
}

// x: of a left-to-right window.
void paint_text_at(const Painter& painter, const Control& control, float x, Rgba color) {
  if (control.text == nullptr) return;
  const layout::TextBlock& text = *control.text;
  base::Rect at{x, middle_y(control, text), std::ceil(text.width()), text.height()};
  if (text.hugs) at = within(painter, control, at);
  paint_text(painter, text, {at.x, at.y}, color);
}

void paint_detail(const Painter& painter, const Control& control, float right, Rgba color) {
  if (control.detail == nullptr) return;
  const layout::TextBlock& text = *control.detail;
  const float width = std::ceil(text.width());
  const base::Rect at =
      within(painter, control, {right - width, middle_y(control, text), width, text.height()});
  paint_text(painter, text, {at.x, at.y}, color);
}

void paint_nav_item(const Painter& painter, const Control& control, bool hovered) {
  Canvas& canvas = painter.canvas;
  const base::Rect rect = control.rect;
  if (control.current || hovered) {
    canvas.layer(Layer::Ground);
    if (control.current) canvas.shadow(rect, 12, 0.6F);
    canvas.fill(rect, painter.color(control.current ? Col::Card : Col::Hover), 12);
  }
  canvas.layer(Layer::Shape);
  paint_icon(canvas, control.icon,
             within(painter, control, {rect.x + 12, rect.y + rect.h / 2 - 9, 18, 18}),
             painter.color(control.color));
  paint_text_at(painter, control, rect.x + 40, painter.color(control.color));
  paint_detail(painter, control, rect.right() - 12, painter.color(Col::Ink3));
}

void paint_bar_item(const Painter& painter, const Control& control, bool hovered) {
  constexpr float kIcon = 22;
  Canvas& canvas = painter.canvas;
  const base::Rect rect = control.rect;
  const Rgba color = painter.color(hovered ? Col::Ink : control.color);
  const float x = rect.x + (rect.w - kIcon) / 2;
  canvas.layer(Layer::Shape);
  paint_icon(canvas, control.icon, {x, rect.y + 8, kIcon, kIcon}, color);
  const float text_x = rect.x + (rect.w - control.text->width()) / 2;
  paint_text(painter, *control.text, {text_x, rect.y + 33}, color);
}

void paint_switch(const Painter& painter, const Control& control) {
  constexpr float kWidth = 40;
  constexpr float kHeight = 22;
  Canvas& canvas = painter.canvas;
  const base::Rect rect = control.rect;
  paint_text_at(painter, control, rect.x, painter.color(control.color));
  const base::Rect track = within(
      painter, control, {rect.right() - kWidth, rect.y + (rect.h - kHeight) / 2, kWidth, kHeight});
  canvas.layer(Layer::Shape);
  canvas.fill(track, painter.color(control.current ? Col::Teal : Col::Ink3), kHeight / 2);
  const float knob = kHeight - 6;
  const bool at_right = control.current != painter.state.right_to_left();
  const float x = at_right ? track.right() - knob - 3 : track.x + 3;
  canvas.fill({x, track.y + 3, knob, knob}, painter.color(Col::Card), knob / 2);
}

void paint_round(const Painter& painter, const Control& control, bool hovered) {
  Canvas& canvas = painter.canvas;
  canvas.layer(Layer::Ground);
  canvas.shadow(control.rect.shrunk(2), control.rect.w / 2, 0.6F);
  canvas.layer(Layer::Shape);
  canvas.fill(control.rect.shrunk(2), painter.color(Col::Card), control.rect.w / 2);
  if (hovered) canvas.fill(control.rect.shrunk(2), painter.color(Col::Hover), control.rect.w / 2);
  paint_icon(canvas, control.icon, control.rect.shrunk(10),
             painter.color(control.current ? Col::Vermilion : Col::Ink));
}

void paint_spinner(const Painter& painter, const Control& control) {
  // Three still dots: something is under way, and nothing needs a frame.
  Canvas& canvas = painter.canvas;
  canvas.layer(Layer::Shape);
  for (int i = 0; i < 3; ++i) {
    const float x = control.rect.x + control.rect.w / 2 + static_cast<float>(i - 1) * 16 - 4;
    canvas.fill({x, control.rect.y + 8, 8, 8},
                with_alpha(painter.color(Col::Ink3), 0.4F + 0.25F * static_cast<float>(i)), 4);
  }
}

void paint_control(const Painter& painter, const Control& control) {
  Canvas& canvas = painter.canvas;
  const base::Rect rect = control.rect;
  const bool hovered = !control.key.empty() && painter.state.hover == control.key;
  switch (control.look) {
    case Look::Brand:
      paint_mark(painter, within(painter, control, {rect.x + 1, rect.y + 8, 24, 20}));
      paint_text_at(painter, control, rect.x + 36, painter.color(Col::Ink));
      break;
    case Look::Tab:
      paint_text_at(painter, control, rect.x, painter.color(hovered ? Col::Ink : control.color));
      if (control.current) {
        canvas.layer(Layer::Shape);
        canvas.fill(within(painter, control, {rect.x, rect.bottom() - 2, rect.w - 2, 3}),
                    painter.color(Col::Vermilion), 1.5F);
      }
      break;
    case Look::NavItem:
      paint_nav_item(painter, control, hovered);
      break;
    case Look::BarItem:
      paint_bar_item(painter, control, hovered);
      break;
    case Look::Caption:
    case Look::Title:
    case Look::Text:
      paint_text_at(painter, control, rect.x, painter.color(control.color));
      break;
    case Look::Pill:
      canvas.layer(Layer::Ground);
      canvas.shadow(rect, rect.h / 2, 2.4F);
      canvas.layer(Layer::Shape);
      canvas.fill(rect, painter.color(Col::Vermilion), rect.h / 2);
      paint_icon(canvas, control.icon,
                 within(painter, control, {rect.x + 14, rect.y + rect.h / 2 - 8, 16, 16}),
                 painter.color(Col::Card));
      paint_text_at(painter, control, rect.x + 36, painter.color(Col::Card));
      break;
    case Look::Action:
      canvas.layer(Layer::Shape);
      canvas.fill(rect, painter.color(Col::Vermilion), rect.h / 2);
      if (hovered) canvas.fill(rect, painter.color(Col::Hover), rect.h / 2);
      paint_text_at(painter, control, rect.x + 20, painter.color(Col::Card));
      break;
    case Look::IconButton:
      canvas.layer(Layer::Shape);
      paint_icon(canvas, control.icon, rect.shrunk(11), painter.color(control.color));
      break;
    case Look::RoundButton:
      paint_round(painter, control, hovered);
      break;
    case Look::Meter: {
      paint_text_at(painter, control, rect.x, painter.color(control.color));
      const base::Rect bar{rect.x + 84, rect.y + rect.h / 2 - 3, rect.w - 84 - 46, 6};
      canvas.layer(Layer::Shape);
      canvas.fill(within(painter, control, bar), painter.color(Col::Line), 3);
      canvas.fill(
          within(painter, control, {bar.x, bar.y, std::max(6.0F, bar.w * control.share), bar.h}),
          language_color(painter, control.hue), 3);
      paint_detail(painter, control, rect.right(), painter.color(Col::Ink3));
      break;
    }
    case Look::Switch:
      paint_switch(painter, control);
      break;
    case Look::Link:
      paint_text_at(painter, control, rect.x, painter.color(hovered ? Col::Ink : Col::Teal));
      break;
    case Look::Choice:
      paint_text_at(painter, control, rect.x, painter.color(hovered ? Col::Ink : control.color));
      paint_detail(painter, control, rect.right(),
                   painter.color(control.current ? Col::Teal : Col::Ink3));
      break;
    case Look::Secret:
      canvas.layer(Layer::Shape);
      canvas.stroke(rect, painter.color(Col::Line), 8, 1.5F);
      break;
    case Look::Strip:
      canvas.layer(Layer::Shape);
      canvas.fill(rect, language_color(painter, control.hue), 2);
      break;
    case Look::Spinner:
      paint_spinner(painter, control);
      break;
  }
  if (is_focused(painter, control)) {
    canvas.layer(Layer::Shape);
    canvas.stroke(rect.shrunk(-3), painter.color(Col::Focus), std::min(12.0F, rect.h / 2) + 3,
                  2.5F);
  }
}

void paint_group_ground(const Painter& painter, const ControlGroup& group) {
  if (group.ground.w <= 0) return;
  Canvas& canvas = painter.canvas;
  canvas.layer(Layer::Ground);
  const base::Rect ground = group.ground;
  if (group.kind == GroupKind::Bar) {
    canvas.fill(ground, painter.color(Col::Card));
    canvas.fill({ground.x, ground.y, ground.w, 1}, painter.color(Col::Line));
    return;
  }
  const bool toast = group.kind == GroupKind::Toasts;
  const bool floats = toast || group.kind == GroupKind::Help || group.kind == GroupKind::Sheet;
  const float radius = toast ? 14.0F : painter.number(Num::Radius);
  const bool to_edge = ground.bottom() >= painter.state.window.h;  // a phone's sheet
  canvas.shadow(ground, radius, floats ? 2.4F : 0.8F);
  canvas.fill(ground, toast ? 0x2A2826F7 : painter.color(Col::Card), radius,
              to_edge ? Corners::Top : Corners::All);
}

}  // namespace

void paint_controls(const Painter& painter, Over over) {
  Canvas& canvas = painter.canvas;
  const core::State& state = painter.state;
  if (over == Over::Feed) {
    // The bar covers the cards that have scrolled under it.
    canvas.begin_scene();
    canvas.layer(Layer::Ground);
    const base::Rect bar = state.shell.header;
    canvas.fill({bar.x - 12, 0, bar.w + 24, bar.h + 2}, painter.color(Col::Page));
    canvas.end_scene();
  }
  const bool any =
      std::any_of(state.controls.begin(), state.controls.end(),
                  [&](const ControlGroup& group) { return over_of(group.kind) == over; });
  if (!any) return;
  canvas.begin_scene();
  const bool dims = state.show_keys || state.sheet != core::Sheet::None;
  if (over == Over::Everything && dims) {
    canvas.layer(Layer::Ground);
    canvas.fill({0, 0, state.window.w, state.window.h}, painter.color(Col::Scrim));
  }
  for (const ControlGroup& group : state.controls) {
    if (over_of(group.kind) != over) continue;
    paint_group_ground(painter, group);
    for (const Control& control : group.controls) paint_control(painter, control);
  }
  canvas.end_scene();
}

}  // namespace ui
