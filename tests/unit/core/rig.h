// The core on a desktop window, without a platform: its state, and the effects that it asked for.
#pragma once

#include <string_view>
#include <variant>

#include "core/feed_layout.h"
#include "core/lab.h"
#include "unit/english.h"
#include "unit/layout/helpers.h"

namespace core_test {

struct Rig {
  platform::FakeGlyphs glyphs;
  text::MeasureCache cache;
  core::Effects effects;
  core::LabelCache labels;
  core::Context context{glyphs, cache, effects, labels};
  core::State state;

  explicit Rig(std::string_view query, std::string_view unpacked = "",
               std::string_view broken = "") {
    state.window = {1280, 800};
    state.read = {model::parse_language("en")};
    state.query = query;
    state.address = core::parse_address(query, "", english());
    core::start_lab(state, context, unpacked, broken);
    core::update_shell(state, context, core::Relayout::Always);
  }

  // The last effect of a kind; null when there was none. Valid until the next effect.
  template <typename E>
  const E* effect() const {
    for (auto it = effects.rbegin(); it != effects.rend(); ++it) {
      if (const E* found = std::get_if<E>(&*it)) return found;
    }
    return nullptr;
  }
};

}  // namespace core_test
