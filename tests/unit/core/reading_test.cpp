#include "core/reading.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <variant>

#include "core/keys.h"
#include "core/post_view.h"
#include "unit/core/rig.h"

namespace {

using layout::ReadingMode;

// Each line a paragraph.
model::RichText paragraphs(std::string_view text) {
  model::RichText rich = model::plain_text(std::string(text));
  rich.blocks.clear();
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    rich.blocks.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    at = end + 1;
  }
  return rich;
}

// A Chinese post that is open, and its translation.
struct Rig : core_test::Rig {
  explicit Rig(std::string_view original = "你好。今天下雨！",
               std::string_view translation = "Hello. It rains today!", std::string_view query = "")
      : core_test::Rig(query) {
    state.translation.engine.set_services({{.kind = translate::ServiceKind::Demo}});
    model::Post post = layout_test::text_post();
    post.id = "1";
    post.language = "zh";
    post.written_in = model::parse_language("zh-Hans");
    post.body = paragraphs(original);
    state.post.id = "1";
    state.post.post = post;
    state.translation.asked.insert("1");
    core::Translated ready{.phase = core::Translated::Phase::Ready};
    ready.source = original;
    ready.text = paragraphs(translation);
    ready.to = model::parse_language("en");
    state.translation.texts.put(core::text_key("1", core::TextPart::Body), std::move(ready));
    core::lay_out_post(state, context);
  }

  void press(std::string_view key) { core::press_reading(state, context, key); }
  [[nodiscard]] const std::vector<layout::ReadingRow>& rows() const {
    return state.post.reading.rows;
  }
  [[nodiscard]] int boxes(layout::Touch touch) const {
    const auto& all = state.post.page.boxes.boxes;
    return static_cast<int>(std::count_if(all.begin(), all.end(), [&](const layout::Box& box) {
      return box.touch == touch && box.kind != layout::BoxKind::Text;
    }));
  }
};

}  // namespace

TEST_CASE("reading: by sentence, each translation is behind a tap") {
  Rig rig;
  CHECK(rig.rows().empty());
  rig.press("read:mode:3");
  REQUIRE(rig.rows().size() == 2);
  CHECK(rig.rows()[0].text.text == "你好。");
  CHECK(rig.rows()[0].translation.empty());
  CHECK(rig.boxes(layout::Touch::Sentence) == 2);
  rig.press("read:row:1");
  CHECK(rig.rows()[0].translation.empty());
  CHECK(rig.rows()[1].translation.text == "It rains today!");
  rig.press("read:row:1");
  CHECK(rig.rows()[1].translation.empty());
}

TEST_CASE("reading: what a translator joined or split stays together") {
  Rig joined("你好。今天下雨！\n再见。", "Hello and it rains.\nBye.");
  joined.press("read:mode:3");
  REQUIRE(joined.rows().size() == 2);
  CHECK(joined.rows()[0].text.text == "你好。今天下雨！");
  joined.press("read:row:0");
  CHECK(joined.rows()[0].translation.text == "Hello and it rains.");
  Rig fewer("一。\n二。", "One. Two.");
  fewer.press("read:mode:2");
  REQUIRE(fewer.rows().size() == 1);
  CHECK(fewer.rows()[0].translation.text == "One. Two.");
}

TEST_CASE("reading: the way of reading stands in the address and is kept") {
  Rig rig;
  rig.press("read:mode:2");
  REQUIRE(rig.effect<core::SetQuery>() != nullptr);
  CHECK(rig.effect<core::SetQuery>()->query == "reading=paragraphs");
  CHECK(rig.effect<core::SetQuery>()->fragment == "/post/1");
  REQUIRE(rig.effect<core::KeepText>() != nullptr);
  const std::string kept = rig.effect<core::KeepText>()->text;
  Rig later;
  core::take_kept_reading(later.state, later.context, kept);
  CHECK(core::reading_mode(later.state) == ReadingMode::Paragraphs);
  Rig told("你好。", "Hello.", "reading=translation");
  core::take_kept_reading(told.state, told.context, kept);
  CHECK(core::reading_mode(told.state) == ReadingMode::Translation);
}

TEST_CASE("reading: phrases are saved once, taken out again, and exported") {
  Rig rig("他说：“走吧”。今天！", "He said \"let's go\". Today!");
  rig.press("read:mode:3");
  rig.press("read:row:0");
  rig.press("read:save:0");
  REQUIRE(rig.state.reading.phrases.size() == 1);
  CHECK(rig.rows()[0].saved);
  CHECK(core::write_phrases(rig.state.reading) ==
        "text,translation,language\r\n\"他说：“走吧”。\",\"He said \"\"let's "
        "go\"\".\",\"zh-Hans\"\r\n");
  const std::string kept = rig.effect<core::KeepText>()->text;
  rig.press("read:save:0");
  CHECK(rig.state.reading.phrases.empty());
  Rig later;
  core::take_kept_reading(later.state, later.context, kept);
  REQUIRE(later.state.reading.phrases.size() == 1);
  CHECK(later.state.reading.phrases[0].translation == "He said \"let's go\".");
}

