// JSON in and out, with bounds. Reading never throws: a document over a limit or malformed gives a
// JsonError with a place. Values remember where they stood, so that a document's author can be told
// line and column. The library behind it is known to json.cpp only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace base {

struct JsonLimits {
  std::size_t bytes = 16u << 20;  // bodies of servers; a layout document sets less
  int depth = 64;                 // real documents stay under 12
  std::size_t values = 2'000'000;
};

struct TextPlace {
  int line = 1;    // from 1
  int column = 1;  // from 1, in code points
};

struct JsonError {
  std::string what;  // a sentence without a full stop, e.g. "expected ',' or '}'"
  std::size_t offset = 0;
  TextPlace place;
};

class Json {
 public:
  enum class Kind : std::uint8_t { Null, Bool, Number, String, Array, Object };
  using Member = std::pair<std::string, Json>;

  Json() = default;
  static Json boolean(bool value);
  static Json number(double value);
  static Json integer(std::int64_t value);  // exact, also beyond 2^53
  static Json string(std::string value);
  static Json array(std::vector<Json> items = {});
  static Json object(std::vector<Member> members = {});

  [[nodiscard]] Kind kind() const { return kind_; }
  [[nodiscard]] bool is_null() const { return kind_ == Kind::Null; }
  [[nodiscard]] bool is_string() const { return kind_ == Kind::String; }
  [[nodiscard]] bool is_number() const { return kind_ == Kind::Number; }
  [[nodiscard]] bool is_array() const { return kind_ == Kind::Array; }
  [[nodiscard]] bool is_object() const { return kind_ == Kind::Object; }

  // Lenient readers: the value if it has the asked-for kind, else the fallback.
  [[nodiscard]] bool bool_or(bool fallback) const;
  [[nodiscard]] double number_or(double fallback) const;
  // Whole numbers; also decimal digits in a string (trend histories); out of range -> fallback.
  [[nodiscard]] std::int64_t integer_or(std::int64_t fallback) const;
  [[nodiscard]] std::string_view string_or(std::string_view fallback) const;
  // Ids come as strings from most servers and as numbers from some: both read as a string.
  [[nodiscard]] std::string id_or(std::string_view fallback) const;

  // Missing members and members of a non-object are a null value. The first of equal names counts.
  [[nodiscard]] const Json& operator[](std::string_view name) const;
  [[nodiscard]] bool has(std::string_view name) const;
  // Empty for a non-array / non-object.
  [[nodiscard]] const std::vector<Json>& items() const { return items_; }
  [[nodiscard]] const std::vector<Member>& members() const { return members_; }

  void push(Json item);                         // arrays
  void set(std::string_view name, Json value);  // objects; replaces
  void append(std::string name, Json value);    // objects; does not look for an equal name

  // Byte offset of the value's first character in the document it was read from; 0 if made by hand.
  [[nodiscard]] std::size_t offset() const { return offset_; }
  void set_offset(std::size_t offset) { offset_ = offset; }

 private:
  Kind kind_ = Kind::Null;
  bool bool_ = false;
  double number_ = 0;
  std::size_t offset_ = 0;
  std::string string_;  // of a number: its digits, where a double cannot hold them
  std::vector<Json> items_;
  std::vector<Member> members_;
};

// Bytes that are not UTF-8 are read as U+FFFD; a byte order mark is skipped.
Result<Json, JsonError> parse_json(std::string_view bytes, const JsonLimits& limits = {});

// Compact when indent is 0. Non-finite numbers are written as null. Always valid UTF-8.
std::string write_json(const Json& value, int indent = 0);

// A text in quotes, escaped, as write_json writes it: for who writes JSON without a tree.
void append_json_string(std::string& out, std::string_view text);

TextPlace place_of(std::string_view text, std::size_t offset);

}  // namespace base
