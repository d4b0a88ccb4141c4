#include "demo/server.h"

#include <doctest/doctest.h>

#include <fstream>
#include <set>
#include <sstream>
#include <string>

#include "base/json.h"
#include "base/url.h"
#include "sources/mastodon/parse.h"
#include "sources/mastodon/query.h"
#include "unit/english.h"

namespace {

using base::Json;
using sources::mastodon::Page;
using sources::mastodon::Place;

constexpr std::int64_t kNow = 1'760'000'000'000;

const demo::Server& server() {
  static const auto kServer = [] {
    std::ifstream file(std::string(CROSSFEED_ROOT) + "/assets/demo/pack.json", std::ios::binary);
    std::stringstream bytes;
    bytes << file.rdbuf();
    return demo::Server::load(bytes.str());
  }();
  REQUIRE(kServer.ok());
  return kServer.value();
}

ports::HttpReply ask(const std::string& url, const std::string& method = "GET",
                     const std::string& body = {}) {
  ports::HttpRequest request;
  request.id = 7;
  request.method = method;
  request.url = url;
  request.body = body;
  ports::HttpReply reply = server().answer(request, kNow);
  CHECK(reply.id == 7);
  return reply;
}

Json ask_json(const std::string& url) {
  const ports::HttpReply reply = ask(url);
  CAPTURE(url);
  REQUIRE(reply.status == 200);
  auto json = base::parse_json(reply.body);
  REQUIRE(json.ok());
  return json.value();
}

Page page_of(const std::string& url) {
  auto page = sources::mastodon::parse_timeline(ask(url), {url, kNow});
  CAPTURE(url);
  REQUIRE(page.ok());
  CHECK(page.value().skipped == 0);
  return page.value();
}

std::size_t community_size() {
  static const std::size_t kSize = [] {
    return static_cast<std::size_t>(
        ask_json("demo:/api/v1/instance")["stats"]["status_count"].integer_or(0));
  }();
  return kSize;
}

// All ids from a first page to the end.
std::vector<std::string> read_all(std::string url, std::size_t most = 100'000) {
  std::vector<std::string> ids;
  while (!url.empty() && ids.size() < most) {
    const Page page = page_of(url);
    for (const model::Post& post : page.posts) ids.push_back(post.id);
    url = page.next_url;
  }
  return ids;
}

}  // namespace

TEST_CASE("demo: the first page is a Mastodon page that the adapter reads whole") {
  const Page page = page_of(sources::mastodon::first_page_url({"demo:", Place::Kind::Public, ""}));
  REQUIRE(page.posts.size() == 20);
  std::set<std::string> languages;
  int pictures = 0;
  for (const model::Post& post : page.posts) {
    CHECK_FALSE(post.body.empty());
    CHECK_FALSE(post.author.name.empty());
    CHECK(post.author.avatar_url.substr(0, 13) == "demo/avatars/");
    CHECK(post.created_ms > kNow - 60LL * 24 * 3600 * 1000);
    CHECK(post.created_ms <= kNow);
    CHECK(post.counts.likes >= 0);
    languages.insert(post.language.substr(0, 2));
    for (const model::Media& media : post.media) {
      ++pictures;
      CHECK(media.url.substr(0, 5) == "demo/");
      CHECK(media.width_px > 0);
      CHECK(media.height_px > 0);
      CHECK_FALSE(media.blurhash.empty());
      CHECK_FALSE(media.description.empty());
    }
  }
  CHECK(languages.size() >= 6);
  CHECK(pictures >= 12);
}

TEST_CASE("demo: paging to the end shows each post once, backwards in time") {
  const std::vector<std::string> ids = read_all("demo:/api/v1/timelines/public?limit=40");
  CHECK(ids.size() == community_size());
  CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == ids.size());
  std::int64_t before = kNow + 1;
  for (std::string url = "demo:/api/v1/timelines/public?limit=37"; !url.empty();) {
    const Page page = page_of(url);
    for (const model::Post& post : page.posts) {
      CHECK(post.created_ms <= before);
      before = post.created_ms;
    }
    url = page.next_url;
  }
  for (std::size_t i = 1; i < ids.size(); ++i) {
    CHECK(sources::mastodon::compare_ids(ids[i], ids[i - 1]) < 0);
    CHECK(ids[i].size() == 18);
  }
}

