#include "text/visual_line.h"

#include <algorithm>

#include "text/bidi.h"
#include "text/cjk_spacing.h"

namespace text {
namespace {

PieceKind slot_kind(PieceKind kind) {
  return kind == PieceKind::Space || kind == PieceKind::Blank ? PieceKind::Word : kind;
}

bool joins(const Measured& measured, const Slot& last, const Slot& next) {
  const bool joinable = next.kind == PieceKind::Word || next.kind == PieceKind::Emoji;
  return joinable && last.kind == next.kind && last.level == next.level &&
         last.width + next.width <= kMaxRunWidth && last.trim_end == 0 && next.trim_start == 0 &&
         next.gap == 0 && last.isolate == next.isolate &&
         (last.look == next.look || measured.looks[last.look] == measured.looks[next.look]);
}

// used: by the pieces before it on the line.
Slot slot_of(const Measured& measured, const LineText& line, const Piece& piece, float used) {
  Slot slot;
  slot.begin = std::max(piece.begin, line.begin);
  slot.end = std::min(piece.end, line.ink_end);
  slot.look = piece.look;
  slot.kind = slot_kind(piece.kind);
  slot.level = piece.level;
  slot.around = piece.around;
  slot.isolate = piece.isolate;
  slot.inked = is_inked(piece.kind);
  if (slot.begin >= slot.end) return slot;
  slot.width = measured.width_of(piece, slot.begin, slot.end);
  if (slot.begin != piece.begin) return slot;
  const bool last = slot.end == line.ink_end && !line.ellipsis;
  const Fit fit = fit_piece(piece, used > 0 ? (last ? LineEdge::Last : LineEdge::None)
                                            : (last ? LineEdge::Both : LineEdge::First));
  slot.gap = fit.gap;
  slot.trim_start = fit.trim_start;
  slot.trim_end = fit.trim_end;
  slot.width -= fit.trim_start + fit.trim_end;
  return slot;
}

// True for most pieces: more of the same. What it says no to is looked at more closely.
bool continues(const Slot& last, const Piece& piece) {
  return slot_kind(piece.kind) == last.kind && last.kind == PieceKind::Word &&
         piece.look == last.look && piece.level == last.level && piece.isolate == last.isolate &&
         piece.mark == Mark::None && piece.gap == 0 && last.trim_end == 0 &&
         last.width + piece.width <= kMaxRunWidth;
}

std::vector<Slot> logical_slots(const Measured& measured, const LineText& line) {
  std::vector<Slot> slots;
  float used = 0;
  for (std::uint32_t i = measured.piece_at(line.begin); i < measured.pieces.size(); ++i) {
    const Piece& piece = measured.pieces[i];
    if (piece.begin >= line.ink_end) break;
    if (!slots.empty() && piece.end <= line.ink_end && continues(slots.back(), piece)) {
      slots.back().end = piece.end;
      slots.back().width += piece.width;
      slots.back().inked = slots.back().inked || is_inked(piece.kind);
      used += piece.width;
      continue;
    }
    const Slot slot = slot_of(measured, line, piece, used);
    if (slot.begin >= slot.end) continue;
    used += slot.gap + slot.width;
    if (!slots.empty() && joins(measured, slots.back(), slot)) {
      slots.back().end = slot.end;
      slots.back().width += slot.width;
      slots.back().trim_end = slot.trim_end;
      slots.back().inked = slots.back().inked || slot.inked;
    } else {
      slots.push_back(slot);
    }
  }
  return slots;
}

// Rules L1 and L2. Two stretches that an isolate parts must not be turned as one: between them
// stands what FSI and PDI would be, as a level without a slot.
void reorder(std::vector<Slot>& slots) {
  const auto is_plain = [](const Slot& slot) { return slot.level == 0; };
  if (std::all_of(slots.begin(), slots.end(), is_plain)) return;
  constexpr std::uint32_t kNoSlot = 0xFFFFFFFF;
  std::vector<std::uint8_t> levels;
  std::vector<std::uint32_t> slot_of;
  const auto add = [&](std::uint8_t level, std::uint32_t slot) {
    levels.push_back(level);
    slot_of.push_back(slot);
  };
  for (std::uint32_t i = 0; i < slots.size(); ++i) {
    if (i > 0 && slots[i].isolate != slots[i - 1].isolate) {
      if (slots[i - 1].isolate != 0) add(slots[i - 1].around, kNoSlot);
      if (slots[i].isolate != 0) add(slots[i].around, kNoSlot);
    }
    add(slots[i].level, i);
  }
  std::vector<Slot> ordered;
  ordered.reserve(slots.size());
  for (const std::uint32_t i : visual_order(levels)) {
    if (slot_of[i] != kNoSlot) ordered.push_back(slots[slot_of[i]]);
  }
  slots.swap(ordered);
}

}  // namespace

std::uint32_t ink_end_of(const Measured& measured, std::uint32_t begin, std::uint32_t end) {
  if (begin >= end) return begin;
  for (std::uint32_t i = measured.piece_at(end - 1) + 1; i-- > 0;) {
    const Piece& piece = measured.pieces[i];
    if (piece.end <= begin) return begin;
    if (is_inked(piece.kind)) return std::min(end, piece.end);
  }
  return begin;
}

std::uint8_t base_level_at(const Measured& measured, std::uint32_t byte) {
  return measured.pieces.empty() ? std::uint8_t{0} : measured.pieces[measured.piece_at(byte)].base;
}

std::vector<Slot> place_line(const Measured& measured, const LineText& line) {
  std::vector<Slot> slots = logical_slots(measured, line);
  if (line.ellipsis) {
    Slot dots;
    dots.begin = line.ink_end;
    dots.end = line.ink_end;
    dots.width = measured.ellipsis_width;
    dots.level = base_level_at(measured, line.begin);
    dots.inked = true;
    dots.ellipsis = true;
    slots.push_back(dots);
  }

  reorder(slots);
  float x = 0;
  for (Slot& slot : slots) {
    slot.x = x + slot.gap;
    x = slot.x + slot.width;
  }
  return slots;
}

}  // namespace text
