// Pulling the feed down beyond its top to look for new posts. The platform reports a pull as
// positions above zero; where it has no rubber band of its own, the way back is animated here.
#pragma once

#include "core/state.h"

namespace core {

// Let go beyond this, new posts are looked for. Points of the feed: a finger has moved twice as
// far.
inline constexpr double kPullPt = 64;

// A position of the feed's scroller, negative while it is pulled.
void take_feed_scroll(State& state, Context& context, double y);

// Moves a feed that was let go back to its top; once a step.
void spring_back(State& state);

// What stands above the pulled feed; empty: it is not pulled.
std::string pull_words(const State& state);

}  // namespace core
