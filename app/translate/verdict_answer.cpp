// What is wrong with an answer, by itself and against its source.
#include <algorithm>
#include <map>
#include <vector>

#include "base/utf8.h"
#include "model/plain_words.h"
#include "model/scripts.h"
#include "translate/verdict.h"

namespace translate {
namespace {

using model::Script;
using model::script_of;

constexpr std::size_t kMaxLetters = 4000;

std::u32string words_of(std::string_view text) {
  return model::read_plain_words(text, kMaxLetters).words;
}

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  });
  return out;
}

// What services were seen to send in place of a translation, in lower case.
constexpr std::string_view kServiceMessages[] = {
    "mymemory warning",
    "you used all available free translations",
    "query length limit exceeded",
    "please select two distinct languages",
    "invalid language pair",
    "is an invalid source language",
    "is an invalid target language",
    "no query specified",
    "no content found",
    "too many requests",
    "rate limit exceeded",
    "quota exceeded",
    "slowdown",
    "internal server error",
    "bad gateway",
    "service unavailable",
    "gateway timeout",
    "<!doctype html",
    "<html",
    "invalid api key",
    "api key is required",
    "authorization failed",
    "i cannot translate",
    "i can't translate",
    "i'm sorry, but i can",
    "as an ai language model",
    "here is the translation",
    "translation not available",
};

bool is_message(std::string_view source, std::string_view answer, std::string& shown) {
  const std::string text = lower_ascii(answer);
  const std::string asked = lower_ascii(source);
  for (const std::string_view message : kServiceMessages) {
    // Somebody may write about such messages.
    const std::size_t at = text.find(message);
    const bool short_one = message.size() < 12 && text.size() > message.size() + 4;
    if (at == std::string::npos || short_one || asked.find(message) != std::string::npos) continue;
    shown = message;
    return true;
  }
  return false;
}

// How many letters a language needs for what English says in 100, roughly.
int letters_per_hundred(const model::Language& language) {
  const std::string& tag = language.primary;
  if (tag == "zh" || tag == "yue") return 32;
  if (tag == "ja") return 48;
  if (tag == "ko") return 48;
  if (tag == "ar" || tag == "he" || tag == "fa" || tag == "ur") return 82;
  if (tag == "de" || tag == "fr" || tag == "es" || tag == "ru" || tag == "el") return 112;
  return 100;
}

int letters_in(std::u32string_view words) {
  return static_cast<int>(std::count_if(
      words.begin(), words.end(), [](char32_t code) { return script_of(code) != Script::Other; }));
}

bool is_in_script(char32_t code, const model::Language& language) {
  const Script script = script_of(code);
  if (language.primary == "ja") return script == Script::Kana || script == Script::Han;
  if (language.primary == "zh") return script == Script::Han || script == Script::Bopomofo;
  if (language.primary == "ko") return script == Script::Hangul || script == Script::Han;
  if (language.script == "Latn") return script == Script::Latin;
  bool listed = false;
  for (std::size_t i = 0; i < model::kScripts; ++i) {
    const auto one = static_cast<Script>(i);
    const std::string_view writers = model::languages_of(one);
    const std::size_t at = writers.find(language.primary);
    const std::size_t end = at + language.primary.size();
    const bool writes = at != std::string_view::npos && (at == 0 || writers[at - 1] == ' ') &&
                        (end == writers.size() || writers[end] == ' ');
    if (writes && one == script) return true;
    listed = listed || writes;
  }
  return !listed && script == Script::Latin;
}

// A unit of one to eight words, or of two to twelve characters, many times in a row.
bool repeats(std::u32string_view words) {
  constexpr std::size_t kTimes = 5;
  constexpr std::size_t kLongestUnit = 40;
  constexpr std::size_t kLeast = 20;
  for (std::size_t unit = 2; unit <= kLongestUnit && unit * kTimes <= words.size(); ++unit) {
    std::size_t same = 0;
    for (std::size_t at = unit; at < words.size(); ++at) {
      same = words[at] == words[at - unit] ? same + 1 : 0;
      if (same >= unit * (kTimes - 1) && same + unit >= kLeast) return true;
    }
  }
  return false;
}

// The digits of each number, signs between them left out: 1,000 and 1.000 and 1 000 are the same.
std::vector<std::string> numbers_in(std::string_view text) {
  std::vector<std::string> numbers;
  std::string number;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const char c = i < text.size() ? text[i] : ' ';
    const bool digit = c >= '0' && c <= '9';
    const bool joins = (c == ',' || c == '.') && !number.empty() && i + 1 < text.size() &&
                       text[i + 1] >= '0' && text[i + 1] <= '9';
    if (digit) {
      number += c;
    } else if (!joins && !number.empty()) {
      numbers.push_back(number);
      number.clear();
    }
  }
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

// A long number of the source that the answer has not; Han numerals and 万 make others differ.
std::string changed_number(std::string_view source, std::string_view answer) {
  const std::vector<std::string> asked = numbers_in(source);
  const std::vector<std::string> got = numbers_in(answer);
  for (const std::string& number : asked) {
    const bool scaled = number.size() >= 5;  // 67,900,000 becomes 6790万
    constexpr std::size_t kShortest = 2;     // "3" becomes "three"
    if (number.size() < kShortest || scaled) continue;
    if (!std::binary_search(got.begin(), got.end(), number)) return number;
  }
  return {};
}

