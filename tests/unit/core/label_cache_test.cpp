#include "core/label_cache.h"

#include <doctest/doctest.h>

#include "platform/native/fake_glyphs.h"

TEST_CASE("labels: the same label is the same paragraph, until it or the fonts change") {
  platform::FakeGlyphs glyphs;
  text::MeasureCache cache;
  core::LabelCache labels;
  const layout::Measurer measurer{glyphs, cache};
  const layout::Type type{14, 20, 400};
  const auto first = labels.label("For you", type, {.width_pt = 200, .max_lines = 1}, measurer);
  CHECK(first->paragraph.text() == "For you");
  const auto again = [&](const layout::Type& as, float width_pt, int lines) {
    return labels.label("For you", as, {.width_pt = width_pt, .max_lines = lines}, measurer) ==
           first;
  };
  CHECK(again(type, 200, 1));
  CHECK_FALSE(again(type, 201, 1));
  CHECK_FALSE(again(type, 200, 2));
  CHECK_FALSE(again({15, 20, 400}, 200, 1));
  CHECK_FALSE(again({14, 21, 400}, 200, 1));
  CHECK_FALSE(again({14, 20, 600}, 200, 1));
  CHECK_FALSE(again({14, 20, 400, true}, 200, 1));
  CHECK(again(type, 200, 1));
  glyphs.set_revision(2);
  CHECK_FALSE(again(type, 200, 1));
}

TEST_CASE("labels: no more are kept than the limit") {
  platform::FakeGlyphs glyphs;
  text::MeasureCache cache;
  core::LabelCache labels;
  const auto label = [&](const std::string& words) {
    return labels.label(words, {}, {.width_pt = 200, .max_lines = 1}, {glyphs, cache});
  };
  const std::weak_ptr<const layout::TextBlock> first = label("first");
  CHECK_FALSE(first.expired());
  for (std::size_t i = 0; i < core::kMaxLabels; ++i) label(std::to_string(i));
  CHECK(first.expired());
}
