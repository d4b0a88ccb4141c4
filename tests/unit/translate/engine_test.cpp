#include "translate/engine.h"

#include <doctest/doctest.h>

#include "unit/english.h"
#include "unit/translate/helpers.h"

using namespace translate_test;
using translate::ServiceKind;
using translate::TranslateError;
using translate::Urgency;

TEST_CASE("engine: texts of one pair go together, pairs apart") {
  World world;
  world.engine.set_services({libretranslate()});
  for (int i = 0; i < 12; ++i)
    world.engine.want(wish("es" + std::to_string(i), "texto " + std::to_string(i)));
  world.engine.want(wish("fr", "bonjour", "fr"));
  world.run();
  REQUIRE(world.requests.size() == 3);  // the list, and a batch a pair
  CHECK(texts_of(world.requests[1]).size() == 12);
  CHECK(texts_of(world.requests[2]) == std::vector<std::string>{"bonjour"});
  CHECK(world.text_of("es7") == "«texto 7»");
  CHECK(world.text_of("fr") == "«bonjour»");
  CHECK(world.outcomes["fr"].service == "LibreTranslate (lt.example)");
}

TEST_CASE("engine: a batch is full before the next begins") {
  World world;
  world.engine.set_services({libretranslate()});
  for (int i = 0; i < 50; ++i)
    world.engine.want(wish(std::to_string(i), "texto número " + std::to_string(i)));
  world.run();
  REQUIRE(world.text_requests() == 3);
  CHECK(texts_of(world.requests[1]).size() == 20);
  CHECK(texts_of(world.requests[2]).size() == 20);
  CHECK(texts_of(world.requests[3]).size() == 10);
  CHECK(world.outcomes.size() == 50);
}

TEST_CASE("engine: no text is asked for twice, in whichever posts it stands") {
  World world;
  world.engine.set_services({libretranslate()});
  world.engine.want(wish("a", "buenos días"));
  world.engine.want(wish("b", "buenos días\n\nadiós"));
  world.run();
  CHECK(world.text_requests() == 1);
  CHECK(texts_of(world.requests[1]) == std::vector<std::string>{"buenos días", "adiós"});
  CHECK(world.text_of("b") == "«buenos días»\n«adiós»");
  world.engine.want(wish("c", "adiós"));
  world.run();
  CHECK(world.text_requests() == 1);
  CHECK(world.text_of("c") == "«adiós»");
  CHECK(world.outcomes["c"].from_cache);
  CHECK_FALSE(world.outcomes["b"].from_cache);
  CHECK(world.engine.tally(0).texts == 2);
  CHECK(world.engine.tally(0).characters == 16);
  CHECK(world.engine.tally(0).cached == 1);
}

TEST_CASE("engine: what is on the screen goes first, what was dropped is never asked for") {
  World world;
  world.engine.set_services({apertium()});
  std::vector<std::string> asked;
  world.answers_lists = false;
  world.server = [&](const ports::HttpRequest& request) {
    if (lists_pairs(request)) return reply(404, "");
    asked.emplace_back(base::query_value(base::parse_query(request.body), "q"));
    return reply(200, R"({"responseData":{"translatedText":"text"}})");
  };
  for (int i = 0; i < 8; ++i)
    world.engine.want(wish("n" + std::to_string(i),
                           "lejos " + std::string(1, static_cast<char>('a' + i)), "es", "en",
                           Urgency::Near));
  world.engine.want(wish("v", "aquí", "es", "en", Urgency::Visible));
  world.turn();  // the list of pairs
  world.turn();
  REQUIRE(asked.size() == 4);  // at once
  CHECK(asked[0] == "aquí");
  for (const char* key : {"n3", "n4", "n5", "n6"}) world.engine.drop(key);
  world.run();
  CHECK(asked.size() == 5);
  CHECK(asked.back() == "lejos h");
  CHECK(world.outcomes.count("n4") == 0);
}

TEST_CASE("engine: a text of unknown language goes alone where a batch has one language") {
  World world;
  world.engine.set_services({libretranslate()});
  world.engine.want(wish("a", "hola amigo", ""));
  world.engine.want(wish("b", "bonjour", ""));
  world.run();
  CHECK(world.text_requests() == 2);
  CHECK(world.requests[1].body.find("\"source\":\"auto\"") != std::string::npos);
  CHECK(world.text_of("b") == "«bonjour»");
}

