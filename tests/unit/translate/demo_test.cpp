// The embedded translator through the engine: every post of the embedded community that people have
// translated reads as they wrote it, with its mentions, tags and links in place.
#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "demo/community.h"
#include "demo/server.h"
#include "sources/html_text.h"
#include "unit/english.h"
#include "unit/translate/helpers.h"

using namespace translate_test;

namespace {

std::string read_pack() {
  std::ifstream file(std::string(CROSSFEED_ROOT) + "/assets/demo/pack.json", std::ios::binary);
  std::stringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

ports::HttpReply ask(const demo::Server& server, const ports::HttpRequest& request) {
  return server.answer(request, 1'700'000'000'000);
}

std::string listed_reasons(const std::map<std::string, translate::Outcome>& outcomes) {
  std::string out;
  for (const auto& [key, outcome] : outcomes) {
    if (outcome.error)
      out += "\n  " + key + ": " + translate::error_text(*outcome.error, english()).why;
  }
  return out;
}

}  // namespace

TEST_CASE("demo translator: the community's posts, as the people wrote them") {
  const std::string pack = read_pack();
  auto server = demo::Server::load(pack);
  REQUIRE(server);
  World world;
  world.server = [&](const ports::HttpRequest& request) { return ask(server.value(), request); };
  world.engine.set_services({{translate::ServiceKind::Demo, {}, {}, {}}});

  ports::HttpRequest page;
  page.url = "demo:/api/v1/timelines/public?limit=40";
  const auto posts = base::parse_json(ask(server.value(), page).body);
  REQUIRE(posts);
  int wished = 0;
  for (const base::Json& post : posts.value().items()) {
    translate::Wish made;
    made.key = std::string(post["id"].string_or({}));
    made.text = sources::parse_html(post["content"].string_or({}));
    const std::string language(post["language"].string_or({}));
    if (made.text.empty()) continue;
    made.pair = pair("", language.starts_with("en") ? "zh-Hans" : "en");
    world.engine.want(made);
    ++wished;
  }
  world.run();
  CHECK(wished > 20);
  CHECK(static_cast<int>(world.outcomes.size()) == wished);
  int translated = 0;
  int lost = 0;
  for (const auto& [key, outcome] : world.outcomes) {
    translated += outcome.error ? 0 : 1;
    lost += outcome.error && outcome.error->kind == translate::TranslateError::Kind::TokensLost;
  }
  CHECK_MESSAGE(lost == 0, listed_reasons(world.outcomes));
  CHECK_MESSAGE(translated > wished * 9 / 10, listed_reasons(world.outcomes));

  translate::Wish stranger =
      wish("stranger", "Nobody wrote this text for the community.", "en", "zh-Hans");
  world.engine.want(stranger);
  world.run();
  REQUIRE(world.outcomes["stranger"].error);
  CHECK(world.outcomes["stranger"].error->kind == translate::TranslateError::Kind::TextUnknown);
  CHECK(world.notices.empty());
}

TEST_CASE("demo translator: its server's own translation of whole posts") {
  const std::string pack = read_pack();
  auto server = demo::Server::load(pack);
  REQUIRE(server);
  translate::EngineHooks hooks;
  hooks.read_html = [](std::string_view html, const model::RichText&) {
    return sources::parse_html(html);
  };
  World world(hooks);
  world.server = [&](const ports::HttpRequest& request) { return ask(server.value(), request); };
  world.engine.set_services({{translate::ServiceKind::Mastodon, {}, {}, {}}});
  ports::HttpRequest page;
  page.url = "demo:/api/v1/timelines/public?limit=10";
  const auto posts = base::parse_json(ask(server.value(), page).body);
  REQUIRE(posts);
  for (const base::Json& post : posts.value().items()) {
    translate::Wish made;
    made.key = std::string(post["id"].string_or({}));
    made.text = sources::parse_html(post["content"].string_or({}));
    if (made.text.empty()) continue;
    const std::string_view language = post["language"].string_or({});
    made.pair = pair(language, language.starts_with("en") ? "zh-Hans" : "en");
    made.status = {"demo:", made.key, translate::StatusPart::Body, {}, 0};
    world.engine.want(made);
  }
  world.run();
  int translated = 0;
  for (const auto& [key, outcome] : world.outcomes) translated += outcome.error ? 0 : 1;
  CHECK_MESSAGE(translated > 5, listed_reasons(world.outcomes));
}
