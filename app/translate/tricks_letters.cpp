#include <algorithm>
#include <cstddef>
#include <iterator>

#include "model/scripts.h"
#include "translate/tricks.h"

namespace translate {
namespace {

using model::contains;
using model::Script;
using model::script_of;

bool is_letter(char32_t code) { return script_of(code) != Script::Other; }
bool is_invisible(char32_t code) {
  return code == 0xAD || (code >= 0x200B && code <= 0x200D) || (code >= 0x2060 && code <= 0x2064) ||
         code == 0xFEFF || code == 0x180E || code == 0x34F;
}

// Scripts in which joiners and zero-width spaces belong to the spelling.
bool wants_joiners(char32_t code) { return model::is_shaped(script_of(code)); }

// A word without the punctuation around it; what may stand in front of it is given.
std::u32string_view bare_word(std::u32string_view word, std::u32string_view opening) {
  while (!word.empty() && contains(U".,!?;:()\"'…，。！？", word.back())) word.remove_suffix(1);
  while (!word.empty() && contains(opening, word.front())) word.remove_prefix(1);
  return word;
}

}  // namespace

Seen see_invisible(const Source& source) {
  const std::u32string& text = source.text;
  int found = 0;
  std::size_t close = 0;  // followed by another after at most two characters
  std::size_t last = text.size();
  std::size_t first = 0;
  for (std::size_t i = 1; i + 1 < text.size(); ++i) {
    if (!is_invisible(text[i])) continue;
    const char32_t before = text[i - 1];
    if (wants_joiners(before) || wants_joiners(text[i + 1])) continue;
    const bool between = is_letter(before) && (is_letter(text[i + 1]) || is_invisible(text[i + 1]));
    if (!between) continue;
    if (found == 0) first = i;
    ++found;
    if (last < i && i - last <= 3) ++close;
    last = i;
  }
  // Soft hyphens and single joiners stand in honest text too, syllables apart.
  if (close < 1 && found < 4) return {};
  if (found < 2) return {};
  const std::size_t from = first > 0 ? first - 1 : 0;
  std::u32string shown;
  for (std::size_t i = from; i < text.size() && shown.size() < 8; ++i) {
    if (!is_invisible(text[i])) shown += text[i];
  }
  return detail_of(shown);
}

Seen see_styled_letters(const Source& source) {
  std::u32string shown;
  int wide = 0;
  for (const char32_t code : source.text) {
    const char32_t plain = model::plain_letter(code);
    const bool letter = (plain >= 'A' && plain <= 'Z') || (plain >= 'a' && plain <= 'z');
    if (plain == code || !letter) continue;
    // IPA letters that look like small capitals are counted with the upside-down ones.
    if (code >= 0x250 && code < 0x2B0) continue;
    if (code >= 0xFF00) wide += code <= 0xFF5A ? 1 : 0;
    shown += code;
  }
  // Full-width letters are ordinary among Han and kana.
  const bool east = source.han + source.kana > 0;
  if (east) shown.resize(shown.size() - std::min(shown.size(), static_cast<std::size_t>(wide)));
  constexpr std::size_t kLeast = 4;
  if (shown.size() < kLeast) return {};
  return detail_of(std::u32string_view(shown).substr(0, 12));
}

Seen see_upside_down(const Source& source) {
  constexpr std::u32string_view kTurned = U"ɐǝɟɥᴉɯɹʇʌʍʎʞƃɾɔƆɓᴚ⅄∀Ǝ";
  // Marks of a pronunciation in the International Phonetic Alphabet.
  if (source.text.find_first_of(U"ˈːˌ") != std::u32string::npos) return {};
  int turned = 0;
  std::u32string seen;
  for (const char32_t code : source.text) {
    if (!contains(kTurned, code)) continue;
    ++turned;
    if (!contains(seen, code)) seen += code;
  }
  if (turned < 3 || seen.size() < 2 || turned * 6 < source.letters) return {};
  const auto word =
      std::find_if(source.words.begin(), source.words.end(), [&](const std::u32string& one) {
        return one.find_first_of(kTurned) != std::u32string::npos;
      });
  return detail_of(*word);
}

Seen see_homoglyphs(const Source& source) {
  int mixed = 0;
  int woven = 0;  // the script changes more than once: no borrowed stem with an ending of its own
  std::u32string_view shown;
  const std::u32string_view text = source.text;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    int switches = 0;
    Script last = Script::Other;
    for (; end < text.size(); ++end) {
      const Script script = script_of(text[end]);
      if (script != Script::Latin && script != Script::Cyrillic && script != Script::Greek) break;
      if (last != Script::Other && script != last) ++switches;
      last = script;
    }
    if (switches > 0 && end - at >= 2) {
      ++mixed;
      woven += switches > 1 ? 1 : 0;
      if (shown.empty() || (woven == 1 && switches > 1)) shown = text.substr(at, end - at);
    }
    at = std::max(end, at + 1);
  }
  if (woven == 0 && mixed < 2) return {};
  return detail_of(shown);
}