TEST_CASE("engine: a service that has to be told the language is not guessed for") {
  World world;
  world.engine.set_services({apertium()});
  world.engine.want(wish("a", "hola", ""));
  world.run();
  REQUIRE(world.outcomes["a"].error);
  CHECK(world.outcomes["a"].error->kind == TranslateError::Kind::NeedsSource);
  CHECK(world.requests.empty());
}

TEST_CASE("engine: each pair finds its service in the chain") {
  World world;
  world.engine.set_services({apertium(), libretranslate()});
  world.answers_lists = false;
  world.server = [&](const ports::HttpRequest& request) {
    if (request.url.ends_with("/listPairs")) return recorded("apertium-pairs.json");
    if (lists_pairs(request)) return languages_reply(request);
    if (request.url.starts_with("https://apy.example")) return recorded("apertium-spa-eng.json");
    return translated(request);
  };
  world.engine.want(wish("es", "El gato negro duerme en la casa de @bo y come 3 peces."));
  world.engine.want(wish("zh", "你好", "zh-Hans"));
  world.engine.want(wish("ar", "مرحبا", "ar"));
  world.run();
  CHECK(world.text_of("es") == "The black cat sleeps in the house of @bo and eats 3 fish.");
  CHECK(world.text_of("zh") == "«你好»");
  CHECK(world.outcomes["zh"].service == "LibreTranslate (lt.example)");
  CHECK(world.outcomes["ar"].error->kind == TranslateError::Kind::PairUnknown);
  CHECK(world.text_requests() == 2);
  CHECK(world.notices.empty());
}

TEST_CASE("engine: a pair that a service does not know is asked for once") {
  World world;
  world.engine.set_services({apertium(), chat()});
  world.answers_lists = false;
  world.server = [&](const ports::HttpRequest& request) {
    if (lists_pairs(request)) return reply(404, "");
    if (request.url.starts_with("https://apy.example")) return recorded("apertium-no-pair.json");
    return reply(200, R"({"choices":[{"message":{"content":"{\"translations\":[\"hi\"]}"}}]})");
  };
  world.engine.want(wish("a", "你好", "zh-Hans"));
  world.run();
  world.engine.want(wish("b", "早安", "zh-Hans"));
  world.run();
  CHECK(world.text_of("b") == "hi");
  int of_apertium = 0;
  for (const auto& request : world.requests)
    of_apertium += request.url == "https://apy.example/translate" ? 1 : 0;
  CHECK(of_apertium == 1);
}

TEST_CASE("engine: a service that fails rests, the next takes over, the reader is told once") {
  World world;
  world.engine.set_services({libretranslate(), deepl()});
  bool works = false;
  world.server = [&](const ports::HttpRequest& request) {
    if (request.url.starts_with("https://lt.example"))
      return works ? translated(request) : fault(ports::HttpFault::Timeout);
    return reply(200, R"({"translations":[{"text":"from the second"}]})");
  };
  world.engine.want(wish("a", "uno dos"));
  world.turn();
  world.turn();
  world.turn();
  world.turn();
  CHECK(world.text_of("a") == "from the second");
  CHECK(world.outcomes["a"].service == "DeepL (proxy.example)");
  REQUIRE(world.notices.size() == 1);
  CHECK(translate::error_text(world.notices[0], english()).what ==
        "LibreTranslate (lt.example) did not translate.");
  world.engine.want(wish("b", "tres cuatro"));
  world.turn();
  world.turn();
  CHECK(world.text_of("b") == "from the second");
  CHECK(world.notices.size() == 1);
  works = true;
  world.now_ms += 10'000;
  world.engine.want(wish("c", "cinco seis"));
  world.run();
  CHECK(world.text_of("c") == "«cinco seis»");
}

