#include "layout/document_read.h"

#include <algorithm>
#include <bitset>
#include <charconv>
#include <cmath>
#include <utility>

#include "base/utf8.h"
#include "base/words.h"
#include "layout/document.h"

namespace layout {
namespace {

using base::Json;

constexpr base::JsonLimits kLimits{.bytes = kMaxDocumentBytes, .depth = 8, .values = 4000};
constexpr float kLargest = 10'000;  // bounds of the shipped document's own ranges
constexpr std::size_t kShownBytes = 40;

constexpr std::string_view kDocumentKeys = "crossfeed-layout name extends card tokens";
constexpr std::string_view kNumberKeys = "label group unit min max value";
constexpr std::string_view kColorKeys = "label group light dark";
constexpr std::string_view kUnits = "pt count ratio ms weight";
constexpr std::string_view kParts = "media title body translation author counts";
constexpr std::string_view kTokens =
#define X(id, name) name " "
    CROSSFEED_NUMBERS(X) CROSSFEED_COLORS(X)
#undef X
    ;

std::string quoted(std::string_view text) {
  const std::string_view shown = base::utf8_prefix(text, kShownBytes);
  return "'" + std::string(shown) + (shown.size() < text.size() ? "…'" : "'");
}

std::string shown(const Json& value) {
  switch (value.kind()) {
    case Json::Kind::Array:
      return "a list";
    case Json::Kind::Object:
      return "an object";
    case Json::Kind::String:
      return quoted(value.string_or({}));
    case Json::Kind::Null:
    case Json::Kind::Bool:
    case Json::Kind::Number:
      break;
  }
  return base::write_json(value);
}

std::string number_text(float value) { return base::write_json(Json::number(decimal_of(value))); }

bool is_one_of(std::string_view words, std::string_view name) {
  return name.find(' ') == std::string_view::npos && base::has_word(words, name);
}

std::string listed(std::string_view words) {
  std::string out;
  for (const char c : words) out += c == ' ' ? std::string(", ") : std::string(1, c);
  return out;
}

// How many characters must be added, dropped or replaced (Levenshtein).
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i + 1);
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, diagonal + 1, row[j] + 1});
    }
  }
  return row.back();
}

// What is expected instead of a name that is not among the words.
std::string one_of(std::string_view words, std::string_view kind, std::string_view name) {
  name = name.substr(0, kShownBytes);
  std::string_view nearest;
  std::size_t least = name.size() / 3 + 2;  // from here on it is another word, not a slip
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    const std::string_view word = words.substr(at, end - at);
    const std::size_t far = distance(name, word);
    if (!word.empty() && far < least) {
      least = far;
      nearest = word;
    }
    at = end + 1;
  }
  if (!nearest.empty()) return std::string(kind) + ": did you mean '" + std::string(nearest) + "'?";
  if (words.size() > 80) return std::string(kind) + " of the shipped layout";
  return std::string(kind) + ": " + listed(words);
}

class Reader {
 public:
  Reader(std::string_view text, const Document* shipped) : text_(text), shipped_(shipped) {}

  bool read(const Json& root);
  [[nodiscard]] Document& document() { return document_; }
  [[nodiscard]] DocumentError& error() { return error_; }

 private:
  bool refuse(std::size_t offset, std::string what, std::string expected) {
    error_ = {std::move(what), std::move(expected), base::place_of(text_, offset)};
    return false;
  }
  bool refuse(const Json& value, std::string_view name, std::string expected) {
    return refuse(value.offset(), std::string(name) + " is " + shown(value), std::move(expected));
  }

  // Where the name of a member starts, from where its value starts.
  [[nodiscard]] std::size_t key_offset(const Json& value) const {
    const std::size_t end = text_.rfind('"', value.offset() - 1);
    std::size_t at = end;
    while (at != std::string_view::npos && at > 0) {
      at = text_.rfind('"', at - 1);
      if (at == std::string_view::npos) break;
      std::size_t slashes = 0;
      while (slashes < at && text_[at - slashes - 1] == '\\') ++slashes;
      if (slashes % 2 == 0) return at;
    }
    return value.offset();
  }

  bool check_object(const Json& value, std::string_view name, std::string_view keys,
                    std::string_view key_kind);
  bool read_text(const Json& object, std::string_view name, std::string_view key, std::string& out);
  bool read_number(const Json& value, std::string_view name, float min, float max, bool whole,
                   float& out);
  bool read_part_of_number(const Json& object, std::string_view name, std::string_view key,
                           float min, float max, bool whole, float& out);
  bool read_number_token(const Json& value, std::string_view name, NumberToken& token);
  bool read_color(const Json& object, std::string_view name, std::string_view key,
                  std::uint32_t& out);
  bool read_color_token(const Json& value, std::string_view name, ColorToken& token);
  bool read_card(const Json& root);
  bool read_tokens(const Json& root);
  bool read_head(const Json& root);

