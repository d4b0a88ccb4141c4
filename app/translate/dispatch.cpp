// The engine's way out: texts that are missing become batches, batches become requests.
#include <algorithm>

#include "base/utf8.h"
#include "translate/engine.h"

namespace translate {

void Engine::draft(const Job& job, const std::vector<std::string>& missing,
                   std::vector<Draft>& drafts) {
  const auto service = static_cast<std::size_t>(job.service);
  const Capability& can = capability_of(services_[service].kind);
  const std::optional<Codes> codes =
      codes_for(services_[service], job.wish.pair, states_[service].listed);
  if (!codes) return;
  for (const std::string& text : missing) {
    const std::string key = ask_key(service, job.wish.pair, text);
    if (!asked_.insert(key).second) continue;  // under way, or in a draft already
    const std::size_t characters = base::count_code_points(text);
    const bool alone =
        (can.detects == Detects::PerBatch && codes->source.empty()) || alone_.count(key) > 0;
    auto open = std::find_if(drafts.begin(), drafts.end(), [&](const Draft& one) {
      return !one.complete && one.service == service && one.codes == *codes &&
             one.pair == job.wish.pair && one.characters + characters <= can.most_characters;
    });
    if (open == drafts.end() || alone) {
      drafts.push_back({service, *codes, job.wish.pair, {}, 0, alone, job.wish.urgency, 0});
      open = std::prev(drafts.end());
      open->since_ms = job.since_ms;
    }
    open->texts.push_back(text);
    open->characters += characters;
    open->urgency = std::min(open->urgency, job.wish.urgency);
    open->since_ms = std::min(open->since_ms, job.since_ms);
    open->complete = open->complete || static_cast<int>(open->texts.size()) >= can.most_texts;
  }
}

// A draft that is not sent is not kept: the next step makes it anew from the wishes that are left
// by then.
void Engine::send(std::vector<Draft>& drafts, std::int64_t now_ms, EngineStep& step) {
  for (Draft& draft : drafts) {
    const Capability& can = capability_of(services_[draft.service].kind);
    const double waits_ms =
        static_cast<double>(draft.since_ms) + can.gather_ms - static_cast<double>(now_ms);
    const bool gathers = draft.urgency != Urgency::Asked && !draft.complete && waits_ms > 0;
    const bool is_full = states_[draft.service].in_flight >= can.most_in_flight;
    if (!gathers && !is_full) {
      send_draft(draft, step);
      continue;
    }
    for (const std::string& text : draft.texts)
      asked_.erase(ask_key(draft.service, draft.pair, text));
    if (gathers && !is_full)
      step.wake_in_ms = step.wake_in_ms < 0 ? waits_ms : std::min(step.wake_in_ms, waits_ms);
  }
}

void Engine::send_draft(Draft& draft, EngineStep& step) {
  const Service& service = services_[draft.service];
  ServiceState& state = states_[draft.service];
  Flight flight;
  flight.service = draft.service;
  flight.pair = draft.pair;
  flight.batch = {draft.codes, std::move(draft.texts)};
  ++state.in_flight;
  ++state.tally.requests;
  state.tally.texts += static_cast<std::int64_t>(flight.batch.texts.size());
  state.tally.characters += static_cast<std::int64_t>(draft.characters);
  const ports::RequestId id = next_id_++;
  if (service.kind == ServiceKind::Browser) {
    const bool may_load = allowed_.count(pair_tag(draft.pair)) > 0;
    step.browser.push_back(
        {id, draft.codes.source, draft.codes.target, flight.batch.texts,
         may_load ? ports::BrowserConsent::Gesture : ports::BrowserConsent::None});
  } else {
    ports::HttpRequest request = build_request(service, flight.batch);
    request.id = id;
    step.requests.push_back(std::move(request));
  }
  flights_.emplace(id, std::move(flight));
}

// All parts of a post come with one answer, so its other wishes wait for the same request.
void Engine::send_status(const Job& job, EngineStep& step) {
  const auto service = static_cast<std::size_t>(job.service);
  ServiceState& state = states_[service];
  const Capability& can = capability_of(ServiceKind::Mastodon);
  const std::string key = status_key(job.wish.status, job.wish.pair);
  if (state.in_flight >= can.most_in_flight || !asked_.insert(key).second) return;
  ports::HttpRequest request =
      build_status_request(job.wish.status.server, job.wish.status.id, job.wish.pair.target.tag());
  request.id = next_id_++;
  request.timeout_ms = can.timeout_ms;
  ++state.in_flight;
  ++state.tally.requests;
  ++state.tally.texts;
  state.tally.characters += static_cast<std::int64_t>(base::count_code_points(job.wish.text.text));
  Flight flight;
  flight.kind = Flight::Kind::Status;
  flight.service = service;
  flight.pair = job.wish.pair;
  flight.status = job.wish.status;
  flights_.emplace(request.id, std::move(flight));
  step.requests.push_back(std::move(request));
}

void Engine::ask_pairs(std::size_t service, EngineStep& step) {
  ServiceState& state = states_[service];
  if (state.list != ServiceState::List::Unasked) return;
  state.list = ServiceState::List::Asked;
  ports::HttpRequest request = build_pairs_request(services_[service]);
  request.id = next_id_++;
  Flight flight;
  flight.kind = Flight::Kind::Pairs;
  flight.service = service;
  flights_.emplace(request.id, std::move(flight));
  step.requests.push_back(std::move(request));
}

// When a service that rests may be asked again, for wishes that wait for it.
void Engine::set_wake(std::int64_t now_ms, EngineStep& step) const {
  if (jobs_.empty()) return;
  for (const ServiceState& state : states_) {
    if (state.given_up || state.rests_until_ms <= now_ms) continue;
    const auto rests_ms = static_cast<double>(state.rests_until_ms - now_ms);
    step.wake_in_ms = step.wake_in_ms < 0 ? rests_ms : std::min(step.wake_in_ms, rests_ms);
  }
}

}  // namespace translate
