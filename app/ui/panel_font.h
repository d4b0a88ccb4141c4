// ImGui's own text (the lab's panel) through the browser's ink: a font loader that asks the Inker
// for each glyph once. No font file, no rasteriser.
#pragma once

#include "imgui.h"
#include "ui/inker.h"

namespace ui {

// Before the first frame. The inker must outlive ImGui's context.
void install_panel_font(ImFontAtlas& atlas, Inker& inker);

}  // namespace ui
