// A paragraph's pieces with their widths, good for any line width. Made by measure_paragraph
// (paragraph.h); read by the breaker, by place_line and by the caret geometry.
#pragma once

#include <cstdint>
#include <vector>

#include "text/paragraph.h"
#include "text/pieces.h"

namespace text {

class Measured {
 public:
  Source source;  // its text made valid and bounded, its spans made sound
  std::vector<Look> looks;
  std::vector<Piece> pieces;         // they cover the text, in its order
  std::vector<std::uint8_t> starts;  // for each byte, and the end: 1 where a cluster starts
  std::vector<float> advances;       // see Piece::advances
  float ellipsis_width = 0;
  bool cut = false;  // the source's text was longer than kMaxTextBytes

  [[nodiscard]] std::uint32_t bytes() const {
    return static_cast<std::uint32_t>(source.text.size());
  }
  // The piece that holds the byte; the last one at the end of the text.
  [[nodiscard]] std::uint32_t piece_at(std::uint32_t byte) const;
  // The nearest start of a cluster at or before, and after the byte.
  [[nodiscard]] std::uint32_t cluster_start(std::uint32_t byte) const;
  [[nodiscard]] std::uint32_t next_cluster(std::uint32_t byte) const;
  // The width of [from, to) inside the piece.
  [[nodiscard]] float width_of(const Piece& piece, std::uint32_t from, std::uint32_t to) const;
};

// Walks over the clusters of one piece with their widths.
class ClusterWalk {
 public:
  ClusterWalk(const Measured& measured, const Piece& piece);

  [[nodiscard]] bool done() const { return begin_ >= piece_.end; }
  [[nodiscard]] std::uint32_t begin() const { return begin_; }
  [[nodiscard]] std::uint32_t end() const { return end_; }
  [[nodiscard]] float width() const;
  void next();

 private:
  void find_end();

  const Measured& measured_;
  const Piece& piece_;
  std::uint32_t count_ = 0;
  std::uint32_t index_ = 0;
  std::uint32_t begin_ = 0;
  std::uint32_t end_ = 0;
};

}  // namespace text
