// The community's objects as Mastodon's JSON and HTML say them. Each function writes one value, as
// the member `name`; an empty name is an item of a list or the whole answer.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "demo/community.h"
#include "demo/json_writer.h"
#include "demo/timeline.h"

namespace demo {

// Where profiles and tags would be on the web; never asked for anything (RFC 2606).
inline constexpr std::string_view kWebAddress = "https://crossfeed.example";

std::string plain_of(std::string_view marked);  // without the marks of tokens
std::string html_of(std::string_view marked);
std::string html_of(const Words& words);  // the title as a strong first paragraph

std::string account_id(std::size_t person);

// now_ms: full minutes count.
void write_status(JsonWriter& json, const Timeline& timeline, Spot spot, std::int64_t now_ms);
void write_account(JsonWriter& json, std::string_view name, const Community& community,
                   std::size_t person);
void write_tag(JsonWriter& json, std::string_view tag, std::int64_t uses, std::int64_t now_ms);
void write_emojis(JsonWriter& json, const Community& community);

}  // namespace demo