  std::string_view text_;
  const Document* shipped_;
  Document document_;
  DocumentError error_;
  bool extends_ = false;
};

bool Reader::check_object(const Json& value, std::string_view name, std::string_view keys,
                          std::string_view key_kind) {
  if (!value.is_object()) {
    return refuse(value, name, "an object with " + listed(keys));
  }
  for (const auto& [key, member] : value.members()) {
    if (!is_one_of(keys, key)) {
      return refuse(key_offset(member), quoted(key) + " is not known", one_of(keys, key_kind, key));
    }
    if (value[key].offset() != member.offset()) {
      return refuse(key_offset(member), quoted(key) + " stands here a second time",
                    "each name once");
    }
  }
  return true;
}

bool Reader::read_text(const Json& object, std::string_view name, std::string_view key,
                       std::string& out) {
  const Json& value = object[key];
  const std::string full_name = std::string(name) + std::string(key);
  if (!object.has(key))
    return refuse(object.offset(), full_name + " is missing", "a text in quotes");
  const std::string_view text = value.string_or({});
  if (text.empty() || text.size() > kMaxLabelBytes) {
    return refuse(value, full_name, "a text of 1 to " + std::to_string(kMaxLabelBytes) + " bytes");
  }
  out = text;
  return true;
}

bool Reader::read_number(const Json& value, std::string_view name, float min, float max, bool whole,
                         float& out) {
  const double number = value.number_or(NAN);
  const float rounded = std::abs(number) <= 1e9 ? static_cast<float>(number) : NAN;
  if (rounded >= min && rounded <= max && !(whole && rounded != std::floor(rounded))) {
    out = rounded;
    return true;
  }
  return refuse(value, name,
                std::string(whole ? "a whole number" : "a number") + " from " + number_text(min) +
                    " to " + number_text(max));
}

bool Reader::read_part_of_number(const Json& object, std::string_view name, std::string_view key,
                                 float min, float max, bool whole, float& out) {
  const std::string full_name = std::string(name) + "'s " + std::string(key);
  if (!object.has(key)) return refuse(object.offset(), full_name + " is missing", "a number");
  return read_number(object[key], key == "value" ? name : full_name, min, max, whole, out);
}

bool Reader::read_number_token(const Json& value, std::string_view name, NumberToken& token) {
  const bool whole = token.unit == "count";
  if (extends_) return read_number(value, name, token.min, token.max, whole, token.value);
  // A document's own ranges stay within the shipped ones: those are what the code is made for.
  const float min = shipped_ != nullptr ? token.min : -kLargest;
  const float max = shipped_ != nullptr ? token.max : kLargest;
  if (!check_object(value, name, kNumberKeys, "a token's key")) return false;
  const std::string owner = std::string(name) + "'s ";
  std::string unit;
  if (!read_text(value, owner, "label", token.label) ||
      !read_text(value, owner, "group", token.group) || !read_text(value, owner, "unit", unit)) {
    return false;
  }
  const std::string_view units = shipped_ != nullptr ? std::string_view(token.unit) : kUnits;
  if (!is_one_of(units, unit))
    return refuse(value["unit"], owner + "unit", "the unit " + listed(units));
  token.unit = unit;
  if (!read_part_of_number(value, name, "min", min, max, false, token.min) ||
      !read_part_of_number(value, name, "max", min, max, false, token.max)) {
    return false;
  }
  if (token.min > token.max) {
    return refuse(value["min"].offset(),
                  owner + "min is " + number_text(token.min) + ", above its max",
                  "at most " + number_text(token.max));
  }
  return read_part_of_number(value, name, "value", token.min, token.max, unit == "count",
                             token.value);
}

bool Reader::read_color(const Json& object, std::string_view name, std::string_view key,
                        std::uint32_t& out) {
  const std::string full_name = std::string(name) + "'s " + std::string(key);
  const std::string expected = "a colour: '#RGB', '#RRGGBB' or '#RRGGBBAA'";
  if (!object.has(key)) {
    return extends_ || refuse(object.offset(), full_name + " is missing", expected);
  }
  const std::optional<std::uint32_t> color = parse_color(object[key].string_or({}));
  if (!color) return refuse(object[key], full_name, expected);
  out = *color;
  return true;
}

bool Reader::read_color_token(const Json& value, std::string_view name, ColorToken& token) {
  const std::string owner = std::string(name) + "'s ";
  if (!check_object(value, name, extends_ ? "light dark" : kColorKeys, "a colour's key"))
    return false;
  if (!extends_ && (!read_text(value, owner, "label", token.label) ||
                    !read_text(value, owner, "group", token.group))) {
    return false;
  }
  return read_color(value, name, "light", token.light) &&
         read_color(value, name, "dark", token.dark);
}

