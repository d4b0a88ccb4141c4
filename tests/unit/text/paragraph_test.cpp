#include "text/paragraph.h"

#include <doctest/doctest.h>

#include <limits>

#include "helpers.h"

using text_test::ink_of;
using text_test::lay_out;
using text_test::repeat;
using text_test::runs_of;
using text_test::source;
using text_test::Strings;

namespace {

text::StyleSpan span(std::uint32_t begin, std::uint32_t end, std::uint16_t tag) {
  text::StyleSpan out;
  out.begin = begin;
  out.end = end;
  out.style = text_test::style();
  out.tag = tag;
  return out;
}

text::StyleSpan picture(std::uint32_t begin, std::uint32_t end) {
  text::StyleSpan out = span(begin, end, 7);
  out.picture = true;
  return out;
}

}  // namespace

TEST_CASE("max_lines: an ellipsis at a cluster, and the line still fits") {
  const auto cut = lay_out(source("the quick brown fox jumps"), {100, 2, text::Align::Start});
  CHECK(ink_of(cut) == Strings{"the quick", "brown fox…"});
  CHECK(cut.elided);
  for (const text::Line& line : cut.lines) CHECK(line.width <= 100.01f);
  const text::Run& dots = cut.runs.back();
  CHECK(dots.ellipsis);
  CHECK(dots.begin == dots.end);
  CHECK(dots.x == doctest::Approx(85));
  CHECK(cut.lines[1].end == 20);  // with the space
  CHECK(cut.lines[1].ink_end == 19);

  CHECK(ink_of(lay_out(source("extraordinarily long"), {100, 1, text::Align::Start})) ==
        Strings{"extraordi…"});
  CHECK(ink_of(lay_out(source("今天天气很好，我们去公园。", "zh"), {100, 1, text::Align::Start})) ==
        Strings{"今天天气…"});
  CHECK(ink_of(lay_out(
            source("ab 👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧"),
            {60, 1, text::Align::Start})) == Strings{"ab 👨‍👩‍👧…"});
}

TEST_CASE("max_lines: no ellipsis where nothing is left out") {
  const auto fits = lay_out(source("the quick brown fox"), {100, 2, text::Align::Start});
  CHECK_FALSE(fits.elided);
  CHECK(ink_of(fits) == Strings{"the quick", "brown fox"});
  CHECK_FALSE(lay_out(source("one\n\n  \n"), {100, 1, text::Align::Start}).elided);
}

TEST_CASE("max_lines: after a hard break the ellipsis follows the text") {
  const auto cut = lay_out(source("one\ntwo\nthree"), {100, 2, text::Align::Start});
  CHECK(ink_of(cut) == Strings{"one", "two…"});
  CHECK(cut.elided);
}

TEST_CASE("max_lines: in a right-to-left paragraph the ellipsis stands left") {
  const auto cut = lay_out(source("שלום לכולם ותודה", "he"), {115, 1, text::Align::Start});
  REQUIRE(cut.elided);
  CHECK(runs_of(cut) == Strings{"<…", "<שלום לכולם"});
  CHECK(cut.runs[0].ellipsis);
  CHECK(cut.lines[0].x + cut.lines[0].width == doctest::Approx(115));
  CHECK(cut.runs[0].x == doctest::Approx(cut.lines[0].x));
  // Also where the last words run to the right.
  const auto mixed = lay_out(source("שלום hello world", "he"), {115, 1, text::Align::Start});
  CHECK(runs_of(mixed) == Strings{"<…", "hello", "<שלום "});
}

TEST_CASE("max_lines: the ellipsis in texts of two directions, at a cluster") {
  const auto one = [](const char* text, const char* language, float width) {
    return runs_of(lay_out(source(text, language), {width, 1, text::Align::Start}));
  };
  // At the end of the line as the paragraph reads: right in left-to-right ones ...
  CHECK(one("abc שלום לכולם", "en", 75) == Strings{"abc ", "<שלו", "…"});
  CHECK(one("see 中文 and more", "en", 85) == Strings{"see 中文", "…"});
  // ... left in right-to-left ones, whatever stands last.
  CHECK(one("سلام ABCDEFG", "ar", 85) == Strings{"<…", "ABC", "<سلام "});
  CHECK(one("سلام 12345678", "fa", 85) == Strings{"<…", "123", "<سلام "});
  // A letter keeps its marks, an emoji its parts.
  CHECK(one("سَلَامٌ سَلَامٌ", "ar", 35) == Strings{"<…", "<سَلَ"});
  CHECK(one("ab👨‍👩‍👧cdef", "en", 45) == Strings{"ab", "…"});
}

