#include <algorithm>
#include <cmath>

#include "layout/card.h"

namespace layout {

float shown_ratio(const model::Media& media, const Document& document) {
  if (media.width_px <= 0 || media.height_px <= 0) return document[Num::RatioUnknown];
  const float ratio = static_cast<float>(media.width_px) / static_cast<float>(media.height_px);
  return std::clamp(ratio, document[Num::RatioMin], document[Num::RatioMax]);
}

CardSketch sketch_card(const CardInput& input, const Boxes& card) {
  CardSketch sketch;
  if (!input.post.media.empty())
    sketch.media_ratio = shown_ratio(input.post.media.front(), input.document);
  for (const TextBlock& text : card.texts) {
    if (text.paragraph.line_height_pt != input.document[Num::TitleLine]) continue;
    sketch.title_width_pt = text::natural_width(*text.paragraph.measured);
  }
  for (const Box& box : card.boxes) {
    const bool block = box.kind == BoxKind::Panel && box.color == Col::TealGround;
    if (block || box.touch == Touch::Translate)
      sketch.translation_height_pt = std::max(sketch.translation_height_pt, box.rect.h);
  }
  return sketch;
}

float estimate_height(const CardSketch& sketch, const Document& document, float width_pt,
                      bool compact) {
  const float padding = document[compact ? Num::PaddingCompact : Num::Padding];
  const float ratio = sketch.media_ratio > 0 ? sketch.media_ratio : document[Num::CoverRatio];
  const float room = std::max(1.0F, width_pt - 2 * padding);
  const float lines = std::min(std::ceil(sketch.title_width_pt / room), document[Num::TitleLines]);
  const float translation =
      sketch.translation_height_pt > 0 ? sketch.translation_height_pt + document[Num::PartGap] : 0;
  return std::round(width_pt / ratio + translation + lines * document[Num::TitleLine] +
                    document[Num::PartGap] +
                    std::max(document[Num::Avatar], document[Num::SmallLine]) + 2 * padding);
}

}  // namespace layout
