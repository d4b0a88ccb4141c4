#include "text/uax14.h"

#include <string>

extern "C" {
#include <linebreak.h>
}

namespace text {
namespace {

bool is_hebrew_letter(std::uint32_t code) { return code >= 0x5D0 && code <= 0x5F2; }

bool is_dash(std::uint32_t code) {
  return code == '-' || code == 0x58A || code == 0x5BE || code == 0x2010 ||
         (code >= 0x2012 && code <= 0x2013);
}

// libunibreak 6.1 applies LB21a (no break after a Hebrew letter and a dash) also where spaces stand
// around the dash; by LB18 a line may end after them.
void part_after_spaced_dashes(const std::vector<std::uint32_t>& codes, std::vector<Break>& breaks) {
  for (std::size_t i = 1; i + 1 < codes.size(); ++i) {
    if (codes[i] == ' ' && breaks[i] == Break::None && is_dash(codes[i - 1]) &&
        is_hebrew_letter(codes[i + 1])) {
      breaks[i] = Break::Allowed;
    }
  }
}

}  // namespace

std::vector<Break> uax14_breaks(const std::vector<std::uint32_t>& codes,
                                std::string_view language) {
  const std::string tag = std::string(language) + "-strict";
  std::vector<char> found(codes.size());
  set_linebreaks_utf32(codes.data(), codes.size(), tag.c_str(), found.data());
  std::vector<Break> breaks(codes.size(), Break::None);
  for (std::size_t i = 0; i < codes.size(); ++i) {
    if (found[i] == LINEBREAK_MUSTBREAK) breaks[i] = Break::Hard;
    if (found[i] == LINEBREAK_ALLOWBREAK) breaks[i] = Break::Allowed;
  }
  part_after_spaced_dashes(codes, breaks);
  return breaks;
}

}  // namespace text
