// A Glyphs port with exact, simple widths, for tests and benchmarks: at 20 points a letter is 10
// wide, a Han character or an emoji 20, a space 5; semibold and bolder is 1.05 times as wide. What
// has no width of its own (marks, joiners, controls) has none here. It counts what it is asked.
#pragma once

#include <cstddef>

#include "ports/glyphs.h"

namespace platform {

class FakeGlyphs final : public ports::Glyphs {
 public:
  void measure(std::string_view text, std::span<const std::uint32_t> ends,
               const ports::PieceContext& context, std::span<float> widths_pt) override;

  // Every four Thai characters are a word, if a character with a width begins there.
  void segment_words(std::string_view text, std::string_view language,
                     std::span<std::uint8_t> breaks) override;

  [[nodiscard]] std::uint32_t revision() const override { return revision_; }
  void set_revision(std::uint32_t revision) { revision_ = revision; }

  [[nodiscard]] std::size_t measure_calls() const { return measure_calls_; }
  [[nodiscard]] std::size_t pieces() const { return pieces_; }
  [[nodiscard]] std::size_t segment_calls() const { return segment_calls_; }

  static float width_of(std::string_view piece, const ports::InkStyle& style);

 private:
  std::uint32_t revision_ = 1;
  std::size_t measure_calls_ = 0;
  std::size_t pieces_ = 0;
  std::size_t segment_calls_ = 0;
};

}  // namespace platform
