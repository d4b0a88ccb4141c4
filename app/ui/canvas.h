// Painting in points onto ImGui's draw list, which is in pixels: the one place where lengths are
// scaled and snapped. Layers keep the draw calls few: within a scene all shapes go together, all
// text goes together.
#pragma once

#include <cstdint>

#include "base/geometry.h"
#include "imgui.h"
#include "render/texture.h"

namespace ui {

using Rgba = std::uint32_t;  // 0xRRGGBBAA, as in layout documents

constexpr ImU32 to_im(Rgba rgba) {
  return IM_COL32((rgba >> 24) & 255, (rgba >> 16) & 255, (rgba >> 8) & 255, rgba & 255);
}
constexpr Rgba with_alpha(Rgba rgba, float alpha) {
  const auto a = static_cast<Rgba>(static_cast<float>(rgba & 255) * alpha + 0.5F);
  return (rgba & 0xFFFFFF00U) | (a > 255 ? 255 : a);
}

enum class Layer : std::uint8_t { Ground, Picture, Shape, Text, Emoji, Count };

enum class Corners : std::uint8_t { None, All, Top, Bottom };

struct UvRect {
  float u0 = 0;
  float v0 = 0;
  float u1 = 1;
  float v1 = 1;
};

class Canvas {
 public:
  Canvas(ImDrawList& list, float scale) : list_(list), scale_(scale) {}

  // Everything between them is one scene: layers lie over each other in order.
  void begin_scene();
  void end_scene();
  void layer(Layer layer);

  void clip(base::Rect rect);
  void unclip();

  void fill(base::Rect rect, Rgba color, float radius = 0, Corners corners = Corners::All);
  void gradient(base::Rect rect, Rgba from, Rgba to, float radius, Corners corners);
  void stroke(base::Rect rect, Rgba color, float radius, float width);
  void shadow(base::Rect rect, float radius, float strength);
  void image(render::TextureId texture, base::Rect rect, UvRect uv, float alpha, float radius,
             Corners corners);
  void erase(base::Rect rect, float radius, Corners corners);
  // A rectangle of a coverage or colour texture at whole pixels.
  void ink(render::TextureId texture, int x_px, int y_px, int w_px, int h_px, UvRect uv,
           Rgba color);

  [[nodiscard]] ImDrawList& list() { return list_; }
  [[nodiscard]] float scale() const { return scale_; }
  [[nodiscard]] float px(float pt) const;  // snapped to whole pixels
  [[nodiscard]] ImVec2 at(base::Point point) const { return {point.x * scale_, point.y * scale_}; }

 private:
  ImDrawList& list_;
  float scale_;
};

}  // namespace ui
