// What is known of the place beside its posts: its name, rules and topics. Asked for once the feed
// is there.
#pragma once

#include "core/state.h"

namespace core {

void load_place_notes(State& state, Context& context);
// True when the reply was one of ours.
bool take_place_reply(State& state, Context& context, const ports::HttpReply& reply);

}  // namespace core
