#include <algorithm>

#include "base/utf8.h"
#include "base/words.h"
#include "embedded/languages.h"
#include "model/scripts.h"
#include "translate/tricks.h"
#include "translate/tricks_tables.h"

namespace translate {
namespace {

using embedded::HanClass;
using model::contains;
using model::Script;
using model::script_of;

bool is_emoji(char32_t code) {
  return (code >= 0x1F300 && code <= 0x1FAFF) || (code >= 0x2600 && code <= 0x27BF) ||
         (code >= 0x1F170 && code <= 0x1F251) || code == 0x2B50 || code == 0x2B55;
}
// What follows an emoji as a part of it: skin tones, variation selectors, joiners, keycaps.
bool is_emoji_tail(char32_t code) {
  return code == 0xFE0F || code == 0x200D || code == 0x20E3 || (code >= 0x1F3FB && code <= 0x1F3FF);
}

bool is_quoted(std::u32string_view text, std::size_t at) {
  const std::size_t bracket = text.substr(0, at).find_last_of(U"「」『』《》“”【】");
  return bracket != std::u32string_view::npos && contains(U"「『《“【", text[bracket]);
}

// With words that a sentence has and a name has not.
bool is_sentence(const Source& source) {
  return source.text.find_first_of(U"我你他她了在很是这這那就都又也終终于於会會不没沒") !=
         std::u32string::npos;
}

}  // namespace

Seen see_pinyin_initials(const Source& source) {
  const std::u32string_view text = source.text;
  const bool among_han = is_chinese(source) && source.han > 0;
  int sure = 0;
  int weak = 0;
  int words = 0;
  std::string shown;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    std::string word;
    bool lower = true;
    for (; end < text.size() &&
           (is_ascii_letter(text[end]) || (is_digit(text[end]) && !word.empty()));
         ++end) {
      lower = lower && !(text[end] >= 'A' && text[end] <= 'Z');
      base::append_utf8(word, model::lower_letter(text[end]));
    }
    if (word.empty()) {
      ++at;
      continue;
    }
    ++words;
    const bool alone = (at == 0 || !is_digit(text[at - 1])) &&
                       (end == text.size() || script_of(text[end]) != Script::Latin);
    constexpr std::size_t kShortest = 2;
    constexpr std::size_t kLongest = 8;
    if (alone && word.size() >= kShortest && word.size() <= kLongest) {
      const bool weak_one = base::has_word(kWeakInitials, word) || (!lower && word.size() < 4);
      const bool known = base::has_word(kPinyinInitials, word);
      const bool bare = lower && word.size() >= 3 && word.size() <= 6 &&
                        word.find_first_of("aeiou0123456789") == std::string::npos &&
                        !base::has_word(kOrdinaryLatin, word);
      if ((known && !weak_one) || (bare && !known)) {
        ++sure;
        if (shown.empty()) shown = word;
      } else if (known && lower && !base::has_word(kOrdinaryLatin, word)) {
        ++weak;
        if (shown.empty()) shown = word;
      }
      // Outside of Chinese sentences only what is known counts.
      if (!among_han && bare && !known) --sure;
    }
    at = std::max(end, at + 1);
  }
  if (shown.empty()) return {};
  if (among_han) return sure >= 1 || weak >= 2 ? Seen(shown) : Seen();
  // Nothing but such words.
  const bool all = words > 0 && sure == words && source.latin * 10 >= source.letters * 9;
  return all ? Seen(shown) : Seen();
}

