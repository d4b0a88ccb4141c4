#include "layout/reading_part.h"

#include <array>
#include <cmath>
#include <string>
#include <utility>

namespace layout {
namespace {

constexpr float kPill = 28;  // height of what is pressed: a finger's worth with the gap
constexpr float kPillGap = 6;
constexpr float kToggle = 32;  // at a sentence's end
constexpr float kIcon = 15;
constexpr float kBar = 3;          // beside a translation
constexpr float kAidRoom = 0.85F;  // of a line, over it
constexpr float kAidSize = 0.62F;  // of the text's size

class ReadingBuilder {
 public:
  ReadingBuilder(const ReadingView& view, const ReadingPlace& place, const Document& document,
                 Measurer measurer, Boxes& out)
      : view_(view),
        place_(place),
        doc_(document),
        measurer_(measurer),
        out_(out),
        y_(place.at.y) {}

  float add_modes() {
    float x = place_.at.x;
    for (std::size_t i = 0; i < view_.modes.size(); ++i) {
      const bool current = i == static_cast<std::size_t>(view_.mode);
      add_pill(view_.modes[i], x, current, {Touch::ReadingMode, static_cast<int>(i)});
    }
    return y_ + kPill - place_.at.y;
  }

  float add_rows() {
    add_words(view_.label, {doc_[Num::ChipSize], doc_[Num::SmallLine], 500}, Col::Teal);
    if (!view_.note.empty())
      add_words(view_.note, {doc_[Num::ChipSize], doc_[Num::SmallLine], 400}, Col::Ink2);
    y_ += 6;
    for (std::size_t i = 0; i < view_.rows.size(); ++i) {
      add_row(view_.rows[i], static_cast<int>(i));
      y_ += std::round(place_.type.line_pt * 0.4F);
    }
    return y_ - place_.at.y;
  }

 private:
  struct Press {
    Touch touch = Touch::None;
    int target = -1;
  };

  // Goes into the next line where this one has no room for it.
  void add_pill(const std::string& words, float& x, bool current, Press press) {
    constexpr float kPad = 11;
    TextBlock label =
        build_label(words, {doc_[Num::SmallSize], kPill, 500},
                    {.width_pt = place_.width_pt - 2 * kPad, .max_lines = 1}, measurer_);
    const float width = std::ceil(label.width()) + 2 * kPad;
    if (x > place_.at.x && x + width > place_.at.x + place_.width_pt) {
      x = place_.at.x;
      y_ += kPill + kPillGap;
    }
    out_.boxes.push_back({.kind = BoxKind::Panel,
                          .rect = {x, y_, width, kPill},
                          .color = current ? Col::TealGround : Col::Hover,
                          .radius = kPill / 2});
    add_text(std::move(label), {x + kPad, y_}, width - 2 * kPad, current ? Col::Teal : Col::Ink2);
    Box& box = out_.boxes.back();
    box.touch = press.touch;
    box.target = press.target;
    box.current = current;
    x += width + kPillGap;
  }

  void add_row(const ReadingRow& row, int index) {
    const bool by_sentence = view_.mode == ReadingMode::Sentences;
    const float width = place_.width_pt - (by_sentence ? kToggle : 0);
    Type type = place_.type;
    if (!row.aids.empty()) type.line_pt = std::round(type.line_pt * (1 + kAidRoom));
    TextBlock text = build_text(row.text, type, view_.language, {.width_pt = width}, measurer_);
    const float top = y_;
    const float height = text.height();
    const std::size_t item = out_.texts.size();
    add_text(std::move(text), {place_.at.x, y_}, width, Col::Ink);
    if (by_sentence) {
      out_.boxes.back().touch = Touch::Sentence;
      out_.boxes.back().target = index;
    }
    add_aids(row, item, {place_.at.x, top});
    if (by_sentence) add_toggle(row, index, {place_.at.x + width, top, kToggle, height});
    y_ += height;
    if (row.translation.empty()) return;
    add_translation_of(row);
    if (by_sentence) add_tools(row, index);
  }

  void add_toggle(const ReadingRow& row, int index, base::Rect rect) {
    const float size = kIcon;
    out_.boxes.push_back(
        {.kind = BoxKind::Icon,
         .rect = {rect.right() - size - 2, rect.y + (rect.h - size) / 2, size, size},
         .item = static_cast<int>(row.open ? Icon::Close : Icon::Globe),
         .color = Col::Teal});
    out_.boxes.push_back({.kind = BoxKind::Touchable,
                          .rect = rect,
                          .touch = Touch::Sentence,
                          .target = index,
                          .current = row.open});
  }

