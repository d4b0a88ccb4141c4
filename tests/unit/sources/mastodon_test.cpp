#include <doctest/doctest.h>

#include <string>

#include "sources/error.h"
#include "sources/mastodon/parse.h"
#include "sources/mastodon/query.h"
#include "unit/english.h"

namespace {

using namespace sources::mastodon;
using sources::Asked;
using sources::SourceError;

ports::HttpReply reply(int status, std::string body,
                       std::vector<std::pair<std::string, std::string>> headers = {}) {
  ports::HttpReply made;
  made.status = status;
  made.body = std::move(body);
  made.headers = std::move(headers);
  return made;
}

const Asked kAsked{"https://masto.example/api/v1/timelines/public?limit=20",
                   1'737'106'200'000};  // 09:30:00 UTC

SourceError error(const ports::HttpReply& from) {
  const auto page = parse_timeline(from, kAsked);
  REQUIRE_FALSE(page.ok());
  const sources::ErrorText text = sources::error_text(page.error(), english());
  CHECK_FALSE(text.what.empty());
  CHECK_FALSE(text.why.empty());
  CHECK_FALSE(text.next.empty());
  return page.error();
}

sources::ErrorText text_of(const SourceError& error) {
  return sources::error_text(error, english());
}

SourceError fault(ports::HttpFault kind) {
  ports::HttpReply made;
  made.fault = kind;
  return error(made);
}

const std::string kStatus =
    R"({"id":"5","account":{"id":"1","username":"eve"},"content":"<p>hi</p>"})";

std::string next_of(const std::string& url, const std::string& link,
                    const std::string& body = "[" + kStatus + "]") {
  const auto page = parse_timeline(reply(200, body, {{"link", link}}), {url, 0});
  REQUIRE(page.ok());
  return page.value().next_url;
}

}  // namespace

TEST_CASE("query: the addresses of the requests") {
  const Place base{"https://a.b", Place::Kind::Public, ""};
  CHECK(first_page_url(base) == "https://a.b/api/v1/timelines/public?limit=20");
  CHECK(first_page_url({"https://a.b/", Place::Kind::Local, ""}, {}, 99) ==
        "https://a.b/api/v1/timelines/public?local=true&limit=40");
  CHECK(first_page_url({"https://a.b", Place::Kind::Tag, "猫 a/b"}) ==
        "https://a.b/api/v1/timelines/tag/%E7%8C%AB%20a%2Fb?limit=20");
  const Place account{"https://a.b", Place::Kind::Account, "eve@c.d"};
  CHECK(needs_account_id(account));
  CHECK(account_lookup_url(account) == "https://a.b/api/v1/accounts/lookup?acct=eve%40c.d");
  CHECK(first_page_url(account, "17") ==
        "https://a.b/api/v1/accounts/17/statuses?exclude_replies=true&limit=20");
  CHECK(first_page_url({"https://a.b", Place::Kind::Trending, ""}) ==
        "https://a.b/api/v1/trends/statuses?limit=20");
  CHECK(newer_page_url(base, "77") == "https://a.b/api/v1/timelines/public?limit=20&min_id=77");
  CHECK(newer_page_url({"https://a.b", Place::Kind::Trending, ""}, "77") ==
        "https://a.b/api/v1/trends/statuses?limit=20");
  CHECK(status_url(base, "7/8") == "https://a.b/api/v1/statuses/7%2F8");
  CHECK(context_url(base, "7") == "https://a.b/api/v1/statuses/7/context");
  CHECK(account_url(base, "7") == "https://a.b/api/v1/accounts/7");
  CHECK(instance_url(base) == "https://a.b/api/v2/instance");
  CHECK(instance_v1_url(base) == "https://a.b/api/v1/instance");
  CHECK(search_url(base, "a&b") == "https://a.b/api/v2/search?q=a%26b&limit=20");
  CHECK(trending_tags_url(base) == "https://a.b/api/v1/trends/tags?limit=10");
  const Place demo{"demo:?n=1000", Place::Kind::Public, ""};
  CHECK(first_page_url(demo) == "demo:/api/v1/timelines/public?n=1000&limit=20");
  CHECK(context_url(demo, "5") == "demo:/api/v1/statuses/5/context?n=1000");
}

