#include "sources/place.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/url.h"
#include "base/utf8.h"

namespace sources {
namespace {

using mastodon::Place;
using model::Word;

constexpr std::int64_t kMostDemoPosts = 1'000'000;
constexpr std::size_t kLongestName = 256;  // three times that when percent-encoded

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ') text.remove_prefix(1);
  while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') text.remove_suffix(1);
  return text;
}

// A value as it may be shown: short, without what a terminal or a label would stumble over.
std::string shown_value(std::string_view value) {
  constexpr std::size_t kShown = 80;
  std::string shown = base::to_valid_utf8(base::utf8_prefix(value, kShown));
  std::replace_if(
      shown.begin(), shown.end(),
      [](char c) { return static_cast<unsigned char>(c) < ' ' || c == 0x7F; }, ' ');
  return shown + (value.size() > kShown ? "…" : "");
}

std::string about_source(Word word, std::string_view value, const model::Words& words) {
  return words.fill(word, {{"value", shown_value(value)}});
}

// "a/b" -> "a" and "b"; the name is decoded.
struct PathParts {
  std::string_view first;
  std::string name;
};

std::optional<PathParts> read_path(std::string_view path) {
  while (path.starts_with('/')) path.remove_prefix(1);
  while (path.ends_with('/')) path.remove_suffix(1);
  const std::size_t slash = std::min(path.find('/'), path.size());
  const std::string_view name = path.substr(std::min(slash + 1, path.size()));
  if (name.find('/') != std::string_view::npos || name.size() > 3 * kLongestName)
    return std::nullopt;
  return PathParts{path.substr(0, slash), base::to_valid_utf8(base::percent_decode(name))};
}

// False when the path names nothing that can be shown.
bool read_kind(std::string_view path, Place& place) {
  std::optional<PathParts> parts = read_path(path);
  if (!parts) return false;
  std::string& name = parts->name;
  const std::string_view first = parts->first;
  if (first.starts_with('@') && name.empty()) {  // as the address of an account's page is written
    name = base::to_valid_utf8(base::percent_decode(first));
    place.kind = Place::Kind::Account;
  } else if (first == "tag" || first == "tags") {
    place.kind = Place::Kind::Tag;
  } else if (first == "account") {
    place.kind = Place::Kind::Account;
  } else if (name.empty() && (first.empty() || first == "public")) {
    place.kind = Place::Kind::Public;
  } else if (name.empty() && first == "local") {
    place.kind = Place::Kind::Local;
  } else if (name.empty() && first == "trending") {
    place.kind = Place::Kind::Trending;
  } else {
    return false;
  }
  const bool named = place.kind == Place::Kind::Tag || place.kind == Place::Kind::Account;
  if (!named) return true;
  name.erase(0, name.find_first_not_of("#@"));
  place.name = std::move(name);
  return !place.name.empty() && place.name.size() <= kLongestName &&
         std::none_of(place.name.begin(), place.name.end(), [](char c) {
           return static_cast<unsigned char>(c) <= ' ' || c == '/' || c == '?' || c == '#';
         });
}

void add_notice(Source& source, const std::string& sentence) {
  if (!source.notice.empty()) source.notice += ' ';
  source.notice += sentence;
}

std::optional<std::int64_t> whole_number(std::string_view text) {
  std::int64_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec == std::errc::result_out_of_range) return kMostDemoPosts + 1;
  return read.ec == std::errc() && read.ptr == text.data() + text.size() ? std::optional(value)
                                                                         : std::nullopt;
}

// n: how many posts; fresh: how many of them count as newer than the first page.
std::string demo_base(std::string_view query, Source& source, const model::Words& words) {
  std::string kept;
  for (const auto& [name, value] : base::parse_query(query)) {
    const std::optional<std::int64_t> number = whole_number(value);
    if ((name != "n" && name != "fresh") || !number) {
      add_notice(source, about_source(Word::DemoParameter, name + '=' + value, words));
      continue;
    }
    const std::int64_t lowest = name == "n" ? 1 : 0;
    const std::int64_t used = std::clamp(*number, lowest, kMostDemoPosts);
    if (used != *number) {
      add_notice(source, words.fill(Word::DemoRange, {{"low", std::to_string(lowest)},
                                                      {"high", std::to_string(kMostDemoPosts)},
                                                      {"name", name},
                                                      {"used", std::to_string(used)}}));
    }
    kept += (kept.empty() ? "?" : "&") + name + '=' + std::to_string(used);
  }
  return "demo:" + kept;
}

