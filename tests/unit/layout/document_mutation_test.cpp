// A layout document comes from anyone. Whatever is done to one, it is refused with the place and
// with what was expected, or it is accepted, holds its ranges and can be drawn. The mutations are
// seeded: a failure comes back.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document_checks.h"
#include "embedded/assets.h"
#include "layout/document.h"

namespace {

using layout_test::shipped;

// One change to a document's text, by kind.
class Mutator {
 public:
  explicit Mutator(unsigned seed) : random_(seed) {}

  std::string mutate(std::string text) {
    switch (below(16)) {
      case 0:
        return text.erase(below(text.size()), 1 + below(12));
      case 1:
        return text.insert(below(text.size()), 1, any_byte());
      case 2: {
        text[below(text.size())] = any_byte();
        return text;
      }
      case 3:
        return text.substr(0, below(text.size()));
      case 4:
        return swap_lines(std::move(text));
      case 5:
        return repeat_line(std::move(text));
      case 6:
        return drop_line(std::move(text));
      case 7:
        return with_value(std::move(text), any_number());
      case 8:
        return with_value(std::move(text), any_other());
      case 9:
        return swap_names(std::move(text));
      case 10:
        return flip_bit(std::move(text));
      case 11:
        return at_brace(std::move(text));
      case 12:
        return with_value(std::move(text), nested());
      case 13:
        return with_version(std::move(text));
      case 14:
        return with_token(std::move(text));
      default:
        return mutate(mutate(std::move(text)));
    }
  }

 private:
  std::size_t below(std::size_t n) {
    return std::uniform_int_distribution<std::size_t>(0, n - 1)(random_);
  }
  char any_byte() {
    constexpr std::string_view kTelling = "{}[]\",:#-+.eE019 \n\\nulltruefals\xFF\xC3\x01";
    return kTelling[below(kTelling.size())];
  }
  std::string any_number() {
    static const std::vector<std::string> kNumbers = {"-1",
                                                      "0",
                                                      "2.5",
                                                      "1e9",
                                                      "-1e300",
                                                      "1e-300",
                                                      "99999",
                                                      "0.1",
                                                      "-0",
                                                      "1e400",
                                                      "-1e400",
                                                      "1e-400",
                                                      "3.4028236e38",
                                                      "18446744073709551616",
                                                      "123456789012345678901234567890123456789",
                                                      "NaN",
                                                      "nan",
                                                      "-Infinity",
                                                      "Infinity",
                                                      "0x10",
                                                      "+1",
                                                      ".5",
                                                      "1.",
                                                      "01",
                                                      "1e",
                                                      "1_000"};
    return kNumbers[below(kNumbers.size())];
  }
  std::string any_other() {
    static const std::vector<std::string> kOthers = {"null",
                                                     "true",
                                                     "\"16\"",
                                                     "[]",
                                                     "{}",
                                                     "[1]",
                                                     "\"#FFF\"",
                                                     "\"#12345\"",
                                                     "\"\"",
                                                     "{\"value\": 1}",
                                                     "\"#GGGGGG\"",
                                                     "\"\\ud800\"",
                                                     "\"\\u0000\"",
                                                     "\"NaN\"",
                                                     "undefined",
                                                     "'16'",
                                                     "16 // no",
                                                     "/* no */ 16",
                                                     "[null, [null]]"};
    return kOthers[below(kOthers.size())];
  }

  std::string nested() {
    const std::size_t depth = 1 + below(300);
    if (below(2) == 0) return std::string(depth, '[') + std::string(depth, ']');
    std::string text;
    for (std::size_t i = 0; i < depth; ++i) text += "{\"a\":";
    return text + "1" + std::string(depth, '}');
  }
  std::string flip_bit(std::string text) {
    char& byte = text[below(text.size())];
    byte = static_cast<char>(static_cast<unsigned char>(byte) ^ (1u << below(8)));
    return text;
  }
  // A brace or bracket is lost, or stands there twice.
  std::string at_brace(std::string text) {
    std::size_t at = text.find_first_of("{}[]", below(text.size()));
    if (at == std::string::npos) at = text.rfind('}');
    if (at == std::string::npos) return text;
    return below(2) == 0 ? text.erase(at, 1) : text.insert(at, 1, text[at]);
  }
  std::string with_version(std::string text) {
    constexpr std::string_view kName = "\"crossfeed-layout\": ";
    const std::size_t at = text.find(kName);
    if (at == std::string::npos) return text;
    return text.replace(at + kName.size(), 1, below(2) == 0 ? any_number() : any_other());
  }
  std::string with_token(std::string text) {
    static const std::vector<std::string> kNames = {"gap",
                                                    "gapp",
                                                    "",
                                                    "GAP",
                                                    "color-page",
                                                    "__proto__",
                                                    "gap\\u0000",
                                                    "\xEF\xBC\xA7"
                                                    "ap"};
    constexpr std::string_view kTokens = "\"tokens\": {";
    const std::size_t at = text.find(kTokens);
    if (at == std::string::npos) return text;
    return text.insert(at + kTokens.size(),
                       "\"" + kNames[below(kNames.size())] +
                           "\": " + (below(2) == 0 ? any_number() : any_other()) + ", ");
  }

