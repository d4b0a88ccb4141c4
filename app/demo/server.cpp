#include "demo/server.h"

#include <utility>
#include <vector>

#include "base/json.h"
#include "base/url.h"
#include "demo/community.h"
#include "demo/instance.h"
#include "demo/json_writer.h"
#include "demo/pages.h"
#include "demo/render.h"
#include "demo/translate.h"

namespace demo {
namespace {

using base::QueryValues;
using ports::HttpReply;
using ports::HttpRequest;

HttpReply reply_of(int status, JsonWriter& json) {
  HttpReply reply;
  reply.status = status;
  reply.headers = {{"content-type", "application/json; charset=utf-8"}};
  reply.body = json.take();
  return reply;
}

HttpReply ok(JsonWriter& json, std::string link = {}) {
  HttpReply reply = reply_of(200, json);
  if (!link.empty()) reply.headers.emplace_back("link", std::move(link));
  return reply;
}

HttpReply error(int status, std::string_view words) {
  JsonWriter json;
  json.object();
  json.text("error", words);
  json.end();
  return reply_of(status, json);
}

HttpReply not_found() { return error(404, "Record not found"); }

std::vector<std::string> segments_of(std::string_view path) {
  std::vector<std::string> segments;
  while (!path.empty()) {
    if (path.starts_with('/')) path.remove_prefix(1);
    const std::string_view segment = path.substr(0, path.find('/'));
    if (!segment.empty()) segments.push_back(base::percent_decode(segment));
    path.remove_prefix(segment.size());
  }
  return segments;
}

// A request taken apart, for the length of its answer.
struct Asked {
  const Timeline& timeline;
  std::string_view path;
  std::vector<std::string> segments;
  QueryValues query;
  const HttpRequest& request;
  std::int64_t now_ms;

