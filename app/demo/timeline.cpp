#include "demo/timeline.h"

#include <algorithm>
#include <charconv>

namespace demo {
namespace {

// Ids as long as Mastodon's. Those of a post's comments stand between its own and the next newer
// post's.
constexpr std::int64_t kNewestId = 113'838'000'000'000'000;
constexpr std::int64_t kIdsAPost = 1024;
constexpr std::int64_t kMinutesBetween =
    4;  // in further rounds: a million posts go back under eight years

// Any of these steps through all posts before it comes back, unless the number of posts is a
// multiple of it.
constexpr std::int64_t kSteps[] = {101, 211, 307, 401, 503, 601, 701, 809, 907};
constexpr std::int64_t kStepCount = static_cast<std::int64_t>(sizeof kSteps / sizeof kSteps[0]);

std::optional<std::int64_t> number_of(std::string_view id) {
  std::int64_t value = 0;
  const auto read = std::from_chars(id.data(), id.data() + id.size(), value);
  const bool sound = read.ec == std::errc() && read.ptr == id.data() + id.size() && value >= 0;
  return sound ? std::optional(value) : std::nullopt;
}

std::int64_t floor_div(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

// SplitMix64's finisher.
std::uint64_t scrambled(std::int64_t value) {
  auto z = static_cast<std::uint64_t>(value) + 0x9E3779B97F4A7C15u;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return z ^ (z >> 31);
}

}  // namespace

std::size_t Timeline::post_at(std::int64_t index) const {
  const std::int64_t round = index / round_length();
  const std::int64_t place = index % round_length();
  if (round == 0) return static_cast<std::size_t>(place);
  std::int64_t step = 1;
  for (std::int64_t i = 0; i < kStepCount; ++i) {
    step = kSteps[(round + i) % kStepCount];
    if (round_length() % step != 0) break;
  }
  return static_cast<std::size_t>((place * step + round * 7919) % round_length());
}

const Entry& Timeline::entry(Spot spot) const {
  const Entry& post = community_.posts[post_at(spot.index)];
  return spot.comment < 0 ? post : post.comments[static_cast<std::size_t>(spot.comment)];
}

std::int64_t Timeline::age_minutes(Spot spot) const {
  const Entry& post = entry({spot.index, -1});
  const std::int64_t beyond = spot.index - round_length() + 1;
  const std::int64_t age =
      beyond > 0 ? community_.posts.back().minutes + beyond * kMinutesBetween : post.minutes;
  if (spot.comment < 0) return age;
  // As far into the post's life as in the first round, but not in the future.
  return std::max<std::int64_t>(0, age - (post.minutes - entry(spot).minutes));
}

std::int64_t Timeline::varied(std::int64_t count, std::int64_t index) const {
  if (index < round_length()) return count;
  const auto percent = static_cast<std::int64_t>(scrambled(index) % 160) + 20;
  return count > 100'000'000'000 ? count : count * percent / 100;
}

std::string Timeline::id_of(Spot spot) {
  return std::to_string(kNewestId - spot.index * kIdsAPost + (spot.comment + 1));
}

std::optional<Spot> Timeline::spot_of(std::string_view id) const {
  const std::optional<std::int64_t> number = number_of(id);
  if (!number) return std::nullopt;
  const std::int64_t index = -floor_div(*number - kNewestId, kIdsAPost);
  const std::int64_t rest = *number - (kNewestId - index * kIdsAPost);
  if (index < 0 || index >= length_) return std::nullopt;
  const Spot spot{index, static_cast<int>(rest) - 1};
  const bool there = spot.comment < static_cast<int>(entry({index, -1}).comments.size());
  return there ? std::optional(spot) : std::nullopt;
}

std::optional<std::int64_t> Timeline::index_below(std::string_view id) {
  const std::optional<std::int64_t> number = number_of(id);
  if (!number) return std::nullopt;
  return std::max<std::int64_t>(0, floor_div(kNewestId - *number, kIdsAPost) + 1);
}

std::optional<std::int64_t> Timeline::index_above(std::string_view id) {
  const std::optional<std::int64_t> number = number_of(id);
  if (!number) return std::nullopt;
  return std::max<std::int64_t>(-1, -floor_div(*number - kNewestId, kIdsAPost) - 1);
}

}  // namespace demo
