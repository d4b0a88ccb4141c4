// A text as code points and grapheme clusters (UAX #29): the units that are counted, cut and never
// split. Offsets are bytes; indices count code points.
// Not for: line breaks (line_breaks.h), widths (measured.h).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace text {

// At most so many marks stand on a base; the rest is kept in the text and not drawn.
inline constexpr int kMaxMarks = 8;
// A longer chain of joined characters (ZWJ) is cut: no script and no emoji comes near.
inline constexpr int kMaxBasesInCluster = 32;

// A stretch that counts as one character whatever it contains: an inline picture.
struct Solid {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

// A stretch, in bytes, that has nothing to do with what is around it: no cluster reaches over its
// borders, and it has an order of its own (bidi.h).
struct Isolate {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

struct Codes {
  std::vector<std::uint32_t> code;  // as written
  std::vector<std::uint32_t>
      plain;  // for the algorithms: controls are word joiners, pictures emoji
  std::vector<std::uint32_t>
      offset;  // first byte of each code point, and at the end the text's size
  std::vector<std::uint8_t> starts;  // 1 where a cluster starts

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(code.size()); }
  // The index after the cluster that begins at index.
  [[nodiscard]] std::uint32_t cluster_end(std::uint32_t index) const;
  void truncate(std::uint32_t count);
};

// text is valid UTF-8; solids and isolates are in order, and none overlaps another of its kind.
Codes read_codes(std::string_view text, const std::vector<Solid>& solids = {},
                 const std::vector<Isolate>& isolates = {});

// Whether the cluster [first, end) is drawn as an emoji: by default, by a variation selector, as a
// flag, as a keycap, with a skin tone or as a joined sequence (UTS #51).
bool is_emoji_cluster(const Codes& codes, std::uint32_t first, std::uint32_t end);

}  // namespace text
