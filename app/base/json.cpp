#include "base/json.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <nlohmann/json.hpp>

#include "base/utf8.h"

namespace base {
namespace {

// The document as the library reads it: valid UTF-8 and no lone surrogate escapes, both of which it
// would refuse. Knows where in the original bytes it stands.
class Source {
 public:
  explicit Source(std::string_view bytes) : bytes_(bytes) {
    if (bytes_.starts_with("\xEF\xBB\xBF")) next_ = 3;
    advance();
  }
  [[nodiscard]] bool done() const { return done_; }
  [[nodiscard]] char current() const { return *ready_; }
  // Just behind what has been read.
  [[nodiscard]] std::size_t read_to() const { return at_; }

  void advance() {
    at_ = next_;
    if (left_ > 1) {
      --left_;
      ++ready_;
      return;
    }
    load();
  }

 private:
  void load() {
    if (next_ >= bytes_.size()) {
      done_ = true;
      return;
    }
    const char c = bytes_[next_];
    if (c == '\\') {
      load_escape();
    } else if (static_cast<unsigned char>(c) < 0x80) {
      give(bytes_.data() + next_, 1, 1);
    } else {
      const Decoded decoded = decode_utf8(bytes_, next_);
      const bool replaced =
          decoded.code == kReplacement && bytes_.substr(next_, 3) != kReplacementText;
      if (replaced) {
        give(kReplacementText.data(), 3, decoded.bytes);
      } else {
        give(bytes_.data() + next_, decoded.bytes, decoded.bytes);
      }
    }
  }

  void load_escape() {
    const int unit = escaped_unit(next_);
    const char* here = bytes_.data() + next_;
    if (unit >= 0xD800 && unit <= 0xDBFF) {
      const int second = escaped_unit(next_ + 6);
      if (second >= 0xDC00 && second <= 0xDFFF) {
        give(here, 12, 12);
        return;
      }
    }
    if (unit >= 0xD800 && unit <= 0xDFFF) {
      give("\\uFFFD", 6, 6);
      return;
    }
    // The escaped character goes along, so that "\\\\u" is not taken for the start of an escape.
    const bool pair = next_ + 1 < bytes_.size() && static_cast<unsigned char>(here[1]) < 0x80;
    give(here, pair ? 2u : 1u, pair ? 2u : 1u);
  }

  // The value of "\uXXXX" at `at`, or -1.
  [[nodiscard]] int escaped_unit(std::size_t at) const {
    if (at + 6 > bytes_.size() || bytes_[at] != '\\' || bytes_[at + 1] != 'u') return -1;
    unsigned value = 0;
    const char* first = bytes_.data() + at + 2;
    const auto [end, error] = std::from_chars(first, first + 4, value, 16);
    return error == std::errc() && end == first + 4 ? static_cast<int>(value) : -1;
  }

  void give(const char* from, std::size_t count, std::size_t consumed) {
    ready_ = from;
    left_ = count;
    next_ += consumed;
  }

  static constexpr std::string_view kReplacementText = "\xEF\xBF\xBD";
  std::string_view bytes_;
  const char* ready_ = nullptr;
  std::size_t left_ = 0;
  std::size_t next_ = 0;
  std::size_t at_ = 0;
  bool done_ = false;
};

struct SourceIterator {
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = char;

  Source* source = nullptr;  // null: the end

  char operator*() const { return source->current(); }
  SourceIterator& operator++() {
    source->advance();
    return *this;
  }
  SourceIterator operator++(int) {
    SourceIterator before = *this;
    source->advance();
    return before;
  }
  [[nodiscard]] bool at_end() const { return source == nullptr || source->done(); }
  bool operator==(const SourceIterator& other) const { return at_end() == other.at_end(); }
  bool operator!=(const SourceIterator& other) const { return at_end() != other.at_end(); }
};

// What the library's message says, in a reader's words.
std::string_view reworded(std::string_view message) {
  struct Rewording {
    std::string_view sign;
    std::string_view words;
  };
  static constexpr Rewording kRewordings[] = {
      {"missing closing quote", "a text in quotes does not end"},
      {"control character", "a line break or another control character stands inside a text"},
      {"'\\u' must be", "'\\u' must be followed by four hexadecimal digits"},
      {"after backslash", "this character cannot stand after a backslash"},
      {"invalid number", "this is not a number"},
      {"number overflow", "this number is too large"},
      {"; expected '}'", "expected ',' or '}'"},
      {"; expected ']'", "expected ',' or ']'"},
      {"; expected ':'", "expected ':'"},
      {"; expected string literal", "expected a name in double quotes"},
      {"; expected end of input", "expected the end of the document"},
      {"; expected ", "expected a value"},
      {"invalid literal", "expected a value"},
  };
  for (const Rewording& candidate : kRewordings) {
    if (message.find(candidate.sign) != std::string_view::npos) return candidate.words;
  }
  return "expected a value";
}

// Receives the library's calls and builds the tree. Every call comes when the source stands behind
// the token (a number: possibly one further), so a token starts where the one before it ended,
// after blanks and separators.
class Builder {
 public:
  Builder(std::string_view bytes, const JsonLimits& limits, const Source& source)
      : bytes_(bytes), limits_(limits), source_(source) {
    if (bytes_.starts_with("\xEF\xBB\xBF")) behind_ = 3;
  }