base::Result<Source, std::string> parse_demo(std::string_view value, const model::Words& words) {
  Source source;
  std::string_view rest = value.substr(4);
  if (rest.starts_with(':')) {
    rest.remove_prefix(1);
  } else if (!rest.empty() && !rest.starts_with('/') && !rest.starts_with('?')) {
    return base::fail(about_source(Word::SourceUnknown, value, words));
  }
  const std::size_t question = std::min(rest.find('?'), rest.size());
  if (!read_kind(rest.substr(0, question), source.place))
    return base::fail(about_source(Word::SourceUnknown, value, words));
  source.place.base = demo_base(rest.substr(std::min(question + 1, rest.size())), source, words);
  return source;
}

bool is_host(std::string_view host) {
  const std::size_t colon = host.ends_with(']') ? std::string_view::npos : host.rfind(':');
  const std::string_view name = host.substr(0, colon);
  const std::string_view port = colon == std::string_view::npos ? "" : host.substr(colon + 1);
  const bool port_sound = port.size() <= 5 && std::all_of(port.begin(), port.end(), [](char c) {
                            return c >= '0' && c <= '9';
                          });
  const bool is_v6 = name.starts_with('[') && name.ends_with(']');
  return port_sound && !name.empty() && !name.starts_with('.') &&
         name.find("..") == std::string_view::npos &&
         (is_v6 || name.find_first_of("[]:") == std::string_view::npos);
}

base::Result<Source, std::string> parse_mastodon(std::string_view value, std::string_view address,
                                                 const model::Words& words) {
  std::string url(trimmed(address));
  if (url.find("://") == std::string::npos) url.insert(0, "https://");
  if (url.size() > 2048 || !base::is_valid_utf8(url) || !base::is_web_address(url) ||
      !is_host(base::split_url(url).host)) {
    return base::fail(about_source(Word::SourceNoServer, value, words));
  }
  Source source;
  source.place.base = base::origin_of(url);
  const base::UrlParts parts = base::split_url(url);
  if (!read_kind(parts.path, source.place))
    return base::fail(about_source(Word::SourceUnknown, value, words));
  if (!parts.query.empty()) {
    add_notice(source, about_source(Word::SourceQuery, value, words));
  }
  return source;
}

}  // namespace

bool Source::is_demo() const { return place.base.starts_with("demo:"); }

base::Result<Source, std::string> parse_source(std::string_view value, const model::Words& words) {
  const std::size_t comma = std::min(value.find(','), value.size());
  const std::string_view first = trimmed(value.substr(0, comma));
  const bool is_demo = first == "demo" || first.starts_with("demo:") || first.starts_with("demo?");
  base::Result<Source, std::string> result =
      base::fail(about_source(Word::SourceUnknown, first, words));
  if (is_demo) {
    result = parse_demo(first, words);
  } else if (first.starts_with("mastodon:")) {
    result = parse_mastodon(first, first.substr(9), words);
  } else if (first.starts_with("https://") || first.starts_with("http://")) {
    result = parse_mastodon(first, first, words);
  } else if (first == "atproto" || first.starts_with("atproto:")) {
    result = base::fail(about_source(Word::SourceLater, first, words));
  }
  const bool has_more = !trimmed(value.substr(std::min(comma + 1, value.size()))).empty();
  if (result && has_more) add_notice(result.value(), words[Word::SourceFirstOnly]);
  return result;
}

std::string write_source(const Source& source) {
  const Place& place = source.place;
  std::string path;
  switch (place.kind) {
    case Place::Kind::Public:
      break;
    case Place::Kind::Local:
      path = "/local";
      break;
    case Place::Kind::Trending:
      path = "/trending";
      break;
    case Place::Kind::Tag:
      path = "/tag/" + base::percent_encode(place.name);
      break;
    case Place::Kind::Account:
      path = "/account/" + base::percent_encode(place.name);
      break;
  }
  if (!source.is_demo()) return "mastodon:" + place.base + path;
  const std::string query(base::split_url(place.base).query);
  if (path.empty() && query.empty()) return "demo";
  return "demo:" + path + (query.empty() ? "" : "?" + query);
}

std::string place_title(const Place& place, const model::Words& words) {
  const base::UrlParts parts = base::split_url(place.base);
  std::string server(parts.scheme == "demo" ? parts.scheme : parts.host);
  switch (place.kind) {
    case Place::Kind::Public:
      break;
    case Place::Kind::Local:
      return words.fill(Word::PlaceLocal, {{"server", server}});
    case Place::Kind::Trending:
      return words.fill(Word::PlaceTrending, {{"server", server}});
    case Place::Kind::Tag:
      return server + " · #" + place.name;
    case Place::Kind::Account:
      return server + " · @" + place.name;
  }
  return server;
}

}  // namespace sources
