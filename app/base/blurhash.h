// Blurhash: a picture's colours in some thirty characters, shown until the picture arrives.
// Algorithm: https://github.com/woltapp/blurhash/blob/master/Algorithm.md
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace base {

bool is_blurhash(std::string_view hash);

// width * height RGBA pixels, opaque, each side 1 to 64; empty for anything that is no blurhash.
std::vector<std::uint8_t> decode_blurhash(std::string_view hash, int width, int height);

}  // namespace base
