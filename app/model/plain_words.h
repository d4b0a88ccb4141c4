// What of a text is language: its words, without links, addresses, mentions, tags, shortcodes,
// code, numbers, kaomoji and emoji.
#pragma once

#include <string>
#include <string_view>

namespace model {

struct PlainWords {
  // Letters and marks as they stand; everything between words is one blank each, sentence ends and
  // line ends are '\n'. Neither begins nor ends with a blank.
  std::u32string words;
  std::u32string tags;  // of #tags, in the same form
};

// Looks at no more than the first `max_letters` letters.
PlainWords read_plain_words(std::string_view text, std::size_t max_letters);

}  // namespace model
