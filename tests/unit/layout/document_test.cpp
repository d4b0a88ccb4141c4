#include "layout/document.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "document_checks.h"
#include "helpers.h"
#include "layout/document_read.h"

namespace {

using layout::Col;
using layout::Num;
using layout::Part;
using layout_test::shipped;

std::string duo() { return std::string(embedded::layout_duo()); }

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  REQUIRE_MESSAGE(at != std::string::npos, from);
  return text.replace(at, from.size(), to);
}

std::string changes(std::string_view rest) {
  return "{\"crossfeed-layout\": 1, \"extends\": \"duo\", " + std::string(rest) + "}";
}

layout::DocumentError refused(const std::string& text) {
  const auto read = layout::parse_document(text, &shipped());
  REQUIRE_FALSE(read.ok());
  return read.error();
}

layout::Document accepted(const std::string& text) {
  auto read = layout::parse_document(text, &shipped());
  REQUIRE_MESSAGE(read.ok(), (read.ok() ? std::string() : read.error().message()));
  return read.value();
}

// The place of the first occurrence of `mark`, as an editor shows it.
std::string place_of(const std::string& text, std::string_view mark) {
  const base::TextPlace place = base::place_of(text, text.find(mark));
  return std::to_string(place.line) + ":" + std::to_string(place.column);
}

std::string place_of(const layout::DocumentError& error) {
  return std::to_string(error.place.line) + ":" + std::to_string(error.place.column);
}

}  // namespace

TEST_CASE("document: the shipped one is whole and has nothing changed") {
  CHECK(shipped().name == layout::kShippedName);
  CHECK(shipped()[Num::Columns] == 2);
  CHECK(shipped().color(Col::Page, false) == 0xF4F2EFFF);
  CHECK(shipped().color(Col::Hover, true) == 0xFFFFFF0F);
  CHECK(shipped().card ==
        std::vector{Part::Media, Part::Title, Part::Translation, Part::Author, Part::Counts});
  CHECK_FALSE(layout::is_card_changed(shipped()));
  CHECK(layout::write_changes(shipped()) ==
        "{\"crossfeed-layout\":1,\"name\":\"duo\",\"extends\":\"duo\",\"tokens\":{}}");
  for (std::size_t i = 0; i < layout::kNumCount; ++i) {
    CHECK_FALSE(layout::is_changed(shipped(), static_cast<Num>(i)));
    CHECK_FALSE(shipped().numbers[i].label.empty());
  }
  CHECK(layout::same_look(accepted(duo()), shipped()));
  layout_test::check_drawable(shipped());
}

