// The Glyphs port and the ui's Inker over the bridge: the page's text engine measures and inks.
#pragma once

#include <cstdint>

#include "ports/glyphs.h"
#include "ui/inker.h"

namespace platform {

class BrowserGlyphs final : public ports::Glyphs, public ui::Inker {
 public:
  void set_scale(float scale);
  void fonts_changed() { ++revision_; }

  void measure(std::string_view text, std::span<const std::uint32_t> ends,
               const ports::PieceContext& context, std::span<float> widths_pt) override;
  void segment_words(std::string_view text, std::string_view language,
                     std::span<std::uint8_t> breaks) override;
  [[nodiscard]] std::uint32_t revision() const override { return revision_; }

  void ink(const ui::InkJob& job) override;
  float panel_ink(const ui::PanelInk& ink) override;

 private:
  float scale_ = 1;
  std::uint32_t revision_ = 1;
};

}  // namespace platform
