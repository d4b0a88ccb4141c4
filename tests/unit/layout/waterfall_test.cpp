#include "layout/waterfall.h"

#include <doctest/doctest.h>

#include <random>
#include <vector>

namespace {

using layout::CardIndex;
using layout::Slot;
using layout::Waterfall;

constexpr float kGap = 8;

Waterfall filled(int columns, int cards, std::mt19937& random) {
  Waterfall waterfall;
  waterfall.reset(columns, kGap);
  for (int i = 0; i < cards; ++i) {
    waterfall.append(std::uniform_real_distribution<float>(40, 700)(random));
  }
  return waterfall;
}

std::vector<Slot> slots_of(const Waterfall& waterfall) {
  std::vector<Slot> slots;
  for (CardIndex i = 0; i < waterfall.size(); ++i) slots.push_back(waterfall.slot(i));
  return slots;
}

// Every card stands a gap below the one before it in its column, however it came there.
void check_stacked(const Waterfall& waterfall) {
  std::vector<double> bottoms(static_cast<std::size_t>(waterfall.columns()), 0);
  for (const Slot& slot : slots_of(waterfall)) {
    REQUIRE(slot.column < waterfall.columns());
    CHECK(slot.top == doctest::Approx(bottoms[slot.column]).epsilon(1e-6));
    bottoms[slot.column] = slot.bottom() + static_cast<double>(kGap);
  }
}

std::vector<CardIndex> touching(const Waterfall& waterfall, double from, double to) {
  std::vector<CardIndex> found;
  for (CardIndex i = 0; i < waterfall.size(); ++i) {
    if (waterfall.slot(i).bottom() > from && waterfall.slot(i).top < to) found.push_back(i);
  }
  return found;
}

}  // namespace

TEST_CASE("waterfall: the shortest column takes the next card, the left one of equals") {
  Waterfall waterfall;
  waterfall.reset(2, 10);
  CHECK(waterfall.height() == 0);
  CHECK(waterfall.shortest() == 0);
  waterfall.append(100);
  waterfall.append(50);
  waterfall.append(40);  // right: 60 is above 110
  waterfall.append(10);  // both end at 110: left
  CHECK(waterfall.slot(0).column == 0);
  CHECK(waterfall.slot(1).column == 1);
  CHECK(waterfall.slot(2).column == 1);
  CHECK(waterfall.slot(2).top == 60);
  CHECK(waterfall.slot(3).column == 0);
  CHECK(waterfall.slot(3).top == 110);
  CHECK(waterfall.height() == 120);
  CHECK(waterfall.shortest() == 110);
}

TEST_CASE("waterfall: appending moves nothing that is placed") {
  std::mt19937 random(1);
  for (int columns = 1; columns <= 4; ++columns) {
    Waterfall waterfall = filled(columns, 60, random);
    const std::vector<Slot> before = slots_of(waterfall);
    for (int i = 0; i < 60; ++i) waterfall.append(static_cast<float>(100 + i));
    for (CardIndex i = 0; i < before.size(); ++i) {
      CHECK(waterfall.slot(i).top == before[i].top);
      CHECK(waterfall.slot(i).height == before[i].height);
      CHECK(waterfall.slot(i).column == before[i].column);
    }
    check_stacked(waterfall);
  }
}

TEST_CASE("waterfall: a new height moves only what is below it in its column") {
  std::mt19937 random(2);
  for (int columns = 1; columns <= 4; ++columns) {
    Waterfall waterfall = filled(columns, 80, random);
    for (int round = 0; round < 40; ++round) {
      const std::vector<Slot> before = slots_of(waterfall);
      const auto changed = static_cast<CardIndex>(random() % waterfall.size());
      const float height = std::uniform_real_distribution<float>(1, 900)(random);
      waterfall.set_height(changed, height);
      const double delta =
          static_cast<double>(height) - static_cast<double>(before[changed].height);
      for (CardIndex i = 0; i < before.size(); ++i) {
        const bool below = i > changed && before[i].column == before[changed].column;
        CHECK(waterfall.slot(i).column == before[i].column);
        if (below) {
          CHECK(waterfall.slot(i).top == doctest::Approx(before[i].top + delta).epsilon(1e-6));
        } else {
          CHECK(waterfall.slot(i).top == before[i].top);
        }
      }
    }
    check_stacked(waterfall);
    // The next card goes where the columns now end.
    const double shortest = waterfall.shortest();
    CHECK(waterfall.slot(waterfall.append(50)).top == doctest::Approx(shortest).epsilon(0.001));
  }
}

TEST_CASE("waterfall: the cards of a stretch, against looking at every one") {
  std::mt19937 random(3);
  for (int columns = 1; columns <= 4; ++columns) {
    Waterfall waterfall = filled(columns, 300, random);
    for (int i = 0; i < 20; ++i) waterfall.set_height(static_cast<CardIndex>(random() % 300), 33);
    std::vector<CardIndex> found = {99};
    for (int round = 0; round < 300; ++round) {
      std::uniform_real_distribution<double> place(-1000, waterfall.height() + 1000);
      const double from = place(random);
      const double to = from + std::uniform_real_distribution<double>(0, 2500)(random);
      waterfall.cards_in(from, to, found);
      CHECK(found == touching(waterfall, from, to));
    }
    waterfall.cards_in(-1, waterfall.height() + 1, found);
    CHECK(found.size() == waterfall.size());
    waterfall.cards_in(waterfall.height(), waterfall.height() + 1, found);
    CHECK(found.empty());
  }
}

TEST_CASE("waterfall: a neighbour is found in any column, also beyond the ends") {
  std::mt19937 random(4);
  const Waterfall waterfall = filled(3, 90, random);
  for (int column = 0; column < 3; ++column) {
    CHECK(waterfall.slot(waterfall.card_at(column, -50)).column == column);
    CHECK(waterfall.slot(waterfall.card_at(column, 1e9)).column == column);
    const CardIndex at = waterfall.card_at(column, 3000);
    CHECK(waterfall.slot(at).column == column);
    CHECK(waterfall.slot(at).bottom() > 3000);
    CHECK(waterfall.slot(at).top <= 3000 + static_cast<double>(kGap));
  }
  CHECK(waterfall.slot(waterfall.card_at(-5, 0)).column == 0);
  CHECK(waterfall.slot(waterfall.card_at(99, 0)).column == 2);
}

TEST_CASE("waterfall: a million cards stand where they should to a hundredth of a point") {
  Waterfall waterfall;
  waterfall.reset(1, 16);
  for (int i = 0; i < 1'000'000; ++i) waterfall.append(300);
  CHECK(waterfall.slot(999'999).top == 999'999.0 * 316.0);
  std::vector<CardIndex> found;
  waterfall.cards_in(3.0e8, 3.0e8 + 800, found);
  CHECK(found == touching(waterfall, 3.0e8, 3.0e8 + 800));
  CHECK(sizeof(Slot) <= 16);
}
