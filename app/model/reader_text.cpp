#include "model/reader_text.h"

#include <array>
#include <cmath>
#include <string_view>

namespace model {
namespace {

struct Unit {
  std::int64_t size;
  std::string_view name;
};

// How a language cuts large numbers: by thousands, or by ten thousands.
std::array<Unit, 3> units_of(const Language& reader) {
  if (reader.primary == "zh" && reader.script == "Hant") {
    return {{{1'000'000'000'000, "兆"}, {100'000'000, "億"}, {10'000, "萬"}}};
  }
  if (reader.primary == "zh") {
    return {{{1'000'000'000'000, "万亿"}, {100'000'000, "亿"}, {10'000, "万"}}};
  }
  if (reader.primary == "ja") {
    return {{{1'000'000'000'000, "兆"}, {100'000'000, "億"}, {10'000, "万"}}};
  }
  if (reader.primary == "ko") {
    return {{{1'000'000'000'000, "조"}, {100'000'000, "억"}, {10'000, "만"}}};
  }
  return {{{1'000'000'000, "B"}, {1'000'000, "M"}, {1'000, "K"}}};
}

struct Date {
  std::int64_t year = 1970;
  int month = 1;  // 1..12
  int day = 1;    // 1..31
};

// Days since 1970-01-01 to a date of the proleptic Gregorian calendar: H. Hinnant,
// "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
Date date_of_day(std::int64_t days) {
  days += 719468;
  const std::int64_t era = (days >= 0 ? days : days - 146096) / 146097;
  const std::int64_t day_of_era = days - era * 146097;
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int64_t day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t shifted_month = (5 * day_of_year + 2) / 153;
  const auto day = static_cast<int>(day_of_year - (153 * shifted_month + 2) / 5 + 1);
  const auto month = static_cast<int>(shifted_month < 10 ? shifted_month + 3 : shifted_month - 9);
  return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day};
}

constexpr std::int64_t kMinuteMs = 60'000;
constexpr std::int64_t kHourMs = 60 * kMinuteMs;
constexpr std::int64_t kDayMs = 24 * kHourMs;

std::int64_t floor_days(std::int64_t ms) {
  return ms >= 0 ? ms / kDayMs : -((-ms + kDayMs - 1) / kDayMs);
}

constexpr std::array<std::string_view, 12> kMonths = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

bool writes_han_dates(const Language& reader) {
  return reader.primary == "zh" || reader.primary == "ja";
}

std::string two_digits(std::int64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); }

}  // namespace

std::string count_text(std::int64_t count, const Language& reader) {
  if (count < 0) return "";
  for (const Unit& unit : units_of(reader)) {
    if (count < unit.size) continue;
    const std::int64_t whole = count / unit.size;
    const std::int64_t tenth = count % unit.size / (unit.size / 10);
    std::string text = std::to_string(whole);
    if (whole < 100 && tenth != 0) text += "." + std::to_string(tenth);
    return text.append(unit.name);
  }
  return std::to_string(count);
}

std::string age_text(std::int64_t then_ms, std::int64_t now_ms, const Language& reader) {
  if (then_ms <= 0) return "";
  const std::int64_t age = now_ms - then_ms;
  const bool han = reader.primary == "zh";
  if (age < kMinuteMs) return han ? "刚刚" : "now";
  if (age < kHourMs) return std::to_string(age / kMinuteMs) + (han ? "分钟前" : " min");
  if (age < kDayMs) return std::to_string(age / kHourMs) + (han ? "小时前" : " h");
  if (age < 7 * kDayMs) return std::to_string(age / kDayMs) + (han ? "天前" : " d");
  const Date date = date_of_day(floor_days(then_ms));
  const bool this_year = date.year == date_of_day(floor_days(now_ms)).year;
  if (writes_han_dates(reader)) {
    return (this_year ? "" : std::to_string(date.year) + "年") + std::to_string(date.month) + "月" +
           std::to_string(date.day) + "日";
  }
  std::string text = std::to_string(date.day) + " " +
                     std::string(kMonths[static_cast<std::size_t>(date.month - 1)].substr(0, 3));
  if (!this_year) text += " " + std::to_string(date.year);
  return text;
}

std::string moment_text(std::int64_t then_ms, const Language& reader) {
  if (then_ms <= 0) return "";
  const std::int64_t days = floor_days(then_ms);
  const Date date = date_of_day(days);
  const std::int64_t minutes = (then_ms - days * kDayMs) / kMinuteMs;
  const std::string clock = two_digits(minutes / 60) + ":" + two_digits(minutes % 60);
  if (writes_han_dates(reader)) {
    return std::to_string(date.year) + "年" + std::to_string(date.month) + "月" +
           std::to_string(date.day) + "日 " + clock;
  }
  return std::to_string(date.day) + " " +
         std::string(kMonths[static_cast<std::size_t>(date.month - 1)]) + " " +
         std::to_string(date.year) + ", " + clock;
}

std::string duration_text(double seconds) {
  if (!(seconds > 0)) return "";
  const auto total = static_cast<std::int64_t>(std::lround(std::fmin(seconds, 360'000)));
  const std::int64_t hours = total / 3600;
  const std::int64_t minutes = total / 60 % 60;
  if (hours > 0) {
    return std::to_string(hours) + ":" + two_digits(minutes) + ":" + two_digits(total % 60);
  }
  return std::to_string(minutes) + ":" + two_digits(total % 60);
}

}  // namespace model
