// Paints the state: one ImGui frame for all of it, and the outline of what was painted.
#pragma once

#include "core/app.h"
#include "core/outline.h"
#include "ui/inker.h"
#include "ui/lab_panel.h"
#include "ui/panel_font.h"
#include "ui/picture_store.h"
#include "ui/text_painter.h"

namespace ui {

class Ui {
 public:
  explicit Ui(Inker& inker);

  // Between ImGui::NewFrame and ImGui::Render. True when some ink waits for another frame.
  bool paint(core::App& app);
  // Without painting too: a browser without WebGL has the outline alone.
  void write_outline(const core::App& app, core::OutlineWriter& writer) const;

  [[nodiscard]] PictureStore& pictures() { return pictures_; }
  [[nodiscard]] TextPainter& text() { return text_; }
  [[nodiscard]] LabPanel& lab() { return lab_; }
  [[nodiscard]] PanelFont& panel_font() { return panel_font_; }
  void forget_textures();

 private:
  TextPainter text_;
  PictureStore pictures_;
  PanelFont panel_font_;
  LabPanel lab_;
};

}  // namespace ui
