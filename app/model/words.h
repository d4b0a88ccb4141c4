// The interface's texts in one language: English compiled in, the others from the files that the
// page fetches (assets/strings/LANG.json). What a file lacks is said in English. Not for posts, and
// not for numbers alone (model/reader_text.h).
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/language.h"
#include "model/word_list.h"

namespace model {

// CLDR's plural categories (https://cldr.unicode.org/index/cldr-spec/plural-rules).
enum class Plural : std::uint8_t { Zero, One, Two, Few, Many, Other };
inline constexpr int kPluralCount = static_cast<int>(Plural::Other) + 1;

// The category of a whole number that is written with all its digits. Of a language that is not one
// of the interface's: as English.
Plural plural_of(std::int64_t n, const Language& language);
std::string_view plural_name(Plural plural);  // "few": as the files write it

// The interface's language that a tag asks for ("zh-TW" asks for zh-Hant); none: it has none.
std::optional<Language> interface_language(const Language& wanted);

std::string word_key(Word word);  // "newPosts": as the files write it

class Words {
 public:
  // {name} in a text, and what stands there instead.
  struct Filling {
    std::string_view name;
    std::string_view text;
  };
  using Fillings = std::initializer_list<Filling>;

  // Of a text with plural forms: the one for "other".
  [[nodiscard]] const std::string& operator[](Word word) const;
  [[nodiscard]] std::string fill(Word word, Fillings fillings) const;
  // The form for n, with {n} filled in. `shown`: how n is written, where that is shortened
  // ("1.2K").
  [[nodiscard]] std::string plural(Word word, std::int64_t n, std::string_view shown = {}) const;

  [[nodiscard]] const Language& language() const { return language_; }
  [[nodiscard]] bool right_to_left() const { return is_right_to_left(language_); }

 private:
  friend Words english_words();
  friend Words read_words(std::string_view tag, std::string_view json);
  struct Text {
    std::string other;
    std::vector<std::pair<Plural, std::string>> forms;
  };
  void take(std::string_view json);

  Language language_;
  std::vector<Text> texts_;  // one for each Word
};

Words english_words();
// `json`: the file of the language `tag`. English when it is none of the interface's, or the file
// is empty or broken.
Words read_words(std::string_view tag, std::string_view json);

}  // namespace model
