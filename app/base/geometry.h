// Lengths and rectangles. Two units exist and never mix:
//  - points (suffix _pt, plain float): what layout speaks; one CSS pixel.
//  - pixels (suffix _px, int): device pixels; only rendering and images speak them.
// Vertical positions in a feed are double, since a feed can be millions of points tall.
#pragma once

namespace base {

struct Point {
  float x = 0;
  float y = 0;
  bool operator==(const Point&) const = default;
};

struct Size {
  float w = 0;
  float h = 0;
  bool operator==(const Size&) const = default;
};

struct Rect {
  float x = 0;
  float y = 0;
  float w = 0;
  float h = 0;

  [[nodiscard]] float right() const { return x + w; }
  [[nodiscard]] float bottom() const { return y + h; }
  [[nodiscard]] bool contains(Point p) const {
    return p.x >= x && p.x < right() && p.y >= y && p.y < bottom();
  }
  [[nodiscard]] Rect moved(float dx, float dy) const { return {x + dx, y + dy, w, h}; }
  [[nodiscard]] Rect shrunk(float by) const { return {x + by, y + by, w - 2 * by, h - 2 * by}; }
  // Where it stands when what is `width` wide is seen in a mirror.
  [[nodiscard]] Rect mirrored(float width) const { return {width - x - w, y, w, h}; }
  bool operator==(const Rect&) const = default;
};

struct PixelSize {
  int w = 0;
  int h = 0;
  bool operator==(const PixelSize&) const = default;
};

}  // namespace base
