#include "translate/token_scan.h"

#include <algorithm>

#include "base/utf8.h"
#include "base/words.h"

namespace translate {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_name(char c) { return is_digit(c) || is_ascii_letter(c) || c == '_'; }

bool in(char32_t code, char32_t first, char32_t last) { return code >= first && code <= last; }

bool is_picture(char32_t code) {
  return in(code, 0x1F000, 0x1FAFF) || in(code, 0x2600, 0x27BF) || in(code, 0x23E9, 0x23FA) ||
         in(code, 0x231A, 0x231B) || in(code, 0x25FB, 0x25FE) || in(code, 0x2B1B, 0x2B1C) ||
         code == 0x2B50 || code == 0x2B55 || code == 0x3030 || code == 0x303D || code == 0x3297 ||
         code == 0x3299;
}

// Joins or changes the picture before it: ZWJ, variation selectors, keycap, tags of flags.
bool is_picture_part(char32_t code) {
  return code == 0x200D || code == 0xFE0E || code == 0xFE0F || code == 0x20E3 ||
         in(code, 0xE0020, 0xE007F);
}

// Punctuation and signs of all scripts, as far as they touch words without a blank between.
bool is_sign(char32_t code) {
  return in(code, 0x80, 0xA9) || in(code, 0xAB, 0xB4) || in(code, 0xB6, 0xB9) ||
         in(code, 0xBB, 0xBF) || code == 0xD7 || code == 0xF7 || in(code, 0x2000, 0x206F) ||
         in(code, 0x20A0, 0x20CF) || in(code, 0x2190, 0x2BFF) || in(code, 0x2E00, 0x2E7F) ||
         in(code, 0x3000, 0x3004) || in(code, 0x3008, 0x3020) || in(code, 0xFE10, 0xFE1F) ||
         in(code, 0xFE30, 0xFE6F) || in(code, 0xFF01, 0xFF20) || in(code, 0xFF3B, 0xFF40) ||
         in(code, 0xFF5B, 0xFF65) || in(code, 0xFFE0, 0xFFFD) || code == 0x060C || code == 0x061B ||
         code == 0x061F || code == 0x0964 || code == 0x0965 || is_picture_part(code);
}

// What stands at an address's end but belongs to the sentence around it; a bracket that the address
// opens itself is its own.
bool ends_sentence(std::string_view address) {
  const char last = address.back();
  if (last != ')') return std::string_view(".,;:!?'*]}").find(last) != std::string_view::npos;
  return std::count(address.begin(), address.end(), ')') >
         std::count(address.begin(), address.end(), '(');
}

// Longer runs are no names: without a bound a hostile text would be read over and over.
constexpr std::size_t kLongestName = 256;
constexpr std::size_t kLongestToken = 2048;

class Scan {
 public:
  Scan(std::string_view text, std::size_t at, std::size_t end)
      : rest_(text.substr(at, std::min(end - at, kLongestToken))),
        before_(at > 0 ? text[at - 1] : ' ') {}

  [[nodiscard]] Found find() const {
    const auto found = [](std::size_t bytes, TokenKind kind) { return Found{bytes, kind}; };
    if (const std::size_t n = emoji()) return found(n, TokenKind::Emoji);
    if (const std::size_t n = blank()) return found(n, TokenKind::Blank);
    if (const std::size_t n = code()) return found(n, TokenKind::Code);
    if (is_name(before_)) return {};
    if (const std::size_t n = address()) return found(n, TokenKind::Link);
    if (const std::size_t n = mail()) return found(n, TokenKind::Link);
    if (const std::size_t n = mention()) return found(n, TokenKind::Mention);
    if (const std::size_t n = tag()) return found(n, TokenKind::Tag);
    if (const std::size_t n = shortcode()) return found(n, TokenKind::Emoji);
    if (const std::size_t n = number()) return found(n, TokenKind::Number);
    return {};
  }

 private:
  [[nodiscard]] char at(std::size_t i) const { return i < rest_.size() ? rest_[i] : '\0'; }

  template <typename Is>
  [[nodiscard]] std::size_t run(std::size_t from, Is is) const {
    std::size_t i = from;
    while (i < rest_.size() && i - from < kLongestName && is(rest_[i])) ++i;
    return i - from;
  }

  [[nodiscard]] std::size_t emoji() const {
    std::size_t i = 0;
    const char32_t first = base::decode_utf8(rest_, 0).code;
    if (!is_picture(first)) {
      // Keycaps "1️⃣", and arrows and signs that a variation selector makes pictures.
      const std::size_t one = base::decode_utf8(rest_, 0).bytes;
      const char32_t next = base::decode_utf8(rest_, one).code;
      const bool keyed = is_digit(at(0)) || at(0) == '#' || at(0) == '*' || first > 0xA8;
      if (one == 0 || one >= rest_.size() || !keyed || (next != 0xFE0F && next != 0x20E3)) return 0;
      i = one;
    }
    while (i < rest_.size()) {
      const base::Decoded next = base::decode_utf8(rest_, i);
      if (!is_picture(next.code) && !is_picture_part(next.code)) break;
      i += next.bytes;
    }
    return i;
  }

