// Text, laid out. Two steps, so that a new width costs no measuring:
//   measure_paragraph(source, glyphs)  -> Measured: pieces with widths, for any width
//   break_paragraph(measured, width…)  -> Paragraph: lines of placed runs, immutable
// Not for: painting, fonts, markup. Units are points; offsets are bytes into the source's text.
// Standards: UAX #29 clusters, UAX #14 line breaks, UAX #9 bidi, kinsoku by JIS X 4051 / CLREQ.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/geometry.h"
#include "ports/glyphs.h"

namespace text {

// Texts longer than this are cut at a cluster and end with an ellipsis: a post is at most some
// thousand characters; a hostile one must cost bounded time.
inline constexpr std::uint32_t kMaxTextBytes = 256u << 10;

enum class Align : std::uint8_t { Start, Center };

// A stretch of the text in another look than the base, or an inline picture. In order, not
// overlapping.
struct StyleSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  ports::InkStyle style;
  std::uint16_t tag = 0;  // the caller's own number (link index + 1 …), handed through to the runs
  bool strike = false;
  bool picture = false;  // drawn as one square of the style's size (custom emoji); never split
  bool isolate = false;  // has its own order and leaves its surroundings theirs (bidi.h)
};

// White space in Chinese and Japanese text (cjk_spacing.h). Off: as wide as the squares are.
struct Spacing {
  bool squeeze_marks = true;  // full-width punctuation, at a line's edges and beside other marks
  bool letter_gap = true;     // between Han or kana and letters or digits
};

struct Source {
  std::string text;  // valid UTF-8; '\n' ends a paragraph, U+2028 a line
  ports::InkStyle style;
  float line_height_pt = 20;
  std::string language;  // canonical BCP-47 or empty
  std::vector<StyleSpan> spans;
  Spacing spacing;
};

enum class Ink : std::uint8_t {
  Coverage,  // one colour, tinted when painted
  Color,     // emoji
  Picture,   // custom emoji: the caller paints it
};

// A stretch of one line that is inked as one: one style, language, direction and kind of ink.
// x and width are those of its ink's box. A squeezed mark's blank half lies outside of the line's
// room: left of the line's edge, or over a neighbour; [x + trim_start, x + width - trim_end) is the
// run's own room.
struct Run {
  std::uint32_t begin = 0;  // bytes of the source's text; begin == end for a drawn ellipsis
  std::uint32_t end = 0;
  float x = 0;  // left edge, from the paragraph's left edge
  float width = 0;
  float trim_start = 0;  // blank at the left that takes no room; for a mark in front of the run
  float trim_end = 0;    // the same at the right
  ports::InkStyle style;
  ports::Direction direction = ports::Direction::LeftToRight;
  Ink ink = Ink::Coverage;
  std::uint16_t tag = 0;
  bool strike = false;
  bool ellipsis = false;
};

struct Line {
  std::uint32_t begin = 0;  // bytes, trailing white space included
  std::uint32_t end = 0;
  std::uint32_t ink_end = 0;  // bytes up to which something is drawn (no trailing space, no break)
  float top = 0;
  float x = 0;  // left edge of what is drawn
  float width = 0;
  ports::Direction direction = ports::Direction::LeftToRight;  // of its paragraph
  std::uint32_t first_run = 0;  // runs in visual order, left to right
  std::uint32_t run_count = 0;
};

class Measured;  // immutable; shared between widths

struct Paragraph {
  std::shared_ptr<const Measured> measured;
  std::vector<Line> lines;
  std::vector<Run> runs;
  base::Size size;  // width is the widest line's; height is lines * line height
  float line_height_pt = 20;
  bool elided = false;  // something was left out by max_lines
  // Work done, for tests and benchmarks: pieces and clusters that were looked at.
  std::uint64_t work = 0;

  [[nodiscard]] const std::string& text() const;
  [[nodiscard]] const std::string& language() const;
};

struct BreakOptions {
  float width_pt = 0;
  int max_lines = 0;  // 0: all
  Align align = Align::Start;
};

// Never fails; invalid input is read as far as it can be. Asks glyphs for widths once per distinct
// piece (kept in the cache for good, until glyphs.revision() changes).
class MeasureCache;

std::shared_ptr<const Measured> measure_paragraph(Source source, ports::Glyphs& glyphs,
                                                  MeasureCache& cache);
Paragraph break_paragraph(const std::shared_ptr<const Measured>& measured,
                          const BreakOptions& options);

// Width of the text on one endless line, in points (natural width; hard breaks give the widest).
float natural_width(const Measured& measured);

// Caret geometry: the x of a byte offset within its line, and back. Offsets snap to clusters.
float x_of_offset(const Paragraph& paragraph, std::uint32_t line, std::uint32_t offset);
std::uint32_t offset_at(const Paragraph& paragraph, base::Point point);

// The left and right edges of [begin, end) on a line, in visual order: one rectangle per visual
// stretch (bidi can give several). For links, find marks, focus rings.
std::vector<base::Rect> rects_of_range(const Paragraph& paragraph, std::uint32_t begin,
                                       std::uint32_t end);

}  // namespace text
