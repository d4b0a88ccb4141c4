// The translation of a whole post by the server it comes from (Mastodon 4.0 and later): its text as
// HTML, its warning, picture descriptions and poll, in one answer. Public posts only. Documents and
// servers disagree about the shapes (poll as an object or a list, ids as numbers or strings, null
// or "" for no warning): all are read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "ports/http.h"
#include "translate/error.h"

namespace translate {

// Which part of a post.
enum class StatusPart : std::uint8_t { Body, Warning, Description, Option };
struct StatusRef {
  std::string server;  // "https://host", "demo:"; empty: not a post of such a server
  std::string id;
  StatusPart part = StatusPart::Body;
  std::string media_id;    // Description
  std::size_t option = 0;  // Option
};

struct StatusTranslation {
  std::string content_html;
  std::string warning;
  std::vector<std::pair<std::string, std::string>> descriptions;  // id of the media, text
  std::vector<std::string> poll_options;
  std::string detected;  // language, BCP-47
  std::string provider;  // "DeepL.com"
};

// Empty when the server did not translate that part; Body is HTML, all else plain text.
std::string part_of(const StatusTranslation& translation, const StatusRef& wanted);

// server: "https://host" or "demo:", perhaps with a query, as in sources/mastodon/query.h.
ports::HttpRequest build_status_request(std::string_view server, std::string_view status_id,
                                        std::string_view target);
base::Result<StatusTranslation, TranslateError> parse_status_reply(const ports::HttpReply& reply,
                                                                   std::string_view server,
                                                                   std::int64_t now_ms);

}  // namespace translate
