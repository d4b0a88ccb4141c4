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

// A glyph of ImGui's panels: a character, or a whole text.
struct PanelInk {
  std::string_view text;
  bool right_to_left = false;
  float size_px = 0;
  std::uint8_t* pixels = nullptr;  // w x h bytes of coverage; null: measures only
  int w = 0;
  int h = 0;
  float origin_x_px = 0;
  float baseline_px = 0;
};

class Inker {
 public:
  virtual ~Inker() = default;
  virtual void ink(const InkJob& job) = 0;
  // Gives the advance in pixels.
  virtual float panel_ink(const PanelInk& ink) = 0;
};

}  // namespace ui
