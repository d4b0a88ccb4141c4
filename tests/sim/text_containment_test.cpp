// A name that somebody chose to do harm stands in a text of others: 100,000 made names. Whatever it
// is, the other text stands in the same order, and the name in one piece in the same place, as with
// a name of one plain letter.
#include <doctest/doctest.h>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "platform/native/fake_glyphs.h"
#include "text/display_name.h"
#include "text/measure_cache.h"
#include "text/paragraph.h"

namespace {

constexpr int kCases = 100'000;

// SplitMix64 (Steele, Lea, Flood 2014).
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint32_t below(std::size_t bound) {
    state_ += 0x9E3779B97F4A7C15ULL;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return static_cast<std::uint32_t>((z ^ (z >> 31)) % bound);
  }

 private:
  std::uint64_t state_;
};

constexpr char32_t kHostile[] = {
    0x202A,  0x202B,  0x202C,  0x202D,  0x202E, 0x2066, 0x2067, 0x2068, 0x2069,  0x200E, 0x200F,
    0x61C,   0x202E,  0x2067,  0x2069,  0x202C, 'a',    'z',    0x5D0,  0x5EA,   0x627,  0x661,
    '1',     ' ',     '(',     ')',     '[',    ']',    '<',    '/',    '-',     '+',    ',',
    '.',     '\t',    '@',     0x300,   0x64B,  0x200D, 0x200C, 0x200B, 0x4E2D,  0xFF08, 0x3002,
    0x1F600, 0x1F469, 0x1F1E9, 0x1F3FB, 0xFE0F, 0x0,    0x1B,   0xAD,   0x10A00, 0xE0041};
constexpr char32_t kHostileMore[] = {0x2028, 0x2029, '\n', '\r', 0x85, 0x1D173, 0x3000, 0x115F};
// What others write: strong and weak characters of both directions, emoji that would join, marks.
constexpr char32_t kOther[] = {'a',   'b',    'C',    ' ',     ' ',     0x5D0,   0x5D1,   0x5D2,
                               0x627, 0x628,  '1',    '2',     0x661,   '(',     ')',     ',',
                               '-',   0x4E2D, 0x6587, 0x1F600, 0x1F680, 0x1F1EB, 0x1F1F7, '!'};

std::string made_of(Random& random, std::span<const char32_t> codes, std::size_t least,
                    std::size_t most) {
  std::string out;
  const auto count = least + random.below(most - least + 1);
  for (std::size_t i = 0; i < count; ++i) {
    base::append_utf8(out, codes[random.below(codes.size())]);
  }
  return out;
}

struct Mention {
  std::string before;
  std::string name;
  std::string after;
};

// What is drawn from left to right: code points of the others, and 0 for the whole name.
std::vector<std::uint32_t> seen(const Mention& mention, const std::string& language,
                                text::MeasureCache& cache, platform::FakeGlyphs& glyphs) {
  text::Source source;
  source.text = mention.before + mention.name + mention.after;
  source.style.size_pt = 20;
  source.language = language;
  text::StyleSpan span;
  span.begin = static_cast<std::uint32_t>(mention.before.size());
  span.end = static_cast<std::uint32_t>(span.begin + mention.name.size());
  span.style = source.style;
  span.tag = 1;
  span.isolate = true;
  source.spans.push_back(span);
  const auto paragraph = text::break_paragraph(
      text::measure_paragraph(std::move(source), glyphs, cache), {1e6f, 0, text::Align::Start});
  std::vector<std::uint32_t> order;
  for (const text::Run& run : paragraph.runs) {
    if (run.tag == 1) {
      if (order.empty() || order.back() != 0) order.push_back(0);
      continue;
    }
    std::vector<std::uint32_t> codes;
    for (std::size_t at = run.begin; at < run.end;) {
      const base::Decoded decoded = base::decode_utf8(paragraph.text(), at);
      if (decoded.code != ' ') codes.push_back(decoded.code);
      at += decoded.bytes;
    }
    if (run.direction == ports::Direction::RightToLeft) {
      order.insert(order.end(), codes.rbegin(), codes.rend());
    } else {
      order.insert(order.end(), codes.begin(), codes.end());
    }
  }
  return order;
}

