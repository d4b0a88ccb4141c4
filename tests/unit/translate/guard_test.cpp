#include "translate/guard.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "translate/marks.h"

using model::RichText;
using model::SpanKind;
using translate::find_tokens;
using translate::find_units;
using translate::Lines;
using translate::Marks;
using translate::Pieces;
using translate::Range;
using translate::TokenKind;
using translate::Unit;

namespace {

using Strings = std::vector<std::string>;

Strings tokens_of(const RichText& rich, const std::vector<Range>& untouched = {}) {
  Strings found;
  for (const translate::Token& token : find_tokens(rich, untouched))
    found.push_back(rich.text.substr(token.range.begin, token.range.end - token.range.begin));
  return found;
}

Strings tokens_of(std::string text) { return tokens_of(model::plain_text(std::move(text))); }

// What is sent of a text.
Strings sent_of(const RichText& rich, Marks marks = Marks::Words,
                const std::vector<Range>& untouched = {}) {
  Strings sent;
  const Lines lines = marks == Marks::None ? Lines::Blocks : Lines::Apart;
  for (const Unit& unit : find_units(rich, find_tokens(rich, untouched), lines))
    sent.push_back(write_marked(rich, unit, marks).value_or("(by segments)"));
  return sent;
}

Strings sent_of(std::string text, Marks marks = Marks::Words) {
  return sent_of(model::plain_text(std::move(text)), marks);
}

// The only line of `text`, answered by `answer`.
std::string restored(const RichText& rich, std::string_view answer, Marks marks = Marks::Words) {
  const Lines lines = marks == Marks::None ? Lines::Blocks : Lines::Apart;
  const std::vector<Unit> units = find_units(rich, find_tokens(rich), lines);
  REQUIRE(units.size() == 1);
  const std::optional<Pieces> pieces = read_marked(rich, units[0], marks, answer);
  return pieces ? assemble(rich, units, {*pieces}).text : "(refused)";
}

std::string restored(std::string text, std::string_view answer, Marks marks = Marks::Words) {
  return restored(model::plain_text(std::move(text)), answer, marks);
}

void add_span(RichText& rich, std::string_view text, SpanKind kind, std::string target,
              model::Emphasis emphasis = {}) {
  model::Span span;
  span.begin = static_cast<std::uint32_t>(rich.text.find(text));
  span.end = span.begin + static_cast<std::uint32_t>(text.size());
  span.kind = kind;
  span.target = std::move(target);
  span.emphasis = emphasis;
  rich.spans.push_back(std::move(span));
}

}  // namespace

TEST_CASE("tokens: addresses, mentions, tags, shortcodes, mail, in any script's company") {
  CHECK(tokens_of("看https://example.org/a?b=c#d，好") == Strings{"https://example.org/a?b=c#d"});
  CHECK(tokens_of("(see https://en.example.org/wiki/Cat_(animal)).") ==
        Strings{"https://en.example.org/wiki/Cat_(animal)"});
  CHECK(tokens_of("hi @alice, and @bo@example.org. bye") == Strings{"@alice", "@bo@example.org"});
  CHECK(tokens_of("#猫税 and #CatTax2025! #话题[话题]# #结束#后") ==
        Strings{"#猫税", "#CatTax2025", "#话题[话题]#", "#结束#"});
  CHECK(tokens_of("a :blob_cat: b me.x+y@mail.example.org c") ==
        Strings{":blob_cat:", "me.x+y@mail.example.org"});
  CHECK(tokens_of("#1 in the list, 10:30, a@, @, ::, c#, https://") == Strings{"10:30"});
}

TEST_CASE("tokens: emoji as whole sequences") {
  CHECK(tokens_of("a 👩‍👩‍👧‍👦🇨🇳 b ❤️ c 1️⃣ d 👍🏽") ==
        Strings{"👩‍👩‍👧‍👦🇨🇳", "❤️", "1️⃣", "👍🏽"});
  CHECK(tokens_of("© 2025 → ™ ¿qué?").empty());
}

TEST_CASE("tokens: numbers with units, not numbers") {
  CHECK(tokens_of("5 kg, 3.5GB, 37.5°C, 100%, $19.99, €5, 5 €, 12:30, 60km/h") ==
        Strings{"5 kg", "3.5GB", "37.5°C", "100%", "$19.99", "€5", "5 €", "12:30", "60km/h"});
  CHECK(tokens_of("3 cats, 2025, 5 kgs, v1.2, 3斤, room 12b").empty());
}

