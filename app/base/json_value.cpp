// The value and its writing; reading, with the library, is json.cpp.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "base/json.h"
#include "base/utf8.h"

namespace base {
namespace {

std::string written_double(double value) {
  char buffer[32];
  for (const int digits : {15, 17}) {
    std::snprintf(buffer, sizeof buffer, "%.*g", digits, value);
    if (std::strtod(buffer, nullptr) == value) break;
  }
  return buffer;
}

std::string written_integer(std::int64_t value) {
  char buffer[24];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
  return std::string(buffer, end);
}

void write_string(std::string& out, std::string_view text) {
  static constexpr char kHex[] = "0123456789abcdef";
  out += '"';
  std::size_t kept = 0;  // start of what can be copied as it stands
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\') continue;
    out.append(text, kept, at - kept);
    kept = at + 1;
    out += '\\';
    switch (c) {
      case '"':
      case '\\':
        out += c;
        break;
      case '\n':
        out += 'n';
        break;
      case '\r':
        out += 'r';
        break;
      case '\t':
        out += 't';
        break;
      default:
        out += "u00";
        out += kHex[(c >> 4) & 15];
        out += kHex[c & 15];
    }
  }
  out.append(text, kept, text.size() - kept);
  out += '"';
}

void new_line(std::string& out, int indent, int level) {
  if (indent == 0) return;
  out += '\n';
  out.append(static_cast<std::size_t>(indent * level), ' ');
}

void write_value(std::string& out, const Json& value, int indent, int level) {
  switch (value.kind()) {
    case Json::Kind::Null:
      out += "null";
      return;
    case Json::Kind::Bool:
      out += value.bool_or(false) ? "true" : "false";
      return;
    case Json::Kind::Number:
      out += value.id_or("null");
      return;
    case Json::Kind::String:
      append_json_string(out, value.string_or({}));
      return;
    case Json::Kind::Array:
    case Json::Kind::Object:
      break;
  }
  const bool is_array = value.is_array();
  const std::size_t before = out.size();
  out += is_array ? '[' : '{';
  const std::size_t empty = out.size();
  const auto begin_item = [&] {
    if (out.size() != empty) out += ',';
    new_line(out, indent, level + 1);
  };
  for (const Json& item : value.items()) {
    begin_item();
    write_value(out, item, indent, level + 1);
  }
  for (const auto& [name, member] : value.members()) {
    begin_item();
    append_json_string(out, name);
    out += indent == 0 ? ":" : ": ";
    write_value(out, member, indent, level + 1);
  }
  if (out.size() != before + 1) new_line(out, indent, level);
  out += is_array ? ']' : '}';
}

// Doubles hold every whole number below this one.
constexpr double kExact = 9007199254740992.0;

}  // namespace

Json Json::boolean(bool value) {
  Json json;
  json.kind_ = Kind::Bool;
  json.bool_ = value;
  return json;
}

Json Json::number(double value) {
  Json json;
  json.kind_ = Kind::Number;
  json.number_ = value;
  return json;
}

Json Json::integer(std::int64_t value) {
  Json json = number(static_cast<double>(value));
  if (std::abs(json.number_) >= kExact) json.string_ = written_integer(value);
  return json;
}

Json Json::string(std::string value) {
  Json json;
  json.kind_ = Kind::String;
  json.string_ = std::move(value);
  return json;
}

Json Json::array(std::vector<Json> items) {
  Json json;
  json.kind_ = Kind::Array;
  json.items_ = std::move(items);
  return json;
}

Json Json::object(std::vector<Member> members) {
  Json json;
  json.kind_ = Kind::Object;
  json.members_ = std::move(members);
  return json;
}

bool Json::bool_or(bool fallback) const { return kind_ == Kind::Bool ? bool_ : fallback; }

double Json::number_or(double fallback) const { return is_number() ? number_ : fallback; }

std::int64_t Json::integer_or(std::int64_t fallback) const {
  if (!string_.empty()) {  // a text, or a number with its digits
    std::int64_t value = 0;
    const char* end = string_.data() + string_.size();
    const auto read = std::from_chars(string_.data(), end, value);
    return read.ec == std::errc() && read.ptr == end ? value : fallback;
  }
  const bool whole = is_number() && std::abs(number_) < kExact && number_ == std::floor(number_);
  return whole ? static_cast<std::int64_t>(number_) : fallback;
}

std::string_view Json::string_or(std::string_view fallback) const {
  return is_string() ? std::string_view(string_) : fallback;
}

std::string Json::id_or(std::string_view fallback) const {
  if (!string_.empty()) return string_;
  if (!is_number() || !std::isfinite(number_)) return std::string(fallback);
  const std::int64_t none = INT64_MIN;
  const std::int64_t whole = integer_or(none);
  return whole != none ? written_integer(whole) : written_double(number_);
}

const Json& Json::operator[](std::string_view name) const {
  static const Json kNull;
  for (const Member& member : members_) {
    if (member.first == name) return member.second;
  }
  return kNull;
}

bool Json::has(std::string_view name) const {
  return std::any_of(members_.begin(), members_.end(),
                     [&](const Member& member) { return member.first == name; });
}

void Json::push(Json item) { items_.push_back(std::move(item)); }

void Json::append(std::string name, Json value) {
  members_.emplace_back(std::move(name), std::move(value));
}

void Json::set(std::string_view name, Json value) {
  for (Member& member : members_) {
    if (member.first == name) {
      member.second = std::move(value);
      return;
    }
  }
  append(std::string(name), std::move(value));
}

void append_json_string(std::string& out, std::string_view text) {
  if (is_valid_utf8(text)) {
    write_string(out, text);
  } else {
    write_string(out, to_valid_utf8(text));
  }
}

std::string write_json(const Json& value, int indent) {
  std::string out;
  write_value(out, value, indent, 0);
  return out;
}

}  // namespace base
