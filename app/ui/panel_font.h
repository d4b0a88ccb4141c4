// ImGui's own text (the lab's panel) through the browser's ink: a font loader that asks the Inker
// for each glyph once. No font file, no rasteriser. ImGui sets one character after the other, from
// the left; a text that must be shaped or ordered otherwise (Arabic, Devanagari) is one glyph of
// its own, inked whole.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "imgui.h"
#include "ui/inker.h"

namespace ui {

class PanelFont {
 public:
  explicit PanelFont(Inker& inker) : inker_(inker) {}
  PanelFont(const PanelFont&) = delete;
  PanelFont& operator=(const PanelFont&) = delete;

  // Before the first frame. This font must outlive ImGui's context.
  void install(ImFontAtlas& atlas);

  // What ImGui is to be given for the text: the text itself, or a character that stands for all
  // of it.
  std::string written(std::string_view text);
  // Whether it is such a text.
  static bool is_whole(std::string_view text);

  // What a code stands for.
  struct Glyph {
    std::string text;            // UTF-8
    bool whole = false;          // a text, not a character
    bool right_to_left = false;  // it begins so
  };
  [[nodiscard]] Glyph glyph_of(std::uint32_t code) const;
  [[nodiscard]] Inker& inker() const { return inker_; }

 private:
  Inker& inker_;
  std::vector<std::string> texts_;  // by code, from the first private one
};

}  // namespace ui
