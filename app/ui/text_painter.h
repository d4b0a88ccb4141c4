// Paints laid-out paragraphs from the ink atlases; what is not inked yet is inked, within a budget
// a frame beyond which the rest follows in the next frame.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "layout/box.h"
#include "render/ink_atlas.h"
#include "ui/canvas.h"
#include "ui/inker.h"

namespace ui {

struct TextColors {
  Rgba ink = 0x000000FF;
  Rgba link = 0;  // of links, mentions and tags; 0: as ink
};

class TextPainter {
 public:
  explicit TextPainter(Inker& inker);

  void begin_frame(float scale);

  // Lines whose top is outside [from_y, to_y) of the window are left out.
  struct View {
    float from_y = -1e9F;
    float to_y = 1e9F;
  };
  // Custom emoji are the caller's: called with the span and where it stands.
  using PaintPicture = std::function<void(const model::Span&, base::Rect)>;
  void paint(Canvas& canvas, const layout::TextBlock& text, base::Point at,
             const TextColors& colors, View view, const PaintPicture& picture);

  // Inks without painting: text that will scroll into view. False when the budget is spent.
  bool prepare(const layout::TextBlock& text);

  [[nodiscard]] bool has_more() const { return skipped_; }  // some ink waits for the next frame
  void forget_all();

  struct Work {
    std::uint64_t runs_inked = 0;  // since the start
    std::uint64_t pixels_inked = 0;
  };
  [[nodiscard]] const Work& work() const { return work_; }

 private:
  const render::InkPlace* ensure(const layout::TextBlock& text, const text::Run& run,
                                 const text::Line& line);

  Inker& inker_;
  render::InkAtlas coverage_;
  render::InkAtlas color_;
  float scale_ = 0;
  std::uint64_t frame_ = 0;
  int budget_px_ = 0;
  bool skipped_ = false;
  std::string key_;
  Work work_;
};

}  // namespace ui
