#include "ui/panel_font.h"

#include <cmath>
#include <cstring>
#include <vector>

#include "imgui_internal.h"

namespace ui {
namespace {

constexpr float kAscent = 0.98F;  // of the size; a line is as high as the size times 1.24
constexpr float kDescent = 0.26F;
constexpr float kReferencePx = 16;

Inker& inker_of(const ImFontConfig* source) { return *static_cast<Inker*>(source->FontData); }

bool init_source(ImFontAtlas* /*atlas*/, ImFontConfig* /*source*/) { return true; }
bool has_glyph(ImFontAtlas* /*atlas*/, ImFontConfig* /*source*/, ImWchar code) {
  return code >= 32;
}

bool init_baked(ImFontAtlas* /*atlas*/, ImFontConfig* /*source*/, ImFontBaked* baked,
                void* /*data*/) {
  baked->Ascent = std::ceil(baked->Size * kAscent);
  baked->Descent = -std::ceil(baked->Size * kDescent);
  return true;
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void* /*data*/,
                ImWchar code, ImFontGlyph* glyph, float* advance) {
  Inker& inker = inker_of(source);
  const float size = baked->Size;
  const float width = inker.glyph(code, size, nullptr, 0, 0, 0, 0);
  if (advance != nullptr) {
    *advance = width;
    return true;
  }
  glyph->Codepoint = code;
  glyph->AdvanceX = width;
  const int overhang = static_cast<int>(std::ceil(size * 0.15F));
  const int w = static_cast<int>(std::ceil(width)) + 2 * overhang;
  const int h = static_cast<int>(std::ceil(size * (kAscent + kDescent))) + 2;
  const ImFontAtlasRectId id = ImFontAtlasPackAddRect(atlas, w, h);
  if (id == ImFontAtlasRectId_Invalid) return false;
  ImTextureRect* rect = ImFontAtlasPackGetRect(atlas, id);
  std::vector<std::uint8_t> pixels(static_cast<std::size_t>(w) * static_cast<std::size_t>(h));
  const float baseline = std::ceil(size * kAscent);
  inker.glyph(code, size, pixels.data(), w, h, static_cast<float>(overhang), baseline);
  glyph->X0 = -static_cast<float>(overhang);
  glyph->Y0 = 0;
  glyph->X1 = glyph->X0 + static_cast<float>(w);
  glyph->Y1 = static_cast<float>(h);
  glyph->Visible = true;
  glyph->PackId = id;
  ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph, rect, pixels.data(),
                                     ImTextureFormat_Alpha8, w);
  return true;
}

const ImFontLoader* loader() {
  static const ImFontLoader it = [] {
    ImFontLoader made;
    made.Name = "browser ink";
    made.FontSrcInit = init_source;
    made.FontSrcContainsGlyph = has_glyph;
    made.FontBakedInit = init_baked;
    made.FontBakedLoadGlyph = load_glyph;
    return made;
  }();
  return &it;
}

}  // namespace

void install_panel_font(ImFontAtlas& atlas, Inker& inker) {
  atlas.TexDesiredFormat = ImTextureFormat_Alpha8;
  atlas.SetFontLoader(loader());
  ImFontConfig config;
  config.FontLoader = loader();
  config.FontData = &inker;
  config.FontDataSize = static_cast<int>(sizeof(Inker));
  config.FontDataOwnedByAtlas = false;
  config.SizePixels = kReferencePx;
  atlas.AddFont(&config);
}

}  // namespace ui
