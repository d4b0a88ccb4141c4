// Writes the outline of what is shown now: the feed's cards, the opened post, the window's
// controls. The lab's panel adds its own controls while it is drawn (ui/lab_panel), since it knows
// where they are.
#pragma once

#include "core/outline.h"
#include "core/state.h"

namespace core {

void write_feed_outline(const State& state, OutlineWriter& writer);
void write_post_outline(const State& state, OutlineWriter& writer);
// Header, navigation, notes, toasts, list of keys; the live regions.
void write_window_outline(const State& state, OutlineWriter& writer);

// Top of the feed's scroller in content points: moved along in steps once a feed outgrows what a
// browser can lay out.
double scroller_origin(const State& state);
double scroller_height(const State& state);

}  // namespace core
