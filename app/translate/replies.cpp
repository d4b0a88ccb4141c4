// The engine's way in: what replies say about texts, pairs and services.
#include <algorithm>
#include <utility>

#include "net/retry.h"
#include "translate/chat.h"
#include "translate/engine.h"

namespace translate {
namespace {

using Kind = TranslateError::Kind;

constexpr int kMostLies = 3;                           // in a row, then the service rests
constexpr std::int64_t kLongRestMs = 5LL * 60 * 1000;  // after the last try
constexpr std::size_t kMostRemembered = 4'000;         // refusals: more than a session meets

TranslateError error_of_browser(ports::BrowserOutcome outcome, std::string_view name) {
  switch (outcome) {
    case ports::BrowserOutcome::NoTranslator:
      return make_error(Kind::NoTranslator, name);
    case ports::BrowserOutcome::NoPair:
      return make_error(Kind::PairUnknown, name);
    case ports::BrowserOutcome::NeedsGesture:
      return make_error(Kind::NeedsGesture, name);
    case ports::BrowserOutcome::TooLong:
      return make_error(Kind::TextTooLong, name);
    case ports::BrowserOutcome::Done:
      return make_error(Kind::WrongShape, name);
    case ports::BrowserOutcome::Failed:
      break;
  }
  return make_error(Kind::ServerDown, name);
}

}  // namespace

bool Engine::take(const ports::HttpReply& reply, std::int64_t now_ms) {
  const auto found = flights_.find(reply.id);
  if (found == flights_.end()) return reply.id >= kFirstTranslateId;
  const Flight flight = std::move(found->second);
  flights_.erase(found);
  ServiceState& state = states_[flight.service];
  if (flight.kind == Flight::Kind::Pairs) {
    state.list = ServiceState::List::Known;
    state.listed = parse_pairs_reply(services_[flight.service], reply);
    return true;
  }
  --state.in_flight;
  if (flight.kind == Flight::Kind::Status) {
    take_status(flight, reply, now_ms);
  } else {
    if (services_[flight.service].kind == ServiceKind::Chat)
      state.tally.tokens += chat_tokens(reply);
    take_answers(flight, parse_reply(services_[flight.service], flight.batch, reply, now_ms),
                 now_ms);
  }
  return true;
}

bool Engine::take(const ports::BrowserTranslated& reply, std::int64_t now_ms) {
  const auto found = flights_.find(reply.id);
  if (found == flights_.end()) return reply.id >= kFirstTranslateId;
  const Flight flight = std::move(found->second);
  flights_.erase(found);
  --states_[flight.service].in_flight;
  const bool done = reply.outcome == ports::BrowserOutcome::Done &&
                    reply.texts.size() == flight.batch.texts.size();
  if (!done) {
    const std::string name = service_name(services_[flight.service]);
    take_answers(flight, base::fail(error_of_browser(reply.outcome, name)), now_ms);
    return true;
  }
  std::vector<TextAnswer> answers;
  for (const std::string& text : reply.texts) answers.push_back({text, {}});
  take_answers(flight, std::move(answers), now_ms);
  return true;
}

void Engine::take_answers(const Flight& flight, Answers answers, std::int64_t now_ms) {
  for (const std::string& text : flight.batch.texts)
    asked_.erase(ask_key(flight.service, flight.pair, text));
  if (!answers) {
    fail(flight, answers.error(), now_ms);
    return;
  }
  ServiceState& state = states_[flight.service];
  const std::string name = service_name(services_[flight.service]);
  for (std::size_t i = 0; i < answers.value().size(); ++i) {
    const std::string& sent = flight.batch.texts[i];
    std::string& answer = answers.value()[i].text;
    const std::string key = ask_key(flight.service, flight.pair, sent);
    if (hooks_.is_bogus != nullptr && hooks_.is_bogus(sent, answer, flight.pair)) {
      refused_.emplace(key, make_error(Kind::NoTranslation, name));
      if (++state.lies >= kMostLies) {
        state.lies = 0;
        fail_service(flight.service, make_error(Kind::Lies, name), now_ms);
      }
      continue;
    }
    state.lies = 0;
    succeed(flight.service);
    cache_.put(cache_key(flight.service, flight.pair, sent), answer);
    fresh_[key] = std::move(answer);
  }
}

void Engine::take_status(const Flight& flight, const ports::HttpReply& reply, std::int64_t now_ms) {
  const std::string key = status_key(flight.status, flight.pair);
  asked_.erase(key);
  auto status = parse_status_reply(reply, flight.status.server, now_ms);
  if (status) {
    succeed(flight.service);
    statuses_.put(key, std::move(status.value()));
    return;
  }
  if (concern_of(status.error().kind) != Concern::Text) {
    fail(flight, status.error(), now_ms);
    return;
  }
  for (const Job& job : jobs_) {
    if (status_key(job.wish.status, job.wish.pair) == key)
      refused_.emplace(ask_key(flight.service, job.wish.pair, job.wish.text.text), status.error());
  }
}

void Engine::fail(const Flight& flight, const TranslateError& error, std::int64_t now_ms) {
  ++states_[flight.service].tally.failures;
  if (refused_.size() > kMostRemembered) refused_.clear();
  if (alone_.size() > kMostRemembered) alone_.clear();
  const bool of_batch = error.kind == Kind::WrongShape || concern_of(error.kind) == Concern::Text;
  if (of_batch && flight.batch.texts.size() > 1) {
    // One of them may have spoiled it for all.
    for (const std::string& text : flight.batch.texts)
      alone_.insert(ask_key(flight.service, flight.pair, text));
    return;
  }
  switch (concern_of(error.kind)) {
    case Concern::Text:
      for (const std::string& text : flight.batch.texts)
        refused_.emplace(ask_key(flight.service, flight.pair, text), error);
      return;
    case Concern::Pair:
      if (error.kind == Kind::NeedsGesture) {
        allowed_.erase(pair_tag(flight.pair));
        notices_.push_back(error);
      }
      unknown_pairs_[pair_key(flight.service, flight.pair, flight.status.server)] = error;
      return;
    case Concern::Service:
      fail_service(flight.service, error, now_ms);
      return;
  }
}

void Engine::fail_service(std::size_t service, const TranslateError& error, std::int64_t now_ms) {
  ServiceState& state = states_[service];
  // Several that were under way together fail together: that is one failure.
  if (state.rests_until_ms > now_ms || (state.given_up && state.rests_until_ms == 0)) return;
  ++state.failures;
  state.error = error;
  const double asked_ms =
      error.retry_at_ms > now_ms ? static_cast<double>(error.retry_at_ms - now_ms) : 0;
  const net::RetryPlan plan = net::plan_retry({.attempts = state.failures,
                                               .worth_retrying = worth_retrying(error.kind),
                                               .server_wait_ms = asked_ms});
  if (plan.again) {
    state.rests_until_ms = now_ms + static_cast<std::int64_t>(plan.delay_ms);
  } else {
    state.given_up = true;
    state.rests_until_ms = 0;
    if (worth_retrying(error.kind))
      state.rests_until_ms = std::max(now_ms + kLongRestMs, error.retry_at_ms);
  }
  if (!std::exchange(state.told, true)) notices_.push_back(error);
}

void Engine::succeed(std::size_t service) {
  ServiceState& state = states_[service];
  state.failures = 0;
  state.told = false;
  state.error.reset();
}

}  // namespace translate
