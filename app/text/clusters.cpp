#include "text/clusters.h"

#include "base/utf8.h"
#include "text/characters.h"

extern "C" {
#include <graphemebreak.h>
}

namespace text {
namespace {

constexpr std::uint32_t kWordJoiner = 0x2060;
constexpr std::uint32_t kZeroWidthJoiner = 0x200D;
constexpr std::uint32_t kTextSelector = 0xFE0E;
constexpr std::uint32_t kEmojiSelector = 0xFE0F;
constexpr std::uint32_t kKeycap = 0x20E3;
constexpr std::uint32_t kAnyEmoji = 0x1F600;

// Directional marks keep their meaning for bidi; other controls, and soft hyphens, which would need
// a hyphen drawn, join what they stand between.
std::uint32_t plain_of(std::uint32_t code) {
  if (code == 0xAD) return kWordJoiner;
  return code < 0xA0 && is_hidden(code) ? kWordJoiner : code;
}

void apply_solids(Codes& codes, const std::vector<Solid>& solids) {
  std::uint32_t i = 0;
  for (const Solid& solid : solids) {
    while (i < codes.size() && codes.offset[i] < solid.begin) ++i;
    for (bool first = true; i < codes.size() && codes.offset[i] < solid.end; ++i, first = false) {
      codes.plain[i] = first ? kAnyEmoji : kEmojiSelector;
    }
  }
}

void part_solids(Codes& codes, const std::vector<Solid>& solids) {
  std::uint32_t i = 0;
  for (const Solid& solid : solids) {
    while (i < codes.size() && codes.offset[i] < solid.begin) ++i;
    const std::uint32_t first = i;
    for (; i < codes.size() && codes.offset[i] < solid.end; ++i) codes.starts[i] = 0;
    if (first == i) continue;
    codes.starts[first] = 1;
    if (i < codes.size()) codes.starts[i] = 1;
  }
}

void cut_long_clusters(Codes& codes) {
  int bases = 0;
  for (std::uint32_t i = 0; i < codes.size(); ++i) {
    if (codes.starts[i] != 0) bases = 0;
    if (is_extender(codes.code[i])) continue;
    if (++bases <= kMaxBasesInCluster) continue;
    codes.starts[i] = 1;
    bases = 1;
  }
}

// Of [first, end) by itself.
void find_clusters(Codes& codes, std::uint32_t first, std::uint32_t end,
                   std::vector<char>& breaks) {
  if (first >= end) return;
  breaks.resize(end - first);
  set_graphemebreaks_utf32(codes.plain.data() + first, end - first, "", breaks.data());
  for (std::uint32_t i = first + 1; i < end; ++i) {
    codes.starts[i] = breaks[i - first - 1] == GRAPHEMEBREAK_BREAK ? 1 : 0;
  }
}

void find_clusters(Codes& codes, const std::vector<Isolate>& isolates) {
  const std::uint32_t count = codes.size();
  codes.starts.assign(count, 1);
  bool simple = true;  // Latin-1 and Latin Extended only: nothing joins but CR LF
  for (std::uint32_t i = 0; i < count && simple; ++i) {
    simple = codes.plain[i] < 0x300 && codes.plain[i] != '\r';
  }
  if (simple) return;
  std::vector<char> breaks;
  std::uint32_t first = 0;
  std::uint32_t at = 0;
  const auto find_up_to = [&](std::uint32_t byte) {
    while (at < count && codes.offset[at] < byte) ++at;
    find_clusters(codes, first, at, breaks);
    first = at;
  };
  for (const Isolate& isolate : isolates) {
    find_up_to(isolate.begin);
    find_up_to(isolate.end);
  }
  find_up_to(codes.offset.back());
  cut_long_clusters(codes);
}

}  // namespace

std::uint32_t Codes::cluster_end(std::uint32_t index) const {
  ++index;
  while (index < size() && starts[index] == 0) ++index;
  return index;
}

void Codes::truncate(std::uint32_t count) {
  code.resize(count);
  plain.resize(count);
  starts.resize(count);
  offset.resize(count + 1);
}

Codes read_codes(std::string_view text, const std::vector<Solid>& solids,
                 const std::vector<Isolate>& isolates) {
  Codes codes;
  codes.code.reserve(text.size());
  codes.offset.reserve(text.size() + 1);
  for (std::size_t at = 0; at < text.size();) {
    const base::Decoded decoded = base::decode_utf8(text, at);
    codes.code.push_back(decoded.code);
    codes.offset.push_back(static_cast<std::uint32_t>(at));
    at += decoded.bytes;
  }
  codes.offset.push_back(static_cast<std::uint32_t>(text.size()));
  codes.plain.reserve(codes.code.size());
  for (const std::uint32_t code : codes.code) codes.plain.push_back(plain_of(code));
  apply_solids(codes, solids);
  find_clusters(codes, isolates);
  part_solids(codes, solids);
  return codes;
}

bool is_emoji_cluster(const Codes& codes, std::uint32_t first, std::uint32_t end) {
  const std::uint32_t base = codes.plain[first];
  if (end - first >= 2 && codes.plain[first + 1] == kTextSelector) return false;
  if (is_emoji_by_default(base)) return true;
  bool selector = false;
  bool keycap = false;
  bool joined = false;
  for (std::uint32_t i = first + 1; i < end; ++i) {
    const std::uint32_t code = codes.plain[i];
    selector = selector || code == kEmojiSelector;
    keycap = keycap || code == kKeycap;
    joined = joined || is_skin_tone(code) ||
             (is_pictograph(code) && codes.plain[i - 1] == kZeroWidthJoiner);
  }
  if (keycap && selector) return (base >= '0' && base <= '9') || base == '#' || base == '*';
  return (selector || joined) && is_pictograph(base);
}

}  // namespace text
