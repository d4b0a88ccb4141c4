#include "text/line_breaks.h"

#include <doctest/doctest.h>

#include "helpers.h"

using text_test::ink_of;
using text_test::lay_out;
using text_test::repeat;
using text_test::Strings;

namespace {

// The text with a '|' wherever a line may end.
std::string marked(std::string_view text, std::string_view language) {
  platform::FakeGlyphs glyphs;
  const text::Codes codes = text::read_codes(text);
  const auto breaks = text::find_line_breaks(text, codes, language, glyphs);
  std::string out;
  for (std::uint32_t i = 0; i < codes.size(); ++i) {
    out += text.substr(codes.offset[i], codes.offset[i + 1] - codes.offset[i]);
    if (breaks[i] == text::Break::Allowed) out += '|';
    if (breaks[i] == text::Break::Hard) out += '!';
  }
  return out;
}

}  // namespace

TEST_CASE("line breaks: Latin between words and after hyphens") {
  CHECK(marked("a well-known fact, no?", "en") == "a |well-|known |fact, |no?");
  CHECK(marked("(see below) 10,000.50 $5 50%", "en") == "(see |below) |10,000.50 |$5 |50%");
  CHECK(marked("l’homme d'or « non » !", "fr") == "l’homme |d'or |« non » !");
  CHECK(marked("один два", "ru") == "один |два");
  CHECK(marked("no\xC2\xA0"
               "break",
               "en") ==
        "no\xC2\xA0"
        "break");
  CHECK(marked("soft\xC2\xADhyphen", "en") == "soft\xC2\xADhyphen");
}

TEST_CASE("line breaks: a Hebrew dash holds what follows it, unless a space does") {
  CHECK(marked("הנהר – וכל אי-אפשר", "he") == "הנהר |– |וכל |אי-אפשר");
}

TEST_CASE("line breaks: Chinese kinsoku") {
  CHECK(marked("他说：“你好。”（笑）", "zh") == "他|说：|“你|好。”|（笑）");
  CHECK(marked("真的吗？！太好了……", "zh-Hans") == "真|的|吗？！|太|好|了……");
  CHECK(marked("卡尔·马克思", "zh") == "卡|尔·|马|克|思");
  CHECK(marked("《三体》、《球状闪电》", "zh") == "《三|体》、|《球|状|闪|电》");
  CHECK(marked("好的～～谢谢", "zh") == "好|的～～|谢|谢");
  CHECK(marked("用iPhone拍的100张", "zh") == "用|iPhone|拍|的|100|张");
  CHECK(marked("他说I’m fine。", "zh") == "他|说|I’m |fine。");
}

TEST_CASE("line breaks: Japanese kinsoku, strict") {
  CHECK(marked("「きゃっ」と叫んだ。", "ja") == "「きゃっ」|と|叫|ん|だ。");
  CHECK(marked("コーヒー・ミルク", "ja") == "コー|ヒー・|ミ|ル|ク");
  CHECK(marked("時々々", "ja") == "時々々");
  CHECK(marked("（例）です、ね", "ja") == "（例）|で|す、|ね");
}

TEST_CASE("line breaks: Korean between words") {
  CHECK(marked("안녕하세요 여러분, 반갑습니다.", "ko") == "안녕하세요 |여러분, |반갑습니다.");
  CHECK(marked("서울2024년도 KBS뉴스", "ko") == "서울2024년도 |KBS뉴스");
  CHECK(marked("안녕하세요", "en") == "안녕하세요");
  CHECK(marked("안녕하세요 여러분", "") == "안녕하세요 |여러분");
}

TEST_CASE("line breaks: Thai by the platform's words, never inside a cluster") {
  CHECK(marked("กขคงจฉชซ", "th") == "กขคง|จฉชซ");
  CHECK(marked("กขคงๆจฉ", "th") == "กขคงๆจฉ");  // a repetition mark follows its word
  CHECK(marked("กขค abc กขคงจฉชซ", "th") == "กขค |abc |กขคง|จฉชซ");
  const std::string marks = marked("ที่นี่ที่นี่", "th");
  CHECK(marks.find("|\xE0\xB8\xB5") == std::string::npos);
  CHECK(marks.find("|\xE0\xB9\x88") == std::string::npos);
}