TEST_CASE("tokens: code and exam blanks") {
  CHECK(tokens_of("run `let x = 1` now") == Strings{"`let x = 1`"});
  CHECK(tokens_of("He ____ (3) to school. __4__ I （ ） him ( ) and 【　】.") ==
        Strings{"____ (3)", "__4__", "（ ）", "( )", "【　】"});
  CHECK(tokens_of("call __init__ of f() or (a)").empty());
}

TEST_CASE("guard: what is sent has marks for tokens, and none for those at a line's ends") {
  CHECK(sent_of("🎉 hello @alice and #cats friends :blobcat: 🎉") ==
        Strings{"hello XQ1Z and XQ2Z friends"});
  CHECK(sent_of("so @a @b 🎉 many") == Strings{"so XQ1Z many"});
  CHECK(sent_of("one\n\ntwo\nthree\n\n#tag") == Strings{"one", "two", "three"});
  CHECK(sent_of("@alice 🎉 5 kg ...").empty());
  CHECK(sent_of("a < b & @c d", Marks::Elements) == Strings{"a &lt; b &amp; <x id=\"1\"/> d"});
  CHECK(sent_of("a @c d", Marks::Brackets) == Strings{"a ⟦1⟧ d"});
  CHECK(sent_of("my code is xq7 for @c yes") == Strings{"(by segments)"});
}

