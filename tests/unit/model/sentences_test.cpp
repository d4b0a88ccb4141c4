#include "model/sentences.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> parts;
  for (const model::Sentence& one : model::sentences_of(text))
    parts.emplace_back(text.substr(one.begin, one.end - one.begin));
  return parts;
}

using Parts = std::vector<std::string>;

}  // namespace

TEST_CASE("sentences: ends of many scripts, with what closes there") {
  CHECK(split("It rains. Does it? Yes!") == Parts{"It rains.", "Does it?", "Yes!"});
  CHECK(split("你好。今天下雨！真的？") == Parts{"你好。", "今天下雨！", "真的？"});
  CHECK(split("他说：“走吧！”我们就走了。") == Parts{"他说：“走吧！”", "我们就走了。"});
  CHECK(split("नमस्ते। कैसे हो?") == Parts{"नमस्ते।", "कैसे हो?"});
  CHECK(split("کیا حال ہے؟ ٹھیک ہوں۔") == Parts{"کیا حال ہے؟", "ٹھیک ہوں۔"});
  CHECK(split("Really?! (Yes.) Well…") == Parts{"Really?!", "(Yes.)", "Well…"});
}

TEST_CASE("sentences: a full stop within one ends nothing") {
  CHECK(split("It cost 3.50 in J. Smith's shop, i.e. too much. Still.") ==
        Parts{"It cost 3.50 in J. Smith's shop, i.e. too much.", "Still."});
  CHECK(split("See example.com for more") == Parts{"See example.com for more"});
  CHECK(split("Wait… what") == Parts{"Wait… what"});
}

TEST_CASE("sentences: lines end them, and empty ones are none") {
  CHECK(split("one\ntwo\xE2\x80\xA8three") == Parts{"one", "two", "three"});
  CHECK(split("\n  \n a \n") == Parts{"a"});
  CHECK(split("").empty());
  CHECK(split("   ").empty());
  CHECK(split("。") == Parts{"。"});
}

TEST_CASE("sentences: every character that is not white space is in exactly one") {
  const std::string text = "A. b! 你好。\n“C?” (d) \xFF\xFE e… f.g 3.4";
  std::size_t covered = 0;
  std::uint32_t last = 0;
  for (const model::Sentence& one : model::sentences_of(text)) {
    CHECK(one.begin >= last);
    CHECK(one.end > one.begin);
    covered += one.end - one.begin;
    last = one.end;
  }
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != ' ' && text[i] != '\n') continue;
    bool inside = false;
    for (const model::Sentence& one : model::sentences_of(text))
      inside = inside || (i >= one.begin && i < one.end);
    if (!inside) ++covered;
  }
  CHECK(covered == text.size());
}