TEST_CASE("engine: a service alone is tried again later and later, then given up with its reason") {
  World world;
  world.engine.set_services({libretranslate()});
  world.server = [](const ports::HttpRequest&) { return reply(503, "{}"); };
  world.engine.want(wish("a", "uno dos"));
  const std::int64_t start = world.now_ms;
  world.run();
  CHECK(world.text_requests() == 4);
  CHECK(world.now_ms - start > 2'000 + 4'000 + 8'000);
  REQUIRE(world.outcomes["a"].error);
  CHECK(world.outcomes["a"].error->kind == TranslateError::Kind::ServerDown);
  CHECK(translate::error_text(*world.outcomes["a"].error, english()).why ==
        "It has a problem of its own (status 503).");
  CHECK(world.notices.size() == 1);
}

TEST_CASE("engine: a service that asks for a pause gets it") {
  World world;
  world.engine.set_services({libretranslate()});
  int asked = 0;
  world.server = [&](const ports::HttpRequest& request) {
    if (++asked > 1) return translated(request);
    ports::HttpReply busy = reply(429, R"({"error":"Slowdown"})");
    busy.headers.emplace_back("retry-after", "30");
    return busy;
  };
  world.engine.want(wish("a", "uno dos"));
  world.turn();
  world.turn();
  CHECK_FALSE(world.turn());
  CHECK(world.wake_in_ms == 30'000);
  world.run();
  CHECK(world.text_of("a") == "«uno dos»");
}

TEST_CASE("engine: a service that lies is left, and what it said is not kept") {
  translate::EngineHooks hooks;
  hooks.is_bogus = [](std::string_view, std::string_view answer, const translate::Pair&) {
    return answer.starts_with("QUOTA");
  };
  World world(hooks);
  world.engine.set_services({libretranslate(), chat()});
  world.server = [&](const ports::HttpRequest& request) {
    if (request.url.starts_with("https://lt.example"))
      return reply(200, R"({"translatedText":"QUOTA EXCEEDED"})");
    return reply(200, R"({"choices":[{"message":{"content":"{\"translations\":[\"true\"]}"}}]})");
  };
  for (int i = 0; i < 6; ++i) {
    world.engine.want(
        wish(std::to_string(i), "palabra " + std::string(1, static_cast<char>('a' + i))));
    for (int turn = 0; turn < 4; ++turn) world.turn();
    CHECK(world.text_of(std::to_string(i)) == "true");
  }
  int of_liar = 0;
  for (const auto& request : world.requests)
    of_liar += request.url == "https://lt.example/translate" ? 1 : 0;
  CHECK(of_liar == 3);
  REQUIRE(world.notices.size() == 1);
  CHECK(world.notices[0].kind == TranslateError::Kind::Lies);
  CHECK(world.engine.cache().write().find("QUOTA") == std::string::npos);
}

TEST_CASE("engine: damaged marks lead to the words between the tokens") {
  World world;
  world.engine.set_services({libretranslate()});
  world.server = [](const ports::HttpRequest& request) {
    ports::HttpReply answer = translated(request);
    if (const std::size_t at = answer.body.find("XQ1Z"); at != std::string::npos)
      answer.body.replace(at, 4, "X Q one");
    return answer;
  };
  world.engine.want(wish("a", "hola @alice@example.org vamos"));
  world.run();
  CHECK(world.text_of("a") == "«hola» @alice@example.org «vamos»");
  CHECK(world.outcomes["a"].by_segments);
  CHECK(world.text_requests() == 2);
}

TEST_CASE("engine: an answer of another number of texts is tried one by one") {
  World world;
  world.engine.set_services({chat()});
  world.server = [&](const ports::HttpRequest& request) {
    const bool many = request.body.find("dos") != std::string::npos &&
                      request.body.find("uno") != std::string::npos;
    return reply(200,
                 many ? R"({"choices":[{"message":{"content":"{\"translations\":[\"merged\"]}"}}]})"
                      : R"({"choices":[{"message":{"content":"{\"translations\":[\"one\"]}"}}]})");
  };
  world.engine.want(wish("a", "uno"));
  world.engine.want(wish("b", "dos"));
  world.run();
  CHECK(world.text_requests() == 3);
  CHECK(world.text_of("a") == "one");
  CHECK(world.text_of("b") == "one");
  CHECK(world.notices.empty());
}

