#include "core/place_notes.h"

#include <string>
#include <utility>
#include <vector>

#include "core/feed_loading.h"
#include "sources/mastodon/query.h"

namespace core {

void load_place_notes(State& state, Context& context) {
  if (state.feed.phase != Phase::Ready || state.instance_request != 0 || state.instance) return;
  const sources::mastodon::Place& place = state.address.source.place;
  state.instance = model::Instance{};
  state.instance_request =
      send_request(state, context, {.url = sources::mastodon::instance_url(place)});
  state.topics_request =
      send_request(state, context, {.url = sources::mastodon::trending_tags_url(place)});
}

bool take_place_reply(State& state, Context& context, const ports::HttpReply& reply) {
  if (reply.id == 0) return false;
  const sources::Asked asked{"", state.utc_ms()};
  if (reply.id == state.topics_request) {
    state.topics_request = 0;
    auto topics = sources::mastodon::parse_tags(reply, asked);
    if (topics) state.topics = std::move(topics.value());
    return true;
  }
  if (reply.id != state.instance_request) return false;
  state.instance_request = 0;
  std::vector<std::string> read;
  for (const model::Language& language : state.read) read.push_back(language.tag());
  auto instance = sources::mastodon::parse_instance(reply, asked, read);
  if (instance) {
    state.instance = std::move(instance.value());
  } else if (instance.error().kind == sources::SourceError::Kind::NotFound &&
             state.instance->title.empty()) {
    // Servers before Mastodon 4 know version 1 only; asked once.
    state.instance->title = sources::server_name(state.address.source.place.base, state.words);
    state.instance_request = send_request(
        state, context, {.url = sources::mastodon::instance_v1_url(state.address.source.place)});
  }
  return true;
}

}  // namespace core
