#include <doctest/doctest.h>

#include "helpers.h"
#include "text/paragraph.h"

using text_test::lay_out;
using text_test::source;

TEST_CASE("caret: offsets to places and back, left to right") {
  const auto paragraph = lay_out("ab 中文", 500, "zh");
  CHECK(text::x_of_offset(paragraph, 0, 0) == doctest::Approx(0));
  CHECK(text::x_of_offset(paragraph, 0, 1) == doctest::Approx(10));
  CHECK(text::x_of_offset(paragraph, 0, 3) == doctest::Approx(25));
  CHECK(text::x_of_offset(paragraph, 0, 4) == doctest::Approx(25));  // inside 中
  CHECK(text::x_of_offset(paragraph, 0, 6) == doctest::Approx(45));
  CHECK(text::x_of_offset(paragraph, 0, 9) == doctest::Approx(65));
  CHECK(text::x_of_offset(paragraph, 0, 999) == doctest::Approx(65));
  CHECK(text::x_of_offset(paragraph, 7, 0) == doctest::Approx(0));

  CHECK(text::offset_at(paragraph, {-5, 0}) == 0);
  CHECK(text::offset_at(paragraph, {4, 15}) == 0);
  CHECK(text::offset_at(paragraph, {6, 15}) == 1);
  CHECK(text::offset_at(paragraph, {34, 15}) == 3);
  CHECK(text::offset_at(paragraph, {36, 15}) == 6);
  CHECK(text::offset_at(paragraph, {900, 900}) == 9);
}

TEST_CASE("caret: right to left") {
  const auto paragraph = lay_out("שלום", 100, "he");  // 40 wide, from 60 to 100
  CHECK(text::x_of_offset(paragraph, 0, 0) == doctest::Approx(100));
  CHECK(text::x_of_offset(paragraph, 0, 2) == doctest::Approx(90));
  CHECK(text::x_of_offset(paragraph, 0, 8) == doctest::Approx(60));
  CHECK(text::offset_at(paragraph, {99, 0}) == 0);
  CHECK(text::offset_at(paragraph, {88, 0}) == 2);
  CHECK(text::offset_at(paragraph, {61, 0}) == 8);
  CHECK(text::offset_at(paragraph, {0, 0}) == 8);
}

TEST_CASE("caret: every cluster of a mixed text is found where it stands") {
  for (const char* text : {"the word سلام عليكم means 👨‍👩‍👧 x",
                           "أهلا GPT 2024 عام ١٢٣ نعم", "한국어 ไทย abc\ne\xCC\x81"}) {
    for (const float width : {30.0f, 90.0f, 500.0f}) {
      const auto paragraph = lay_out(text, width, "en");
      const std::string& all = paragraph.text();
      for (std::uint32_t i = 0; i < paragraph.lines.size(); ++i) {
        const text::Line& line = paragraph.lines[i];
        for (std::uint32_t at = line.begin; at < line.ink_end; ++at) {
          const auto rects = text::rects_of_range(paragraph, at, at + 1);
          if ((all[at] & 0xC0) == 0x80 || rects.size() != 1) continue;
          // A quarter into the cluster from where it begins: its own offset.
          const float x = text::x_of_offset(paragraph, i, at);
          const bool left = x > rects[0].x + rects[0].w / 2;
          const float quarter = left ? x - rects[0].w / 4 : x + rects[0].w / 4;
          const std::uint32_t hit = text::offset_at(paragraph, {quarter, line.top + 1});
          CHECK(hit <= at);
          CHECK(text::x_of_offset(paragraph, i, hit) == doctest::Approx(x));
        }
      }
    }
  }
}

TEST_CASE("caret: rectangles of a range") {
  const auto plain = lay_out("the quick brown fox", 100);
  const auto rects = text::rects_of_range(plain, 4, 15);
  REQUIRE(rects.size() == 2);
  CHECK(rects[0] == base::Rect{35, 0, 50, 30});
  CHECK(rects[1] == base::Rect{0, 30, 50, 30});
  CHECK(text::rects_of_range(plain, 5, 5).empty());
  CHECK(text::rects_of_range(plain, 9, 10).empty());  // the space that hangs
  CHECK(text::rects_of_range(plain, 100, 900).empty());

  // One logical stretch over a change of direction: two rectangles.
  const auto mixed = lay_out("abc שלום def", 500);
  CHECK(text::rects_of_range(mixed, 0, 100).size() == 1);
  CHECK(text::rects_of_range(mixed, 0, 8).size() == 2);
}

TEST_CASE("caret: an ellipsis in right-to-left text is no text") {
  const auto cut = lay_out(source("שלום לכולם ותודה", "he"), {120, 1, text::Align::Start});
  const text::Line& line = cut.lines[0];
  CHECK(text::x_of_offset(cut, 0, 0) == doctest::Approx(120));
  CHECK(text::x_of_offset(cut, 0, line.ink_end) == doctest::Approx(line.x + 10));
  CHECK(text::offset_at(cut, {line.x + 2, 5}) == line.ink_end);
}

TEST_CASE("caret: narrow and wide letters of a long word") {
  // 'i' is 2 wide, all else 10; a word is a tenth narrower than its letters (kerning).
  struct Uneven final : ports::Glyphs {
    void measure(std::string_view text, std::span<const std::uint32_t> ends,
                 const ports::PieceContext&, std::span<float> widths) override {
      std::uint32_t begin = 0;
      for (std::size_t i = 0; i < ends.size(); ++i) {
        float width = 0;
        for (const char c : text.substr(begin, ends[i] - begin)) width += c == 'i' ? 2.0f : 10.0f;
        widths[i] = ends[i] - begin > 1 ? width * 0.9f : width;
        begin = ends[i];
      }
    }
    void segment_words(std::string_view, std::string_view, std::span<std::uint8_t>) override {}
    [[nodiscard]] std::uint32_t revision() const override { return 1; }
  } uneven;
  text::MeasureCache cache;
  const auto measured = text::measure_paragraph(source("iiiiiiiiiiWWWWWWWWWW"), uneven, cache);
  const auto wide = text::break_paragraph(measured, {500, 0, text::Align::Start});
  CHECK(wide.lines[0].width == doctest::Approx(108));
  CHECK(text::x_of_offset(wide, 0, 10) == doctest::Approx(18));
  CHECK(text::x_of_offset(wide, 0, 12) == doctest::Approx(36));
  CHECK(text::offset_at(wide, {30, 5}) == 11);
  // And so a word that must be cut is cut by its letters' widths.
  const auto narrow = text::break_paragraph(measured, {40, 0, text::Align::Start});
  CHECK(text_test::ink_of(narrow) == text_test::Strings{"iiiiiiiiiiWW", "WWWW", "WWWW"});
}

TEST_CASE("caret: empty lines and empty texts") {
  CHECK(text::offset_at(lay_out("", 100), {5, 5}) == 0);
  CHECK(text::x_of_offset(lay_out("", 100), 0, 0) == doctest::Approx(0));
  CHECK(text::rects_of_range(lay_out("", 100), 0, 5).empty());
  const auto empty = lay_out("a\n\nb", 100);
  CHECK(text::offset_at(empty, {50, 45}) == 2);
  CHECK(text::x_of_offset(empty, 1, 2) == doctest::Approx(0));
}
