// The value of `source=` in the page's address (DESIGN.md section 7): where posts come from.
//   demo | demo:?n=100000 | demo:/tag/NAME?n=… |
//   mastodon:https://host[/tag/NAME|/account/ACCT|/local|/trending]
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "model/words.h"
#include "sources/mastodon/query.h"

namespace sources {

struct Source {
  mastodon::Place place;
  std::string notice;  // a sentence for the status line; empty: nothing to say
  [[nodiscard]] bool is_demo() const;
  bool operator==(const Source&) const = default;
};

// Fails with a sentence that names the value and says what is expected.
base::Result<Source, std::string> parse_source(std::string_view value, const model::Words& words);

// The other way: parse_source(write_source(s)) gives s without its notice.
std::string write_source(const Source& source);

// What a feed of this place is called: "demo", "mastodon.social · #cats".
std::string place_title(const mastodon::Place& place, const model::Words& words);

}  // namespace sources
