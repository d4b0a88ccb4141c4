#include "text/bidi.h"

#include <doctest/doctest.h>

#include "helpers.h"

using text_test::lay_out;
using text_test::runs_of;
using text_test::Strings;

TEST_CASE("bidi: a left-to-right text has one run a line") {
  CHECK(runs_of(lay_out("hello brave world", 500)) == Strings{"hello brave world"});
  CHECK(runs_of(lay_out("今天天气很好，我们去公园。", 500, "zh")) ==
        Strings{"今天天气很好，我们去公园。"});
}

TEST_CASE("bidi: Arabic in a Latin sentence") {
  CHECK(runs_of(lay_out("the word سلام عليكم means", 500)) ==
        Strings{"the word ", "<سلام عليكم", " means"});
}

TEST_CASE("bidi: an Arabic sentence with Latin words and digits") {
  const auto paragraph = lay_out("أهلا GPT 2024 عام ١٢٣ نعم", 500, "ar");
  CHECK(paragraph.lines[0].direction == ports::Direction::RightToLeft);
  CHECK(runs_of(paragraph) == Strings{"< نعم", "١٢٣", "< عام ", "GPT 2024", "<أهلا "});
  // Aligned to the right, and from the left edge of what is drawn without gaps.
  const text::Line& line = paragraph.lines[0];
  CHECK(line.x + line.width == doctest::Approx(500));
  float x = line.x;
  for (const text::Run& run : paragraph.runs) {
    CHECK(run.x == doctest::Approx(x));
    x += run.width;
  }
}

TEST_CASE("bidi: direction by the first strong character, else by the language") {
  const auto direction = [](const char* text, const char* language) {
    return lay_out(text, 500, language).lines[0].direction;
  };
  CHECK(direction("שלום abc", "en") == ports::Direction::RightToLeft);
  CHECK(direction("abc שלום", "he") == ports::Direction::LeftToRight);
  CHECK(direction("123 😀", "ar") == ports::Direction::RightToLeft);
  CHECK(direction("123 😀", "en") == ports::Direction::LeftToRight);
  CHECK(direction("(!)", "fa") == ports::Direction::RightToLeft);
}

TEST_CASE("bidi: each source paragraph on its own, each line inside one") {
  const auto two = lay_out("abc\nשלום", 500, "en");
  CHECK(two.lines[0].direction == ports::Direction::LeftToRight);
  CHECK(two.lines[1].direction == ports::Direction::RightToLeft);
  CHECK(two.lines[1].x + two.lines[1].width == doctest::Approx(500));
  const auto one = lay_out("abc\xE2\x80\xA8שלום", 500, "en");
  CHECK(one.lines[1].direction == ports::Direction::LeftToRight);
}

TEST_CASE("bidi: reordering happens on the line, not on the paragraph") {
  // Two lines of one Hebrew sentence: the first words stand on the first line.
  const auto paragraph = lay_out("אחת שתיים שלוש ארבע", 120, "he");
  CHECK(paragraph.lines.size() == 2);
  CHECK(runs_of(paragraph, 0) == Strings{"<אחת שתיים"});
  CHECK(runs_of(paragraph, 1) == Strings{"<שלוש ארבע"});
}

TEST_CASE("bidi: punctuation at the end of a right-to-left sentence stands left") {
  CHECK(runs_of(lay_out("שלום!", 500, "he")) == Strings{"<שלום!"});
  CHECK(runs_of(lay_out("שלום abc!", 500, "he")) == Strings{"<!", "abc", "<שלום "});
}

TEST_CASE("bidi: trailing white space of a line takes no part (L1)") {
  const auto paragraph = lay_out("abc שלום def", 85, "en");
  CHECK(runs_of(paragraph, 0) == Strings{"abc ", "<שלום"});
  CHECK(paragraph.lines[0].x == doctest::Approx(0));
  CHECK(paragraph.lines[0].width == doctest::Approx(75));
}

TEST_CASE("bidi: controls steer and are not drawn") {
  const std::string rlo = "\xE2\x80\xAE";
  const std::string pdf = "\xE2\x80\xAC";
  const auto overridden = lay_out("ab " + rlo + "cde" + pdf + " fg", 500);
  CHECK(runs_of(overridden) == Strings{"ab ", "<cde", " fg"});
  CHECK(overridden.lines[0].width == doctest::Approx(80));
  const std::string rli = "\xE2\x81\xA7";
  const std::string pdi = "\xE2\x81\xA9";
  CHECK(runs_of(lay_out(rli + "abc" + pdi + " x", 500)) == Strings{"abc", " x"});
  for (const text::Run& run : overridden.runs) {
    CHECK(overridden.text().substr(run.begin, run.end - run.begin).find("\xE2\x80") ==
          std::string::npos);
  }
}

