#include "ui/ui.h"

#include "core/outline_build.h"
#include "ui/box_painter.h"
#include "ui/feed_painter.h"
#include "ui/post_painter.h"
#include "ui/shell_painter.h"

namespace ui {

Ui::Ui(Inker& inker) : text_(inker), panel_font_(inker), lab_(panel_font_) {}

bool Ui::paint(core::App& app) {
  const core::State& state = app.state();
  const float scale = state.device_scale();
  text_.begin_frame(scale);
  Canvas canvas(*ImGui::GetBackgroundDrawList(), scale);
  const Painter painter{canvas, text_, pictures_, state};
  const bool covered = state.post.open() && state.shell.compact;  // a phone's post covers the feed
  if (!covered) {
    canvas.begin_scene();
    paint_feed(painter);
    canvas.end_scene();
    paint_controls(painter, Over::Feed);
  }
  if (state.post.open()) {
    paint_post(painter);
    if (state.post.zoom.open) paint_zoom(painter);
    paint_controls(painter, Over::Post);
  }
  paint_controls(painter, Over::Everything);
  if (state.lab.open) app.set_lab_height(lab_.paint(state));
  if (!covered) prepare_feed_ink(painter);
  return text_.has_more();
}

void Ui::write_outline(const core::App& app, core::OutlineWriter& writer) const {
  const core::State& state = app.state();
  writer.begin();
  core::write_window_outline(state, writer);
  core::write_feed_outline(state, writer);
  core::write_post_outline(state, writer);
  if (state.lab.open) lab_.write_outline(state, writer);
}

void Ui::forget_textures() {
  text_.forget_all();
  pictures_.forget_all();
}

}  // namespace ui
