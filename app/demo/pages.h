// The lists that the embedded server gives: timelines by page, trends, threads, searches.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/url.h"
#include "demo/timeline.h"

namespace demo {

struct Listed {
  base::Json json;
  std::string link;  // the Link header; empty: none
};

// Which posts a timeline shows.
struct Choice {
  std::string tag;  // folded; empty: any
  int person = -1;  // any
  bool only_media = false;
  bool nothing = false;
};

Listed timeline_page(const Timeline& timeline, const Choice& choice, const base::QueryValues& query,
                     std::string_view path, std::int64_t now_ms);
Listed trending_page(const Timeline& timeline, const base::QueryValues& query,
                     std::string_view path, std::int64_t now_ms);
base::Json trending_tags(const Community& community, const base::QueryValues& query,
                         std::int64_t now_ms);
base::Json context_json(const Timeline& timeline, Spot spot, std::int64_t now_ms);
base::Json search_json(const Timeline& timeline, const base::QueryValues& query,
                       std::int64_t now_ms);

// The query's number, held between the bounds; the fallback when there is none.
std::int64_t number_in(const base::QueryValues& query, std::string_view name, std::int64_t fallback,
                       std::int64_t least, std::int64_t most);

}  // namespace demo
