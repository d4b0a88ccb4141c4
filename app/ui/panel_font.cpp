#include "ui/panel_font.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "base/utf8.h"
#include "imgui_internal.h"
#include "model/scripts.h"

namespace ui {
namespace {

constexpr float kAscent = 0.98F;  // of the size; a line is as high as the size times 1.24
constexpr float kDescent = 0.26F;
constexpr float kReferencePx = 16;
// Of a whole text's ink above and below the line, in parts of the size: marks of Devanagari and
// Arabic.
constexpr float kWholeRoom = 0.3F;
// For private use: of these codes a text has at most an icon. Not of a higher plane: ImGui keeps a
// table as long as the highest code.
constexpr std::uint32_t kFirstCode = 0xE000;
constexpr std::size_t kMostTexts = 1024;  // an interface's words and a document's names

PanelFont& font_of(const ImFontConfig* source) {
  return **static_cast<PanelFont* const*>(source->FontData);
}

model::Script first_script(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const base::Decoded decoded = base::decode_utf8(text, at);
    const model::Script script = model::script_of(decoded.code);
    if (script != model::Script::Other) return script;
    at += decoded.bytes;
  }
  return model::Script::Other;
}

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
  const PanelFont& font = font_of(source);
  const PanelFont::Glyph shown = font.glyph_of(code);
  const float size = baked->Size;
  PanelInk ink{.text = shown.text, .right_to_left = shown.right_to_left, .size_px = size};
  const float width = font.inker().panel_ink(ink);
  if (advance != nullptr) {
    *advance = width;
    return true;
  }
  glyph->Codepoint = code;
  glyph->AdvanceX = width;
  const int overhang = static_cast<int>(std::ceil(size * 0.15F));
  const int w = static_cast<int>(std::ceil(width)) + 2 * overhang;
  const int room = shown.whole ? static_cast<int>(std::ceil(size * kWholeRoom)) : 0;
  const int h = static_cast<int>(std::ceil(size * (kAscent + kDescent))) + 2 + 2 * room;
  const ImFontAtlasRectId id = ImFontAtlasPackAddRect(atlas, w, h);
  if (id == ImFontAtlasRectId_Invalid) return false;
  ImTextureRect* rect = ImFontAtlasPackGetRect(atlas, id);
  std::vector<std::uint8_t> pixels(static_cast<std::size_t>(w) * static_cast<std::size_t>(h));
  ink.pixels = pixels.data();
  ink.w = w;
  ink.h = h;
  ink.origin_x_px = static_cast<float>(overhang);
  ink.baseline_px = std::ceil(size * kAscent) + static_cast<float>(room);
  font.inker().panel_ink(ink);
  glyph->X0 = -static_cast<float>(overhang);
  glyph->Y0 = -static_cast<float>(room);
  glyph->X1 = glyph->X0 + static_cast<float>(w);
  glyph->Y1 = glyph->Y0 + static_cast<float>(h);
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

void PanelFont::install(ImFontAtlas& atlas) {
  atlas.TexDesiredFormat = ImTextureFormat_Alpha8;
  atlas.SetFontLoader(loader());
  ImFontConfig config;
  config.FontLoader = loader();
  // ImGui copies what it is given: an address.
  PanelFont* self = this;
  config.FontData = &self;
  config.FontDataSize = static_cast<int>(sizeof self);
  config.FontDataOwnedByAtlas = false;
  config.SizePixels = kReferencePx;
  atlas.AddFont(&config);
}

bool PanelFont::is_whole(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const base::Decoded decoded = base::decode_utf8(text, at);
    const model::Script script = model::script_of(decoded.code);
    if (model::is_shaped(script) || script == model::Script::Hebrew) return true;
    at += decoded.bytes;
  }
  return false;
}

std::string PanelFont::written(std::string_view text) {
  if (!is_whole(text)) return std::string(text);
  const auto known = std::find(texts_.begin(), texts_.end(), text);
  const auto index = static_cast<std::uint32_t>(known - texts_.begin());
  if (known == texts_.end()) {
    if (texts_.size() >= kMostTexts) return std::string(text);
    texts_.emplace_back(text);
  }
  std::string out;
  base::append_utf8(out, kFirstCode + index);
  return out;
}

PanelFont::Glyph PanelFont::glyph_of(std::uint32_t code) const {
  Glyph glyph;
  if (code >= kFirstCode && code - kFirstCode < texts_.size()) {
    glyph.whole = true;
    glyph.text = texts_[code - kFirstCode];
    const model::Script script = first_script(glyph.text);
    glyph.right_to_left = script == model::Script::Arabic || script == model::Script::Hebrew;
  } else {
    base::append_utf8(glyph.text, code);
  }
  return glyph;
}

}  // namespace ui
