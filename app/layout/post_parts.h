// What stands below an opened post's text: the page that it links to, and its counts. Pure. Each
// adds its boxes and gives the height that they take; 0: there is nothing to show.
#pragma once

#include "layout/box.h"
#include "layout/document.h"
#include "layout/text_part.h"
#include "model/language.h"
#include "model/post.h"

namespace layout {

float add_link_preview(const model::LinkPreview& link, base::Point at, float width_pt,
                       const Document& document, Measurer measurer, Boxes& out);
// In the reader's way of writing numbers.
float add_counts(const model::Counts& counts, const model::Language& reader, base::Point at,
                 const Document& document, Measurer measurer, Boxes& out);

}  // namespace layout
