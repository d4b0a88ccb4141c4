// Which of the languages of one script some words are in, by their letters, frequent words and
// n-grams. The table is made by web/pack-languages.mjs; scores are sums of its weights.
#pragma once

#include <string_view>

#include "model/scripts.h"

namespace model {

struct ScoredLanguage {
  std::string_view tag;  // empty: no language of the script fits at all
  int score = 0;
  int second = 0;  // the next language's score
};

// words: lower case, of this script, one blank or '\n' between two. hint: a primary subtag that is
// believed a little before the words are read, may be empty.
ScoredLanguage score_languages(std::u32string_view words, Script script, std::string_view hint);

}  // namespace model
