// UAX #14 and nothing else, as the library has it (Unicode 15.0, numbers by LB25's pairs). What
// our scripts' readers expect beyond that is line_breaks.h.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace text {

enum class Break : std::uint8_t { None, Allowed, Hard };

// One place for each code point: what may happen after it, clusters or not; Hard only at line ends,
// not at the end of the text. Small kana and the like do not start a line (LB1: CJ as NS). language
// is "zh", "ja", "ko" ... or empty: it says what quotation marks and ambiguous characters are.
std::vector<Break> uax14_breaks(const std::vector<std::uint32_t>& codes, std::string_view language);

}  // namespace text
