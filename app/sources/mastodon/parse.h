// Replies of a Mastodon-API server (Mastodon, snac2, Pixelfed, Akkoma, GoToSocial, ...) read into
// the model. Every field may be null, missing, of another type or unknown; a status without an id
// or an account is skipped and counted, the rest is kept.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "model/post.h"
#include "ports/http.h"
#include "sources/error.h"

namespace sources::mastodon {

struct Page {
  // A boost is the boosted post with boosted_by set and the boosted post's id: the caller, who
  // keeps posts by id, sees repetitions.
  std::vector<model::Post> posts;
  std::string next_url;   // empty: the end
  std::string newest_id;  // for newer_page_url; of the timeline's entries, so of the boost
  std::string oldest_id;
  int skipped = 0;  // not readable
  int hidden = 0;   // by the reader's own filters on the server
};

struct TagUse {
  std::string name;
  std::int64_t uses = model::kUnknownCount;  // over the days that the server tells
  std::int64_t people = model::kUnknownCount;
};

struct SearchResult {
  std::vector<model::Post> posts;
  std::vector<model::Author> people;
  std::vector<TagUse> tags;
};

template <typename T>
using Parsed = base::Result<T, SourceError>;

Parsed<Page> parse_timeline(const ports::HttpReply& reply, const Asked& asked = {});
Parsed<model::Post> parse_status(const ports::HttpReply& reply, const Asked& asked = {});
Parsed<model::Thread> parse_context(const ports::HttpReply& reply, const Asked& asked = {});
Parsed<model::Author> parse_account(const ports::HttpReply& reply, const Asked& asked = {});
// Rules come in the first of `read` (BCP-47, best first) that the server has them in.
Parsed<model::Instance> parse_instance(const ports::HttpReply& reply, const Asked& asked = {},
                                       const std::vector<std::string>& read = {});
Parsed<SearchResult> parse_search(const ports::HttpReply& reply, const Asked& asked = {});
Parsed<std::vector<TagUse>> parse_tags(const ports::HttpReply& reply, const Asked& asked = {});

}  // namespace sources::mastodon