bool has_name(const std::vector<std::uint32_t>& order) {
  for (const std::uint32_t code : order) {
    if (code == 0) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("containment: no name changes the order of any other text") {
  Random random(20260101);
  platform::FakeGlyphs glyphs;
  text::MeasureCache cache;
  const std::string languages[] = {"en", "ar", "he", "zh-Hans"};
  int drawn = 0;
  int failures = 0;
  for (int i = 0; i < kCases; ++i) {
    Mention mention{made_of(random, kOther, 0, 7), made_of(random, kHostile, 1, 13),
                    made_of(random, kOther, 0, 7)};
    const std::string& language = languages[random.below(4)];
    const auto order = seen(mention, language, cache, glyphs);
    const std::string name = mention.name;
    mention.name = "x";
    auto expected = seen(mention, language, cache, glyphs);
    if (has_name(order)) {
      ++drawn;
    } else {
      std::erase(expected, 0U);  // nothing of the name is drawn
    }
    if (order == expected) continue;
    ++failures;
    if (failures < 5) MESSAGE("case ", i, ": ", mention.before, "|", name, "|", mention.after);
  }
  CHECK(failures == 0);
  CHECK(drawn > kCases * 8 / 10);
}

TEST_CASE("containment: nothing steers or hides in a name that is displayed") {
  Random random(7);
  std::vector<char32_t> codes(std::begin(kHostile), std::end(kHostile));
  codes.insert(codes.end(), std::begin(kHostileMore), std::end(kHostileMore));
  for (int i = 0; i < kCases; ++i) {
    const std::string name = text::display_name(made_of(random, codes, 1, 13));
    REQUIRE(base::is_valid_utf8(name));
    for (std::size_t at = 0; at < name.size();) {
      const base::Decoded decoded = base::decode_utf8(name, at);
      const char32_t code = decoded.code;
      const bool steers = (code >= 0x202A && code <= 0x202E) ||
                          (code >= 0x2066 && code <= 0x2069) || code == 0x200E || code == 0x200F ||
                          code == 0x61C;
      REQUIRE_FALSE(steers);
      REQUIRE(code >= ' ');
      REQUIRE(code != 0x200B);
      at += decoded.bytes;
    }
  }
}

TEST_CASE("containment: neighbours, nesting and depth") {
  platform::FakeGlyphs glyphs;
  text::MeasureCache cache;
  const auto order = [&](const std::string& before, const std::string& name,
                         const std::string& after) {
    return seen({before, name, after}, "en", cache, glyphs);
  };
  using Order = std::vector<std::uint32_t>;
  // Two words of one direction are not turned as one where an isolate parts them.
  CHECK(order("a", "אב", "גד") == Order{'a', 0, 0x5D3, 0x5D2});
  CHECK(order("a", "\u202E", "bc") == Order{'a', 'b', 'c'});
  CHECK(order("a", "x\u202E", "bc") == Order{'a', 0, 'b', 'c'});
  CHECK(order("a", "x\u2067\u2067\u2067", "bc") == Order{'a', 0, 'b', 'c'});
  CHECK(order("a", "x\u2069", "bc") == Order{'a', 0, 'b', 'c'});
  // Deeper than UAX #9 counts.
  std::string deep;
  for (int i = 0; i < 130; ++i) deep += "\u2067";
  CHECK(order("a" + deep + "b", "x\u2069\u2069y\u202E", "c").size() == 4);
  // No cluster over the border: neither a mark on the others' letter nor their emoji in ours.
  CHECK(order("a", "\u0301", "b").size() == 3);
  CHECK(order("a", "👩\u200D", "🚀") == Order{'a', 0, 0x1F680});
  CHECK(order("a", "🇫", "🇩🇪").size() == 4);
}
