// Verdicts: what was done to a text, what is wrong with an answer, and the notes on slang.
#include "translate/verdict.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "model/detect.h"
#include "translate/slang.h"
#include "unit/english.h"
#include "unit/files.h"

using translate::Level;
using translate::ReasonKind;
using translate::Verdict;

namespace {

Verdict source(std::string_view text) {
  return translate::judge_source(text, model::detect_language(text).language);
}

bool has(const Verdict& verdict, ReasonKind kind) {
  return std::any_of(verdict.reasons.begin(), verdict.reasons.end(),
                     [kind](const translate::Reason& one) { return one.kind == kind; });
}

Verdict answer(std::string_view text, std::string_view translated, std::string_view from = "en",
               std::string_view to = "zh-Hans") {
  return translate::judge_answer(
      {text, translated, model::parse_language(from), model::parse_language(to), 0});
}

constexpr std::string_view kLong =
    "The library closes at nine tonight, so bring your books back before that.";

}  // namespace

TEST_CASE("verdict: tricks are seen, each with its reason") {
  CHECK(has(source("这个真的yyds，大家快去看"), ReasonKind::PinyinInitials));
  CHECK(has(source("亲爱的，5201314"), ReasonKind::NumberHomophones));
  CHECK(has(source("我真的蓝瘦香菇"), ReasonKind::Homophones));
  CHECK(has(source("女子口马，我弓虽得很"), ReasonKind::TakenApart));
  CHECK(has(source("莪们恏久芣見"), ReasonKind::Martian));
  CHECK(has(source("wo men jin tian qu na li"), ReasonKind::Pinyin));
  CHECK(has(source("plеаsе rеаd thе nоtе"), ReasonKind::Homoglyphs));
  CHECK(has(source("h3ll0 7h3r3 my fr13nd"), ReasonKind::Leet));
  CHECK(has(source("再\u200B见\u200B了\u200B朋友"), ReasonKind::Invisible));
  CHECK(has(source("我 不 喜 欢 这 里"), ReasonKind::SpacedOut));
  CHECK(has(source("你真🐮🍺啊"), ReasonKind::EmojiForWords));
  CHECK(has(source("gnihtyreve dednats rednu ohw eno eht si eh"), ReasonKind::Reversed));
  CHECK(has(source("ʎɐpoʇ ʎddɐɥ ǝɹɐ ǝʍ"), ReasonKind::UpsideDown));
  CHECK(has(source("𝓗𝓮𝓵𝓵𝓸 𝓯𝓻𝓲𝓮𝓷𝓭𝓼"), ReasonKind::StyledLetters));
  CHECK(has(source("我ㄉ狗不見ㄌ"), ReasonKind::ZhuyinKana));
  CHECK(has(source("ppl jst wnt t slp ltr tmrrw"), ReasonKind::VowelDropping));
  CHECK(has(source("ana mesh 3aref leh el 7aga di"), ReasonKind::ChatAlphabet));
  CHECK(has(source("nooooooo whyyyyyyy"), ReasonKind::Stretched));
  CHECK(has(source("⠓⠑⠇⠇⠕"), ReasonKind::Signals));
}

TEST_CASE("verdict: the reason says what was seen") {
  const Verdict verdict = source("这个真的yyds，大家快去看");
  REQUIRE(verdict.reasons.size() == 1);
  CHECK(translate::reason_text(verdict.reasons[0], english()) == "pinyin initials: yyds");
  CHECK(verdict.level == Level::Check);
  CHECK(source("h3ll0 7h3r3 my fr13nd").level == Level::Cannot);
}

TEST_CASE("verdict: honest texts are good") {
  for (const char* text :
       {"今天花了520块买书，地铁坐了38分钟", "用 PDF 和 HTML 写的说明，记得看 README",
        "The NATO summit starts on 3 May", "(A) go  (B) goes  (C) went ____ (3)", "春 夏 秋 冬",
        "哈哈哈哈哈哈哈哈", "Mein neues iPhone 15 ist da, 5G läuft",
        "@yyds@example.social #yyds https://example.org/yyds 你好呀大家", "Мой новый iPhone лучше",
        "Great day ☀️ see you soon 👋", "今日はいい天気ですね、散歩に行きましょう",
        "女子篮球队今天赢了比赛", "e.g. the U.S. and the U.K."}) {
    CAPTURE(text);
    const Verdict verdict = source(text);
    CAPTURE(verdict.reasons.empty() ? std::string()
                                    : translate::reason_text(verdict.reasons[0], english()));
    CHECK(verdict == Verdict{});
  }
}

TEST_CASE("verdict: nothing to judge by") {
  CHECK(has(source("😀😀"), ReasonKind::NoWords));
  CHECK(has(translate::judge_source("xqzw brr vlk", {}), ReasonKind::UnknownLanguage));
}

