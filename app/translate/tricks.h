// Ways of writing that defeat machines, seen one by one. Each function looks for one of them and
// says what it saw, or nothing. They are asked in judge_source (verdict.h).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/language.h"
#include "model/scripts.h"
#include "translate/verdict.h"

namespace translate {

// A text as the functions below read it.
struct Source {
  std::u32string text;  // without links, mentions, tags, shortcodes and code: a blank for each
  std::vector<std::u32string> words;      // of text, between blanks
  std::vector<std::u32string> spellings;  // runs of Latin letters and apostrophes, lower case
  model::Language language;               // as detected
  int letters = 0;
  int han = 0;
  int kana = 0;
  int latin = 0;
};
Source read_source(std::string_view text, const model::Language& language);

using Seen =
    std::optional<std::string>;  // the detail: what was seen, at most kMaxDetail characters
inline constexpr std::size_t kMaxDetail = 24;
std::string detail_of(std::u32string_view seen);
std::string utf8_of(std::u32string_view text);

inline bool is_digit(char32_t code) { return code >= '0' && code <= '9'; }
inline bool is_ascii_letter(char32_t code) {
  return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
}
inline bool is_han(char32_t code) { return model::script_of(code) == model::Script::Han; }
inline bool is_chinese(const Source& source) {
  return source.language.primary == "zh" || (source.han > 0 && source.kana == 0);
}

// tricks_letters.cpp: of single characters.
Seen see_invisible(const Source& source);
Seen see_styled_letters(const Source& source);
Seen see_upside_down(const Source& source);
Seen see_homoglyphs(const Source& source);
Seen see_leet(const Source& source);
Seen see_disguised_word(const Source& source);
Seen see_spaced_out(const Source& source);
Seen see_stretched(const Source& source);
Seen see_signals(const Source& source);

// tricks_words.cpp: of words in Latin and Cyrillic letters; tricks_pinyin.cpp.
Seen see_reversed(const Source& source);
Seen see_vowel_dropping(const Source& source);
Seen see_pinyin(const Source& source);
Seen see_chat_alphabet(const Source& source);

// tricks_han.cpp, tricks_homophones.cpp: among Han characters.
Seen see_pinyin_initials(const Source& source);
Seen see_number_homophones(const Source& source);
Seen see_homophones(const Source& source);
Seen see_taken_apart(const Source& source);
Seen see_martian(const Source& source);
Seen see_zhuyin_kana(const Source& source);
Seen see_emoji_for_words(const Source& source);

// Digits that stand for letters, inside a word: 2, 3, 7 for Arabic sounds; 0, 1, 4 only in leet.
struct DigitWords {
  int words = 0;        // of letters and digits mixed
  int inner = 0;        // of these, with a digit between two letters
  int leet_digits = 0;  // 0 1 4, which no chat alphabet uses
  std::u32string_view first;
};
DigitWords digit_words(const Source& source);

}  // namespace translate
