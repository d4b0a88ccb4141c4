#include "base/blurhash.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

// The expected numbers are those of the npm package `blurhash` 2.0.5, the format's own
// implementation.
const std::string nine_by_nine =
    "|DH2cr3B|cO?a|tRN]%2JluwRdn|aSfNi^a]j3a_hVfyfYf-fQf+fNf+fQv:S8o5aqfMjha~jXa_f7fNfQfMfTfTfQ"
    "fSfQxbSbo3bNfTj-a^j;a_eXf3fNf9fQf4fVfAfQx[Sko3bDfSj;b0j.a]eEf5fQf5fQf5fQf3fO";

std::vector<unsigned> colors(std::string_view hash, int width, int height) {
  const std::vector<std::uint8_t> pixels = base::decode_blurhash(hash, width, height);
  std::vector<unsigned> out;
  for (std::size_t i = 0; i + 3 < pixels.size(); i += 4) {
    CHECK(pixels[i + 3] == 255);
    out.push_back(static_cast<unsigned>(pixels[i] << 16 | pixels[i + 1] << 8 | pixels[i + 2]));
  }
  return out;
}

TEST_CASE("a blurhash decodes to the pixels of the reference implementation") {
  CHECK(colors("LEHV6nWB2yk8pyo0adR*.7kCMdnj", 4, 3) ==
        std::vector<unsigned>{0x87A4B1, 0xA1ADB1, 0xB5B4AB, 0xA0ACAE, 0x7C9AA9, 0x94949A, 0xA49186,
                              0x92989B, 0x7C909A, 0x908684, 0xA38268, 0x948C86});
  CHECK(colors("LGF5]+Yk^6#M@-5c,1J5@[or[Q6.", 3, 2) ==
        std::vector<unsigned>{0xB076A3, 0x9B74BB, 0x885287, 0x899BB1, 0x2F8EBE, 0x8C7541});
}

TEST_CASE("one component is one colour, nine by nine are the most") {
  CHECK(colors("00H2cr", 2, 1) == std::vector<unsigned>{0x949494, 0x949494});
  CHECK(colors(nine_by_nine, 3, 3) == std::vector<unsigned>{0x989899, 0x928F98, 0x9A8DA8, 0x8F9298,
                                                            0x898970, 0x8D86C2, 0x8D9AA8, 0x868DC2,
                                                            0x89896F});
}

TEST_CASE("the largest picture equals the reference in every byte") {
  std::uint32_t sum = 0;
  for (const std::uint8_t byte : base::decode_blurhash(nine_by_nine, 64, 64)) sum = sum * 31 + byte;
  CHECK(sum == 850306015U);
}

TEST_CASE("what is no blurhash is refused") {
  CHECK(base::is_blurhash("LEHV6nWB2yk8pyo0adR*.7kCMdnj"));
  CHECK(base::is_blurhash(nine_by_nine));
  const std::string nul("00H2\0r", 6);
  for (const std::string& hash : std::vector<std::string>{
           "", "0", "00H2c",                // too short
           "00H2crr", nine_by_nine + "00",  // too long for its counts
           "LEHV6nWB2yk8pyo0adR*.7kCMdn",   // too short for its counts
           "00H2c\"", "00H2c\xC3", nul,     // no digits
           "\"0H2cr", "0\"H2cr",
           "}0H2cr",    // ten rows
           "00~~~~",    // a mean colour beyond white
           "10H2cr~~",  // a wave beyond the largest
       }) {
    CAPTURE(hash);
    CHECK_FALSE(base::is_blurhash(hash));
    CHECK(base::decode_blurhash(hash, 4, 4).empty());
  }
}

TEST_CASE("only small pictures are made") {
  CHECK(base::decode_blurhash("00H2cr", 64, 64).size() == 64 * 64 * 4);
  for (const auto& [width, height] : std::vector<std::pair<int, int>>{
           {0, 4}, {4, 0}, {-1, 4}, {65, 4}, {4, 65}, {1 << 30, 1 << 30}}) {
    CHECK(base::decode_blurhash("00H2cr", width, height).empty());
  }
}

}  // namespace
