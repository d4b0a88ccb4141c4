#include "model/plain_words.h"

#include <algorithm>

#include "base/utf8.h"
#include "model/scripts.h"

namespace model {
namespace {

std::u32string decoded(std::string_view text, std::size_t max_codes) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size() && out.size() < max_codes;) {
    const base::Decoded one = base::decode_utf8(text, at);
    out += one.code;
    at += one.bytes;
  }
  return out;
}

bool is_letter(char32_t code) { return script_of(plain_letter(code)) != Script::Other; }
bool is_digit(char32_t code) { return code >= '0' && code <= '9'; }
bool is_ascii_letter(char32_t code) {
  return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
}
bool is_apostrophe(char32_t code) { return code == '\'' || code == 0x2019 || code == '`'; }
// Accents written behind their letters, joiners inside words: part of a word, not worth keeping.
bool is_silent(char32_t code) {
  return (code >= 0x300 && code <= 0x36F) || code == 0xAD || (code >= 0x200B && code <= 0x200F) ||
         code == 0x2060 || code == 0xFEFF || (code >= 0x202A && code <= 0x202E) ||
         (code >= 0x2066 && code <= 0x2069);
}
bool ends_sentence(char32_t code) { return contains(U".!?。！？…؟।۔\n\u2028\u2029", code); }

class Reader {
 public:
  Reader(std::u32string_view text, std::size_t max_letters)
      : text_(text), max_letters_(max_letters) {}

  PlainWords read() {
    while (at_ < text_.size() && out_.words.size() < max_letters_) step();
    trim(out_.words);
    trim(out_.tags);
    return std::move(out_);
  }

 private:
  [[nodiscard]] char32_t code(std::size_t at) const { return at < text_.size() ? text_[at] : 0; }
  [[nodiscard]] bool starts(std::size_t at, std::u32string_view with) const {
    return text_.substr(at).starts_with(with);
  }
  static void trim(std::u32string& words) {
    while (!words.empty() && is_blank(words.back())) words.pop_back();
  }
  static void put_gap(std::u32string& words, char32_t gap) {
    if (words.empty()) return;
    if (!is_blank(words.back())) {
      words += gap;
    } else if (gap == '\n') {
      words.back() = gap;
    }
  }

  void step() {
    const char32_t here = code(at_);
    const bool starts_word = at_ == 0 || !is_letter(code(at_ - 1));
    if (skip_token(here, starts_word)) return put_gap(out_.words, ' ');
    // Persian writes a zero-width non-joiner between the parts of a verb.
    const bool parts = here == 0x200C && at_ > 0 && script_of(code(at_ - 1)) == Script::Arabic;
    if (parts) {
      put_gap(out_.words, ' ');
      ++at_;
    } else if (is_silent(here)) {
      ++at_;
    } else if (is_letter(here)) {
      out_.words += plain_letter(here);
      ++at_;
    } else if (is_apostrophe(here) && !starts_word && is_letter(code(at_ + 1))) {
      out_.words += '\'';
      ++at_;
    } else {
      put_gap(out_.words, ends_sentence(here) ? '\n' : ' ');
      ++at_;
    }
  }

  bool skip_token(char32_t here, bool starts_word) {
    if (here == '#' || here == 0xFF03) return skip_tag();
    if (here == '@' || here == 0xFF20) return skip_while_word(at_ + 1, starts_word);
    if (here == ':') return skip_shortcode();
    if (here == '`') return skip_code();
    if (here == '(' || here == 0xFF08) return skip_kaomoji();
    if (starts_word && (is_ascii_letter(here) || is_digit(here))) return skip_address();
    return false;
  }

  bool skip_tag() {
    std::size_t end = at_ + 1;
    while (end < text_.size() && (is_letter(text_[end]) || is_digit(text_[end]) ||
                                  text_[end] == '_' || is_silent(text_[end])))
      ++end;
    if (end == at_ + 1) return false;
    put_gap(out_.tags, ' ');
    for (std::size_t i = at_ + 1; i < end && out_.tags.size() < max_letters_; ++i) {
      if (is_letter(text_[i])) out_.tags += plain_letter(text_[i]);
    }
    at_ = end;
    return true;
  }

