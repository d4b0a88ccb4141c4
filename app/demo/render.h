// The community's objects as Mastodon's JSON and HTML say them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/json.h"
#include "demo/community.h"
#include "demo/timeline.h"

namespace demo {

// Where profiles and tags would be on the web; never asked for anything (RFC 2606).
inline constexpr std::string_view kWebAddress = "https://crossfeed.example";

std::string plain_of(std::string_view marked);  // without the marks of tokens
std::string html_of(std::string_view marked);
std::string html_of(const Words& words);  // the title as a strong first paragraph

// now_ms: full minutes count.
base::Json status_json(const Timeline& timeline, Spot spot, std::int64_t now_ms);
std::string account_id(std::size_t person);
base::Json account_json(const Community& community, std::size_t person);
base::Json tag_json(std::string_view name, std::int64_t uses, std::int64_t now_ms);
base::Json emojis_json(const Community& community, std::string_view marked);  // those that occur
base::Json all_emojis_json(const Community& community);

}  // namespace demo