  [[nodiscard]] bool is(std::size_t at, std::string_view word) const {
    return at < segments.size() && segments[at] == word;
  }
  [[nodiscard]] bool set(std::string_view name) const {
    const std::string_view value = base::query_value(query, name);
    return value == "true" || value == "1";
  }
};

std::optional<std::size_t> person_of_id(const Community& community, std::string_view id) {
  for (std::size_t i = 0; i < community.people.size(); ++i) {
    if (account_id(i) == id) return i;
  }
  return std::nullopt;
}

Choice choice_of(const Asked& asked) {
  Choice choice;
  choice.only_media = asked.set("only_media");
  choice.nothing = asked.set("remote");
  return choice;
}

HttpReply answer_timelines(const Asked& asked) {
  Choice choice = choice_of(asked);
  if (asked.is(3, "tag") && asked.segments.size() == 5) {
    choice.tag = folded(asked.segments[4]);
  } else if (!asked.is(3, "public") || asked.segments.size() != 4) {
    return not_found();
  }
  JsonWriter json;
  std::string link =
      write_timeline(json, asked.timeline, choice, asked.query, asked.path, asked.now_ms);
  return ok(json, std::move(link));
}

HttpReply answer_account(const Community& community, std::optional<std::size_t> person) {
  if (!person) return not_found();
  JsonWriter json;
  write_account(json, {}, community, *person);
  return ok(json);
}

HttpReply answer_accounts(const Asked& asked) {
  const Community& community = asked.timeline.community();
  if (asked.is(3, "lookup") && asked.segments.size() == 4) {
    std::string_view acct = base::query_value(asked.query, "acct");
    if (acct.starts_with('@')) acct.remove_prefix(1);
    const std::string_view local = acct.substr(0, acct.find("@crossfeed.example"));
    return answer_account(community, community.person_of(local));
  }
  const std::optional<std::size_t> person =
      asked.segments.size() > 3 ? person_of_id(community, asked.segments[3]) : std::nullopt;
  if (!person || asked.segments.size() == 4) return answer_account(community, person);
  if (!asked.is(4, "statuses") || asked.segments.size() != 5) return not_found();
  Choice choice = choice_of(asked);
  choice.person = static_cast<int>(*person);
  choice.tag = folded(base::query_value(asked.query, "tagged"));
  choice.nothing = asked.set("pinned");
  JsonWriter json;
  std::string link =
      write_timeline(json, asked.timeline, choice, asked.query, asked.path, asked.now_ms);
  return ok(json, std::move(link));
}

HttpReply answer_translation(const Asked& asked, Spot spot) {
  if (asked.request.method != "POST") return error(405, "Only POST is answered here");
  std::string target(base::query_value(base::parse_query(asked.request.body), "lang"));
  if (const auto json = base::parse_json(asked.request.body); json && target.empty()) {
    target = json.value()["lang"].string_or({});
  }
  JsonWriter json;
  if (!write_status_translation(json, asked.timeline, spot, target)) {
    return error(403, "No translation into this language is kept");
  }
  return ok(json);
}

HttpReply answer_statuses(const Asked& asked) {
  if (asked.segments.size() < 4 || asked.segments.size() > 5) return not_found();
  const std::optional<Spot> spot = asked.timeline.spot_of(asked.segments[3]);
  if (!spot) return not_found();
  if (asked.is(4, "translate")) return answer_translation(asked, *spot);
  JsonWriter json;
  if (asked.segments.size() == 4) {
    write_status(json, asked.timeline, *spot, asked.now_ms);
  } else if (asked.is(4, "context")) {
    write_context(json, asked.timeline, *spot, asked.now_ms);
  } else {
    return not_found();
  }
  return ok(json);
}

HttpReply answer_trends(const Asked& asked) {
  JsonWriter json;
  if (asked.segments.size() == 4 && asked.is(3, "statuses")) {
    std::string link = write_trending(json, asked.timeline, asked.query, asked.path, asked.now_ms);
    return ok(json, std::move(link));
  }
  if (asked.segments.size() > 3 && !(asked.segments.size() == 4 && asked.is(3, "tags")))
    return not_found();
  write_trending_tags(json, asked.timeline.community(), asked.query, asked.now_ms);
  return ok(json);
}

HttpReply answer_libretranslate(const Asked& asked) {
  if (asked.request.method != "POST") return error(405, "Only POST is answered here");
  const auto request = base::parse_json(asked.request.body);
  if (!request) return error(400, "The body is not JSON");
  JsonWriter json;
  if (!write_libretranslate(json, asked.timeline.community(), request.value())) {
    return error(400, "No translation of this text into this language is kept");
  }
  return ok(json);
}

HttpReply answer_api(const Asked& asked) {
  const Community& community = asked.timeline.community();
  const bool v1 = asked.is(1, "v1");
  if (!v1 && !asked.is(1, "v2")) return not_found();
  JsonWriter json;
  if (asked.segments.size() == 3 && asked.is(2, "instance")) {
    if (v1) {
      write_instance_v1(json, community);
    } else {
      write_instance(json, community);
    }
    return ok(json);
  }
  if (!v1) {
    if (asked.segments.size() != 3 || !asked.is(2, "search")) return not_found();
    write_search(json, asked.timeline, asked.query, asked.now_ms);
    return ok(json);
  }
  if (asked.is(2, "timelines")) return answer_timelines(asked);
  if (asked.is(2, "statuses")) return answer_statuses(asked);
  if (asked.is(2, "accounts")) return answer_accounts(asked);
  if (asked.is(2, "trends")) return answer_trends(asked);
  if (!asked.is(2, "custom_emojis")) return not_found();
  write_emojis(json, community);
  return ok(json);
}

}  // namespace

void Server::Free::operator()(const Community* community) const { delete community; }

Server::Server(std::unique_ptr<const Community, Free> community)
    : community_(std::move(community)) {}

base::Result<Server, std::string> Server::load(std::string_view pack_json) {
  base::Result<Community, std::string> community = read_pack(pack_json);
  if (!community) return base::fail(community.error());
  return Server(
      std::unique_ptr<const Community, Free>(new Community(std::move(community.value()))));
}

HttpReply Server::answer(const HttpRequest& request, std::int64_t now_ms) const {
  const base::UrlParts parts = base::split_url(request.url);
  QueryValues query = base::parse_query(parts.query);
  const auto all = static_cast<std::int64_t>(community_->posts.size());
  const Timeline timeline(*community_, number_in(query, "n", all, 1, kMostPosts));
  const Asked asked{timeline,         parts.path, segments_of(parts.path),
                    std::move(query), request,    now_ms};
  HttpReply reply;
  if (!answers(request.url)) {
    reply = error(400, "Not an address of the embedded community");
  } else if (asked.is(0, "translate") && asked.segments.size() == 1) {
    reply = answer_libretranslate(asked);
  } else if (asked.is(0, "languages") && asked.segments.size() == 1) {
    JsonWriter json;
    write_libretranslate_languages(json);
    reply = ok(json);
  } else {
    reply = asked.is(0, "api") ? answer_api(asked) : not_found();
  }
  reply.id = request.id;
  return reply;
}

}  // namespace demo
