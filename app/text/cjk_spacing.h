// White space in Chinese and Japanese text: full-width punctuation gives up its blank half at a
// line's edges and beside other marks; Han or kana and letters or digits stand a little apart.
// Nothing is put into the text, so nothing of it is ever copied or found.
// Sources: CLREQ 3.1.6, 3.2; JLREQ 3.1.4 to 3.1.9, 3.2.6; which mark is of which kind, and the
// pairs that collapse, as in CSS Text 4, text-spacing-trim and text-autospace.
// Chosen where those leave a choice:
//  - an opening mark that begins a line always gives up its left half, a closing mark that ends
//    one always its right half (trim-both), so that both edges are straight;
//  - in traditional Chinese , . : ; stand in the middle of their square: they keep it, at a line's
//    end too, but the brackets beside them give up theirs;
//  - full-width ! and ? keep their square everywhere: fonts disagree where in it they stand;
//  - Hangul is no ideograph here: Korean has real spaces.
#pragma once

#include <cstdint>

#include "text/clusters.h"
#include "text/measured.h"

namespace text {

// Part of an em between Han and letters, by the ideograph's size: what text-autospace: normal is.
inline constexpr float kLetterGap = 0.125f;

// Sets gap, mark and halved of the pieces, whose widths must be known.
void space_cjk(const Codes& codes, Measured& measured);

enum class LineEdge : std::uint8_t { None = 0, First = 1, Last = 2, Both = 3 };

// How a whole piece stands on its line: after a gap, without the blanks it gives up.
struct Fit {
  float gap = 0;
  float trim_start = 0;
  float trim_end = 0;

  [[nodiscard]] float added() const { return gap - trim_start - trim_end; }  // to its width
};

Fit fit_piece(const Piece& piece, LineEdge edge);

}  // namespace text