DigitWords digit_words(const Source& source) {
  DigitWords found;
  for (const std::u32string_view spelled : source.words) {
    const std::u32string_view word = bare_word(spelled, U"(\"'");
    int letters = 0;
    int capitals = 0;
    int digits = 0;
    int leet = 0;
    bool inner = false;
    bool odd = false;
    for (std::size_t i = 0; i < word.size(); ++i) {
      const char32_t code = word[i];
      if (is_digit(code)) {
        ++digits;
        leet += contains(U"014", code) ? 1 : 0;
        std::size_t next = i + 1;
        while (next < word.size() && is_digit(word[next])) ++next;
        inner = inner || (i > 0 && next < word.size() && script_of(word[i - 1]) == Script::Latin &&
                          script_of(word[next]) == Script::Latin);
      } else if (script_of(code) == Script::Latin) {
        ++letters;
        capitals += code >= 'A' && code <= 'Z' ? 1 : 0;
      } else if (code != '\'' && code != '-') {
        odd = true;
      }
    }
    // R2D2, B2B, 4K: names, not spelling.
    if (odd || digits == 0 || letters == 0 || (capitals == letters && letters > 0)) continue;
    // 2nd, 15km, mp3, covid19: all digits at one end, and a number or an ordinary unit.
    const bool starts_number = is_digit(word[0]) && digits > 1 && !inner;
    const bool ends_number = is_digit(word.back()) && !inner && letters >= 2;
    if (starts_number || (ends_number && digits > 1)) continue;
    if (found.words == 0 || (inner && found.inner == 0)) found.first = word;
    ++found.words;
    found.inner += inner ? 1 : 0;
    found.leet_digits += leet;
  }
  return found;
}

Seen see_leet(const Source& source) {
  const DigitWords found = digit_words(source);
  const auto words = static_cast<int>(source.words.size());
  if (found.leet_digits == 0 || found.words < 2 || found.inner < 1) return {};
  if (found.words * 10 < words * 3) return {};
  return detail_of(found.first);
}

// Plain words and names with a digit inside: redmi3pro, sha1sum, mp3s.
bool is_ordinary_mix(std::u32string_view word, std::u32string_view rest) {
  for (const std::u32string_view first :
       {U"web", U"mp", U"ps", U"day", U"part", U"level", U"sha", U"ext", U"gpt", U"h1n", U"h3n"}) {
    if (word.starts_with(first)) return true;
  }
  for (const std::u32string_view model :
       {U"pro", U"max", U"plus", U"mini", U"ultra", U"lite", U"air", U"th", U"st", U"nd", U"rd"}) {
    if (rest == model) return true;
  }
  return false;
}

bool is_consonant(char32_t code) {
  return script_of(code) == Script::Latin && !contains(U"aeiouy", model::lower_letter(code));
}
bool has_vowel(std::u32string_view word) {
  return word.find_first_of(U"aeiouyäöüáéíóú") != std::u32string_view::npos;
}

// Where one of these stands between a word's letters as another letter: le$bian, unal1ve, sch00l.
// npos where none does, or where the word is none.
std::size_t disguise_in(std::u32string_view word) {
  constexpr std::u32string_view kDisguises = U"0134@$";
  std::size_t found = std::u32string_view::npos;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (script_of(word[i]) == Script::Latin || word[i] == '\'') continue;
    const bool twin = i > 0 && word[i - 1] == word[i];
    const bool alone = i == 0 || twin || script_of(word[i - 1]) == Script::Latin;
    if (!contains(kDisguises, word[i]) || !alone) return std::u32string_view::npos;
    std::size_t next = i + 1;
    while (next < word.size() && word[next] == word[i]) ++next;
    if (next == word.size()) return std::u32string_view::npos;  // gpt4, zhong1guo2
    // An Arabic sound: sa3b, b3dein.
    const bool sound =
        word[i] == '3' && (i < 2 || !is_consonant(word[i - 1]) || !is_consonant(word[next]));
    if (i > 0 && !sound) found = next;
  }
  return found;
}

// A single word made unreadable to filters.
Seen see_disguised_word(const Source& source) {
  constexpr std::u32string_view kShort[] = {U"s3x",  U"sh1t", U"p0rn", U"d1e",  U"k1ll",
                                            U"d1ck", U"c0ck", U"f4g",  U"b1tch"};
  constexpr std::ptrdiff_t kLeastLetters = 4;
  for (const std::u32string_view spelled : source.words) {
    const std::u32string_view word = bare_word(spelled, U"(\"'“");
    // Names are spelled so: Ke$ha, Se7en.
    if (word.empty() || (word[0] >= 'A' && word[0] <= 'Z')) continue;
    if (std::find(std::begin(kShort), std::end(kShort), word) != std::end(kShort))
      return detail_of(word);
    const std::size_t after = disguise_in(word);
    if (after == std::u32string_view::npos) continue;
    const std::u32string_view rest = word.substr(after);
    const auto letters = std::count_if(word.begin(), word.end(), is_letter);
    const bool twin = word[after - 1] == word[after - 2];
    const bool is_word =
        letters >= kLeastLetters && (twin || (rest.size() >= 2 && has_vowel(word)));
    if (is_word && !is_ordinary_mix(word, rest)) return detail_of(word);
  }
  return {};
}