Seen see_taken_apart(const Source& source) {
  const std::u32string_view text = source.text;
  int sure = 0;
  int weak = 0;
  int radicals = 0;
  std::u32string_view shown;
  const auto saw = [&](std::size_t at) {
    if (shown.empty()) shown = text.substr(at > 0 && is_han(text[at - 1]) ? at : at, 4);
  };
  for (std::size_t at = 0; at + 1 < text.size(); ++at) {
    if (!is_han(text[at]) && !contains(kBareRadicals, text[at])) continue;
    const std::u32string_view pair = text.substr(at, 2);
    // Rows are "whole half half" between blanks.
    std::size_t row = kTakenApart.find(pair);
    while (row != std::u32string_view::npos && (row == 0 || row + 2 > kTakenApart.size() ||
                                                (row >= 2 && kTakenApart[row - 2] != U' '))) {
      if (row == 1) break;
      row = kTakenApart.find(pair, row + 1);
    }
    const bool bare = contains(kBareRadicals, pair[0]) || contains(kBareRadicals, pair[1]);
    if (row != std::u32string_view::npos) {
      const std::size_t ordinary = kOrdinaryHalves.find(pair);
      const bool is_ordinary = ordinary != std::u32string_view::npos &&
                               (ordinary == 0 || kOrdinaryHalves[ordinary - 1] == U' ');
      (is_ordinary ? weak : sure) += 1;
      saw(at);
      ++at;
    } else if (bare && is_han(pair[0]) && is_han(pair[1])) {
      ++radicals;
      saw(at);
    }
  }
  if (sure * 2 + weak + radicals < 3 || sure + radicals == 0) {
    if (sure * 2 + weak < 3) return {};
  }
  return detail_of(shown);
}

Seen see_martian(const Source& source) {
  const std::u32string_view text = source.text;
  int odd = 0;
  int signs = 0;
  int small_kana = 0;
  int foreign = 0;  // letters of other scripts among kana
  int lone = 0;     // single ASCII letters and digits against Han or zhuyin: 4隹
  int zhuyin = 0;
  std::u32string shown;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char32_t code = text[at];
    const char32_t before = at > 0 ? text[at - 1] : U' ';
    const char32_t after = at + 1 < text.size() ? text[at + 1] : U' ';
    const auto is_ascii = [](char32_t one) { return is_digit(one) || is_ascii_letter(one); };
    const bool against = is_han(before) || is_han(after) || script_of(before) == Script::Bopomofo;
    lone += is_ascii(code) && !is_ascii(before) && !is_ascii(after) && against ? 1 : 0;
    zhuyin += script_of(code) == Script::Bopomofo ? 1 : 0;
    if (is_han(code)) {
      const HanClass kind = embedded::han_class(code);
      const bool listed =
          contains(kMartian, code) &&
          (kind == HanClass::Rare || kind == HanClass::Uncommon || kind == HanClass::Japan);
      const bool rare = kind == HanClass::Rare &&
                        !contains(U"嘅咗唔喺冇佢哋嚟啲嗰嘢咁噉嘥攞搵瞓睇諗妳", code) &&
                        !contains(kBareRadicals, code);
      if (listed || (rare && source.language.primary != "ja")) {
        ++odd;
        if (shown.size() < 6) shown += code;
      }
    } else if (contains(U"ァィゥェォぁぃぅぇぉゎヮヵヶ", code)) {
      ++small_kana;
    } else if (contains(U"╰╮╭╯☆★ゞヾ々〆〤〃∋∈τ∂ζλ〒├┤┼┬↓↑", code)) {
      ++signs;
    } else if (script_of(code) == Script::Cyrillic || script_of(code) == Script::Greek) {
      ++foreign;
    }
  }
  if (odd >= 2 && odd * 7 >= source.han) return detail_of(shown);
  if (odd >= 1 && signs >= 2) return detail_of(shown);
  if (lone >= 2 && zhuyin + signs + odd >= 1 && lone * 5 >= source.han)
    return detail_of(text.substr(0, 8));
  const bool gal = source.kana > 2 && (signs + foreign >= 2) &&
                   (small_kana + signs + foreign) * 5 >= source.kana;
  if (gal) return detail_of(text.substr(0, 8));
  return {};
}

