// Notes on slang that a reader may meet and a machine gets wrong. A small table, the project's own;
// not a dictionary.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "model/language.h"

namespace translate {

struct SlangNote {
  std::string_view language;  // of the term: a tag
  std::string_view term;
  std::string_view english;  // what it means
  std::string_view chinese;  // the same in simplified Chinese
};

struct FoundSlang {
  std::uint32_t begin = 0;  // bytes
  std::uint32_t end = 0;
  const SlangNote* note = nullptr;
};

// In the order of the text, each note once, the longest where several begin; words of letters that
// are set apart by blanks only as whole words. An unknown language finds nothing.
std::vector<FoundSlang> find_slang(std::string_view text, const model::Language& language);

std::size_t slang_count();

}  // namespace translate
