#include "core/control_maker.h"

#include <algorithm>

namespace core {

using layout::Num;
using layout::Type;

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

Control& ControlMaker::icon(ControlGroup& to, std::string_view key, const char* name,
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
