#include "core/service_keys.h"

#include <charconv>
#include <utility>

#include "base/json.h"
#include "base/trim.h"
#include "base/utf8.h"
#include "core/feed_layout.h"
#include "core/keys.h"
#include "core/state.h"

namespace core {
namespace {

using model::Word;

constexpr std::size_t kMostKeys = 100;

void keep_keys(const ServiceKeys& keys, Context& context) {
  base::Json all = base::Json::object();
  for (const auto& [service, key] : keys.by_service) all.append(service, base::Json::string(key));
  context.effects.emplace_back(KeepText{std::string(kKeptKeys), base::write_json(all)});
}

std::optional<std::size_t> service_at(const State& state, std::string_view index) {
  std::size_t at = 0;
  const auto [end, error] = std::from_chars(index.data(), index.data() + index.size(), at);
  const bool sound = error == std::errc() && end == index.data() + index.size();
  return sound && at < state.translation.engine.services().size() ? std::optional(at)
                                                                  : std::nullopt;
}

// Goes on where the pressed control stood, with the one that takes its place.
void focus_next(const State& state, Context& context, std::string_view pressed,
                std::string_view next) {
  for (const ControlGroup& group : state.controls) {
    for (const Control& control : group.controls) {
      if (control.key != pressed) continue;
      context.effects.emplace_back(FocusNode{keys::pressing(node_key(group), next)});
      return;
    }
  }
}

void use_key(State& state, Context& context, std::size_t at, std::string key) {
  ServiceKeys& keys = state.translation.keys;
  const translate::Service service = state.translation.engine.services()[at];
  const std::string id = translate::service_id(service);
  if (key.empty()) {
    keys.by_service.erase(id);
  } else {
    keys.by_service.insert_or_assign(id, std::move(key));
  }
  keep_keys(keys, context);
  const bool has_key = keys.by_service.contains(id);
  toast(state, state.words.fill(has_key ? Word::KeyKept : Word::KeyForgotten,
                                {{"service", translate::service_text(service, state.words)}}));
  ask_services_again(state);
}

}  // namespace

std::string key_of(const ServiceKeys& keys, const translate::Service& service) {
  const auto found = keys.by_service.find(translate::service_id(service));
  return found == keys.by_service.end() ? std::string() : found->second;
}

void press_service_key(State& state, Context& context, std::string_view key) {
  ServiceKeys& keys = state.translation.keys;
  if (const auto enter = keys::id_of(key, keys::kSecretEnter)) {
    keys.entering = service_at(state, *enter);
    keys.draft.clear();
    focus_next(state, context, key, keys::make(keys::kSecretField, *enter));
  } else if (const auto forget = keys::id_of(key, keys::kSecretForget)) {
    if (const auto at = service_at(state, *forget)) use_key(state, context, *at, {});
    focus_next(state, context, key, keys::make(keys::kSecretEnter, *forget));
  } else if (key.starts_with(keys::kSecretField) || key.starts_with(keys::kSecretKeep)) {
    const std::string draft = std::exchange(keys.draft, {});
    const std::string given(base::trimmed(draft));  // pasted keys come with line ends and spaces
    const std::optional<std::size_t> at = std::exchange(keys.entering, std::nullopt);
    if (!at) return;
    if (!given.empty()) use_key(state, context, *at, given);
    focus_next(
        state, context, key,
        keys::make(given.empty() ? keys::kSecretEnter : keys::kSecretForget, std::to_string(*at)));
  }
  wants_changed(state, context);
}

bool set_service_key_draft(State& state, std::string_view key, std::string_view value) {
  if (!keys::action_of(key).starts_with(keys::kSecretField)) return false;
  state.translation.keys.draft = base::to_valid_utf8(base::utf8_prefix(value, kMostKeyBytes));
  state.needs_frame = true;
  return true;
}

void take_kept_keys(State& state, Context& context, std::string_view json) {
  const auto stored = base::parse_json(json);
  if (!stored) return;
  std::map<std::string, std::string> kept;
  for (const auto& [service, key] : stored.value().members()) {
    const std::string_view text = key.string_or({});
    if (kept.size() >= kMostKeys || text.empty() || text.size() > kMostKeyBytes) continue;
    kept.emplace(service, text);
  }
  if (kept == state.translation.keys.by_service) return;
  state.translation.keys.by_service = std::move(kept);
  ask_services_again(state);
  wants_changed(state, context);
}

}  // namespace core
