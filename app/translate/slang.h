// Notes on slang that a reader may meet and a machine gets wrong. A small table, the project's own;
// not a dictionary.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/language.h"

namespace translate {

struct SlangNote {
  std::string language;  // of the term, without its script: Chinese slang is the same in both
  std::string term;
  std::string english;  // what it means
  std::string chinese;  // the same in simplified Chinese
};

// assets/slang.json: [["zh","yyds","the greatest of all time","永远的神"],…]. What is not of that
// shape is left out.
std::vector<SlangNote> read_slang(std::string_view json);

struct FoundSlang {
  std::uint32_t begin = 0;  // bytes
  std::uint32_t end = 0;
  const SlangNote* note = nullptr;  // of the notes that were given
};

// In the order of the text, each note once, the longest where several begin; words of letters that
// are set apart by blanks only as whole words. An unknown language finds nothing.
std::vector<FoundSlang> find_slang(const std::vector<SlangNote>& notes, std::string_view text,
                                   const model::Language& language);

}  // namespace translate
