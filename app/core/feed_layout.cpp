#include "core/feed_layout.h"

#include <algorithm>
#include <cmath>

#include "core/translation_view.h"

namespace core {
namespace {

// At once what is in view; ahead of that so many cards a step, for which so many new pieces of text
// are measured (some 20 us each in a browser). In a fast scroll a frame brings some 20 new pieces
// into view.
constexpr int kCardsPlacedPerStep = 4;
constexpr std::uint64_t kPiecesAhead = 80;
constexpr std::uint64_t kPiecesAheadInScroll = 20;
// A card of more pieces takes several steps, but not for ever: a text may be larger than the cache.
constexpr int kMaxTriesAhead = 32;
constexpr float kFootHeight = 96;  // below the last card: progress, end, error

layout::CardInput card_input(const State& state, const model::Post& post, feed::EntryIndex entry) {
  const bool veiled = post.sensitive || !post.warning.empty();
  return {
      .post = post,
      .document = state.lab.document,
      .width_pt = state.shell.column_width,
      .compact = state.shell.compact,
      .revealed = state.feed.revealed.contains(entry),
      .words = state.words,
      .reader = state.number_language(),
      .translation = card_translation(
          state, post, veiled && !state.feed.revealed.contains(entry) ? Veil::Drawn : Veil::None)};
}

// Null if the cache of widths had too little room for the card's text.
const CardEntry* lay_out_in_room(State& state, Context& context, feed::EntryIndex entry) {
  FeedView& feed = state.feed;
  const layout::CardInput input = card_input(state, *feed.store.post(entry), entry);
  CardEntry card{layout::build_card(input, context.measurer()),
                 static_cast<std::uint32_t>(state.step)};
  if (context.cache.ran_short()) return nullptr;
  if (entry >= feed.sketches.size()) feed.sketches.resize(entry + 1);
  feed.sketches[entry] = layout::sketch_card(input, card.boxes);
  return &feed.cards.put(entry, std::move(card));
}

const CardEntry& lay_out(State& state, Context& context, feed::EntryIndex entry) {
  return *lay_out_in_room(state, context, entry);
}

float height_of(State& state, Context& context, feed::EntryIndex entry) {
  if (state.feed.store.post(entry) != nullptr) return lay_out(state, context, entry).boxes.size.h;
  return layout::estimate_height(state.feed.sketches[entry], state.lab.document,
                                 state.shell.column_width, state.shell.compact);
}

void hold_anchor(State& state, Context& context) {
  FeedView& feed = state.feed;
  if (feed.waterfall.size() == 0) return;
  const feed::EntryIndex last = static_cast<feed::EntryIndex>(feed.waterfall.size()) - 1;
  const feed::EntryIndex entry = std::min(feed.anchor.entry, last);
  const double y = feed.anchor.at_top ? 0.0
                                      : std::clamp(state.card_top(entry) - feed.anchor.offset, 0.0,
                                                   max_scroll(state));
  if (std::abs(y - feed.scroll_y) < 0.01) return;
  feed.scroll_y = y;
  feed.expected_scroll = y;
  context.effects.push_back(ScrollTo{SurfaceId::Feed, y, false});
}

void place_anchor(State& state) {
  FeedView& feed = state.feed;
  if (feed.scroll_y <= 0.5) {
    feed.anchor = {};
    return;
  }
  // The first card, in reading order, whose top is in view; else the one that fills the view.
  std::vector<feed::EntryIndex> cards;
  const double top = feed.scroll_y - static_cast<double>(state.shell.feed_top);
  feed.waterfall.cards_in(top + static_cast<double>(state.shell.header.h),
                          top + static_cast<double>(state.window.h), cards);
  if (cards.empty()) return;
  feed::EntryIndex chosen = cards.front();
  for (const feed::EntryIndex card : cards) {
    if (state.card_top(card) >= feed.scroll_y + static_cast<double>(state.shell.header.h)) {
      chosen = card;
      break;
    }
  }
  feed.anchor = {chosen, state.card_top(chosen) - feed.scroll_y, false};
}

void place_all_again(State& state, Context& context) {
  FeedView& feed = state.feed;
  const std::size_t placed = feed.waterfall.size();
  feed.waterfall.reset(state.shell.columns, state.shell.gap);
  feed.cards.clear();
  for (feed::EntryIndex entry = 0; entry < placed; ++entry) {
    feed.waterfall.append(height_of(state, context, entry));
  }
  hold_anchor(state, context);
}

void place_next(State& state, float height) {
  state.feed.waterfall.append(height);
  state.feed.tries_ahead = 0;
  state.needs_frame = true;
}

// False if the next card has more new text than the step has room for: the next step goes on with
// it.
bool place_ahead(State& state, Context& context, feed::EntryIndex entry, std::uint64_t pieces) {
  if (state.feed.store.post(entry) == nullptr || state.feed.tries_ahead == kMaxTriesAhead) {
    place_next(state, height_of(state, context, entry));
    return true;
  }
  ++state.feed.tries_ahead;
  context.cache.set_room(pieces);
  const CardEntry* card = lay_out_in_room(state, context, entry);
  context.cache.set_room(text::MeasureCache::kNoLimit);
  if (card == nullptr) return false;
  place_next(state, card->boxes.size.h);
  return true;
}

}  // namespace

double content_height(const State& state) {
  const double cards = state.feed.waterfall.height();
  const double foot = static_cast<double>(kFootHeight + state.window.h - state.shell.feed_bottom);
  return static_cast<double>(state.shell.feed_top) + cards + foot;
}

double max_scroll(const State& state) {
  return std::max(0.0, content_height(state) - static_cast<double>(state.window.h));
}

void update_shell(State& state, Context& context, Relayout relayout) {
  const layout::Shell old = state.shell;
  state.shell = layout::build_shell(state.window, state.lab.document, state.lab.open);
  if (state.right_to_left()) state.shell = layout::mirrored(state.shell);
  if (state.feed.waterfall.columns() == 0) {
    state.feed.waterfall.reset(state.shell.columns, state.shell.gap);
  } else if (relayout == Relayout::Always || !old.same_columns(state.shell)) {
    place_all_again(state, context);
  } else {
    hold_anchor(state, context);
  }
  state.needs_frame = true;
}

bool place_waiting_cards(State& state, Context& context) {
  FeedView& feed = state.feed;
  const double wanted = state.view_bottom() - static_cast<double>(state.shell.feed_top);
  const std::uint64_t room = feed.scrolled ? kPiecesAheadInScroll : kPiecesAhead;
  const std::uint64_t measured = context.cache.pieces_measured();
  int ahead = 0;
  while (feed.waterfall.size() < feed.store.size()) {
    const auto entry = static_cast<feed::EntryIndex>(feed.waterfall.size());
    if (feed.waterfall.shortest() <= wanted) {
      place_next(state, height_of(state, context, entry));
      continue;
    }
    const std::uint64_t used = context.cache.pieces_measured() - measured;
    if (used >= room || ++ahead > kCardsPlacedPerStep) return true;
    if (!place_ahead(state, context, entry, room - used)) return true;
  }
  return false;
}

void place_on_top(State& state, Context& context, std::uint32_t count) {
  FeedView& feed = state.feed;
  std::vector<float> heights;
  heights.reserve(feed.waterfall.size());
  for (feed::EntryIndex e = 0; e < feed.waterfall.size(); ++e) {
    heights.push_back(feed.waterfall.slot(e).height);
  }
  feed.sketches.insert(feed.sketches.begin(), count, {});
  feed.cards.clear();
  feed.revealed.clear();
  feed.waterfall.reset(state.shell.columns, state.shell.gap);
  for (feed::EntryIndex e = 0; e < count; ++e) feed.waterfall.append(height_of(state, context, e));
  for (const float height : heights) feed.waterfall.append(height);
  state.needs_frame = true;
}

void update_visible(State& state, Context& context) {
  FeedView& feed = state.feed;
  const double top = feed.scroll_y - static_cast<double>(state.shell.feed_top);
  const double screen = static_cast<double>(state.window.h);
  feed.waterfall.cards_in(top - screen, top + 2 * screen, feed.prepared);
  for (const feed::EntryIndex entry : feed.prepared) {
    if (feed.store.post(entry) == nullptr || feed.cards.find(entry) != nullptr) continue;
    const float height = lay_out(state, context, entry).boxes.size.h;
    // Exact now where it was estimated. Above the view the anchor is held, below it nobody sees it.
    if (height != feed.waterfall.slot(entry).height) {
      feed.waterfall.set_height(entry, height);
      hold_anchor(state, context);
    }
  }
  feed.waterfall.cards_in(feed.scroll_y - static_cast<double>(state.shell.feed_top),
                          feed.scroll_y - static_cast<double>(state.shell.feed_top) + screen,
                          feed.visible);
}

void set_scroll(State& state, double y) {
  FeedView& feed = state.feed;
  if (y == feed.scroll_y) return;
  feed.scroll_y = y;
  feed.scrolled = true;
  state.needs_frame = true;
  // A position that we asked for is not the reader's: the anchor stays, so that coming back to an
  // earlier size comes back to the same card.
  if (feed.expected_scroll && std::abs(*feed.expected_scroll - y) <= 1.0) return;
  feed.expected_scroll.reset();
  place_anchor(state);
}

void scroll_feed(State& state, Context& context, double y, bool glide) {
  y = std::clamp(y, 0.0, max_scroll(state));
  glide = glide && !state.reduced_motion;
  context.effects.push_back(ScrollTo{SurfaceId::Feed, y, glide});
  if (!glide) set_scroll(state, y);
}

void reveal_card(State& state, Context& context, feed::EntryIndex entry) {
  const layout::Slot& slot = state.feed.waterfall.slot(entry);
  const double margin = static_cast<double>(state.shell.gap) + 4;
  const double top = state.card_top(entry) - static_cast<double>(state.shell.header.h) - margin;
  const double bottom = state.card_top(entry) + static_cast<double>(slot.height) + margin;
  const double room = static_cast<double>(state.shell.feed_bottom);
  const bool fits = bottom - top <= room;
  const bool below = bottom > state.feed.scroll_y + room;
  if (state.feed.scroll_y > top || (!fits && below)) {
    scroll_feed(state, context, top, false);
  } else if (below) {
    scroll_feed(state, context, bottom - room, false);
  }
}

const CardEntry* laid_out_card(const State& state, feed::EntryIndex entry) {
  return state.feed.cards.peek(entry);
}

void forget_card(State& state, Context& context, feed::EntryIndex entry) {
  FeedView& feed = state.feed;
  if (entry >= feed.waterfall.size() || feed.store.post(entry) == nullptr) return;
  feed.waterfall.set_height(entry, lay_out(state, context, entry).boxes.size.h);
  hold_anchor(state, context);
  state.needs_frame = true;
}

}  // namespace core
