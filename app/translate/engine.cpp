#include "translate/engine.h"

#include <algorithm>
#include <utility>

namespace translate {
namespace {

using Kind = TranslateError::Kind;

// Of a quota, what reading ahead may use up.
constexpr double kAheadShare = 0.8;

bool is_browser(const Service& service) { return service.kind == ServiceKind::Browser; }
bool is_status(const Service& service) { return service.kind == ServiceKind::Mastodon; }

model::RichText part_as_text(const Wish& wish, const std::string& part, const EngineHooks& hooks) {
  if (wish.status.part == StatusPart::Body && hooks.read_html != nullptr)
    return hooks.read_html(part, wish.text);
  return model::plain_text(part);
}

}  // namespace

std::string Engine::ask_key(std::size_t service, const Pair& pair, std::string_view text) const {
  return std::to_string(service) + ' ' + pair_tag(pair) + ' ' + std::string(text);
}

std::string Engine::pair_key(std::size_t service, const Pair& pair, std::string_view server) const {
  return std::to_string(service) + ' ' + pair_tag(pair) + ' ' +
         std::string(is_status(services_[service]) ? server : std::string_view());
}

CacheKey Engine::cache_key(std::size_t service, const Pair& pair, const std::string& text) const {
  return {service_id(services_[service]), capability_of(services_[service].kind).version,
          pair_tag(pair), text};
}

std::string Engine::status_key(const StatusRef& status, const Pair& pair) {
  return status.server + ' ' + status.id + ' ' + pair.target.tag();
}

void Engine::set_services(std::vector<Service> services) {
  services_ = std::move(services);
  states_.assign(services_.size(), {});
  flights_.clear();
  asked_.clear();
  fresh_.clear();
  refused_.clear();
  alone_.clear();
  unknown_pairs_.clear();
  statuses_.clear();
  notices_.clear();
  for (Job& job : jobs_) {
    job.service = -1;
    job.refused = 0;
    job.error.reset();
  }
}

void Engine::want(Wish wish) {
  const auto same = std::find_if(jobs_.begin(), jobs_.end(),
                                 [&](const Job& job) { return job.wish.key == wish.key; });
  if (same != jobs_.end()) {
    const bool equal = same->wish.text == wish.text && same->wish.pair == wish.pair &&
                       same->wish.untouched == wish.untouched;
    if (equal) {
      same->wish.urgency = wish.urgency;
      return;
    }
    jobs_.erase(same);
  }
  if (jobs_.size() >= kMostWishes) {
    // The least urgent, and of these the newest: it is the farthest from the reader.
    const auto last = std::max_element(jobs_.begin(), jobs_.end(), [](const Job& a, const Job& b) {
      return std::pair(a.wish.urgency, a.order) < std::pair(b.wish.urgency, b.order);
    });
    jobs_.erase(last);
  }
  Job job;
  job.wish = std::move(wish);
  job.order = next_order_++;
  jobs_.push_back(std::move(job));
}

void Engine::drop(std::string_view key) {
  std::erase_if(jobs_, [&](const Job& job) { return job.wish.key == key; });
}

bool Engine::wants(std::string_view key) const {
  return std::any_of(jobs_.begin(), jobs_.end(),
                     [&](const Job& job) { return job.wish.key == key; });
}

void Engine::allow_download(const Pair& pair) {
  allowed_.insert(pair_tag(pair));
  for (std::size_t i = 0; i < services_.size(); ++i) {
    if (is_browser(services_[i])) unknown_pairs_.erase(pair_key(i, pair, {}));
  }
}

EngineStep Engine::step(std::int64_t now_ms) {
  EngineStep step;
  std::vector<Draft> drafts;
  run_jobs(now_ms, step, drafts);
  fresh_.clear();
  send(drafts, now_ms, step);
  step.notices = std::exchange(notices_, {});
  set_wake(now_ms, step);
  return step;
}

void Engine::run_jobs(std::int64_t now_ms, EngineStep& step, std::vector<Draft>& drafts) {
  std::sort(jobs_.begin(), jobs_.end(), [](const Job& a, const Job& b) {
    return std::pair(a.wish.urgency, a.order) < std::pair(b.wish.urgency, b.order);
  });
  std::erase_if(jobs_, [&](Job& job) {
    const bool is_new = job.since_ms == 0;
    if (is_new) job.since_ms = now_ms;
    return (is_new && finish_from_cache(job, now_ms, step)) || run_job(job, now_ms, step, drafts);
  });
}

void Engine::finish(const Job& job, model::RichText text, EngineStep& step) {
  const auto service = static_cast<std::size_t>(job.service);
  if (!job.asked_for) ++states_[service].tally.cached;
  step.outcomes.push_back({job.wish.key, job.wish.pair, service_name(services_[service]),
                           std::move(text), job.by_segments, !job.asked_for, std::nullopt});
}

Engine::Progress Engine::try_fill(Job& job, int service, std::vector<std::string>& missing,
                                  model::RichText& out) {
  if (job.service != service) prepare(job, service);
  const bool whole = is_status(services_[static_cast<std::size_t>(service)]);
  return whole ? fill_status(job, missing, out) : fill(job, missing, out);
}

// What was translated before needs no service that answers: not one that rests, and no list of
// pairs. Services behind the first that is there are not looked at: the chain is an order.
bool Engine::finish_from_cache(Job& job, std::int64_t now_ms, EngineStep& step) {
  for (std::size_t i = 0; i < services_.size(); ++i) {
    std::optional<TranslateError> why;
    const Use use = use_of(job, i, now_ms, why);
    std::vector<std::string> missing;
    model::RichText text;
    if (try_fill(job, static_cast<int>(i), missing, text) == Progress::Done) {
      finish(job, std::move(text), step);
      return true;
    }
    if (use == Use::Ready || use == Use::Loading) return false;
  }
  return false;
}

// True when the job is done with, either way.
bool Engine::run_job(Job& job, std::int64_t now_ms, EngineStep& step, std::vector<Draft>& drafts) {
  while (true) {
    Use use = Use::No;
    const int service = choose_service(job, now_ms, use);
    if (service < 0) {
      TranslateError error = job.error ? *job.error : make_error(Kind::NoService, "");
      step.outcomes.push_back(
          {job.wish.key, job.wish.pair, {}, {}, false, false, std::move(error)});
      return true;
    }
    const auto index = static_cast<std::size_t>(service);
    if (use == Use::Loading) ask_pairs(index, step);
    if (use != Use::Ready) return false;
    std::vector<std::string> missing;
    model::RichText text;
    const Progress progress = try_fill(job, service, missing, text);
    if (progress == Progress::Refused) continue;
    if (progress == Progress::Done) {
      finish(job, std::move(text), step);
      return true;
    }
    if (spares(job, index)) return false;
    job.asked_for = true;
    if (is_status(services_[index])) {
      send_status(job, step);
    } else {
      draft(job, missing, drafts);
    }
    return false;
  }
}

// Reading ahead leaves the last of a quota to what the reader looks at.
bool Engine::spares(const Job& job, std::size_t service) const {
  const std::int64_t quota = capability_of(services_[service].kind).character_quota;
  return job.wish.urgency == Urgency::Near && quota > 0 &&
         static_cast<double>(states_[service].tally.characters) >
             kAheadShare * static_cast<double>(quota);
}

Engine::Use Engine::use_of(const Job& job, std::size_t service, std::int64_t now_ms,
                           std::optional<TranslateError>& why) {
  const Service& asked = services_[service];
  ServiceState& state = states_[service];
  const std::string name = service_name(asked);
  if ((job.refused >> service & 1u) != 0) return Use::No;
  if (state.given_up && (state.rests_until_ms == 0 || state.rests_until_ms > now_ms)) {
    why = state.error;
    return Use::No;
  }
  state.given_up = false;
  if (is_status(asked) && job.wish.status.id.empty()) {
    why = make_error(Kind::TextUnknown, name);
    why->why = model::Word::PostNotFromServer;
    return Use::No;
  }
  const auto unknown =
      unknown_pairs_.find(pair_key(service, job.wish.pair, job.wish.status.server));
  if (unknown != unknown_pairs_.end()) {
    why = unknown->second;
    return Use::No;
  }
  const Capability& can = capability_of(asked.kind);
  if (!job.wish.pair.source.known() && can.detects == Detects::Never) {
    why = make_error(Kind::NeedsSource, name);
    return Use::No;
  }
  if (can.character_quota > 0 && state.tally.characters >= can.character_quota) {
    why = make_error(Kind::QuotaSpent, name);
    if (!std::exchange(state.told, true)) notices_.push_back(*why);
    return Use::No;
  }
  if (state.rests_until_ms > now_ms) {
    why = state.error;
    return Use::Resting;
  }
  if (can.lists_pairs && state.list != ServiceState::List::Known) return Use::Loading;
  if (codes_for(asked, job.wish.pair, state.listed)) return Use::Ready;
  why = make_error(Kind::PairUnknown, name);
  return Use::No;
}

// The first that is there, else the first that will be; -1 when none is left.
int Engine::choose_service(Job& job, std::int64_t now_ms, Use& use) {
  int resting = -1;
  for (std::size_t i = 0; i < services_.size(); ++i) {
    std::optional<TranslateError> why;
    use = use_of(job, i, now_ms, why);
    if (why) job.error = std::move(why);
    if (use == Use::Ready || use == Use::Loading) return static_cast<int>(i);
    if (use == Use::Resting && resting < 0) resting = static_cast<int>(i);
  }
  use = resting < 0 ? Use::No : Use::Resting;
  return resting;
}

void Engine::prepare(Job& job, int service) {
  const Service& asked = services_[static_cast<std::size_t>(service)];
  const Capability& can = capability_of(asked.kind);
  job.service = service;
  job.by_segments = false;
  job.units.clear();
  job.states.clear();
  if (is_status(asked)) return;
  // Where nothing can be marked, all goes as it stands.
  const std::vector<Range> untouched =
      can.marks == Marks::None ? std::vector<Range>{} : job.wish.untouched;
  job.units = find_units(job.wish.text, find_tokens(job.wish.text, untouched),
                         can.whole_blocks ? Lines::Blocks : Lines::Apart);
  for (const Unit& unit : job.units) {
    UnitState state;
    if (std::optional<std::string> marked = write_marked(job.wish.text, unit, can.marks)) {
      state.asks = {std::move(*marked)};
    } else {
      state.asks = write_segments(job.wish.text, unit);
      state.segmented = true;
    }
    job.states.push_back(std::move(state));
  }
}

void Engine::refuse(Job& job, TranslateError error) {
  job.refused |= 1u << static_cast<unsigned>(job.service);
  job.error = std::move(error);
}

const std::string* Engine::known(const Job& job, const std::string& text) {
  const auto service = static_cast<std::size_t>(job.service);
  const auto fresh = fresh_.find(ask_key(service, job.wish.pair, text));
  if (fresh != fresh_.end()) return &fresh->second;
  return cache_.find(cache_key(service, job.wish.pair, text));
}

std::optional<TranslateError> Engine::refusal(const Job& job, const std::string& text) {
  const auto found =
      refused_.find(ask_key(static_cast<std::size_t>(job.service), job.wish.pair, text));
  return found == refused_.end() ? std::nullopt : std::optional(found->second);
}

// One unit from what is known. Damaged marks lead to its segments, within the same call.
Engine::Progress Engine::fill_unit(Job& job, std::size_t at, std::vector<std::string>& missing,
                                   Pieces& pieces) {
  UnitState& state = job.states[at];
  const Unit& unit = job.units[at];
  const auto service = static_cast<std::size_t>(job.service);
  const Marks marks = capability_of(services_[service].kind).marks;
  while (true) {
    std::vector<std::string> answers;
    for (const std::string& ask : state.asks) {
      if (std::optional<TranslateError> error = refusal(job, ask)) {
        refuse(job, std::move(*error));
        return Progress::Refused;
      }
      if (const std::string* answer = known(job, ask)) {
        answers.push_back(*answer);
      } else {
        missing.push_back(ask);
      }
    }
    if (answers.size() < state.asks.size()) return Progress::Waiting;
    std::optional<Pieces> read = state.segmented
                                     ? read_segments(job.wish.text, unit, answers)
                                     : read_marked(job.wish.text, unit, marks, answers.front());
    if (read) {
      pieces = std::move(*read);
      job.by_segments = job.by_segments || state.segmented;
      return Progress::Done;
    }
    if (state.segmented || unit.tokens.empty() || marks == Marks::None) {
      const Kind kind = unit.tokens.empty() ? Kind::NoTranslation : Kind::TokensLost;
      refuse(job, make_error(kind, service_name(services_[service])));
      return Progress::Refused;
    }
    state.asks = write_segments(job.wish.text, unit);
    state.segmented = true;
  }
}

Engine::Progress Engine::fill(Job& job, std::vector<std::string>& missing, model::RichText& out) {
  std::vector<Pieces> pieces(job.units.size());
  for (std::size_t i = 0; i < job.units.size(); ++i) {
    if (fill_unit(job, i, missing, pieces[i]) == Progress::Refused) return Progress::Refused;
  }
  if (!missing.empty()) return Progress::Waiting;
  out = assemble(job.wish.text, job.units, pieces);
  return Progress::Done;
}

Engine::Progress Engine::fill_status(Job& job, std::vector<std::string>& missing,
                                     model::RichText& out) {
  const std::string& text = job.wish.text.text;
  const auto service = static_cast<std::size_t>(job.service);
  if (std::optional<TranslateError> error = refusal(job, text)) {
    refuse(job, std::move(*error));
    return Progress::Refused;
  }
  const std::string* part = known(job, text);
  std::string found;
  if (part == nullptr) {
    const StatusTranslation* status = statuses_.find(status_key(job.wish.status, job.wish.pair));
    if (status == nullptr) {
      missing.push_back(text);
      return Progress::Waiting;
    }
    found = part_of(*status, job.wish.status);
    if (!found.empty()) cache_.put(cache_key(service, job.wish.pair, text), found);
    part = &found;
  }
  out = part_as_text(job.wish, *part, hooks_);
  const bool says = !out.text.empty();
  if (says && restore_whole(job.wish.text, out)) return Progress::Done;
  refuse(job, make_error(says ? Kind::TokensLost : Kind::NoTranslation,
                         service_name(services_[service])));
  return Progress::Refused;
}

}  // namespace translate
