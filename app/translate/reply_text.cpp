#include "translate/reply_text.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/utf8.h"

namespace translate {
namespace {

char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// What stands between '&' and ';'.
std::optional<char32_t> entity(std::string_view name) {
  if (name == "amp") return U'&';
  if (name == "lt") return U'<';
  if (name == "gt") return U'>';
  if (name == "quot") return U'"';
  if (name == "apos") return U'\'';
  if (!name.starts_with('#')) return std::nullopt;
  name.remove_prefix(1);
  const bool hex = name.starts_with('x') || name.starts_with('X');
  if (hex) name.remove_prefix(1);
  std::uint32_t code = 0;
  const auto read = std::from_chars(name.data(), name.data() + name.size(), code, hex ? 16 : 10);
  const bool whole = read.ec == std::errc() && read.ptr == name.data() + name.size();
  const bool scalar = code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
  const bool control = code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x2028 ||
                       code == 0x2029;  // none may come in by this door
  return whole && scalar && !control ? std::optional<char32_t>(code) : std::nullopt;
}

}  // namespace

bool contains_folded(std::string_view text, std::string_view part) {
  return std::search(text.begin(), text.end(), part.begin(), part.end(),
                     [](char a, char b) { return to_lower(a) == b; }) != text.end();
}

std::string escape_xml(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else {
      out += c;
    }
  }
  return out;
}

std::string unescape_xml(std::string_view text) {
  constexpr std::size_t kLongestEntity = 8;  // "#x10FFFF"
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t length = std::min(text.find('&'), text.size());
    out += text.substr(0, length);
    text.remove_prefix(length);
    if (text.empty()) break;
    const std::size_t end = text.find(';');
    const std::optional<char32_t> code =
        end <= kLongestEntity + 1 ? entity(text.substr(1, end - 1)) : std::nullopt;
    if (code) {
      base::append_utf8(out, *code);
      text.remove_prefix(end + 1);
    } else {
      out += '&';
      text.remove_prefix(1);
    }
  }
  return out;
}

}  // namespace translate
