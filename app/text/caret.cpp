// Between byte offsets and places: x_of_offset, offset_at, rects_of_range (paragraph.h).
#include <algorithm>
#include <cmath>

#include "text/measured.h"
#include "text/paragraph.h"
#include "text/visual_line.h"

namespace text {
namespace {

bool ends_with_ellipsis(const Paragraph& paragraph, const Line& line) {
  for (std::uint32_t i = 0; i < line.run_count; ++i) {
    if (paragraph.runs[line.first_run + i].ellipsis) return true;
  }
  return false;
}

std::vector<Slot> slots_of(const Paragraph& paragraph, const Line& line) {
  return place_line(*paragraph.measured,
                    {line.begin, line.ink_end, ends_with_ellipsis(paragraph, line)});
}

bool runs_left(const Slot& slot) { return (slot.level & 1) != 0; }

// How much of the slot's width lies before the byte, in reading order.
float advance_to(const Measured& measured, const Slot& slot, std::uint32_t byte) {
  if (byte >= slot.end) return slot.width;
  float advance = 0;
  for (std::uint32_t i = measured.piece_at(slot.begin); i < measured.pieces.size(); ++i) {
    const Piece& piece = measured.pieces[i];
    if (piece.begin >= byte) break;
    advance +=
        measured.width_of(piece, std::max(piece.begin, slot.begin), std::min(piece.end, byte));
  }
  return byte > slot.begin ? advance - slot.trim_start : advance;
}

float x_in_slot(const Measured& measured, const Slot& slot, std::uint32_t byte) {
  const float advance = advance_to(measured, slot, byte);
  return runs_left(slot) ? slot.x + slot.width - advance : slot.x + advance;
}

// The cluster border nearest to the advance from where the slot's text begins.
std::uint32_t border_at(const Measured& measured, const Slot& slot, float advance) {
  float before = -slot.trim_start;
  for (std::uint32_t i = measured.piece_at(slot.begin); i < measured.pieces.size(); ++i) {
    const Piece& piece = measured.pieces[i];
    if (piece.begin >= slot.end) break;
    for (ClusterWalk walk(measured, piece); !walk.done(); walk.next()) {
      if (walk.begin() < slot.begin || walk.begin() >= slot.end) continue;
      const float from = std::max(before, 0.0f);
      const float to = std::min(before + walk.width(), slot.width);
      if (advance < (from + to) / 2) return measured.cluster_start(walk.begin());
      before += walk.width();
    }
  }
  return measured.cluster_start(slot.end);
}

std::uint32_t line_at(const Paragraph& paragraph, float y) {
  const auto count = static_cast<float>(paragraph.lines.size());
  const float height = paragraph.line_height_pt;
  const float row = height > 0 ? std::floor(y / height) : 0;
  if (!(row > 0)) return 0;  // also where y is not a number
  return static_cast<std::uint32_t>(std::min(row, count - 1));
}

}  // namespace

float x_of_offset(const Paragraph& paragraph, std::uint32_t line_index, std::uint32_t offset) {
  if (line_index >= paragraph.lines.size()) return 0;
  const Line& line = paragraph.lines[line_index];
  const Measured& measured = *paragraph.measured;
  const std::uint32_t byte = std::clamp(measured.cluster_start(offset), line.begin, line.ink_end);
  const std::vector<Slot> slots = slots_of(paragraph, line);
  const Slot* last = nullptr;  // in reading order
  for (const Slot& slot : slots) {
    if (slot.ellipsis) continue;
    if (byte >= slot.begin && byte < slot.end) return line.x + x_in_slot(measured, slot, byte);
    if (last == nullptr || slot.begin > last->begin) last = &slot;
  }
  if (last != nullptr) return line.x + x_in_slot(measured, *last, last->end);
  return line.direction == ports::Direction::RightToLeft ? line.x + line.width : line.x;
}

std::uint32_t offset_at(const Paragraph& paragraph, base::Point point) {
  if (paragraph.lines.empty()) return 0;
  const Line& line = paragraph.lines[line_at(paragraph, point.y)];
  const float x = point.x - line.x;
  const Slot* nearest = nullptr;
  float nearest_distance = 0;
  const std::vector<Slot> slots = slots_of(paragraph, line);
  for (const Slot& slot : slots) {
    if (slot.width <= 0) continue;
    const float distance = std::max({slot.x - x, x - (slot.x + slot.width), 0.0f});
    if (nearest != nullptr && !(distance < nearest_distance)) continue;
    nearest = &slot;
    nearest_distance = distance;
  }
  if (nearest == nullptr) return line.begin;
  if (nearest->ellipsis) return line.ink_end;
  const float advance = runs_left(*nearest) ? nearest->x + nearest->width - x : x - nearest->x;
  return border_at(*paragraph.measured, *nearest, advance);
}

std::vector<base::Rect> rects_of_range(const Paragraph& paragraph, std::uint32_t begin,
                                       std::uint32_t end) {
  std::vector<base::Rect> rects;
  const Measured& measured = *paragraph.measured;
  if (begin >= end || paragraph.lines.empty()) return rects;
  begin = measured.cluster_start(begin);
  if (measured.cluster_start(end) < end) end = measured.next_cluster(end);
  end = std::min(end, measured.bytes());

  for (const Line& line : paragraph.lines) {
    if (line.ink_end <= begin || line.begin >= end) continue;
    std::size_t first_of_line = rects.size();
    for (const Slot& slot : slots_of(paragraph, line)) {
      const std::uint32_t from = std::max(begin, slot.begin);
      const std::uint32_t to = std::min(end, slot.end);
      if (from >= to || slot.width <= 0) continue;
      const float a = x_in_slot(measured, slot, from);
      const float b = x_in_slot(measured, slot, to);
      // The gap before a slot is part of what spans it.
      const float gap = begin < slot.begin ? slot.gap : 0;
      const float left = line.x + std::min(a, b) - gap;
      const float right = line.x + std::max(a, b);
      if (right <= left) continue;
      if (rects.size() > first_of_line && left - rects.back().right() < 0.01f) {
        rects.back().w = right - rects.back().x;
      } else {
        rects.push_back({left, line.top, right - left, paragraph.line_height_pt});
      }
    }
  }
  return rects;
}

}  // namespace text
