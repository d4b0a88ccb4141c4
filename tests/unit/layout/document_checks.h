// What any accepted layout document must hold: values within the shipped ranges, and cards, window
// and opened post that can be drawn.
#pragma once

#include <doctest/doctest.h>

#include <cmath>
#include <set>
#include <string>

#include "helpers.h"
#include "layout/document.h"
#include "layout/post_page.h"
#include "unit/english.h"

namespace layout_test {

inline void check_in_range(const layout::Document& document) {
  for (std::size_t i = 0; i < layout::kNumCount; ++i) {
    const layout::NumberToken& token = document.numbers[i];
    const layout::NumberToken& range = shipped().numbers[i];
    CAPTURE(layout::token_name(static_cast<layout::Num>(i)));
    CHECK(token.value >= token.min);
    CHECK(token.value <= token.max);
    CHECK(token.min >= range.min);
    CHECK(token.max <= range.max);
    CHECK(token.fallback == range.fallback);
  }
  CHECK_FALSE(document.card.empty());
  CHECK(document.card.size() <= layout::kPartCount);
}

inline void check_drawable(const layout::Document& document) {
  Bench bench;
  for (const float width : {320.0F, 900.0F, 1600.0F}) {
    const layout::Shell shell = layout::build_shell({width, 800}, document, width > 1000);
    CHECK(std::isfinite(shell.feed_x));
    CHECK(shell.column_width >= 1);
    CHECK(shell.columns >= 1);
    for (const model::Post& post : {text_post(), picture_post()}) {
      check_sound(bench.card(post, document, shell.column_width));
    }
  }
  const model::Post post = picture_post();
  const std::set<std::string> unfolded;
  const model::Thread thread{{}, {text_post("A comment")}};
  const layout::PostPage page = layout::build_post_page({.post = post,
                                                         .thread = &thread,
                                                         .document = document,
                                                         .window = {1280, 800},
                                                         .unfolded = unfolded,
                                                         .words = english(),
                                                         .reader = model::parse_language("en")},
                                                        {bench.glyphs, bench.cache});
  CHECK(std::isfinite(page.boxes.size.h));
  CHECK(is_finite(page.sheet));
  CHECK(is_finite(page.media));
}

}  // namespace layout_test
