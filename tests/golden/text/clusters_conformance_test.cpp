// UAX #29 and UTS #51 against Unicode's own cases, through the doors that the app uses.
#include <doctest/doctest.h>

#include "text/clusters.h"
#include "unicode_data.h"

using unicode_data::BreakCase;

TEST_CASE("conformance: GraphemeBreakTest of Unicode 15.1, every case") {
  int cases = 0;
  unicode_data::for_each_line("15.1/auxiliary/GraphemeBreakTest.txt", [&](std::string_view line) {
    const BreakCase one = unicode_data::read_break_case(line);
    CAPTURE(unicode_data::in_hex(one.codes));
    const std::string text = unicode_data::to_utf8(one.codes);
    const text::Codes codes = text::read_codes(text);
    REQUIRE(codes.size() == one.codes.size());
    for (std::uint32_t i = 0; i + 1 < codes.size(); ++i) {
      CHECK(codes.starts[i + 1] == one.break_after[i]);
    }
    ++cases;
  });
  CHECK(cases == 1187);
}

TEST_CASE("conformance: every fully-qualified emoji is one cluster, drawn as an emoji") {
  const auto count = [](const std::string& version) {
    int cases = 0;
    unicode_data::for_each_line(version + "/emoji/emoji-test.txt", [&](std::string_view line) {
      if (line.find("; fully-qualified") == std::string_view::npos) return;
      const auto codes = unicode_data::read_hex(line.substr(0, line.find(';')));
      CAPTURE(unicode_data::in_hex(codes));
      const std::string text = unicode_data::to_utf8(codes);
      const text::Codes read = text::read_codes(text);
      CHECK(read.cluster_end(0) == read.size());
      CHECK(text::is_emoji_cluster(read, 0, read.size()));
      ++cases;
    });
    return cases;
  };
  CHECK(count("15.0") == 3655);
  CHECK(count("15.1") == 3773);
  CHECK(count("17.0") == 3944);  // newer than the library: new code points of reserved ranges
}
