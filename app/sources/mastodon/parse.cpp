#include "sources/mastodon/parse.h"

#include "base/url.h"
#include "model/language.h"
#include "sources/html_text.h"
#include "sources/mastodon/query.h"
#include "sources/mastodon/status.h"

namespace sources::mastodon {
namespace {

using base::Json;

// Servers give at most 40 a page; one that sends thousands at once is cut short.
constexpr std::size_t kMostEntries = 400;
constexpr std::size_t kMostComments = 4096;  // Mastodon's own limit for members

ReadAs read_as(const Asked& asked) {
  return asked.url.starts_with("demo:") ? ReadAs::Bundle : ReadAs::Web;
}

// Starts as JSON and does not end as it.
bool breaks_off(std::string_view body) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const std::size_t first = body.find_first_not_of(kBlanks);
  if (first == std::string_view::npos || (body[first] != '[' && body[first] != '{')) return false;
  return body[body.find_last_not_of(kBlanks)] != (body[first] == '[' ? ']' : '}');
}

Parsed<Json> read_json(const ports::HttpReply& reply, const Asked& asked, Wanted wanted,
                       Json::Kind kind) {
  using Kind = SourceError::Kind;
  if (std::optional<SourceError> error = error_of(reply, asked, wanted))
    return base::fail(std::move(*error));
  base::Result<Json, base::JsonError> json = base::parse_json(reply.body);
  if (!json) {
    const bool over_limit = reply.body.size() > base::JsonLimits{}.bytes;
    const bool cut = breaks_off(reply.body);
    return base::fail(make_error(over_limit ? Kind::TooLarge
                                 : cut      ? Kind::Truncated
                                            : Kind::NotJson,
                                 asked, wanted));
  }
  if (json.value().kind() != kind) return base::fail(make_error(Kind::WrongShape, asked, wanted));
  return std::move(json.value());
}

// Pages of another origin are not followed: a proxy that writes http:// would be blocked by the
// browser, and nobody else's server has a say in where requests go.
std::string next_page(const ports::HttpReply& reply, const Asked& asked, const Page& page,
                      std::size_t entries) {
  const std::string_view link = reply.header("link");
  std::string next = link_target(link, "next");
  if (next.empty() && !link_target(link, "prev").empty())
    return {};  // a server that writes Link says the end so
  if (!next.empty() && !asked.url.empty() && base::origin_of(next) != base::origin_of(asked.url))
    next.clear();
  if (next.empty() && !asked.url.empty()) {
    next = following_page_url(asked.url, page.oldest_id, static_cast<int>(entries));
  }
  return next == asked.url ? std::string() : next;
}

std::vector<model::Post> read_posts(const Json& statuses, ReadAs as, std::size_t most) {
  std::vector<model::Post> posts;
  for (const Json& status : statuses.items()) {
    if (posts.size() == most) break;
    std::optional<ReadStatus> read = read_status(status, as);
    if (read && !read->hide) posts.push_back(std::move(read->post));
  }
  return posts;
}

// The member of `translations` that the reader reads best, or null.
const Json& best_translation(const Json& translations, const std::vector<std::string>& read) {
  static const Json kNone;
  for (const std::string& wanted : read) {
    const Json& exact = translations[wanted];
    if (!exact.is_null()) return exact;
    const model::Language language = model::parse_language(wanted);
    for (const auto& [tag, translation] : translations.members()) {
      if (model::same_language(model::parse_language(tag), language)) return translation;
    }
  }
  return kNone;
}

std::string rule_text(const Json& rule, const std::vector<std::string>& read) {
  const Json& translation = best_translation(rule["translations"], read);
  const std::string_view text = rule["text"].string_or(rule.string_or({}));
  const std::string_view hint = rule["hint"].string_or({});
  std::string written = html_to_plain(translation["text"].string_or(text));
  const std::string more =
      html_to_plain(translation["hint"].string_or(translation.is_object() ? "" : hint));
  if (!more.empty()) written += '\n' + more;
  return written;
}

}  // namespace

Parsed<Page> parse_timeline(const ports::HttpReply& reply, const Asked& asked) {
  Parsed<Json> json = read_json(reply, asked, Wanted::Posts, Json::Kind::Array);
  if (!json) return base::fail(json.error());
  Page page;
  const std::vector<Json>& entries = json.value().items();
  for (const Json& entry : entries) {
    const std::string id = entry["id"].id_or({});
    if (page.newest_id.empty()) page.newest_id = id;
    if (page.posts.size() == kMostEntries) {
      ++page.skipped;
      continue;
    }
    if (!id.empty()) page.oldest_id = id;
    std::optional<ReadStatus> read = read_status(entry, read_as(asked));
    if (!read) {
      ++page.skipped;
    } else if (read->hide) {
      ++page.hidden;
    } else {
      page.posts.push_back(std::move(read->post));
    }
  }
  if (!entries.empty() && page.skipped == static_cast<int>(entries.size())) {
    return base::fail(make_error(SourceError::Kind::WrongShape, asked, Wanted::Posts));
  }
  page.next_url = next_page(reply, asked, page, entries.size());
  return page;
}

