#include "text/clusters.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "helpers.h"

namespace {

using text_test::Strings;

Strings clusters_of(std::string_view text) {
  Strings out;
  const text::Codes codes = text::read_codes(text);
  for (std::uint32_t i = 0; i < codes.size();) {
    const std::uint32_t end = codes.cluster_end(i);
    out.emplace_back(text.substr(codes.offset[i], codes.offset[end] - codes.offset[i]));
    i = end;
  }
  return out;
}

bool is_emoji(std::string_view text) {
  const text::Codes codes = text::read_codes(text);
  return text::is_emoji_cluster(codes, 0, codes.cluster_end(0));
}

}  // namespace

TEST_CASE("clusters: one for each character that a reader sees") {
  for (const char* one : {
           "a",
           "한",                 // precomposed Hangul
           "e\xCC\xA7\xCC\x81",  // two marks
           "نَ",                  // Arabic letter with a vowel
           "ก็",                  // Thai with a tone mark
           "நி",                 // Tamil with a vowel sign
           "क्षि",                // a Devanagari conjunct (GB9c)
           "\r\n",
           "😀",
           "👍🏽",                     // skin tone
           "👨‍👩‍👧‍👦",    // family
           "👩🏽‍🚀",              // skin tone and profession
           "👩‍❤️‍💋‍👨",  // with a variation selector inside
           "🏳️‍🌈",               // flag by sequence
           "🏴‍☠️",
           "🇩🇪",                            // flag by letters
           "🏴󠁧󠁢󠁥󠁮󠁧󠁿",  // flag by tags
           "1️⃣",                       // keycap
           "#️⃣",
           "❤️",  // text by default, emoji by selector
           "❤️‍🔥",
           "🧑‍🤝‍🧑",
           "🫱🏻‍🫲🏿",
           "か\xE3\x82\x99",                        // kana with a combining voice mark
           "e\xCC\x81",                             // e and acute
           "\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB",  // Hangul in jamo
       }) {
    const std::string_view text = one;
    CAPTURE(text);
    CHECK(clusters_of(text).size() == 1);
  }
}

TEST_CASE("clusters: neighbours stay apart") {
  CHECK(clusters_of("🇩🇪🇫🇷🇯🇵") == Strings{"🇩🇪", "🇫🇷", "🇯🇵"});
  CHECK(clusters_of("🇩🇪🇫") == Strings{"🇩🇪", "🇫"});
  CHECK(clusters_of("1️⃣2️⃣") == Strings{"1️⃣", "2️⃣"});
  CHECK(clusters_of("👨‍👩‍👧👨‍👩‍👧") ==
        Strings{"👨‍👩‍👧", "👨‍👩‍👧"});
  CHECK(clusters_of("e\xCC\x81o") == Strings{"e\xCC\x81", "o"});
  CHECK(clusters_of("a\nb") == Strings{"a", "\n", "b"});
  CHECK(clusters_of("骨直刃") == Strings{"骨", "直", "刃"});
  CHECK(clusters_of("").empty());
}

TEST_CASE("clusters: what is drawn as an emoji") {
  for (const char* yes :
       {"😀", "👍🏽", "👨‍👩‍👧‍👦", "🇩🇪", "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
        "1️⃣", "*️⃣", "❤️", "☺️", "⌚", "⚡", "🅰️", "🈁", "🌡", "🏽",
        "❤️‍🔥", "☝🏽", "🫠", "🀄"}) {
    CAPTURE(yes);
    CHECK(is_emoji(yes));
  }
  for (const char* no : {"a", "1", "#", "©", "®", "™", "❤", "☺", "✔", "⌚︎", "😀︎", "中",
                         "가", "→", "½", "𝒳", "1⃣", "\xEF\x80\x84"}) {
    CAPTURE(no);
    CHECK_FALSE(is_emoji(no));
  }
}

TEST_CASE("clusters: a chain that joins without end is cut") {
  const std::string chain = text_test::repeat("👨‍", 1000);
  const Strings clusters = clusters_of(chain);
  CHECK(clusters.size() >= 1000 / text::kMaxBasesInCluster);
  CHECK(clusters.size() < 100);
}

TEST_CASE("clusters: a picture is one, whatever it is written with") {
  const std::string text = "a:blob cat:\xCC\x81z";
  const text::Codes codes = text::read_codes(text, {{1, 11}});
  CHECK(codes.cluster_end(1) == 11);
  CHECK(codes.starts[11] == 1);
}
