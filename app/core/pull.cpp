#include "core/pull.h"

#include <algorithm>
#include <string>

#include "core/feed_layout.h"
#include "core/feed_loading.h"

namespace core {
namespace {

using model::Word;

constexpr double kSpringMs = 220;
constexpr double kJumpPt = 8;  // a platform with a rubber band of its own comes back in small steps

void let_go(State& state, Context& context, double from_y) {
  const bool far_enough = state.feed.pull_most_pt >= kPullPt;
  state.feed.pull_most_pt = 0;
  if (from_y < -kJumpPt && !state.reduced_motion) {
    state.feed.spring_from_y = from_y;
    state.feed.spring_began_ms = state.now_ms;
  } else {
    set_scroll(state, 0);
  }
  if (far_enough) ask_newer(state, context);
}

}  // namespace

void take_feed_scroll(State& state, Context& context, double y) {
  FeedView& feed = state.feed;
  if (y < 0) {
    feed.spring_from_y = 0;
    feed.pull_most_pt = std::max(feed.pull_most_pt, -y);
    set_scroll(state, y);
  } else if (feed.pull_most_pt > 0) {
    let_go(state, context, feed.scroll_y);
  } else if (y > 0 || feed.spring_from_y == 0) {
    feed.spring_from_y = 0;
    set_scroll(state, y);
  }
}

void spring_back(State& state) {
  FeedView& feed = state.feed;
  if (feed.spring_from_y == 0) return;
  const double share = std::clamp((state.now_ms - feed.spring_began_ms) / kSpringMs, 0.0, 1.0);
  const double left = 1 - share;
  set_scroll(state, feed.spring_from_y * left * left * left);
  if (share < 1) {
    state.needs_frame = true;
  } else {
    feed.spring_from_y = 0;
  }
}

std::string pull_words(const State& state) {
  const FeedView& feed = state.feed;
  if (feed.newer_request != 0 && feed.newer_asked) return state.words[Word::PullLooking];
  if (feed.scroll_y > -1 || feed.spring_from_y != 0) return "";
  return state.words[feed.pull_most_pt >= kPullPt ? Word::PullLetGo : Word::PullDown];
}

}  // namespace core
