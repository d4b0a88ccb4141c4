// Points of time as servers write them: ISO 8601 / RFC 3339 ("2025-01-17T09:30:00.123Z", "…+08:00",
// a date alone), and HTTP's own form ("Fri, 17 Jan 2025 09:30:00 GMT").
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace model {

// Milliseconds since 1970-01-01 UTC; 0 for anything else than a time between 1970 and 9999.
std::int64_t parse_time_ms(std::string_view iso);
std::int64_t parse_http_date_ms(std::string_view text);

std::string write_time(std::int64_t time_ms);  // "2025-01-17T09:30:00.123Z"

}  // namespace model
