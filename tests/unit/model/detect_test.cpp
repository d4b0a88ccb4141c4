// Telling languages apart by their words, and in mixed posts sentence by sentence.
#include "model/detect.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "model/plain_words.h"
#include "model/scripts.h"

namespace {

std::string detected(std::string_view text) { return model::detect_language(text).language.tag(); }

std::string runs(std::string_view text) {
  std::string out;
  for (const model::LanguageRun& run : model::detect_sentences(text)) {
    out += (out.empty() ? "" : "|") + run.detection.language.tag() + ":" +
           std::to_string(run.begin) + "-" + std::to_string(run.end);
  }
  return out;
}

}  // namespace

TEST_CASE("detect: languages of Latin letters") {
  CHECK(detected("I have no idea where my keys are") == "en");
  CHECK(detected("No sé dónde están mis llaves") == "es");
  CHECK(detected("Je ne sais pas où sont mes clés") == "fr");
  CHECK(detected("Ich weiß nicht, wo meine Schlüssel sind") == "de");
  CHECK(detected("Não sei onde estão as minhas chaves") == "pt");
  CHECK(detected("Non so dove sono le mie chiavi") == "it");
  CHECK(detected("Ik weet niet waar mijn sleutels zijn") == "nl");
  CHECK(detected("Nie wiem, gdzie są moje klucze") == "pl");
  CHECK(detected("Jag vet inte var mina nycklar är") == "sv");
  CHECK(detected("Nevím, kde mám klíče") == "cs");
  CHECK(detected("Anahtarlarımın nerede olduğunu bilmiyorum") == "tr");
  CHECK(detected("Tôi không biết chìa khóa của mình ở đâu") == "vi");
  CHECK(detected("Saya tidak tahu di mana kunci saya") == "id");
}

TEST_CASE("detect: languages of Cyrillic and Arabic letters") {
  CHECK(detected("Я не знаю, где мои ключи") == "ru");
  CHECK(detected("Я не знаю, де мої ключі") == "uk");
  CHECK(detected("Не знам къде са ми ключовете") == "bg");
  CHECK(detected("Не знам где су ми кључеви") == "sr");
  CHECK(detected("لا أعرف أين مفاتيحي") == "ar");
  CHECK(detected("نمی‌دانم کلیدهایم کجاست") == "fa");
  CHECK(detected("مجھے نہیں معلوم میری چابیاں کہاں ہیں") == "ur");
  CHECK(detected("मला माहित नाही माझी चावी कुठे आहे") == "mr");
}

TEST_CASE("detect: unknown is a result") {
  for (const char* text : {"", "12:30", "😀😀", "(╯°□°)╯︵ ┻━┻", "https://example.org/the/and/of",
                           "@anna@example.social", "`int main() { return 0; }`", "xqzw"}) {
    CAPTURE(text);
    CHECK_FALSE(model::detect_language(text).language.known());
  }
}

TEST_CASE("detect: confidence grows with the text") {
  const float little = model::detect_language("super").confidence;
  const float more = model::detect_language("Das ist super, ich freue mich sehr darauf").confidence;
  CHECK(little < more);
  CHECK(more > 0.8F);
  CHECK(more <= 1.0F);
}

TEST_CASE("detect: a hint decides what the words leave open") {
  const model::Language bokmal = model::parse_language("no");
  CHECK(model::detect_language("god natt", bokmal).language.tag() == "no");
  CHECK(model::detect_language("The weather is lovely today", bokmal).language.tag() == "en");
}

TEST_CASE("detect: mixed posts are cut into runs that cover them") {
  CHECK(runs("") == "");
  CHECK(runs("Good morning everyone!") == "en:0-22");
  const std::string mixed =
      "今天天气真好，我们去公园吧。 The weather is lovely and we are outside.";
  const auto found = model::detect_sentences(mixed);
  REQUIRE(found.size() == 2);
  CHECK(found[0].detection.language.tag() == "zh-Hans");
  CHECK(found[1].detection.language.tag() == "en");
  CHECK(found[0].begin == 0);
  CHECK(found[0].end == found[1].begin);
  CHECK(found[1].end == mixed.size());
}

TEST_CASE("detect: a question that quotes an exam is cut where the script changes") {
  const std::string post = "这道题怎么选呢大家帮帮我 The book ____ on the table since yesterday";
  const auto found = model::detect_sentences(post);
  REQUIRE(found.size() == 2);
  CHECK(post.substr(found[1].begin, 8) == "The book");
  // A name does not cut.
  CHECK(model::detect_sentences("我今天学了 serendipity 这个词").size() == 1);
}

TEST_CASE("detect: only words are read") {
  const model::PlainWords words =
      model::read_plain_words("Look @anna #Cats https://a.example/b 3rd :smile: (T_T) don't", 100);
  CHECK(words.words == U"Look don't");
  CHECK(words.tags == U"Cats");
}

TEST_CASE("scripts: letters in plain form") {
  CHECK(model::plain_letter(U'𝐀') == U'A');
  CHECK(model::plain_letter(U'ｚ') == U'z');
  CHECK(model::plain_letter(U'ⓑ') == U'b');
  CHECK(model::lower_letter(U'Ł') == U'ł');
  CHECK(model::lower_letter(U'Ж') == U'ж');
  CHECK(model::script_of(U'ㄅ') == model::Script::Bopomofo);
  CHECK(model::script_of(U'!') == model::Script::Other);
}
