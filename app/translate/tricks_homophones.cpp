// Numbers and characters that stand for others of the same sound.
#include <algorithm>
#include <iterator>

#include "base/words.h"
#include "model/scripts.h"
#include "translate/tricks.h"
#include "translate/tricks_tables.h"

namespace translate {
namespace {

using model::contains;

template <std::size_t N>
bool is_in(const std::u32string_view (&table)[N], std::u32string_view word) {
  return std::find(std::begin(table), std::end(table), word) != std::end(table);
}

// A number that is one: with a unit, a currency, a date, an ordinal about it.
bool is_plain_number(std::u32string_view text, std::size_t begin, std::size_t end) {
  constexpr std::u32string_view kUnits =
      U"元块塊円圆%％年月日号號点點分岁歲人个個次集米斤克万萬亿億公路层層楼樓室班届屆页頁章条條张張"
      U"只隻本部台度時时小天周週期倍名家种種杯碗步字件位kKmMgGcC℃°€$"
      U"￥¥人w支枚포원회年秒折码碼线線型";
  constexpr std::u32string_view kBefore =
      U"¥￥$€£第#No.№:：+-/~—–＋每共约約近超满滿到至号號是加拨撥";
  std::size_t next = end;
  while (next < text.size() && text[next] == ' ') ++next;
  if (next < text.size() && contains(kUnits, text[next])) return true;
  if (end < text.size() && contains(U":：/-–—~.%％,，", text[end]) && end + 1 < text.size() &&
      is_digit(text[end + 1]))
    return true;
  if (begin >= 2 && contains(U",.-", text[begin - 1]) && is_digit(text[begin - 2])) return true;
  std::size_t before = begin;
  while (before > 0 && text[before - 1] == ' ') --before;
  return before > 0 && contains(kBefore, text[before - 1]);
}

// A number of the table may be a number after all: what follows must not be a thing it counts.
bool is_spoken(std::u32string_view text, std::size_t end) {
  if (end >= text.size() || !is_han(text[end])) return true;
  return contains(U"了啊啦吧喔哦呀你您我他她大各拜永不快爱愛就的嘛", text[end]);
}

// Somewhere that is not within an honest name or word.
bool stands_apart(std::u32string_view text, std::u32string_view word) {
  for (std::size_t at = text.find(word); at != std::u32string_view::npos;
       at = text.find(word, at + 1)) {
    const auto within = [&](std::u32string_view honest) {
      const std::size_t inside = honest.find(word);
      return inside != std::u32string_view::npos && inside <= at &&
             text.substr(at - inside).starts_with(honest);
    };
    if (std::none_of(std::begin(kHonestNames), std::end(kHonestNames), within)) return true;
  }
  return false;
}

}  // namespace

Seen see_number_homophones(const Source& source) {
  const std::u32string_view text = source.text;
  const bool east = is_chinese(source) || source.kana > 0;
  int sure = 0;
  int weak = 0;
  std::string shown;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_digit(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    std::string number;
    for (; end < text.size() && is_digit(text[end]); ++end) number += static_cast<char>(text[end]);
    const bool inside = (at > 0 && is_ascii_letter(text[at - 1])) ||
                        (end < text.size() && is_ascii_letter(text[end]));
    const bool plain = inside || is_plain_number(text, at, end);
    std::size_t next = end;
    while (next < text.size() && text[next] == ' ') ++next;
    std::size_t last = at;
    while (last > 0 && text[last - 1] == ' ') --last;
    const char32_t before = last > 0 ? text[last - 1] : U'\n';
    const char32_t after = next < text.size() ? text[next] : U'\n';
    // 3q: thank you; 3Q is a third quarter. 你484: 是不是. 很87: 白痴. 555, by itself: weeping.
    const bool thanks = number == "3" && end < text.size() && text[end] == 'q' &&
                        (end + 1 == text.size() || !is_ascii_letter(text[end + 1]));
    const bool asks =
        number == "484" && is_han(after) && contains(U"你我他她妳這这那就也都", before);
    const bool fool = number == "87" && contains(U"很太真好超", before);
    const bool weeps = number.size() >= 3 && number.find_first_not_of('5') == std::string::npos &&
                       !is_han(before) && contains(U"，,。.！!～~…？?\n", after) && source.han > 0;
    if (thanks || (!plain && (asks || fool || weeps))) {
      ++sure;
      if (shown.empty()) shown = thanks ? "3q" : number;
    } else if (!plain) {
      constexpr std::size_t kLongNumber = 4;  // shorter ones are counted things too
      if (base::has_word(kSureNumbers, number) &&
          (number.size() >= kLongNumber || is_spoken(text, end))) {
        ++sure;
        if (shown.size() < number.size()) shown = number;
      } else if (base::has_word(kNumberWords, number) || base::has_word(kWeakNumbers, number)) {
        ++weak;
        if (shown.empty()) shown = number;
      } else if (number.size() >= 3 && end < text.size() &&
                 contains(U"了吧啦啊喔哦呀", text[end])) {
        ++weak;
        if (shown.empty()) shown = number;
      }
    }
    at = end;
  }
  if (shown.empty()) return {};
  const bool alone = source.letters == 0 && sure >= 1;
  if (!east && !alone) return {};
  if (sure >= 1 || weak >= 2) return shown;
  return {};
}

Seen see_homophones(const Source& source) {
  if (!is_chinese(source) && source.han == 0) return {};
  const std::u32string_view text = source.text;
  int sure = 0;
  int weak = 0;
  std::u32string_view shown;
  for (const std::u32string_view word : kHomophones) {
    if (!stands_apart(text, word)) continue;
    const bool ordinary = is_in(kOrdinaryHomophones, word);
    (ordinary ? weak : sure) += 1;
    if (shown.empty() || (!ordinary && sure == 1)) shown = word;
  }
  // 滴 for 的, 鸭 for 呀, 偶 for 我, 次 for 吃, by what stands about them.
  for (std::size_t at = 1; at < text.size(); ++at) {
    const bool ends = at + 1 == text.size() || !is_han(text[at + 1]);
    const char32_t here = text[at];
    const char32_t before = text[at - 1];
    const bool particle =
        (here == U'鸭' && ends && contains(U"冲好啊是呢对啦走来去吗况看", before)) ||
        (here == U'滴' && contains(U"我你他好真是偶美棒的怕要妥", before)) ||
        (here == U'捏' && ends && contains(U"好是了的呢啦", before)) ||
        (here == U'叭' && ends && contains(U"好是了的走来去", before)) ||
        (here == U'惹' && ends && contains(U"好了来到完掉哭死", before));
    if (!particle) continue;
    ++weak;
    if (shown.empty()) shown = text.substr(at - 1, 2);
  }
  if (sure == 0 && weak < 2) return {};
  return detail_of(shown);
}

}  // namespace translate
