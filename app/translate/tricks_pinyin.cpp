// Chinese in the letters of Hanyu Pinyin, alone or in place of some characters.
#include <algorithm>
#include <cstdint>
#include <iterator>

#include "base/words.h"
#include "translate/tricks.h"

namespace translate {
namespace {

// Syllables of Hanyu Pinyin: initials, and finals that may follow (as spelled).
bool is_syllable(std::string_view word) {
  constexpr std::string_view kInitials[] = {"zh", "ch", "sh", "b", "p", "m", "f", "d",
                                            "t",  "n",  "l",  "g", "k", "h", "j", "q",
                                            "x",  "r",  "z",  "c", "s", "y", "w", ""};
  constexpr std::string_view kFinals =
      "a o e i u v ai ei ui ao ou iu ie ve ue er an en in un vn ang eng ing ong ia iao ian iang "
      "iong "
      "ua uo uai uan uang";
  for (const std::string_view initial : kInitials) {
    if (!word.starts_with(initial)) continue;
    const std::string_view rest = word.substr(initial.size());
    if (initial.empty() && !base::has_word("a o e ai ei ao ou an en ang er", rest)) continue;
    if (base::has_word(kFinals, rest)) return true;
  }
  return false;
}

constexpr std::size_t kLongestWord = 24;

// From `at` on; `dead` has a bit for each place from which it is known to be impossible.
bool cut_from(std::string_view word, std::size_t at, std::uint32_t& dead,
              std::vector<std::string_view>& syllables) {
  constexpr std::size_t kLongestSyllable = 6;
  if (at == word.size()) return true;
  if ((dead >> at & 1u) != 0) return false;
  for (std::size_t length = std::min(word.size() - at, kLongestSyllable); length > 0; --length) {
    if (!is_syllable(word.substr(at, length))) continue;
    syllables.push_back(word.substr(at, length));
    if (cut_from(word, at + length, dead, syllables)) return true;
    syllables.pop_back();
  }
  dead |= 1u << at;
  return false;
}

// Cuts a word into syllables, longest first; false if that is not possible.
bool cut_pinyin(std::string_view word, std::vector<std::string_view>& syllables) {
  std::uint32_t dead = 0;
  return word.size() <= kLongestWord && cut_from(word, 0, dead, syllables);
}

// Vowels with the four tones as the plain vowel; 0 for what pinyin does not write.
char plain_tone(char32_t code, bool& tone) {
  constexpr std::u32string_view kToned = U"āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜ";
  constexpr std::string_view kPlain = "aaaaooooeeeeiiiiuuuuvvvv";
  if (code == U'ü') return 'v';
  const std::size_t at = kToned.find(code);
  if (at != std::u32string_view::npos) {
    tone = true;
    return kPlain[at];
  }
  return code < 0x80 ? static_cast<char>(code) : '\0';
}

// English words that fall into syllables by chance seldom have these.
bool looks_chinese(std::string_view word) {
  constexpr std::string_view kTelling[] = {"q", "x", "z", "ang", "uo", "ian", "ao", "ui"};
  return std::any_of(std::begin(kTelling), std::end(kTelling), [&](std::string_view part) {
    return word.find(part) != std::string_view::npos;
  });
}

// 他们把钱都zhuanyi到国外了，你还xiangxin他们: words of several syllables in place of characters,
// which touch their neighbours as characters do.
Seen see_pinyin_among_han(const Source& source) {
  constexpr std::string_view kNames =
      "china huawei xiaomi taobao weibo meituan pinduoduo alibaba baidu shein bilibili douyin "
      "xiaohongshu zhihu beijing shanghai guangzhou shenzhen hangzhou chengdu tianjin nanjing "
      "taiwan zone zero quora mexico taxi quote quiz zoom pizza xanax linux xerox";
  constexpr std::size_t kShortest = 4;
  const std::u32string_view text = source.text;
  std::u32string_view shown;
  int words = 0;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && text[end] >= 'a' && text[end] <= 'z') ++end;
    const std::size_t begin = at;
    at = std::max(end, at + 1);
    const bool touches =
        (begin > 0 && is_han(text[begin - 1])) || (end < text.size() && is_han(text[end]));
    if (end < begin + kShortest || !touches) continue;
    const std::string word = utf8_of(text.substr(begin, end - begin));
    std::vector<std::string_view> parts;
    constexpr std::size_t kMostSyllables = 5;
    if (!looks_chinese(word) || base::has_word(kNames, word) || !cut_pinyin(word, parts) ||
        parts.size() < 2 || parts.size() > kMostSyllables)
      continue;
    if (++words == 1) shown = text.substr(begin, end - begin);
  }
  return words >= 2 ? Seen(detail_of(shown)) : Seen();
}

}  // namespace

Seen see_pinyin(const Source& source) {
  constexpr std::string_view kCommon =
      "wo ni ta de shi bu le zai you men women nimen tamen hao zhe na ge shenme zenme ma ba ne "
      "ye dou jiu yao hui neng xiang kan shuo lai qu dao hen ren bie li zhi zhidao xihuan "
      "jintian mingtian wanshang xianzai weishenme yinwei suoyi danshi keyi meiyou yige zheme "
      "name zheyang dajia pengyou xie xiexie gei rang bei yong liao dong ting chi he zuo kuai "
      "duo shao qian tian shang xia wan an zi ji hua gen mei shen zen yang nei geng tai zhen xi "
      "huan jin ming xian yin wei suo yi ke dan ran hou jia peng fan guo nian yue ri sheng xue "
      "xing gao xin bang fa chu jian dian ban zou deng dai wen ti zheng er bian yuan jue cai "
      "hai bi cong mian kai";
  if (source.han > 0 && source.kana == 0) {
    if (Seen seen = see_pinyin_among_han(source)) return seen;
  }
  int words = 0;
  int syllables = 0;
  int valid = 0;
  int common = 0;
  int toned = 0;
  for (const std::u32string& word : source.spellings) {
    std::string plain;
    bool tone = false;
    bool odd = false;
    for (const char32_t code : word) {
      const char letter = plain_tone(code, tone);
      odd = odd || letter == '\0' || letter == '\'';
      plain += letter;
    }
    ++words;
    std::vector<std::string_view> parts;
    if (odd || !cut_pinyin(plain, parts)) continue;
    ++valid;
    toned += tone ? 1 : 0;
    syllables += static_cast<int>(parts.size());
    for (const std::string_view part : parts) common += base::has_word(kCommon, part) ? 1 : 0;
  }
  constexpr int kLeast = 3;
  if (words < kLeast || source.latin * 2 < source.letters) return {};
  const bool all = valid * 100 >= words * 85;
  const bool with_tones = toned >= 2 && valid * 10 >= words * 7 && toned * 2 >= words;
  const bool unknown = !source.language.known() && valid == words && words >= kLeast + 1;
  const bool without = all && common >= kLeast && common * 10 >= syllables * (unknown ? 3 : 5);
  // Vietnamese, Spanish and Italian mark some of the same vowels.
  const bool other =
      source.language.known() && source.text.find_first_of(U"āōēīūǎǒěǐǔǚ") == std::u32string::npos;
  if (!(with_tones && !other) && !without) return {};
  std::u32string shown;
  for (const std::u32string& word : source.spellings) {
    if (shown.size() < 12) shown += (shown.empty() ? U"" : U" ") + word;
  }
  return detail_of(shown);
}

}  // namespace translate
