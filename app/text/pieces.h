// A text as pieces: the stretches that are measured as one, and the smallest that are moved between
// lines (but for a piece wider than its line). A word, a square character, an emoji, a picture,
// a space; of one look and one bidi level.
#pragma once

#include <cstdint>
#include <vector>

#include "text/bidi.h"
#include "text/clusters.h"
#include "text/line_breaks.h"
#include "text/paragraph.h"

namespace text {

enum class PieceKind : std::uint8_t {
  Word,     // measured, inked
  Emoji,    // measured, inked in colour
  Picture,  // a square of the style's size
  Space,    // measured; hangs over the end of its line
  Blank,    // no width; may stay inside a run
  Hidden,   // no width; never in a run
  Ending,   // of a line or paragraph
};

// The rest takes no part in how wide a line is where it ends with it.
inline bool is_inked(PieceKind kind) {
  return kind == PieceKind::Word || kind == PieceKind::Emoji || kind == PieceKind::Picture;
}

inline constexpr std::uint32_t kMaxClustersInPiece = 64;
// Long words may have to be cut to fit a line, so the widths of their clusters are asked for too.
inline constexpr std::uint32_t kLongWord = 12;
inline constexpr std::uint32_t kNoAdvances = 0xFFFFFFFF;

// Full-width punctuation, by where the blank part of its square is (cjk_spacing.h).
enum class Mark : std::uint8_t { None, Opening, Closing, Middle };

struct Piece {
  std::uint32_t begin = 0;  // bytes
  std::uint32_t end = 0;
  float width = 0;
  std::uint32_t look = 0;                // index into the looks
  std::uint32_t advances = kNoAdvances;  // index into Measured::advances: one width a cluster
  PieceKind kind = PieceKind::Word;
  Break after = Break::None;
  std::uint8_t level = 0;
  std::uint8_t base = 0;      // its paragraph's level
  std::uint8_t around = 0;    // its isolate's level as a whole
  std::uint32_t isolate = 0;  // Levels::isolate
  Mark mark = Mark::None;
  bool halved = false;  // gives up the mark's blank half because of its neighbour
  float gap = 0;        // white space before it, unless it begins its line
};

// What a stretch of the text looks like: the source's style, or one of its spans'.
struct Look {
  ports::InkStyle style;
  std::uint16_t tag = 0;
  bool strike = false;
  bool picture = false;
  bool operator==(const Look&) const = default;
};

// The source's spans made sound (in order, not overlapping, inside the text) ...
std::vector<StyleSpan> sound_spans(const std::vector<StyleSpan>& spans, std::size_t text_bytes);
// ... and as looks: 0 is the source's own, i + 1 is that of span i.
std::vector<Look> looks_of(const ports::InkStyle& style, const std::vector<StyleSpan>& spans);

std::vector<Piece> build_pieces(const Codes& codes, const std::vector<Break>& breaks,
                                const Levels& levels, const std::vector<StyleSpan>& spans);

}  // namespace text
