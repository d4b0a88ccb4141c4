#include "text/cjk_spacing.h"

#include <SheenBidi/SBCodepoint.h>

#include <algorithm>
#include <string_view>

#include "model/language.h"
#include "text/characters.h"

namespace text {
namespace {

// Narrower marks have no blank half: proportional quotation marks, fonts that squeeze themselves.
constexpr float kFullWidth = 0.9f;

constexpr std::u32string_view kOpening = U"（「『【〔〈《〖〘〚｛［｟〝‘“";
constexpr std::u32string_view kClosing = U"）」』】〕〉》〗〙〛｝］｠〞〟’”";
constexpr std::u32string_view kDots = U"、。，．";
constexpr std::u32string_view kColons = U"：；";
constexpr std::u32string_view kMiddle = U"・·‧";
constexpr std::uint32_t kIdeographicSpace = 0x3000;

bool has(std::u32string_view marks, std::uint32_t code) {
  return marks.find(static_cast<char32_t>(code)) != std::u32string_view::npos;
}

// Where fonts for the language put what is neither opening nor closing.
struct Forms {
  bool centred_dots = false;  // traditional Chinese
  bool low_colons = false;    // simplified Chinese
};

Forms forms_of(std::string_view tag) {
  const model::Language language = model::parse_language(tag);
  Forms forms;
  const bool hant = language.script == "Hant";
  forms.centred_dots = hant || (language.primary == "yue" && language.script != "Hans");
  forms.low_colons = language.primary == "zh" && !hant;
  return forms;
}

Mark mark_of(std::uint32_t code, Forms forms) {
  if (has(kOpening, code)) return Mark::Opening;
  if (has(kClosing, code)) return Mark::Closing;
  if (has(kDots, code)) return forms.centred_dots ? Mark::Middle : Mark::Closing;
  if (has(kColons, code)) return forms.low_colons ? Mark::Closing : Mark::Middle;
  return has(kMiddle, code) ? Mark::Middle : Mark::None;
}

bool is_ideograph(std::uint32_t code) {
  if (code < 0x3005) return false;
  return is_han(code) || code <= 0x3007 ||
         (is_kana(code) && code != 0x30FB && code != 0x30A0 && code < 0xFF00);
}

bool is_letter_or_digit(std::uint32_t code) {
  const SBGeneralCategory category = SBCodepointGetGeneralCategory(code);
  return (SBGeneralCategoryIsLetter(category) || category == SBGeneralCategoryND) &&
         !is_square(code);
}

class Spacer {
 public:
  Spacer(const Codes& codes, Measured& measured)
      : codes_(codes),
        measured_(measured),
        forms_(forms_of(measured.source.language)),
        spacing_(measured.source.spacing) {}

  void run() {
    std::uint32_t code = 0;
    Side before;
    for (Piece& piece : measured_.pieces) {
      const std::uint32_t first = code;
      while (code < codes_.size() && codes_.offset[code] < piece.end) ++code;
      Side side = read(piece, first, code);
      if (before.piece != nullptr && stand_side_by_side(*before.piece, piece)) {
        if (spacing_.squeeze_marks) collapse(before, side);
        if (spacing_.letter_gap) part(before, side);
      }
      before = side;
    }
  }

 private:
  struct Side {
    Piece* piece = nullptr;
    std::uint32_t first = 0;  // code point that the piece begins with
    std::uint32_t last = 0;   // base of its last cluster
    float size_pt = 0;
  };

  [[nodiscard]] Side read(Piece& piece, std::uint32_t first, std::uint32_t end) const {
    Side side;
    side.piece = &piece;
    side.size_pt = measured_.looks[piece.look].style.size_pt;
    if (first >= end) return side;
    std::uint32_t last = end - 1;
    while (last > first && codes_.starts[last] == 0) --last;
    side.first = codes_.plain[first];
    side.last = codes_.plain[last];
    const bool one = piece.kind == PieceKind::Word && first == last;
    const bool wide = piece.width >= kFullWidth * side.size_pt;
    if (one && wide && spacing_.squeeze_marks) piece.mark = mark_of(side.first, forms_);
    return side;
  }

  // In reading order is from left to right, and nothing can come between them on their line.
  static bool stand_side_by_side(const Piece& a, const Piece& b) {
    return a.level == b.level && (a.level & 1) == 0 && (a.level == 0 || a.isolate == b.isolate);
  }

  // The collapsing of adjacent marks of CSS Text 4: of two blanks between marks one is left.
  static void collapse(const Side& a, const Side& b) {
    const Mark left = a.piece->mark;
    const Mark right = b.piece->mark;
    if (right == Mark::Opening) {
      b.piece->halved = left == Mark::Opening || left == Mark::Middle ||
                        a.last == kIdeographicSpace ||
                        (left == Mark::Closing && a.size_pt >= b.size_pt) ||
                        (left == Mark::None && category(a.last) == SBGeneralCategoryPS);
    }
    if (left == Mark::Closing) {
      a.piece->halved = a.piece->halved || right == Mark::Closing || right == Mark::Middle ||
                        b.first == kIdeographicSpace ||
                        (right == Mark::Opening && a.size_pt < b.size_pt) ||
                        (right == Mark::None && category(b.first) == SBGeneralCategoryPE);
    }
  }

  static void part(const Side& a, const Side& b) {
    if (a.piece->kind != PieceKind::Word || b.piece->kind != PieceKind::Word) return;
    if (is_ideograph(a.last) && is_letter_or_digit(b.first)) {
      b.piece->gap = a.size_pt * kLetterGap;
    } else if (is_letter_or_digit(a.last) && is_ideograph(b.first)) {
      b.piece->gap = b.size_pt * kLetterGap;
    }
  }

  static SBGeneralCategory category(std::uint32_t code) {
    return SBCodepointGetGeneralCategory(code);
  }

  const Codes& codes_;
  Measured& measured_;
  Forms forms_;
  Spacing spacing_;
};

}  // namespace

void space_cjk(const Codes& codes, Measured& measured) {
  if (std::none_of(codes.plain.begin(), codes.plain.end(), is_square)) return;
  Spacer(codes, measured).run();
}

Fit fit_piece(const Piece& piece, LineEdge edge) {
  Fit fit;
  const bool first = (static_cast<int>(edge) & static_cast<int>(LineEdge::First)) != 0;
  const bool last = (static_cast<int>(edge) & static_cast<int>(LineEdge::Last)) != 0;
  if (!first) fit.gap = piece.gap;
  if (piece.mark == Mark::None) return fit;
  // Only there is the reading order's edge the line's.
  const bool at_edge = piece.level == 0 && piece.base == 0;
  const float half = piece.width / 2;
  if (piece.mark == Mark::Opening && (piece.halved || (first && at_edge))) fit.trim_start = half;
  if (piece.mark == Mark::Closing && (piece.halved || (last && at_edge))) fit.trim_end = half;
  return fit;
}

}  // namespace text