  bool null() { return add(Json()); }
  bool boolean(bool value) { return add(Json::boolean(value)); }
  bool number_integer(std::int64_t value) { return add_number(Json::integer(value)); }
  bool number_unsigned(std::uint64_t value) {
    return value <= INT64_MAX ? number_integer(static_cast<std::int64_t>(value))
                              : add_number(Json::number(static_cast<double>(value)));
  }
  bool number_float(double value, const std::string&) { return add_number(Json::number(value)); }
  bool string(std::string& value) { return add(Json::string(std::move(value))); }
  bool binary(std::vector<std::uint8_t>&) { return false; }
  bool start_object(std::size_t) { return open(Json::object()); }
  bool start_array(std::size_t) { return open(Json::array()); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }

  bool key(std::string& name) {
    token_start();
    keys_.back() = std::move(name);
    return true;
  }

  template <typename Exception>
  bool parse_error(std::size_t, const std::string&, const Exception& exception) {
    const std::size_t start = token_start();
    if (start >= bytes_.size()) {
      refuse("the document ends too early", bytes_.size());
    } else {
      refuse(std::string(reworded(exception.what())), start);
    }
    return false;
  }

  [[nodiscard]] Json take_root() { return std::move(root_); }
  [[nodiscard]] JsonError take_error() { return std::move(error_); }
  // Only blanks may follow the document; the library takes a zero byte for the end.
  bool check_end() {
    const std::size_t start = token_start();
    if (start >= bytes_.size()) return true;
    refuse("expected the end of the document", start);
    return false;
  }

 private:
  std::size_t token_start() {
    std::size_t start = behind_;
    while (start < bytes_.size() && is_between(bytes_[start])) ++start;
    behind_ = std::max(start, source_.read_to());
    return start;
  }
  static bool is_between(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == ',' || c == ':';
  }

  // The library looks one character beyond a number.
  bool add_number(Json value) {
    if (!add(std::move(value))) return false;
    behind_ = std::min(bytes_.find_first_not_of("+-.0123456789eE", start_), bytes_.size());
    return true;
  }

  bool add(Json value) {
    start_ = token_start();
    if (!count(start_)) return false;
    value.set_offset(start_);
    place(std::move(value));
    return true;
  }

  bool open(Json container) {
    const std::size_t start = token_start();
    if (!count(start)) return false;
    if (open_.size() >= static_cast<std::size_t>(limits_.depth)) {
      refuse("the document is nested too deeply", start);
      return false;
    }
    container.set_offset(start);
    open_.push_back(std::move(container));
    keys_.emplace_back();
    return true;
  }

  bool close() {
    token_start();
    Json done = std::move(open_.back());
    open_.pop_back();
    keys_.pop_back();
    place(std::move(done));
    return true;
  }

  void place(Json value) {
    if (open_.empty()) {
      root_ = std::move(value);
    } else if (open_.back().is_array()) {
      open_.back().push(std::move(value));
    } else {
      open_.back().append(std::move(keys_.back()), std::move(value));
    }
  }

  bool count(std::size_t start) {
    if (++values_ <= limits_.values) return true;
    refuse("the document has too many values", start);
    return false;
  }

  void refuse(std::string what, std::size_t offset) {
    error_ = JsonError{std::move(what), offset, place_of(bytes_, offset)};
  }

  std::string_view bytes_;
  JsonLimits limits_;
  const Source& source_;
  std::size_t behind_ = 0;  // the end of the last token
  std::size_t start_ = 0;   // the start of the last single value
  std::size_t values_ = 0;
  std::vector<Json> open_;
  std::vector<std::string> keys_;
  Json root_;
  JsonError error_;
};

}  // namespace

Result<Json, JsonError> parse_json(std::string_view bytes, const JsonLimits& limits) {
  if (bytes.size() > limits.bytes) {
    return fail(
        JsonError{"the document is larger than " + std::to_string(limits.bytes) + " bytes", 0, {}});
  }
  Source source(bytes);
  Builder builder(bytes, limits, source);
  const bool read = nlohmann::json::sax_parse(SourceIterator{&source}, SourceIterator{}, &builder);
  if (!read || !builder.check_end()) return fail(builder.take_error());
  return builder.take_root();
}

TextPlace place_of(std::string_view text, std::size_t offset) {
  TextPlace place;
  std::size_t at = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  offset = std::min(offset, text.size());
  while (at < offset) {
    const Decoded decoded = decode_utf8(text, at);
    const char c = text[at];
    if (c == '\n' || (c == '\r' && !text.substr(at + 1).starts_with('\n'))) {
      ++place.line;
      place.column = 1;
    } else if (c != '\r') {
      ++place.column;
    }
    at += decoded.bytes;
  }
  return place;
}

}  // namespace base
