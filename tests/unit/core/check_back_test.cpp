// Translations checked by translating them back, through a service that may lie.
#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/json.h"
#include "core/feed_layout.h"
#include "core/keys.h"
#include "core/notes.h"
#include "core/translation.h"
#include "unit/core/rig.h"

namespace {

constexpr const char* kGerman = "Meine Tante pflanzt jedes Frühjahr große rote Tomaten im Garten.";
constexpr const char* kEnglish = "Every spring my aunt plants big red tomatoes in the garden.";

// A German post in view, and a service of DeepL's protocol: what it says to the text and target.
struct Rig : core_test::Rig {
  using Service = std::function<std::string(const std::string& text, const std::string& target)>;
  Service service;
  std::vector<std::string> asked;  // "target: text"

  Rig(std::string_view query, Service answers)
      : core_test::Rig("translate=deepl:https://translate.example&auto=all&" + std::string(query)),
        service(std::move(answers)) {
    model::Post post = layout_test::text_post();
    post.id = "1";
    post.language = "de";
    post.written_in = model::parse_language("de");
    post.body = model::plain_text(kGerman);
    state.feed.store.append_page("page", {post});
    core::start_translation(state);
    core::place_waiting_cards(state, context);
    core::update_visible(state, context);
  }

  void run() {
    for (int round = 0; round < 10; ++round) {
      state.now_ms += 200;
      effects.clear();
      core::update_translation(state, context);
      for (const core::Effect& effect : core::Effects(effects)) {
        if (const auto* request = std::get_if<ports::HttpRequest>(&effect)) answer(*request);
      }
    }
  }

  void answer(const ports::HttpRequest& request) {
    const auto body = base::parse_json(request.body);
    ports::HttpReply reply{.id = request.id, .status = 200};
    if (!body || !request.url.starts_with("https://translate.example")) {
      reply.status = 404;
    } else {
      base::Json texts = base::Json::array();
      for (const base::Json& text : body.value()["text"].items()) {
        const std::string target(body.value()["target_lang"].string_or({}));
        asked.push_back(target + ": " + std::string(text.string_or({})));
        base::Json one = base::Json::object();
        one.append("text", base::Json::string(service(std::string(text.string_or({})), target)));
        texts.push(std::move(one));
      }
      base::Json all = base::Json::object();
      all.append("translations", std::move(texts));
      reply.body = base::write_json(all);
    }
    core::take_translation_reply(state, context, reply);
  }

  const core::Translated& translated() {
    const core::Translated* known =
        state.translation.texts.peek(core::text_key("1", core::TextPart::Body));
    REQUIRE(known != nullptr);
    REQUIRE(known->phase == core::Translated::Phase::Ready);
    return *known;
  }
};

std::string honest(const std::string& /*text*/, const std::string& target) {
  return target == "DE" ? "Jedes Frühjahr pflanzt meine Tante große rote Tomaten in den Garten."
                        : kEnglish;
}

std::string lying(const std::string& /*text*/, const std::string& target) {
  return target == "DE" ? "Der Zug nach Hamburg ist heute leider zwölf Minuten zu spät." : kEnglish;
}

}  // namespace

TEST_CASE("translating back: what comes back alike stays good, and nothing is asked twice") {
  Rig rig("check=back", honest);
  rig.run();
  CHECK(rig.translated().verdict.level == translate::Level::Good);
  CHECK(rig.translated().checked_back);
  REQUIRE(rig.asked.size() == 2);
  CHECK(rig.asked[0].ends_with(kGerman));
  CHECK(rig.asked[1] == std::string("DE: ") + kEnglish);
}

TEST_CASE("translating back: what comes back as something else is to be checked, with the reason") {
  Rig rig("check=back", lying);
  rig.run();
  CHECK(rig.translated().verdict.level == translate::Level::Check);
  REQUIRE(rig.translated().verdict.reasons.size() == 1);
  CHECK(rig.translated().verdict.reasons[0].kind == translate::ReasonKind::RoundTrip);
  CHECK(rig.translated().text.text == kEnglish);
}

TEST_CASE("translating back: only where the reader wants it; the wish is kept") {
  Rig rig("", lying);
  rig.run();
  CHECK(rig.asked.size() == 1);
  CHECK(rig.translated().verdict.level == translate::Level::Good);

  core::toggle_check_back(rig.state, rig.context);
  REQUIRE(rig.effect<core::SetQuery>() != nullptr);
  CHECK(rig.effect<core::SetQuery>()->query.find("check=back") != std::string::npos);
  const std::string kept = rig.effect<core::KeepText>()->text;
  rig.run();
  CHECK(rig.asked.size() == 2);
  CHECK(rig.translated().verdict.level == translate::Level::Check);

  Rig later("", honest);
  core::take_kept_reading(later.state, later.context, kept);
  CHECK(core::checks_back(later.state));
  Rig linked("check=off", honest);
  core::take_kept_reading(linked.state, linked.context, kept);
  CHECK(!core::checks_back(linked.state));
}

TEST_CASE("translating back: a service that cannot leaves the verdict as it was") {
  Rig rig("check=back", [](const std::string&, const std::string& target) {
    return target == "DE" ? std::string() : std::string(kEnglish);
  });
  rig.run();
  CHECK(rig.translated().checked_back);
  CHECK(rig.translated().verdict.level == translate::Level::Good);
  CHECK(rig.asked.size() == 2);
}
