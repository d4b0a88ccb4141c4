// The core with one post in view and a service of DeepL's protocol that answers as a test wants.
#pragma once

#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/json.h"
#include "core/feed_layout.h"
#include "core/translation.h"
#include "unit/core/rig.h"

namespace core_test {

struct TranslatorRig : Rig {
  using Service = std::function<std::string(const std::string& text, const std::string& target)>;
  Service service;
  std::vector<std::string> asked;  // "target: text"

  TranslatorRig(std::string_view query, const std::string& language, model::RichText body,
                Service answers)
      : Rig("translate=deepl:https://translate.example&auto=all&" + std::string(query)),
        service(std::move(answers)) {
    model::Post post = layout_test::text_post();
    post.id = "1";
    post.language = language;
    post.written_in = model::parse_language(language);
    post.body = std::move(body);
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

}  // namespace core_test
