// What can be done: a tap, a key and a button of the outline all end in perform().
#pragma once

#include <string>
#include <string_view>

#include "core/state.h"

namespace core {

// Does what the node of that key is for. Unknown keys do nothing.
void perform(State& state, Context& context, std::string_view key);

// True when the key meant something: the page then does not do its own thing.
bool press_key(State& state, Context& context, const Key& key);

// Goes to another place of the same server, with a new history entry.
void go_to_place(State& state, Context& context, sources::mastodon::Place place);

void dismiss_toasts(State& state);

}  // namespace core
