// What the markup of a post marks as another language's, or as nobody's to translate.
#include "sources/html_text.h"
#include "unit/core/translator_rig.h"

namespace {

std::string shout(const std::string& text, const std::string& /*target*/) {
  return "It says: " + text;
}

std::string sent_of(const std::string& language, const std::string& html) {
  core_test::TranslatorRig rig("", language, sources::parse_html(html), shout);
  rig.run();
  REQUIRE(!rig.asked.empty());
  std::string all;
  for (const std::string& text : rig.asked) all += text + '\n';
  return all;
}

}  // namespace

TEST_CASE("untouched: what is marked as another language's is not sent to be translated") {
  const std::string sent = sent_of(
      "de", R"(<p>Im Theater heißt es <i lang="la">cave canem</i>, und alle lachen darüber.</p>)");
  CHECK(sent.find("Im Theater") != std::string::npos);
  CHECK(sent.find("alle lachen") != std::string::npos);
  // Within the element that the service is told to ignore.
  CHECK(sent.find("<x") < sent.find("cave canem"));
}

TEST_CASE("untouched: what is nobody's to translate comes through as it is") {
  const std::string html =
      R"(<p>Die neue Fassung von <span translate="no">Guten Morgen</span> läuft heute im Kino.</p>)";
  core_test::TranslatorRig rig("", "de", sources::parse_html(html), shout);
  rig.run();
  CHECK(rig.asked.front().find("<x") < rig.asked.front().find("Guten Morgen"));
  CHECK(rig.translated().text.text.find("Guten Morgen") != std::string::npos);
}

TEST_CASE("untouched: a whole post's own language attribute hides nothing from translation") {
  const std::string sent =
      sent_of("de", R"(<p lang="en">Der Hund schläft heute den ganzen Tag im Garten.</p>)");
  CHECK(sent.find("<x") == std::string::npos);
}

TEST_CASE("untouched: two paragraphs in another language than the label are the post itself") {
  const std::string sent = sent_of(
      "de", R"(<p lang="fr">Der Hund schläft im Garten.</p><p lang="fr">Die Katze auch.</p>)");
  CHECK(sent.find("<x") == std::string::npos);
}

TEST_CASE("untouched: an item of a list that is nobody's to translate") {
  const std::string sent = sent_of(
      "de",
      R"(<p>So lädt man die neue Fassung hoch:</p><ul><li translate="no">git push</li></ul>)");
  CHECK(sent.find("git push") == std::string::npos);
}
