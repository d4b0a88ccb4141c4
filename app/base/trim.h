// Text without the white space around it: HTML's, which is that of most formats (blank, tab, line
// ends and form feed).
#pragma once

#include <string_view>

namespace base {

inline std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kWhiteSpace = " \t\n\r\f";
  const std::size_t first = text.find_first_not_of(kWhiteSpace);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kWhiteSpace) - first + 1);
}

}  // namespace base
