#include "text/measured.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/utf8.h"
#include "model/language.h"
#include "text/cjk_spacing.h"
#include "text/measure_cache_impl.h"

namespace text {
namespace {

constexpr std::string_view kEllipsis = "\xE2\x80\xA6";

std::vector<Solid> pictures_of(const std::vector<StyleSpan>& spans) {
  std::vector<Solid> pictures;
  for (const StyleSpan& span : spans) {
    if (span.picture) pictures.push_back({span.begin, span.end});
  }
  return pictures;
}

std::vector<Isolate> isolates_of(const std::vector<StyleSpan>& spans) {
  std::vector<Isolate> isolates;
  for (const StyleSpan& span : spans) {
    if (span.isolate) isolates.push_back({span.begin, span.end});
  }
  return isolates;
}

// True if something was left out.
bool bound_text(std::string& text) {
  const bool cut = text.size() > kMaxTextBytes;
  if (cut) text.resize(base::utf8_prefix(text, kMaxTextBytes).size());
  if (base::is_valid_utf8(text)) return cut;
  text = base::to_valid_utf8(text);
  if (text.size() <= kMaxTextBytes) return cut;
  text.resize(base::utf8_prefix(text, kMaxTextBytes).size());
  return true;
}

// The last cluster of a text that was cut may be half of one.
void drop_last_cluster(Codes& codes, std::string& text) {
  std::uint32_t last = codes.size() - 1;
  while (last > 0 && codes.starts[last] == 0) --last;
  if (last == 0) return;
  text.resize(codes.offset[last]);
  codes.truncate(last);
}

float sound_width(float width) {
  return std::isfinite(width) && width > 0 ? std::min(width, 1e6f) : 0.0f;
}

bool is_measured(PieceKind kind) {
  return kind == PieceKind::Word || kind == PieceKind::Emoji || kind == PieceKind::Space;
}

// Asks for everything in one batch: pieces, the clusters of long words, the ellipsis.
class Widths {
 public:
  Widths(Measured& measured, MeasureCache::Impl& cache) : measured_(measured), cache_(cache) {}

  void ask() {
    for (Piece& piece : measured_.pieces) {
      if (!is_measured(piece.kind)) continue;
      const std::uint32_t context = context_of(piece);
      tickets_.push_back(cache_.want(context, part(piece.begin, piece.end)));
      if (is_long_word(piece)) want_clusters(piece, context);
    }
    const std::uint32_t plain = cache_.context(measured_.source.style, measured_.source.language,
                                               ports::Direction::LeftToRight);
    tickets_.push_back(cache_.want(plain, kEllipsis));
  }

  void take() {
    std::size_t next = 0;
    for (Piece& piece : measured_.pieces) {
      if (piece.kind == PieceKind::Picture) {
        piece.width = sound_width(measured_.looks[piece.look].style.size_pt);
      }
      if (!is_measured(piece.kind)) continue;
      piece.width = sound_width(cache_.width(tickets_[next++]));
      if (piece.advances != kNoAdvances) next = take_clusters(piece, next);
    }
    measured_.ellipsis_width = sound_width(cache_.width(tickets_[next]));
  }

 private:
  [[nodiscard]] std::string_view part(std::uint32_t begin, std::uint32_t end) const {
    return std::string_view(measured_.source.text).substr(begin, end - begin);
  }

  [[nodiscard]] std::uint32_t context_of(const Piece& piece) {
    const ports::Direction direction = direction_of(piece.level);
    if (piece.look != look_ || direction != direction_) {
      look_ = piece.look;
      direction_ = direction;
      context_ = cache_.context(measured_.looks[look_].style, measured_.source.language, direction);
    }
    return context_;
  }

  [[nodiscard]] bool is_long_word(const Piece& piece) const {
    if (piece.kind != PieceKind::Word || piece.end - piece.begin < kLongWord) return false;
    std::uint32_t clusters = 0;
    for (std::uint32_t byte = piece.begin; byte < piece.end; ++byte) {
      clusters += measured_.starts[byte];
    }
    return clusters >= kLongWord;
  }

  void want_clusters(Piece& piece, std::uint32_t context) {
    piece.advances = static_cast<std::uint32_t>(measured_.advances.size());
    for (ClusterWalk walk(measured_, piece); !walk.done(); walk.next()) {
      tickets_.push_back(cache_.want(context, part(walk.begin(), walk.end())));
      measured_.advances.push_back(0);
    }
  }

  // Clusters by themselves are not as wide as in their word (kerning, joined letters): scaled, so
  // that together they are as wide as the word.
  std::size_t take_clusters(const Piece& piece, std::size_t next) {
    std::size_t at = piece.advances;
    float sum = 0;
    for (ClusterWalk walk(measured_, piece); !walk.done(); walk.next(), ++at) {
      measured_.advances[at] = sound_width(cache_.width(tickets_[next++]));
      sum += measured_.advances[at];
    }
    const std::size_t count = at - piece.advances;
    for (std::size_t i = piece.advances; i < at; ++i) {
      float& advance = measured_.advances[i];
      advance = sum > 0 ? advance * (piece.width / sum) : piece.width / static_cast<float>(count);
    }
    return next;
  }

