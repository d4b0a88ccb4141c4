// Numbers and ages as a reader writes them: 67.9M and 6790万, "3 h" and "3小时前". The interface's
// own words are English for now; what counts and times need stands here for the languages that
// write numbers in their own way.
#pragma once

#include <cstdint>
#include <string>

#include "model/language.h"

namespace model {

// 0..999 plain; then three digits at most before the unit and one decimal below 100 of a unit,
// never rounded up to a number that was not reached (9,999 is 9.9K, not 10K). Negative (unknown):
// "".
std::string count_text(std::int64_t count, const Language& reader);

// Time since then, in one unit: "now", "5 min", "3 h", "2 d", then the date ("12 Jan", "12 Jan
// 2024").
std::string age_text(std::int64_t then_ms, std::int64_t now_ms, const Language& reader);

// Date and time written out: "12 January 2025, 14:05" (UTC offset applied by the caller).
std::string moment_text(std::int64_t then_ms, const Language& reader);

// "0:07", "1:02:03"
std::string duration_text(double seconds);

}  // namespace model
