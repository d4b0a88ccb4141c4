// Widths of pieces, asked of the Glyphs port once. Keyed by (text, style, language, direction);
// bounded; emptied when the fonts revision changes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

#include "ports/glyphs.h"

namespace text {

class MeasureCache {
 public:
  MeasureCache();
  ~MeasureCache();
  MeasureCache(const MeasureCache&) = delete;
  MeasureCache& operator=(const MeasureCache&) = delete;

  struct Impl;
  [[nodiscard]] Impl& impl() { return *impl_; }

  // Work done, for tests and benchmarks: pieces asked of the port since the start.
  [[nodiscard]] std::uint64_t pieces_measured() const;
  [[nodiscard]] std::size_t bytes() const;

 private:
  std::unique_ptr<Impl> impl_;
};

}  // namespace text
