#include <cmath>

#include "layout/box.h"

namespace layout {

base::Rect mirrored_text_box(base::Rect rect, const TextBlock& text, float width) {
  if (text.hugs) rect.w = std::ceil(text.width());
  return rect.mirrored(width);
}

void mirror(Boxes& boxes) {
  const float width = boxes.size.w;
  for (Box& box : boxes.boxes) {
    box.rect =
        box.kind == BoxKind::Text
            ? mirrored_text_box(box.rect, boxes.texts[static_cast<std::size_t>(box.item)], width)
            : box.rect.mirrored(width);
  }
}

}  // namespace layout
