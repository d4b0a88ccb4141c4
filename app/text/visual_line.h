// One line's text from left to right: its pieces joined to slots and put in visual order (UAX #9,
// L1 and L2). The breaker makes runs of the slots; the caret geometry finds its way by them.
#pragma once

#include <cstdint>
#include <vector>

#include "text/measured.h"

namespace text {

// Longer stretches are parted at pieces: the platform inks a run as one picture.
inline constexpr float kMaxRunWidth = 1500;

struct Slot {
  std::uint32_t begin = 0;  // bytes
  std::uint32_t end = 0;
  float x = 0;           // from the left edge of the line's ink
  float width = 0;       // without what is trimmed
  float gap = 0;         // white space between x and the slot before
  float trim_start = 0;  // see Run
  float trim_end = 0;
  std::uint32_t look = 0;
  PieceKind kind = PieceKind::Word;  // Word also for spaces and blanks
  std::uint8_t level = 0;
  std::uint8_t around = 0;  // see Piece
  std::uint32_t isolate = 0;
  bool inked = false;  // has more than spaces in it
  bool ellipsis = false;
};

struct LineText {
  std::uint32_t begin = 0;  // bytes; starts a cluster
  std::uint32_t ink_end = 0;
  bool ellipsis = false;  // after the text, in the paragraph's direction
};

// The end of what is drawn of [begin, end): without the white space and line ends at its end.
std::uint32_t ink_end_of(const Measured& measured, std::uint32_t begin, std::uint32_t end);

// The bidi level of the paragraph that the byte is in.
std::uint8_t base_level_at(const Measured& measured, std::uint32_t byte);

std::vector<Slot> place_line(const Measured& measured, const LineText& line);

}  // namespace text
