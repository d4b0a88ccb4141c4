// Short ways to lay a text out with exact widths: at 20 points a letter is 10 wide, a Han character
// or an emoji 20, a space 5 (platform/native/fake_glyphs.h).
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "platform/native/fake_glyphs.h"
#include "text/measure_cache.h"
#include "text/paragraph.h"

namespace text_test {

inline ports::InkStyle style(float size_pt = 20) {
  ports::InkStyle out;
  out.size_pt = size_pt;
  return out;
}

inline text::Source source(std::string text, std::string language = "en") {
  text::Source out;
  out.text = std::move(text);
  out.style = style();
  out.line_height_pt = 30;
  out.language = std::move(language);
  return out;
}

struct Bench {
  platform::FakeGlyphs glyphs;
  text::MeasureCache cache;

  text::Paragraph lay_out(text::Source what, text::BreakOptions options) {
    return text::break_paragraph(text::measure_paragraph(std::move(what), glyphs, cache), options);
  }
};

inline text::Paragraph lay_out(text::Source what, text::BreakOptions options) {
  Bench bench;
  return bench.lay_out(std::move(what), options);
}

inline text::Paragraph lay_out(std::string text, float width, std::string language = "en") {
  return lay_out(source(std::move(text), std::move(language)), {width, 0, text::Align::Start});
}

// What is drawn on each line, in reading order; an ellipsis as "…".
inline std::vector<std::string> ink_of(const text::Paragraph& paragraph) {
  std::vector<std::string> out;
  for (const text::Line& line : paragraph.lines) {
    out.push_back(paragraph.text().substr(line.begin, line.ink_end - line.begin));
    for (std::uint32_t i = 0; i < line.run_count; ++i) {
      if (paragraph.runs[line.first_run + i].ellipsis) out.back() += "…";
    }
  }
  return out;
}

// The runs of a line from left to right; those that run to the left are marked with '<'.
inline std::vector<std::string> runs_of(const text::Paragraph& paragraph, std::size_t line = 0) {
  std::vector<std::string> out;
  const text::Line& which = paragraph.lines.at(line);
  for (std::uint32_t i = 0; i < which.run_count; ++i) {
    const text::Run& run = paragraph.runs[which.first_run + i];
    std::string text = run.ellipsis ? "…" : paragraph.text().substr(run.begin, run.end - run.begin);
    out.push_back((run.direction == ports::Direction::RightToLeft ? "<" : "") + text);
  }
  return out;
}

inline std::string repeat(std::string_view what, int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += what;
  return out;
}

using Strings = std::vector<std::string>;

}  // namespace text_test

template <>
struct doctest::StringMaker<text_test::Strings> {
  static doctest::String convert(const text_test::Strings& strings) {
    std::string out;
    for (const std::string& one : strings) out += "[" + one + "]";
    return out.c_str();
  }
};