Seen see_zhuyin_kana(const Source& source) {
  const std::u32string_view text = source.text;
  // Where zhuyin is the subject it is no trick.
  for (const std::u32string_view subject :
       {U"注音", U"符號", U"符号", U"讀音", U"读音", U"輸入法"}) {
    if (text.find(subject) != std::u32string_view::npos) return {};
  }
  int zhuyin = 0;
  int no = 0;     // の
  int loose = 0;  // one or two kana between Han characters
  int kana = 0;
  std::size_t first = text.size();
  for (std::size_t at = 0; at < text.size(); ++at) {
    const Script script = script_of(text[at]);
    // A tone mark behind: the sound of a character is being explained.
    const bool spelled = source.han > 0 && at + 1 < text.size() && contains(U"ˊˇˋ˙", text[at + 1]);
    if (script == Script::Bopomofo && !spelled) {
      ++zhuyin;
      first = std::min(first, at);
    } else if (text[at] == U'の') {
      ++no;
      if (zhuyin == 0) first = std::min(first, at > 0 ? at - 1 : at);
    } else if (script == Script::Kana) {
      ++kana;
      const bool single = at > 0 && is_han(text[at - 1]) &&
                          (at + 1 == text.size() || script_of(text[at + 1]) != Script::Kana);
      loose += single ? 1 : 0;
      if (single && zhuyin + no == 0) first = std::min(first, at - 1);
    }
  }
  constexpr int kSyllables = 4;
  const bool mixed = zhuyin >= (source.han >= 1 ? 1 : kSyllables);
  const bool chinese = source.language.primary == "zh" && kana == loose;
  // A title or a shop's name has one の too: 鬼滅の刃, 「花の舞」.
  const std::size_t at = no == 1 ? text.find(U'の') : std::u32string_view::npos;
  const bool for_de = at != std::u32string_view::npos && at > 0 && at + 1 < text.size() &&
                      is_han(text[at - 1]) && is_han(text[at + 1]) && kana == 0 &&
                      !is_quoted(text, at) && !contains(U"刃巨名家店味宿", text[at + 1]) &&
                      is_sentence(source);
  if (!mixed && !(no + loose >= 2 && chinese) && !(for_de && chinese)) return {};
  return detail_of(text.substr(first, 3));
}

Seen see_emoji_for_words(const Source& source) {
  // Emoji that are read by their names' sounds.
  constexpr std::u32string_view kSounds =
      U"🐮🍺👴🉐🏠🐴🐔🌶👁🍋🈚🈶"
      U"🐶🍉🐎🍊🐂🤮🦆🐟🍑🔥🀄🚬"
      U"🈲🈳🈯🉑🐷👂👄🐑🐻🥚";
  const std::u32string_view text = source.text;
  int woven = 0;  // between letters, or before small ones
  int sounds = 0;
  std::size_t first = text.size();
  const auto is_word_at = [&](std::size_t at) {
    if (at >= text.size() || script_of(text[at]) == Script::Other) return false;
    // A capital begins a sentence, unless it is I, U or the like.
    const bool capital = text[at] >= 'A' && text[at] <= 'Z';
    return !capital || at + 1 == text.size() || !is_ascii_letter(text[at + 1]);
  };
  // Written with nothing else.
  for (const std::u32string_view word :
       {U"🐮🍺", U"🐂🍺", U"🌶🐔", U"🌶️🐔", U"👴🤮", U"🐴🐴", U"🍋🍋🍋", U"🐶🔥"}) {
    const std::size_t at = source.letters <= 2 ? text.find(word) : std::u32string_view::npos;
    if (at != std::u32string_view::npos) return detail_of(word);
  }
  int clusters = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_emoji(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    bool sound = false;
    for (; end < text.size() && (is_emoji(text[end]) || is_emoji_tail(text[end])); ++end) {
      sound = sound || contains(kSounds, text[end]);
    }
    ++clusters;
    std::size_t next = end;
    while (next < text.size() && text[next] == ' ') ++next;
    std::size_t before = at;
    while (before > 0 && text[before - 1] == ' ') --before;
    const char32_t after = next < text.size() ? text[next] : U'\n';
    const char32_t ahead = before > 0 ? text[before - 1] : U'\n';
    const bool han = is_han(after) || is_han(ahead);
    // Han text has no blanks: an emoji set off by one is decoration.
    const bool tight = next == end && before == at;
    const bool into = is_word_at(next) || is_digit(after);
    const bool from = (before > 0 && is_word_at(before - 1)) || is_digit(ahead);
    const bool inside = han ? tight && ((into && from) || (sound && (into || from)))
                            : into && (from || ahead == U'\n' || ahead == U',');
    if (inside) {
      ++woven;
      sounds += sound && han ? 1 : 0;
      if (first == text.size()) first = before > 0 && tight ? at - 1 : at;
    }
    at = end;
  }
  const auto words = static_cast<int>(source.spellings.size());
  const bool latin = source.han == 0 && source.kana == 0;
  const bool enough = latin ? woven >= 2 && clusters * 3 >= words : sounds >= 1 || woven >= 2;
  if (!enough) return {};
  return detail_of(text.substr(first, 4));
}

}  // namespace translate
