// The interface's texts: every language has every one of them, with the same places to fill, the
// plural forms that its rules ask for, and within the room there is.
#include "model/words.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "unit/english.h"
#include "unit/files.h"

namespace {

using model::Plural;
using model::Word;

constexpr std::string_view kLanguages[] = {"en", "zh-Hans", "zh-Hant", "ja", "ko", "es",
                                           "fr", "de",      "pt",      "ru", "ar", "hi"};

base::Json file_of(std::string_view tag) {
  const auto parsed = base::parse_json(file_text("assets/strings/" + std::string(tag) + ".json"));
  REQUIRE(parsed.ok());
  return parsed.value();
}

std::vector<std::string> forms_of(const base::Json& text) {
  std::vector<std::string> forms;
  if (text.is_string()) forms.emplace_back(text.string_or(""));
  for (const auto& [name, form] : text.members()) forms.emplace_back(form.string_or(""));
  return forms;
}

std::multiset<std::string> places_of(std::string_view text) {
  std::multiset<std::string> places;
  for (std::size_t open = text.find('{'); open != std::string_view::npos;
       open = text.find('{', open + 1)) {
    places.emplace(text.substr(open, text.find('}', open) - open + 1));
  }
  return places;
}

// What the rules give for whole numbers: all up to 200 and some that are round.
std::set<std::string> categories_of(const model::Language& language) {
  std::set<std::string> names;
  for (std::int64_t n = 0; n <= 200; ++n) names.emplace(plural_name(plural_of(n, language)));
  for (const std::int64_t n : {1000, 10'000, 1'000'000, 2'000'000})
    names.emplace(plural_name(plural_of(n, language)));
  return names;
}

// Widths in halves of an em, roughly: Han and Hangul are two, marks that stand over others none.
int width_of(std::string_view text) {
  int width = 0;
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t bytes = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    const std::string_view one = text.substr(i, bytes);
    const bool wide = one >= "\u2E80" && one <= "\uFFEF";
    const bool vowel_sign = one >= "\u093A" && one <= "\u094D" && one != "\u093D";
    width += wide ? 2 : vowel_sign ? 0 : 1;
    i += bytes;
  }
  return width;
}

}  // namespace

TEST_CASE("words: every language has every text, and no other") {
  for (const std::string_view tag : kLanguages) {
    CAPTURE(tag);
    const base::Json file = file_of(tag);
    std::set<std::string> wanted;
    for (std::size_t i = 0; i < model::kWordCount; ++i)
      wanted.insert(model::word_key(static_cast<Word>(i)));
    for (const base::Json::Member& member : file.members()) {
      const std::string& key = member.first;
      const base::Json& text = member.second;
      CAPTURE(key);
      if (key == "page") continue;
      CHECK(wanted.erase(key) == 1);
      const std::vector<std::string> forms = forms_of(text);
      CHECK_FALSE(forms.empty());
      for (const std::string& form : forms) CHECK_FALSE(form.empty());
    }
    CHECK(wanted.empty());
    CHECK(file["page"].members().size() == file_of("en")["page"].members().size());
  }
}

TEST_CASE("words: the same places to fill in every language and form") {
  const base::Json english_file = file_of("en");
  for (const std::string_view tag : kLanguages) {
    const base::Json file = file_of(tag);
    for (const base::Json::Member& member : english_file.members()) {
      const std::string& key = member.first;
      const base::Json& text = member.second;
      if (key == "page") continue;
      CAPTURE(tag);
      CAPTURE(key);
      CHECK(file[key].is_object() == text.is_object());
      const std::multiset<std::string> places = places_of(forms_of(text).back());
      for (const std::string& form : forms_of(file[key])) CHECK(places_of(form) == places);
    }
  }
}

TEST_CASE("words: the plural forms that the language's rules give") {
  for (const std::string_view tag : kLanguages) {
    const base::Json file = file_of(tag);
    const std::set<std::string> wanted = categories_of(model::parse_language(tag));
    for (const base::Json::Member& member : file.members()) {
      const std::string& key = member.first;
      const base::Json& text = member.second;
      if (!text.is_object() || key == "page") continue;
      CAPTURE(tag);
      CAPTURE(key);
      std::set<std::string> forms;
      for (const auto& [name, form] : text.members()) forms.insert(name);
      CHECK(forms == wanted);
    }
  }
}

TEST_CASE("words: a list of months has twelve") {
  for (const std::string_view tag : kLanguages) {
    const model::Words words =
        model::read_words(tag, file_text("assets/strings/" + std::string(tag) + ".json"));
    for (const Word months : {Word::Months, Word::MonthsShort}) {
      CHECK(std::count(words[months].begin(), words[months].end(), '|') == 11);
    }
  }
}

TEST_CASE("words: labels fit where they stand") {
  struct Room {
    Word word;
    int width;  // in halves of an em, of the room in English letters
  };
  // The bar of a phone has five items on 390 points, with 11 points a letter; tabs stand three in a
  // row; the lab's buttons three in a row of 304 points.
  const Room rooms[] = {{Word::Home, 11},         {Word::Topics, 11},       {Word::Languages, 11},
                        {Word::About, 11},        {Word::Lab, 11},          {Word::ForYou, 14},
                        {Word::Local, 12},        {Word::Trending, 14},     {Word::Translate, 18},
                        {Word::ShowOriginal, 24}, {Word::LabUndo, 12},      {Word::LabReset, 14},
                        {Word::LabExport, 12},    {Word::LabImport, 12},    {Word::LabLink, 12},
                        {Word::LabUp, 8},         {Word::LabDown, 8},       {Word::Clear, 10},
                        {Word::TryAgain, 18},     {Word::PullDown, 40},     {Word::VerdictGood, 12},
                        {Word::Live, 12},         {Word::SensitivePost, 26}};
  for (const std::string_view tag : kLanguages) {
    const model::Words words =
        model::read_words(tag, file_text("assets/strings/" + std::string(tag) + ".json"));
    for (const Room& room : rooms) {
      CAPTURE(tag);
      CAPTURE(words[room.word]);
      CHECK(width_of(words[room.word]) <= room.width);
    }
  }
}

// CLDR 46, supplemental/plurals.xml: the samples of each rule.
TEST_CASE("words: plural categories as CLDR's samples say") {
  struct Row {
    std::string_view tag;
    Plural plural;
    std::vector<std::int64_t> numbers;
  };
  const Row rows[] = {
      {"zh-Hans", Plural::Other, {0, 1, 15, 100, 1'000'000}},
      {"ja", Plural::Other, {0, 1, 2}},
      {"ko", Plural::Other, {0, 1, 2}},
      {"en", Plural::One, {1}},
      {"en", Plural::Other, {0, 2, 16, 100, 1'000'000}},
      {"de", Plural::One, {1}},
      {"de", Plural::Other, {0, 2, 16}},
      {"es", Plural::One, {1}},
      {"es", Plural::Many, {1'000'000, 2'000'000}},
      {"es", Plural::Other, {0, 2, 16, 1000, 1'000'001}},
      {"fr", Plural::One, {0, 1}},
      {"fr", Plural::Many, {1'000'000}},
      {"fr", Plural::Other, {2, 17, 100'000}},
      {"pt", Plural::One, {0, 1}},
      {"pt", Plural::Many, {1'000'000}},
      {"pt", Plural::Other, {2, 17, 100}},
      {"ru", Plural::One, {1, 21, 31, 101, 1001}},
      {"ru", Plural::Few, {2, 3, 4, 22, 24, 102, 1002}},
      {"ru", Plural::Many, {0, 5, 11, 12, 14, 19, 100, 111, 1'000'000}},
      {"ar", Plural::Zero, {0}},
      {"ar", Plural::One, {1}},
      {"ar", Plural::Two, {2}},
      {"ar", Plural::Few, {3, 10, 103, 110, 1003}},
      {"ar", Plural::Many, {11, 26, 99, 111, 1011}},
      {"ar", Plural::Other, {100, 102, 200, 202, 1000, 1'000'000}},
      {"hi", Plural::One, {0, 1}},
      {"hi", Plural::Other, {2, 17, 100}},
  };
  for (const Row& row : rows) {
    for (const std::int64_t n : row.numbers) {
      CAPTURE(row.tag);
      CAPTURE(n);
      CHECK(model::plural_of(n, model::parse_language(row.tag)) == row.plural);
    }
  }
}

TEST_CASE("words: filled in, and counted") {
  const model::Words& words = english();
  CHECK(words.fill(Word::FailedPosts, {{"server", "a.b"}}) ==
        "The posts of a.b could not be loaded.");
  CHECK(words.fill(Word::FailedPosts, {}) == "The posts of {server} could not be loaded.");
  CHECK(words.fill(Word::FailedPosts, {{"server", "{server}"}}) ==
        "The posts of {server} could not be loaded.");
  CHECK(words.plural(Word::Comments, 1) == "1 comment");
  CHECK(words.plural(Word::Comments, 2) == "2 comments");
  CHECK(words.plural(Word::Comments, 1'200'001, "1.2M") == "1.2M comments");
  const model::Words russian = model::read_words("ru", file_text("assets/strings/ru.json"));
  CHECK(russian.plural(Word::Comments, 3) == "3 комментария");
  CHECK(russian.plural(Word::Comments, 25) == "25 комментариев");
  CHECK(russian.plural(Word::Comments, 1001, "1\u00A0тыс.") == "1\u00A0тыс. комментариев");
  const model::Words arabic = model::read_words("ar", file_text("assets/strings/ar.json"));
  CHECK(arabic.plural(Word::Comments, 3) == "٣ تعليقات");
  CHECK(arabic.right_to_left());
}

TEST_CASE("words: which language a tag asks for") {
  const auto asked = [](std::string_view tag) {
    const auto language = model::interface_language(model::parse_language(tag));
    return language ? language->tag() : std::string();
  };
  CHECK(asked("zh") == "zh-Hans");
  CHECK(asked("zh-TW") == "zh-Hant");
  CHECK(asked("zh-HK") == "zh-Hant");
  CHECK(asked("zh-CN") == "zh-Hans");
  CHECK(asked("pt-BR") == "pt");
  CHECK(asked("en-GB") == "en");
  CHECK(asked("ar-EG") == "ar");
  CHECK(asked("tlh").empty());
  CHECK(asked("").empty());
}

TEST_CASE("words: a broken or missing file is English") {
  for (const std::string_view json :
       {"", "{", "[]", "not json", "{\"forYou\":", "<html>", "\"text\""}) {
    const model::Words words = model::read_words("de", json);
    CAPTURE(json);
    CHECK(words[Word::ForYou] == "For you");
  }
  const model::Words partly = model::read_words("de", R"({"forYou":"Für dich","local":7,"x":"y"})");
  CHECK(partly[Word::ForYou] == "Für dich");
  CHECK(partly[Word::Local] == "Local");
  CHECK(model::read_words("tlh", R"({"forYou":"x"})")[Word::ForYou] == "For you");
}
