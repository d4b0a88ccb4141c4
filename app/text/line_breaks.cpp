#include "text/line_breaks.h"

#include "text/characters.h"

namespace text {
namespace {

// Enough of a text to say which language's rules suit it.
constexpr std::uint32_t kTellingShare = 4;  // a quarter

bool is_chinese(std::string_view primary) {
  return primary == "zh" || primary == "yue" || primary == "wuu" || primary == "nan" ||
         primary == "hak" || primary == "lzh" || primary == "cmn";
}

// "zh", "ja" or "ko" by the script that the text is written in; empty for the rest of the world.
std::string_view language_by_script(const Codes& codes) {
  std::uint32_t han = 0;
  std::uint32_t kana = 0;
  std::uint32_t hangul = 0;
  for (const std::uint32_t code : codes.code) {
    if (code < 0x1100) continue;
    if (is_han(code)) ++han;
    if (is_kana(code)) ++kana;
    if (is_hangul(code)) ++hangul;
  }
  const std::uint32_t all = han + kana + hangul;
  if (all == 0 || all * kTellingShare < codes.size()) return "";
  if (hangul > han + kana) return "ko";
  return kana * 8 >= han ? "ja" : "zh";
}

// Many a post in Chinese is labelled English, since that was the form's default; some have no
// label.
std::string_view breaking_language(const Codes& codes, std::string_view language) {
  const std::string_view primary = language.substr(0, language.find('-'));
  if (is_chinese(primary)) return "zh";
  if (primary == "ja" || primary == "ko") return primary;
  const std::string_view guess = language_by_script(codes);
  return guess.empty() ? primary : guess;
}

// A cluster is never broken, and only what ends a line in this app ends one.
void keep_clusters(const Codes& codes, std::vector<Break>& breaks) {
  for (std::uint32_t i = 0; i < codes.size(); ++i) {
    const bool inside = i + 1 < codes.size() && codes.starts[i + 1] == 0;
    if (inside || (breaks[i] == Break::Hard && !ends_line(codes.plain[i]))) breaks[i] = Break::None;
    if (!inside && ends_line(codes.plain[i])) breaks[i] = Break::Hard;
  }
}

// Calls edit(first of the cluster before, first of the cluster after, the break between).
template <typename Edit>
void for_each_border(const Codes& codes, std::vector<Break>& breaks, Edit edit) {
  std::uint32_t before = 0;
  for (std::uint32_t after = 1; after < codes.size(); ++after) {
    if (codes.starts[after] == 0) continue;
    edit(before, after, breaks[after - 1]);
    before = after;
  }
}

// CLREQ and JLREQ: the middle dot, the full-width tilde and solidus do not start a line.
void keep_off_line_start(const Codes& codes, std::vector<Break>& breaks) {
  for_each_border(codes, breaks, [&](std::uint32_t before, std::uint32_t after, Break& between) {
    const std::uint32_t code = codes.plain[after];
    if (code != 0xB7 && code != 0x2027 && code != 0xFF5E && code != 0xFF0F) return;
    if (between == Break::Allowed && is_square(codes.plain[before])) between = Break::None;
  });
}

void keep_korean_words(const Codes& codes, std::string_view language, std::vector<Break>& breaks) {
  const bool korean = language == "ko";
  for_each_border(codes, breaks, [&](std::uint32_t before, std::uint32_t after, Break& between) {
    if (between != Break::Allowed) return;
    const std::uint32_t a = codes.plain[before];
    const std::uint32_t b = codes.plain[after];
    if (a < 0x1100 && b < 0x1100) return;
    const bool first = is_hangul(a);
    const bool second = is_hangul(b);
    if (first && second) between = Break::None;
    if (korean && (first || second) && is_letter_like(a) && is_letter_like(b)) {
      between = Break::None;
    }
  });
}

// In Chinese text U+2019 closes a quotation, but in "I’m" it does not end anything.
void keep_apostrophes(const Codes& codes, std::vector<Break>& breaks) {
  for (std::uint32_t i = 1; i + 1 < codes.size(); ++i) {
    if (codes.plain[i] == 0x2019 && breaks[i] == Break::Allowed &&
        is_alphabetic(codes.plain[i - 1]) && is_alphabetic(codes.plain[i + 1])) {
      breaks[i] = Break::None;
    }
  }
}

// Marks of repetition and abbreviation belong to the word before them, whatever the dictionary
// says.
bool follows_word(std::uint32_t code) {
  return code == 0xE2F || code == 0xE46 || code == 0xEAF || code == 0xEC6 || code == 0x17D7;
}

void part_unspaced_words(std::string_view text, const Codes& codes, std::string_view language,
                         ports::Glyphs& glyphs, std::vector<Break>& breaks) {
  std::uint32_t first = 0;
  std::uint32_t end = codes.size();
  while (first < end && !is_unspaced(codes.plain[first])) ++first;
  if (first == end) return;
  while (!is_unspaced(codes.plain[end - 1])) --end;

  const std::uint32_t begin_byte = codes.offset[first];
  const std::string_view stretch = text.substr(begin_byte, codes.offset[end] - begin_byte);
  std::vector<std::uint8_t> word_ends(stretch.size(), 0);
  glyphs.segment_words(stretch, language, word_ends);
  for_each_border(codes, breaks, [&](std::uint32_t before, std::uint32_t after, Break& between) {
    if (before < first || after >= end || between != Break::None) return;
    if (!is_unspaced(codes.plain[before]) || !is_unspaced(codes.plain[after])) return;
    if (follows_word(codes.plain[after])) return;
    if (word_ends[codes.offset[after] - begin_byte] != 0) between = Break::Allowed;
  });
}

bool is_token_code(std::uint32_t code) { return code > ' ' && code < 0x7F; }

bool is_ascii_word(std::uint32_t code) {
  return (code >= '0' && code <= '9') || ((code | 0x20) >= 'a' && (code | 0x20) <= 'z');
}

bool breaks_before(std::uint32_t code) {
  return std::string_view(".?#%&=_~@+").find(static_cast<char>(code)) != std::string_view::npos;
}

bool breaks_after(std::uint32_t code) { return code == '/' || code == '-' || code == ','; }

void part_token(const Codes& codes, std::uint32_t first, std::uint32_t end,
                std::vector<Break>& breaks) {
  const auto& code = codes.plain;
  for (std::uint32_t i = first + 3; i + 3 < end; ++i) {
    if (!is_ascii_word(code[i - 1]) || !is_ascii_word(code[i + 1])) continue;
    if (codes.starts[i] == 0 || codes.starts[i + 1] == 0) continue;
    if (breaks_before(code[i])) {
      breaks[i - 1] = Break::Allowed;
      breaks[i] = Break::None;
    }
    if (breaks_after(code[i])) breaks[i] = Break::Allowed;
  }
}

void part_long_tokens(const Codes& codes, std::vector<Break>& breaks) {
  for (std::uint32_t i = 0; i < codes.size();) {
    const std::uint32_t first = i;
    while (i < codes.size() && is_token_code(codes.plain[i])) ++i;
    if (i - first >= kLongToken) part_token(codes, first, i, breaks);
    if (i == first) ++i;
  }
}

}  // namespace

std::vector<Break> find_line_breaks(std::string_view text, const Codes& codes,
                                    std::string_view language, ports::Glyphs& glyphs) {
  if (codes.size() == 0) return {};
  const std::string_view breaking = breaking_language(codes, language);
  std::vector<Break> breaks = uax14_breaks(codes.plain, breaking);
  keep_clusters(codes, breaks);
  keep_off_line_start(codes, breaks);
  keep_korean_words(codes, breaking, breaks);
  keep_apostrophes(codes, breaks);
  part_unspaced_words(text, codes, language, glyphs, breaks);
  part_long_tokens(codes, breaks);
  return breaks;
}

}  // namespace text
