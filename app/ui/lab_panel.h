// The lab: a Dear ImGui panel with every token of the layout document. ImGui lays it out and paints
// it; the outline lays a real control over each widget, and what those say reaches core/lab like
// any other input. So a finger, a mouse, a keyboard and a test all turn the same knob.
#pragma once

#include <string>
#include <vector>

#include "core/outline.h"
#include "core/state.h"
#include "ui/panel_font.h"

namespace ui {

class LabPanel {
 public:
  explicit LabPanel(PanelFont& font) : font_(font) {}

  // Gives the height of all its content in points.
  float paint(const core::State& state);
  void write_outline(const core::State& state, core::OutlineWriter& writer) const;

 private:
  PanelFont& font_;
  std::vector<core::Node> controls_;  // of the last frame, in the panel's content
};

}  // namespace ui
