// Numbers, ages and dates as a reader writes them: 67.9M and 6790万, "3 h" and "3小时前". Numbers
// follow a language alone; what needs words takes them from the interface's.
#pragma once

#include <cstdint>
#include <string>

#include "model/language.h"
#include "model/words.h"

namespace model {

// 0..999 plain; then three digits at most before the unit and one decimal below 100 of a unit,
// never rounded up to a number that was not reached (9,999 is 9.9K, not 10K). Negative (unknown):
// "".
std::string count_text(std::int64_t count, const Language& reader);

// All its digits, in the language's own.
std::string number_text(std::int64_t number, const Language& reader);

// "42%" of a share from 0 to 1.
std::string percent_text(float share, const Words& words);

// Time since then, in one unit: "now", "5 min", "3 h", "2 d", then the date ("12 Jan", "12 Jan
// 2024").
std::string age_text(std::int64_t then_ms, std::int64_t now_ms, const Words& words);

// Date and time written out: "12 January 2025, 14:05" (UTC offset applied by the caller).
std::string moment_text(std::int64_t then_ms, const Words& words);

// "0:07", "1:02:03"
std::string duration_text(double seconds, const Language& reader);

}  // namespace model