TEST_CASE("query: the page that follows") {
  CHECK(following_page_url("https://a.b/api/v1/timelines/public?limit=20&min_id=3", "5", 20) ==
        "https://a.b/api/v1/timelines/public?limit=20&max_id=5");
  CHECK(following_page_url("https://a.b/x?max_id=9&limit=2", "5", 2) ==
        "https://a.b/x?limit=2&max_id=5");
  CHECK(following_page_url("https://a.b/api/v1/trends/statuses?limit=20", "5", 20) ==
        "https://a.b/api/v1/trends/statuses?limit=20&offset=20");
  CHECK(following_page_url("https://a.b/api/v1/trends/statuses?offset=20", "5", 7) ==
        "https://a.b/api/v1/trends/statuses?offset=27");
  CHECK(following_page_url("https://a.b/x", "5", 0).empty());
  CHECK(following_page_url("https://a.b/x", "", 5).empty());
}

TEST_CASE("query: Link headers") {
  const char* usual =
      R"(<https://a.b/x?max_id=1>; rel="next", <https://a.b/x?min_id=9>; rel="prev")";
  CHECK(link_target(usual, "next") == "https://a.b/x?max_id=1");
  CHECK(link_target(usual, "prev") == "https://a.b/x?min_id=9");
  CHECK(link_target(usual, "last").empty());
  CHECK(link_target("<u>; rel=next", "next") == "u");
  CHECK(link_target("<u,v>; title=\"x\"; rel=\"first next\"", "next") == "u,v");
  CHECK(link_target("", "next").empty());
  CHECK(link_target("<u", "next").empty());
  CHECK(link_target("u>; rel=next", "next").empty());
  CHECK(link_target("<<>>;;;,,", "next").empty());
}

TEST_CASE("query: ids order by length, then by letters") {
  CHECK(compare_ids("9", "10") < 0);
  CHECK(compare_ids("113842107346890123", "113842107346890122") > 0);
  CHECK(compare_ids("a", "a") == 0);
}

TEST_CASE("timeline: the next page is the server's, when it is the server's") {
  const std::string url = "https://a.b/api/v1/timelines/public?limit=20";
  CHECK(next_of(url, "<https://a.b/n?max_id=2>; rel=\"next\"") == "https://a.b/n?max_id=2");
  CHECK(next_of(url, "<https://evil.example/n>; rel=\"next\"") == url + "&max_id=5");
  CHECK(next_of(url, "<http://a.b/n>; rel=\"next\"") == url + "&max_id=5");
  CHECK(next_of(url, "") == url + "&max_id=5");
  CHECK(next_of(url, "<https://a.b/n?min_id=2>; rel=\"prev\"").empty());
  CHECK(next_of(url, "<" + url + ">; rel=\"next\"").empty());
  CHECK(next_of(url, "", "[]").empty());
  CHECK(next_of("https://a.b/api/v1/trends/statuses?limit=20", "") ==
        "https://a.b/api/v1/trends/statuses?limit=20&offset=1");
  CHECK(next_of("", "").empty());
}

TEST_CASE("errors: faults of the network") {
  using ports::HttpFault;
  CHECK(fault(HttpFault::Unreachable).kind == SourceError::Kind::Unreachable);
  CHECK(fault(HttpFault::Unreachable).worth_retrying);
  CHECK(text_of(fault(HttpFault::Offline)).why == "This device is offline.");
  CHECK(fault(HttpFault::Timeout).kind == SourceError::Kind::Timeout);
  CHECK(fault(HttpFault::TooLarge).kind == SourceError::Kind::TooLarge);
  CHECK_FALSE(fault(HttpFault::TooLarge).worth_retrying);
  CHECK(fault(HttpFault::BadAddress).kind == SourceError::Kind::BadAddress);
  CHECK(text_of(fault(HttpFault::Offline)).what ==
        "The posts of masto.example could not be loaded.");
}

TEST_CASE("errors: statuses") {
  CHECK(error(reply(401, "{}")).kind == SourceError::Kind::MembersOnly);
  CHECK(text_of(error(reply(401, "{}"))).why ==
        "The server shows its posts to its members only (status 401).");
  CHECK(error(reply(422, "{}")).kind == SourceError::Kind::MembersOnly);
  CHECK(error(reply(403, "")).kind == SourceError::Kind::Forbidden);
  CHECK(error(reply(404, "<html>")).kind == SourceError::Kind::NotFound);
  CHECK(error(reply(410, "")).kind == SourceError::Kind::Gone);
  CHECK(error(reply(503, "")).kind == SourceError::Kind::ServerDown);
  CHECK(error(reply(503, "")).worth_retrying);
  CHECK(error(reply(302, "")).kind == SourceError::Kind::Status);
  CHECK(error(reply(0, "")).kind == SourceError::Kind::Status);
  const auto thread = parse_context(reply(401, ""), kAsked);
  CHECK(text_of(thread.error()).why == "The server shows this to its members only (status 401).");
}