TEST_CASE("demo: any length, the same at any depth") {
  CHECK(read_all("demo:/api/v1/timelines/public?n=7&limit=3").size() == 7);
  const std::vector<std::string> ids = read_all("demo:/api/v1/timelines/public?n=1000&limit=40");
  CHECK(ids.size() == 1000);
  CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == 1000);
  // The last page of a million, from its id alone.
  const std::string deep = std::to_string(113'838'000'000'000'000 - 999'980LL * 1024);
  const Page last = page_of("demo:/api/v1/timelines/public?n=1000000&limit=40&max_id=" + deep);
  CHECK(last.posts.size() == 19);
  CHECK(last.next_url.empty());
  CHECK(last.posts.back().created_ms > 1'500'000'000'000);
  CHECK(page_of("demo:/api/v1/timelines/public?n=99999999999999999999&limit=1").posts.size() == 1);
  CHECK(page_of("demo:/api/v1/timelines/public?n=0&limit=9").posts.size() == 1);
}

TEST_CASE("demo: further rounds have another order and other counts") {
  const std::size_t n = community_size();
  const Json first = ask_json("demo:/api/v1/timelines/public?n=100000&limit=20");
  const std::string id =
      std::to_string(113'838'000'000'000'000 - static_cast<std::int64_t>(n - 1) * 1024);
  const Json second = ask_json("demo:/api/v1/timelines/public?n=100000&limit=20&max_id=" + id);
  int equal = 0;
  for (std::size_t i = 0; i < 20; ++i) {
    if (first.items()[i]["content"].string_or("a") == second.items()[i]["content"].string_or("b"))
      ++equal;
  }
  CHECK(equal <= 1);
}

TEST_CASE("demo: min_id climbs, since_id jumps to the top, fresh holds back") {
  const std::vector<std::string> ids = read_all("demo:/api/v1/timelines/public?n=100&limit=40");
  const Page above = page_of("demo:/api/v1/timelines/public?n=100&limit=5&min_id=" + ids[50]);
  REQUIRE(above.posts.size() == 5);
  CHECK(above.posts[0].id == ids[45]);
  CHECK(above.posts[4].id == ids[49]);
  const Page since = page_of("demo:/api/v1/timelines/public?n=100&limit=5&since_id=" + ids[50]);
  CHECK(since.posts[0].id == ids[0]);
  CHECK(page_of("demo:/api/v1/timelines/public?n=100&limit=40&since_id=" + ids[3]).posts.size() ==
        3);
  CHECK(page_of("demo:/api/v1/timelines/public?n=100&min_id=" + ids[0]).posts.empty());
  const Page held = page_of("demo:/api/v1/timelines/public?n=100&fresh=12");
  CHECK(held.posts[0].id == ids[12]);
  const std::string newer = sources::mastodon::newer_page_url(
      {"demo:?n=100&fresh=12", Place::Kind::Public, ""}, held.newest_id);
  const Page arrived = page_of(newer);
  REQUIRE(arrived.posts.size() == 12);
  CHECK(arrived.posts[0].id == ids[0]);
}

TEST_CASE("demo: tags, media, accounts, trends") {
  const Json tags = ask_json("demo:/api/v1/trends/tags");
  REQUIRE(tags.items().size() == 10);
  const std::string tag(tags.items()[0]["name"].string_or(""));
  Place place{"demo:", Place::Kind::Tag, tag};
  const std::vector<std::string> tagged = read_all(sources::mastodon::first_page_url(place, {}, 2));
  CHECK(tagged.size() >= 2);
  CHECK(read_all("demo:/api/v1/timelines/tag/nosuchtag").empty());
  CHECK(read_all("demo:/api/v1/timelines/tag/" + base::percent_encode(tag) + "?n=2000&limit=40")
            .size() > tagged.size());

  for (const model::Post& post :
       page_of("demo:/api/v1/timelines/public?only_media=true&limit=40").posts) {
    CHECK_FALSE(post.media.empty());
  }
  CHECK(page_of("demo:/api/v1/timelines/public?remote=true").posts.empty());

  const auto who = sources::mastodon::parse_account(
      ask("demo:/api/v1/accounts/lookup?acct=xiaoman"), {"demo:", kNow});
  REQUIRE(who.ok());
  CHECK(who.value().created_ms > 0);
  const std::vector<std::string> theirs =
      read_all("demo:/api/v1/accounts/" + who.value().id + "/statuses?limit=2");
  CHECK(static_cast<std::int64_t>(theirs.size()) ==
        ask_json("demo:/api/v1/accounts/" + who.value().id)["statuses_count"].integer_or(0));

  const Page trending = page_of("demo:/api/v1/trends/statuses?limit=40");
  for (std::size_t i = 1; i < trending.posts.size(); ++i) {
    CHECK(trending.posts[i].counts.likes <= trending.posts[i - 1].counts.likes);
  }
  CHECK(read_all("demo:/api/v1/trends/statuses?limit=40").size() == community_size());
}

TEST_CASE("demo: threads hang together, in every round") {
  std::size_t deepest = 0;
  std::size_t comments = 0;
  for (const std::string base :
       {"demo:/api/v1/timelines/public?limit=40",
        "demo:/api/v1/timelines/public?limit=40&n=100000&max_id=113837999994880000"}) {
    std::string url = base;
    for (int pages = 0; !url.empty() && pages < 8; ++pages) {
      const Page page = page_of(url);
      for (const model::Post& post : page.posts) {
        const std::string query = base.find("n=100000") == std::string::npos ? "" : "?n=100000";
        const auto context = sources::mastodon::parse_context(
            ask("demo:/api/v1/statuses/" + post.id + "/context" + query), {"demo:", kNow});
        REQUIRE(context.ok());
        CHECK(context.value().ancestors.empty());
        std::set<std::string> known = {post.id};
        comments += context.value().descendants.size();
        for (const model::Post& comment : context.value().descendants) {
          CHECK(known.count(comment.parent_id) == 1);
          CHECK(comment.created_ms >= post.created_ms);
          known.insert(comment.id);
        }
        CHECK(static_cast<std::size_t>(post.counts.replies) >= context.value().descendants.size());
        if (context.value().descendants.empty()) continue;
        const std::string last = context.value().descendants.back().id;
        const auto up = sources::mastodon::parse_context(
            ask("demo:/api/v1/statuses/" + last + "/context" + query), {"demo:", kNow});
        REQUIRE(up.ok());
        REQUIRE_FALSE(up.value().ancestors.empty());
        CHECK(up.value().ancestors.front().id == post.id);
        deepest = std::max(deepest, up.value().ancestors.size());
        CHECK(sources::mastodon::parse_status(ask("demo:/api/v1/statuses/" + last + query),
                                              {"demo:", kNow})
                  .ok());
      }
      url = page.next_url;
    }
  }
  CHECK(comments > 500);
  CHECK(deepest >= 6);
}

TEST_CASE("demo: search finds substrings, Han as well, and tags") {
  const auto search = [](const std::string& text) {
    const std::string url =
        sources::mastodon::search_url({"demo:", Place::Kind::Public, ""}, text, 40);
    auto result = sources::mastodon::parse_search(ask(url), {url, kNow});
    REQUIRE(result.ok());
    return result.value();
  };
  CHECK(search("猫").posts.size() >= 5);
  CHECK(search("CAT").posts.size() == search("cat").posts.size());
  CHECK(search("cat").posts.size() >= 5);
  CHECK(search("xiaoman").people.size() == 1);
  CHECK(search("#tiktokrefugee").posts.size() >= 3);
  CHECK(search("#tiktokrefugee").tags.size() >= 1);
  CHECK(search("no such words anywhere").posts.empty());
  CHECK(search("").posts.empty());
}

TEST_CASE("demo: the server's own page, with rules in two languages") {
  for (const char* url : {"demo:/api/v2/instance", "demo:/api/v1/instance"}) {
    const auto zh = sources::mastodon::parse_instance(ask(url), {url, kNow}, {"zh-Hans", "en"});
    REQUIRE(zh.ok());
    REQUIRE(zh.value().rules.size() == 6);
    CHECK(zh.value().rules[0].substr(0, 12) == "谁都当过");
    CHECK(zh.value().languages.size() >= 18);
    const auto en = sources::mastodon::parse_instance(ask(url), {url, kNow}, {"fr", "en"});
    CHECK(en.value().rules[0].substr(0, 9) == "Everybody");
  }
  CHECK(ask_json("demo:/api/v1/custom_emojis").items().size() == 5);
}

TEST_CASE("demo: what it does not know") {
  for (const std::string url :
       {"demo:", "demo:/", "demo:/api", "demo:/api/v1", "demo:/api/v1/timelines",
        "demo:/api/v1/timelines/home", "demo:/api/v1/statuses", "demo:/api/v1/statuses/1",
        "demo:/api/v1/statuses/x/context", "demo:/api/v1/statuses/999999999999999999999999",
        "demo:/api/v1/accounts/1", "demo:/api/v1/accounts/lookup?acct=nobody",
        "demo:/api/v1/accounts/lookup", "demo:/api/v9/instance",
        "demo:/api/v1/statuses/113838000000000000/nonsense", "demo:api//v1/%00",
        "demo:/api/v2/timelines/public"}) {
    CAPTURE(url);
    const ports::HttpReply reply = ask(url);
    CHECK(reply.status == 404);
    CHECK(base::parse_json(reply.body).ok());
  }
  CHECK(ask("https://example.com/api/v1/instance").status == 400);
  const auto error =
      sources::mastodon::parse_context(ask("demo:/api/v1/statuses/5/context"), {"demo:/x", kNow});
  REQUIRE_FALSE(error.ok());
  CHECK(sources::error_text(error.error(), english()).what ==
        "The comments on the embedded community could not be loaded.");
}

TEST_CASE("demo: kept translations by both protocols") {
  const Page page = page_of("demo:/api/v1/timelines/public?limit=40");
  int tried = 0;
  for (const model::Post& post : page.posts) {
    if (post.language.substr(0, 2) == "en") continue;
    const ports::HttpReply reply =
        ask("demo:/api/v1/statuses/" + post.id + "/translate", "POST", "lang=en");
    if (reply.status != 200) continue;
    ++tried;
    const Json json = base::parse_json(reply.body).value();
    CHECK(json["language"].string_or("") == "en");
    CHECK_FALSE(json["content"].string_or("").empty());
  }
  CHECK(tried >= 10);
  CHECK(ask("demo:/api/v1/statuses/" + page.posts[0].id + "/translate", "POST", "lang=xx").status ==
        403);
  CHECK(ask("demo:/translate", "POST", R"({"q":"no such text","source":"en","target":"zh"})")
            .status == 400);
  CHECK(ask("demo:/translate").status == 405);
  CHECK(ask_json("demo:/languages").items().size() > 10);
}

TEST_CASE("demo: LibreTranslate answers whole texts and paragraphs") {
  const std::string pack =
      R"({"people":[{"name":"A","acct":"a","since":"2020-01-01"}],"posts":[{"key":"k","by":0,"lang":"en",
    "title":"Hi","text":"One \u0001#tag\u0002\n\nTwo","minutes":5,"comments":[{"by":0,"lang":"zh-Hans","text":"好","minutes":1}]}],
    "translations":{"k":[{"zh":{"title":"嗨","text":"一 \u0001#tag\u0002\n\n二"}},{"en":{"text":"good"}}]}})";
  const auto loaded = demo::Server::load(pack);
  REQUIRE(loaded.ok());
  const auto translate = [&](const std::string& q, const std::string& target) {
    ports::HttpRequest request;
    request.method = "POST";
    request.url = "demo:/translate";
    request.body = "{\"q\":" + q + ",\"source\":\"auto\",\"target\":\"" + target + "\"}";
    const ports::HttpReply reply = loaded.value().answer(request, kNow);
    return reply.status == 200
               ? base::write_json(base::parse_json(reply.body).value()["translatedText"])
               : "none";
  };
  CHECK(translate("\"Hi\"", "zh") == "\"嗨\"");
  CHECK(translate("\"One #tag\\n\\nTwo\"", "zh-Hans") == "\"一 #tag\\n\\n二\"");
  CHECK(translate("\"Two\"", "zh-CN") == "\"二\"");
  CHECK(translate("[\"Two\",\"Hi\"]", "zh") == "[\"二\",\"嗨\"]");
  CHECK(translate("\"好\"", "en") == "\"good\"");
  CHECK(translate("\"Hi\"", "zh-Hant") == "none");
  CHECK(translate("\"Hi\"", "de") == "none");
  CHECK(translate("7", "en") == "none");
}

TEST_CASE("demo: a broken pack says why") {
  const auto why = [](std::string_view pack) {
    const auto loaded = demo::Server::load(pack);
    return loaded.ok() ? std::string("loaded") : loaded.error();
  };
  CHECK(why("{") == "the pack is not JSON: the document ends too early (line 1, column 2)");
  CHECK(why("{}") == "the pack holds no posts");
  CHECK(why(R"({"posts":[{"key":"k","by":3}]})") == "the pack is broken: k is by nobody");
  CHECK(why(R"({"people":[{}],"posts":[{"key":"k","by":0,"comments":[{"by":0,"parent":4}]}]})") ==
        "the pack is broken: k: an answer stands before what it answers");
  CHECK(why(R"({"people":[{}],"posts":[{"key":"k","by":0}]})") == "loaded");
}
