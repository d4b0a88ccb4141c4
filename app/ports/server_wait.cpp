#include "ports/server_wait.h"

#include <charconv>

#include "model/reader_text.h"
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

std::int64_t told_wait_ms(std::int64_t wait_ms) {
  constexpr std::int64_t kLongestWait = 24LL * 3600 * 1000;
  return wait_ms <= 0 || wait_ms > kLongestWait ? 0 : wait_ms;
}

std::string wait_sentence(std::int64_t wait_ms, const model::Words& words) {
  const std::int64_t seconds = (wait_ms + 999) / 1000;
  if (seconds < 90) return words.plural(model::Word::NextSeconds, seconds);
  return words.plural(model::Word::NextMinutes, (seconds + 59) / 60);
}

std::string with_status(model::Word why, int status, const model::Words& words) {
  const std::string_view sentence = words[why];
  if (status == 0) return std::string(sentence);
  // The pattern brings the full stop of its language along.
  std::string_view open = sentence;
  for (const std::string_view stop : {".", "。", "।"}) {
    if (open.ends_with(stop)) open.remove_suffix(stop.size());
  }
  return words.fill(model::Word::WithStatus,
                    {{"why", open}, {"n", model::number_text(status, words.language())}});
}

bool says_not_json(const HttpReply& reply) {
  const std::string_view type = reply.header("content-type");
  return type.starts_with("text/html") || type.starts_with("application/xhtml") ||
         type.starts_with("image/") || type.starts_with("text/css") || type.starts_with("video/") ||
         type.starts_with("application/pdf");
}

}  // namespace ports