TEST_CASE("line breaks: Lao, Khmer and Burmese by the platform's words too") {
  // Says that a word ends before each of these.
  struct Words final : ports::Glyphs {
    explicit Words(std::vector<std::string_view> words) : words_(std::move(words)) {}
    void measure(std::string_view, std::span<const std::uint32_t>, const ports::PieceContext&,
                 std::span<float>) override {}
    void segment_words(std::string_view text, std::string_view,
                       std::span<std::uint8_t> breaks) override {
      for (const std::string_view word : words_) {
        const std::size_t at = text.find(word);
        if (at != std::string_view::npos) breaks[at] = 1;
      }
    }
    [[nodiscard]] std::uint32_t revision() const override { return 1; }
    std::vector<std::string_view> words_;
  };
  const auto allowed = [](std::string_view text, std::string_view language, std::string_view word) {
    Words glyphs({word});
    const text::Codes codes = text::read_codes(text);
    const auto breaks = text::find_line_breaks(text, codes, language, glyphs);
    std::vector<std::size_t> offsets;
    for (std::uint32_t i = 0; i < codes.size(); ++i) {
      if (breaks[i] == text::Break::Allowed) offsets.push_back(codes.offset[i + 1]);
    }
    return offsets == std::vector<std::size_t>{text.find(word)};
  };
  CHECK(allowed("ພາສາລາວ", "lo", "ລາວ"));
  CHECK(allowed("ភាសាខ្មែរ", "km", "ខ្មែរ"));
  CHECK(allowed("မြန်မာစာ", "my", "စာ"));
  CHECK(allowed("ภาษาไทย", "th", "ไทย"));
  // A word's end inside a cluster is none: Khmer's subscript letters, Thai vowels above.
  CHECK_FALSE(allowed("ភាសាខ្មែរ", "km", "្មែរ"));
}

TEST_CASE("line breaks: text without a language, or with a wrong one, is broken by its script") {
  CHECK(marked("서울2024년도 KBS뉴스", "en") == "서울2024년도 |KBS뉴스");
  CHECK(marked("好的～～谢谢", "en") == "好|的～～|谢|谢");
  CHECK(marked("col·legi", "ca") == "col·legi");
  CHECK(marked("他说“你好”了", "") == marked("他说“你好”了", "zh"));
  CHECK(marked("卡尔·马", "") == "卡|尔·|马");
}

TEST_CASE("line breaks: long links where a reader can follow") {
  CHECK(marked("https://example.com/wiki/Long_page_name?x=1&y=22#part", "en") ==
        "https://|example|.com/|wiki/|Long|_page|_name|?x|=1|&y|=22|#part");
  CHECK(marked("file.txt a/b.c?d", "en") == "file.txt |a/|b.c?|d");
  CHECK(marked("1,234,567.89", "en") == "1,234,567.89");
  CHECK(marked("请看https://example.com/a-long-address。", "zh") ==
        "请|看|https://|example|.com/|a-|long-|address。");
}

TEST_CASE("line breaks: emoji sequences hold together, neighbours do not") {
  CHECK(marked("👨‍👩‍👧👨‍👩‍👧", "en") ==
        "👨‍👩‍👧|👨‍👩‍👧");
  CHECK(marked("🇩🇪🇫🇷🇯🇵", "en") == "🇩🇪|🇫🇷|🇯🇵");
  CHECK(marked("1️⃣2️⃣", "en") == "1️⃣2️⃣");
  CHECK(marked("👍🏽👍🏽", "en") == "👍🏽|👍🏽");
}

TEST_CASE("line breaks: every kind of line end is one") {
  CHECK(marked("a\nb\r\nc\rd\xE2\x80\xA8"
               "e\xE2\x80\xA9"
               "f\x0Bg\x0Ch\xC2\x85i",
               "en") == "a\n!b\r\n!c\r!d\xE2\x80\xA8!e\xE2\x80\xA9!f\x0B!g\x0C!h\xC2\x85!i");
}

