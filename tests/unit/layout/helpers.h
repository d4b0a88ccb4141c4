// The shipped document and posts to lay out, measured by the fake glyphs: at 20 points a letter is
// 10 wide, a Han character 20, a space 5.
#pragma once

#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <string_view>
#include <utility>

#include "embedded/assets.h"
#include "layout/card.h"
#include "layout/document.h"
#include "layout/shell.h"
#include "model/language.h"
#include "model/post.h"
#include "platform/native/fake_glyphs.h"
#include "text/measure_cache.h"
#include "unit/english.h"

namespace layout_test {

inline const layout::Document& shipped() {
  static const layout::Document document = layout::shipped_document(embedded::layout_duo());
  return document;
}

inline layout::NumberToken& number(layout::Document& document, layout::Num token) {
  return document.numbers[static_cast<std::size_t>(token)];
}

inline layout::Document with(layout::Num token, float value) {
  layout::Document document = shipped();
  number(document, token).value = value;
  return document;
}

inline layout::Document with_card(std::vector<layout::Part> card) {
  layout::Document document = shipped();
  document.card = std::move(card);
  return document;
}

inline model::Media picture(int width_px, int height_px) {
  model::Media media;
  media.kind = model::MediaKind::Image;
  media.url = "https://example.org/a.jpg";
  media.preview_url = media.url;
  media.width_px = width_px;
  media.height_px = height_px;
  return media;
}

inline model::Post text_post(
    std::string text = "Hello from the other side\n\nSecond paragraph, longer.") {
  model::Post post;
  post.id = "1";
  post.author.name = model::plain_text("Ada Lovelace");
  post.author.acct = "ada";
  post.language = "en";
  post.body = model::plain_text(std::move(text));
  post.counts.likes = 1234;
  return post;
}

inline model::Post picture_post(int width_px = 800, int height_px = 600) {
  model::Post post = text_post();
  post.media.push_back(picture(width_px, height_px));
  return post;
}

struct Bench {
  platform::FakeGlyphs glyphs;
  text::MeasureCache cache;

  layout::Boxes card(const model::Post& post, const layout::Document& document = shipped(),
                     float width_pt = 344, bool revealed = false) {
    return layout::build_card({.post = post,
                               .document = document,
                               .width_pt = width_pt,
                               .revealed = revealed,
                               .words = english(),
                               .reader = model::parse_language("en")},
                              {glyphs, cache});
  }
};

inline bool is_finite(base::Rect r) {
  return std::isfinite(r.x) && std::isfinite(r.y) && std::isfinite(r.w) && std::isfinite(r.h);
}

// Finite, not empty, and nothing hangs out at the bottom.
inline void check_sound(const layout::Boxes& card) {
  CHECK(std::isfinite(card.size.h));
  CHECK(card.size.h >= 1);
  CHECK(card.size.h < 100'000);
  for (const layout::Box& box : card.boxes) {
    REQUIRE(is_finite(box.rect));
    CHECK(box.rect.w >= 0);
    CHECK(box.rect.h >= 0);
    CHECK(box.rect.y >= 0);
    CHECK(box.rect.bottom() <= card.size.h + 1);
    if (box.kind == layout::BoxKind::Text) {
      REQUIRE(box.item >= 0);
      REQUIRE(static_cast<std::size_t>(box.item) < card.texts.size());
    }
  }
}

inline const layout::Box* find_box(const layout::Boxes& card, layout::BoxKind kind) {
  for (const layout::Box& box : card.boxes) {
    if (box.kind == kind) return &box;
  }
  return nullptr;
}

// The box whose text contains the words; null when none does.
inline const layout::Box* find_text(const layout::Boxes& card, std::string_view words) {
  for (const layout::Box& box : card.boxes) {
    if (box.kind != layout::BoxKind::Text) continue;
    const layout::TextBlock& text = card.texts[static_cast<std::size_t>(box.item)];
    if (text.paragraph.text().find(words) != std::string::npos) return &box;
  }
  return nullptr;
}

}  // namespace layout_test
