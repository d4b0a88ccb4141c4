// UAX #14 against Unicode's own cases: first the algorithm alone, then with what is tailored. Each
// place that differs is counted under the rule that makes the difference; there are no others.
#include <doctest/doctest.h>

#include <map>
#include <string>

#include "platform/native/fake_glyphs.h"
#include "text/characters.h"
#include "text/line_breaks.h"
#include "unicode_data.h"

using unicode_data::BreakCase;

namespace {

constexpr const char* kFile = "15.0/auxiliary/LineBreakTest.txt";
constexpr int kCases = 7654;

using Counts = std::map<std::string, int>;

// The cases are made for the tailoring of LB25 in example 7 of section 8.2, numbers by a regular
// expression. The library has the pairs of LB25 itself, and so break some numbers and ".35", "(s)"
// after a sign; a reader loses nothing by it.
constexpr const char* kNumbers = "LB25: numbers by pairs, not by a regular expression";
// LB30b holds together pictographs of the future and skin tones; the library knows the pictographs
// of today. The clusters mend it.
constexpr const char* kReserved = "LB30b: reserved pictographs are as AL";
constexpr const char* kClusters = "a cluster of UAX #29 is never broken, not after a space either";
constexpr const char* kControls =
    "C0 and C1 controls, not being drawn, join what they stand between";
constexpr const char* kSoftHyphens = "soft hyphens join: a break there would need a hyphen drawn";
constexpr const char* kKorean = "Korean is broken between words (word-break: keep-all)";

bool breaks_at(const std::vector<text::Break>& breaks, std::size_t i) {
  return breaks[i] != text::Break::None;
}

std::string untailored_reason(const BreakCase& one, std::size_t i) {
  return one.codes[i] == 0x1F02C && one.codes[i + 1] == 0x1F3FF ? kReserved : kNumbers;
}

std::string tailored_reason(const text::Codes& codes, std::uint32_t i) {
  if (codes.starts[i + 1] == 0) return kClusters;
  std::uint32_t base = i;
  while (base > 0 && (codes.starts[base] == 0 || text::is_extender(codes.code[base]))) --base;
  if (codes.code[base] < ' ' || codes.code[i + 1] < ' ') return kControls;
  if (codes.code[i] == 0xAD) return kSoftHyphens;
  const bool korean = text::is_hangul(codes.code[base]) || text::is_hangul(codes.code[i + 1]);
  return korean ? kKorean : "unknown: " + unicode_data::in_hex({codes.code[i], codes.code[i + 1]});
}

}  // namespace

template <>
struct doctest::StringMaker<Counts> {
  static doctest::String convert(const Counts& counts) {
    std::string out;
    for (const auto& [name, count] : counts) out += name + ": " + std::to_string(count) + "\n";
    return out.c_str();
  }
};

TEST_CASE("conformance: LineBreakTest of Unicode 15.0, the algorithm alone") {
  int cases = 0;
  int differing = 0;
  Counts reasons;
  unicode_data::for_each_line(kFile, [&](std::string_view line) {
    const BreakCase one = unicode_data::read_break_case(line);
    const auto breaks = text::uax14_breaks(one.codes, "");
    ++cases;
    bool differs = false;
    for (std::size_t i = 0; i + 1 < one.codes.size(); ++i) {
      if (breaks_at(breaks, i) == (one.break_after[i] != 0)) continue;
      differs = true;
      ++reasons[untailored_reason(one, i)];
    }
    differing += differs ? 1 : 0;
  });
  CHECK(cases == kCases);
  CHECK(differing == 35);
  CHECK(reasons == Counts{{kNumbers, 34}, {kReserved, 1}});
}

TEST_CASE("conformance: LineBreakTest of Unicode 15.0, as tailored") {
  platform::FakeGlyphs glyphs;
  int cases = 0;
  Counts reasons;
  unicode_data::for_each_line(kFile, [&](std::string_view line) {
    const BreakCase one = unicode_data::read_break_case(line);
    const std::string text = unicode_data::to_utf8(one.codes);
    const text::Codes codes = text::read_codes(text);
    REQUIRE(codes.size() == one.codes.size());
    const auto untailored = text::uax14_breaks(one.codes, "");
    const auto breaks = text::find_line_breaks(text, codes, "en", glyphs);
    ++cases;
    for (std::uint32_t i = 0; i + 1 < codes.size(); ++i) {
      const bool expected = one.break_after[i] != 0;
      if (breaks_at(breaks, i) == expected) continue;
      const bool before = breaks_at(untailored, i) != expected;
      ++reasons[before ? untailored_reason(one, i) : tailored_reason(codes, i)];
    }
  });
  CHECK(cases == kCases);
  CHECK(reasons ==
        Counts{
            {kNumbers, 34}, {kClusters, 318}, {kControls, 107}, {kSoftHyphens, 7}, {kKorean, 124}});
}