TEST_CASE("document: one that extends the shipped one names only what differs") {
  const layout::Document document = accepted(changes(
      R"("name": "mine", "card": ["author", "media"],
         "tokens": {"gap": 20, "cover-ratio": 0.7, "color-page": {"dark": "#abc"}, "color-hover": {"light": "#01020304"}})"));
  CHECK(document.name == "mine");
  CHECK(document[Num::Gap] == 20);
  CHECK(document[Num::Margin] == shipped()[Num::Margin]);
  CHECK(document.color(Col::Page, true) == 0xAABBCCFF);
  CHECK(document.color(Col::Page, false) == shipped().color(Col::Page, false));
  CHECK(document.color(Col::Hover, false) == 0x01020304);
  CHECK(layout::is_changed(document, Num::Gap));
  CHECK(layout::is_changed(document, Col::Page));
  CHECK_FALSE(layout::is_changed(document, Col::Ink));
  CHECK(layout::is_card_changed(document));
  CHECK_FALSE(layout::same_look(document, shipped()));
  CHECK(accepted(changes("\"tokens\": {}")).name == "duo");
}

TEST_CASE("document: what is written reads back as the same look") {
  std::mt19937 random(7);
  for (int round = 0; round < 50; ++round) {
    layout::Document document = shipped();
    document.name = "q\"\\\u00e9";
    for (layout::NumberToken& token : document.numbers) {
      if (random() % 3 != 0) continue;
      token.value =
          token.unit == "count"
              ? std::round(std::uniform_real_distribution<float>(token.min, token.max)(random))
              : std::uniform_real_distribution<float>(token.min, token.max)(random);
    }
    for (layout::ColorToken& token : document.colors) {
      if (random() % 3 == 0) token.light = static_cast<std::uint32_t>(random());
      if (random() % 3 == 0) token.dark = static_cast<std::uint32_t>(random()) | 0xFF;
    }
    std::shuffle(document.card.begin(), document.card.end(), random);
    if (random() % 2 == 0) document.card.pop_back();
    const layout::Document read = accepted(layout::write_changes(document));
    CHECK(layout::same_look(read, document));
    CHECK(read.name == document.name);
    CHECK(layout::write_changes(read) == layout::write_changes(document));
  }
}

TEST_CASE("document: a whole one may narrow ranges, and its changes read back") {
  const layout::Document document =
      accepted(replaced(duo(), "\"max\": 48, \"value\": 16", "\"max\": 40, \"value\": 30"));
  CHECK(document[Num::Gap] == 30);
  CHECK(layout::is_changed(document, Num::Gap));
  CHECK(layout::same_look(accepted(layout::write_changes(document)), document));
  layout_test::check_in_range(document);
}

TEST_CASE("document: what is wrong, where, and what was expected") {
  struct Row {
    std::string text;
    std::string_view mark;  // the place is where this stands first
    std::string_view what;
    std::string_view expected;
  };
  const Row rows[] = {
      {replaced(duo(), "\"gap\":", "\"gapp\":"), "\"gapp\"", "'gapp'", "did you mean 'gap'?"},
      {replaced(duo(), "48, \"value\": 16", "48, \"value\": 90"), "90}", "gap is 90",
       "a number from 0 to 48"},
      {replaced(duo(), "4, \"value\": 2", "4, \"value\": 2.5"), "2.5}", "columns is 2.5",
       "a whole number from 1 to 4"},
      {replaced(duo(), "48, \"value\": 16", "48, \"value\": \"x\""), "\"x\"}", "gap is 'x'",
       "a number from 0 to 48"},
      {replaced(duo(), "48, \"value\": 16", "480, \"value\": 16"), "480", "gap's max is 480",
       "a number from 0 to 48"},
      {replaced(duo(), "\"min\": 1, \"max\": 4", "\"min\": 4, \"max\": 3"), "4, \"max\": 3",
       "above its max", "at most 3"},
      {replaced(duo(), "\"group\": \"Feed\", ", ""), "{\"label\": \"Columns\"",
       "columns's group is missing", "a text"},
      {replaced(duo(), "\"label\": \"Gap\"", "\"label\": []"), "[]", "gap's label is a list",
       "a text of 1 to 80 bytes"},
      {replaced(duo(), "\"unit\": \"count\"", "\"unit\": \"em\""), "\"em\"",
       "columns's unit is 'em'", "count"},
      {replaced(duo(), "#F4F2EF", "red"), "\"red\"", "color-page's light is 'red'", "'#RRGGBB'"},
      {replaced(duo(), "#F4F2EF", "#12345"), "\"#12345\"", "'#12345'", "a colour"},
      {replaced(duo(), "\"crossfeed-layout\": 1", "\"crossfeed-layout\": 2"), "2,",
       "crossfeed-layout is 2", "1"},
      {replaced(duo(), "\"crossfeed-layout\": 1,", ""), "{", "crossfeed-layout is missing",
       "\"crossfeed-layout\": 1"},
      {replaced(duo(), "\"name\"", "\"nam\\\"e\""), "\"nam\\\"e\"", "is not known",
       "did you mean 'name'?"},
      {replaced(duo(), "\"gap-compact\"", "\"gap\""), "\"gap\": {\"label\": \"Gap, c",
       "'gap' stands here a second time", "once"},
      {replaced(duo(), "\"title\",", "\"tittle\","), "\"tittle\"", "'tittle'",
       "did you mean 'title'?"},
      {replaced(duo(), "\"title\",", "\"media\","), "\"media\", \"author\"", "'media' is repeated",
       "each part once"},
      {replaced(duo(), "\"media\", \"title\", \"author\", \"counts\"", ""), "[]", "card is empty",
       "at least one part"},
      {replaced(duo(), "[\"media\", \"title\", \"author\", \"counts\"]", "7"), "7", "card is 7",
       "a list of parts"},
      {"[]", "[", "the document is a list", "an object"},
      {"{\"crossfeed-layout\": 1,\n  \"name\" \"x\"}", "\"x\"", "this is not JSON", "':'"},
      {changes("\"tokens\": {\"gap\": {\"value\": 3}}"), "{\"value\"", "gap is an object",
       "a number from 0 to 48"},
      {changes("\"tokens\": {\"color-page\": \"#FFF\"}"), "\"#FFF\"", "color-page is '#FFF'",
       "light, dark"},
      {changes("\"tokens\": {\"color-page\": {\"lights\": \"#FFF\"}}"), "\"lights\"", "'lights'",
       "did you mean 'light'?"},
      {changes("\"tokens\": {\"gap feed-width\": 3}"), "\"gap feed", "'gap feed-width'", "a token"},
      {changes("\"tokens\": []"), "[]", "tokens is a list", "an object"},
      {replaced(changes("\"name\": \"x\""), "\"duo\"", "\"trio\""), "\"trio\"", "extends is 'trio'",
       "'duo'"},
      {replaced(changes("\"name\": \"x\""), "\"duo\"", "null"), "null", "extends is null", "'duo'"},
      {changes("\"name\": \"\""), "\"\"", "name is ''", "a text of 1 to 80 bytes"},
  };
  for (const Row& row : rows) {
    const layout::DocumentError error = refused(row.text);
    CAPTURE(error.message());
    CHECK(place_of(error) == place_of(row.text, row.mark));
    CHECK(error.what.find(row.what) != std::string::npos);
    CHECK(error.expected.find(row.expected) != std::string::npos);
    CHECK(error.message().starts_with("Line "));
  }
}

TEST_CASE("document: a missing token of a whole one is named") {
  std::string text = duo();
  const std::size_t begin = text.find("    \"gap\"");
  text.erase(begin, text.find('\n', begin) + 1 - begin);
  const layout::DocumentError error = refused(text);
  CHECK(error.what == "the token 'gap' is missing");
  CHECK(place_of(error) == "5:13");
}

TEST_CASE("document: limits") {
  CHECK(refused(std::string(layout::kMaxDocumentBytes + 1, ' ')).what.find("larger") !=
        std::string::npos);
  CHECK(refused(changes("\"name\": " + std::string(40, '['))).what.find("nested") !=
        std::string::npos);
  CHECK_FALSE(layout::parse_document("", &shipped()).ok());
  std::string many = changes("\"card\": [");
  for (int i = 0; i < 5000; ++i) many += "1,";
  CHECK_FALSE(layout::parse_document(many, &shipped()).ok());
  CHECK(refused(changes("\"" + std::string(5000, 'x') + "\": 1")).message().size() < 300);
}

TEST_CASE("document: colours") {
  CHECK(layout::parse_color("#abc") == 0xAABBCCFFU);
  CHECK(layout::parse_color("#01F23a") == 0x01F23AFFU);
  CHECK(layout::parse_color("#01F23a80") == 0x01F23A80U);
  for (const char* bad : {"", "#", "abc", "#ab", "#abcd", "#abcde", "#abcdefg", "#-12", "# 12345",
                          "#0x1234", "red"}) {
    CAPTURE(bad);
    CHECK_FALSE(layout::parse_color(bad).has_value());
  }
  CHECK(layout::color_text(0xAABBCCFF) == "#AABBCC");
  CHECK(layout::color_text(0x00000000) == "#00000000");
  for (std::uint32_t color : {0x12345678U, 0xFFFFFFFFU, 0x000000FFU, 0xFEU}) {
    CHECK(layout::parse_color(layout::color_text(color)) == color);
  }
}
