// UAX #9 against Unicode's own cases, through the doors that the app uses: find_levels for rules P2
// to I2 and the part of L1 that does not depend on lines, visual_order for L2.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>

#include "text/bidi.h"
#include "text/clusters.h"
#include "unicode_data.h"

namespace {

using Codes32 = std::vector<std::uint32_t>;
constexpr int kRemoved = -1;  // by rule X9: has no level

struct Expected {
  std::vector<int> levels;
  std::vector<std::uint32_t> order;  // indices from left to right
};

enum class Base : std::uint8_t { Auto, LeftToRight, RightToLeft };

// A paragraph's direction can not be forced on find_levels. A mark in front does it: it is the
// first strong character, and stands for "sos" in every rule, being of the same type and level.
text::Levels levels_of(const Codes32& codes, Base base) {
  Codes32 marked;
  if (base != Base::Auto) marked.push_back(base == Base::LeftToRight ? 0x200E : 0x200F);
  marked.insert(marked.end(), codes.begin(), codes.end());
  text::Levels levels = text::find_levels(text::read_codes(unicode_data::to_utf8(marked)),
                                          ports::Direction::LeftToRight);
  if (base != Base::Auto) {
    levels.level.erase(levels.level.begin());
    levels.base.erase(levels.base.begin());
  }
  return levels;
}

bool is_trailing(std::uint32_t code) {
  return code == ' ' || code == '\t' || code == 0x2029 || (code >= 0x2066 && code <= 0x2069);
}

// The rest of L1: place_line leaves out what is white at a line's end; here it counts.
void reset_trailing(const Codes32& codes, const std::vector<int>& expected, text::Levels& levels) {
  for (std::size_t i = codes.size(); i-- > 0;) {
    if (expected[i] != kRemoved && !is_trailing(codes[i])) return;
    levels.level[i] = levels.base[i];
  }
}

bool passes(const Codes32& codes, Base base, const Expected& expected) {
  text::Levels levels = levels_of(codes, base);
  if (levels.level.size() != codes.size()) return false;
  reset_trailing(codes, expected.levels, levels);
  std::vector<std::uint8_t> kept;
  std::vector<std::uint32_t> kept_index;
  for (std::uint32_t i = 0; i < codes.size(); ++i) {
    if (expected.levels[i] == kRemoved) continue;
    if (levels.level[i] != expected.levels[i]) return false;
    kept.push_back(levels.level[i]);
    kept_index.push_back(i);
  }
  const std::vector<std::uint32_t> order = text::visual_order(kept);
  return order.size() == expected.order.size() &&
         std::equal(order.begin(), order.end(), expected.order.begin(),
                    [&](std::uint32_t at, std::uint32_t index) { return kept_index[at] == index; });
}

std::vector<int> read_levels(std::string_view words) {
  std::istringstream stream{std::string(words)};
  std::vector<int> levels;
  for (std::string word; stream >> word;) {
    levels.push_back(word == "x" ? kRemoved : std::stoi(word));
  }
  return levels;
}

std::vector<std::uint32_t> read_order(std::string_view words) {
  std::istringstream stream{std::string(words)};
  std::vector<std::uint32_t> order;
  for (std::uint32_t index = 0; stream >> index;) order.push_back(index);
  return order;
}

// One character of each class; none of them is a bracket.
std::uint32_t example_of(std::string_view bidi_class) {
  static const std::map<std::string_view, std::uint32_t> examples = {
      {"L", 'a'},      {"R", 0x5D0},    {"AL", 0x627},   {"EN", '1'},     {"ES", '+'},
      {"ET", '#'},     {"AN", 0x660},   {"CS", ','},     {"B", 0x2029},   {"S", '\t'},
      {"WS", ' '},     {"ON", '!'},     {"BN", 0xAD},    {"NSM", 0x300},  {"LRO", 0x202D},
      {"RLO", 0x202E}, {"LRE", 0x202A}, {"RLE", 0x202B}, {"PDF", 0x202C}, {"LRI", 0x2066},
      {"RLI", 0x2067}, {"FSI", 0x2068}, {"PDI", 0x2069}};
  const auto found = examples.find(bidi_class);
  REQUIRE(found != examples.end());
  return found->second;
}

}  // namespace

TEST_CASE("conformance: BidiTest of Unicode 17.0, every case") {
  int cases = 0;
  int failures = 0;
  Expected expected;
  unicode_data::for_each_line("17.0/BidiTest.txt", [&](std::string_view line) {
    if (line.starts_with("@Levels:")) expected.levels = read_levels(line.substr(8));
    if (line.starts_with("@Reorder:")) expected.order = read_order(line.substr(9));
    if (line.starts_with('@')) return;
    const std::size_t semicolon = line.find(';');
    std::istringstream classes{std::string(line.substr(0, semicolon))};
    Codes32 codes;
    for (std::string one; classes >> one;) codes.push_back(example_of(one));
    const int bits = std::stoi(std::string(line.substr(semicolon + 1)), nullptr, 16);
    for (const Base base : {Base::Auto, Base::LeftToRight, Base::RightToLeft}) {
      if ((bits & (1 << static_cast<int>(base))) == 0) continue;
      ++cases;
      if (passes(codes, base, expected)) continue;
      if (++failures < 10) MESSAGE("fails: ", std::string(line), " ", static_cast<int>(base));
    }
  });
  CHECK(cases == 770'241);
  CHECK(failures == 0);
}

TEST_CASE("conformance: BidiCharacterTest of Unicode 17.0, every case") {
  int cases = 0;
  int failures = 0;
  unicode_data::for_each_line("17.0/BidiCharacterTest.txt", [&](std::string_view line) {
    std::vector<std::string_view> fields;
    for (std::string_view rest = line;;) {
      const std::size_t end = rest.find(';');
      fields.push_back(rest.substr(0, end));
      if (end == std::string_view::npos) break;
      rest.remove_prefix(end + 1);
    }
    REQUIRE(fields.size() == 5);
    const Expected expected{read_levels(fields[3]), read_order(fields[4])};
    const Base base = fields[1] == "0"   ? Base::LeftToRight
                      : fields[1] == "1" ? Base::RightToLeft
                                         : Base::Auto;
    ++cases;
    if (passes(unicode_data::read_hex(fields[0]), base, expected)) return;
    if (++failures < 10) MESSAGE("fails: ", std::string(line));
  });
  CHECK(cases == 91'707);
  CHECK(failures == 0);
}
