// A post as a card of a feed: pure, (document, post, width, measurer) -> boxes. Its height never
// depends on a picture's arrival.
#pragma once

#include <cstdint>

#include "layout/box.h"
#include "layout/document.h"
#include "layout/text_part.h"
#include "layout/translation.h"
#include "model/language.h"
#include "model/post.h"
#include "model/words.h"

namespace layout {

struct CardInput {
  const model::Post& post;
  const Document& document;
  float width_pt = 0;
  bool compact = false;   // phone-sized feed: the compact gaps and paddings
  bool revealed = false;  // the reader asked for what is sensitive or warned about
  const model::Words& words;
  model::Language reader;  // numbers are written this reader's way
  TranslationView translation = {};
};

Boxes build_card(const CardInput& input, Measurer measurer);

// Height of a card whose post is not at hand, from what is kept of it. Close, not exact.
struct CardSketch {
  float media_ratio = 0;     // width / height as shown; 0: text cover
  float title_width_pt = 0;  // natural width
  float translation_height_pt = 0;
};
CardSketch sketch_card(const CardInput& input, const Boxes& card);
float estimate_height(const CardSketch& sketch, const Document& document, float width_pt,
                      bool compact);

// width / height of a picture as a card shows it.
float shown_ratio(const model::Media& media, const Document& document);

}  // namespace layout
