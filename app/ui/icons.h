// The interface's icons, drawn as lines of one weight in a square.
#pragma once

#include "layout/box.h"
#include "ui/canvas.h"

namespace ui {

void paint_icon(Canvas& canvas, layout::Icon icon, base::Rect square, Rgba color);

}  // namespace ui
