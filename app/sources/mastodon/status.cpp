#include "sources/mastodon/status.h"

#include "base/url.h"
#include "model/detect.h"
#include "model/language.h"
#include "model/time.h"

namespace sources::mastodon {
namespace {

using base::Json;
using model::Post;

std::vector<KnownMention> read_mentions(const Json& mentions) {
  constexpr std::size_t kMostMentions = 200;
  std::vector<KnownMention> read;
  for (const Json& mention : mentions.items()) {
    const std::string_view acct = mention["acct"].string_or({});
    const std::string_view url = mention["url"].string_or({});
    if (!acct.empty() && !url.empty()) read.push_back({std::string(url), std::string(acct)});
    if (read.size() == kMostMentions) break;
  }
  return read;
}

std::vector<std::string> read_tag_names(const Json& tags) {
  constexpr std::size_t kMostTags = 100;
  std::vector<std::string> read;
  for (const Json& tag : tags.items()) {
    std::string name = read_tag(tag).name;
    if (name.starts_with('#')) name.erase(0, 1);  // snac2
    if (!name.empty()) read.push_back(std::move(name));
    if (read.size() == kMostTags) break;
  }
  return read;
}

std::vector<model::Poll> read_poll(const Json& poll) {
  constexpr std::size_t kMostOptions = 32;
  model::Poll read;
  for (const Json& option : poll["options"].items()) {
    if (read.options.size() == kMostOptions) break;
    read.options.push_back(
        {parse_plain(option["title"].string_or({})).text, read_count(option["votes_count"])});
  }
  if (read.options.empty()) return {};
  read.votes = read_count(poll["votes_count"]);
  read.expires_ms = model::parse_time_ms(poll["expires_at"].string_or({}));
  read.expired = poll["expired"].bool_or(false);
  return {std::move(read)};
}

std::vector<model::LinkPreview> read_card(const Json& card, ReadAs as) {
  model::LinkPreview read;
  read.url = read_address(card["url"], ReadAs::Web);
  read.title = parse_plain(card["title"].string_or({})).text;
  if (read.url.empty() || read.title.empty()) return {};
  read.description = parse_plain(card["description"].string_or({})).text;
  read.provider = parse_plain(card["provider_name"].string_or({})).text;
  read.image_url = read_address(card["image"], as);
  return {std::move(read)};
}

// An extension of the embedded community's: what Mastodon has no field for.
model::Live read_live(const Json& live) {
  constexpr std::size_t kMostLanguages = 16;
  model::Live read;
  read.started_ms = model::parse_time_ms(live["started_at"].string_or({}));
  read.listeners = read_count(live["listeners"]);
  for (const Json& language : live["languages"].items()) {
    const std::string tag = model::parse_language(language.string_or({})).tag();
    if (!tag.empty() && read.languages.size() < kMostLanguages) read.languages.push_back(tag);
  }
  return read;
}

// The reader's own filters: one "hide" hides; all others ("warn", "blur" and what may come) warn.
void apply_filters(const Json& filtered, ReadStatus& read) {
  for (const Json& result : filtered.items()) {
    const Json& filter = result["filter"];
    if (!filter.is_object()) continue;
    const std::string_view action = filter["filter_action"].string_or("warn");
    if (action == "hide") read.hide = true;
    if (action == "blur") {
      read.post.sensitive = true;
    } else if (read.post.warning.empty()) {
      read.post.warning = parse_plain(filter["title"].string_or("Filtered")).text;
    }
  }
}

model::Counts read_counts(const Json& status) {
  return {read_count(status["favourites_count"]), read_count(status["reblogs_count"]),
          read_count(status["replies_count"])};
}

}  // namespace

std::optional<ReadStatus> read_status(const Json& status, ReadAs as) {
  const bool is_boost = status["reblog"].is_object();
  const Json& inner = is_boost ? status["reblog"] : status;
  std::optional<model::Author> author = read_account(inner["account"], as);
  ReadStatus read;
  Post& post = read.post;
  post.id = inner["id"].id_or({});
  if (!author || post.id.empty()) return std::nullopt;
  post.author = std::move(*author);
  read.entry_id = status["id"].id_or(post.id);
  if (is_boost) {
    const std::optional<model::Author> booster = read_account(status["account"], as);
    if (booster) post.boosted_by = booster->name.text;
  }
  post.url = read_address(inner["url"], ReadAs::Web);
  if (post.url.empty()) post.url = read_address(inner["uri"], ReadAs::Web);
  post.parent_id = inner["in_reply_to_id"].id_or({});
  post.created_ms = model::parse_time_ms(inner["created_at"].string_or({}));
  post.edited_ms = model::parse_time_ms(inner["edited_at"].string_or({}));
  post.language = model::parse_language(inner["language"].string_or({})).tag();
  post.body = parse_html(inner["content"].string_or({}), read_emojis(inner["emojis"], as),
                         read_mentions(inner["mentions"]));
  post.warning = parse_plain(inner["spoiler_text"].string_or({})).text;
  post.sensitive = inner["sensitive"].bool_or(false);
  post.media = read_media(inner["media_attachments"], as);
  post.tags = read_tag_names(inner["tags"]);
  post.counts = read_counts(inner);
  post.poll = read_poll(inner["poll"]);
  post.link = read_card(inner["card"], as);
  post.live = read_live(inner["live"]);
  post.written_in = model::find_language(post);
  apply_filters(inner["filtered"], read);
  if (is_boost) apply_filters(status["filtered"], read);
  return read;
}

}  // namespace sources::mastodon
