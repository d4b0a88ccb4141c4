// Where a line may end (UAX #14), as each script's readers expect it:
//  - Chinese and Japanese: strict kinsoku; Korean: between words (CSS word-break: keep-all);
//  - Thai, Lao, Khmer, Burmese: where the platform's dictionary sees a word end;
//  - long links and names: also before . ? # & = _ and the like, where a reader can follow;
//  - never inside a cluster. A piece wider than its line is the breaker's problem (breaker.cpp).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "ports/glyphs.h"
#include "text/clusters.h"
#include "text/uax14.h"

namespace text {

// Shorter tokens are left in one piece: breaking "e.g." or "file.txt" helps nobody.
inline constexpr std::uint32_t kLongToken = 20;

// One place for each code point: what may happen after it. language is BCP-47; empty: guessed by
// script.
std::vector<Break> find_line_breaks(std::string_view text, const Codes& codes,
                                    std::string_view language, ports::Glyphs& glyphs);

}  // namespace text
