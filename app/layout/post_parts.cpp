#include "layout/post_parts.h"

#include <cmath>
#include <string>
#include <utility>

#include "model/reader_text.h"

namespace layout {
float add_link_preview(const model::LinkPreview& link, base::Point at, float width_pt,
                       const Document& document, Measurer measurer, Boxes& out) {
  constexpr float kPadX = 12;
  constexpr float kPadY = 10;
  const std::size_t panel = out.boxes.size();
  out.boxes.push_back({.kind = BoxKind::Panel,
                       .color = Col::Hover,
                       .radius = document[Num::RadiusSmall],
                       .touch = Touch::Link,
                       .target = 0});
  const float room = width_pt - 2 * kPadX;
  float y = at.y + kPadY;
  const auto add = [&](const std::string& words, const Type& type, int lines, Col color) {
    TextBlock text = build_label(words, type, {.width_pt = room, .max_lines = lines}, measurer);
    y += put_text(out, std::move(text), {at.x + kPadX, y}, room, color);
  };
  if (!link.provider.empty()) {
    add(link.provider, {document[Num::SmallSize], document[Num::SmallLine], 400}, 1, Col::Ink3);
  }
  add(link.title.empty() ? link.url : link.title,
      {document[Num::BodySize], document[Num::BodyLine], 600}, 2, Col::Ink);
  y += kPadY;
  out.boxes[panel].rect = {at.x, at.y, width_pt, y - at.y};
  return y - at.y;
}

float add_counts(const model::Counts& counts, const model::Language& reader, base::Point at,
                 const Document& document, Measurer measurer, Boxes& out) {
  constexpr float kIcon = 17;
  const float line = document[Num::BodyLine];
  float x = at.x;
  const auto add = [&](Icon icon, std::int64_t count) {
    const std::string words = model::count_text(count, reader);
    if (words.empty()) return;
    out.boxes.push_back({.kind = BoxKind::Icon,
                         .rect = {x, at.y + (line - kIcon) / 2, kIcon, kIcon},
                         .item = static_cast<int>(icon),
                         .color = Col::Ink2});
    TextBlock label = build_label(words, {document[Num::BodySize], line, 400, true},
                                  {.width_pt = 160, .max_lines = 1}, measurer);
    const float width = std::ceil(label.width()) + 1;
    put_text(out, std::move(label), {x + kIcon + 6, at.y}, width, Col::Ink2);
    x += kIcon + 6 + width + 18;
  };
  add(Icon::Heart, counts.likes);
  add(Icon::Bubble, counts.replies);
  add(Icon::Boost, counts.boosts);
  return x > at.x ? line : 0;
}

}  // namespace layout
