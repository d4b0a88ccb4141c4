#include "core/feed_loading.h"

#include <cmath>
#include <iterator>
#include <utility>

#include "core/feed_layout.h"
#include "core/translation.h"
#include "model/detect.h"
#include "net/retry.h"
#include "sources/mastodon/query.h"

namespace core {
namespace {

constexpr double kScreensBeforeEnd = 2.5;  // load the next page this far ahead
constexpr double kNewerEveryMs = 60'000;   // guests poll: streaming wants an account
constexpr std::size_t kMaxNewer = 200;     // more are left to a fresh start
constexpr std::size_t kMaxDemoWaiting = 64;
constexpr const char* kDemoPack = "demo/pack.json";

namespace mastodon = sources::mastodon;

const mastodon::Place& place_of(const State& state) { return state.address.source.place; }

sources::Asked asked(const State& state, const std::string& url) { return {url, state.utc_ms()}; }

void request_page(State& state, Context& context, std::string url) {
  FeedView& feed = state.feed;
  feed.page_url = std::move(url);
  feed.phase = Phase::Loading;
  feed.retry_at_ms = 0;
  feed.request = send_request(state, context, {.url = feed.page_url});
}

void fail_page(State& state, const sources::SourceError& error) {
  FeedView& feed = state.feed;
  feed.phase = Phase::Failed;
  feed.error = error;
  const net::RetryPlan plan = net::plan_retry(
      {.attempts = ++feed.attempts,
       .worth_retrying = error.worth_retrying,
       .server_wait_ms =
           error.retry_at_ms > 0 ? static_cast<double>(error.retry_at_ms - state.utc_ms()) : 0.0});
  feed.retry_at_ms = plan.again ? state.now_ms + plan.delay_ms : 0;
}

void take_page(State& state, const ports::HttpReply& reply) {
  FeedView& feed = state.feed;
  auto parsed = mastodon::parse_timeline(reply, asked(state, feed.page_url));
  if (!parsed) {
    fail_page(state, parsed.error());
    return;
  }
  mastodon::Page& page = parsed.value();
  if (feed.newest_id.empty()) feed.newest_id = page.newest_id;
  if (feed.newer_check_at_ms == 0) feed.newer_check_at_ms = state.now_ms + kNewerEveryMs;
  feed.languages.add(page.posts);
  const std::string url = feed.page_url;
  const std::uint32_t added = feed.store.append_page(url, std::move(page.posts));
  // A server that answers with the same posts for ever would otherwise be asked for ever.
  feed.next_url =
      page.next_url == url || (added == 0 && page.next_url.empty()) ? "" : page.next_url;
  feed.phase = Phase::Ready;
  feed.attempts = 0;
  feed.error.reset();
}

void take_account(State& state, Context& context, const ports::HttpReply& reply) {
  FeedView& feed = state.feed;
  auto parsed = mastodon::parse_account(reply, asked(state, feed.page_url));
  if (!parsed) {
    fail_page(state, parsed.error());
    return;
  }
  feed.account_id = parsed.value().id;
  request_page(state, context, mastodon::first_page_url(place_of(state), feed.account_id));
}

void take_newer(State& state, Context& context, const ports::HttpReply& reply) {
  FeedView& feed = state.feed;
  feed.newer_request = 0;
  feed.newer_check_at_ms = state.now_ms + kNewerEveryMs;
  const bool was_asked = std::exchange(feed.newer_asked, false);
  auto parsed = mastodon::parse_timeline(
      reply, asked(state, mastodon::newer_page_url(place_of(state), feed.newest_id)));
  if (!parsed) {
    // A poll that failed is not the reader's concern; the next one may not.
    if (was_asked) toast(state, sources::in_words(parsed.error(), state.words));
    return;
  }
  if (!parsed.value().newest_id.empty()) feed.newest_id = parsed.value().newest_id;
  std::vector<model::Post> fresh;
  for (model::Post& post : parsed.value().posts) {
    const bool known = feed.store.find(post.id).has_value() ||
                       std::any_of(feed.newer.begin(), feed.newer.end(),
                                   [&](const model::Post& other) { return other.id == post.id; });
    if (!known && fresh.size() + feed.newer.size() < kMaxNewer) fresh.push_back(std::move(post));
  }
  feed.newer.insert(feed.newer.begin(), std::make_move_iterator(fresh.begin()),
                    std::make_move_iterator(fresh.end()));
  if (!was_asked) return;
  if (feed.newer.empty()) {
    toast(state, state.words[model::Word::NoNewPosts]);
  } else if (feed.anchor.at_top) {
    show_newer(state, context);
  }
}

void take_refill(State& state, feed::PageIndex page, const ports::HttpReply& reply) {
  auto parsed = mastodon::parse_timeline(reply, asked(state, state.feed.store.page(page).url));
  if (parsed) state.feed.store.refill_page(page, std::move(parsed.value().posts));
}

void refill_visible(State& state, Context& context) {
  FeedView& feed = state.feed;
  for (const feed::EntryIndex entry : feed.prepared) {
    if (feed.store.post(entry) != nullptr) continue;
    const feed::PageIndex page = feed.store.page_of(entry);
    const feed::Page& dropped = feed.store.page(page);
    if (dropped.whole || dropped.url.empty()) continue;
    const bool under_way = std::any_of(feed.refills.begin(), feed.refills.end(),
                                       [&](const auto& refill) { return refill.second == page; });
    if (under_way) continue;
    const std::string url = dropped.url;
    feed.refills[send_request(state, context, {.url = url})] = page;
  }
}

void take_demo_pack(State& state, const ports::HttpReply& reply) {
  state.demo_request = 0;
  std::vector<ports::HttpRequest> waiting = std::exchange(state.demo_waiting, {});
  if (reply.fault == ports::HttpFault::None && reply.status == 200) {
    auto loaded = demo::Server::load(reply.body);
    if (loaded) {
      state.demo = std::move(loaded.value());
    } else {
      toast(state, state.words.fill(model::Word::DemoUnreadable, {{"why", loaded.error()}}), true);
    }
  }
  for (const ports::HttpRequest& request : waiting) {
    ports::HttpReply answer = reply;
    if (state.demo) {
      answer = state.demo->answer(request, state.utc_ms());
    } else {
      answer.body.clear();
      if (answer.fault == ports::HttpFault::None && answer.status == 200) answer.status = 500;
    }
    answer.id = request.id;
    state.local_replies.push_back(std::move(answer));
  }
}

}  // namespace

void dispatch_request(State& state, Context& context, ports::HttpRequest request) {
  if (!demo::Server::answers(request.url)) {
    context.effects.emplace_back(std::move(request));
    return;
  }
  if (state.demo) {
    ports::HttpReply reply = state.demo->answer(request, state.utc_ms());
    reply.id = request.id;
    state.local_replies.push_back(std::move(reply));
    return;
  }
  if (state.demo_waiting.size() < kMaxDemoWaiting) state.demo_waiting.push_back(std::move(request));
  if (state.demo_request == 0) {
    state.demo_request = ++state.last_request;
    context.effects.emplace_back(ports::HttpRequest{.id = state.demo_request, .url = kDemoPack});
  }
}

ports::RequestId send_request(State& state, Context& context, ports::HttpRequest request) {
  request.id = ++state.last_request;
  const ports::RequestId id = request.id;
  dispatch_request(state, context, std::move(request));
  return id;
}

void start_feed(State& state, Context& context) {
  FeedView& feed = state.feed;
  for (const ports::RequestId id : {feed.request, feed.account_request, feed.newer_request}) {
    if (id != 0) context.effects.emplace_back(CancelHttp{id});
  }
  feed = FeedView{};
  feed.waterfall.reset(state.shell.columns, state.shell.gap);
  context.effects.emplace_back(ScrollTo{SurfaceId::Feed, 0, false});
  const mastodon::Place& place = place_of(state);
  if (mastodon::needs_account_id(place)) {
    feed.phase = Phase::Loading;
    feed.page_url = mastodon::account_lookup_url(place);
    feed.account_request = send_request(state, context, {.url = feed.page_url});
  } else {
    request_page(state, context, mastodon::first_page_url(place));
  }
  start_translation(state);
  state.instance.reset();
  state.topics.clear();
  state.needs_frame = true;
}

void load_ahead(State& state, Context& context) {
  FeedView& feed = state.feed;
  if (feed.phase == Phase::Failed && feed.retry_at_ms > 0 && state.now_ms >= feed.retry_at_ms) {
    retry_feed(state, context);
  }
  refill_visible(state, context);
  const double ahead =
      feed.waterfall.shortest() + static_cast<double>(state.shell.feed_top) - state.view_bottom();
  const bool near_end = ahead < kScreensBeforeEnd * static_cast<double>(state.window.h);
  const bool all_placed = feed.waterfall.size() == feed.store.size();
  if (feed.phase == Phase::Ready && !feed.next_url.empty() && near_end && all_placed) {
    if (!feed.visible.empty()) feed.store.evict(feed.visible.front());
    request_page(state, context, feed.next_url);
  }
  if (feed.phase == Phase::Ready && feed.newer_check_at_ms > 0 && state.online &&
      state.now_ms >= feed.newer_check_at_ms) {
    check_newer(state, context);
  }
}

void retry_feed(State& state, Context& context) {
  FeedView& feed = state.feed;
  if (feed.phase != Phase::Failed) return;
  if (mastodon::needs_account_id(place_of(state)) && feed.account_id.empty()) {
    feed.phase = Phase::Loading;
    feed.retry_at_ms = 0;
    feed.page_url = mastodon::account_lookup_url(place_of(state));
    feed.account_request = send_request(state, context, {.url = feed.page_url});
  } else {
    request_page(state, context, feed.page_url);
  }
  state.needs_frame = true;
}

void check_newer(State& state, Context& context) {
  FeedView& feed = state.feed;
  if (feed.newer_request != 0 || feed.phase != Phase::Ready || feed.newest_id.empty()) return;
  feed.newer_check_at_ms = state.now_ms + kNewerEveryMs;
  feed.newer_request = send_request(
      state, context,
      {.url = mastodon::newer_page_url(place_of(state), feed.newest_id, feed.account_id)});
}

void ask_newer(State& state, Context& context) {
  if (state.feed.phase == Phase::Failed) {
    retry_feed(state, context);
    return;
  }
  if (!state.feed.newer.empty()) {
    show_newer(state, context);
    return;
  }
  state.feed.newer_asked = true;
  check_newer(state, context);
}

void show_newer(State& state, Context& context) {
  FeedView& feed = state.feed;
  if (feed.newer.empty()) return;
  std::vector<model::Post> newer = std::exchange(feed.newer, {});
  feed.languages.add(newer);
  place_on_top(state, context, feed.store.prepend(std::move(newer)));
  scroll_feed(state, context, 0, false);
  feed.anchor = {};
  state.needs_frame = true;
}

bool take_feed_reply(State& state, Context& context, const ports::HttpReply& reply) {
  FeedView& feed = state.feed;
  if (reply.id == 0) return false;
  if (reply.id == state.demo_request) {
    take_demo_pack(state, reply);
  } else if (reply.id == feed.request) {
    feed.request = 0;
    take_page(state, reply);
  } else if (reply.id == feed.account_request) {
    feed.account_request = 0;
    take_account(state, context, reply);
  } else if (reply.id == feed.newer_request) {
    take_newer(state, context, reply);
  } else if (const auto refill = feed.refills.find(reply.id); refill != feed.refills.end()) {
    const feed::PageIndex page = refill->second;
    feed.refills.erase(refill);
    take_refill(state, page, reply);
  } else {
    return false;
  }
  state.needs_frame = true;
  return true;
}

}  // namespace core
