// What a document is and how it is written; reading one, with all that can be wrong, is
// document_read.cpp.
#include "layout/document.h"

#include <cstdio>
#include <cstdlib>

#include "base/check.h"
#include "layout/document_read.h"

namespace layout {
namespace {

using base::Json;

Json card_json(const std::vector<Part>& card) {
  Json parts = Json::array();
  for (const Part part : card) parts.push(Json::string(std::string(part_name(part))));
  return parts;
}

}  // namespace

std::string_view part_name(Part part) {
  static constexpr std::array<std::string_view, kPartCount> kNames = {
      "media", "title", "body", "translation", "author", "counts"};
  return kNames[static_cast<std::size_t>(part)];
}

bool is_changed(const Document& document, Num token) {
  const NumberToken& number = document.numbers[static_cast<std::size_t>(token)];
  return number.value != number.fallback;
}

bool is_changed(const Document& document, Col token) {
  const ColorToken& color = document.colors[static_cast<std::size_t>(token)];
  return color.light != color.light_fallback || color.dark != color.dark_fallback;
}

bool is_card_changed(const Document& document) { return document.card != document.card_fallback; }

bool same_look(const Document& a, const Document& b) {
  for (std::size_t i = 0; i < kNumCount; ++i) {
    if (a.numbers[i].value != b.numbers[i].value) return false;
  }
  for (std::size_t i = 0; i < kColCount; ++i) {
    if (a.colors[i].light != b.colors[i].light || a.colors[i].dark != b.colors[i].dark)
      return false;
  }
  return a.card == b.card;
}

std::string DocumentError::message() const {
  std::string out = "Line " + std::to_string(place.line) + ", column " +
                    std::to_string(place.column) + ": " + what + "; expected " + expected;
  if (!out.ends_with('?')) out += '.';
  return out;
}

Document shipped_document(std::string_view text) {
  auto read = parse_document(text, nullptr);
  if (!read) std::fprintf(stderr, "%s\n", read.error().message().c_str());
  CHECK(read.ok());
  return std::move(read.value());
}

std::string write_changes(const Document& document) {
  Json tokens = Json::object();
  for (std::size_t i = 0; i < kNumCount; ++i) {
    if (!is_changed(document, static_cast<Num>(i))) continue;
    tokens.append(std::string(token_name(static_cast<Num>(i))),
                  Json::number(decimal_of(document.numbers[i].value)));
  }
  for (std::size_t i = 0; i < kColCount; ++i) {
    if (!is_changed(document, static_cast<Col>(i))) continue;
    const ColorToken& color = document.colors[i];
    Json json = Json::object();
    if (color.light != color.light_fallback)
      json.append("light", Json::string(color_text(color.light)));
    if (color.dark != color.dark_fallback)
      json.append("dark", Json::string(color_text(color.dark)));
    tokens.append(std::string(token_name(static_cast<Col>(i))), std::move(json));
  }
  Json root = Json::object();
  root.append("crossfeed-layout", Json::integer(1));
  root.append("name", Json::string(document.name));
  root.append("extends", Json::string(std::string(kShippedName)));
  if (is_card_changed(document)) root.append("card", card_json(document.card));
  root.append("tokens", std::move(tokens));
  return base::write_json(root);
}

std::string color_text(std::uint32_t rgba) {
  char buffer[12];
  if ((rgba & 0xFF) == 0xFF) {
    std::snprintf(buffer, sizeof buffer, "#%06X", static_cast<unsigned>(rgba >> 8));
  } else {
    std::snprintf(buffer, sizeof buffer, "#%08X", static_cast<unsigned>(rgba));
  }
  return buffer;
}

double decimal_of(float value) {
  double decimal = static_cast<double>(value);
  for (int digits = 6; digits <= 9; ++digits) {
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "%.*g", digits, static_cast<double>(value));
    decimal = std::strtod(buffer, nullptr);
    if (static_cast<float>(decimal) == value) break;
  }
  return decimal;
}

}  // namespace layout
