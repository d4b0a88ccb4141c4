// JSON into values: bounded, sound, and stable when written and read again; and on into the model,
// since that is where the bytes of servers go.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/json.h"
#include "base/utf8.h"
#include "sources/mastodon/parse.h"

namespace {

void require(bool condition) {
  if (!condition) std::abort();
}

void check_value(const base::Json& value, std::size_t size, int depth) {
  require(depth <= 65);
  require(value.offset() <= size);
  require(base::is_valid_utf8(value.string_or({})));
  for (const base::Json& item : value.items()) check_value(item, size, depth + 1);
  for (const auto& [name, member] : value.members()) {
    require(base::is_valid_utf8(name));
    check_value(member, size, depth + 1);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto json = base::parse_json(bytes);
  if (json) {
    check_value(json.value(), size, 0);
    const std::string written = base::write_json(json.value());
    const auto again = base::parse_json(written);
    require(again.ok() && base::write_json(again.value()) == written);
    require(base::parse_json(base::write_json(json.value(), 2)).ok());
  } else {
    require(json.error().offset <= size);
    require(json.error().place.line >= 1 && !json.error().what.empty());
  }

  ports::HttpReply reply;
  reply.status = 200;
  reply.body = bytes;
  const sources::Asked asked{"https://a.b/api/v1/timelines/public?limit=20", 1};
  namespace mastodon = sources::mastodon;
  const auto page = mastodon::parse_timeline(reply, asked);
  if (page) {
    for (const model::Post& post : page.value().posts) {
      require(!post.id.empty() && !post.author.name.empty() && base::is_valid_utf8(post.body.text));
      require(post.url.empty() || post.url.starts_with("http") || post.url.starts_with("HTTP"));
    }
  }
  static_cast<void>(mastodon::parse_context(reply, asked));
  static_cast<void>(mastodon::parse_instance(reply, asked, {"zh"}));
  static_cast<void>(mastodon::parse_search(reply, asked));
  return 0;
}
