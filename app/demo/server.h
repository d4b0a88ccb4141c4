// The embedded community: a server that lives in the app. Answers the Mastodon requests of
// addresses that start with "demo:" from one packed file (web/pack-demo.mjs), so that the adapter
// is the same as for a real server. "demo:/api/…?n=100000" repeats the community to n posts;
// nothing is kept between requests, and a page costs the same anywhere in a million posts.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "ports/http.h"

namespace demo {

struct Community;

inline constexpr std::int64_t kMostPosts = 1'000'000;

class Server {
 public:
  // Fails with a sentence for people who edit the pack.
  static base::Result<Server, std::string> load(std::string_view pack_json);

  // The clock is an argument: the ages of posts count back from it, from the start of its minute.
  [[nodiscard]] ports::HttpReply answer(const ports::HttpRequest& request,
                                        std::int64_t now_ms) const;

  static bool answers(std::string_view url) { return url.starts_with("demo:"); }

 private:
  struct Free {
    void operator()(const Community* community) const;
  };
  explicit Server(std::unique_ptr<const Community, Free> community);
  std::unique_ptr<const Community, Free> community_;
};

}  // namespace demo
