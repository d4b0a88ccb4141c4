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
  // Empty without isolates. Else for each code point the isolate it is in, counted from 1 (0:
  // none), and the level of that isolate as a whole, which FSI and PDI would have.
  std::vector<std::uint32_t> isolate;
  std::vector<std::uint8_t> around;
};

// An isolate is one neutral thing to what is around it, as between FSI and PDI. It is resolved
// apart from the rest, so nothing in it (controls without their end, any depth of embedding,
// brackets) reaches out, and nothing reaches in. A paragraph without a strong character (digits,
// emoji) runs as fallback says; an isolate without one runs from left to right (P3). isolates are
// in order and do not overlap; one that reaches over a paragraph's end is one isolate in each.
Levels find_levels(const Codes& codes, ports::Direction fallback,
                   const std::vector<Isolate>& isolates = {});

inline ports::Direction direction_of(std::uint8_t level) {
  return (level & 1) != 0 ? ports::Direction::RightToLeft : ports::Direction::LeftToRight;
}

// Rule L2: order[i] is the logical index of what stands i-th from the left.
std::vector<std::uint32_t> visual_order(const std::vector<std::uint8_t>& levels);

}  // namespace text
