// Reads Unicode's own test files (Debian's unicode-data, unpacked by ./dev into the cache).
#pragma once

#include <doctest/doctest.h>

#include <cstdint>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"

namespace unicode_data {

// Calls use(line) for each line that is not empty after its comment was cut off; use returns
// nothing. A file that is missing fails the test.
template <typename Use>
void for_each_line(const std::string& path, Use use) {
  std::ifstream file(std::string(CROSSFEED_UNICODE) + "/" + path);
  INFO("missing ", CROSSFEED_UNICODE, "/", path, ": ./dev test native fetches it");
  REQUIRE(file.is_open());
  for (std::string line; std::getline(file, line);) {
    const std::string_view data = std::string_view(line).substr(0, line.find('#'));
    if (data.find_first_not_of(" \t\r") != std::string_view::npos) use(data);
  }
}

inline std::string to_utf8(const std::vector<std::uint32_t>& codes) {
  std::string text;
  for (const std::uint32_t code : codes) base::append_utf8(text, code);
  return text;
}

inline std::vector<std::uint32_t> read_hex(std::string_view words) {
  std::istringstream stream{std::string(words)};
  std::vector<std::uint32_t> codes;
  for (std::uint32_t code = 0; stream >> std::hex >> code;) codes.push_back(code);
  return codes;
}

// A case of the *BreakTest files: "÷ 0061 × 0308 ÷" as codes, and for each whether a break follows.
struct BreakCase {
  std::vector<std::uint32_t> codes;
  std::vector<std::uint8_t> break_after;
};

inline BreakCase read_break_case(std::string_view line) {
  BreakCase out;
  std::istringstream stream{std::string(line)};
  for (std::string word; stream >> word;) {
    if (word == "÷" || word == "×") {
      if (!out.codes.empty()) out.break_after.push_back(word == "÷" ? 1 : 0);
    } else {
      out.codes.push_back(static_cast<std::uint32_t>(std::stoul(word, nullptr, 16)));
    }
  }
  return out;
}

inline std::string in_hex(const std::vector<std::uint32_t>& codes) {
  std::ostringstream out;
  for (const std::uint32_t code : codes) out << std::hex << std::uppercase << code << ' ';
  return out.str();
}

}  // namespace unicode_data
