#include "layout/translation_part.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace layout {
namespace {

constexpr float kIcon = 14;
constexpr float kButton =
    28;  // of the cross that shows the original: a finger's worth with the pad
constexpr int kNoteLines = 3;

class BlockBuilder {
 public:
  BlockBuilder(const TranslationView& view, const TranslationPlace& place, const Document& document,
               Measurer measurer, Boxes& out)
      : view_(view), place_(place), doc_(document), measurer_(measurer), out_(out) {}

  float add_offer() {
    const float line = doc_[Num::SmallLine] + 4;
    const base::Point at = place_.at;
    out_.boxes.push_back({.kind = BoxKind::Icon,
                          .rect = {at.x, at.y + (line - kIcon) / 2, kIcon, kIcon},
                          .item = static_cast<int>(Icon::Globe),
                          .color = Col::Teal,
                          .touch = Touch::Translate,
                          .target = place_.target});
    TextBlock label =
        build_label(view_.label, {doc_[Num::SmallSize], line, 600},
                    {.width_pt = place_.width_pt - kIcon - 6, .max_lines = 1}, measurer_);
    const float width = std::ceil(label.width()) + 1;
    add_text(std::move(label), {at.x + kIcon + 6, at.y}, width, Col::Teal);
    out_.boxes.back().touch = Touch::Translate;
    out_.boxes.back().target = place_.target;
    return line;
  }

  float add_block() {
    const float pad = doc_[Num::TranslationPadding];
    const base::Point at = place_.at;
    const float width = std::max(1.0F, place_.width_pt - 2 * pad);
    const std::size_t panel = out_.boxes.size();
    out_.boxes.push_back(
        {.kind = BoxKind::Panel, .color = Col::TealGround, .radius = doc_[Num::RadiusSmall]});
    float y = at.y + pad - 2;
    TextBlock label = build_label(view_.label, {doc_[Num::ChipSize], doc_[Num::SmallLine], 500},
                                  {.width_pt = width - kIcon - 4, .max_lines = 1}, measurer_);
    add_text(std::move(label), {at.x + pad, y}, width - kIcon - 4, Col::Teal);
    add_cross({at.x + place_.width_pt - pad - kIcon, y + (doc_[Num::SmallLine] - kIcon) / 2});
    y += doc_[Num::SmallLine];
    if (place_.max_lines == 0 && view_.text.blocks.size() > 1) {
      y = add_paragraphs({at.x + pad, y}, width);
    } else if (!view_.text.empty()) {
      y = add_paragraph(view_.text, {at.x + pad, y}, width);
    }
    if (!view_.note.empty()) {
      TextBlock note = build_text(model::plain_text(view_.note),
                                  {doc_[Num::ChipSize], doc_[Num::SmallLine], 400}, "",
                                  {.width_pt = width, .max_lines = kNoteLines}, measurer_);
      const float height = note.height();
      add_text(std::move(note), {at.x + pad, y}, width, Col::Ink2);
      y += height;
    }
    const float height = y + pad - at.y;
    out_.boxes[panel].rect = {at.x, at.y, place_.width_pt, height};
    return height;
  }

 private:
  float add_paragraph(const model::RichText& words, base::Point at, float width) {
    TextBlock text = build_text(words, place_.type, view_.language,
                                {.width_pt = width, .max_lines = place_.max_lines}, measurer_);
    const float height = text.height();
    add_text(std::move(text), at, width, Col::Ink);
    return at.y + height;
  }

  // With the space between them that the original has.
  float add_paragraphs(base::Point at, float width) {
    for (const model::Block& block : view_.text.blocks) {
      const model::RichText words = slice(view_.text, block.begin, block.end);
      if (words.empty()) continue;
      at.y = add_paragraph(words, at, width) + std::round(place_.type.line_pt * 0.35F);
    }
    return at.y - std::round(place_.type.line_pt * 0.35F);
  }

  void add_text(TextBlock text, base::Point at, float width, Col color) {
    put_text(out_, std::move(text), at, width, color);
  }

  // What is pressed is larger than what is painted.
  void add_cross(base::Point at) {
    out_.boxes.push_back({.kind = BoxKind::Icon,
                          .rect = {at.x, at.y, kIcon, kIcon},
                          .item = static_cast<int>(Icon::Close),
                          .color = Col::Teal});
    const float grow = (kButton - kIcon) / 2;
    out_.boxes.push_back({.kind = BoxKind::Touchable,
                          .rect = {at.x - grow, at.y - grow, kButton, kButton},
                          .touch = Touch::Translate,
                          .target = place_.target});
  }

  const TranslationView& view_;
  const TranslationPlace& place_;
  const Document& doc_;
  Measurer measurer_;
  Boxes& out_;
};

}  // namespace

float add_translation(const TranslationView& view, const TranslationPlace& place,
                      const Document& document, Measurer measurer, Boxes& out) {
  if (view.stage == TranslationStage::None) return 0;
  BlockBuilder block(view, place, document, measurer, out);
  return view.stage == TranslationStage::Offered ? block.add_offer() : block.add_block();
}

}  // namespace layout
