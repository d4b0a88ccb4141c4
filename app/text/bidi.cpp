#include "text/bidi.h"

#include <SheenBidi/SheenBidi.h>

#include <algorithm>

#include "text/characters.h"

namespace text {
namespace {

// Rules P2 to I2, for the code points [first, end) of one paragraph.
void resolve_paragraph(const Codes& codes, std::uint32_t first, std::uint32_t end,
                       ports::Direction fallback, Levels& out) {
  const bool right_to_left = fallback == ports::Direction::RightToLeft;
  bool simple = !right_to_left;
  for (std::uint32_t i = first; i < end && simple; ++i) {
    simple = !may_be_right_to_left(codes.plain[i]);
  }
  if (simple) return;

  const SBCodepointSequence sequence = {SBStringEncodingUTF32, codes.plain.data() + first,
                                        end - first};
  SBAlgorithmRef algorithm = SBAlgorithmCreate(&sequence);
  if (algorithm == nullptr) return;
  SBParagraphRef paragraph = SBAlgorithmCreateParagraph(
      algorithm, 0, end - first, right_to_left ? SBLevelDefaultRTL : SBLevelDefaultLTR);
  if (paragraph != nullptr) {
    const SBLevel* levels = SBParagraphGetLevelsPtr(paragraph);
    const SBUInteger length = std::min<SBUInteger>(SBParagraphGetLength(paragraph), end - first);
    const std::uint8_t base = SBParagraphGetBaseLevel(paragraph);
    std::fill(out.base.data() + first, out.base.data() + end, base);
    std::fill(out.level.data() + first, out.level.data() + end, base);
    std::copy(levels, levels + length, out.level.data() + first);
    SBParagraphRelease(paragraph);
  }
  SBAlgorithmRelease(algorithm);
}

// Rule L1, the part that does not depend on lines: tabs, and white space before them, take the
// paragraph's level. Line ends are left out of what is reordered (place_line).
void reset_tabs(const Codes& codes, Levels& out) {
  for (std::uint32_t i = codes.size(); i-- > 0;) {
    if (codes.plain[i] != '\t') continue;
    std::uint32_t at = i;
    for (;;) {
      out.level[at] = out.base[at];
      if (at == 0) break;
      const std::uint32_t before = codes.plain[at - 1];
      if (before == '\t' || (!is_space(before) && !is_hidden(before))) break;
      --at;
    }
    i = at;
  }
}

}  // namespace

Levels find_levels(const Codes& codes, ports::Direction fallback) {
  Levels levels;
  levels.level.assign(codes.size(), 0);
  levels.base.assign(codes.size(), 0);
  std::uint32_t first = 0;
  while (first < codes.size()) {
    std::uint32_t end = first;
    while (end < codes.size() && !ends_paragraph(codes.plain[end])) ++end;
    if (end < codes.size()) end = codes.cluster_end(end);  // CR LF is one
    resolve_paragraph(codes, first, end, fallback, levels);
    first = end;
  }
  reset_tabs(codes, levels);
  return levels;
}

std::vector<std::uint32_t> visual_order(const std::vector<std::uint8_t>& levels) {
  const auto count = static_cast<std::uint32_t>(levels.size());
  std::vector<std::uint32_t> order(count);
  std::uint8_t highest = 0;
  std::uint8_t lowest_odd = 255;
  for (std::uint32_t i = 0; i < count; ++i) {
    order[i] = i;
    highest = std::max(highest, levels[i]);
    if ((levels[i] & 1) != 0) lowest_odd = std::min(lowest_odd, levels[i]);
  }
  for (unsigned level = highest; level >= lowest_odd; --level) {
    for (std::uint32_t i = 0; i < count; ++i) {
      if (levels[order[i]] < level) continue;
      const std::uint32_t from = i;
      while (i < count && levels[order[i]] >= level) ++i;
      std::reverse(order.data() + from, order.data() + i);
    }
  }
  return order;
}

}  // namespace text
