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
constexpr float kBar = 3;  // beside a translation
// A syllable of pinyin is often wider than its character: a text with sounds over it is set larger.
constexpr float kAidedSize = 1.2F;  // of the text's size
constexpr float kAidRoom = 0.7F;    // of a line, over it
constexpr float kAidSize = 0.5F;    // of the characters' size
constexpr float kAidGap = 2;        // between two

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
    add_cross();
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

  // Shows the original alone; what is pressed is larger than what is painted.
  void add_cross() {
    const float right = place_.at.x + place_.width_pt;
    const float middle = y_ + doc_[Num::SmallLine] / 2;
    out_.boxes.push_back({.kind = BoxKind::Icon,
                          .rect = {right - kIcon - 2, middle - kIcon / 2, kIcon, kIcon},
                          .item = static_cast<int>(Icon::Close),
                          .color = Col::Teal});
    out_.boxes.push_back({.kind = BoxKind::Touchable,
                          .rect = {right - kToggle, middle - kPill / 2, kToggle, kPill},
                          .touch = Touch::Translate,
                          .target = 0});
  }

  void add_row(const ReadingRow& row, int index) {
    const bool by_sentence = view_.mode == ReadingMode::Sentences;
    const float width = place_.width_pt - (by_sentence ? kToggle : 0);
    Type type = place_.type;
    if (!row.aids.empty()) {
      type.size_pt *= kAidedSize;
      type.line_pt = std::round(type.line_pt * (1 + kAidRoom));
    }
    TextBlock text = build_text(row.text, type, view_.language, {.width_pt = width}, measurer_);
    const float top = y_;
    const float height = text.height();
    const std::size_t item = out_.texts.size();
    add_text(std::move(text), {place_.at.x, y_}, width, Col::Ink);
    if (by_sentence && !row.same) {
      out_.boxes.back().touch = Touch::Sentence;
      out_.boxes.back().target = index;
    }
    add_aids(row, item, {place_.at.x, top, width, height}, type.size_pt);
    if (by_sentence && !row.same)
      add_toggle(row, index, {place_.at.x + width, top, kToggle, height});
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

  // Each over the middle of what it is of, or behind the one before it where that needs the room.
  // What they say is in no other form in the text, but read out beside each character it would be
  // noise: they are painted only.
  void add_aids(const ReadingRow& row, std::size_t item, base::Rect rect, float text_size) {
    const float size = text_size * kAidSize;
    const float line = std::round(size * 1.3F);
    float line_y = -1;
    float free_x = 0;
    for (const ReadingAid& aid : row.aids) {
      const std::vector<base::Rect> over =
          text::rects_of_range(out_.texts[item].paragraph, aid.begin, aid.end);
      if (over.empty()) continue;
      TextBlock sound =
          build_label(aid.sound, {size, line, 400}, {.width_pt = 200, .max_lines = 1}, measurer_);
      const float width = std::ceil(sound.width());
      const base::Rect& under = over.front();
      if (under.y != line_y) free_x = -size;
      line_y = under.y;
      const float x = std::max(free_x, under.x + (under.w - width) / 2);
      free_x = x + width + kAidGap;
      const float middle = under.y + under.h / 2 - text_size * 0.58F;
      add_text(std::move(sound), {rect.x + x, rect.y + middle - line}, width, Col::Ink3);
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
    TextBlock text = build_label(
        words, type, {.width_pt = place_.width_pt - kToggle, .max_lines = 3}, measurer_);
    const float height = text.height();
    add_text(std::move(text), {place_.at.x, y_}, place_.width_pt, color);
    y_ += height;
  }

  void add_text(TextBlock text, base::Point at, float width, Col color) {
    put_text(out_, std::move(text), at, width, color);
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
