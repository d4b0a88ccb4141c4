// One status or account object, out of JSON. The insides of parse.h, apart so that pages, threads,
// searches and single statuses share them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/json.h"
#include "model/post.h"
#include "sources/html_text.h"
#include "sources/mastodon/parse.h"

namespace sources::mastodon {

// Bundle: pictures may also be files of the app itself ("demo/…").
enum class ReadAs : std::uint8_t { Web, Bundle };

struct ReadStatus {
  model::Post post;
  std::string entry_id;  // the timeline's own id: the boost's, when it is one
  bool hide = false;     // by a filter that the reader has set on the server
};

// None for anything without an id and an account.
std::optional<ReadStatus> read_status(const base::Json& status, ReadAs as);

std::optional<model::Author> read_account(const base::Json& account, ReadAs as);
std::vector<model::Media> read_media(const base::Json& attachments, ReadAs as);
std::vector<CustomEmoji> read_emojis(const base::Json& emojis, ReadAs as);
std::string read_address(const base::Json& address, ReadAs as);  // empty: none that may be used
std::int64_t read_count(const base::Json& count);
TagUse read_tag(const base::Json& tag);

}  // namespace sources::mastodon
