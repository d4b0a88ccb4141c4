// Shared by the tests of translate/: replies by hand, and a world of services for the engine.
#pragma once

#include <fstream>
#include <functional>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "base/json.h"
#include "base/url.h"
#include "translate/engine.h"
#include "unit/english.h"

namespace translate_test {

inline ports::HttpReply reply(int status, std::string body,
                              std::string type = "application/json; charset=utf-8") {
  ports::HttpReply made;
  made.status = status;
  made.headers = {{"content-type", std::move(type)}};
  made.body = std::move(body);
  return made;
}

inline ports::HttpReply fault(ports::HttpFault kind) {
  ports::HttpReply made;
  made.fault = kind;
  return made;
}

// A reply as tests/servers recorded it: {"status":…,"type":…,"body":…}.
inline ports::HttpReply recorded(const std::string& name) {
  std::ifstream file(std::string(CROSSFEED_ROOT) + "/tests/golden/translate/" + name);
  std::stringstream bytes;
  bytes << file.rdbuf();
  const auto json = base::parse_json(bytes.str());
  if (!json) return {};
  return reply(static_cast<int>(json.value()["status"].integer_or(0)),
               std::string(json.value()["body"].string_or({})),
               std::string(json.value()["type"].string_or({})));
}

inline translate::Pair pair(std::string_view source, std::string_view target) {
  return {model::parse_language(source), model::parse_language(target)};
}

inline translate::Service libretranslate() {
  return {translate::ServiceKind::LibreTranslate, "https://lt.example", {}, {}};
}
inline translate::Service apertium() {
  return {translate::ServiceKind::Apertium, "https://apy.example", {}, {}};
}
inline translate::Service chat() {
  return {translate::ServiceKind::Chat, "https://chat.example", "small", {}};
}
inline translate::Service deepl() {
  return {translate::ServiceKind::DeepL, "https://proxy.example", {}, {}};
}

inline translate::Wish wish(std::string key, std::string text, std::string_view source = "es",
                            std::string_view target = "en",
                            translate::Urgency urgency = translate::Urgency::Asked) {
  translate::Wish made;
  made.key = std::move(key);
  made.text = model::plain_text(std::move(text));
  made.pair = pair(source, target);
  made.urgency = urgency;
  return made;
}

// The texts of a LibreTranslate request.
inline std::vector<std::string> texts_of(const ports::HttpRequest& request) {
  const auto body = base::parse_json(request.body);
  std::vector<std::string> texts;
  if (!body) return texts;
  const base::Json& asked = body.value()["q"];
  if (asked.is_string()) texts.emplace_back(asked.string_or({}));
  for (const base::Json& one : asked.items()) texts.emplace_back(one.string_or({}));
  return texts;
}

// Answers as LibreTranslate would: each text in angle quotes.
inline ports::HttpReply translated(const ports::HttpRequest& request) {
  base::Json body = base::Json::object();
  std::vector<base::Json> answers;
  for (const std::string& text : texts_of(request))
    answers.push_back(base::Json::string("«" + text + "»"));
  body.append("translatedText", answers.size() == 1 ? answers.front() : base::Json::array(answers));
  ports::HttpReply made = reply(200, base::write_json(body));
  made.id = request.id;
  return made;
}

inline bool lists_pairs(const ports::HttpRequest& request) {
  return request.url.ends_with("/languages") || request.url.ends_with("/listPairs");
}

inline ports::HttpReply languages_reply(const ports::HttpRequest& request) {
  ports::HttpReply made = reply(
      200, R"([{"code":"en","targets":["es","fr","zh-Hans"]},{"code":"es","targets":["en","fr"]},
                     {"code":"zh-Hans","targets":["en"]},{"code":"fr","targets":["en"]}])");
  made.id = request.id;
  return made;
}

// Runs an engine against a function that stands for all servers, until nothing happens any more.
struct World {
  using Server = std::function<ports::HttpReply(const ports::HttpRequest&)>;

  explicit World(translate::EngineHooks hooks = {}) : engine(hooks) {}

  // True when something happened.
  bool turn() {
    const translate::EngineStep step = engine.step(now_ms);
    wake_in_ms = step.wake_in_ms;
    for (const translate::Outcome& outcome : step.outcomes) outcomes[outcome.key] = outcome;
    for (const translate::TranslateError& notice : step.notices) notices.push_back(notice);
    for (const ports::HttpRequest& request : step.requests) {
      requests.push_back(request);
      ports::HttpReply answer =
          lists_pairs(request) && answers_lists ? languages_reply(request) : server(request);
      answer.id = request.id;
      engine.take(answer, now_ms);
    }
    for (const ports::BrowserTranslate& request : step.browser) {
      browser_requests.push_back(request);
      ports::BrowserTranslated answer = browser(request);
      answer.id = request.id;
      engine.take(answer, now_ms);
    }
    return !step.requests.empty() || !step.browser.empty();
  }

  void run(int most_turns = 50) {
    for (int i = 0; i < most_turns; ++i) {
      if (turn()) continue;
      if (wake_in_ms < 0) return;
      now_ms += static_cast<std::int64_t>(wake_in_ms) + 1;
    }
  }

  [[nodiscard]] std::string text_of(const std::string& key) const {
    const auto found = outcomes.find(key);
    if (found == outcomes.end()) return "(nothing)";
    return found->second.error
               ? "(error) " + translate::error_text(*found->second.error, english()).why
               : found->second.text.text;
  }

  // Without those that list pairs.
  [[nodiscard]] int text_requests() const {
    int count = 0;
    for (const ports::HttpRequest& request : requests) count += lists_pairs(request) ? 0 : 1;
    return count;
  }

  translate::Engine engine;
  Server server = translated;
  std::function<ports::BrowserTranslated(const ports::BrowserTranslate&)> browser;
  bool answers_lists = true;
  std::int64_t now_ms = 1'000'000;
  double wake_in_ms = -1;
  std::map<std::string, translate::Outcome> outcomes;
  std::vector<translate::TranslateError> notices;
  std::vector<ports::HttpRequest> requests;
  std::vector<ports::BrowserTranslate> browser_requests;
};

}  // namespace translate_test