TEST_CASE("max_lines: a line narrower than the ellipsis") {
  const auto cut = lay_out(source("hello"), {3, 1, text::Align::Start});
  CHECK(ink_of(cut) == Strings{"…"});
  CHECK(cut.elided);
}

TEST_CASE("alignment") {
  const auto centred = lay_out(source("abc\nשלום"), {100, 0, text::Align::Center});
  CHECK(centred.lines[0].x == doctest::Approx(35));
  CHECK(centred.lines[1].x == doctest::Approx(30));
  CHECK(centred.runs[0].x == doctest::Approx(35));
  const float endless = std::numeric_limits<float>::infinity();
  const auto wide = lay_out(source("abcdef\nשלום"), {endless, 0, text::Align::Start});
  CHECK(wide.size.w == doctest::Approx(60));
  CHECK(wide.lines[1].x == doctest::Approx(20));
  CHECK(wide.lines[1].top == doctest::Approx(30));
}

TEST_CASE("runs: spans part them, equal looks join") {
  auto what = source("see @bob and #tag now");
  what.spans = {span(4, 8, 1), span(13, 17, 2)};
  const auto paragraph = lay_out(what, {500, 0, text::Align::Start});
  CHECK(runs_of(paragraph) == Strings{"see ", "@bob", " and ", "#tag", " now"});
  CHECK(paragraph.runs[1].tag == 1);
  CHECK(paragraph.runs[3].tag == 2);
  CHECK(paragraph.runs[4].tag == 0);

  what.spans = {span(4, 8, 0)};  // a span that changes nothing
  CHECK(runs_of(lay_out(what, {500, 0, text::Align::Start})).size() == 1);
}

TEST_CASE("runs: a style in the middle of a word does not break it") {
  auto what = source("aaaa bbbbcccc");
  what.spans = {span(5, 9, 0)};
  what.spans[0].style.weight = 700;
  const auto paragraph = lay_out(what, {90, 0, text::Align::Start});
  CHECK(ink_of(paragraph) == Strings{"aaaa", "bbbbcccc"});
  CHECK(runs_of(paragraph, 1) == Strings{"bbbb", "cccc"});
  CHECK(paragraph.runs[1].width == doctest::Approx(42));
}

TEST_CASE("runs: emoji are colour, pictures are squares that stay whole") {
  auto what = source("hi 😀👍🏽 :cat::dog: x");
  const auto cat = static_cast<std::uint32_t>(what.text.find(":cat:"));
  what.spans = {picture(cat, cat + 5), picture(cat + 5, cat + 10)};
  const auto paragraph = lay_out(what, {500, 0, text::Align::Start});
  CHECK(runs_of(paragraph) == Strings{"hi ", "😀👍🏽", ":cat:", ":dog:", " x"});
  CHECK(paragraph.runs[1].ink == text::Ink::Color);
  CHECK(paragraph.runs[1].width == doctest::Approx(40));
  CHECK(paragraph.runs[2].ink == text::Ink::Picture);
  CHECK(paragraph.runs[2].width == doctest::Approx(20));
  CHECK(paragraph.runs[2].tag == 7);
  CHECK(lay_out(what, {1, 0, text::Align::Start}).lines.size() == 7);
}

TEST_CASE("runs: nothing but spaces is not inked") {
  auto what = source("#a #b");
  what.spans = {span(0, 2, 1), span(3, 5, 2)};
  const auto paragraph = lay_out(what, {500, 0, text::Align::Start});
  CHECK(runs_of(paragraph) == Strings{"#a", "#b"});
  CHECK(paragraph.runs[1].x == doctest::Approx(25));
}

TEST_CASE("runs: a space that carries a mark is seen") {
  const auto paragraph = lay_out("a \xCC\x88", 500);
  CHECK(runs_of(paragraph) == Strings{"a \xCC\x88"});
}

TEST_CASE("runs: very long lines come in parts") {
  const float endless = std::numeric_limits<float>::infinity();
  const auto paragraph =
      lay_out(source(repeat("abcdefghi ", 100)), {endless, 0, text::Align::Start});
  CHECK(paragraph.lines.size() == 1);
  CHECK(paragraph.runs.size() > 5);
  float x = 0;
  for (const text::Run& run : paragraph.runs) {
    CHECK(run.width <= 1500);
    CHECK(run.x == doctest::Approx(x));
    x += run.width;
  }
}

