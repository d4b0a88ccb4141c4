#include "text/uax14.h"

#include <string>

extern "C" {
#include <linebreak.h>
}

namespace text {

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
  return breaks;
}

}  // namespace text
