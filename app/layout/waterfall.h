// Where each card of a waterfall stands: the shortest column takes the next card, and what is
// placed never moves when cards are appended. Knows heights only; nothing of posts. Positions are
// points from the top of the feed, double. 24 bytes a card.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace layout {

using CardIndex = std::uint32_t;

struct Slot {
  double top = 0;
  float height = 0;
  std::uint16_t column = 0;
  [[nodiscard]] double bottom() const { return top + static_cast<double>(height); }
};

class Waterfall {
 public:
  // Forgets all cards. columns >= 1.
  void reset(int columns, float gap);

  CardIndex append(float height);

  // The card and those below it in its column move; others stay.
  void set_height(CardIndex card, float height);

  // Cards that touch [from, to), in index order, into out (cleared first). O(log n + found).
  void cards_in(double from, double to, std::vector<CardIndex>& out) const;

  // The card of any column nearest to a point: for arrow keys. column is clamped.
  [[nodiscard]] CardIndex card_at(int column, double y) const;

  [[nodiscard]] const Slot& slot(CardIndex card) const { return slots_[card]; }
  [[nodiscard]] std::size_t size() const { return slots_.size(); }
  [[nodiscard]] int columns() const { return static_cast<int>(columns_.size()); }
  // The tallest column's end, without a gap below it; 0 when empty.
  [[nodiscard]] double height() const;
  // The shortest column's end: below it something is missing.
  [[nodiscard]] double shortest() const;

 private:
  struct Column {
    std::vector<CardIndex> cards;  // top to bottom
    double bottom = 0;             // next card's top
  };
  std::vector<Slot> slots_;
  std::vector<Column> columns_;
  float gap_ = 0;
};

}  // namespace layout
