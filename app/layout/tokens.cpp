#include "layout/tokens.h"

namespace layout {

std::string_view token_name(Num token) {
  static constexpr std::array<std::string_view, kNumCount> kNames = {
#define X(id, name) name,
      CROSSFEED_NUMBERS(X)
#undef X
  };
  return kNames[static_cast<std::size_t>(token)];
}

std::string_view token_name(Col token) {
  static constexpr std::array<std::string_view, kColCount> kNames = {
#define X(id, name) name,
      CROSSFEED_COLORS(X)
#undef X
  };
  return kNames[static_cast<std::size_t>(token)];
}

}  // namespace layout
