// What may not begin or end a line, by the lists of CLREQ 3.1.7 (Chinese, basic) and JLREQ 3.1.7,
// 3.1.8 with its classes cl-01 to cl-11 (Japanese, strict), each mark between two ideographs.
#include <doctest/doctest.h>

#include "base/utf8.h"
#include "helpers.h"
#include "text/line_breaks.h"

namespace {

struct List {
  const char* language;
  std::u32string_view marks;
};

// Commas and stops, closing marks, dividing marks, middle dots, hyphens, signs of repetition.
constexpr List kNeverFirst[] = {
    {"zh-Hans", U"、，。．：；！？‼⁇⁈⁉」』）】〗〕》〉”’·・～–／］｝…"},
    {"zh-Hant", U"、，。．：；！？‼⁇⁈⁉」』）】〗〕》〉”’·・～–／］｝…"},
    {"ja",
     U"、，。．：；！？‼⁇⁈⁉」』）】〗〕》〉’”〙〛］｝｠〟・‐〜゠–～…ーヽヾゝゞ々〻"
     U"ぁぃぅぇぉァィゥェォっゃゅょゎゕゖッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"}};

// In Japanese “ and ‘ are by UAX #14 on the side of both neighbours: not in the list.
constexpr List kNeverLast[] = {{"zh-Hans", U"「『（【〖〔《〈“‘［｛"},
                               {"zh-Hant", U"「『（【〖〔《〈“‘［｛"},
                               {"ja", U"「『（【〖〔《〈［｛〘〚｟〝￥＄"}};

// Two that are not parted.
constexpr List kTogether[] = {{"zh-Hans", U"……"}, {"zh-Hans", U"——"}, {"zh-Hans", U"100"},
                              {"ja", U"……"},      {"ja", U"——"},      {"ja", U"―"},
                              {"zh-Hans", U"5%"}, {"ja", U"5％"},     {"ja", U"￥5"}};

std::vector<text::Break> breaks_of(std::u32string_view codes, std::string_view language) {
  std::string text;
  for (const char32_t code : codes) base::append_utf8(text, code);
  platform::FakeGlyphs glyphs;
  return text::find_line_breaks(text, text::read_codes(text), language, glyphs);
}

std::string name_of(char32_t code) {
  std::string text;
  base::append_utf8(text, code);
  return text;
}

}  // namespace

TEST_CASE("kinsoku: what never begins a line") {
  for (const List& list : kNeverFirst) {
    for (const char32_t mark : list.marks) {
      const auto breaks = breaks_of(std::u32string{U'字', mark, U'字'}, list.language);
      INFO(list.language, " ", name_of(mark));
      CHECK(breaks[0] == text::Break::None);
    }
  }
}

TEST_CASE("kinsoku: what never ends a line") {
  for (const List& list : kNeverLast) {
    for (const char32_t mark : list.marks) {
      const auto breaks = breaks_of(std::u32string{U'字', mark, U'字'}, list.language);
      INFO(list.language, " ", name_of(mark));
      CHECK(breaks[0] == text::Break::Allowed);
      CHECK(breaks[1] == text::Break::None);
    }
  }
}

TEST_CASE("kinsoku: what is not parted") {
  for (const List& list : kTogether) {
    const auto breaks = breaks_of(list.marks, list.language);
    INFO(list.language, " ", name_of(list.marks.front()));
    for (std::size_t i = 0; i + 1 < breaks.size(); ++i) CHECK(breaks[i] == text::Break::None);
  }
}

TEST_CASE("kinsoku: between ideographs, kana and kanji a line may end") {
  for (const char* language : {"zh-Hans", "zh-Hant", "ja"}) {
    for (const std::u32string_view pair : {U"漢字", U"のは", U"カキ", U"漢の", U"の漢"}) {
      CHECK(breaks_of(pair, language)[0] == text::Break::Allowed);
    }
  }
}