  [[nodiscard]] std::size_t skip_blanks(std::size_t from) const {
    std::size_t i = from;
    while (at(i) == ' ' || rest_.substr(i).starts_with("\u3000") ||
           rest_.substr(i).starts_with("\u00A0")) {
      i += at(i) == ' ' ? 1 : base::decode_utf8(rest_, i).bytes;
    }
    return i;
  }

  // "(3)", "（3）" behind a blank, 0: none.
  [[nodiscard]] std::size_t blank_number(std::size_t from) const {
    std::size_t i = from + (at(from) == ' ' ? 1 : 0);
    const bool wide = rest_.substr(i).starts_with("（");
    if (at(i) != '(' && !wide) return 0;
    i += wide ? 3 : 1;
    const std::size_t digits = run(i, is_digit);
    i += digits;
    const std::string_view closing = wide ? "）" : ")";
    if (digits == 0 || digits > 3 || !rest_.substr(i).starts_with(closing)) return 0;
    return i + closing.size() - from;
  }

  [[nodiscard]] std::size_t blank() const {
    if (at(0) == '_' && at(1) == '_' && !is_digit(before_) && !is_ascii_letter(before_)) {
      const auto is_line = [](char c) { return c == '_'; };
      std::size_t i = run(0, is_line);
      const std::size_t digits = run(i, is_digit);  // "__3__"
      if (digits > 0 && digits <= 3 && at(i + digits) == '_' && at(i + digits + 1) == '_')
        i += digits + run(i + digits, is_line);
      if (is_ascii_letter(at(i)) || is_digit(at(i))) return 0;  // "__init__"
      return i + blank_number(i);
    }
    static constexpr struct {
      std::string_view open, close;
      bool may_be_empty;
    } kBrackets[] = {{"(", ")", false},
                     {"（", "）", true},
                     {"[", "]", false},
                     {"【", "】", true},
                     {"［", "］", true}};
    for (const auto& bracket : kBrackets) {
      if (!rest_.starts_with(bracket.open)) continue;
      const std::size_t inner = skip_blanks(bracket.open.size());
      const bool empty = inner == bracket.open.size();
      if (rest_.substr(inner).starts_with(bracket.close) && (!empty || bracket.may_be_empty))
        return inner + bracket.close.size();
    }
    return 0;
  }

  [[nodiscard]] std::size_t code() const {
    if (at(0) != '`') return 0;
    const std::size_t fence = run(0, [](char c) { return c == '`'; });
    const std::size_t close = rest_.find(rest_.substr(0, fence), fence);
    return close == std::string_view::npos || close == fence ? 0 : close + fence;
  }

  [[nodiscard]] std::size_t address() const {
    std::size_t i = 0;
    for (const std::string_view start : {"https://", "http://", "www."}) {
      if (rest_.starts_with(start)) i = start.size();
    }
    if (i == 0) return 0;
    const std::size_t start = i;
    while (i < rest_.size()) {
      const base::Decoded next = base::decode_utf8(rest_, i);
      // Chinese and Japanese follow an address without a blank.
      if (next.code <= ' ' || next.code >= 0x2000 || next.code == '<' || next.code == '>' ||
          next.code == '"' || next.code == 0xA0)
        break;
      i += next.bytes;
    }
    while (i > start && ends_sentence(rest_.substr(0, i))) --i;
    return i > start ? i : 0;
  }

  // name(.name)+, no dot at the end.
  [[nodiscard]] std::size_t host(std::size_t from) const {
    std::size_t i = from;
    std::size_t end = 0;
    while (true) {
      const std::size_t label = run(i, [](char c) { return is_name(c) || c == '-'; });
      if (label == 0) return end;
      i += label;
      if (i - from > label) end = i - from;
      if (at(i) != '.') return end;
      ++i;
    }
  }

  [[nodiscard]] std::size_t mail() const {
    const std::size_t name =
        run(0, [](char c) { return is_name(c) || c == '.' || c == '+' || c == '-'; });
    if (name == 0 || at(name) != '@') return 0;
    const std::size_t server = host(name + 1);
    return server == 0 ? 0 : name + 1 + server;
  }

