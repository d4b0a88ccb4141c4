#include "base/url.h"
#include "model/time.h"
#include "sources/mastodon/status.h"

namespace sources::mastodon {

using base::Json;

// Servers with hundreds of custom emojis send those that occur.
std::vector<CustomEmoji> read_emojis(const Json& emojis, ReadAs as) {
  constexpr std::size_t kMostEmojis = 200;
  std::vector<CustomEmoji> read;
  for (const Json& emoji : emojis.items()) {
    const std::string_view shortcode = emoji["shortcode"].string_or({});
    std::string url = read_address(emoji["static_url"], as);
    if (url.empty()) url = read_address(emoji["url"], as);
    if (!shortcode.empty() && !url.empty())
      read.push_back({std::string(shortcode), std::move(url)});
    if (read.size() == kMostEmojis) break;
  }
  return read;
}

std::string read_address(const Json& address, ReadAs as) {
  constexpr std::size_t kLongestAddress = 4096;
  const std::string_view text = address.string_or({});
  if (text.size() > kLongestAddress) return {};
  if (base::is_web_address(text)) return std::string(text);
  const bool own = as == ReadAs::Bundle && text.starts_with("demo/") &&
                   text.find("..") == std::string_view::npos;
  return own ? std::string(text) : std::string();
}

std::int64_t read_count(const Json& count) {
  // More than all people have ever pressed is nonsense.
  constexpr std::int64_t kMostSane = 1'000'000'000'000;
  const std::int64_t read = count.integer_or(model::kUnknownCount);
  return read >= 0 && read <= kMostSane ? read : model::kUnknownCount;
}

std::optional<model::Author> read_account(const Json& account, ReadAs as) {
  model::Author author;
  author.id = account["id"].id_or({});
  author.acct = account["acct"].string_or(account["username"].string_or({}));
  if (author.id.empty() || author.acct.empty()) return std::nullopt;
  author.name =
      parse_plain(account["display_name"].string_or({}), read_emojis(account["emojis"], as));
  if (author.name.empty()) author.name = parse_plain(account["username"].string_or(author.acct));
  if (author.name.empty()) author.name = model::plain_text(author.acct);
  author.url = read_address(account["url"], ReadAs::Web);
  author.avatar_url = read_address(account["avatar_static"], as);  // does not move
  if (author.avatar_url.empty()) author.avatar_url = read_address(account["avatar"], as);
  author.created_ms = model::parse_time_ms(account["created_at"].string_or({}));
  author.bot = account["bot"].bool_or(false);
  return author;
}

TagUse read_tag(const Json& tag) {
  if (tag.is_string())
    return {std::string(tag.string_or({})), model::kUnknownCount, model::kUnknownCount};
  TagUse use;
  use.name = tag["name"].string_or({});
  for (const Json& day : tag["history"].items()) {
    const std::int64_t uses = read_count(day["uses"]);
    const std::int64_t people = read_count(day["accounts"]);
    if (uses >= 0) use.uses = uses + (use.uses >= 0 ? use.uses : 0);
    if (people >= 0) use.people = people + (use.people >= 0 ? use.people : 0);
  }
  return use;
}

}  // namespace sources::mastodon