Parsed<model::Post> parse_status(const ports::HttpReply& reply, const Asked& asked) {
  Parsed<Json> json = read_json(reply, asked, Wanted::Post, Json::Kind::Object);
  if (!json) return base::fail(json.error());
  std::optional<ReadStatus> read = read_status(json.value(), read_as(asked));
  if (!read) return base::fail(make_error(SourceError::Kind::WrongShape, asked, Wanted::Post));
  return std::move(read->post);
}

Parsed<model::Thread> parse_context(const ports::HttpReply& reply, const Asked& asked) {
  Parsed<Json> json = read_json(reply, asked, Wanted::Comments, Json::Kind::Object);
  if (!json) return base::fail(json.error());
  const Json& context = json.value();
  if (!context["ancestors"].is_array() && !context["descendants"].is_array()) {
    return base::fail(make_error(SourceError::Kind::WrongShape, asked, Wanted::Comments));
  }
  model::Thread thread;
  thread.ancestors = read_posts(context["ancestors"], read_as(asked), kMostEntries);
  thread.descendants = read_posts(context["descendants"], read_as(asked), kMostComments);
  return thread;
}

Parsed<model::Author> parse_account(const ports::HttpReply& reply, const Asked& asked) {
  Parsed<Json> json = read_json(reply, asked, Wanted::Account, Json::Kind::Object);
  if (!json) return base::fail(json.error());
  std::optional<model::Author> author = read_account(json.value(), read_as(asked));
  if (!author) return base::fail(make_error(SourceError::Kind::WrongShape, asked, Wanted::Account));
  return std::move(*author);
}

Parsed<model::Instance> parse_instance(const ports::HttpReply& reply, const Asked& asked,
                                       const std::vector<std::string>& read) {
  constexpr std::size_t kMostRules = 200;
  Parsed<Json> json = read_json(reply, asked, Wanted::Server, Json::Kind::Object);
  if (!json) return base::fail(json.error());
  const Json& from = json.value();
  if (!from["title"].is_string())
    return base::fail(make_error(SourceError::Kind::WrongShape, asked, Wanted::Server));
  model::Instance instance;
  instance.title = html_to_plain(from["title"].string_or({}));
  const std::string_view description = from["description"].string_or({});
  instance.description = html_to_plain(from["short_description"].string_or(description));
  if (instance.description.empty()) instance.description = html_to_plain(description);
  for (const Json& rule : from["rules"].items()) {
    std::string text = rule_text(rule, read);
    if (!text.empty() && instance.rules.size() < kMostRules)
      instance.rules.push_back(std::move(text));
  }
  for (const Json& language : from["languages"].items()) {
    const std::string tag = model::parse_language(language.string_or({})).tag();
    if (!tag.empty() && instance.languages.size() < kMostEntries) instance.languages.push_back(tag);
  }
  return instance;
}

Parsed<SearchResult> parse_search(const ports::HttpReply& reply, const Asked& asked) {
  Parsed<Json> json = read_json(reply, asked, Wanted::Search, Json::Kind::Object);
  if (!json) return base::fail(json.error());
  const Json& from = json.value();
  SearchResult result;
  result.posts = read_posts(from["statuses"], read_as(asked), kMostEntries);
  for (const Json& account : from["accounts"].items()) {
    std::optional<model::Author> author = read_account(account, read_as(asked));
    if (author && result.people.size() < kMostEntries) result.people.push_back(std::move(*author));
  }
  for (const Json& tag : from["hashtags"].items()) {
    TagUse use = read_tag(tag);
    if (!use.name.empty() && result.tags.size() < kMostEntries)
      result.tags.push_back(std::move(use));
  }
  return result;
}

Parsed<std::vector<TagUse>> parse_tags(const ports::HttpReply& reply, const Asked& asked) {
  Parsed<Json> json = read_json(reply, asked, Wanted::Tags, Json::Kind::Array);
  if (!json) return base::fail(json.error());
  std::vector<TagUse> tags;
  for (const Json& tag : json.value().items()) {
    TagUse use = read_tag(tag);
    if (!use.name.empty() && tags.size() < kMostEntries) tags.push_back(std::move(use));
  }
  return tags;
}

}  // namespace sources::mastodon
