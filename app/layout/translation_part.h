// A translation as boxes: the offer to translate, or the tinted block with what it says. The same
// on a card, in an opened post and below a comment. Pure.
#pragma once

#include "layout/box.h"
#include "layout/document.h"
#include "layout/text_part.h"
#include "layout/translation.h"

namespace layout {

struct TranslationPlace {
  base::Point at;
  float width_pt = 0;
  Type type;          // of the translated text
  int max_lines = 0;  // 0: all
  int target = -1;    // of the boxes that are pressed: which text they are about
};

// Adds the boxes and gives the height that they take; nothing for TranslationStage::None.
float add_translation(const TranslationView& view, const TranslationPlace& place,
                      const Document& document, Measurer measurer, Boxes& out);

}  // namespace layout
