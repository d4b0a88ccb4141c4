// The sentences of a text, to be read one by one: cut behind . ! ? … and their kin in other
// scripts, together with the quotes and brackets that close there, and at line ends. Coarser than
// UAX #29: a full stop before a small letter, or behind a single letter, ends nothing. Thai and its
// neighbours write no ends of sentences: theirs are lines.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace model {

struct Sentence {  // bytes, without white space at its ends; never empty
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool operator==(const Sentence&) const = default;
};

std::vector<Sentence> sentences_of(std::string_view text);

}  // namespace model
