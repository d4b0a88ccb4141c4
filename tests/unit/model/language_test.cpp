#include "model/language.h"

#include <doctest/doctest.h>

#include "model/detect.h"

namespace {

std::string canonical(std::string_view tag) { return model::parse_language(tag).tag(); }
std::string chip(std::string_view tag) { return model::chip_label(model::parse_language(tag)); }
bool same(std::string_view a, std::string_view b) {
  return model::same_language(model::parse_language(a), model::parse_language(b));
}
std::string detected(std::string_view text) { return model::detect_language(text).language.tag(); }

std::string language_of(std::string_view label, std::string text) {
  model::Post post;
  post.language = model::parse_language(label).tag();
  post.body = model::plain_text(std::move(text));
  return model::language_of(post).tag();
}

}  // namespace

TEST_CASE("language: canonical tags") {
  CHECK(canonical("EN") == "en");
  CHECK(canonical("pt-br") == "pt-BR");
  CHECK(canonical("zh_TW") == "zh-Hant-TW");
  CHECK(canonical("zh-hant") == "zh-Hant");
  CHECK(canonical("zh") == "zh");
  CHECK(canonical("zh-CN") == "zh-Hans-CN");
  CHECK(canonical("zh-yue-HK") == "yue-HK");
  CHECK(canonical("cmn-Hans") == "zh-Hans");
  CHECK(canonical("iw") == "he");
  CHECK(canonical("in") == "id");
  CHECK(canonical("eng") == "en");
  CHECK(canonical("es-419") == "es-419");
  CHECK(canonical("de-1996-u-co-phonebk") == "de");
  CHECK(canonical("sr-Latn-RS") == "sr-Latn-RS");
  CHECK(canonical("sh") == "sr-Latn");
  CHECK(canonical("haw") == "haw");
}

TEST_CASE("language: nonsense is unknown") {
  for (const char* bad :
       {"", "startrek_it", "und", "mul", "zxx", "nm-und", "x-klingon", "i-navajo", "e", "english",
        "en-", "-en", "en--US", "en US", "中文", "en-a", "12", "a1", "en-toolongsubtag"}) {
    CAPTURE(bad);
    CHECK(canonical(bad).empty());
    CHECK_FALSE(model::parse_language(bad).known());
  }
}

TEST_CASE("language: sameness is of meaning") {
  CHECK(same("zh-TW", "zh-Hant"));
  CHECK(same("pt", "pt-BR"));
  CHECK(same("zh", "zh-Hant"));
  CHECK(same("no", "nb"));
  CHECK_FALSE(same("zh-TW", "zh-CN"));
  CHECK_FALSE(same("zh-Hans", "zh-HK"));
  CHECK_FALSE(same("en", "de"));
  CHECK_FALSE(same("und", "und"));
}

TEST_CASE("language: chips and names") {
  CHECK(chip("zh-Hans") == "中文");
  CHECK(chip("zh") == "中文");
  CHECK(chip("zh-TW") == "繁體");
  CHECK(chip("en-GB") == "EN");
  CHECK(chip("ja") == "日本語");
  CHECK(chip("pt-BR") == "Português");
  CHECK(chip("haw") == "HAW");
  CHECK(model::native_name(model::parse_language("en")) == "English");
  CHECK(model::native_name(model::parse_language("haw")).empty());
  CHECK(model::is_right_to_left(model::parse_language("fa-IR")));
  CHECK(model::is_right_to_left(model::parse_language("pa-Arab")));
  CHECK_FALSE(model::is_right_to_left(model::parse_language("az")));
  CHECK_FALSE(model::is_right_to_left({}));
}

TEST_CASE("detect: scripts that tell the language") {
  CHECK(detected("请教大家：猫咪第一次去医院要准备什么？") == "zh-Hans");
  CHECK(detected("請問大家：貓咪第一次去醫院要準備什麼？") == "zh-Hant");
  CHECK(detected("哈哈哈") == "zh");
  CHECK(detected("今日はとても良い天気ですね") == "ja");
  CHECK(detected("カフェ") == "ja");
  CHECK(detected("喵の日常生活记录") == "zh-Hans");
  CHECK(detected("고양이가 귀여워요") == "ko");
  CHECK(detected("สวัสดีครับ") == "th");
  CHECK(detected("שלום לכולם") == "he");
  CHECK(detected("नमस्ते दोस्तों") == "hi");
  CHECK(detected("مرحبا بالجميع كيف الحال") == "ar");
  CHECK(detected("سلام به همه، گربه‌ی من خیلی قشنگ است") == "fa");
  CHECK(detected("آپ کیسے ہیں؟ میں ٹھیک ہوں") == "ur");
  CHECK(detected("Привет, как дела? Мы были дома") == "ru");
  CHECK(detected("Привіт, як справи? Їжак") == "uk");
  CHECK(detected("Γεια σας") == "el");
  CHECK(detected("Hello world") == "en");
  CHECK(detected("😀 123 ...").empty());
  CHECK(detected("").empty());
}

TEST_CASE("detect: links, accounts, tags and shortcodes do not count") {
  CHECK(detected("猫 https://example.com/a/very/long/path/of/words @someone@example.com "
                 "#CatsOfMastodon :blobcat:") == "zh-Hans");
  CHECK(detected("https://example.com/a 走吧").substr(0, 2) == "zh");
  CHECK(detected("#猫咪 #喵星人日记").substr(0, 2) == "zh");  // nothing but tags: they tell
  CHECK(detected("Look at this #猫咪 so cute") == "en");
  CHECK(detected("我今天学了一个新词 serendipity，真好听") == "zh-Hans");
  CHECK(detected("I keep hearing about 小红书 these days") == "en");
}

TEST_CASE("detect: a label stands unless the text contradicts it") {
  CHECK(language_of("en", "今天天气真好，我们去公园吧") == "zh-Hans");  // snac2
  CHECK(language_of("en", "Hello there") == "en");
  CHECK(language_of("de", "Danke euch allen") == "de");
  CHECK(language_of("de", "lol") == "de");
  CHECK(language_of("", "今日は良い天気です") == "ja");
  CHECK(language_of("", "Hello there") == "en");
  CHECK(language_of("", "Oh la honte").empty());  // a guess is not told as knowledge
  CHECK(language_of("fr", "Oh la honte") == "fr");
  CHECK(language_of("ja", "東京都立図書館") == "ja");
  CHECK(language_of("zh", "今日は良い天気です") == "ja");
  CHECK(language_of("bg", "Здравейте на всички") == "bg");
  CHECK(language_of("zh", "貓咪真的很可愛，對吧") == "zh-Hant");
  CHECK(language_of("zh-TW", "这个猫真的很可爱，对吧") == "zh-Hans");
  CHECK(language_of("zh", "hello") == "zh");
  CHECK(language_of("sr", "Добар дан свима") == "sr");
  CHECK(language_of("ko", "😀") == "ko");
}

TEST_CASE("detect: the words of links in the body do not count") {
  model::Post post;
  post.body.text = "看 example.com/long/path/to/something/else/entirely";
  post.body.spans.push_back({4,
                             static_cast<std::uint32_t>(post.body.text.size()),
                             model::SpanKind::Link,
                             {},
                             "https://x",
                             {}});
  CHECK(model::language_of(post).tag() == "zh");
}