TEST_CASE("guard: a line longer than services take is cut between sentences, never in a token") {
  std::string text;
  for (int i = 0; i < 60; ++i)
    text += "Sentence number " + std::to_string(i) +
            " with @alice and https://example.org/a.b?c!d in it. ";
  const RichText rich = model::plain_text(text);
  const std::vector<Unit> units = find_units(rich, find_tokens(rich), Lines::Apart);
  CHECK(units.size() == 3);
  std::vector<Pieces> pieces;
  for (const Unit& unit : units) {
    CHECK(unit.range.end - unit.range.begin <= 1'500);
    const std::optional<std::string> sent = write_marked(rich, unit, Marks::Words);
    REQUIRE(sent);
    CHECK(sent->starts_with("Sentence number"));
    CHECK(sent->ends_with("in it."));
    const std::optional<Pieces> read = read_marked(rich, unit, Marks::Words, *sent);
    REQUIRE(read);
    pieces.push_back(*read);
  }
  CHECK(assemble(rich, units, pieces).text == rich.text);
  std::string chinese;
  for (int i = 0; i < 100; ++i) chinese += "今天天气很好，我们去公园。";
  CHECK(sent_of(chinese).size() == 3);
  CHECK(sent_of(std::string(5'000, 'a')).size() == 1);
}

TEST_CASE("guard: an exam question in another language stays as it is") {
  RichText rich = model::plain_text("帮我看看这道题\nHe ____ (go) to school yesterday.\n谢谢大家");
  const auto begin = static_cast<std::uint32_t>(rich.text.find("He"));
  const auto end = static_cast<std::uint32_t>(rich.text.find("yesterday.") + 10);
  CHECK(sent_of(rich, Marks::Words, {{begin, end}}) == Strings{"帮我看看这道题", "谢谢大家"});
  RichText within = model::plain_text("他说 \"I have no idea\" 然后走了");
  const auto at = static_cast<std::uint32_t>(within.text.find("\"I"));
  CHECK(sent_of(within, Marks::Words, {{at, at + 16}}) == Strings{"他说 XQ1Z 然后走了"});
}

TEST_CASE("guard: restored, or refused") {
  const std::string text = "hello @alice and #cats friends";
  CHECK(restored(text, "hola XQ1Z y XQ2Z amigos") == "hola @alice y #cats amigos");
  CHECK(restored(text, "hola xq 1 z y ＸＱ２Ｚ amigos") == "hola @alice y #cats amigos");
  CHECK(restored(text, "holaXQ1Zy, XQ2Z.") == "hola @alice y, #cats.");
  CHECK(restored(text, "hola XQ2Z y XQ1Z amigos") == "(refused)");
  CHECK(restored(text, "hola XQ1Z y amigos") == "(refused)");
  CHECK(restored(text, "hola XQ1Z y XQ2Z XQ2Z") == "(refused)");
  CHECK(restored(text, "hola XQ1Z y XQ3Z") == "(refused)");
  CHECK(restored(text, "hola XQ1Z y XQ2Z y XQ2") == "(refused)");
  CHECK(restored(text, "XQ1Z XQ2Z") == "(refused)");
  CHECK(restored(text, "") == "(refused)");
  CHECK(restored(text, std::string(100'000, 'a') + "XQ1Z XQ2Z") == "(refused)");
  CHECK(restored("hello", "🤷") == "(refused)");
  CHECK(restored("hello", "ho\nla\x01 \xFFx") == "ho la  \uFFFDx");
}

TEST_CASE("guard: XML is unescaped once, and anything else with a bracket is refused") {
  CHECK(restored("a < @c d", "e &lt; <x id=\"1\" /> &amp;amp; &#102;", Marks::Elements) ==
        "e < @c &amp; f");
  CHECK(restored("a @c d", "e <b><x id=\"1\"/></b>", Marks::Elements) == "(refused)");
  CHECK(restored("a @c d", "e <x id=\"1\"/> &#10;&#x2028;&#0; f", Marks::Elements) ==
        "e @c &#10;&#x2028;&#0; f");
}

TEST_CASE("guard: by segments nothing can be lost") {
  const RichText rich = model::plain_text("hello @alice and #cats 5 kg, friends");
  const std::vector<Unit> units = find_units(rich, find_tokens(rich), Lines::Apart);
  REQUIRE(units.size() == 1);
  CHECK(write_segments(rich, units[0]) == Strings{"hello", "and", ", friends"});
  const std::optional<Pieces> pieces = read_segments(rich, units[0], {"hola", " y ", ", amigos"});
  REQUIRE(pieces);
  CHECK(assemble(rich, units, {*pieces}).text == "hola @alice y #cats 5 kg, amigos");
  CHECK_FALSE(read_segments(rich, units[0], {"hola", "", ", amigos"}));
  CHECK_FALSE(read_segments(rich, units[0], {"hola"}));
}

TEST_CASE("guard: spans, emphasis and blocks are built anew") {
  RichText rich = model::plain_text("Title here\n\nread this link now, with weight");
  model::Emphasis strong;
  strong.strong = true;
  add_span(rich, "Title here", SpanKind::Plain, "", strong);
  add_span(rich, "link", SpanKind::Link, "https://example.org/");
  add_span(rich, "weight", SpanKind::Plain, "", strong);
  const std::vector<Unit> units = find_units(rich, find_tokens(rich), Lines::Apart);
  REQUIRE(units.size() == 2);
  const RichText out = assemble(
      rich, units,
      {{{"Ein langer Titel", -1}}, {{"lies jetzt diesen ", -1}, {"", 0}, {", mit Gewicht", -1}}});
  CHECK(out.text == "Ein langer Titel\nlies jetzt diesen link, mit Gewicht");
  REQUIRE(out.blocks.size() == 2);
  CHECK(out.blocks[1].begin == 17);
  REQUIRE(out.spans.size() == 2);  // of the part of a line nobody knows where it went
  CHECK(out.spans[0].emphasis.strong);
  CHECK(out.spans[0].end == 16);
  CHECK(out.text.substr(out.spans[1].begin, 4) == "link");
  CHECK(out.spans[1].target == "https://example.org/");
}

TEST_CASE("guard: without marks, tokens of the markup are found by themselves") {
  RichText rich = model::plain_text("look example.org/a… #cat #cattax ok");
  add_span(rich, "example.org/a…", SpanKind::Link, "https://example.org/a/b/c");
  add_span(rich, "#cat", SpanKind::Tag, "https://h/tags/cat");
  add_span(rich, "#cattax", SpanKind::Tag, "https://h/tags/cattax");
  CHECK(sent_of(rich, Marks::None) == Strings{"look https://example.org/a/b/c #cat #cattax ok"});
  CHECK(restored(rich, "看 #cattax https://example.org/a/b/c #cat 好", Marks::None) ==
        "看 #cattax example.org/a… #cat 好");
  CHECK(restored(rich, "看 #cattax https://example.org/a/b/c 好", Marks::None) == "(refused)");
}

TEST_CASE("guard: a server's translation gets its tokens' texts back by their addresses") {
  RichText original = model::plain_text("hi @alice #cats");
  add_span(original, "@alice", SpanKind::Mention, "https://h/@alice");
  add_span(original, "#cats", SpanKind::Tag, "https://h/tags/cats");
  RichText translated = model::plain_text("hola @alicia #gatos\n\nfin");
  add_span(translated, "@alicia", SpanKind::Mention, "https://h/@alice");
  add_span(translated, "#gatos", SpanKind::Tag, "https://h/tags/cats");
  REQUIRE(translate::restore_whole(original, translated));
  CHECK(translated.text == "hola @alice #cats\nfin");
  REQUIRE(translated.blocks.size() == 2);
  CHECK(translated.text.substr(translated.blocks[1].begin) == "fin");
  RichText lost = model::plain_text("hola");
  CHECK_FALSE(translate::restore_whole(original, lost));
  RichText other = model::plain_text("hola @alicia");
  add_span(other, "@alicia", SpanKind::Mention, "https://elsewhere/@x");
  CHECK_FALSE(translate::restore_whole(original, other));
}