TEST_CASE("engine: the browser's translator, which may need a press first") {
  World world;
  world.engine.set_services({{ServiceKind::Browser, {}, {}, {}}});
  world.browser = [](const ports::BrowserTranslate& request) {
    ports::BrowserTranslated answer;
    const bool may = request.consent == ports::BrowserConsent::Gesture;
    answer.outcome = may ? ports::BrowserOutcome::Done : ports::BrowserOutcome::NeedsGesture;
    for (const std::string& text : request.texts) answer.texts.push_back("«" + text + "»");
    return answer;
  };
  world.engine.want(wish("a", "你好", "zh-Hant"));
  world.run();
  CHECK(world.outcomes["a"].error->kind == TranslateError::Kind::NeedsGesture);
  REQUIRE(world.notices.size() == 1);
  world.engine.allow_download(pair("zh-Hant", "en"));
  world.engine.want(wish("a", "你好", "zh-Hant"));
  world.run();
  CHECK(world.text_of("a") == "«你好»");
  CHECK(world.browser_requests.back().source == "zh-Hant");
  CHECK(world.requests.empty());
}

TEST_CASE("engine: a server's own translation serves all parts of a post with one request") {
  translate::EngineHooks hooks;
  hooks.read_html = [](std::string_view html, const model::RichText&) {
    return model::plain_text(std::string(html));
  };
  World world(hooks);
  world.engine.set_services({{ServiceKind::Mastodon, {}, {}, {}}});
  world.server = [](const ports::HttpRequest& request) {
    CHECK(request.url == "https://m.example/api/v1/statuses/7/translate");
    CHECK(request.body == "lang=en");
    return reply(200, R"({"content":"hello","spoiler_text":"careful","media_attachments":
      [{"id":3,"description":"a cat"}],"poll":[{"options":[{"title":"yes"},{"title":"no"}]}]})");
  };
  const auto part = [&](const char* key, const char* text, translate::StatusPart which) {
    translate::Wish made = wish(key, text);
    made.status = {"https://m.example", "7", which, "3", 1};
    world.engine.want(made);
  };
  part("body", "hola", translate::StatusPart::Body);
  part("warning", "cuidado", translate::StatusPart::Warning);
  part("alt", "un gato", translate::StatusPart::Description);
  part("option", "no no", translate::StatusPart::Option);
  world.run();
  CHECK(world.requests.size() == 1);
  CHECK(world.text_of("body") == "hello");
  CHECK(world.text_of("warning") == "careful");
  CHECK(world.text_of("alt") == "a cat");
  CHECK(world.text_of("option") == "no");
  world.engine.want(wish("other", "hola"));
  world.run();
  CHECK(world.outcomes["other"].error.has_value() == false);  // known from that post
}

TEST_CASE("engine: what is kept is there at once, offline and before any list of pairs") {
  World first;
  first.engine.set_services({libretranslate()});
  first.engine.want(wish("a", "hola amigo"));
  first.run();
  World later;
  later.engine.set_services({libretranslate()});
  CHECK(later.engine.cache().read(first.engine.cache().write()) == 1);
  later.engine.want(wish("a", "hola amigo"));
  later.turn();
  CHECK(later.text_of("a") == "«hola amigo»");
  CHECK(later.requests.empty());
}

TEST_CASE("engine: nothing set up, nothing to say, too many wishes") {
  World world;
  world.engine.want(wish("a", "hola"));
  world.run();
  CHECK(world.outcomes["a"].error->kind == TranslateError::Kind::NoService);
  world.engine.set_services({libretranslate()});
  world.engine.want(wish("tokens", "@alice #tag 🎉 5 kg"));
  world.run();
  CHECK(world.text_of("tokens") == "@alice #tag 🎉 5 kg");
  CHECK(world.text_requests() == 0);
  for (std::size_t i = 0; i < 2 * translate::kMostWishes; ++i)
    world.engine.want(wish("n" + std::to_string(i), "texto", "es", "en", Urgency::Near));
  CHECK(world.engine.wants("n0"));
  CHECK_FALSE(world.engine.wants("n" + std::to_string(2 * translate::kMostWishes - 2)));
}

TEST_CASE("engine: replies to what nobody asked are dropped") {
  translate::Engine engine;
  ports::HttpReply stray = reply(200, "{}");
  stray.id = 5;
  CHECK_FALSE(engine.take(stray, 1));
  stray.id = translate::kFirstTranslateId + 99;
  CHECK(engine.take(stray, 1));
}
