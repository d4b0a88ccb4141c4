// Where the large parts of the window stand, for its size and the document's tokens. Desktop:
// navigation at the left, the feed in the middle, notes at the right (the lab takes their place);
// phone: the feed from edge to edge over a bar at the bottom.
#pragma once

#include "base/geometry.h"
#include "layout/document.h"

namespace layout {

struct Shell {
  base::Size window;
  bool compact = false;  // phone-sized feed
  bool has_nav = false;
  bool has_side = false;
  bool has_lab = false;
  bool has_bar = false;  // at the bottom: what has no room at the left
  base::Rect header;     // fixed at the top, over the feed's columns
  base::Rect nav;
  base::Rect side;
  base::Rect lab;
  base::Rect bar;
  float feed_x = 0;       // left edge of the first column
  float feed_width = 0;   // all columns with the gaps between them
  float feed_top = 0;     // content y of the first card
  float feed_bottom = 0;  // window y below which bars cover the feed
  float gap = 0;
  float margin = 0;
  int columns = 2;
  bool from_right = false;  // the first column is the rightmost
  float column_width = 0;

  // Whether cards must be laid out anew.
  [[nodiscard]] bool same_columns(const Shell& other) const {
    return columns == other.columns && column_width == other.column_width && gap == other.gap &&
           compact == other.compact;
  }
  [[nodiscard]] float column_x(int column) const {
    const float from = static_cast<float>(column) * (column_width + gap);
    return from_right ? feed_x + feed_width - column_width - from : feed_x + from;
  }
};

Shell build_shell(base::Size window, const Document& document, bool lab_open);
// For a window that is read from right to left: navigation at the right, notes at the left.
Shell mirrored(Shell shell);

}  // namespace layout
