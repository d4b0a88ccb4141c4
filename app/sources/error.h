// Why a source gave nothing: what failed, why, and what happens or can be done next. The kind is
// there for decisions (retry, offer another server); the words are made where they are shown.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "model/words.h"
#include "ports/http.h"

namespace sources {

struct SourceError {
  enum class Kind : std::uint8_t {
    Unreachable,  // unknown host, refused, or no CORS: a browser does not tell which
    Offline,
    Timeout,
    TooLarge,
    BadAddress,
    MembersOnly,  // 401, 422
    Forbidden,    // 403
    NotFound,     // 404
    Gone,         // 410
    Busy,         // 429
    ServerDown,   // 5xx
    Status,       // any other status that is not a success
    NotJson,      // a page, or anything else that is not JSON
    Truncated,    // JSON that ends in the middle
    WrongShape,   // JSON, but not what was asked for
  };
  Kind kind = Kind::Unreachable;
  int status = 0;
  model::Word what = model::Word::FailedPosts;  // "The posts of {server} could not be loaded."
  model::Word why = model::Word::WhyUnreachable;
  model::Word next = model::Word::NextRetry;
  std::string server;            // its origin
  std::int64_t retry_at_ms = 0;  // when the server named a time; 0: it did not
  std::int64_t wait_ms = 0;      // until then, where that is to be said instead of `next`; 0: not
  bool worth_retrying = false;   // the same request may succeed later
};

// What was asked for: names the thing in SourceError::what.
enum class Wanted : std::uint8_t { Posts, Post, Comments, Account, Server, Search, Tags };

// The request that a reply answers. The address gives the name of the host in messages and the page
// that follows when the server sends no Link header.
struct Asked {
  std::string url;
  std::int64_t now_ms = 0;  // 0: unknown; waits are then told only when given in seconds
};

// None when the reply is a success with a body.
std::optional<SourceError> error_of(const ports::HttpReply& reply, const Asked& asked,
                                    Wanted wanted);
SourceError make_error(SourceError::Kind kind, const Asked& asked, Wanted wanted);

struct ErrorText {
  std::string what;  // "The posts of mastodon.social could not be loaded."
  std::string why;   // "The server has a problem of its own (status 503)."
  std::string next;  // "Crossfeed keeps what it has and asks again in 30 seconds."
};
ErrorText error_text(const SourceError& error, const model::Words& words);
// What, why and next as one stretch of text.
std::string in_words(const SourceError& error, const model::Words& words);

// "mastodon.social"; "the embedded community" for demo:.
std::string server_name(const std::string& url, const model::Words& words);

}  // namespace sources
