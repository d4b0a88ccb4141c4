// What the ui asks of the browser's text engine when painting. Implemented over the bridge.
#pragma once

#include <cstdint>
#include <string_view>

#include "ports/glyphs.h"

namespace ui {

struct InkJob {
  std::string_view text;
  ports::PieceContext context;
  float scale = 1;     // pixels a point
  bool color = false;  // emoji: RGBA; else coverage
  std::uint32_t gl_texture = 0;
  int x = 0;  // of the rectangle in the texture, pixels
  int y = 0;
  int w = 0;
  int h = 0;
  float origin_x_px = 0;  // of the text's left end in the rectangle
  float baseline_px = 0;
};

class Inker {
 public:
  virtual ~Inker() = default;
  virtual void ink(const InkJob& job) = 0;
  // One glyph for ImGui's panels: fills w x h bytes of coverage (null: measures only), gives its
  // advance in pixels.
  virtual float glyph(std::uint32_t code, float size_px, std::uint8_t* pixels, int w, int h,
                      float origin_x_px, float baseline_px) = 0;
};

}  // namespace ui
