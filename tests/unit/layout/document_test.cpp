#include "layout/document.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "helpers.h"
#include "layout/document_read.h"
#include "layout/post_page.h"

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

void check_in_range(const layout::Document& document) {
  for (std::size_t i = 0; i < layout::kNumCount; ++i) {
    const layout::NumberToken& token = document.numbers[i];
    const layout::NumberToken& range = shipped().numbers[i];
    CAPTURE(layout::token_name(static_cast<Num>(i)));
    CHECK(token.value >= token.min);
    CHECK(token.value <= token.max);
    CHECK(token.min >= range.min);
    CHECK(token.max <= range.max);
    CHECK(token.fallback == range.fallback);
  }
  CHECK_FALSE(document.card.empty());
  CHECK(document.card.size() <= layout::kPartCount);
}

void check_drawable(const layout::Document& document) {
  layout_test::Bench bench;
  for (const float width : {320.0F, 900.0F, 1600.0F}) {
    const layout::Shell shell = layout::build_shell({width, 800}, document, width > 1000);
    CHECK(std::isfinite(shell.feed_x));
    CHECK(shell.column_width >= 1);
    CHECK(shell.columns >= 1);
    for (const model::Post& post : {layout_test::text_post(), layout_test::picture_post()}) {
      layout_test::check_sound(bench.card(post, document, shell.column_width));
    }
  }
  const model::Post post = layout_test::picture_post();
  const std::set<std::string> unfolded;
  const model::Thread thread{{}, {layout_test::text_post("A comment")}};
  const layout::PostPage page = layout::build_post_page({.post = post,
                                                         .thread = &thread,
                                                         .document = document,
                                                         .window = {1280, 800},
                                                         .unfolded = unfolded,
                                                         .reader = model::parse_language("en")},
                                                        {bench.glyphs, bench.cache});
  CHECK(std::isfinite(page.boxes.size.h));
  CHECK(layout_test::is_finite(page.sheet));
  CHECK(layout_test::is_finite(page.media));
}

// One change to the shipped document's text, by kind.
class Mutator {
 public:
  explicit Mutator(unsigned seed) : random_(seed) {}

  std::string mutate(std::string text) {
    switch (below(10)) {
      case 0:
        return text.erase(below(text.size()), 1 + below(12));
      case 1:
        return text.insert(below(text.size()), 1, any_byte());
      case 2: {
        text[below(text.size())] = any_byte();
        return text;
      }
      case 3:
        return text.substr(0, below(text.size()));
      case 4:
        return swap_lines(std::move(text));
      case 5:
        return repeat_line(std::move(text));
      case 6:
        return drop_line(std::move(text));
      case 7:
        return with_value(std::move(text), any_number());
      case 8:
        return with_value(std::move(text), any_other());
      default:
        return swap_names(std::move(text));
    }
  }

 private:
  std::size_t below(std::size_t n) {
    return std::uniform_int_distribution<std::size_t>(0, n - 1)(random_);
  }
  char any_byte() {
    constexpr std::string_view kTelling = "{}[]\",:#-+.eE019 \n\\nulltruefals\xFF\xC3\x01";
    return kTelling[below(kTelling.size())];
  }
  std::string any_number() {
    static const std::vector<std::string> kNumbers = {"-1",     "0",      "2.5",   "1e9",
                                                      "-1e300", "1e-300", "99999", "0.1"};
    return kNumbers[below(kNumbers.size())];
  }
  std::string any_other() {
    static const std::vector<std::string> kOthers = {
        "null", "true",     "\"16\"",     "[]",   "{}",
        "[1]",  "\"#FFF\"", "\"#12345\"", "\"\"", "{\"value\": 1}"};
    return kOthers[below(kOthers.size())];
  }