  // A line that holds a token, as [begin, end) with its line end.
  std::pair<std::size_t, std::size_t> token_line(const std::string& text) {
    const std::size_t first = text.find("    \"");
    std::vector<std::size_t> starts;
    for (std::size_t at = first; at != std::string::npos && text.compare(at, 5, "    \"") == 0;
         at = text.find('\n', at) + 1) {
      starts.push_back(at);
    }
    if (starts.empty()) return {0, text.size()};
    const std::size_t begin = starts[below(starts.size())];
    const std::size_t end = text.find('\n', begin);
    return {begin, end == std::string::npos ? text.size() : end + 1};
  }
  std::string swap_lines(std::string text) {
    const auto [begin, end] = token_line(text);
    const std::string line = text.substr(begin, end - begin);
    text.erase(begin, end - begin);
    return text.insert(token_line(text).first, line);
  }
  std::string repeat_line(std::string text) {
    const auto [begin, end] = token_line(text);
    const std::string line = text.substr(begin, end - begin);
    return text.insert(token_line(text).first, line);
  }
  std::string drop_line(std::string text) {
    const auto [begin, end] = token_line(text);
    return text.erase(begin, end - begin);
  }
  std::string swap_names(std::string text) {
    const auto name = [&](std::size_t line) {
      const std::size_t begin = line + 5;
      return std::pair(begin, text.find('"', begin));
    };
    auto a = name(token_line(text).first);
    auto b = name(token_line(text).first);
    if (a > b) std::swap(a, b);
    const std::string first = text.substr(a.first, a.second - a.first);
    const std::string second = text.substr(b.first, b.second - b.first);
    text.replace(b.first, second.size(), first);
    return text.replace(a.first, first.size(), second);
  }
  // Some value behind a ':' becomes another.
  std::string with_value(std::string text, const std::string& value) {
    std::size_t colon = text.find(": ", below(text.size()));
    if (colon == std::string::npos) colon = text.find(": ");
    if (colon == std::string::npos) return value;
    const std::size_t end = std::min(text.find_first_of(",}\n", colon), text.size());
    return text.replace(colon + 2, end - colon - 2, value);
  }

  std::mt19937 random_;
};

constexpr unsigned kMutations = 300;  // of each kind of document

// What a designer exports: only what differs, a token a line.
constexpr std::string_view kChanges = R"({
  "crossfeed-layout": 1,
  "name": "mine",
  "extends": "duo",
  "card": ["author", "media", "title", "counts"],
  "tokens": {
    "columns": 3,
    "gap": 28,
    "title-lines": 3,
    "cover-ratio": 0.7,
    "color-page": {"light": "#F0F0F0", "dark": "#101010"}
  }
}
)";

void check_refusal(const layout::DocumentError& error, const std::string& text) {
  CAPTURE(error.message());
  CHECK_FALSE(error.what.empty());
  CHECK_FALSE(error.expected.empty());
  CHECK(error.place.line >= 1);
  CHECK(error.place.line <= std::count(text.begin(), text.end(), '\n') + 1);
  CHECK(error.place.column >= 1);
  CHECK(error.message().starts_with("Line " + std::to_string(error.place.line) + ", column " +
                                    std::to_string(error.place.column)));
  CHECK(error.message().size() < 400);
}

struct Outcome {
  int refused = 0;
  int drawn = 0;
};

Outcome try_mutations(const std::string& original) {
  Outcome outcome;
  for (unsigned seed = 1; seed <= kMutations; ++seed) {
    CAPTURE(seed);
    const std::string text = Mutator(seed).mutate(original);
    const auto read = layout::parse_document(text, &shipped());
    if (!read) {
      ++outcome.refused;
      check_refusal(read.error(), text);
      continue;
    }
    ++outcome.drawn;
    layout_test::check_in_range(read.value());
    layout_test::check_drawable(read.value());
    const auto again = layout::parse_document(layout::write_changes(read.value()), &shipped());
    REQUIRE(again.ok());
    CHECK(layout::same_look(again.value(), read.value()));
  }
  return outcome;
}

}  // namespace

TEST_CASE(
    "document: 300 mutations of the shipped one are refused with place and reason, or drawn") {
  const Outcome outcome = try_mutations(std::string(embedded::layout_duo()));
  CHECK(outcome.refused > 120);
  CHECK(outcome.drawn > 20);
}

TEST_CASE(
    "document: 300 mutations of a designer's own are refused with place and reason, or drawn") {
  REQUIRE(layout::parse_document(kChanges, &shipped()).ok());
  const Outcome outcome = try_mutations(std::string(kChanges));
  CHECK(outcome.refused > 120);
  CHECK(outcome.drawn > 10);
}
