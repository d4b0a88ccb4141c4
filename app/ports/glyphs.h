// The port to the browser's text engine: how wide is a piece of text, where do its words end. What
// a piece looks like is asked of the same engine when painting (ui/text_painter). C++ decides the
// text, the browser measures and inks it.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace ports {

enum class Face : std::uint8_t { Text, Mono };

// One look of text. Equality is identity: the same style measures and inks the same.
struct InkStyle {
  float size_pt = 14;
  std::uint16_t weight = 400;
  Face face = Face::Text;
  bool italic = false;
  bool tabular = false;  // digits of equal width, where counts stand
  bool operator==(const InkStyle&) const = default;
};

enum class Direction : std::uint8_t { LeftToRight, RightToLeft };

struct PieceContext {
  InkStyle style;
  std::string_view language;  // canonical BCP-47 or empty
  Direction direction = Direction::LeftToRight;
};

class Glyphs {
 public:
  virtual ~Glyphs() = default;

  // Advances in points of consecutive pieces of text: piece i is [ends[i-1], ends[i]), bytes.
  // widths_pt has one place per end. Valid UTF-8 in; finite, non-negative numbers out.
  virtual void measure(std::string_view text, std::span<const std::uint32_t> ends,
                       const PieceContext& context, std::span<float> widths_pt) = 0;

  // Marks, for scripts written without spaces (Thai, Lao, Khmer, Burmese), the byte offsets where a
  // word ends: breaks[offset] = 1. breaks has one place per byte of text.
  virtual void segment_words(std::string_view text, std::string_view language,
                             std::span<std::uint8_t> breaks) = 0;

  // Grows when fonts or the device scale changed and widths must be asked anew.
  [[nodiscard]] virtual std::uint32_t revision() const = 0;
};

}  // namespace ports