Seen see_spaced_out(const Source& source) {
  constexpr std::size_t kLeast = 5;       // 春 夏 秋 冬 is a list
  constexpr std::size_t kLeastSigns = 4;  // 测.试.一.下
  const auto is_gap = [](char32_t code) {
    return !is_letter(code) && !is_digit(code) && !contains(U"\n“”‘’「」『』《》", code);
  };
  const auto is_east = [](char32_t code) {
    return script_of(code) == Script::Han || script_of(code) == Script::Kana;
  };
  const std::u32string& text = source.text;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_letter(text[at]) || (at > 0 && is_letter(text[at - 1]))) continue;
    std::size_t count = 1;
    std::size_t end = at;
    int ordered = 0;   // A B C D: options of a question
    int capitals = 0;  // B A A C D: its answers
    bool blanks = true;
    while (end + 2 < text.size()) {
      std::size_t next = end + 1;
      while (next < text.size() && is_gap(text[next]) && next < end + 4) ++next;
      const bool single = next > end + 1 && next < text.size() && is_letter(text[next]) &&
                          (next + 1 == text.size() || !is_letter(text[next + 1]));
      const bool alike = single && (script_of(text[next]) == script_of(text[at]) ||
                                    (is_east(text[next]) && is_east(text[at])));
      if (!alike) break;
      blanks = blanks && model::is_blank(text[end + 1]);
      capitals += text[next] >= 'A' && text[next] <= 'Z' ? 1 : 0;
      ordered += text[next] == text[end] + 1 ? 1 : 0;
      ++count;
      end = next;
    }
    const Script script = script_of(text[at]);
    const bool answers = capitals + 1 >= static_cast<int>(count);
    std::size_t least = script == Script::Hangul || answers ? kLeast + 3 : kLeast;
    if (!blanks && is_east(text[at]) && !contains(U"、，,/", text[at + 1])) least = kLeastSigns;
    if (count >= least && ordered * 2 < static_cast<int>(count))
      return detail_of(
          std::u32string_view(text).substr(at, std::min<std::size_t>(end + 1 - at, 12)));
    if (end > at) at = end;
  }
  return {};
}

Seen see_stretched(const Source& source) {
  // Laughing, crying and sighing is written long everywhere.
  constexpr std::u32string_view kLaughs = U"哈嘿呵嘻wWｗkKhHxXｘjㅋㅎㅠㅜهـ草笑zZ呜嗚";
  constexpr std::size_t kLeast = 3;
  const std::u32string& text = source.text;
  int runs = 0;
  int long_runs = 0;
  int extra = 0;
  std::u32string_view shown;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + 1;
    const char32_t one = model::lower_letter(text[at]);
    while (end < text.size() && model::lower_letter(text[end]) == one) ++end;
    if (end - at >= kLeast && is_letter(one) && !contains(kLaughs, one)) {
      ++runs;
      long_runs += end - at >= 4 ? 1 : 0;
      extra += static_cast<int>(end - at) - 1;
      if (shown.size() < end - at) shown = std::u32string_view(text).substr(at, end - at);
    }
    at = end;
  }
  const bool many = runs >= 2 && (long_runs >= 1 || runs >= 3) && extra * 4 >= source.letters;
  const bool one_long = shown.size() >= 6 && extra * 3 >= source.letters;
  if (!many && !one_long) return {};
  return detail_of(shown.substr(0, 8));
}

Seen see_signals(const Source& source) {
  int braille = 0;
  for (const char32_t code : source.text) braille += code > 0x2800 && code <= 0x28FF ? 1 : 0;
  int morse = 0;
  std::u32string_view shown;
  for (const std::u32string& word : source.words) {
    const bool signal = word.size() <= 6 && word.find_first_not_of(U".-·−–—") == word.npos;
    morse += signal ? 1 : 0;
    if (signal && shown.empty()) shown = word;
  }
  constexpr int kLeast = 4;
  if (braille >= kLeast) return "Braille";
  // A rule of dashes is not Morse.
  const bool both = source.text.find(U'.') != std::u32string::npos ||
                    source.text.find(U'·') != std::u32string::npos;
  if (morse >= kLeast && both) return "Morse";
  return {};
}

}  // namespace translate
