#include "core/feed_layout.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "unit/core/rig.h"

namespace {

// Every word of it is new to the cache of widths.
model::Post long_post(int number, int words) {
  model::Post post;
  post.id = std::to_string(number);
  post.author.name = model::plain_text("Ada" + post.id);
  for (int i = 0; i < words; ++i) post.body.text += "w" + post.id + "x" + std::to_string(i) + " ";
  return post;
}

void append(core_test::Rig& rig, int posts, int words) {
  std::vector<model::Post> page;
  const int first = static_cast<int>(rig.state.feed.store.size());
  for (int i = 0; i < posts; ++i) page.push_back(long_post(first + i, words));
  rig.state.feed.store.append_page("page", std::move(page));
}

// Steps until nothing waits; gives the most new pieces of text that one step after the first asked
// for.
std::uint64_t place_all(core_test::Rig& rig, bool scrolling, int& steps) {
  std::uint64_t most = 0;
  bool waiting = true;
  for (steps = 0; waiting; ++steps) {
    REQUIRE(steps < 1000);
    rig.state.feed.scrolled = scrolling;
    const std::uint64_t before = rig.cache.pieces_measured();
    waiting = core::place_waiting_cards(rig.state, rig.context);
    if (steps > 0) most = std::max(most, rig.cache.pieces_measured() - before);
  }
  return most;
}

}  // namespace

TEST_CASE("feed layout: ahead of a scroll a step measures little, and every card comes") {
  int steps = 0;
  core_test::Rig scrolled("");
  append(scrolled, 40, 100);
  CHECK(place_all(scrolled, true, steps) <= 20);
  CHECK(steps > 40);

  core_test::Rig still("");
  append(still, 40, 100);
  const std::uint64_t most = place_all(still, false, steps);
  CHECK(most > 20);
  CHECK(most <= 80);

  for (core_test::Rig* rig : {&scrolled, &still}) {
    const core::FeedView& feed = rig->state.feed;
    REQUIRE(feed.waterfall.size() == 40);
    CHECK(rig->glyphs.pieces() == rig->cache.pieces_measured());
    for (feed::EntryIndex entry = 0; entry < 40; ++entry) {
      CHECK(feed.waterfall.slot(entry).height == still.state.feed.waterfall.slot(entry).height);
    }
  }
  CHECK(scrolled.glyphs.pieces() == still.glyphs.pieces());
}

TEST_CASE("feed layout: what is in view is measured at once") {
  core_test::Rig rig("");
  append(rig, 1, 2000);
  rig.state.feed.scrolled = true;
  CHECK(!core::place_waiting_cards(rig.state, rig.context));
  CHECK(rig.state.feed.waterfall.size() == 1);
}

TEST_CASE("feed layout: a text larger than the cache of widths does not keep the app busy") {
  core_test::Rig rig("");
  append(rig, 30, 20);  // a screen and more
  append(rig, 1, 100'000);
  append(rig, 5, 20);
  int steps = 0;
  place_all(rig, true, steps);
  CHECK(rig.state.feed.waterfall.size() == 36);
  CHECK(steps < 120);
}
