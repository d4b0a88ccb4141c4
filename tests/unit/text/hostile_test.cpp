// Texts made to cost time or memory, or to stand where they should not.
#include <doctest/doctest.h>

#include <limits>

#include "helpers.h"
#include "text/measured.h"
#include "text/paragraph.h"

using text_test::ink_of;
using text_test::lay_out;
using text_test::repeat;
using text_test::source;

namespace {

// A line that has to be cut looks at the clusters of the piece it is cut in, a piece has at most
// kMaxClustersInPiece, and a line takes at least one cluster.
constexpr std::uint64_t kWorkAByte = text::kMaxClustersInPiece + 8;
constexpr std::size_t kCacheBytes = 8u << 20;

// Lays out, and holds that work and memory grow with the text and no faster.
text::Paragraph lay_out_bounded(text::Source what, float width, int max_lines = 0) {
  text_test::Bench bench;
  auto paragraph = bench.lay_out(std::move(what), {width, max_lines, text::Align::Start});
  const std::size_t bytes = paragraph.text().size();
  CHECK(bytes <= text::kMaxTextBytes);
  CHECK(paragraph.measured->pieces.size() <= bytes);
  CHECK(paragraph.measured->advances.size() <= bytes);
  CHECK(bench.glyphs.pieces() <= 2 * bytes + 1);
  CHECK(bench.glyphs.measure_calls() <= 8 * (paragraph.measured->looks.size() + 1));
  CHECK(bench.cache.bytes() <= kCacheBytes);
  CHECK(paragraph.work <= kWorkAByte * (bytes + 1));
  CHECK(paragraph.lines.size() <= bytes);
  CHECK(paragraph.runs.size() <= paragraph.measured->pieces.size() + paragraph.lines.size() + 1);
  return paragraph;
}

text::Paragraph lay_out_bounded(std::string what, float width, int max_lines = 0) {
  return lay_out_bounded(source(std::move(what)), width, max_lines);
}

}  // namespace

TEST_CASE("hostile: a word of a million letters") {
  const auto paragraph = lay_out_bounded(std::string(1'000'000, 'x'), 200);
  CHECK(paragraph.text().size() <= text::kMaxTextBytes);
  CHECK(paragraph.elided);
  CHECK(paragraph.runs.back().ellipsis);
  for (const text::Line& line : paragraph.lines) CHECK(line.width <= 200.02f);
  lay_out_bounded(std::string(1'000'000, 'x'), 0);
  CHECK(lay_out_bounded(std::string(1'000'000, 'x'), 200, 3).lines.size() == 3);
}