TEST_CASE("runs: spans that make no sense do no harm") {
  auto what = source("hello");
  what.spans = {span(4, 2, 1), span(0, 3, 1), span(1, 2, 2), span(2, 400, 3), span(9, 12, 4)};
  const auto paragraph = lay_out(what, {500, 0, text::Align::Start});
  CHECK(runs_of(paragraph) == Strings{"hel", "lo"});
}

TEST_CASE("work: a new width asks for nothing, a known text asks for nothing") {
  text_test::Bench bench;
  const std::string words = "the quick 中文 brown שלום fox 😀 jumps over the lazy dog";
  const auto measured = text::measure_paragraph(source(words), bench.glyphs, bench.cache);
  const std::size_t calls = bench.glyphs.measure_calls();
  CHECK(calls == 2);  // one for each direction
  for (float width = 20; width < 900; width += 7) {
    text::break_paragraph(measured, {width, 3, text::Align::Start});
  }
  CHECK(bench.glyphs.measure_calls() == calls);
  const std::size_t pieces = bench.glyphs.pieces();
  text::measure_paragraph(source(words), bench.glyphs, bench.cache);
  text::measure_paragraph(source("the lazy fox"), bench.glyphs, bench.cache);
  CHECK(bench.glyphs.measure_calls() == calls);
  CHECK(bench.glyphs.pieces() == pieces);
  CHECK(bench.cache.pieces_measured() == pieces);
  // Another language may have another font.
  text::measure_paragraph(source("the lazy fox", "de"), bench.glyphs, bench.cache);
  CHECK(bench.glyphs.measure_calls() == calls + 1);
}

TEST_CASE("work: new fonts are asked for anew") {
  text_test::Bench bench;
  text::measure_paragraph(source("hello"), bench.glyphs, bench.cache);
  bench.glyphs.set_revision(2);
  text::measure_paragraph(source("hello"), bench.glyphs, bench.cache);
  CHECK(bench.glyphs.measure_calls() == 2);
}

TEST_CASE("work: only scripts without spaces are given to the word segmenter") {
  text_test::Bench bench;
  text::measure_paragraph(source("hello 中文 안녕"), bench.glyphs, bench.cache);
  CHECK(bench.glyphs.segment_calls() == 0);
  text::measure_paragraph(source("hello สวัสดีชาวโลก bye", "th"), bench.glyphs, bench.cache);
  CHECK(bench.glyphs.segment_calls() == 1);
}

TEST_CASE("work: the cache stays within its bound and keeps what is used") {
  text_test::Bench bench;
  for (int i = 0; i < 300; ++i) {
    std::string words;
    for (int j = 0; j < 2000; ++j) words += std::to_string(i * 2000 + j) + " ";
    text::measure_paragraph(source(words), bench.glyphs, bench.cache);
    text::measure_paragraph(source("always here"), bench.glyphs, bench.cache);
    CHECK(bench.cache.bytes() < (8u << 20));
  }
  const std::size_t calls = bench.glyphs.measure_calls();
  text::measure_paragraph(source("always here"), bench.glyphs, bench.cache);
  CHECK(bench.glyphs.measure_calls() == calls);
}

TEST_CASE("work: a text is measured in parts, each piece once, and comes out as if at one go") {
  text_test::Bench whole;
  const std::string words = "the quick 中文 brown שלום fox 😀 jumps over the lazy dog and the fox";
  const auto expected = whole.lay_out(source(words), {120, 0, text::Align::Start});

  text_test::Bench parts;
  int tries = 0;
  text::Paragraph paragraph;
  do {
    REQUIRE(++tries < 20);
    parts.cache.set_room(3);
    paragraph = parts.lay_out(source(words), {120, 0, text::Align::Start});
    CHECK(parts.glyphs.pieces() <= static_cast<std::size_t>(3 * tries));
  } while (parts.cache.ran_short());
  CHECK(tries > 3);
  CHECK(parts.glyphs.pieces() == whole.glyphs.pieces());
  CHECK(text_test::ink_of(paragraph) == text_test::ink_of(expected));
  CHECK(paragraph.size.w == expected.size.w);
}
