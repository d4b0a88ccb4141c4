#include "text/pieces.h"

#include <algorithm>
#include <utility>

#include "text/characters.h"

namespace text {
namespace {

// As wide as Han in Chinese and Japanese fonts, where each stands by itself.
bool is_quotation_mark(std::uint32_t code) {
  return code == 0x2018 || code == 0x2019 || code == 0x201C || code == 0x201D;
}

class Builder {
 public:
  Builder(const Codes& codes, const std::vector<Break>& breaks, const Levels& levels,
          const std::vector<StyleSpan>& spans)
      : codes_(codes), breaks_(breaks), levels_(levels), spans_(spans) {}

  std::vector<Piece> build() {
    for (std::uint32_t i = 0; i < codes_.size();) {
      const std::uint32_t end = codes_.cluster_end(i);
      add_cluster(i, end);
      if (!pieces_.empty()) pieces_.back().after = breaks_[end - 1];
      i = end;
    }
    return std::move(pieces_);
  }

 private:
  [[nodiscard]] std::uint32_t look_at(std::uint32_t byte) {
    while (span_ < spans_.size() && spans_[span_].end <= byte) ++span_;
    const bool inside = span_ < spans_.size() && spans_[span_].begin <= byte;
    return inside ? static_cast<std::uint32_t>(span_ + 1) : 0;
  }

  void add_cluster(std::uint32_t first, std::uint32_t end) {
    const std::uint32_t look = look_at(codes_.offset[first]);
    const std::uint32_t code = codes_.code[first];
    if (look != 0 && spans_[look - 1].picture) {
      add(first, end, PieceKind::Picture, look);
    } else if (ends_line(code)) {
      add(first, end, PieceKind::Ending, look);
    } else {
      add_visible(first, end, look);
    }
  }

  // A cluster is one stretch, but for marks beyond kMaxMarks and for hidden characters in it.
  void add_visible(std::uint32_t first, std::uint32_t end, std::uint32_t look) {
    const bool emoji = is_emoji_cluster(codes_, first, end);
    bool fresh = true;
    for (std::uint32_t i = first; i < end;) {
      const bool hidden = is_undrawn(i);
      const std::uint32_t from = i;
      while (i < end && is_undrawn(i) == hidden) count_mark(i++);
      const PieceKind kind = hidden  ? PieceKind::Hidden
                             : emoji ? PieceKind::Emoji
                                     : kind_of(from, i);
      if (fresh && kind == PieceKind::Word && extends_word(first, look)) {
        pieces_.back().end = codes_.offset[i];
        ++clusters_;
      } else {
        add(from, i, kind, look);
      }
      fresh = false;
    }
  }

  [[nodiscard]] bool is_undrawn(std::uint32_t i) const {
    const std::uint32_t code = codes_.code[i];
    return is_hidden(code) || (marks_ >= kMaxMarks && is_extender(code));
  }

  void count_mark(std::uint32_t i) {
    const std::uint32_t code = codes_.code[i];
    if (is_extender(code)) {
      ++marks_;
    } else if (!is_hidden(code) && !is_blank(code)) {
      marks_ = 0;  // what is not seen is no base: marks after it would stack on the one before
    }
  }

  [[nodiscard]] PieceKind kind_of(std::uint32_t first, std::uint32_t end) const {
    if (end - first > 1) return PieceKind::Word;  // a space that carries a mark is seen
    const std::uint32_t code = codes_.code[first];
    if (is_space(code)) return PieceKind::Space;
    return is_blank(code) ? PieceKind::Blank : PieceKind::Word;
  }

  [[nodiscard]] bool extends_word(std::uint32_t first, std::uint32_t look) const {
    if (pieces_.empty() || clusters_ == 0 || clusters_ >= kMaxClustersInPiece) return false;
    const Piece& last = pieces_.back();
    const std::uint32_t code = codes_.code[first];
    return last.kind == PieceKind::Word && last.after == Break::None && last.look == look &&
           last.level == levels_.level[first] && last.isolate == isolate_at(first) &&
           !is_square(code) && is_unspaced(code) == unspaced_ &&
           !(is_quotation_mark(code) && is_quotation_mark(codes_.code[first - 1]));
  }

  [[nodiscard]] std::uint32_t isolate_at(std::uint32_t i) const {
    return levels_.isolate.empty() ? 0 : levels_.isolate[i];
  }

  void add(std::uint32_t first, std::uint32_t end, PieceKind kind, std::uint32_t look) {
    Piece piece;
    piece.begin = codes_.offset[first];
    piece.end = codes_.offset[end];
    piece.look = look;
    piece.kind = kind;
    piece.level = levels_.level[first];
    piece.base = levels_.base[first];
    if (!levels_.isolate.empty()) {
      piece.isolate = levels_.isolate[first];
      piece.around = levels_.around[first];
    }
    pieces_.push_back(piece);
    const std::uint32_t code = codes_.code[first];
    clusters_ = kind == PieceKind::Word && !is_square(code) && codes_.starts[first] != 0 ? 1 : 0;
    unspaced_ = is_unspaced(code);
  }

  const Codes& codes_;
  const std::vector<Break>& breaks_;
  const Levels& levels_;
  const std::vector<StyleSpan>& spans_;
  std::vector<Piece> pieces_;
  std::size_t span_ = 0;
  int marks_ = 0;               // on the base being read
  std::uint32_t clusters_ = 0;  // in the last piece; 0: closed
  bool unspaced_ = false;       // the last piece's kind of script
};

}  // namespace

std::vector<StyleSpan> sound_spans(const std::vector<StyleSpan>& spans, std::size_t text_bytes) {
  std::vector<StyleSpan> sound;
  sound.reserve(spans.size());
  std::uint32_t from = 0;
  for (StyleSpan span : spans) {
    span.begin = std::max(span.begin, from);
    span.end = std::min(span.end, static_cast<std::uint32_t>(text_bytes));
    if (span.begin >= span.end) continue;
    from = span.end;
    sound.push_back(span);
  }
  return sound;
}

std::vector<Look> looks_of(const ports::InkStyle& style, const std::vector<StyleSpan>& spans) {
  std::vector<Look> looks;
  looks.reserve(spans.size() + 1);
  looks.push_back({style, 0, false, false});
  for (const StyleSpan& span : spans) {
    looks.push_back({span.style, span.tag, span.strike, span.picture});
  }
  return looks;
}

std::vector<Piece> build_pieces(const Codes& codes, const std::vector<Break>& breaks,
                                const Levels& levels, const std::vector<StyleSpan>& spans) {
  return Builder(codes, breaks, levels, spans).build();
}

}  // namespace text