constexpr std::string_view kPlaceholders[] = {"\xEE\x80\x80",
                                              "\xE2\x9F\xA6",
                                              "\xE2\x9F\xA7",
                                              "\x01",
                                              "\x02",
                                              "<x id=",
                                              "<span class=\"notranslate\"",
                                              "__tok"};

std::u32string_view last_line(std::u32string_view words) {
  const std::size_t at = words.rfind(U'\n');
  return at == std::u32string_view::npos ? std::u32string_view() : words.substr(at + 1);
}

void judge_length(Verdict& verdict, const Answer& answer, std::u32string_view asked,
                  std::u32string_view got) {
  const int from = letters_in(asked) * 100 / letters_per_hundred(answer.from);
  const int to = letters_in(got) * 100 / letters_per_hundred(answer.to);
  constexpr int kLeast = 24;  // of shorter texts no length says anything
  if (from < kLeast) return;
  // LibreTranslate cuts off what follows an emoji (its issue 439): a part is there, the rest not.
  const bool parts = asked.find(U'\n') != std::u32string_view::npos;
  if (to * 8 < from) {
    add_reason(verdict, ReasonKind::TooShort, {});
  } else if (to * 5 < from * 2 && parts && last_line(got).empty()) {
    add_reason(verdict, ReasonKind::CutShort, {});
  } else if (to * 4 < from) {
    add_reason(verdict, ReasonKind::TooShort, {});
  } else if (to > from * 4) {
    add_reason(verdict, ReasonKind::TooLong, {});
  }
}

void judge_script(Verdict& verdict, const Answer& answer, std::u32string_view got) {
  if (!answer.to.known()) return;
  int own = 0;
  int all = 0;
  for (const char32_t code : got) {
    if (script_of(code) == Script::Other) continue;
    ++all;
    own += is_in_script(code, answer.to) ? 1 : 0;
  }
  constexpr int kLeast = 4;
  if (all >= kLeast && own * 3 < all) add_reason(verdict, ReasonKind::WrongScript, {});
}

}  // namespace

Verdict judge_answer(const Answer& answer) {
  Verdict verdict;
  const std::u32string asked = words_of(answer.source);
  const std::u32string got = words_of(answer.text);
  if (answer.text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    if (answer.source.find_first_not_of(" \t\r\n") != std::string_view::npos)
      add_reason(verdict, ReasonKind::EmptyAnswer, {});
    return verdict;
  }
  if (answer.tokens_lost > 0) {
    add_reason(verdict, ReasonKind::TokensLost, std::to_string(answer.tokens_lost));
  }
  for (const std::string_view mark : kPlaceholders) {
    if (answer.text.find(mark) != std::string_view::npos &&
        answer.source.find(mark) == std::string_view::npos)
      add_reason(verdict, ReasonKind::PlaceholdersLeft, {});
  }
  std::string message;
  if (is_message(answer.source, answer.text, message)) {
    add_reason(verdict, ReasonKind::ServiceError, message);
    return verdict;
  }
  if (asked.empty()) return verdict;
  if (got.empty()) {
    add_reason(verdict, ReasonKind::EmojiOnly, {});
    return verdict;
  }
  constexpr int kName = 8;  // a name stays as it is
  if (asked == got && letters_in(asked) > kName && !model::same_language(answer.from, answer.to)) {
    add_reason(verdict, ReasonKind::SameText, {});
    return verdict;
  }
  judge_script(verdict, answer, got);
  if (repeats(got) && !repeats(asked)) add_reason(verdict, ReasonKind::Repetition, {});
  judge_length(verdict, answer, asked, got);
  if (std::string number = changed_number(answer.source, answer.text); !number.empty())
    add_reason(verdict, ReasonKind::NumbersChanged, std::move(number));
  return verdict;
}

Verdict judge_round_trip(std::string_view source, std::string_view back) {
  // Dice's coefficient over pairs of neighbouring letters: word order may change, words may not.
  const auto pairs = [](std::string_view text) {
    std::map<std::pair<char32_t, char32_t>, int> found;
    const std::u32string words = words_of(text);
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
      ++found[{model::lower_letter(words[i]), model::lower_letter(words[i + 1])}];
    }
    return found;
  };
  const auto a = pairs(source);
  const auto b = pairs(back);
  int all = 0;
  int shared = 0;
  for (const auto& [pair, count] : a) {
    all += count;
    const auto other = b.find(pair);
    if (other != b.end()) shared += 2 * std::min(count, other->second);
  }
  const int asked = all;
  for (const auto& one : b) all += one.second;
  Verdict verdict;
  constexpr int kLeast = 10;
  constexpr int kPercent = 25;  // paraphrases share about a half, unrelated texts a tenth
  if (asked >= kLeast && shared * 100 < all * kPercent) {
    add_reason(verdict, ReasonKind::RoundTrip, std::to_string(shared * 100 / all) + "%");
  }
  return verdict;
}

}  // namespace translate
