#include "base/blurhash.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace base {
namespace {

constexpr int most_px = 64;  // a side: it is a blur, and it is stretched by the graphics card
constexpr int most_components = 9;
constexpr std::size_t head_chars =
    6;  // the counts of components, the largest value, the mean colour
constexpr std::string_view digits =
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~";

using Rgb = std::array<double, 3>;  // linear light

struct Components {
  int across = 0;  // none: no blurhash
  int down = 0;
  std::array<Rgb, std::size_t{most_components} * most_components> values{};
};

// -1 when a character is no digit.
int number(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    const std::size_t digit = digits.find(c);
    if (digit == std::string_view::npos) return -1;
    value = value * static_cast<int>(digits.size()) + static_cast<int>(digit);
  }
  return value;
}

double to_linear(int byte) {
  const double v = byte / 255.0;
  return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
}

std::uint8_t to_srgb(double linear) {
  const double v = std::clamp(linear, 0.0, 1.0);
  const double srgb = v <= 0.0031308 ? v * 12.92 : 1.055 * std::pow(v, 1 / 2.4) - 0.055;
  return static_cast<std::uint8_t>(srgb * 255 + 0.5);
}

// A quantised -9..9 as a signed square of -1..1.
double wave(int quantised) {
  const double v = (quantised - 9) / 9.0;
  return std::copysign(v * v, v);
}

Components parse_components(std::string_view hash) {
  if (hash.size() < head_chars) return {};
  const int counts = number(hash.substr(0, 1));
  const int largest = number(hash.substr(1, 1));
  const int mean = number(hash.substr(2, 4));
  if (counts < 0 || counts >= most_components * most_components || largest < 0) return {};
  if (mean < 0 || mean > 0xFFFFFF) return {};

  Components out;
  const int across = counts % most_components + 1;
  const int down = counts / most_components + 1;
  const auto count = static_cast<std::size_t>(across * down);
  if (hash.size() != head_chars + 2 * (count - 1)) return {};

  out.values[0] = {to_linear(mean >> 16), to_linear(mean >> 8 & 0xFF), to_linear(mean & 0xFF)};
  const double scale = (largest + 1) / 166.0;
  for (std::size_t i = 1; i < count; ++i) {
    const int value = number(hash.substr(head_chars + 2 * (i - 1), 2));
    if (value < 0 || value >= 19 * 19 * 19) return {};
    out.values[i] = {wave(value / 361) * scale, wave(value / 19 % 19) * scale,
                     wave(value % 19) * scale};
  }
  out.across = across;
  out.down = down;
  return out;
}

using Cosines = std::array<std::array<double, most_components>, most_px>;

void fill_cosines(Cosines& table, int length, int components) {
  for (int at = 0; at < length; ++at) {
    for (int i = 0; i < components; ++i) {
      table[static_cast<std::size_t>(at)][static_cast<std::size_t>(i)] =
          std::cos(std::numbers::pi * at * i / length);
    }
  }
}

}  // namespace

bool is_blurhash(std::string_view hash) { return parse_components(hash).across > 0; }

std::vector<std::uint8_t> decode_blurhash(std::string_view hash, int width, int height) {
  if (width < 1 || height < 1 || width > most_px || height > most_px) return {};
  const Components parts = parse_components(hash);
  if (parts.across == 0) return {};

  Cosines across{};
  Cosines down{};
  fill_cosines(across, width, parts.across);
  fill_cosines(down, height, parts.down);

  std::vector<std::uint8_t> pixels;
  pixels.reserve(static_cast<std::size_t>(width * height) * 4);
  for (std::size_t y = 0; y < static_cast<std::size_t>(height); ++y) {
    for (std::size_t x = 0; x < static_cast<std::size_t>(width); ++x) {
      Rgb sum{};
      std::size_t part = 0;
      for (std::size_t j = 0; j < static_cast<std::size_t>(parts.down); ++j) {
        for (std::size_t i = 0; i < static_cast<std::size_t>(parts.across); ++i, ++part) {
          const double basis = across[x][i] * down[y][j];
          for (std::size_t c = 0; c < 3; ++c) sum[c] += parts.values[part][c] * basis;
        }
      }
      for (const double channel : sum) pixels.push_back(to_srgb(channel));
      pixels.push_back(255);
    }
  }
  return pixels;
}

}  // namespace base
