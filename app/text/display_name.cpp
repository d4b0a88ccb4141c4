#include "text/display_name.h"

#include <SheenBidi/SBCodepoint.h>

#include <utility>

#include "base/utf8.h"
#include "text/characters.h"
#include "text/clusters.h"

namespace text {
namespace {

constexpr std::uint32_t kZeroWidthNonJoiner = 0x200C;
constexpr std::uint32_t kZeroWidthJoiner = 0x200D;
constexpr std::uint32_t kReplacement = 0xFFFD;
constexpr std::uint32_t kBlackFlag = 0x1F3F4;  // flags of regions go on with tags

bool within(std::uint32_t code, std::uint32_t first, std::uint32_t last) {
  return code - first <= last - first;
}

bool is_white(std::uint32_t code) {
  return is_space(code) || ends_line(code) || code == 0xA0 || code == 0x2007 || code == 0x202F ||
         code == 0x2800;  // a pattern of no dots
}

bool is_joiner(std::uint32_t code) {
  return code == kZeroWidthJoiner || code == kZeroWidthNonJoiner;
}

bool is_selector(std::uint32_t code) {
  return within(code, 0xFE00, 0xFE0F) || within(code, 0xE0100, 0xE01EF) ||
         within(code, 0x180B, 0x180D) || code == 0x180F;
}

bool is_tag(std::uint32_t code) { return within(code, 0xE0020, 0xE007F); }

// Letters and marks in form, nothing on the screen.
bool is_filler(std::uint32_t code) {
  return code == 0x34F || within(code, 0x115F, 0x1160) || within(code, 0x17B4, 0x17B5) ||
         code == 0x3164 || code == 0xFFA0;
}

// Format characters that are drawn: signs before Arabic and Syriac numbers and the like.
bool is_drawn_format(std::uint32_t code) {
  return within(code, 0x600, 0x605) || code == 0x6DD || code == 0x70F ||
         within(code, 0x890, 0x891) || code == 0x8E2 || code == 0x110BD || code == 0x110CD;
}

bool is_unseen(std::uint32_t code) {
  if (is_drawn_format(code)) return false;
  const SBGeneralCategory category = SBCodepointGetGeneralCategory(code);
  return category == SBGeneralCategoryCF || category == SBGeneralCategoryCC || is_filler(code) ||
         is_selector(code) || within(code, 0xFFF0, 0xFFF8) || within(code, 0xE0000, 0xE0FFF);
}

// Of the scripts in which a joiner between letters changes their form.
bool joins(std::uint32_t code) {
  const SBGeneralCategory category = SBCodepointGetGeneralCategory(code);
  return code >= 0x600 && !is_square(code) &&
         (SBGeneralCategoryIsLetter(category) || SBGeneralCategoryIsMark(category));
}

class Writer {
 public:
  explicit Writer(const Codes& codes) : codes_(codes) {}

  std::string write() {
    for (std::uint32_t i = 0; i < codes_.size();) {
      const std::uint32_t end = codes_.cluster_end(i);
      const bool emoji = is_emoji_cluster(codes_, i, end);
      for (std::uint32_t at = i; at < end; ++at) {
        const std::uint32_t code = codes_.code[at];
        add(code, !is_unseen(code) ||
                      (emoji ? completes_emoji(i, at, end) : at > 0 && changes_letter(at)));
      }
      i = end;
    }
    return std::move(out_);
  }

 private:
  void add(std::uint32_t code, bool shown) {
    if (is_white(code)) {
      space_ = !out_.empty();
      return;
    }
    if (!shown && replaced_ && !space_) return;
    if (space_) out_ += ' ';
    space_ = false;
    replaced_ = !shown;
    base::append_utf8(out_, shown ? code : kReplacement);
  }

  // Of an unseen character in the emoji [first, end).
  [[nodiscard]] bool completes_emoji(std::uint32_t first, std::uint32_t at,
                                     std::uint32_t end) const {
    const std::uint32_t code = codes_.code[at];
    if (at == first) return false;
    if (code == kZeroWidthJoiner) return at + 1 < end && is_pictograph(codes_.code[at + 1]);
    if (is_selector(code)) return !is_unseen(codes_.code[at - 1]);
    return is_tag(code) && codes_.code[first] == kBlackFlag;
  }

  // Of an unseen character that is not the text's first.
  [[nodiscard]] bool changes_letter(std::uint32_t at) const {
    const std::uint32_t code = codes_.code[at];
    const std::uint32_t before = codes_.code[at - 1];
    if (is_joiner(code)) {
      return joins(before) && at + 1 < codes_.size() && joins(codes_.code[at + 1]);
    }
    return is_selector(code) && codes_.starts[at] == 0 && !is_white(before) && !is_unseen(before);
  }

  const Codes& codes_;
  std::string out_;
  bool space_ = false;     // white space waits for something after it
  bool replaced_ = false;  // the last that was written is a replacement
};

}  // namespace

std::string display_name(std::string_view name) { return Writer(read_codes(name)).write(); }

}  // namespace text
