#include "ports/server_wait.h"

#include <charconv>

#include "model/time.h"

namespace ports {
namespace {

// -1 when it is no whole number of a sensible size.
std::int64_t whole(std::string_view text) {
  constexpr std::int64_t kEndOfTime_s = 100'000'000'000;
  std::int64_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool sound = read.ec == std::errc() && read.ptr == text.data() + text.size() && value >= 0;
  return sound && value < kEndOfTime_s ? value : -1;
}

}  // namespace

std::int64_t retry_time_ms(const HttpReply& reply, std::int64_t now_ms) {
  if (const std::string_view after = reply.header("retry-after"); !after.empty()) {
    const std::int64_t seconds = whole(after);
    return seconds >= 0 ? now_ms + seconds * 1000 : model::parse_http_date_ms(after);
  }
  const std::string_view reset = reply.header("x-ratelimit-reset");
  if (reset.empty() || reply.status != 429) return 0;
  const std::int64_t seconds = whole(reset);
  return seconds >= 0 ? seconds * 1000 : model::parse_time_ms(reset);
}

std::string wait_sentence(std::int64_t wait_ms) {
  constexpr std::int64_t kLongestWait = 24LL * 3600 * 1000;
  if (wait_ms <= 0 || wait_ms > kLongestWait) return {};
  const std::int64_t seconds = (wait_ms + 999) / 1000;
  const std::int64_t amount = seconds < 90 ? seconds : (seconds + 59) / 60;
  const std::string unit = seconds < 90 ? "second" : "minute";
  return "Crossfeed keeps what it has and asks again in " + std::to_string(amount) + ' ' + unit +
         (amount == 1 ? "." : "s.");
}

bool says_not_json(const HttpReply& reply) {
  const std::string_view type = reply.header("content-type");
  return type.starts_with("text/html") || type.starts_with("application/xhtml") ||
         type.starts_with("image/") || type.starts_with("text/css") || type.starts_with("video/") ||
         type.starts_with("application/pdf");
}

}  // namespace ports