TEST_CASE("lines: filled greedily, spaces hang") {
  CHECK(ink_of(lay_out("the quick brown fox", 85)) == Strings{"the quick", "brown fox"});
  CHECK(ink_of(lay_out("the quick brown fox", 84)) == Strings{"the", "quick", "brown", "fox"});
  const auto spaced = lay_out("aaaa     bbbb", 40);
  CHECK(ink_of(spaced) == Strings{"aaaa", "bbbb"});
  CHECK(spaced.lines[0].width == doctest::Approx(40));
  CHECK(spaced.lines[0].end == 9);
  CHECK(spaced.lines[0].ink_end == 4);
  CHECK(ink_of(lay_out("  indented", 200)) == Strings{"  indented"});
}

TEST_CASE("lines: Chinese punctuation neither starts nor dangles") {
  CHECK(ink_of(lay_out("今天天气很好，我们去公园。", 120, "zh")) ==
        Strings{"今天天气很", "好，我们去公", "园。"});
  CHECK(ink_of(lay_out("他说“你好”吧", 60, "zh")) == Strings{"他说", "“你好”", "吧"});
}

TEST_CASE("lines: what is wider than the line is cut at a cluster") {
  CHECK(ink_of(lay_out("incomprehensibilities", 100)) == Strings{"incomprehe", "nsibilitie", "s"});
  CHECK(ink_of(lay_out("a incomprehensibilities", 100)) ==
        Strings{"a", "incomprehe", "nsibilitie", "s"});
  CHECK(ink_of(lay_out("안녕하세요여러분", 60, "ko")) == Strings{"안녕하", "세요여", "러분"});
  CHECK(ink_of(lay_out("，，，，，", 40, "zh")) == Strings{"，，，，", "，"});
  CHECK(ink_of(lay_out("👨‍👩‍👧👨‍👩‍👧", 5)) ==
        Strings{"👨‍👩‍👧", "👨‍👩‍👧"});
  CHECK(ink_of(lay_out("éé", 1)).size() == 2);
}

TEST_CASE("lines: nothing is added after a cut") {
  CHECK(ink_of(lay_out("中\n文", 5, "zh")) == Strings{"中", "文"});
  CHECK(ink_of(lay_out("中 文", 5, "zh")) == Strings{"中", "文"});
  CHECK(ink_of(lay_out("aaaaa  \nb", 20)) == Strings{"aa", "aa", "a", "b"});
}

TEST_CASE("lines: hard breaks") {
  CHECK(ink_of(lay_out("a\nb", 500)) == Strings{"a", "b"});
  CHECK(ink_of(lay_out("a\n\nb", 500)) == Strings{"a", "", "b"});
  CHECK(ink_of(lay_out("a\n", 500)) == Strings{"a"});
  CHECK(ink_of(lay_out("\n", 500)) == Strings{""});
  CHECK(ink_of(lay_out("a\r\nb\xE2\x80\xA8"
                       "c",
                       500)) == Strings{"a", "b", "c"});
  CHECK(lay_out("", 500).lines.empty());
  CHECK(lay_out("", 500).size == base::Size{});
  CHECK(lay_out("a\n\nb", 500).size.h == doctest::Approx(90));
}

TEST_CASE("lines: as wide as the text is wide enough") {
  for (const char* text : {"the quick brown fox", "今天天气很好，我们去公园。", "a b c d e f g"}) {
    text_test::Bench bench;
    auto what = text_test::source(text);
    what.style.size_pt = 13.37f;
    const auto measured = text::measure_paragraph(what, bench.glyphs, bench.cache);
    const float width = text::natural_width(*measured);
    CHECK(text::break_paragraph(measured, {width, 0, text::Align::Start}).lines.size() == 1);
    CHECK(text::break_paragraph(measured, {width - 1, 0, text::Align::Start}).lines.size() > 1);
  }
}