  // Each over the middle of what it is of. What they say is in no other form in the text, but read
  // out beside each character it would be noise: they are painted only.
  void add_aids(const ReadingRow& row, std::size_t item, base::Point at) {
    const float size = place_.type.size_pt * kAidSize;
    const float line = std::round(size * 1.3F);
    for (const ReadingAid& aid : row.aids) {
      const std::vector<base::Rect> over =
          text::rects_of_range(out_.texts[item].paragraph, aid.begin, aid.end);
      if (over.empty()) continue;
      TextBlock sound =
          build_label(aid.sound, {size, line, 400}, {.width_pt = 200, .max_lines = 1}, measurer_);
      const float width = std::ceil(sound.width()) + 1;
      const base::Rect& under = over.front();
      const float middle = under.y + under.h / 2 - place_.type.size_pt * 0.62F;
      add_text(std::move(sound), {at.x + under.x + (under.w - width) / 2, at.y + middle - line},
               width, Col::Ink3);
      out_.boxes.back().unread = true;
    }
  }

  void add_translation_of(const ReadingRow& row) {
    const Type type{place_.type.size_pt - 1, place_.type.line_pt - 1, 400};
    const float inset = kBar + 9;
    const float width = place_.width_pt - inset;
    y_ += 3;
    TextBlock text = build_text(row.translation, type, view_.translation_language,
                                {.width_pt = width}, measurer_);
    const float height = text.height();
    out_.boxes.push_back({.kind = BoxKind::Panel,
                          .rect = {place_.at.x, y_ + 2, kBar, height - 4},
                          .color = Col::Teal,
                          .radius = kBar / 2});
    add_text(std::move(text), {place_.at.x + inset, y_}, width, Col::Ink2);
    y_ += height;
  }

  void add_tools(const ReadingRow& row, int index) {
    y_ += 4;
    float x = place_.at.x;
    if (!view_.listen.empty()) {
      add_pill(view_.listen, x, false, {Touch::Listen, index});
      add_pill(view_.listen_slowly, x, false, {Touch::ListenSlowly, index});
    }
    add_pill(row.saved ? view_.saved : view_.save, x, row.saved, {Touch::SavePhrase, index});
    y_ += kPill + 4;
  }

  void add_words(const std::string& words, const Type& type, Col color) {
    TextBlock text =
        build_label(words, type, {.width_pt = place_.width_pt, .max_lines = 3}, measurer_);
    const float height = text.height();
    add_text(std::move(text), {place_.at.x, y_}, place_.width_pt, color);
    y_ += height;
  }

  void add_text(TextBlock text, base::Point at, float width, Col color) {
    const float height = text.height();
    const int item = static_cast<int>(out_.texts.size());
    out_.texts.push_back(std::move(text));
    out_.boxes.push_back(
        {.kind = BoxKind::Text, .rect = {at.x, at.y, width, height}, .item = item, .color = color});
  }

  const ReadingView& view_;
  const ReadingPlace& place_;
  const Document& doc_;
  Measurer measurer_;
  Boxes& out_;
  float y_;
};

}  // namespace

std::string_view reading_mode_name(ReadingMode mode) {
  static constexpr std::array<std::string_view, kReadingModes> kNames = {"below", "translation",
                                                                         "paragraphs", "sentences"};
  return kNames[static_cast<std::size_t>(mode)];
}

std::optional<ReadingMode> reading_mode(std::string_view name) {
  for (int i = 0; i < kReadingModes; ++i) {
    const auto mode = static_cast<ReadingMode>(i);
    if (reading_mode_name(mode) == name) return mode;
  }
  return std::nullopt;
}

float add_reading_modes(const ReadingView& view, const ReadingPlace& place,
                        const Document& document, Measurer measurer, Boxes& out) {
  return ReadingBuilder(view, place, document, measurer, out).add_modes();
}

float add_reading_rows(const ReadingView& view, const ReadingPlace& place, const Document& document,
                       Measurer measurer, Boxes& out) {
  return ReadingBuilder(view, place, document, measurer, out).add_rows();
}

}  // namespace layout
