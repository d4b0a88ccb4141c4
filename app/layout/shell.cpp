#include "layout/shell.h"

#include <algorithm>
#include <cmath>

namespace layout {
namespace {

constexpr float kNavWidth = 224;
constexpr float kSideWidth = 272;
constexpr float kLabWidth = 336;
constexpr float kEdge = 24;
constexpr float kHeaderHeight = 72;
constexpr float kHeaderHeightCompact = 60;
constexpr float kBarHeight = 56;
constexpr float kNarrowestColumn = 120;

}  // namespace

Shell build_shell(base::Size window, const Document& document, bool lab_open) {
  Shell shell;
  shell.window = window;
  const bool phone = window.w < document[Num::Breakpoint];
  shell.has_lab = lab_open;
  // On a phone the lab is a sheet over the lower part of the feed.
  const float lab_width = lab_open && !phone ? std::min(kLabWidth, window.w * 0.4F) : 0;
  if (lab_open) {
    shell.lab =
        phone ? base::Rect{0, std::round(window.h * 0.5F), window.w, std::round(window.h * 0.5F)}
              : base::Rect{window.w - lab_width, 0, lab_width, window.h};
  }

  const float wanted = document[Num::FeedWidth];
  float left = 0;
  float right = window.w - lab_width;
  if (!phone) {
    shell.has_nav = right - left >= kNavWidth + kEdge + std::min(wanted, 560.0F) + 2 * kEdge;
    if (shell.has_nav) {
      shell.nav = {kEdge, 0, kNavWidth, window.h};
      left = kEdge + kNavWidth;
    }
    shell.has_side =
        !lab_open && right - left >= kSideWidth + kEdge + std::min(wanted, 640.0F) + 2 * kEdge;
    if (shell.has_side) right -= kSideWidth + kEdge;
  }
  shell.compact = phone;
  shell.margin = document[phone ? Num::MarginCompact : Num::Margin];
  shell.gap = document[phone ? Num::GapCompact : Num::Gap];

  const float edge = phone ? shell.margin : kEdge;
  const float room = std::max(kNarrowestColumn, right - left - 2 * edge);
  shell.feed_width = phone ? room : std::min(room, wanted);
  // The whole arrangement is centred: nav, feed and side stay together on a wide window.
  const float spare = std::max(0.0F, right - left - 2 * edge - shell.feed_width);
  const float shift = std::floor(spare / 2);
  shell.feed_x = left + edge + shift;
  if (shell.has_nav) shell.nav.x = kEdge + shift;
  if (shell.has_side) {
    shell.side = {shell.feed_x + shell.feed_width + kEdge, 0, kSideWidth, window.h};
  }

  shell.has_bar = !shell.has_nav && !(lab_open && phone);
  shell.feed_bottom = window.h - (shell.has_bar ? kBarHeight : 0);
  if (shell.has_bar) shell.bar = {0, shell.feed_bottom, right, kBarHeight};

  const float header = phone ? kHeaderHeightCompact : kHeaderHeight;
  shell.header = {shell.feed_x, 0, shell.feed_width, header};
  shell.feed_top = header + (phone ? 6 : 12);

  const int most = std::max(
      1, static_cast<int>((shell.feed_width + shell.gap) / (kNarrowestColumn + shell.gap)));
  shell.columns = std::clamp(static_cast<int>(std::lround(document[Num::Columns])), 1, most);
  const auto columns = static_cast<float>(shell.columns);
  shell.column_width =
      std::max(1.0F, std::floor((shell.feed_width - shell.gap * (columns - 1)) / columns));
  return shell;
}

Shell mirrored(Shell shell) {
  for (base::Rect* rect : {&shell.header, &shell.nav, &shell.side, &shell.lab, &shell.bar}) {
    *rect = rect->mirrored(shell.window.w);
  }
  shell.feed_x = shell.window.w - shell.feed_x - shell.feed_width;
  shell.from_right = !shell.from_right;
  return shell;
}

}  // namespace layout
