// The lists that the embedded server gives: timelines by page, trends, threads, searches.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/url.h"
#include "demo/json_writer.h"
#include "demo/timeline.h"

namespace demo {

// Which posts a timeline shows.
struct Choice {
  std::string tag;  // folded; empty: any
  int person = -1;  // any
  bool only_media = false;
  bool nothing = false;
};

// The first two return the Link header; empty: none.
std::string write_timeline(JsonWriter& json, const Timeline& timeline, const Choice& choice,
                           const base::QueryValues& query, std::string_view path,
                           std::int64_t now_ms);
std::string write_trending(JsonWriter& json, const Timeline& timeline,
                           const base::QueryValues& query, std::string_view path,
                           std::int64_t now_ms);
void write_trending_tags(JsonWriter& json, const Community& community,
                         const base::QueryValues& query, std::int64_t now_ms);
void write_context(JsonWriter& json, const Timeline& timeline, Spot spot, std::int64_t now_ms);
void write_search(JsonWriter& json, const Timeline& timeline, const base::QueryValues& query,
                  std::int64_t now_ms);

// The query's number, held between the bounds; the fallback when there is none.
std::int64_t number_in(const base::QueryValues& query, std::string_view name, std::int64_t fallback,
                       std::int64_t least, std::int64_t most);

}  // namespace demo
