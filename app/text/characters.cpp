#include "text/characters.h"

#include <SheenBidi/SBCodepoint.h>

#include <cstddef>

extern "C" {
#include <emojidef.h>
#include <linebreakdef.h>
}

namespace text {
namespace {

bool within(std::uint32_t code, std::uint32_t first, std::uint32_t last) {
  return code - first <= last - first;
}

LineBreakClass class_of(std::uint32_t code) {
  LineBreakContext any_language{};
  return lb_get_char_class(&any_language, code);
}

struct Range {
  std::uint16_t first;
  std::uint16_t last;
};

// Emoji_Presentation below U+1F300 (emoji-data.txt 15.1); the rest is in is_emoji_by_default.
constexpr Range kBasicEmoji[] = {
    {0x231A, 0x231B}, {0x23E9, 0x23EC}, {0x23F0, 0x23F0}, {0x23F3, 0x23F3}, {0x25FD, 0x25FE},
    {0x2614, 0x2615}, {0x2648, 0x2653}, {0x267F, 0x267F}, {0x2693, 0x2693}, {0x26A1, 0x26A1},
    {0x26AA, 0x26AB}, {0x26BD, 0x26BE}, {0x26C4, 0x26C5}, {0x26CE, 0x26CE}, {0x26D4, 0x26D4},
    {0x26EA, 0x26EA}, {0x26F2, 0x26F3}, {0x26F5, 0x26F5}, {0x26FA, 0x26FA}, {0x26FD, 0x26FD},
    {0x2705, 0x2705}, {0x270A, 0x270B}, {0x2728, 0x2728}, {0x274C, 0x274C}, {0x274E, 0x274E},
    {0x2753, 0x2755}, {0x2757, 0x2757}, {0x2795, 0x2797}, {0x27B0, 0x27B0}, {0x27BF, 0x27BF},
    {0x2B1B, 0x2B1C}, {0x2B50, 0x2B50}, {0x2B55, 0x2B55}, {0xF004, 0xF004}, {0xF0CF, 0xF0CF},
    {0xF18E, 0xF18E}, {0xF191, 0xF19A}, {0xF1E6, 0xF1FF}, {0xF201, 0xF201}, {0xF21A, 0xF21A},
    {0xF22F, 0xF22F}, {0xF232, 0xF236}, {0xF238, 0xF23A}, {0xF250, 0xF251},
};  // 0xFxxx stands for U+1Fxxx

}  // namespace

bool ends_paragraph(std::uint32_t code) {
  return code == '\n' || code == '\r' || code == 0x85 || code == 0x2029;
}

bool ends_line(std::uint32_t code) {
  return ends_paragraph(code) || code == 0x0B || code == 0x0C || code == 0x2028;
}

bool is_space(std::uint32_t code) {
  return code == ' ' || code == '\t' || code == 0x1680 ||
         (within(code, 0x2000, 0x200A) && code != 0x2007) || code == 0x205F || code == 0x3000;
}

bool is_blank(std::uint32_t code) {
  return code == 0x200B || within(code, 0x2060, 0x2064) || code == 0xFEFF || code == 0xAD;
}

bool is_hidden(std::uint32_t code) {
  if (code < 0xA0) {
    return (code < 0x20 || within(code, 0x7F, 0x9F)) && code != '\t' && !ends_line(code);
  }
  return code == 0x61C || within(code, 0x200E, 0x200F) || within(code, 0x202A, 0x202E) ||
         within(code, 0x2066, 0x206F);
}

bool is_extender(std::uint32_t code) {
  if (code < 0x300) return false;
  return within(code, 0x200C, 0x200D) || within(code, 0xE0000, 0xE0FFF) ||
         SBCodepointGetBidiType(code) == SBBidiTypeNSM;
}

bool is_square(std::uint32_t code) {
  return code >= 0x1100 && (within(code, 0x1100, 0x11FF) || within(code, 0x2E80, 0xA4CF) ||
                            within(code, 0xA960, 0xA97F) || within(code, 0xAC00, 0xD7FF) ||
                            within(code, 0xF900, 0xFAFF) || within(code, 0xFE30, 0xFE4F) ||
                            within(code, 0xFF00, 0xFFEF) || within(code, 0x16FE0, 0x18DFF) ||
                            within(code, 0x1AFF0, 0x1B2FF) || within(code, 0x20000, 0x3FFFF));
}

bool is_hangul(std::uint32_t code) {
  return within(code, 0x1100, 0x11FF) || within(code, 0x3131, 0x318E) ||
         within(code, 0xA960, 0xA97F) || within(code, 0xAC00, 0xD7FF) ||
         within(code, 0xFFA1, 0xFFDC);
}

bool is_kana(std::uint32_t code) {
  return within(code, 0x3041, 0x30FF) || within(code, 0x31F0, 0x31FF) ||
         within(code, 0xFF66, 0xFF9F) || within(code, 0x1B000, 0x1B16F);
}

bool is_han(std::uint32_t code) {
  return within(code, 0x3400, 0x9FFF) || within(code, 0xF900, 0xFAFF) ||
         within(code, 0x20000, 0x3FFFF);
}

bool is_unspaced(std::uint32_t code) { return code >= 0xE00 && class_of(code) == LBP_SA; }

bool is_letter_like(std::uint32_t code) {
  switch (class_of(code)) {
    case LBP_AL:
    case LBP_HL:
    case LBP_NU:
    case LBP_AI:
    case LBP_CJ:
      return true;
    case LBP_ID:
      return !is_pictograph(code);
    default:
      return is_hangul(code);
  }
}

bool is_alphabetic(std::uint32_t code) {
  const LineBreakClass kind = class_of(code);
  return kind == LBP_AL || kind == LBP_HL;
}

bool may_be_right_to_left(std::uint32_t code) {
  if (code < 0x590) return false;
  return within(code, 0x590, 0x8FF) || within(code, 0x200E, 0x200F) ||
         within(code, 0x202A, 0x202E) || within(code, 0x2066, 0x2069) ||
         within(code, 0xFB1D, 0xFDFF) || within(code, 0xFE70, 0xFEFE) ||
         within(code, 0x10800, 0x10FFF) || within(code, 0x1E800, 0x1EFFF);
}

bool is_pictograph(std::uint32_t code) { return code >= 0xA9 && ub_is_extended_pictographic(code); }

bool is_skin_tone(std::uint32_t code) { return within(code, 0x1F3FB, 0x1F3FF); }

// From U+1F300 on also the pictographs whose default is text: hardly any text font has them, so the
// platform takes its emoji font and draws them in colour.
bool is_emoji_by_default(std::uint32_t code) {
  if (code < 0x231A) return false;
  if (code >= 0x1F300) return is_pictograph(code) || is_skin_tone(code);
  if (within(code, 0x2B56, 0x1F003)) return false;
  const std::uint32_t folded = code >= 0x1F000 ? code - 0x10000 : code;
  for (const Range& range : kBasicEmoji) {
    if (folded < range.first) return false;
    if (folded <= range.last) return true;
  }
  return false;
}

}  // namespace text
