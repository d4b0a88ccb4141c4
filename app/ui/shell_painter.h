// Paints the window's own controls (core/shell_view.h): header, navigation, notes, pills, toasts.
#pragma once

#include "ui/box_painter.h"

namespace ui {

enum class Over : std::uint8_t { Feed, Post, Everything };

// The controls that belong over the feed, over the opened post, or over all.
void paint_controls(const Painter& painter, Over over);

}  // namespace ui
