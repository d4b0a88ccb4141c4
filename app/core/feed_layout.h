// The feed's geometry over time: cards placed as posts arrive, laid out again when the columns
// change, the reader's anchor kept at the same place through all of it.
#pragma once

#include "core/state.h"

namespace core {

// The window or the document changed: new columns, everything placed again, the anchor held.
enum class Relayout : std::uint8_t { IfColumnsChanged, Always };
void update_shell(State& state, Context& context, Relayout relayout);

// Places waiting entries: at once what is in view, ahead of it as much as a step has room to
// measure. True while some still wait.
bool place_waiting_cards(State& state, Context& context);

// `count` entries were put in front of the store: places them on top of all others.
void place_on_top(State& state, Context& context, std::uint32_t count);

// Which cards are on screen and near it; lays out those that are not at hand.
void update_visible(State& state, Context& context);

// The reader scrolled: the anchor follows.
void set_scroll(State& state, double y);
// We scroll: the anchor follows, and the page is told.
void scroll_feed(State& state, Context& context, double y, bool glide);

// Scrolls so that the card stands in view; at its top unless it is in view already.
void reveal_card(State& state, Context& context, feed::EntryIndex entry);

// The laid-out card; null when its post is not at hand.
const CardEntry* laid_out_card(const State& state, feed::EntryIndex entry);

void forget_card(State& state, Context& context, feed::EntryIndex entry);  // its content changed

[[nodiscard]] double content_height(const State& state);
[[nodiscard]] double max_scroll(const State& state);

}  // namespace core
