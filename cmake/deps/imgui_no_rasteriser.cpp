// The one symbol that ImGui wants from its FreeType add-on, answered without FreeType: no rasteriser is linked in.
#include "imgui.h"

#include "misc/freetype/imgui_freetype.h"

namespace ImGuiFreeType {
const ImFontLoader* GetFontLoader() { return nullptr; }
}  // namespace ImGuiFreeType