TEST_CASE("errors: how long to wait") {
  const SourceError by_reset =
      error(reply(429, "{}", {{"x-ratelimit-reset", "2025-01-17T09:32:30.000000Z"}}));
  CHECK(by_reset.kind == SourceError::Kind::Busy);
  CHECK(by_reset.retry_at_ms == kAsked.now_ms + 150'000);
  CHECK(text_of(by_reset).next == "Crossfeed keeps what it has and asks again in 3 minutes.");
  CHECK(text_of(error(reply(429, "", {{"retry-after", "30"}}))).next ==
        "Crossfeed keeps what it has and asks again in 30 seconds.");
  CHECK(text_of(error(reply(429, "", {{"retry-after", "1"}}))).next ==
        "Crossfeed keeps what it has and asks again in 1 second.");
  CHECK(error(reply(503, "", {{"retry-after", "Fri, 17 Jan 2025 09:31:00 GMT"}})).retry_at_ms ==
        kAsked.now_ms + 60'000);
  CHECK(error(reply(429, "", {{"x-ratelimit-reset", "1737106260"}})).retry_at_ms ==
        kAsked.now_ms + 60'000);
  CHECK(text_of(error(reply(429, "", {{"retry-after", "soon"}}))).next ==
        "Crossfeed keeps what it has and tries again.");
  CHECK(error(reply(429, "", {{"retry-after", "99999999999999999999"}})).retry_at_ms == 0);
  CHECK(error(reply(429, "")).retry_at_ms == 0);
}

TEST_CASE("errors: answers that are not what was asked for") {
  CHECK(error(reply(200, "[]", {{"content-type", "text/html; charset=utf-8"}})).kind ==
        SourceError::Kind::NotJson);
  CHECK(error(reply(200, "<!doctype html><p>[")).kind == SourceError::Kind::NotJson);
  CHECK(error(reply(200, "")).kind == SourceError::Kind::NotJson);
  CHECK(error(reply(200, "hello")).kind == SourceError::Kind::NotJson);
  CHECK(error(reply(200, "[" + kStatus + ",{\"id\":")).kind == SourceError::Kind::Truncated);
  CHECK(error(reply(200, "[{\"id\":\"unfinished")).kind == SourceError::Kind::Truncated);
  CHECK(error(reply(200, "{\"error\":\"x\"}")).kind == SourceError::Kind::WrongShape);
  CHECK(error(reply(200, "[1,2,3]")).kind == SourceError::Kind::WrongShape);
  CHECK(error(reply(200, "null")).kind == SourceError::Kind::WrongShape);
  CHECK(error(reply(200, std::string(17u << 20, ' '))).kind == SourceError::Kind::TooLarge);
  CHECK(error(reply(200, std::string(1000, '[') + "]")).kind == SourceError::Kind::NotJson);
  CHECK(error(reply(200, "[{\"id\":\"5\",}]")).kind == SourceError::Kind::NotJson);
  CHECK_FALSE(parse_context(reply(200, "{}"), kAsked).ok());
  CHECK_FALSE(parse_instance(reply(200, "{}"), kAsked).ok());
  CHECK_FALSE(parse_account(reply(200, "{}"), kAsked).ok());
  CHECK_FALSE(parse_status(reply(200, "{}"), kAsked).ok());
  CHECK(parse_search(reply(200, "{}"), kAsked).ok());
}

TEST_CASE("timeline: a page of thousands is cut short") {
  std::string body = "[" + kStatus;
  for (int i = 0; i < 2000; ++i) body += "," + kStatus;
  const auto page = parse_timeline(reply(200, body + "]"), kAsked);
  REQUIRE(page.ok());
  CHECK(page.value().posts.size() == 400);
  CHECK(page.value().skipped == 1601);
}

TEST_CASE("timeline: the app's own pictures only from the app's own community") {
  const std::string body =
      R"([{"id":"5","account":{"id":"1","username":"eve","avatar":"demo/a.webp"},"media_attachments":[
    {"type":"image","url":"demo/photos/a.webp"},{"type":"image","url":"demo/../secret"},{"type":"image","url":"other/a.webp"}]}])";
  const auto own = parse_timeline(reply(200, body), {"demo:/api/v1/timelines/public", 0});
  CHECK(own.value().posts[0].media.size() == 1);
  CHECK(own.value().posts[0].author.avatar_url == "demo/a.webp");
  const auto foreign = parse_timeline(reply(200, body), kAsked);
  CHECK(foreign.value().posts[0].media.empty());
  CHECK(foreign.value().posts[0].author.avatar_url.empty());
}
