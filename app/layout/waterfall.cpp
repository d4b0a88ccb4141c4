#include "layout/waterfall.h"

#include <algorithm>

#include "base/check.h"

namespace layout {

void Waterfall::reset(int columns, float gap) {
  CHECK(columns >= 1);
  slots_.clear();
  columns_.assign(static_cast<std::size_t>(columns), {});
  gap_ = gap;
}

CardIndex Waterfall::append(float height) {
  std::size_t shortest = 0;
  for (std::size_t c = 1; c < columns_.size(); ++c) {
    // Half a point of slack, so that rounding never sends a card to the right of an equal column.
    if (columns_[c].bottom < columns_[shortest].bottom - 0.5) shortest = c;
  }
  Column& column = columns_[shortest];
  const auto index = static_cast<CardIndex>(slots_.size());
  slots_.push_back({column.bottom, height, static_cast<std::uint16_t>(shortest)});
  column.cards.push_back(index);
  column.bottom += static_cast<double>(height + gap_);
  return index;
}

void Waterfall::set_height(CardIndex card, float height) {
  Slot& changed = slots_[card];
  const double delta = static_cast<double>(height - changed.height);
  if (delta == 0) return;
  changed.height = height;
  Column& column = columns_[changed.column];
  auto below = std::upper_bound(column.cards.begin(), column.cards.end(), card);
  for (; below != column.cards.end(); ++below) slots_[*below].top += delta;
  column.bottom += delta;
}

void Waterfall::cards_in(double from, double to, std::vector<CardIndex>& out) const {
  out.clear();
  for (const Column& column : columns_) {
    auto card = std::partition_point(column.cards.begin(), column.cards.end(),
                                     [&](CardIndex c) { return slots_[c].bottom() <= from; });
    for (; card != column.cards.end() && slots_[*card].top < to; ++card) out.push_back(*card);
  }
  std::sort(out.begin(), out.end());
}

CardIndex Waterfall::card_at(int column, double y) const {
  const int last = static_cast<int>(columns_.size()) - 1;
  const Column& chosen = columns_[static_cast<std::size_t>(std::clamp(column, 0, last))];
  if (chosen.cards.empty()) return 0;
  auto card = std::partition_point(chosen.cards.begin(), chosen.cards.end(),
                                   [&](CardIndex c) { return slots_[c].bottom() <= y; });
  return card == chosen.cards.end() ? chosen.cards.back() : *card;
}

double Waterfall::height() const {
  double tallest = 0;
  for (const Column& column : columns_) tallest = std::max(tallest, column.bottom);
  return tallest > 0 ? tallest - static_cast<double>(gap_) : 0;
}

double Waterfall::shortest() const {
  double shortest = columns_.empty() ? 0 : columns_.front().bottom;
  for (const Column& column : columns_) shortest = std::min(shortest, column.bottom);
  return shortest;
}

}  // namespace layout
