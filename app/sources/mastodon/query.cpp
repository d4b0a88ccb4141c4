#include "sources/mastodon/query.h"

#include <algorithm>
#include <charconv>

#include "base/trim.h"
#include "base/url.h"

namespace sources::mastodon {
namespace {

struct Value {
  std::string_view name;
  std::string value;
};

// The base's own query goes first: "demo:?n=10" and "/api/…" give "demo:/api/…?n=10".
std::string address(const Place& place, std::string_view path,
                    std::initializer_list<Value> values = {}) {
  const std::string_view base = std::string_view(place.base).substr(0, place.base.find('?'));
  const std::string_view query = base::split_url(place.base).query;
  std::string out(base);
  while (out.ends_with('/')) out.pop_back();
  out += path;
  char separator = '?';
  if (!query.empty()) {
    out += '?';
    out += query;
    separator = '&';
  }
  for (const Value& value : values) {
    out += separator;
    out += value.name;
    out += '=';
    out += base::percent_encode(value.value);
    separator = '&';
  }
  return out;
}

std::string limit_of(int limit) { return std::to_string(std::clamp(limit, 1, 40)); }

std::string timeline_path(const Place& place, std::string_view account_id) {
  switch (place.kind) {
    case Place::Kind::Public:
    case Place::Kind::Local:
      return "/api/v1/timelines/public";
    case Place::Kind::Tag:
      return "/api/v1/timelines/tag/" + base::percent_encode(place.name);
    case Place::Kind::Account:
      return "/api/v1/accounts/" + base::percent_encode(account_id) + "/statuses";
    case Place::Kind::Trending:
      return "/api/v1/trends/statuses";
  }
  return {};
}

// RFC 8288, 3: parameters behind the target; rel may hold several words and need no quotes.
bool has_rel(std::string_view parameters, std::string_view rel) {
  while (!parameters.empty()) {
    const std::size_t length = std::min(parameters.find(';'), parameters.size());
    std::string_view parameter = base::trimmed(parameters.substr(0, length));
    parameters.remove_prefix(std::min(length + 1, parameters.size()));
    if (!parameter.starts_with("rel")) continue;
    parameter = base::trimmed(parameter.substr(3));
    if (!parameter.starts_with('=')) continue;
    parameter = base::trimmed(parameter.substr(1));
    if (parameter.size() >= 2 && parameter.starts_with('"') && parameter.ends_with('"')) {
      parameter = parameter.substr(1, parameter.size() - 2);
    }
    while (!parameter.empty()) {
      const std::size_t end = std::min(parameter.find(' '), parameter.size());
      if (parameter.substr(0, end) == rel) return true;
      parameter.remove_prefix(std::min(end + 1, parameter.size()));
    }
  }
  return false;
}

}  // namespace

bool needs_account_id(const Place& place) { return place.kind == Place::Kind::Account; }

std::string account_lookup_url(const Place& place) {
  return address(place, "/api/v1/accounts/lookup", {{"acct", place.name}});
}

std::string first_page_url(const Place& place, std::string_view account_id, int limit) {
  const std::string path = timeline_path(place, account_id);
  switch (place.kind) {
    case Place::Kind::Local:
      return address(place, path, {{"local", "true"}, {"limit", limit_of(limit)}});
    case Place::Kind::Account:
      return address(place, path, {{"exclude_replies", "true"}, {"limit", limit_of(limit)}});
    case Place::Kind::Public:
    case Place::Kind::Tag:
    case Place::Kind::Trending:
      break;
  }
  return address(place, path, {{"limit", limit_of(limit)}});
}

std::string newer_page_url(const Place& place, std::string_view newest_id,
                           std::string_view account_id, int limit) {
  std::string url = first_page_url(place, account_id, limit);
  if (place.kind == Place::Kind::Trending || newest_id.empty()) return url;
  return base::with_query_value(url, "min_id", newest_id);
}

std::string following_page_url(std::string_view page_url, std::string_view last_id, int posts) {
  if (posts <= 0 || last_id.empty()) return {};
  const base::UrlParts parts = base::split_url(page_url);
  if (parts.path.find("/trends/") == std::string_view::npos) {
    const std::string below =
        base::without_query_value(base::without_query_value(page_url, "min_id"), "since_id");
    return base::with_query_value(below, "max_id", last_id);
  }
  const base::QueryValues values = base::parse_query(parts.query);
  const std::string_view shown = base::query_value(values, "offset");
  int offset = 0;
  std::from_chars(shown.data(), shown.data() + shown.size(), offset);
  offset = std::clamp(offset, 0, 1'000'000) + posts;
  return base::with_query_value(page_url, "offset", std::to_string(offset));
}

std::string status_url(const Place& place, std::string_view id) {
  return address(place, "/api/v1/statuses/" + base::percent_encode(id));
}

std::string context_url(const Place& place, std::string_view id) {
  return address(place, "/api/v1/statuses/" + base::percent_encode(id) + "/context");
}

std::string account_url(const Place& place, std::string_view id) {
  return address(place, "/api/v1/accounts/" + base::percent_encode(id));
}

std::string instance_url(const Place& place) { return address(place, "/api/v2/instance"); }
std::string instance_v1_url(const Place& place) { return address(place, "/api/v1/instance"); }

std::string search_url(const Place& place, std::string_view text, int limit) {
  return address(place, "/api/v2/search", {{"q", std::string(text)}, {"limit", limit_of(limit)}});
}

std::string trending_tags_url(const Place& place, int limit) {
  return address(place, "/api/v1/trends/tags", {{"limit", limit_of(limit)}});
}

// RFC 8288, 3: Link = #( "<" URI-Reference ">" *( OWS ";" OWS [ link-param ] ) ). Addresses hold no
// '>'.
std::string link_target(std::string_view header, std::string_view rel) {
  while (true) {
    const std::size_t open = header.find('<');
    const std::size_t close =
        header.find('>', open == std::string_view::npos ? header.size() : open);
    if (close == std::string_view::npos) return {};
    const std::string_view target = header.substr(open + 1, close - open - 1);
    const std::size_t following = std::min(header.find('<', close), header.size());
    std::string_view parameters = header.substr(close + 1, following - close - 1);
    parameters = base::trimmed(parameters.substr(0, parameters.rfind(',')));
    if (has_rel(parameters, rel)) return std::string(target);
    header.remove_prefix(following);
  }
}

int compare_ids(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return a.size() < b.size() ? -1 : 1;
  const int order = a.compare(b);
  return order < 0 ? -1 : (order > 0 ? 1 : 0);
}

}  // namespace sources::mastodon