  Measured& measured_;
  MeasureCache::Impl& cache_;
  std::vector<std::uint32_t> tickets_;
  std::uint32_t look_ = 0xFFFFFFFF;
  ports::Direction direction_ = ports::Direction::LeftToRight;
  std::uint32_t context_ = 0;
};

ports::Direction direction_of_language(std::string_view language) {
  return model::is_right_to_left(model::parse_language(language)) ? ports::Direction::RightToLeft
                                                                  : ports::Direction::LeftToRight;
}

}  // namespace

std::shared_ptr<const Measured> measure_paragraph(Source source, ports::Glyphs& glyphs,
                                                  MeasureCache& cache) {
  auto measured = std::make_shared<Measured>();
  measured->source = std::move(source);
  Source& own = measured->source;
  measured->cut = bound_text(own.text);
  own.spans = sound_spans(own.spans, own.text.size());

  Codes codes = read_codes(own.text, pictures_of(own.spans), isolates_of(own.spans));
  if (measured->cut) {
    drop_last_cluster(codes, own.text);
    own.spans = sound_spans(own.spans, own.text.size());
  }
  const Levels levels =
      find_levels(codes, direction_of_language(own.language), isolates_of(own.spans));
  const std::vector<Break> breaks = find_line_breaks(own.text, codes, own.language, glyphs);

  measured->looks = looks_of(own.style, own.spans);
  measured->pieces = build_pieces(codes, breaks, levels, own.spans);
  measured->pieces.shrink_to_fit();
  measured->starts.assign(own.text.size() + 1, 0);
  for (std::uint32_t i = 0; i < codes.size(); ++i) {
    measured->starts[codes.offset[i]] = codes.starts[i];
  }
  measured->starts.back() = 1;

  MeasureCache::Impl& widths_known = cache.impl();
  widths_known.begin(glyphs.revision());
  Widths widths(*measured, widths_known);
  widths.ask();
  widths_known.measure(glyphs);
  widths.take();
  widths_known.trim();
  space_cjk(codes, *measured);
  return measured;
}

float natural_width(const Measured& measured) {
  float widest = 0;
  float used = 0;  // with the spaces after the last ink
  for (const Piece& piece : measured.pieces) {
    if (piece.kind == PieceKind::Ending) {
      used = 0;
      continue;
    }
    const bool first = used <= 0;
    if (is_inked(piece.kind)) {
      const Fit last = fit_piece(piece, first ? LineEdge::Both : LineEdge::Last);
      widest = std::max(widest, used + piece.width + last.added());
    }
    used += piece.width + fit_piece(piece, first ? LineEdge::First : LineEdge::None).added();
  }
  return widest;
}

std::uint32_t Measured::piece_at(std::uint32_t byte) const {
  const auto after =
      std::upper_bound(pieces.begin(), pieces.end(), byte,
                       [](std::uint32_t at, const Piece& piece) { return at < piece.begin; });
  const auto index = static_cast<std::uint32_t>(after - pieces.begin());
  return index == 0 ? 0 : index - 1;
}

std::uint32_t Measured::cluster_start(std::uint32_t byte) const {
  byte = std::min(byte, bytes());
  while (byte > 0 && starts[byte] == 0) --byte;
  return byte;
}

std::uint32_t Measured::next_cluster(std::uint32_t byte) const {
  if (byte >= bytes()) return bytes();
  ++byte;
  while (starts[byte] == 0) ++byte;
  return byte;
}

float Measured::width_of(const Piece& piece, std::uint32_t from, std::uint32_t to) const {
  if (from <= piece.begin && to >= piece.end) return piece.width;
  if (from >= to || piece.width <= 0) return 0;
  float width = 0;
  for (ClusterWalk walk(*this, piece); !walk.done() && walk.begin() < to; walk.next()) {
    if (walk.begin() >= from) width += walk.width();
  }
  return width;
}

ClusterWalk::ClusterWalk(const Measured& measured, const Piece& piece)
    : measured_(measured), piece_(piece), begin_(piece.begin) {
  count_ = 1;
  for (std::uint32_t byte = piece.begin + 1; byte < piece.end; ++byte) {
    count_ += measured.starts[byte];
  }
  find_end();
}

float ClusterWalk::width() const {
  if (piece_.advances == kNoAdvances) return piece_.width / static_cast<float>(count_);
  return measured_.advances[piece_.advances + index_];
}

void ClusterWalk::next() {
  begin_ = end_;
  ++index_;
  find_end();
}

void ClusterWalk::find_end() {
  end_ = begin_;
  if (done()) return;
  do {
    ++end_;
  } while (end_ < piece_.end && measured_.starts[end_] == 0);
}

}  // namespace text
