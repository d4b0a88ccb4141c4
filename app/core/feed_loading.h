// The feed's requests and what their replies do: first page, following pages, newer posts, pages
// that were dropped and are needed again, retries.
#pragma once

#include "core/state.h"

namespace core {

// Gives the request an id and sends it, or has the embedded community answer it.
ports::RequestId send_request(State& state, Context& context, ports::HttpRequest request);
// Sends a request that has its id already.
void dispatch_request(State& state, Context& context, ports::HttpRequest request);

// Empties the feed and loads the address's source from the start.
void start_feed(State& state, Context& context);
// After each step: asks for what the reader will need next.
void load_ahead(State& state, Context& context);
void retry_feed(State& state, Context& context);
void check_newer(State& state, Context& context);
// The same because the reader asked: what comes of it is shown or told.
void ask_newer(State& state, Context& context);
// Puts the newer posts on top and goes there.
void show_newer(State& state, Context& context);

// True when the reply was one of ours.
bool take_feed_reply(State& state, Context& context, const ports::HttpReply& reply);

}  // namespace core
