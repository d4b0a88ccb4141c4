// UAX #14 against Unicode's own cases: first the algorithm alone, then with what is tailored. Each
// case that differs is counted under the rule that makes the difference.
#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>

#include "platform/native/fake_glyphs.h"
#include "text/line_breaks.h"
#include "unicode_data.h"

using unicode_data::BreakCase;

namespace {

constexpr const char* kFile = "15.0/auxiliary/LineBreakTest.txt";
constexpr int kCases = 7654;
}  // namespace

TEST_CASE("conformance: LineBreakTest of Unicode 15.0, the algorithm alone") {
  int cases = 0;
  int differing = 0;
  unicode_data::for_each_line(kFile, [&](std::string_view line) {
    const BreakCase one = unicode_data::read_break_case(line);
    const auto breaks = text::uax14_breaks(one.codes, "");
    ++cases;
    bool differs = false;
    for (std::size_t i = 0; i + 1 < one.codes.size(); ++i) {
      if ((breaks[i] != text::Break::None) == (one.break_after[i] != 0)) continue;
      differs = true;
    }
    differing += differs ? 1 : 0;
    if (differs) MESSAGE(std::string(line));
  });
  CHECK(cases == kCases);
  CHECK(differing == 35);
}

TEST_CASE("conformance: LineBreakTest of Unicode 15.0, as tailored") {
  platform::FakeGlyphs glyphs;
  std::map<std::string, int> kinds;
  unicode_data::for_each_line(kFile, [&](std::string_view line) {
    const BreakCase one = unicode_data::read_break_case(line);
    const std::string text = unicode_data::to_utf8(one.codes);
    const text::Codes codes = text::read_codes(text);
    if (codes.size() != one.codes.size()) { MESSAGE("surrogate ", std::string(line)); return; }
    const auto plain = text::uax14_breaks(one.codes, "");
    const auto breaks = text::find_line_breaks(text, codes, "en", glyphs);
    for (std::size_t i = 0; i + 1 < one.codes.size(); ++i) {
      if ((breaks[i] != text::Break::None) == (plain[i] != text::Break::None)) continue;
      kinds[std::string(codes.starts[i+1] == 0 ? "cluster " : "") + unicode_data::in_hex({codes.code[i], codes.code[i+1]}) + (breaks[i] != text::Break::None ? " now breaks" : " no break")]++;
    }
  });
  for (auto& [k, n] : kinds) MESSAGE(k, " ", n);
}
