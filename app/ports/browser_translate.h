// Translation by the page's own Translator (the Translator API of the web platform), as values.
// Core emits the request as an effect; the platform answers each id exactly once by an event. Texts
// are plain; the page needs a window, a secure context and a browser that has the API.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ports/http.h"

namespace ports {

// A model that is not there yet may be downloaded only within an input event of the reader's.
enum class BrowserConsent : std::uint8_t { None, Gesture };

struct BrowserTranslate {
  RequestId id = 0;    // counted together with those of HTTP
  std::string source;  // BCP-47
  std::string target;
  std::vector<std::string> texts;
  BrowserConsent consent = BrowserConsent::None;
  bool operator==(const BrowserTranslate&) const = default;
};

enum class BrowserOutcome : std::uint8_t {
  Done,          // as many texts as were asked for, in their order
  NoTranslator,  // this browser has none, or the page may not use it
  NoPair,        // availability: "unavailable", or NotSupportedError
  NeedsGesture,  // NotAllowedError: "downloadable" or "downloading" without an input event
  TooLong,       // QuotaExceededError
  Failed,        // anything else, NetworkError among it
};

struct BrowserTranslated {
  RequestId id = 0;
  BrowserOutcome outcome = BrowserOutcome::Failed;
  std::vector<std::string> texts;
};

}  // namespace ports