TEST_CASE("bidi: invisible joiners part no run") {
  for (const char* joiner : {"\xE2\x80\x8B", "\xE2\x81\xA0", "\xE2\x80\x8C", "\xC2\xAD"}) {
    const std::string hebrew = std::string("שלום") + joiner + "שלום";
    CHECK(runs_of(lay_out(hebrew, 500)) == Strings{"<" + hebrew});
    const std::string latin = std::string("ab") + joiner + "cd";
    CHECK(runs_of(lay_out(latin, 500)) == Strings{latin});
  }
}

namespace {

// The runs of a text whose [begin, end) is isolated.
Strings isolated(std::string text, std::string_view part, std::string language = "en") {
  const std::size_t begin = text.find(part);
  auto what = text_test::source(std::move(text), std::move(language));
  text::StyleSpan span;
  span.begin = static_cast<std::uint32_t>(begin);
  span.end = static_cast<std::uint32_t>(begin + part.size());
  span.style = what.style;
  span.isolate = true;
  what.spans.push_back(span);
  return runs_of(lay_out(std::move(what), {500, 0, text::Align::Start}));
}

}  // namespace

TEST_CASE("bidi: an isolate keeps its order and leaves the others theirs") {
  // Without: the number goes with the Hebrew name, and stands left of it.
  CHECK(runs_of(lay_out("by אבג - 5 points", 500, "en")) ==
        Strings{"by ", "5", "<אבג - ", " points"});
  CHECK(isolated("by אבג - 5 points", "אבג") == Strings{"by ", "<אבג", " - 5 points"});
  // A link in a Hebrew sentence reads from left to right in one piece.
  CHECK(isolated("ראו x.org/א/b עכשיו", "x.org/א/b", "he") ==
        Strings{"< עכשיו", "x.org/", "<א", "/b", "<ראו "});
  // It does not say which direction the paragraph has (P2).
  CHECK(isolated("@bob שלום", "@bob") == Strings{"< שלום", "@bob"});
  // Two that touch are two, in the order of the paragraph.
  auto what = text_test::source("a#אב#גד");
  for (const std::uint32_t begin : {1u, 6u}) {
    text::StyleSpan span;
    span.begin = begin;
    span.end = begin + 5;
    span.style = what.style;
    span.isolate = true;
    what.spans.push_back(span);
  }
  CHECK(runs_of(lay_out(what, {500, 0, text::Align::Start})) == Strings{"a", "<#אב", "<#גד"});
}

TEST_CASE("bidi: an isolate over a paragraph's end is one in each") {
  CHECK(isolated("ab אב\nגד cd", "אב\nגד").size() == 2);
  const auto levels =
      text::find_levels(text::read_codes("a\nb"), ports::Direction::RightToLeft, {{0, 3}});
  CHECK(levels.isolate == std::vector<std::uint32_t>{1, 0, 1});
  CHECK(levels.base == std::vector<std::uint8_t>{1, 1, 1});
  CHECK(levels.around == std::vector<std::uint8_t>{1, 0, 1});
  CHECK(levels.level == std::vector<std::uint8_t>{2, 1, 2});
}

TEST_CASE("bidi: brackets are in a run of their direction, which the platform mirrors") {
  CHECK(runs_of(lay_out("(שלום)", 500, "he")) == Strings{"<(שלום)"});
  CHECK(runs_of(lay_out("«سلام» [x]", 500, "ar")) == Strings{"<]", "x", "<«سلام» ["});
}

TEST_CASE("bidi: visual order of levels (L2)") {
  CHECK(text::visual_order({}) == std::vector<std::uint32_t>{});
  CHECK(text::visual_order({0, 1, 1, 0}) == std::vector<std::uint32_t>{0, 2, 1, 3});
  CHECK(text::visual_order({1, 2, 2, 1}) == std::vector<std::uint32_t>{3, 1, 2, 0});
  CHECK(text::visual_order({0, 2, 1, 2, 0}) == std::vector<std::uint32_t>{0, 3, 2, 1, 4});
  CHECK(text::visual_order({2, 2}) == std::vector<std::uint32_t>{0, 1});
}
