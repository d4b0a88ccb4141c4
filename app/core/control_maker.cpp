#include "core/control_maker.h"

#include <algorithm>

namespace core {

using layout::Num;
using layout::Type;

ControlMaker::ControlMaker(const State& state, Context& context)
    : state_(state),
      context_(context),
      shell_(state.right_to_left() ? layout::mirrored(state.shell) : state.shell) {}

base::Rect ControlMaker::logical(base::Rect rect) const {
  return state_.right_to_left() ? rect.mirrored(state_.window.w) : rect;
}

std::string node_key(const ControlGroup& group) {
  return "group:" + std::to_string(static_cast<int>(group.kind)) + ":" + group.name;
}

void mirror(Control& control, float window_width) {
  const bool plain =
      control.look == Look::Text || control.look == Look::Title || control.look == Look::Caption;
  control.rect = plain && control.text != nullptr
                     ? layout::mirrored_text_box(control.rect, *control.text, window_width)
                     : control.rect.mirrored(window_width);
  if (control.icon == layout::Icon::ChevronLeft || control.icon == layout::Icon::Back) {
    control.icon = layout::Icon::ChevronRight;
  } else if (control.icon == layout::Icon::ChevronRight) {
    control.icon = layout::Icon::ChevronLeft;
  }
}

base::Rect text_rect(const Control& control, bool right_to_left) {
  if (!right_to_left || control.text == nullptr || !control.text->hugs) return control.rect;
  return layout::mirrored_text_box({0, control.rect.y, control.rect.w, control.rect.h},
                                   *control.text, control.rect.w)
      .moved(control.rect.x, 0);
}

std::vector<ControlGroup> ControlMaker::take() {
  if (state_.right_to_left()) {
    for (ControlGroup& group : groups_) {
      group.ground = group.ground.mirrored(state_.window.w);
      for (Control& control : group.controls) mirror(control, state_.window.w);
    }
  }
  return std::move(groups_);
}

std::shared_ptr<const layout::TextBlock> ControlMaker::text(const std::string& words,
                                                            const Type& type, float width,
                                                            int lines) {
  return context_.labels.label(words, type, {.width_pt = std::max(1.0F, width), .max_lines = lines},
                               measurer());
}

ControlGroup& ControlMaker::group(GroupKind kind, std::string name) {
  groups_.push_back({kind, std::move(name), {}, {}});
  return groups_.back();
}

Control& ControlMaker::add(ControlGroup& to, Look look, std::string_view key,
                           const std::string& label, base::Rect rect, const Type& type,
                           float text_width, int lines) {
  Control control;
  control.look = look;
  control.key = key;
  control.label = label;
  control.rect = rect;
  if (!label.empty()) control.text = text(label, type, text_width, lines);
  to.controls.push_back(std::move(control));
  return to.controls.back();
}

Control& ControlMaker::icon(ControlGroup& to, std::string_view key, const std::string& name,
                            layout::Icon icon, base::Rect rect, Look look) {
  Control control;
  control.look = look;
  control.key = key;
  control.name = name;
  control.icon = icon;
  control.rect = rect;
  to.controls.push_back(std::move(control));
  return to.controls.back();
}

Type ControlMaker::small() const {
  return {state_.lab.document[Num::SmallSize], state_.lab.document[Num::SmallLine], 400};
}

Type ControlMaker::body(std::uint16_t weight) const {
  return {state_.lab.document[Num::BodySize], state_.lab.document[Num::BodyLine], weight};
}

}  // namespace core
