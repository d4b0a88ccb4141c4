// Paints laid-out boxes (layout/box.h): the cards of the feed and the opened post's page.
#pragma once

#include <span>

#include "core/state.h"
#include "layout/box.h"
#include "ui/canvas.h"
#include "ui/picture_store.h"
#include "ui/text_painter.h"

namespace ui {

// What painting anything takes.
struct Painter {
  Canvas& canvas;
  TextPainter& text;
  PictureStore& pictures;
  const core::State& state;

  [[nodiscard]] Rgba color(layout::Col token) const {
    return state.lab.document.color(token, state.dark());
  }
  [[nodiscard]] float number(layout::Num token) const { return state.lab.document[token]; }
};

// The steady colour of the n-th language of the mix.
Rgba language_color(const Painter& painter, int hue);

// A picture over its blurhash, fading in. size_pt: as it was wanted from core/pictures.
struct PicturePaint {
  std::string_view url;
  base::Size wanted_pt;
  std::string_view blurhash;
  base::Rect rect;
  float radius = 0;
  Corners corners = Corners::None;
  bool blurred_only = false;
  float focus_x = 0;
  float focus_y = 0;
};
void paint_picture(const Painter& painter, const PicturePaint& picture);

void paint_avatar(const Painter& painter, const model::Author& author, base::Rect rect);

struct BoxesPaint {
  const layout::Boxes& boxes;
  std::span<const layout::Box> only;  // a part of boxes.boxes
  base::Point at;                     // of the boxes' origin, window points
  const model::Post& post;
  bool blurred = false;  // pictures wait for the reader's consent
  TextPainter::View view;
};
void paint_boxes(const Painter& painter, const BoxesPaint& paint);

void paint_text(const Painter& painter, const layout::TextBlock& text, base::Point at, Rgba color,
                TextPainter::View view = {});

}  // namespace ui
