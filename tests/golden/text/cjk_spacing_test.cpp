// White space in Chinese and Japanese text, case by case: cjk_spacing.tsv. A line of it is
//   language <tab> width <tab> options <tab> text <tab> expected
// with sizes in em, options of "-", "max1" (one line, then an ellipsis), "nogap", "nosqueeze".
// Expected are the lines, parted by " / ": each run as the place where its room begins and its
// text, and the line's width after "=". "0」 1「=1.5" are two runs, 1.5 em in all.
#include <doctest/doctest.h>

#include <cmath>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "platform/native/fake_glyphs.h"
#include "text/measure_cache.h"
#include "text/paragraph.h"

namespace {

constexpr float kEm = 20;
constexpr std::string_view kFile = CROSSFEED_ROOT "/tests/golden/text/cjk_spacing.tsv";

// As Chinese and Japanese fonts have them, quotation marks by themselves are as wide as Han.
class CjkGlyphs final : public ports::Glyphs {
 public:
  void measure(std::string_view text, std::span<const std::uint32_t> ends,
               const ports::PieceContext& context, std::span<float> widths_pt) override {
    plain_.measure(text, ends, context, widths_pt);
    if (!context.language.starts_with("zh") && !context.language.starts_with("ja")) return;
    std::uint32_t begin = 0;
    for (std::size_t i = 0; i < ends.size(); ++i) {
      const std::string_view piece = text.substr(begin, ends[i] - begin);
      const bool quote = piece == "“" || piece == "”" || piece == "‘" || piece == "’";
      if (quote) widths_pt[i] = context.style.size_pt;
      begin = ends[i];
    }
  }
  void segment_words(std::string_view, std::string_view, std::span<std::uint8_t>) override {}
  [[nodiscard]] std::uint32_t revision() const override { return 1; }

 private:
  platform::FakeGlyphs plain_;
};

std::string in_em(float points) {
  std::ostringstream out;
  out << std::round(points / kEm * 1000) / 1000;
  return out.str();
}

std::string written(const text::Paragraph& paragraph) {
  std::string out;
  for (const text::Line& line : paragraph.lines) {
    if (!out.empty()) out += " / ";
    for (std::uint32_t i = 0; i < line.run_count; ++i) {
      const text::Run& run = paragraph.runs[line.first_run + i];
      if (i > 0) out += ' ';
      out += in_em(run.x + run.trim_start);
      out += run.ellipsis ? "…" : paragraph.text().substr(run.begin, run.end - run.begin);
    }
    out += "=" + in_em(line.width);
  }
  return out;
}

struct Case {
  std::string language;
  float width_em = 0;
  std::string options;
  std::string text;
  std::string expected;
};

std::vector<Case> read_cases() {
  std::ifstream file{std::string(kFile)};
  REQUIRE(file.is_open());
  std::vector<Case> cases;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::vector<std::string> fields;
    std::istringstream stream(line);
    for (std::string field; std::getline(stream, field, '\t');) fields.push_back(field);
    INFO(line);
    REQUIRE(fields.size() == 5);
    cases.push_back({fields[0], std::stof(fields[1]), fields[2], fields[3], fields[4]});
  }
  return cases;
}

text::Paragraph lay_out(const Case& one) {
  CjkGlyphs glyphs;
  text::MeasureCache cache;
  text::Source source;
  source.text = one.text;
  source.style.size_pt = kEm;
  source.line_height_pt = 30;
  source.language = one.language == "-" ? "" : one.language;
  source.spacing.squeeze_marks = one.options.find("nosqueeze") == std::string::npos;
  source.spacing.letter_gap = one.options.find("nogap") == std::string::npos;
  const int max_lines = one.options.find("max1") == std::string::npos ? 0 : 1;
  return text::break_paragraph(text::measure_paragraph(std::move(source), glyphs, cache),
                               {one.width_em * kEm, max_lines, text::Align::Start});
}

// What a reader's pointer does must agree with what is painted.
void check_geometry(const text::Paragraph& paragraph) {
  for (std::uint32_t i = 0; i < paragraph.lines.size(); ++i) {
    const text::Line& line = paragraph.lines[i];
    float covered = 0;
    for (const base::Rect& rect : text::rects_of_range(paragraph, line.begin, line.end)) {
      if (rect.y == line.top) covered += rect.w;
    }
    if (!paragraph.elided) CHECK(covered == doctest::Approx(line.width));
    for (std::uint32_t r = 0; r < line.run_count; ++r) {
      const text::Run& run = paragraph.runs[line.first_run + r];
      if (run.ellipsis || run.direction == ports::Direction::RightToLeft) continue;
      CHECK(text::x_of_offset(paragraph, i, run.begin) == doctest::Approx(run.x + run.trim_start));
      const float inside = run.x + run.trim_start + 0.5f;
      CHECK(text::offset_at(paragraph, {inside, line.top + 1}) == run.begin);
    }
  }
}

}  // namespace

TEST_CASE("cjk spacing: every case of the table") {
  const std::vector<Case> cases = read_cases();
  CHECK(cases.size() >= 200);
  for (const Case& one : cases) {
    CAPTURE(one.language);
    CAPTURE(one.options);
    CAPTURE(one.width_em);
    CAPTURE(one.text);
    const text::Paragraph paragraph = lay_out(one);
    CHECK(written(paragraph) == one.expected);
    CHECK(paragraph.text() == one.text);
    check_geometry(paragraph);
  }
}

TEST_CASE("cjk spacing: as wide as the text is wide enough") {
  for (const Case& one : read_cases()) {
    CAPTURE(one.text);
    Case endless = one;
    endless.width_em = 1000;
    const text::Paragraph wide = lay_out(endless);
    if (wide.elided) continue;
    const float natural = text::natural_width(*wide.measured);
    CHECK(natural == doctest::Approx(wide.size.w));
    CHECK(text::break_paragraph(wide.measured, {natural, 0, text::Align::Start}).lines.size() ==
          wide.lines.size());
  }
}
