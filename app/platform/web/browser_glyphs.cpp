#include "platform/web/browser_glyphs.h"

#include <cmath>
#include <string>

#include "platform/web/bridge.h"

namespace platform {
namespace {

enum Flag : int { kItalic = 1, kMono = 2, kTabular = 4, kRightToLeft = 8 };

int flags_of(const ports::PieceContext& context) {
  return (context.style.italic ? kItalic : 0) |
         (context.style.face == ports::Face::Mono ? kMono : 0) |
         (context.style.tabular ? kTabular : 0) |
         (context.direction == ports::Direction::RightToLeft ? kRightToLeft : 0);
}

constexpr int kPanelWeight = 400;

}  // namespace

void BrowserGlyphs::set_scale(float scale) {
  if (scale == scale_) return;
  scale_ = scale;
  ++revision_;
}

void BrowserGlyphs::measure(std::string_view text, std::span<const std::uint32_t> ends,
                            const ports::PieceContext& context, std::span<float> widths_pt) {
  const std::string language(context.language);
  cf_js_measure(text.data(), text.size(), ends.data(), static_cast<int>(ends.size()),
                context.style.size_pt * scale_, context.style.weight, flags_of(context),
                language.c_str(), widths_pt.data());
  for (float& width : widths_pt) {
    width = std::isfinite(width) && width > 0 ? width / scale_ : 0;
  }
}

void BrowserGlyphs::segment_words(std::string_view text, std::string_view language,
                                  std::span<std::uint8_t> breaks) {
  const std::string tag(language);
  cf_js_segment(text.data(), text.size(), tag.c_str(), breaks.data());
}

void BrowserGlyphs::ink(const ui::InkJob& job) {
  const std::string language(job.context.language);
  cf_js_ink(job.text.data(), job.text.size(), job.context.style.size_pt * job.scale,
            job.context.style.weight, flags_of(job.context), language.c_str(), job.color ? 1 : 0,
            job.gl_texture, job.x, job.y, job.w, job.h, job.origin_x_px, job.baseline_px);
}

float BrowserGlyphs::panel_ink(const ui::PanelInk& ink) {
  return cf_js_panel_ink(ink.text.data(), ink.text.size(), ink.size_px, kPanelWeight,
                         ink.right_to_left ? kRightToLeft : 0, ink.pixels, ink.w, ink.h,
                         ink.origin_x_px, ink.baseline_px);
}

}  // namespace platform
