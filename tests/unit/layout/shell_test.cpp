#include "layout/shell.h"

#include <doctest/doctest.h>

#include <random>
#include <vector>

#include "helpers.h"

namespace {

using layout::Num;
using layout::Shell;
using layout_test::shipped;

bool overlap(base::Rect a, base::Rect b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

void check_shell(const Shell& shell, bool lab_open) {
  const base::Rect feed{shell.feed_x, 0, shell.feed_width, shell.window.h};
  CHECK(shell.feed_x >= 0);
  CHECK(feed.right() <= shell.window.w + 0.01F);
  CHECK(shell.columns >= 1);
  CHECK(shell.columns <= 4);
  CHECK(shell.column_width >= 1);
  CHECK(shell.column_width == std::floor(shell.column_width));
  CHECK(shell.column_x(0) == shell.feed_x);
  CHECK(shell.column_x(shell.columns - 1) + shell.column_width <= feed.right() + 0.01F);
  CHECK(shell.header.w == shell.feed_width);
  CHECK(shell.feed_top >= shell.header.bottom());
  CHECK(shell.has_lab == lab_open);
  CHECK(shell.has_lab == (shell.lab.w > 0));

  std::vector<base::Rect> parts = {feed};
  if (shell.has_nav) parts.push_back(shell.nav);
  if (shell.has_side) parts.push_back(shell.side);
  // On a phone the lab is a sheet over the feed's lower half, by design.
  if (shell.has_lab && !shell.compact) parts.push_back(shell.lab);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    CHECK(parts[i].x >= 0);
    CHECK(parts[i].right() <= shell.window.w + 0.01F);
    CHECK(parts[i].w > 0);
    for (std::size_t j = i + 1; j < parts.size(); ++j) {
      CAPTURE(i);
      CAPTURE(j);
      CHECK_FALSE(overlap(parts[i], parts[j]));
    }
  }
}

}  // namespace

TEST_CASE("shell: nothing overlaps at any window size, with one to four columns") {
  for (float columns = 1; columns <= 4; ++columns) {
    const layout::Document document = layout_test::with(Num::Columns, columns);
    for (float w = 320; w <= 2560; w += 10) {
      for (const float h : {320.0F, 900.0F}) {
        for (const bool lab : {false, true}) {
          CAPTURE(w);
          CAPTURE(columns);
          CAPTURE(lab);
          check_shell(layout::build_shell({w, h}, document, lab), lab);
        }
      }
    }
  }
}

TEST_CASE("shell: nor with any document that is within its ranges") {
  std::mt19937 random(11);
  for (int round = 0; round < 400; ++round) {
    CAPTURE(round);
    layout::Document document = shipped();
    for (const Num token : {Num::Columns, Num::FeedWidth, Num::Breakpoint, Num::Gap,
                            Num::GapCompact, Num::Margin, Num::MarginCompact}) {
      layout::NumberToken& number = layout_test::number(document, token);
      number.value =
          std::round(std::uniform_real_distribution<float>(number.min, number.max)(random));
    }
    const float w = std::round(std::uniform_real_distribution<float>(320, 2560)(random));
    CAPTURE(w);
    check_shell(layout::build_shell({w, 800}, document, round % 2 == 0), round % 2 == 0);
  }
}

TEST_CASE("shell: what stands beside the feed") {
  const Shell phone = layout::build_shell({390, 844}, shipped(), false);
  CHECK(phone.compact);
  CHECK_FALSE(phone.has_nav);
  CHECK_FALSE(phone.has_side);
  CHECK(phone.columns == 2);
  CHECK(phone.gap == shipped()[Num::GapCompact]);
  CHECK(phone.feed_x == shipped()[Num::MarginCompact]);

  const Shell desktop = layout::build_shell({1280, 800}, shipped(), false);
  CHECK_FALSE(desktop.compact);
  CHECK(desktop.has_nav);
  CHECK(desktop.gap == shipped()[Num::Gap]);

  const Shell wide = layout::build_shell({1920, 1080}, shipped(), false);
  CHECK(wide.has_nav);
  CHECK(wide.has_side);
  const Shell lab = layout::build_shell({1920, 1080}, shipped(), true);
  CHECK_FALSE(lab.has_side);
  CHECK(lab.lab.right() == 1920);
  CHECK_FALSE(lab.same_columns(phone));
  CHECK(desktop.same_columns(desktop));
}
