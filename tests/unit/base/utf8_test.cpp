#include "base/utf8.h"

#include <doctest/doctest.h>

#include <vector>

namespace {

std::vector<std::size_t> steps(std::string_view text) {
  std::vector<std::size_t> out;
  for (std::size_t at = 0; at < text.size();) {
    const base::Decoded decoded = base::decode_utf8(text, at);
    out.push_back(decoded.bytes);
    at += decoded.bytes;
  }
  return out;
}

constexpr std::string_view kBad = "\xEF\xBF\xBD";

std::string bad(int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += kBad;
  return out;
}

}  // namespace

TEST_CASE("utf8: every length decodes and encodes") {
  for (const char32_t code : {U'\0', U'a', U'\x7F', U'\x80', U'\x7FF', U'\x800', U'\xD7FF',
                              U'\xE000', U'\xFFFD', U'\xFFFF', U'\x10000', U'\x10FFFF'}) {
    std::string text;
    base::append_utf8(text, code);
    const base::Decoded decoded = base::decode_utf8(text, 0);
    CHECK(decoded.code == code);
    CHECK(decoded.bytes == text.size());
    CHECK(base::is_valid_utf8(text));
  }
}

TEST_CASE("utf8: surrogates and numbers out of range are written as replacement characters") {
  for (const unsigned code : {0xD800u, 0xDFFFu, 0x110000u, 0xFFFFFFFFu}) {
    std::string text;
    base::append_utf8(text, static_cast<char32_t>(code));
    CHECK(text == kBad);
  }
}

TEST_CASE("utf8: the end of the text advances by nothing") {
  CHECK(base::decode_utf8("", 0).bytes == 0);
  CHECK(base::decode_utf8("a", 1).bytes == 0);
  CHECK(base::decode_utf8("a", 9).bytes == 0);
}

// The Unicode Standard, tables 3-8 to 3-11.
TEST_CASE("utf8: invalid bytes are replaced by maximal subparts") {
  CHECK(base::to_valid_utf8("\xC0\xAF\xE0\x80\xBF\xF0\x81\x82"
                            "A") == bad(8) + "A");
  CHECK(base::to_valid_utf8("\xED\xA0\x80\xED\xBF\xBF\xED\xAF"
                            "A") == bad(8) + "A");
  CHECK(base::to_valid_utf8("\xF4\x91\x92\x93\xFF"
                            "A\x80\xBF"
                            "B") == bad(5) + "A" + bad(2) + "B");
  CHECK(base::to_valid_utf8("\xE1\x80\xE2\xF0\x91\x92\xF1\xBF"
                            "A") == bad(4) + "A");
  CHECK(steps("\xE1\x80\xE2\xF0\x91\x92\xF1\xBF"
              "A") == std::vector<std::size_t>{2, 1, 3, 2, 1});
}

TEST_CASE("utf8: validity") {
  CHECK(base::is_valid_utf8(""));
  CHECK(base::is_valid_utf8("中文 κόσμε 😀"));
  CHECK(base::is_valid_utf8(kBad));
  CHECK_FALSE(base::is_valid_utf8("\xEF\xBF"));
  CHECK_FALSE(base::is_valid_utf8("a\xFF"));
  const std::string nul("a\0b", 3);
  CHECK(base::is_valid_utf8(nul));
  CHECK(base::to_valid_utf8(nul) == nul);
}

TEST_CASE("utf8: a prefix ends between code points") {
  const std::string_view text = "a中😀";  // 1 + 3 + 4 bytes
  const std::size_t expected[] = {0, 1, 1, 1, 4, 4, 4, 4, 8, 8};
  for (std::size_t max = 0; max < 10; ++max) {
    CHECK(base::utf8_prefix(text, max).size() == expected[max]);
  }
  CHECK(base::utf8_prefix("\x80\x80\x80\x80\x80\x80", 5).size() == 5);
  CHECK(base::count_code_points(text) == 3);
  CHECK(base::count_code_points("\xFF\xFF") == 2);
}
