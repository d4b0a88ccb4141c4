// Fills lines greedily, piece by piece; measures nothing. A line that no break opportunity fits is
// cut at a cluster; a line that goes over max_lines ends with an ellipsis at a cluster.
#include <algorithm>
#include <cmath>
#include <utility>

#include "text/cjk_spacing.h"
#include "text/measured.h"
#include "text/paragraph.h"
#include "text/visual_line.h"

namespace text {
namespace {

// Widths are sums of floats: a line as wide as its text must not break for the last bit.
constexpr float kTolerance = 0.01f;

// A place between clusters.
struct Cursor {
  std::uint32_t piece = 0;
  std::uint32_t byte = 0;
};

class Breaker {
 public:
  Breaker(const Measured& measured, const BreakOptions& options, Paragraph& out)
      : measured_(measured), out_(out), align_(options.align), width_(options.width_pt) {
    if (std::isnan(width_) || width_ < 0) width_ = 0;
    limit_ = width_ + kTolerance;
    max_lines_ = options.max_lines > 0 ? static_cast<std::size_t>(options.max_lines) : 0;
  }

  void run() {
    Cursor at;
    while (at.byte < measured_.bytes()) {
      const Cursor next = fill_line(at);
      const bool last = next.byte >= measured_.bytes();
      const bool full = max_lines_ != 0 && out_.lines.size() + 1 == max_lines_;
      const bool hides = last ? measured_.cut : full && draws_after(next.byte);
      if (hides) {
        add_elided(at);
        break;
      }
      // What is left after the last line is white space and line ends: it belongs to that line.
      const std::uint32_t end = full ? measured_.bytes() : next.byte;
      add_line({at.byte, ink_end_of(measured_, at.byte, next.byte), false}, end);
      if (full) break;
      at = next;
    }
    align_lines();
  }

 private:
  [[nodiscard]] const Piece& piece(std::uint32_t index) const { return measured_.pieces[index]; }

  [[nodiscard]] std::uint32_t from(Cursor at, std::uint32_t index) const {
    return index == at.piece ? at.byte : piece(index).begin;
  }

  // What is added to a piece's width on its line (cjk_spacing.h), by whether text follows it there.
  struct Room {
    float within = 0;
    float if_last = 0;
  };

  [[nodiscard]] static Room room_of(const Piece& next, std::uint32_t begin, float used) {
    if (begin != next.begin || (next.mark == Mark::None && next.gap == 0)) return {};
    const bool first = used <= 0;
    return {fit_piece(next, first ? LineEdge::First : LineEdge::None).added(),
            fit_piece(next, first ? LineEdge::Both : LineEdge::Last).added()};
  }

  // Where the line that starts at the cursor ends.
  [[nodiscard]] Cursor fill_line(Cursor at) const {
    float used = 0;
    Cursor best = at;
    for (std::uint32_t i = at.piece; i < measured_.pieces.size(); ++i) {
      const Piece& next = piece(i);
      ++out_.work;
      if (next.kind == PieceKind::Ending) return {i + 1, next.end};
      const float width = i == at.piece ? measured_.width_of(next, at.byte, next.end) : next.width;
      const Room room = room_of(next, from(at, i), used);
      if (is_inked(next.kind) && used + width + room.if_last > limit_) {
        if (best.byte > at.byte) return best;
        return with_hanging(fill_clusters(at, limit_, Least::OneCluster));
      }
      used += width + room.within;
      if (next.after != Break::None) best = {i + 1, next.end};
    }
    return {static_cast<std::uint32_t>(measured_.pieces.size()), measured_.bytes()};
  }

  // What takes no room after an emergency break still belongs to its line: spaces, the line's end.
  [[nodiscard]] Cursor with_hanging(Cursor at) const {
    if (at.piece >= measured_.pieces.size() || at.byte != piece(at.piece).begin) return at;
    for (std::uint32_t i = at.piece; i < measured_.pieces.size(); ++i) {
      const Piece& next = piece(i);
      if (next.kind == PieceKind::Ending) return {i + 1, next.end};
      ++out_.work;
      if (is_inked(next.kind)) break;
      at = {i + 1, next.end};
      if (next.after != Break::None) break;
    }
    return at;
  }

  enum class Least : std::uint8_t { Nothing, OneCluster };

