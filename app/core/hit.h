// What stands under a point of the window: the key of what a tap there means.
#pragma once

#include <string>

#include "core/state.h"

namespace core {

struct Hit {
  std::string key;   // empty: nothing to tap
  std::string link;  // an address instead of a key: a link in a text
};

// The key of what a press on a box of an opened post's page does; empty: nothing.
std::string touch_key(const layout::Box& box, const model::Post& post);

Hit hit_test(const State& state, base::Point at);

}  // namespace core
