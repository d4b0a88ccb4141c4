#include "text/visual_line.h"

#include <algorithm>

#include "text/bidi.h"

namespace text {
namespace {

PieceKind slot_kind(PieceKind kind) {
  return kind == PieceKind::Space || kind == PieceKind::Blank ? PieceKind::Word : kind;
}

bool joins(const Measured& measured, const Slot& last, const Slot& next) {
  const bool joinable = next.kind == PieceKind::Word || next.kind == PieceKind::Emoji;
  return joinable && last.kind == next.kind && last.level == next.level &&
         last.width + next.width <= kMaxRunWidth &&
         (last.look == next.look || measured.looks[last.look] == measured.looks[next.look]);
}

std::vector<Slot> logical_slots(const Measured& measured, const LineText& line) {
  std::vector<Slot> slots;
  for (std::uint32_t i = measured.piece_at(line.begin); i < measured.pieces.size(); ++i) {
    const Piece& piece = measured.pieces[i];
    if (piece.begin >= line.ink_end) break;
    Slot slot;
    slot.begin = std::max(piece.begin, line.begin);
    slot.end = std::min(piece.end, line.ink_end);
    if (slot.begin >= slot.end) continue;
    slot.width = measured.width_of(piece, slot.begin, slot.end);
    slot.look = piece.look;
    slot.kind = slot_kind(piece.kind);
    slot.level = piece.level;
    slot.inked = is_inked(piece.kind);
    if (!slots.empty() && joins(measured, slots.back(), slot)) {
      slots.back().end = slot.end;
      slots.back().width += slot.width;
      slots.back().inked = slots.back().inked || slot.inked;
    } else {
      slots.push_back(slot);
    }
  }
  return slots;
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

  const auto has_level = [](const Slot& slot) { return slot.level != 0; };
  if (std::any_of(slots.begin(), slots.end(), has_level)) {
    std::vector<std::uint8_t> levels;
    for (const Slot& slot : slots) levels.push_back(slot.level);
    std::vector<Slot> ordered;
    ordered.reserve(slots.size());
    for (const std::uint32_t i : visual_order(levels)) ordered.push_back(slots[i]);
    slots.swap(ordered);
  }

  float x = 0;
  for (Slot& slot : slots) {
    slot.x = x;
    x += slot.width;
  }
  return slots;
}

}  // namespace text