  [[nodiscard]] std::size_t mention() const {
    if (at(0) != '@' || before_ == '@' || before_ == '/') return 0;
    std::size_t i = 1 + run(1, [](char c) { return is_name(c) || c == '.' || c == '-'; });
    while (i > 1 && (at(i - 1) == '.' || at(i - 1) == '-')) --i;
    if (i == 1) return 0;
    const std::size_t server = at(i) == '@' ? host(i + 1) : 0;
    return server == 0 ? i : i + 1 + server;
  }

  [[nodiscard]] std::size_t tag() const {
    if (at(0) != '#' || before_ == '#' || before_ == '&' || before_ == '/') return 0;
    std::size_t i = 1;
    bool has_letter = false;
    while (i < rest_.size()) {
      const base::Decoded next = base::decode_utf8(rest_, i);
      if (next.code < 0x80 ? !is_name(rest_[i]) : is_sign(next.code) || is_picture(next.code))
        break;
      has_letter = has_letter || !is_digit(rest_[i]);
      i += next.bytes;
    }
    if (i == 1 || !has_letter) return 0;
    // As Chinese services close theirs: "#猫#", "#猫[话题]#".
    if (rest_.substr(i).starts_with("[话题]#")) return i + std::string_view("[话题]#").size();
    return at(i) == '#' ? i + 1 : i;
  }

  [[nodiscard]] std::size_t shortcode() const {
    if (at(0) != ':' || before_ == ':') return 0;
    const std::size_t name = run(1, [](char c) { return is_name(c) || c == '-' || c == '+'; });
    const bool has_letter =
        std::any_of(rest_.begin(), rest_.begin() + static_cast<long>(name) + 1, is_ascii_letter);
    return name >= 2 && has_letter && at(name + 1) == ':' ? name + 2 : 0;
  }

  // Digits with points, commas and, for times, colons between them.
  [[nodiscard]] std::size_t digits(std::size_t from) const {
    std::size_t i = from + run(from, is_digit);
    while (i > from && (at(i) == '.' || at(i) == ',' || at(i) == ':') && is_digit(at(i + 1)))
      i += 1 + run(i + 1, is_digit);
    return i - from;
  }

  [[nodiscard]] std::size_t currency(std::size_t from) const {
    for (const std::string_view sign : {"$", "€", "£", "¥", "￥", "₩", "₽", "₹", "₫", "฿", "₴"}) {
      if (rest_.substr(from).starts_with(sign)) return sign.size();
    }
    return 0;
  }

  [[nodiscard]] std::size_t unit(std::size_t from) const {
    for (const std::string_view sign : {"%", "％", "‰", "°C", "°F", "℃", "℉", "°"}) {
      if (rest_.substr(from).starts_with(sign)) return sign.size();
    }
    if (const std::size_t sign = currency(from); sign > 0 && !is_digit(at(from + sign)))
      return sign;
    constexpr std::string_view kUnits =
        "km/h m/s km cm mm m nm kg g mg t ml mL l L MB GB TB KB kB Mbps Gbps kW kWh W V Hz kHz MHz "
        "GHz mph lb lbs oz ft px fps ms min h s USD EUR GBP CNY RMB JPY KRW";
    const std::size_t name = run(from, [](char c) { return is_ascii_letter(c) || c == '/'; });
    return base::has_word(kUnits, rest_.substr(from, name)) && !is_digit(at(from + name)) ? name
                                                                                          : 0;
  }

  [[nodiscard]] std::size_t number() const {
    if (before_ == '.' || before_ == ',') return 0;
    const std::size_t sign = currency(0);
    const std::size_t gap = sign > 0 && at(sign) == ' ' ? 1 : 0;
    const std::size_t amount = digits(sign + gap);
    if (amount == 0) return 0;
    const std::size_t end = sign + gap + amount;
    if (const std::size_t behind = unit(end)) return end + behind;
    if (sign > 0) return is_ascii_letter(at(end)) ? 0 : end;
    if (at(end) == ' ') {
      if (const std::size_t behind = unit(end + 1)) return end + 1 + behind;
    }
    const bool is_time = rest_.substr(0, end).find(':') != std::string_view::npos;
    return is_time && !is_ascii_letter(at(end)) ? end : 0;
  }

  std::string_view rest_;
  char before_;
};

}  // namespace

Found token_at(std::string_view text, std::size_t at, std::size_t end) {
  return Scan(text, at, end).find();
}

bool is_letter(char32_t code) {
  if (code < 0x80) return is_ascii_letter(static_cast<char>(code));
  if (in(code, 0x0660, 0x0669) || in(code, 0x06F0, 0x06F9) || in(code, 0x0966, 0x096F) ||
      in(code, 0xFF10, 0xFF19))
    return false;
  return !is_sign(code) && !is_picture(code) && code != base::kReplacement;
}

}  // namespace translate
