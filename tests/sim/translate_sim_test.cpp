// A reader who scrolls, services that fail, slow down, lie and damage, seeded: no text is asked of
// a service twice while it answers, every wish that is not dropped comes to an end, tokens are
// always in place, and no request holds what was dropped before it was sent.
#include <doctest/doctest.h>

#include <set>

#include "unit/translate/helpers.h"

using namespace translate_test;

namespace {

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  std::uint64_t roll(std::uint64_t sides) {
    state_ += 0x9E3779B97F4A7C15u;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    return (z ^ (z >> 27)) % sides;
  }

 private:
  std::uint64_t state_;
};

struct Waiting {
  ports::HttpRequest request;
  std::int64_t due_ms = 0;
};

struct Journey {
  explicit Journey(std::uint64_t seed) : dice(seed) {
    translate::EngineHooks hooks;
    hooks.is_bogus = [](std::string_view, std::string_view answer, const translate::Pair&) {
      return answer == "«lie»";
    };
    engine = translate::Engine(hooks);
    engine.set_services(
        {libretranslate(),
         {translate::ServiceKind::LibreTranslate, "https://second.example", {}, {}}});
  }

  ports::HttpReply answer(const ports::HttpRequest& request) {
    if (lists_pairs(request)) return languages_reply(request);
    ports::HttpReply made = translated(request);
    if (request.url.starts_with("https://second.example")) return made;
    switch (dice.roll(6)) {
      case 0:
        made = reply(503, "{}");
        break;
      case 1:
        made = fault(ports::HttpFault::Timeout);
        break;
      case 2:
        for (std::size_t at; (at = made.body.find("XQ1Z")) != std::string::npos;)
          made.body.replace(at, 4, "X Q Z");
        break;
      case 3:
        if (texts_of(request).size() == 1) made.body = R"({"translatedText":"«lie»"})";
        break;
      default:
        break;
    }
    made.id = request.id;
    return made;
  }

  void scroll_to(int first) {
    for (int i = 0; i < first; ++i) drop(i);
    for (int i = first; i < first + 12; ++i) {
      if (outcomes.count(i) != 0) continue;
      translate::Wish made = wish(std::to_string(i), text(i));
      made.urgency = i < first + 6 ? translate::Urgency::Visible : translate::Urgency::Near;
      engine.want(made);
      dropped.erase(i);
    }
  }

  void drop(int i) {
    if (outcomes.count(i) != 0) return;
    engine.drop(std::to_string(i));
    dropped.insert(i);
  }

  // Some posts say the same.
  static std::string text(int i) {
    return "hola número " + std::string(static_cast<std::size_t>(i % 17) + 1, 'a') +
           " @alice dice " + std::string(static_cast<std::size_t>(i % 23) + 1, 'b');
  }

  void turn() {
    const translate::EngineStep step = engine.step(now_ms);
    for (const translate::Outcome& outcome : step.outcomes)
      outcomes[std::stoi(outcome.key)] = outcome;
    notices += static_cast<int>(step.notices.size());
    for (const ports::HttpRequest& request : step.requests) {
      const auto delay = static_cast<std::int64_t>(dice.roll(900));
      waiting.push_back({request, now_ms + delay});
      for (const std::string& one : texts_of(request)) {
        if (!lists_pairs(request)) CHECK(under_way.insert(request.url + ' ' + one).second);
      }
    }
    now_ms += 100;
    std::erase_if(waiting, [&](const Waiting& one) {
      if (one.due_ms > now_ms) return false;
      ports::HttpReply made = answer(one.request);
      made.id = one.request.id;
      const bool good = made.fault == ports::HttpFault::None && made.status == 200;
      for (const std::string& text : texts_of(one.request)) {
        if (!good) under_way.erase(one.request.url + ' ' + text);
      }
      CHECK(engine.take(made, now_ms));
      return true;
    });
  }

  Dice dice;
  translate::Engine engine;
  std::int64_t now_ms = 1'000'000;
  std::vector<Waiting> waiting;
  std::set<std::string> under_way;  // asked and not refused: must not be asked again
  std::map<int, translate::Outcome> outcomes;
  std::set<int> dropped;
  int notices = 0;
};

}  // namespace

TEST_CASE("translation: a hundred journeys through unsound services") {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    CAPTURE(seed);
    Journey journey(seed);
    int first = 0;
    for (int turn = 0; turn < 120; ++turn) {
      if (turn % 3 == 0) journey.scroll_to(first += static_cast<int>(journey.dice.roll(4)));
      journey.turn();
    }
    for (int turn = 0; turn < 600 && !journey.engine.idle(); ++turn) journey.turn();
    CHECK(journey.engine.idle());
    for (int i = first; i < first + 12; ++i) CHECK(journey.outcomes.count(i) == 1);
    for (const auto& [i, outcome] : journey.outcomes) {
      REQUIRE_FALSE(outcome.error);
      CHECK(outcome.text.text.find("@alice") != std::string::npos);
      CHECK(outcome.text.text.find("XQ") == std::string::npos);
      CHECK(outcome.text.text.find("«hola número") == 0);
    }
    CHECK(journey.notices < 40);
  }
}
