// The script of a letter, and letters in a plain form: what telling languages apart and seeing
// through odd spellings are built on. Blocks of the Unicode Standard, not its Script property: good
// enough for letters, silent about digits, symbols and punctuation.
#pragma once

#include <cstdint>
#include <string_view>

namespace model {

enum class Script : std::uint8_t {
  Other,
  Latin,
  Greek,
  Cyrillic,
  Armenian,
  Hebrew,
  Arabic,
  Devanagari,
  Bengali,
  Gurmukhi,
  Gujarati,
  Tamil,
  Telugu,
  Kannada,
  Malayalam,
  Sinhala,
  Thai,
  Lao,
  Tibetan,
  Burmese,
  Georgian,
  Hangul,
  Ethiopic,
  Khmer,
  Kana,
  Han,
  Bopomofo,
};
inline constexpr std::size_t kScripts = static_cast<std::size_t>(Script::Bopomofo) + 1;

Script script_of(char32_t code);

// Whether its letters change, join or change places beside each other, so that one cannot be drawn
// or judged without its neighbours.
bool is_shaped(Script script);

// The primary subtags of the languages that are written in a script, between blanks, the one it
// stands for first; empty for Latin.
std::string_view languages_of(Script script);

// Lower case of Latin, Greek, Cyrillic and Armenian letters; others as they are.
char32_t lower_letter(char32_t code);

// A to z and digits for their full-width, mathematical, circled, squared and parenthesised forms;
// others as they are.
char32_t plain_letter(char32_t code);

// Spaces and line ends, not the zero-width ones.
bool is_blank(char32_t code);

bool contains(std::u32string_view set, char32_t code);

}  // namespace model