TEST_CASE("hostile: ten thousand marks on one letter") {
  for (const char* mark : {"\xCC\x81", "\xD9\x8B", "\xE2\x83\x9D"}) {
    const auto paragraph = lay_out_bounded("a" + repeat(mark, 10'000) + "b", 200);
    REQUIRE(paragraph.lines.size() == 1);
    std::size_t drawn = 0;
    for (const text::Run& run : paragraph.runs) drawn += run.end - run.begin;
    CHECK(drawn == 2 + 8 * std::string_view(mark).size());
    CHECK(paragraph.lines[0].width == doctest::Approx(20));
    CHECK(paragraph.lines[0].end == paragraph.text().size());
  }
  // Nor by way of invisible characters in between.
  const auto sly = lay_out("a" + repeat(repeat("\xCC\x81", 8) + "\xE2\x80\x8E", 50) + "b", 200);
  std::size_t drawn = 0;
  for (const text::Run& run : sly.runs) drawn += run.end - run.begin;
  CHECK(drawn == 2 + 16);
}

TEST_CASE("hostile: chains") {
  lay_out_bounded(repeat("👨‍", 20'000), 100);
  lay_out_bounded(repeat("\xE2\x80\x8D", 80'000), 100);
  lay_out_bounded(repeat("🇩", 60'000), 100);
  lay_out_bounded(repeat("\xE1\x84\x80", 80'000), 100);  // leading jamo
  lay_out_bounded(repeat("क्", 40'000), 100);
}

TEST_CASE("hostile: bidi controls and brackets") {
  for (const char* unit : {"\xE2\x80\xAE",
                           "\xE2\x80\xAB"
                           "a",
                           "\xE2\x81\xA7", "\xE2\x81\xA8ש", "(", "([{שa",
                           "\xE2\x80\xAE"
                           "a\xE2\x80\xAC",
                           "aש", "\tש ", "   \t"}) {
    CAPTURE(unit);
    const int count = 200'000 / static_cast<int>(std::string_view(unit).size());
    const auto paragraph = lay_out_bounded(repeat(unit, count), 300);
    CHECK(paragraph.lines.size() <= paragraph.text().size());
    lay_out_bounded(repeat(unit, count), 1e9f);
  }
}

TEST_CASE("hostile: unpaired surrogates, however they are written") {
  // As WTF-8, which is no UTF-8: three bytes, three replacements.
  CHECK(lay_out("\xED\xA0\x80", 500).text() == repeat("\xEF\xBF\xBD", 3));
  CHECK(lay_out("\xED\xBF\xBF", 500).text() == repeat("\xEF\xBF\xBD", 3));
  lay_out_bounded(repeat("\xED\xA0\x80", 100'000), 500);
}

TEST_CASE("hostile: what gives no room to break, again and again") {
  for (const char* unit : {"b\xE2\x80\x8E", "\xE2\x80\x8E\xE2\x80\x8E\xE2\x80\x8E\xE2\x80\x8Ew ",
                           "\xC2\xA0", "a\xE2\x81\xA0", "（", "）", "。", "a中"}) {
    CAPTURE(unit);
    const int count = 200'000 / static_cast<int>(std::string_view(unit).size());
    for (const float width : {0.0f, 15.0f, 300.0f, 1e9f}) {
      lay_out_bounded(repeat(unit, count), width);
      lay_out_bounded(repeat(unit, count), width, 2);
    }
  }
}

TEST_CASE("hostile: spaces, line ends and marks alone") {
  CHECK(lay_out_bounded(std::string(300'000, ' '), 100).runs.size() <= 1);
  CHECK(lay_out_bounded(std::string(200'000, '\n'), 100).lines.size() == 200'000);
  CHECK(lay_out_bounded(repeat("\xCC\x81", 100'000), 100).runs.size() <= 1);
  lay_out_bounded(repeat("\xE2\x80\x8B", 80'000), 100);
}

TEST_CASE("hostile: NUL and other controls are kept and not drawn") {
  const auto paragraph = lay_out(std::string("a\0b\x1B[31m\x7F", 9), 500);
  CHECK(paragraph.text().size() == 9);
  CHECK(text_test::runs_of(paragraph) == text_test::Strings{"a", "b", "[31m"});
  CHECK(paragraph.lines[0].width == doctest::Approx(60));
}

TEST_CASE("hostile: invalid UTF-8 is read as far as it can be") {
  const auto paragraph = lay_out("a\xFF\xC3 \xED\xA0\x80z", 500);
  CHECK(paragraph.text() == "a\xEF\xBF\xBD\xEF\xBF\xBD \xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBDz");
  const auto huge = lay_out_bounded(std::string(1'000'000, '\xFF'), 500);
  CHECK(huge.text().size() <= text::kMaxTextBytes);
  CHECK(huge.elided);
}

TEST_CASE("hostile: a text that is cut ends with a whole cluster") {
  const auto paragraph = lay_out_bounded(repeat("👨‍👩‍👧", 30'000), 300);
  CHECK(paragraph.text().size() % std::string_view("👨‍👩‍👧").size() == 0);
  CHECK(paragraph.elided);
}

TEST_CASE("hostile: widths that are no widths") {
  for (const float width :
       {0.0f, -5.0f, std::numeric_limits<float>::quiet_NaN(),
        std::numeric_limits<float>::infinity(), -std::numeric_limits<float>::infinity()}) {
    const auto paragraph = lay_out("ab שלום 中文", width);
    CHECK(paragraph.lines.size() >= 1);
    CHECK(paragraph.lines.back().end == paragraph.text().size());
  }

  struct Liar final : ports::Glyphs {
    void measure(std::string_view, std::span<const std::uint32_t>, const ports::PieceContext&,
                 std::span<float> widths) override {
      const float lies[] = {std::numeric_limits<float>::quiet_NaN(), -1,
                            std::numeric_limits<float>::infinity(), 0};
      for (std::size_t i = 0; i < widths.size(); ++i) widths[i] = lies[i % 4];
    }
    void segment_words(std::string_view, std::string_view,
                       std::span<std::uint8_t> breaks) override {
      for (std::uint8_t& mark : breaks) mark = 1;
    }
    [[nodiscard]] std::uint32_t revision() const override { return 0; }
  } liar;
  text::MeasureCache cache;
  const auto measured =
      text::measure_paragraph(source("a bc def incomprehensibilities ที่นี่ 中"), liar, cache);
  const auto paragraph = text::break_paragraph(measured, {100, 0, text::Align::Start});
  CHECK(paragraph.lines.back().end == paragraph.text().size());
}

TEST_CASE("hostile: many spans") {
  auto what = source(std::string(200'000, 'x'));
  for (std::uint32_t i = 0; i < 100'000; ++i) {
    text::StyleSpan span;
    span.begin = i * 2;
    span.end = i * 2 + 1;
    span.style = text_test::style();
    span.tag = static_cast<std::uint16_t>(i);
    span.isolate = i % 2 == 0;
    what.spans.push_back(span);
  }
  const auto paragraph = lay_out_bounded(what, 300);
  CHECK(paragraph.runs.size() >= 199'000);
}
