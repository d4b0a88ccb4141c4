// The community laid out to any length: which post stands at an index, under which id, how old it
// is. Pure arithmetic, so that a page costs the same anywhere in a million posts. Index 0 is the
// newest.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "demo/community.h"

namespace demo {

// A post, or one of its comments.
struct Spot {
  std::int64_t index = 0;
  int comment = -1;
};

class Timeline {
 public:
  Timeline(const Community& community, std::int64_t length)
      : community_(community), length_(length) {}

  [[nodiscard]] const Community& community() const { return community_; }
  [[nodiscard]] std::int64_t length() const { return length_; }

  // The first round shows the community in its own order, each further one in another.
  [[nodiscard]] std::size_t post_at(std::int64_t index) const;
  [[nodiscard]] const Entry& entry(Spot spot) const;
  [[nodiscard]] std::int64_t age_minutes(Spot spot) const;
  // Counts differ from round to round.
  [[nodiscard]] std::int64_t varied(std::int64_t count, std::int64_t index) const;

  [[nodiscard]] static std::string id_of(Spot spot);
  // None for an id of nothing that is in the timeline.
  [[nodiscard]] std::optional<Spot> spot_of(std::string_view id) const;
  // The first index below an id, whether something has this id or not; none: not a number.
  [[nodiscard]] static std::optional<std::int64_t> index_below(std::string_view id);
  [[nodiscard]] static std::optional<std::int64_t> index_above(std::string_view id);

 private:
  [[nodiscard]] std::int64_t round_length() const {
    return static_cast<std::int64_t>(community_.posts.size());
  }
  const Community& community_;
  std::int64_t length_;
};

}  // namespace demo
