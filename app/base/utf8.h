// UTF-8, decoded one code point at a time. Invalid bytes decode as U+FFFD and advance as the
// Unicode Standard recommends (maximal subparts, chapter 3.9, table 3-8). No tables, no allocation.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace base {

inline constexpr char32_t kReplacement = 0xFFFD;

struct Decoded {
  char32_t code = kReplacement;
  std::size_t bytes = 1;  // how far to advance; 0 only at the end of the text
};

Decoded decode_utf8(std::string_view text, std::size_t at);
void append_utf8(std::string& out, char32_t code);

// The text with every invalid sequence replaced; equal to the input when that is valid.
std::string to_valid_utf8(std::string_view bytes);
bool is_valid_utf8(std::string_view bytes);

// The longest prefix of at most max_bytes that ends between code points.
std::string_view utf8_prefix(std::string_view text, std::size_t max_bytes);
std::size_t count_code_points(std::string_view text);

}  // namespace base
