#include "net/retry.h"

#include <doctest/doctest.h>

using net::plan_retry;

TEST_CASE("retry: twice as long each time, then the reader is asked") {
  double before = 0;
  for (int attempts = 1; attempts < net::kMaxAttempts; ++attempts) {
    const net::RetryPlan plan = plan_retry({.attempts = attempts, .worth_retrying = true});
    CHECK(plan.again);
    CHECK(plan.delay_ms == (attempts == 1 ? net::kFirstDelayMs : 2 * before));
    before = plan.delay_ms;
  }
  CHECK_FALSE(plan_retry({.attempts = net::kMaxAttempts, .worth_retrying = true}).again);
  CHECK_FALSE(plan_retry({.attempts = 1000, .worth_retrying = true}).again);
}

TEST_CASE("retry: what cannot succeed is not tried again") {
  CHECK_FALSE(plan_retry({.attempts = 1, .worth_retrying = false}).again);
  CHECK_FALSE(plan_retry({.attempts = 1, .worth_retrying = false, .server_wait_ms = 10}).again);
}

TEST_CASE("retry: the server's own wait counts when it is the longer one") {
  CHECK(plan_retry({.attempts = 1, .worth_retrying = true, .server_wait_ms = 60'000}).delay_ms ==
        60'000);
  CHECK(plan_retry({.attempts = 1, .worth_retrying = true, .server_wait_ms = 5}).delay_ms ==
        net::kFirstDelayMs);
  CHECK(plan_retry({.attempts = 1, .worth_retrying = true, .server_wait_ms = -5}).delay_ms ==
        net::kFirstDelayMs);
  CHECK(plan_retry({.attempts = 1, .worth_retrying = true, .server_wait_ms = net::kLongestWaitMs})
            .again);
  CHECK_FALSE(
      plan_retry({.attempts = 1, .worth_retrying = true, .server_wait_ms = net::kLongestWaitMs + 1})
          .again);
}