bool Reader::read_card(const Json& root) {
  const Json& card = root["card"];
  if (extends_ && !root.has("card")) return true;
  const std::string expected = "a list of parts: " + listed(kParts);
  if (!root.has("card")) return refuse(root.offset(), "card is missing", expected);
  if (!card.is_array()) return refuse(card, "card", expected);
  if (card.items().empty()) return refuse(card.offset(), "card is empty", "at least one part");
  document_.card.clear();
  for (const Json& item : card.items()) {
    const std::string_view name = item.string_or({});
    int index = 0;
    while (index < kPartCount && part_name(static_cast<Part>(index)) != name) ++index;
    if (index == kPartCount) return refuse(item, "a part", one_of(kParts, "a part", name));
    const Part part = static_cast<Part>(index);
    if (std::find(document_.card.begin(), document_.card.end(), part) != document_.card.end()) {
      return refuse(item.offset(), "the part " + quoted(name) + " is repeated", "each part once");
    }
    document_.card.push_back(part);
  }
  return true;
}

bool Reader::read_tokens(const Json& root) {
  const Json& tokens = root["tokens"];
  if (!root.has("tokens")) {
    return extends_ || refuse(root.offset(), "tokens is missing", "an object with all tokens");
  }
  if (!tokens.is_object()) return refuse(tokens, "tokens", "an object of tokens");
  if (!check_object(tokens, "tokens", kTokens, "a token")) return false;
  for (std::size_t i = 0; i < kNumCount; ++i) {
    const std::string_view name = token_name(static_cast<Num>(i));
    if (tokens.has(name)) {
      if (!read_number_token(tokens[name], name, document_.numbers[i])) return false;
    } else if (!extends_) {
      return refuse(tokens.offset(), "the token " + quoted(name) + " is missing",
                    "every token, or \"extends\"");
    }
  }
  for (std::size_t i = 0; i < kColCount; ++i) {
    const std::string_view name = token_name(static_cast<Col>(i));
    if (tokens.has(name)) {
      if (!read_color_token(tokens[name], name, document_.colors[i])) return false;
    } else if (!extends_) {
      return refuse(tokens.offset(), "the token " + quoted(name) + " is missing",
                    "every token, or \"extends\"");
    }
  }
  return true;
}

bool Reader::read_head(const Json& root) {
  if (!root.is_object())
    return refuse(root, "the document", "an object: {\"crossfeed-layout\": 1, …}");
  // First of all: a later version may well have other keys.
  const Json& version = root["crossfeed-layout"];
  if (!root.has("crossfeed-layout")) {
    return refuse(root.offset(), "crossfeed-layout is missing", "\"crossfeed-layout\": 1");
  }
  if (!version.is_number() || version.number_or(0) != 1) {
    return refuse(version, "crossfeed-layout", "1, the version that this app reads");
  }
  if (!check_object(root, "the document", kDocumentKeys, "a document's key")) return false;
  extends_ = root.has("extends");
  if (extends_ && (shipped_ == nullptr || root["extends"].string_or({}) != shipped_->name)) {
    return refuse(root["extends"], "extends",
                  shipped_ != nullptr ? quoted(shipped_->name) : "a document without it");
  }
  if (shipped_ != nullptr) document_ = *shipped_;
  return (extends_ && !root.has("name")) || read_text(root, "", "name", document_.name);
}

bool Reader::read(const Json& root) {
  if (!read_head(root) || !read_card(root) || !read_tokens(root)) return false;
  if (shipped_ != nullptr) return true;
  document_.card_fallback = document_.card;
  for (NumberToken& token : document_.numbers) token.fallback = token.value;
  for (ColorToken& token : document_.colors) {
    token.light_fallback = token.light;
    token.dark_fallback = token.dark;
  }
  return true;
}

DocumentError from_json_error(const base::JsonError& error) {
  constexpr std::string_view kExpected = "expected ";
  if (error.what.starts_with(kExpected)) {
    return {"this is not JSON", error.what.substr(kExpected.size()), error.place};
  }
  return {error.what, "a layout document in JSON", error.place};
}

}  // namespace

std::optional<std::uint32_t> parse_color(std::string_view text) {
  if (!text.starts_with('#')) return std::nullopt;
  text.remove_prefix(1);
  if (text.size() != 3 && text.size() != 6 && text.size() != 8) return std::nullopt;
  std::uint32_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value, 16);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
  if (text.size() == 8) return value;
  if (text.size() == 6) return value << 8 | 0xFF;
  const std::uint32_t r = value >> 8;
  const std::uint32_t g = value >> 4 & 15;
  const std::uint32_t b = value & 15;
  return (r * 17) << 24 | (g * 17) << 16 | (b * 17) << 8 | 0xFF;
}

base::Result<Document, DocumentError> parse_document(std::string_view text, const Document* base) {
  const auto json = base::parse_json(text, kLimits);
  if (!json) return base::fail(from_json_error(json.error()));
  Reader reader(text, base);
  if (!reader.read(json.value())) return base::fail(std::move(reader.error()));
  return std::move(reader.document());
}

}  // namespace layout
