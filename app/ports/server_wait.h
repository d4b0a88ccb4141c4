// When a server wants to be asked again, read from its reply, and the sentence that says so.
#pragma once

#include <cstdint>
#include <string>

#include "model/words.h"
#include "ports/http.h"

namespace ports {

// Milliseconds since 1970: from Retry-After (RFC 9110, 10.2.3: seconds or a date) or, with status
// 429, Mastodon's X-RateLimit-Reset (a time; some servers write seconds since 1970). 0: not said.
std::int64_t retry_time_ms(const HttpReply& reply, std::int64_t now_ms);

// A wait that a reader is told of; 0: none, or more than a day.
std::int64_t told_wait_ms(std::int64_t wait_ms);
// "Crossfeed keeps what it has and asks again in 30 seconds."
std::string wait_sentence(std::int64_t wait_ms, const model::Words& words);

// "The server has a problem of its own (status 503)."; without the bracket for status 0.
std::string with_status(model::Word why, int status, const model::Words& words);

// The body is of a type that no programming interface answers with: a page, a picture, a film.
bool says_not_json(const HttpReply& reply);

}  // namespace ports
