// When a failed request is worth another try, and when. Pure: no clock, no randomness.
#pragma once

#include <algorithm>
#include <cmath>

namespace net {

inline constexpr int kMaxAttempts = 4;             // then the reader is asked
inline constexpr double kFirstDelayMs = 2'000;     // doubled for each further try
inline constexpr double kLongestWaitMs = 300'000;  // Mastodon's rate limits are per five minutes

struct RetryQuestion {
  int attempts = 0;             // made so far
  bool worth_retrying = false;  // the same request may succeed later
  double server_wait_ms = 0;    // asked for by the server; 0: it did not say
};

struct RetryPlan {
  bool again = false;
  double delay_ms = 0;
};

inline RetryPlan plan_retry(const RetryQuestion& question) {
  if (!question.worth_retrying || question.attempts >= kMaxAttempts) return {};
  if (question.server_wait_ms > kLongestWaitMs) return {};
  const double backoff = kFirstDelayMs * std::pow(2.0, std::max(0, question.attempts - 1));
  return {true, std::max(question.server_wait_ms, backoff)};
}

}  // namespace net
