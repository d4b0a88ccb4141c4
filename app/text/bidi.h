// Bidirectional order (UAX #9): levels for a whole text, each source paragraph on its own, and the
// visual order of one line's stretches.
#pragma once

#include <cstdint>
#include <vector>

#include "ports/glyphs.h"
#include "text/clusters.h"

namespace text {

struct Levels {
  std::vector<std::uint8_t> level;  // one for each code point
  std::vector<std::uint8_t> base;   // its paragraph's
};

// A paragraph without a strong character (digits, emoji) runs as fallback says.
Levels find_levels(const Codes& codes, ports::Direction fallback);

inline ports::Direction direction_of(std::uint8_t level) {
  return (level & 1) != 0 ? ports::Direction::RightToLeft : ports::Direction::LeftToRight;
}

// Rule L2: order[i] is the logical index of what stands i-th from the left.
std::vector<std::uint32_t> visual_order(const std::vector<std::uint8_t>& levels);

}  // namespace text
