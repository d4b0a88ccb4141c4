// Pieces of reading a layout document that its writing and the lab need too.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace layout {

// "#RGB", "#RRGGBB" or "#RRGGBBAA" as 0xRRGGBBAA.
std::optional<std::uint32_t> parse_color(std::string_view text);

// The shortest decimal that reads back as this float: 0.56, not 0.560000002.
double decimal_of(float value);

}  // namespace layout
