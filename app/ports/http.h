// Requests and replies as values. Core emits requests as effects; the platform answers each id
// exactly once by an event, unless it was cancelled.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ports {

using RequestId = std::uint32_t;  // from 1; 0 is none

struct HttpRequest {
  RequestId id = 0;
  std::string method = "GET";
  std::string url;  // http(s)://…, or a path of the app's own bundle
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
  std::uint32_t timeout_ms = 20'000;
  std::size_t limit_bytes = 8u << 20;  // a longer body is cut off and reported as TooLarge
};

enum class HttpFault : std::uint8_t {
  None,         // status is set
  Unreachable,  // no answer: unknown host, refused, or a server that allows no reading from here
                // (CORS)
  Offline,      // the device says that it has no network
  Timeout,
  TooLarge,
  BadAddress,
};

struct HttpReply {
  RequestId id = 0;
  HttpFault fault = HttpFault::None;
  int status = 0;
  std::vector<std::pair<std::string, std::string>> headers;  // names in lower case
  std::string body;

  [[nodiscard]] std::string_view header(std::string_view lower_case_name) const {
    for (const auto& [name, value] : headers) {
      if (name == lower_case_name) return value;
    }
    return {};
  }
};

}  // namespace ports
