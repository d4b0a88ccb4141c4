// An opened post read beside its translation: the choice of how, and the rows of a text read by
// paragraph or by sentence. Pure.
#pragma once

#include "layout/box.h"
#include "layout/document.h"
#include "layout/reading.h"
#include "layout/text_part.h"

namespace layout {

struct ReadingPlace {
  base::Point at;
  float width_pt = 0;
  Type type;  // of the original
};

// Both add their boxes and give the height that they take.
float add_reading_modes(const ReadingView& view, const ReadingPlace& place,
                        const Document& document, Measurer measurer, Boxes& out);
float add_reading_rows(const ReadingView& view, const ReadingPlace& place, const Document& document,
                       Measurer measurer, Boxes& out);

}  // namespace layout