  // The last cluster border up to which the text fits, on this hard line. With Least::Nothing more
  // stands on the line after it (the ellipsis).
  [[nodiscard]] Cursor fill_clusters(Cursor at, float limit, Least least) const {
    float used = 0;
    float spare = 0;  // what the last cluster gives up if the line ends with it
    Cursor good = at;
    const auto must = [&] { return least == Least::OneCluster && good.byte == at.byte; };
    for (std::uint32_t i = at.piece; i < measured_.pieces.size(); ++i) {
      const Piece& next = piece(i);
      const std::uint32_t begin = from(at, i);
      if (next.kind == PieceKind::Ending) {
        return used - spare <= limit || must() ? Cursor{i, begin} : good;
      }
      const Room room = room_of(next, begin, used);
      for (ClusterWalk walk(measured_, next); !walk.done(); walk.next()) {
        ++out_.work;
        if (walk.begin() < begin) continue;
        if (measured_.starts[walk.begin()] != 0 && walk.begin() > at.byte) {
          if (used - spare > limit) return must() ? Cursor{i, walk.begin()} : good;
          good = {i, walk.begin()};
        }
        used += walk.width();
        if (walk.begin() == next.begin) used += room.within;
        spare = least == Least::OneCluster ? room.within - room.if_last : 0;
      }
    }
    if (used - spare > limit && !must()) return good;
    return {static_cast<std::uint32_t>(measured_.pieces.size()), measured_.bytes()};
  }

  [[nodiscard]] bool draws_after(std::uint32_t byte) const {
    return ink_end_of(measured_, byte, measured_.bytes()) > byte;
  }

  void add_elided(Cursor at) {
    const Cursor end = fill_clusters(at, limit_ - measured_.ellipsis_width, Least::Nothing);
    add_line({at.byte, ink_end_of(measured_, at.byte, end.byte), true}, end.byte);
    out_.elided = true;
  }

  void add_line(const LineText& text, std::uint32_t end) {
    Line line;
    line.begin = text.begin;
    line.end = end;
    line.ink_end = text.ink_end;
    line.top = static_cast<float>(out_.lines.size()) * out_.line_height_pt;
    line.direction = direction_of(base_level_at(measured_, text.begin));
    line.first_run = static_cast<std::uint32_t>(out_.runs.size());
    for (const Slot& slot : place_line(measured_, text)) {
      line.width = slot.x + slot.width;
      if (slot.inked) add_run(slot);
    }
    line.run_count = static_cast<std::uint32_t>(out_.runs.size()) - line.first_run;
    out_.size.w = std::max(out_.size.w, line.width);
    out_.lines.push_back(line);
  }

  void add_run(const Slot& slot) {
    const Look& look = measured_.looks[slot.look];
    Run run;
    run.begin = slot.begin;
    run.end = slot.end;
    run.x = slot.x - slot.trim_start;
    run.width = slot.width + slot.trim_start + slot.trim_end;
    run.trim_start = slot.trim_start;
    run.trim_end = slot.trim_end;
    run.style = look.style;
    run.direction = direction_of(slot.level);
    run.ink = slot.kind == PieceKind::Picture ? Ink::Picture
              : slot.kind == PieceKind::Emoji ? Ink::Color
                                              : Ink::Coverage;
    run.tag = look.tag;
    run.strike = look.strike;
    run.ellipsis = slot.ellipsis;
    out_.runs.push_back(run);
  }

  // After all lines are known: on an endless line the widest one is the measure.
  void align_lines() {
    out_.size.h = static_cast<float>(out_.lines.size()) * out_.line_height_pt;
    const float room = std::isfinite(width_) ? width_ : out_.size.w;
    for (Line& line : out_.lines) {
      const float spare = room - line.width;
      if (align_ == Align::Center) {
        line.x = spare / 2;
      } else if (line.direction == ports::Direction::RightToLeft) {
        line.x = spare;
      }
      for (std::uint32_t i = 0; i < line.run_count; ++i) out_.runs[line.first_run + i].x += line.x;
    }
  }

  const Measured& measured_;
  Paragraph& out_;
  Align align_;
  float width_;
  float limit_ = 0;
  std::size_t max_lines_ = 0;
};

}  // namespace

Paragraph break_paragraph(const std::shared_ptr<const Measured>& measured,
                          const BreakOptions& options) {
  Paragraph paragraph;
  paragraph.measured = measured;
  paragraph.line_height_pt = measured->source.line_height_pt;
  Breaker(*measured, options, paragraph).run();
  return paragraph;
}

const std::string& Paragraph::text() const { return measured->source.text; }
const std::string& Paragraph::language() const { return measured->source.language; }

}  // namespace text
