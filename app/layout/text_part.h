// From a post's rich text to paragraphs in a document's type.
#pragma once

#include <string>
#include <string_view>

#include "layout/box.h"
#include "layout/tokens.h"
#include "model/rich_text.h"
#include "ports/glyphs.h"
#include "text/measure_cache.h"
#include "text/paragraph.h"

namespace layout {

struct Measurer {
  ports::Glyphs& glyphs;
  text::MeasureCache& cache;
  text::Spacing spacing = {};
};

struct Type {
  float size_pt = 14;
  float line_pt = 20;
  std::uint16_t weight = 400;
  bool tabular = false;
};

TextBlock build_text(const model::RichText& rich, const Type& type, std::string_view language,
                     const text::BreakOptions& options, Measurer measurer);
// A text that stands beside other things whatever its direction: its lines begin at the left.
void hug_left(TextBlock& text);
// A label hugs the left when it is one line and not centred. language (BCP-47): the interface's
// where empty.
TextBlock build_label(std::string text, const Type& type, const text::BreakOptions& options,
                      Measurer measurer, std::string_view language = "");

// A display name that hides nothing and steers nothing (text/display_name.h), with its emoji.
model::RichText safe_name(const model::RichText& name);

// Adds a text to the boxes, in a box of its height; gives that height.
float put_text(Boxes& out, TextBlock text, base::Point at, float width, Col color);

// The bytes [begin, end) with their spans and blocks; end is cut to the text.
model::RichText slice(const model::RichText& rich, std::uint32_t begin, std::uint32_t end);
// Blocks joined by spaces: for titles and covers, where paragraphs do not count.
model::RichText flatten(const model::RichText& rich);

// A post's headline and what follows it. The title is the first block when that is a heading,
// wholly strong, or short and followed by more; else it is empty and the rest is everything.
struct Headline {
  model::RichText title;
  model::RichText rest;
};
Headline split_headline(const model::RichText& body);

}  // namespace layout
