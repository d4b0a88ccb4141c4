#include "base/url.h"

#include <algorithm>

namespace base {
namespace {

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '.' || c == '_' || c == '~';
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), to_lower);
  return out;
}

// RFC 3986, 3.1.
bool is_scheme(std::string_view text) {
  return !text.empty() && to_lower(text[0]) >= 'a' && to_lower(text[0]) <= 'z' &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return (is_unreserved(c) && c != '_' && c != '~') || c == '+'; });
}

std::string_view before_query(std::string_view url) {
  return url.substr(0, url.find_first_of("?#"));
}

}  // namespace

std::string percent_encode(std::string_view text) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    if (is_unreserved(c)) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += '%';
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
    }
  }
  return out;
}

std::string percent_decode(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const int high = at + 2 < text.size() && text[at] == '%' ? hex_value(text[at + 1]) : -1;
    const int low = high >= 0 ? hex_value(text[at + 2]) : -1;
    if (low >= 0) {
      out += static_cast<char>(high * 16 + low);
      at += 2;
    } else {
      out += text[at] == '+' ? ' ' : text[at];
    }
  }
  return out;
}

UrlParts split_url(std::string_view url) {
  UrlParts parts;
  url = url.substr(0, url.find('#'));
  if (const std::size_t question = url.find('?'); question != std::string_view::npos) {
    parts.query = url.substr(question + 1);
    url = url.substr(0, question);
  }
  if (const std::size_t colon = url.find(':');
      colon != std::string_view::npos && is_scheme(url.substr(0, colon))) {
    parts.scheme = url.substr(0, colon);
    url.remove_prefix(colon + 1);
  }
  if (url.starts_with("//")) {
    url.remove_prefix(2);
    parts.host = url.substr(0, url.find('/'));
    url.remove_prefix(parts.host.size());
  }
  parts.path = url;
  return parts;
}

bool is_web_address(std::string_view url) {
  const UrlParts parts = split_url(url);
  const std::string scheme = lower(parts.scheme);
  if (scheme != "http" && scheme != "https") return false;
  if (parts.host.empty() || parts.host.starts_with(':')) return false;
  if (parts.host.find_first_of("@\\<>\"'`{}|^%,;$*()!&=+") != std::string_view::npos) return false;
  return std::none_of(url.begin(), url.end(), [](char c) {
    return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F || c == '"' || c == '<' || c == '>' ||
           c == '\\';
  });
}

std::string origin_of(std::string_view url) {
  const UrlParts parts = split_url(url);
  if (parts.scheme.empty()) return {};
  if (parts.host.empty()) return lower(parts.scheme) + ":";
  return lower(parts.scheme) + "://" + lower(parts.host);
}

QueryValues parse_query(std::string_view query) {
  QueryValues values;
  while (!query.empty()) {
    const std::string_view pair = query.substr(0, query.find('&'));
    query.remove_prefix(std::min(query.size(), pair.size() + 1));
    if (pair.empty()) continue;
    const std::size_t equals = std::min(pair.find('='), pair.size());
    const std::string_view value = pair.substr(std::min(equals + 1, pair.size()));
    values.emplace_back(percent_decode(pair.substr(0, equals)), percent_decode(value));
  }
  return values;
}

std::string write_query(const QueryValues& values) {
  std::string out;
  for (const auto& [name, value] : values) {
    if (!out.empty()) out += '&';
    out += percent_encode(name) + '=' + percent_encode(value);
  }
  return out;
}

std::string_view query_value(const QueryValues& values, std::string_view name) {
  for (const auto& [key, value] : values) {
    if (key == name) return value;
  }
  return {};
}

std::string without_query_value(std::string_view url, std::string_view name) {
  QueryValues values = parse_query(split_url(url).query);
  std::erase_if(values, [&](const auto& pair) { return pair.first == name; });
  std::string out(before_query(url));
  if (!values.empty()) out += '?' + write_query(values);
  return out;
}

std::string with_query_value(std::string_view url, std::string_view name, std::string_view value) {
  std::string out = without_query_value(url, name);
  out += out.find('?') == std::string::npos ? '?' : '&';
  return out + percent_encode(name) + '=' + percent_encode(value);
}

}  // namespace base
