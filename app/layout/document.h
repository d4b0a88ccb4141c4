// A layout document: how a feed and its cards are built, as data. Reading one never half succeeds:
// it gives a whole document, or what is wrong, where, and what was expected.
//
//   {"crossfeed-layout": 1, "name": "duo", "extends": "duo" (optional), "card": ["media", "title",
//   …],
//    "tokens": {"gap": {"label": "Gap", "group": "Feed", "unit": "pt", "min": 0, "max": 48,
//    "value": 16},
//               "color-page": {"label": "Page", "group": "Colours", "light": "#F4F2EF", "dark":
//               "#121110"}}}
//
// A document that extends a shipped one names only what differs, each token as a bare value
// ("gap": 20, "color-page": {"light": …, "dark": …} or either one alone).
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "layout/tokens.h"

namespace layout {

inline constexpr std::size_t kMaxDocumentBytes = 256u << 10;  // a shipped one is 9 KB
inline constexpr std::size_t kMaxLabelBytes = 80;             // names and labels that a panel shows
inline constexpr std::string_view kShippedName = "duo";

// The parts a card may have, top to bottom in the document's order. Counts directly after Author
// share its row, at the far end.
enum class Part : std::uint8_t { Media, Title, Body, Translation, Author, Counts };
inline constexpr int kPartCount = 6;
std::string_view part_name(Part part);

struct NumberToken {
  std::string label;
  std::string group;
  std::string unit;  // "pt", "count", "ratio", "ms", "weight"
  float min = 0;
  float max = 0;
  float fallback = 0;  // the shipped value
  float value = 0;
};

// 0xRRGGBBAA
struct ColorToken {
  std::string label;
  std::string group;
  std::uint32_t light_fallback = 0;
  std::uint32_t dark_fallback = 0;
  std::uint32_t light = 0;
  std::uint32_t dark = 0;
};

struct Document {
  std::string name;
  std::vector<Part> card;
  std::vector<Part> card_fallback;
  std::array<NumberToken, kNumCount> numbers;
  std::array<ColorToken, kColCount> colors;

  [[nodiscard]] float operator[](Num token) const {
    return numbers[static_cast<std::size_t>(token)].value;
  }
  [[nodiscard]] std::uint32_t color(Col token, bool dark) const {
    const ColorToken& color = colors[static_cast<std::size_t>(token)];
    return dark ? color.dark : color.light;
  }
};

// Equal in what they draw: values, colours and card parts; labels do not count.
bool same_look(const Document& a, const Document& b);
bool is_changed(const Document& document, Num token);
bool is_changed(const Document& document, Col token);
bool is_card_changed(const Document& document);

struct DocumentError {
  std::string what;      // "gap is 90"
  std::string expected;  // "a number from 0 to 48"
  base::TextPlace place;
  [[nodiscard]] std::string message() const;  // "Line 4, column 12: gap is 90; expected a number…"
};

// base: the shipped document that "extends" may name (nullptr only when reading that one itself).
base::Result<Document, DocumentError> parse_document(std::string_view text, const Document* base);

// The shipped document, read from the bundle's bytes. A CHECK if it is broken: that is a bug.
Document shipped_document(std::string_view text);

// What differs from the shipped document, as a document that extends it. Reading it gives the same
// look.
std::string write_changes(const Document& document);

std::string color_text(std::uint32_t rgba);  // "#RRGGBB", or "#RRGGBBAA" unless opaque

}  // namespace layout
