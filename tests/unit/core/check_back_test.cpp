// Translations checked by translating them back, through a service that may lie.
#include <string>

#include "unit/core/translator_rig.h"

namespace {

constexpr const char* kGerman = "Meine Tante pflanzt jedes Frühjahr große rote Tomaten im Garten.";
constexpr const char* kEnglish = "Every spring my aunt plants big red tomatoes in the garden.";

struct Rig : core_test::TranslatorRig {
  Rig(std::string_view query, Service answers)
      : TranslatorRig(query, "de", model::plain_text(kGerman), std::move(answers)) {}
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