  // A line that holds a token, as [begin, end) with its line end.
  std::pair<std::size_t, std::size_t> token_line(const std::string& text) {
    const std::size_t first = text.find("    \"columns\"");
    std::vector<std::size_t> starts;
    for (std::size_t at = first; at != std::string::npos && text.compare(at, 5, "    \"") == 0;
         at = text.find('\n', at) + 1) {
      starts.push_back(at);
    }
    const std::size_t begin = starts[below(starts.size())];
    return {begin, text.find('\n', begin) + 1};
  }
  std::string swap_lines(std::string text) {
    const auto [begin, end] = token_line(text);
    const std::string line = text.substr(begin, end - begin);
    text.erase(begin, end - begin);
    return text.insert(token_line(text).first, line);
  }
  std::string repeat_line(std::string text) {
    const auto [begin, end] = token_line(text);
    const std::string line = text.substr(begin, end - begin);
    return text.insert(token_line(text).first, line);
  }
  std::string drop_line(std::string text) {
    const auto [begin, end] = token_line(text);
    return text.erase(begin, end - begin);
  }
  std::string swap_names(std::string text) {
    const auto name = [&](std::size_t line) {
      const std::size_t begin = line + 5;
      return std::pair(begin, text.find('"', begin));
    };
    auto a = name(token_line(text).first);
    auto b = name(token_line(text).first);
    if (a > b) std::swap(a, b);
    const std::string first = text.substr(a.first, a.second - a.first);
    const std::string second = text.substr(b.first, b.second - b.first);
    text.replace(b.first, second.size(), first);
    return text.replace(a.first, first.size(), second);
  }
  // Some value behind a ':' becomes another.
  std::string with_value(std::string text, const std::string& value) {
    std::size_t colon = text.find(": ", below(text.size() - 200));
    if (colon == std::string::npos) colon = text.find(": ");
    const std::size_t end = text.find_first_of(",}\n", colon);
    return text.replace(colon + 2, end - colon - 2, value);
  }

  std::mt19937 random_;
};

}  // namespace

TEST_CASE("document: the shipped one is whole and has nothing changed") {
  CHECK(shipped().name == layout::kShippedName);
  CHECK(shipped()[Num::Columns] == 2);
  CHECK(shipped().color(Col::Page, false) == 0xF4F2EFFF);
  CHECK(shipped().color(Col::Hover, true) == 0xFFFFFF0F);
  CHECK(shipped().card == std::vector{Part::Media, Part::Title, Part::Author, Part::Counts});
  CHECK_FALSE(layout::is_card_changed(shipped()));
  CHECK(layout::write_changes(shipped()) ==
        "{\"crossfeed-layout\":1,\"name\":\"duo\",\"extends\":\"duo\",\"tokens\":{}}");
  for (std::size_t i = 0; i < layout::kNumCount; ++i) {
    CHECK_FALSE(layout::is_changed(shipped(), static_cast<Num>(i)));
    CHECK_FALSE(shipped().numbers[i].label.empty());
  }
  CHECK(layout::same_look(accepted(duo()), shipped()));
  check_drawable(shipped());
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
  check_in_range(document);
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

TEST_CASE("document: 200 mutations are refused with place and reason, or drawn") {
  int drawn = 0;
  int refusals = 0;
  const std::string original = duo();
  const auto lines = static_cast<int>(std::count(original.begin(), original.end(), '\n')) + 4;
  for (unsigned seed = 1; seed <= 200; ++seed) {
    CAPTURE(seed);
    const std::string text = Mutator(seed).mutate(original);
    const auto read = layout::parse_document(text, &shipped());
    if (read) {
      ++drawn;
      check_in_range(read.value());
      check_drawable(read.value());
      const layout::Document again = accepted(layout::write_changes(read.value()));
      CHECK(layout::same_look(again, read.value()));
      continue;
    }
    ++refusals;
    const layout::DocumentError& error = read.error();
    CAPTURE(error.message());
    CHECK_FALSE(error.what.empty());
    CHECK_FALSE(error.expected.empty());
    CHECK(error.place.line >= 1);
    CHECK(error.place.line <= lines);
    CHECK(error.place.column >= 1);
    CHECK(error.message().size() < 400);
  }
  CAPTURE(refusals);
  CAPTURE(drawn);
  CHECK(refusals > 80);
  CHECK(drawn > 20);
}