  // A mention: ASCII up to where a handle ends; Chinese text may go on right behind it.
  bool skip_while_word(std::size_t from, bool starts_word) {
    std::size_t end = from;
    while (end < text_.size() &&
           (is_ascii_letter(text_[end]) || is_digit(text_[end]) || contains(U"_-.@", text_[end])))
      ++end;
    if (end == from || !starts_word) return false;
    at_ = end;
    return true;
  }

  bool skip_shortcode() {
    std::size_t end = at_ + 1;
    while (is_ascii_letter(code(end)) || is_digit(code(end)) || contains(U"_-+", code(end))) ++end;
    if (code(end) != ':' || end < at_ + 3) return false;
    at_ = end + 1;
    return true;
  }

  bool skip_code() {
    const std::size_t end = text_.find(U'`', at_ + 1);
    constexpr std::size_t kLongestCode = 400;
    if (end == std::u32string_view::npos || end > at_ + kLongestCode) return false;
    const bool fence = starts(at_, U"```");
    const std::size_t close = fence ? text_.find(U"```", at_ + 3) : end;
    at_ = close == std::u32string_view::npos ? text_.size() : close + (fence ? 3 : 1);
    return true;
  }

  // (╯°□°)╯, (・∀・)ノ, (T_T): no blanks, at least two signs that no sentence has, few letters.
  bool skip_kaomoji() {
    constexpr std::size_t kLongest = 16;
    std::size_t letters = 0;
    std::size_t signs = 0;
    std::size_t end = at_ + 1;
    for (; end < text_.size() && end < at_ + kLongest; ++end) {
      const char32_t one = text_[end];
      if (one == ')' || one == 0xFF09) break;
      if (is_blank(one)) continue;
      if (is_letter(one)) {
        ++letters;
      } else if (!is_digit(one) && !contains(U",.!?'\"%/&+，。！？、：:-", one)) {
        ++signs;
      }
    }
    const bool closed = code(end) == ')' || code(end) == 0xFF09;
    if (!closed || signs == 0 || letters > signs + 1) return false;
    at_ = end + 1;
    while (contains(U"ﾉノ╯ง୨ゞ彡丿ψゝシ۶۶づっ", code(at_))) ++at_;
    return true;
  }

  // Links, mail addresses, host names, and words with digits in them.
  bool skip_address() {
    std::size_t end = at_;
    bool digit = false;
    bool inner_dot = false;
    bool is_link = starts(at_, U"http://") || starts(at_, U"https://") || starts(at_, U"www.");
    while (end < text_.size() && !is_blank(text_[end]) && text_[end] < 0x2E80) {
      const char32_t one = text_[end];
      if (one == '@' || starts(end, U"://")) is_link = true;
      if (one == '/' && inner_dot) is_link = true;
      if (!is_link && !is_ascii_letter(one) && !is_digit(one) && !contains(U".@:/_-~", one)) break;
      digit = digit || is_digit(one);
      inner_dot = inner_dot || (one == '.' && is_ascii_letter(code(end + 1)) && end > at_ &&
                                is_ascii_letter(text_[end - 1]));
      ++end;
    }
    const bool more = end < text_.size() && is_letter(text_[end]) && text_[end] < 0x2E80;
    if (!is_link && more) return false;
    const bool host = inner_dot && !digit && is_host(text_.substr(at_, end - at_));
    if (!is_link && !host && !digit) return false;
    at_ = end;
    return true;
  }

  static bool is_host(std::u32string_view word) {
    while (!word.empty() && contains(U".:-", word.back())) word.remove_suffix(1);
    const std::size_t dot = word.rfind('.');
    if (dot == std::u32string_view::npos) return false;
    const std::u32string_view top = word.substr(dot + 1);
    for (const std::u32string_view known :
         {U"com", U"org", U"net", U"io",  U"social", U"app", U"dev", U"example",
          U"cn",  U"jp",  U"de",  U"fr",  U"uk",     U"ru",  U"kr",  U"es",
          U"it",  U"eu",  U"tv",  U"xyz", U"js",     U"py"}) {
      if (top == known) return true;
    }
    return false;
  }

  std::u32string_view text_;
  std::size_t max_letters_;
  std::size_t at_ = 0;
  PlainWords out_;
};

}  // namespace

PlainWords read_plain_words(std::string_view text, std::size_t max_letters) {
  constexpr std::size_t kCodesPerLetter = 4;  // a text of links and emoji is not read to its end
  const std::u32string codes = decoded(text, max_letters * kCodesPerLetter);
  return Reader(codes, max_letters).read();
}

}  // namespace model