TEST_CASE("reading: a language is translated always, or never offered") {
  Rig rig;
  rig.state.translation.asked.clear();
  const model::Post& post = *rig.state.post.post;
  CHECK_FALSE(core::wants_translation(rig.state, post));
  CHECK(core::is_foreign(rig.state, post));
  core::step_choice(rig.state, rig.context, "zh-Hans");
  CHECK(core::choice_of(rig.state, model::parse_language("zh-Hans")) ==
        core::LanguageChoice::Always);
  CHECK(core::wants_translation(rig.state, post));
  core::step_choice(rig.state, rig.context, "zh-Hans");
  CHECK_FALSE(core::wants_translation(rig.state, post));
  CHECK_FALSE(core::is_foreign(rig.state, post));
  const std::string kept = rig.effect<core::KeepText>()->text;
  core::step_choice(rig.state, rig.context, "zh-Hans");
  CHECK(core::is_foreign(rig.state, post));
  Rig later;
  core::take_kept_reading(later.state, later.context, kept);
  CHECK(core::choice_of(later.state, model::parse_language("zh-Hans")) ==
        core::LanguageChoice::Never);
}

TEST_CASE("reading: pinyin is asked for once and stands over its characters") {
  Rig rig;
  rig.press("read:mode:3");
  REQUIRE(rig.effect<core::Romanize>() != nullptr);
  CHECK(rig.effect<core::Romanize>()->text == "你好。今天下雨！");
  const auto asked = std::count_if(rig.effects.begin(), rig.effects.end(), [](const auto& effect) {
    return std::holds_alternative<core::Romanize>(effect);
  });
  rig.press("read:row:0");
  CHECK(asked == 1);
  core::take_romanized(rig.state, rig.context,
                       {R"([["你","nǐ"],["好","hǎo"],["。",""],["今天下雨！",""]])"});
  REQUIRE(rig.rows()[0].aids.size() == 2);
  CHECK(rig.rows()[0].aids[1].sound == "hǎo");
  CHECK(rig.rows()[1].aids.empty());
  const auto& boxes = rig.state.post.page.boxes.boxes;
  CHECK(std::count_if(boxes.begin(), boxes.end(), [](const auto& box) { return box.unread; }) == 2);
}

TEST_CASE("reading: sounds of another text or none change nothing, and their lack is said") {
  Rig rig;
  rig.press("read:mode:3");
  core::take_romanized(rig.state, rig.context, {R"([["别的","bié de"]])"});
  CHECK(rig.rows()[0].aids.empty());
  CHECK(rig.state.toasts.empty());
  core::take_romanized(rig.state, rig.context, {""});
  REQUIRE(rig.state.toasts.size() == 1);
  core::take_romanized(rig.state, rig.context, {"[[1],{},[[],[]]]"});
  CHECK(rig.rows()[0].aids.empty());
}

TEST_CASE("reading: a sentence is read aloud, also slowly") {
  Rig rig;
  rig.press("read:mode:3");
  rig.press("read:aloud:1");
  REQUIRE(rig.effect<core::Speak>() != nullptr);
  CHECK(rig.effect<core::Speak>()->text == "今天下雨！");
  CHECK(rig.effect<core::Speak>()->language == "zh-Hans");
  const float speed = rig.effect<core::Speak>()->speed;
  rig.press("read:slowly:1");
  CHECK(rig.effect<core::Speak>()->speed < speed);
}

TEST_CASE("reading: keys of rows that are not there do nothing") {
  Rig rig;
  for (const char* key : {"read:mode:9", "read:mode:", "read:mode:-1", "read:row:0", "read:save:77",
                          "read:aloud:99999999999999999999", "read:", "read:row:x"}) {
    rig.press(key);
  }
  CHECK(core::reading_mode(rig.state) == ReadingMode::Below);
  CHECK(rig.effect<core::Speak>() == nullptr);
}

TEST_CASE("reading: what is kept is survived in any shape") {
  Rig rig;
  for (
      const char* json :
      {"", "[]", "{", R"({"crossfeed-reading":2})",
       R"({"crossfeed-reading":1,"mode":7,"all":"x","languages":{"??":"always","zh":3},"phrases":[1,[],["a"],["","b","c","d"]]})"}) {
    core::take_kept_reading(rig.state, rig.context, json);
  }
  CHECK(rig.state.reading.phrases.empty());
  CHECK(rig.state.reading.languages.empty());
  CHECK(core::reading_mode(rig.state) == ReadingMode::Below);
}
