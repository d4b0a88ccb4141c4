#include "model/detect.h"

#include <array>
#include <cstdint>
#include <string>

#include "base/utf8.h"
#include "base/words.h"

namespace model {
namespace {

enum Script : std::uint8_t {
  Other,
  Latin,
  Greek,
  Cyrillic,
  Armenian,
  Hebrew,
  Arabic,
  Devanagari,
  Bengali,
  Gurmukhi,
  Gujarati,
  Tamil,
  Telugu,
  Kannada,
  Malayalam,
  Sinhala,
  Thai,
  Lao,
  Tibetan,
  Burmese,
  Georgian,
  Hangul,
  Ethiopic,
  Khmer,
  Kana,
  Han,
  Bopomofo,
  kScripts
};

struct Range {
  char32_t first;
  char32_t last;
  Script script;
};

// Unicode's blocks of letters, in order.
constexpr Range kRanges[] = {
    {'A', 'Z', Latin},        {'a', 'z', Latin},          {0xC0, 0x24F, Latin},
    {0x370, 0x3FF, Greek},    {0x400, 0x52F, Cyrillic},   {0x531, 0x58F, Armenian},
    {0x591, 0x5FF, Hebrew},   {0x620, 0x6FF, Arabic},     {0x750, 0x77F, Arabic},
    {0x8A0, 0x8FF, Arabic},   {0x900, 0x97F, Devanagari}, {0x980, 0x9FF, Bengali},
    {0xA00, 0xA7F, Gurmukhi}, {0xA80, 0xAFF, Gujarati},   {0xB80, 0xBFF, Tamil},
    {0xC00, 0xC7F, Telugu},   {0xC80, 0xCFF, Kannada},    {0xD00, 0xD7F, Malayalam},
    {0xD80, 0xDFF, Sinhala},  {0xE00, 0xE7F, Thai},       {0xE80, 0xEFF, Lao},
    {0xF00, 0xFFF, Tibetan},  {0x1000, 0x109F, Burmese},  {0x10A0, 0x10FF, Georgian},
    {0x1100, 0x11FF, Hangul}, {0x1200, 0x137F, Ethiopic}, {0x1780, 0x17FF, Khmer},
    {0x1E00, 0x1EFF, Latin},  {0x1F00, 0x1FFF, Greek},    {0x3041, 0x309F, Kana},
    {0x30A1, 0x30FA, Kana},   {0x3105, 0x312F, Bopomofo}, {0x3131, 0x318E, Hangul},
    {0x31F0, 0x31FF, Kana},   {0x3400, 0x4DBF, Han},      {0x4E00, 0x9FFF, Han},
    {0xAC00, 0xD7A3, Hangul}, {0xF900, 0xFAFF, Han},      {0xFB1D, 0xFB4F, Hebrew},
    {0xFB50, 0xFDFF, Arabic}, {0xFE70, 0xFEFC, Arabic},   {0xFF21, 0xFF3A, Latin},
    {0xFF41, 0xFF5A, Latin},  {0xFF66, 0xFF9D, Kana},     {0x20000, 0x323AF, Han},
};

Script script_of(char32_t code) {
  for (const Range& range : kRanges) {
    if (code < range.first) return Other;
    if (code <= range.last) return range.script;
  }
  return Other;
}

// The languages that are written in a script, the one it stands for first. What is not listed here
// is written in Latin letters.
struct Writers {
  Script script;
  std::string_view languages;
};
constexpr Writers kWriters[] = {
    {Greek, "el grc"},
    {Cyrillic, "ru uk be bg sr mk kk ky mn tg tt ba cv ce os sah rue bs az uz tk cu ab av"},
    {Armenian, "hy hyw"},
    {Hebrew, "he yi lad"},
    {Arabic, "ar fa ur ps ckb ku sd ug pa ks az arz ary apc aeb prs pnb bal glk mzn uz"},
    {Devanagari, "hi mr ne sa mai bho kok sd ks doi brx awa"},
    {Bengali, "bn as mni"},
    {Gurmukhi, "pa"},
    {Gujarati, "gu"},
    {Tamil, "ta"},
    {Telugu, "te"},
    {Kannada, "kn"},
    {Malayalam, "ml"},
    {Sinhala, "si pi"},
    {Thai, "th nod"},
    {Lao, "lo"},
    {Tibetan, "bo dz"},
    {Burmese, "my shn mnw"},
    {Georgian, "ka xmf"},
    {Hangul, "ko"},
    {Ethiopic, "am ti gez"},
    {Khmer, "km"},
    {Kana, "ja ryu ain"},
    {Han, "zh yue ja wuu nan lzh hak gan hsn cdo cjy czh mnp ryu"},
    {Bopomofo, "zh nan"},
};

std::uint32_t scripts_of_label(std::string_view primary) {
  std::uint32_t scripts = 0;
  for (const Writers& writers : kWriters) {
    if (base::has_word(writers.languages, primary)) scripts |= 1u << writers.script;
  }
  return scripts;
}

// Characters that stand in texts of one of the two Chinese scripts only, pair by pair.
constexpr std::u32string_view kHans =
    U"们这说时国来对会过还没发东车马鸟鱼龙门见长开关问间业头买卖学习书写语话请谢让认识听读爱欢乐现"
    U"实觉样给种点儿电视机网图难产无为万与从个两义务员经济进远运动战争应该总张历体亲热变号师带当录"
    U"归岁级纪红绿线练组织结猫飞饭馆鸡医药节气华广厂厅严丽举么乌乡评论谁课调贵费资赛钱铁银错锅阳阴"
    U"阵际陆陈顾顿风养吗边钟岛湾鲜汤凉记设译词单题笔脸虽尔";
constexpr std::u32string_view kHant =
    U"們這說時國來對會過還沒發東車馬鳥魚龍門見長開關問間業頭買賣學習書寫語話請謝讓認識聽讀愛歡樂現"
    U"實覺樣給種點兒電視機網圖難產無為萬與從個兩義務員經濟進遠運動戰爭應該總張歷體親熱變號師帶當錄"
    U"歸歲級紀紅綠線練組織結貓飛飯館雞醫藥節氣華廣廠廳嚴麗舉麼烏鄉評論誰課調貴費資賽錢鐵銀錯鍋陽陰"
    U"陣際陸陳顧頓風養嗎邊鐘島灣鮮湯涼記設譯詞單題筆臉雖爾";

bool contains(std::u32string_view set, char32_t code) {
  return set.find(code) != std::u32string_view::npos;
}

// What was seen in a text.
struct Letters {
  std::array<int, kScripts> count{};
  int hans = 0;
  int hant = 0;
  int kana_but_no = 0;   // Chinese posts write の for a nice look
  std::u32string marks;  // Arabic and Cyrillic letters beyond the common ones, a few

