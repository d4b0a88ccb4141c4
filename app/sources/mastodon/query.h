// The addresses of the requests that reading takes. A base address may carry a query of its own
// ("demo:?n=100000"): it goes along with every request.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sources::mastodon {

inline constexpr int kPageSize = 20;  // Mastodon's own default; its most is 40

struct Place {
  enum class Kind : std::uint8_t { Public, Local, Tag, Account, Trending };
  std::string base;  // "https://host[:port]" or "demo:[?n=…]", no slash at the end
  Kind kind = Kind::Public;
  std::string name;  // the tag without '#', the acct without the first '@'
  bool operator==(const Place&) const = default;
};

// Accounts are looked up first; the other places need no account id.
bool needs_account_id(const Place& place);
std::string account_lookup_url(const Place& place);

std::string first_page_url(const Place& place, std::string_view account_id = {},
                           int limit = kPageSize);
// What stands directly above `newest_id` (min_id, so that nothing is skipped). Trends have no
// "newer": the first page again.
std::string newer_page_url(const Place& place, std::string_view newest_id,
                           std::string_view account_id = {}, int limit = kPageSize);
// The page that follows when the server sends no Link header: by max_id, trends by offset.
std::string following_page_url(std::string_view page_url, std::string_view last_id, int posts);

std::string status_url(const Place& place, std::string_view id);
std::string context_url(const Place& place, std::string_view id);
std::string account_url(const Place& place, std::string_view id);
std::string instance_url(const Place& place);  // version 2; older servers answer 404, then:
std::string instance_v1_url(const Place& place);
std::string search_url(const Place& place, std::string_view text, int limit = kPageSize);
std::string trending_tags_url(const Place& place, int limit = 10);

// The target of rel in a Link header ("<https://…>; rel=\"next\", …"); empty when there is none.
std::string link_target(std::string_view header, std::string_view rel);

// Ids are opaque; later ones are longer, or equally long and greater. -1, 0, 1.
int compare_ids(std::string_view a, std::string_view b);

}  // namespace sources::mastodon
