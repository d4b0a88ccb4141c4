// The order of characters on each line of bidirectional text against a browser's: visual_order.txt,
// which says where a browser ended the lines and what stood on them from left to right.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "platform/native/fake_glyphs.h"
#include "text/measure_cache.h"
#include "text/measured.h"
#include "text/visual_line.h"

namespace {

constexpr std::string_view kFile = CROSSFEED_ROOT "/tests/golden/text/visual_order.txt";

// Joiners and controls by themselves, which the browser gives no place.
bool has_no_place(std::string_view cluster) {
  for (std::size_t at = 0; at < cluster.size();) {
    const base::Decoded decoded = base::decode_utf8(cluster, at);
    const char32_t code = decoded.code;
    at += decoded.bytes;
    const bool joiner = code >= 0x200B && code <= 0x200F;
    const bool control = (code >= 0x202A && code <= 0x202E) || (code >= 0x2060 && code <= 0x2069);
    if (!joiner && !control && code != 0x061C && code != 0xFEFF) return false;
  }
  return true;
}

std::string ours(const text::Measured& measured, std::uint32_t begin, std::uint32_t end) {
  std::string visual;
  for (const text::Slot& slot : text::place_line(measured, {begin, end, false})) {
    std::vector<std::string_view> clusters;
    for (std::uint32_t at = slot.begin; at < slot.end; at = measured.next_cluster(at)) {
      clusters.push_back(
          std::string_view(measured.source.text).substr(at, measured.next_cluster(at) - at));
    }
    if (text::direction_of(slot.level) == ports::Direction::RightToLeft) {
      std::reverse(clusters.begin(), clusters.end());
    }
    for (const std::string_view cluster : clusters) {
      if (!has_no_place(cluster)) visual += cluster;
    }
  }
  return visual;
}

std::vector<std::string> fields_of(const std::string& row) {
  std::vector<std::string> fields;
  for (std::size_t at = 0; at <= row.size();) {
    const std::size_t end = std::min(row.find('\t', at), row.size());
    fields.push_back(row.substr(at, end - at));
    at = end + 1;
  }
  return fields;
}

}  // namespace

TEST_CASE("text golden: bidirectional lines stand in a browser's order, cluster by cluster") {
  std::ifstream file{std::string(kFile)};
  REQUIRE(file.is_open());
  platform::FakeGlyphs glyphs;
  text::MeasureCache cache;
  std::shared_ptr<const text::Measured> measured;
  int lines = 0;
  for (std::string row; std::getline(file, row);) {
    const std::vector<std::string> fields = fields_of(row);
    if (fields[0] == "P") {
      text::Source source;
      source.language = fields[1];
      source.text = fields[2];
      measured = text::measure_paragraph(std::move(source), glyphs, cache);
    } else if (fields[0] == "L") {
      REQUIRE(measured != nullptr);
      CAPTURE(measured->source.text);
      const auto begin = static_cast<std::uint32_t>(std::stoul(fields[1]));
      const auto end = static_cast<std::uint32_t>(std::stoul(fields[2]));
      CHECK(ours(*measured, begin, end) == fields[3]);
      ++lines;
    }
  }
  CHECK(lines >= 300);
}
