// Paints the feed: the visible cards, skeletons where posts are awaited.
#pragma once

#include "ui/box_painter.h"

namespace ui {

void paint_feed(const Painter& painter);
// Inks the text of the cards next to come into view, as far as the frame's budget goes.
void prepare_feed_ink(const Painter& painter);

}  // namespace ui
