// Keys of translation services: entered by the reader, kept in this browser, sent to their service
// and to nobody else. Never in an address, a log or a layout.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "translate/service.h"

namespace core {

struct State;
struct Context;

inline constexpr std::string_view kKeptKeys = "service-keys";
inline constexpr std::size_t kMostKeyBytes = 4096;  // longer than any service gives

struct ServiceKeys {
  std::map<std::string, std::string> by_service;  // by translate::service_id()
  std::optional<std::size_t> entering;            // a service of the chain
  std::string draft;                              // what is typed for it so far
};

// The key that the reader gave for it; empty: none.
std::string key_of(const ServiceKeys& keys, const translate::Service& service);

// A key that begins with keys::kSecretPrefix: opens the field, keeps what it holds, forgets a key.
void press_service_key(State& state, Context& context, std::string_view key);
bool set_service_key_draft(State& state, std::string_view key, std::string_view value);

// JSON {"service": "key",…} of an earlier visit or another tab.
void take_kept_keys(State& state, Context& context, std::string_view json);

}  // namespace core
