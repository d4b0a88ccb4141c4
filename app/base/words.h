// Small sets written as one text of words between single blanks: "ol ul li". For tables of names
// that are searched seldom; smaller in code than any container.
#pragma once

#include <string_view>

namespace base {

inline bool has_word(std::string_view words, std::string_view word) {
  if (word.empty()) return false;
  for (std::size_t at = words.find(word); at != std::string_view::npos;
       at = words.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || words[at - 1] == ' ') && (end == words.size() || words[end] == ' '))
      return true;
  }
  return false;
}

}  // namespace base