  void add(char32_t code) {
    const Script script = script_of(code);
    ++count[script];
    if (script == Han) {
      if (contains(kHans, code)) ++hans;
      if (contains(kHant, code)) ++hant;
    } else if (script == Kana && code != U'の') {
      ++kana_but_no;
    } else if ((script == Cyrillic || script == Arabic) && marks.size() < kMarks && is_mark(code)) {
      marks += code;
    }
  }
  [[nodiscard]] int all() const {
    int sum = 0;
    for (std::size_t i = 1; i < count.size(); ++i) sum += count[i];
    return sum;
  }
  [[nodiscard]] bool seen(std::u32string_view any) const {
    return marks.find_first_of(any) != std::u32string::npos;
  }

 private:
  static constexpr std::size_t kMarks = 256;
  static bool is_mark(char32_t code) {
    return code < 0x410 || code > 0x44F || contains(U"ъыэЪЫЭ", code);
  }
};

bool is_blank(char32_t code) {
  return code <= ' ' || code == 0xA0 || code == 0x3000 || (code >= 0x2000 && code <= 0x200A) ||
         code == 0x2028 || code == 0x2029;
}

bool is_tag_letter(char32_t code) {
  return code == '_' || (code >= '0' && code <= '9') || script_of(code) != Other;
}

// Reads letters into `words`, those of tags into `tags`; leaves links, mentions and shortcodes out.
void read_letters(std::string_view text, Letters& words, Letters& tags) {
  enum class In { Word, Skip, Tag } in = In::Word;
  char32_t before = ' ';
  for (std::size_t at = 0; at < text.size();) {
    const base::Decoded decoded = base::decode_utf8(text, at);
    const char32_t code = decoded.code;
    const bool word_starts = script_of(before) == Other;
    if (is_blank(code)) {
      in = In::Word;
    } else if (code == '#' || code == 0xFF03) {
      in = In::Tag;
    } else if (code == '@' && word_starts) {
      in = In::Skip;
    } else if (in == In::Word && word_starts &&
               (text.substr(at).starts_with("http://") ||
                text.substr(at).starts_with("https://"))) {
      in = In::Skip;
    } else if (code == ':' && in == In::Word) {
      const std::size_t end = text.find_first_of(": \n", at + 1);
      if (end != std::string_view::npos && text[end] == ':' && end > at + 1) {
        at = end + 1;
        before = ':';
        continue;
      }
    } else if (in == In::Tag && !is_tag_letter(code)) {
      in = In::Word;
    } else if (in == In::Skip && code >= 0x2E80) {
      in = In::Word;  // Chinese text goes on right behind a link
    }
    if (in == In::Word) words.add(code);
    if (in == In::Tag) tags.add(code);
    before = code;
    at += decoded.bytes;
  }
}

Language cyrillic_language(const Letters& letters) {
  if (letters.seen(U"ўЎ")) return {"be", {}, {}};
  if (letters.seen(U"әғқңұһӘҒҚҢҰҺ")) return {"kk", {}, {}};
  if (letters.seen(U"їєґЇЄҐ")) return {"uk", {}, {}};
  if (letters.seen(U"ѓќѕЃЌЅ")) return {"mk", {}, {}};
  if (letters.seen(U"ђћљњџјЂЋЉЊЏЈ")) return {"sr", {}, {}};
  if (letters.seen(U"ыэёЫЭЁ")) return {"ru", {}, {}};
  if (letters.seen(U"іІ")) return {"uk", {}, {}};
  if (letters.seen(U"ъЪ") && letters.all() > 20) return {"bg", {}, {}};
  return {"ru", {}, {}};
}

Language arabic_language(const Letters& letters) {
  if (letters.seen(U"ٹڈڑںے")) return {"ur", {}, {}};
  if (letters.seen(U"پچژگکی") && !letters.seen(U"كيةى")) return {"fa", {}, {}};
  return {"ar", {}, {}};
}

Language chinese(const Letters& letters) {
  if (letters.count[Bopomofo] > 0 || letters.hant > letters.hans) return {"zh", "Hant", {}};
  if (letters.hans > letters.hant) return {"zh", "Hans", {}};
  return {"zh", {}, {}};
}

Language language_of_letters(const Letters& letters) {
  // A Han character, a kana or a Hangul syllable carries as much as several letters.
  constexpr int kSyllable = 3;
  const int east = letters.count[Han] + letters.count[Kana] + letters.count[Bopomofo];
  int best = letters.count[Latin];
  Script script = Latin;
  for (int i = Latin + 1; i < kScripts; ++i) {
    int weight = letters.count[static_cast<std::size_t>(i)];
    if (i == Hangul) weight *= kSyllable;
    if (i == Han) weight = east * kSyllable;
    if (i == Kana || i == Bopomofo) weight = 0;
    if (weight > best) {
      best = weight;
      script = static_cast<Script>(i);
    }
  }
  switch (script) {
    case Other:
    case Latin:
      return {};
    case Han:
      // Japanese has a kana for every few Han characters; headlines fewer.
      return letters.kana_but_no > 0 && letters.count[Kana] * 8 >= letters.count[Han]
                 ? Language{"ja", {}, {}}
                 : chinese(letters);
    case Cyrillic:
      return cyrillic_language(letters);
    case Arabic:
      return arabic_language(letters);
    default:
      break;
  }
  for (const Writers& writers : kWriters) {
    if (writers.script != script) continue;
    return {std::string(writers.languages.substr(0, writers.languages.find(' '))), {}, {}};
  }
  return {};
}

// The text without the words of links and accounts, which are of no language.
std::string own_words(const RichText& rich) {
  std::string out;
  std::size_t from = 0;
  for (const Span& span : rich.spans) {
    if (span.kind == SpanKind::Plain || span.kind == SpanKind::Tag) continue;
    if (span.begin < from || span.end > rich.text.size()) continue;
    out.append(rich.text, from, span.begin - from);
    out += ' ';
    from = span.end;
  }
  out.append(rich.text, from, std::string::npos);
  return out;
}

}  // namespace

Language detect_script_language(std::string_view text) {
  Letters words;
  Letters tags;
  read_letters(text, words, tags);
  return language_of_letters(words.all() > 0 ? words : tags);
}

bool script_contradicts(const Language& label, const Language& detected) {
  if (!label.known() || !detected.known()) return false;
  if (label.primary == detected.primary) {
    return !label.script.empty() && !detected.script.empty() && label.script != detected.script;
  }
  // Kana are seen in Japanese only; Han characters alone may be any language that uses them.
  const std::uint32_t shown =
      detected.primary == "ja" ? 1u << Kana : scripts_of_label(detected.primary);
  return (scripts_of_label(label.primary) & shown) == 0;
}

Language language_of(const Post& post) {
  Language label = parse_language(post.language);
  Language detected = detect_script_language(own_words(post.body));
  if (!detected.known()) detected = detect_script_language(post.warning);
  const bool tells_more = detected.primary == label.primary && label.script.empty();
  if (!label.known() || tells_more || script_contradicts(label, detected)) {
    return detected.known() ? detected : label;
  }
  return label;
}

}  // namespace model