TEST_CASE("verdict: answers that are no translation") {
  CHECK(answer(kLong, "图书馆今晚九点关门，请在那之前把书还回来。") == Verdict{});
  CHECK(has(answer(kLong, " "), ReasonKind::EmptyAnswer));
  CHECK(has(answer(kLong, kLong), ReasonKind::SameText));
  CHECK(has(answer(kLong, "🦄"), ReasonKind::EmojiOnly));
  CHECK(has(answer(kLong, "Die Bibliothek schließt heute um neun"), ReasonKind::WrongScript));
  CHECK(has(answer(kLong, "书"), ReasonKind::TooShort));
  CHECK(has(answer(kLong, "还书还书还书还书还书还书还书还书还书还书还书还书"),
            ReasonKind::Repetition));
  CHECK(has(answer(kLong, "MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE TRANSLATIONS FOR TODAY."),
            ReasonKind::ServiceError));
  CHECK(has(answer("Train 1742 leaves at the old station", "列车从老车站出发"),
            ReasonKind::NumbersChanged));
  CHECK(has(answer("I got ten cats \x01 in the house", "我家有\x02十只猫 __tok1"),
            ReasonKind::PlaceholdersLeft));
  translate::Answer lost{kLong, "图书馆今晚九点关门，请在那之前把书还回来。",
                         model::parse_language("en"), model::parse_language("zh"), 2};
  CHECK(translate::reason_text(translate::judge_answer(lost).reasons[0], english()) ==
        "tokens lost: 2");
}

TEST_CASE("verdict: what may differ does not count against an answer") {
  CHECK(answer("Berlin", "Berlin", "en", "de") == Verdict{});
  CHECK(answer("1,200 people came", "1.200 Menschen kamen", "en", "de") == Verdict{});
  CHECK(answer("67,900,000 likes so far", "目前 6790 万个赞") == Verdict{});
  CHECK(answer("Why does \"too many requests\" come up?", "Warum kommt \"too many requests\"?",
               "en", "de") == Verdict{});
}

TEST_CASE("verdict: a translation back that says something else") {
  CHECK(translate::judge_round_trip(
            kLong, "The library shuts at nine tonight, please return your books before.") ==
        Verdict{});
  CHECK(has(translate::judge_round_trip(kLong, "My uncle plants huge yellow pumpkins."),
            ReasonKind::RoundTrip));
}

TEST_CASE("verdict: joined, the worse level and each reason once, the worst first") {
  Verdict light;
  translate::add_reason(light, ReasonKind::Stretched, "oooo");
  Verdict heavy;
  translate::add_reason(heavy, ReasonKind::Stretched, "aaaa");
  translate::add_reason(heavy, ReasonKind::EmptyAnswer, {});
  const Verdict both = translate::join_verdicts(light, heavy);
  CHECK(both.level == Level::Cannot);
  REQUIRE(both.reasons.size() == 2);
  CHECK(both.reasons[0].kind == ReasonKind::EmptyAnswer);
  CHECK(both.reasons[1].detail == "oooo");
}

TEST_CASE("verdict: keys are distinct") {
  std::set<std::string_view> keys;
  for (int i = 0; i < translate::kReasonKinds; ++i) {
    keys.insert(translate::reason_key(static_cast<ReasonKind>(i)));
    CHECK_FALSE(translate::reason_words(static_cast<ReasonKind>(i), english()).empty());
  }
  CHECK(keys.size() == translate::kReasonKinds);
}

TEST_CASE("slang: notes in the order of the text, whole words only") {
  const model::Language zh = model::parse_language("zh-Hans");
  const model::Language en = model::parse_language("en");
  const std::vector<translate::SlangNote> notes =
      translate::read_slang(file_text("assets/slang.json"));
  CHECK(notes.size() >= 120);
  const auto found = translate::find_slang(notes, "打工人今天YYDS，打工人加油", zh);
  REQUIRE(found.size() == 2);
  CHECK(found[0].note->term == "打工人");
  CHECK(found[1].note->english.find("greatest") != std::string::npos);
  CHECK(translate::find_slang(notes, "yydsx", zh).empty());
  CHECK(translate::find_slang(notes, "that's based", en).size() == 1);
  CHECK(translate::find_slang(notes, "databased", en).empty());
  CHECK(translate::find_slang(notes, "yyds", {}).empty());
}

TEST_CASE("slang: rows of another shape are left out") {
  CHECK(translate::read_slang("").empty());
  CHECK(translate::read_slang(R"({"zh":1})").empty());
  const auto notes =
      translate::read_slang(R"([1,["zh"],["zh","","a","b"],["zh","gg","good game","好"]])");
  REQUIRE(notes.size() == 1);
  CHECK(notes[0].english == "good game");
}
