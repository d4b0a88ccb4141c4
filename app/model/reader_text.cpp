#include "model/reader_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace model {
namespace {

struct Unit {
  std::int64_t size;
  std::string_view name;
};

// How a language shortens large numbers: CLDR 46, decimalFormats-numberSystem-latn, short; where
// it leaves out the thousands (German), so does this. Blanks before a unit do not break.
struct NumberForm {
  std::string_view tag;
  std::string_view decimal;
  std::array<Unit, 4> units;    // largest first; of size 0: none
  std::string_view group = {};  // between thousands, where no unit shortens them
};

constexpr std::int64_t kThousand = 1000;
constexpr std::int64_t kMillion = 1'000'000;
constexpr std::int64_t kBillion = 1'000'000'000;
constexpr std::int64_t kTrillion = 1'000'000'000'000;

constexpr NumberForm kForms[] = {
    {"zh-Hant", ".", {{{kTrillion, "兆"}, {100'000'000, "億"}, {10'000, "萬"}, {}}}},
    {"zh", ".", {{{kTrillion, "万亿"}, {100'000'000, "亿"}, {10'000, "万"}, {}}}},
    {"ja", ".", {{{kTrillion, "兆"}, {100'000'000, "億"}, {10'000, "万"}, {}}}},
    {"ko", ".", {{{kTrillion, "조"}, {100'000'000, "억"}, {10'000, "만"}, {}}}},
    {"es", ",", {{{kMillion, "\u00A0M"}, {kThousand, "\u00A0mil"}, {}, {}}}},
    {"fr", ",", {{{kBillion, "\u00A0Md"}, {kMillion, "\u00A0M"}, {kThousand, "\u00A0k"}, {}}}},
    {"de", ",", {{{kBillion, "\u00A0Mrd."}, {kMillion, "\u00A0Mio."}, {}, {}}}, "."},
    {"pt", ",", {{{kBillion, "\u00A0bi"}, {kMillion, "\u00A0mi"}, {kThousand, "\u00A0mil"}, {}}}},
    {"ru",
     ",",
     {{{kBillion, "\u00A0млрд"}, {kMillion, "\u00A0млн"}, {kThousand, "\u00A0тыс."}, {}}}},
    {"ar",
     "٫",
     {{{kBillion, "\u00A0مليار"}, {kMillion, "\u00A0مليون"}, {kThousand, "\u00A0ألف"}, {}}}},
    {"hi",
     ".",
     {{{kBillion, "\u00A0अ॰"},
       {10'000'000, "\u00A0क॰"},
       {100'000, "\u00A0लाख"},
       {kThousand, "\u00A0हज़ार"}}}},
    {"en", ".", {{{kBillion, "B"}, {kMillion, "M"}, {kThousand, "K"}, {}}}},
};

// English for all others.
const NumberForm& form_of(const Language& reader) {
  const std::string with_script = reader.primary + '-' + reader.script;
  const NumberForm* form = &std::end(kForms)[-1];
  for (const NumberForm& one : kForms) {
    if (one.tag == with_script || one.tag == reader.primary) {
      form = &one;
      break;
    }
  }
  return *form;
}

// Digits of a language that has its own (CLDR: defaultNumberingSystem of "ar" is arab).
std::string own_digits(std::string text, const Language& reader) {
  if (reader.primary != "ar") return text;
  std::string own;
  for (const char c : text) {
    if (c < '0' || c > '9') {
      own += c;
    } else {
      own += '\xD9';  // U+0660 and following, in UTF-8
      own += static_cast<char>(0xA0 + (c - '0'));
    }
  }
  return own;
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

// The month's name in a list of twelve between bars.
std::string_view month_name(std::string_view names, int month) {
  for (int i = 1; i < month; ++i) {
    names.remove_prefix(std::min(names.find('|'), names.size() - 1) + 1);
  }
  return names.substr(0, names.find('|'));
}

std::string two_digits(std::int64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); }

}  // namespace

std::string number_text(std::int64_t number, const Language& reader) {
  return own_digits(std::to_string(number), reader);
}

std::string count_text(std::int64_t count, const Language& reader) {
  if (count < 0) return "";
  const NumberForm& form = form_of(reader);
  for (const Unit& unit : form.units) {
    if (unit.size == 0 || count < unit.size) continue;
    const std::int64_t whole = count / unit.size;
    const std::int64_t tenth = count % unit.size / (unit.size / 10);
    std::string text = number_text(whole, reader);
    if (whole < 100 && tenth != 0) text.append(form.decimal) += number_text(tenth, reader);
    return text.append(unit.name);
  }
  std::string text = std::to_string(count);
  // From five digits on, as in CLDR's compact numbers.
  if (text.size() > 4) text.insert(text.size() - 3, form.group);
  return own_digits(text, reader);
}

std::string percent_text(float share, const Words& words) {
  return words.fill(Word::Percent,
                    {{"n", number_text(std::lround(share * 100), words.language())}});
}

namespace {

std::string date_text(const Date& date, Word pattern, Word names, const Words& words,
                      std::string_view clock = {}) {
  return own_digits(words.fill(pattern, {{"day", std::to_string(date.day)},
                                         {"month", month_name(words[names], date.month)},
                                         {"year", std::to_string(date.year)},
                                         {"time", clock}}),
                    words.language());
}

}  // namespace

std::string age_text(std::int64_t then_ms, std::int64_t now_ms, const Words& words) {
  if (then_ms <= 0) return "";
  const std::int64_t age = now_ms - then_ms;
  const auto ago = [&](Word unit, std::int64_t n) {
    return words.fill(unit, {{"n", number_text(n, words.language())}});
  };
  if (age < kMinuteMs) return words[Word::AgeNow];
  if (age < kHourMs) return ago(Word::AgeMinutes, age / kMinuteMs);
  if (age < kDayMs) return ago(Word::AgeHours, age / kHourMs);
  if (age < 7 * kDayMs) return ago(Word::AgeDays, age / kDayMs);
  const Date date = date_of_day(floor_days(then_ms));
  const bool this_year = date.year == date_of_day(floor_days(now_ms)).year;
  return date_text(date, this_year ? Word::Date : Word::DateWithYear, Word::MonthsShort, words);
}

std::string moment_text(std::int64_t then_ms, const Words& words) {
  if (then_ms <= 0) return "";
  const std::int64_t days = floor_days(then_ms);
  const std::int64_t minutes = (then_ms - days * kDayMs) / kMinuteMs;
  const std::string clock = two_digits(minutes / 60) + ":" + two_digits(minutes % 60);
  return date_text(date_of_day(days), Word::Moment, Word::Months, words, clock);
}

std::string duration_text(double seconds, const Language& reader) {
  if (!(seconds > 0)) return "";
  const auto total = static_cast<std::int64_t>(std::lround(std::fmin(seconds, 360'000)));
  const std::int64_t hours = total / 3600;
  const std::int64_t minutes = total / 60 % 60;
  const std::string text =
      hours > 0 ? std::to_string(hours) + ":" + two_digits(minutes) + ":" + two_digits(total % 60)
                : std::to_string(minutes) + ":" + two_digits(total % 60);
  return own_digits(text, reader);
}

}  // namespace model
