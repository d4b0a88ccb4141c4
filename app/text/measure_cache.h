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

  // How many pieces the port may still be asked for. Those beyond have no width for now, and
  // ran_short() says so until the next set_room: what was laid out of them is to be laid out again,
  // and then finds what was measured this time.
  static constexpr std::uint64_t kNoLimit = UINT64_MAX;
  void set_room(std::uint64_t pieces);
  [[nodiscard]] bool ran_short() const;

  // Work done, for tests and benchmarks: pieces asked of the port since the start.
  [[nodiscard]] std::uint64_t pieces_measured() const;
  [[nodiscard]] std::size_t bytes() const;

 private:
  std::unique_ptr<Impl> impl_;
};

}  // namespace text
