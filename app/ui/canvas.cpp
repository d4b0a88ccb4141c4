#include "ui/canvas.h"

#include <algorithm>
#include <cmath>

#include "imgui_internal.h"

namespace ui {
namespace {

ImDrawFlags flags_of(Corners corners) {
  switch (corners) {
    case Corners::None:
      return ImDrawFlags_RoundCornersNone;
    case Corners::All:
      return ImDrawFlags_RoundCornersAll;
    case Corners::Top:
      return ImDrawFlags_RoundCornersTop;
    case Corners::Bottom:
      return ImDrawFlags_RoundCornersBottom;
  }
  return ImDrawFlags_RoundCornersAll;
}

}  // namespace

float Canvas::px(float pt) const { return std::round(pt * scale_); }

void Canvas::begin_scene() { list_.ChannelsSplit(static_cast<int>(Layer::Count)); }
void Canvas::end_scene() { list_.ChannelsMerge(); }
void Canvas::layer(Layer layer) { list_.ChannelsSetCurrent(static_cast<int>(layer)); }

void Canvas::clip(base::Rect rect) {
  list_.PushClipRect({px(rect.x), px(rect.y)}, {px(rect.right()), px(rect.bottom())}, true);
}
void Canvas::unclip() { list_.PopClipRect(); }

void Canvas::fill(base::Rect rect, Rgba color, float radius, Corners corners) {
  list_.AddRectFilled({px(rect.x), px(rect.y)}, {px(rect.right()), px(rect.bottom())}, to_im(color),
                      radius * scale_, flags_of(corners));
}

void Canvas::gradient(base::Rect rect, Rgba from, Rgba to, float radius, Corners corners) {
  const int first = list_.VtxBuffer.Size;
  fill(rect, 0xFFFFFFFF, radius, corners);
  ImGui::ShadeVertsLinearColorGradientKeepAlpha(
      &list_, first, list_.VtxBuffer.Size, {px(rect.x), px(rect.y)},
      {px(rect.right()), px(rect.bottom())}, to_im(from), to_im(to));
}

void Canvas::stroke(base::Rect rect, Rgba color, float radius, float width) {
  const float w = std::max(1.0F, std::round(width * scale_));
  list_.AddRect({px(rect.x) + w / 2, px(rect.y) + w / 2},
                {px(rect.right()) - w / 2, px(rect.bottom()) - w / 2}, to_im(color),
                radius * scale_, ImDrawFlags_RoundCornersAll, w);
}

void Canvas::shadow(base::Rect rect, float radius, float strength) {
  if (strength <= 0) return;
  // Three soft rings: cheap, and close to a blur at the strength that paper has.
  struct Ring {
    float grow;
    float drop;
    float alpha;
  };
  for (const Ring& ring :
       {Ring{3.0F, 2.5F, 7.0F}, Ring{1.5F, 1.5F, 9.0F}, Ring{0.5F, 0.8F, 12.0F}}) {
    const auto alpha = static_cast<Rgba>(std::clamp(ring.alpha * strength * 2, 0.0F, 255.0F));
    fill(rect.shrunk(-ring.grow).moved(0, ring.drop), 0x1B1A1800U | alpha, radius + ring.grow);
  }
}

void Canvas::image(render::TextureId texture, base::Rect rect, UvRect uv, float alpha, float radius,
                   Corners corners) {
  const auto a = static_cast<unsigned>(std::clamp(alpha, 0.0F, 1.0F) * 255.0F + 0.5F);
  list_.AddImageRounded(ImTextureRef(texture), {px(rect.x), px(rect.y)},
                        {px(rect.right()), px(rect.bottom())}, {uv.u0, uv.v0}, {uv.u1, uv.v1},
                        IM_COL32(255, 255, 255, a), radius * scale_, flags_of(corners));
}

void Canvas::erase(base::Rect rect, float radius, Corners corners) {
  image(render::texture_id(render::Paint::Erase, 0), rect, {}, 1, radius, corners);
}

void Canvas::ink(render::TextureId texture, int x_px, int y_px, int w_px, int h_px, UvRect uv,
                 Rgba color) {
  const auto x = static_cast<float>(x_px);
  const auto y = static_cast<float>(y_px);
  list_.AddImage(ImTextureRef(texture), {x, y},
                 {x + static_cast<float>(w_px), y + static_cast<float>(h_px)}, {uv.u0, uv.v0},
                 {uv.u1, uv.v1}, to_im(color));
}

}  // namespace ui
