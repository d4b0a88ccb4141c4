// How Dear ImGui is compiled: only what the panels use. Included by imgui.h through IMGUI_USER_CONFIG.
// Not for: run-time style (ui/), or how its draw lists reach the GPU (render/).
#pragma once

#define IMGUI_USE_WCHAR32                // every script that people write, not only the first plane
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_DEFAULT_FONT       // the browser inks all text
#define IMGUI_DISABLE_FILE_FUNCTIONS     // a page has no files
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS

// ImGui 1.92 compiles its own rasteriser unless FreeType is chosen. Ours is neither: with FreeType chosen, the only thing that
// ImGui asks for is ImGuiFreeType::GetFontLoader(), and cmake/deps/imgui_no_rasteriser.cpp answers with nothing. The app sets its
// own ImFontLoader by ImFontAtlas::SetFontLoader() before the first frame.
#define IMGUI_ENABLE_FREETYPE
