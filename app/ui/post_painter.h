// Paints the opened post over the feed: scrim, sheet, picture pane, the page with its comments, and
// the picture enlarged.
#pragma once

#include "ui/box_painter.h"

namespace ui {

void paint_post(const Painter& painter);
void paint_zoom(const Painter& painter);

// Where the current picture stands in the window, and the part of the window it may cover.
struct MediaWindow {
  base::Rect rect;
  base::Rect clip;
};
MediaWindow media_window(const core::State& state);

}  // namespace ui
