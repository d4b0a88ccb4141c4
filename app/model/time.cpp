#include "model/time.h"

#include <algorithm>
#include <cstdio>

namespace model {
namespace {

constexpr std::int64_t kSecond = 1000;
constexpr std::int64_t kMinute = 60 * kSecond;
constexpr std::int64_t kHour = 60 * kMinute;
constexpr std::int64_t kDay = 24 * kHour;

// Howard Hinnant's days_from_civil and civil_from_days: eras of 400 years, years that start in
// March.
std::int64_t days_of(std::int64_t year, int month, int day) {
  year -= month <= 2 ? 1 : 0;
  const std::int64_t era = year / 400;
  const std::int64_t year_of_era = year - era * 400;
  const std::int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year -
         719468;
}

// Reads digits from the front of a text.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  int digits(std::size_t count) {
    if (text_.size() < count) return fail();
    int value = 0;
    for (std::size_t i = 0; i < count; ++i) {
      if (!is_digit(text_[i])) return fail();
      value = value * 10 + (text_[i] - '0');
    }
    text_.remove_prefix(count);
    return value;
  }
  bool accept(char c) {
    if (!text_.starts_with(c)) return false;
    text_.remove_prefix(1);
    return true;
  }
  void expect(char c) {
    if (!accept(c)) failed_ = true;
  }
  // The digits after a decimal point, as milliseconds.
  int fraction_ms() {
    int value = 0;
    int scale = 100;
    while (!text_.empty() && is_digit(text_.front())) {
      value += (text_.front() - '0') * scale;
      scale /= 10;
      text_.remove_prefix(1);
    }
    return value;
  }
  std::string_view take(std::size_t count) {
    const std::string_view taken = text_.substr(0, count);
    text_.remove_prefix(taken.size());
    return taken;
  }
  [[nodiscard]] bool at_end() const { return text_.empty(); }
  [[nodiscard]] bool failed() const { return failed_; }

 private:
  static bool is_digit(char c) { return c >= '0' && c <= '9'; }
  int fail() {
    failed_ = true;
    return 0;
  }
  std::string_view text_;
  bool failed_ = false;
};

struct Fields {
  int year = 1970;
  int month = 1;
  int day = 1;
  int hour = 0;
  int minute = 0;
  int second = 0;
  int ms = 0;
};

std::int64_t to_ms(const Fields& f) {
  const bool sound = f.year >= 1970 && f.month >= 1 && f.month <= 12 && f.day >= 1 && f.day <= 31 &&
                     f.hour <= 24 && f.minute <= 59 && f.second <= 60;
  if (!sound) return 0;
  return days_of(f.year, f.month, f.day) * kDay + f.hour * kHour + f.minute * kMinute +
         f.second * kSecond + f.ms;
}

}  // namespace

std::int64_t parse_time_ms(std::string_view iso) {
  Reader reader(iso);
  Fields f;
  std::int64_t offset = 0;
  f.year = reader.digits(4);
  reader.expect('-');
  f.month = reader.digits(2);
  reader.expect('-');
  f.day = reader.digits(2);
  if (reader.accept('T') || reader.accept('t') || reader.accept(' ')) {
    f.hour = reader.digits(2);
    reader.expect(':');
    f.minute = reader.digits(2);
    if (reader.accept(':')) f.second = reader.digits(2);
    if (reader.accept('.') || reader.accept(',')) f.ms = reader.fraction_ms();
    reader.accept(' ');
    const bool east = reader.accept('+');
    if (east || reader.accept('-')) {
      offset = reader.digits(2) * kHour;
      reader.accept(':');
      if (!reader.at_end()) offset += reader.digits(2) * kMinute;
      if (!east) offset = -offset;
    } else if (!reader.accept('Z') && !reader.accept('z')) {
      reader.take(reader.at_end() ? 0 : 3);  // "UTC"; a time without a zone is taken as UTC
    }
  }
  if (reader.failed() || !reader.at_end()) return 0;
  const std::int64_t local = to_ms(f);
  return local == 0 ? 0 : std::max<std::int64_t>(0, local - offset);
}

std::int64_t parse_http_date_ms(std::string_view text) {
  static constexpr std::string_view kMonths = "JanFebMarAprMayJunJulAugSepOctNovDec";
  const std::size_t comma = text.find(", ");
  if (comma == std::string_view::npos) return 0;
  Reader reader(text.substr(comma + 2));
  Fields f;
  f.day = reader.digits(2);
  reader.expect(' ');
  const std::size_t month = kMonths.find(reader.take(3));
  reader.expect(' ');
  f.year = reader.digits(4);
  reader.expect(' ');
  f.hour = reader.digits(2);
  reader.expect(':');
  f.minute = reader.digits(2);
  reader.expect(':');
  f.second = reader.digits(2);
  if (reader.failed() || month == std::string_view::npos || month % 3 != 0) return 0;
  f.month = static_cast<int>(month / 3) + 1;
  return to_ms(f);
}

std::string write_time(std::int64_t time_ms) {
  const std::int64_t days = time_ms / kDay;
  const std::int64_t rest = time_ms % kDay;
  const std::int64_t shifted = days + 719468;
  const std::int64_t era = shifted / 146097;
  const std::int64_t day_of_era = shifted % 146097;
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int64_t day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t march_month = (5 * day_of_year + 2) / 153;
  const auto day = static_cast<int>(day_of_year - (153 * march_month + 2) / 5 + 1);
  const auto month = static_cast<int>(march_month < 10 ? march_month + 3 : march_month - 9);
  const auto year = static_cast<int>(year_of_era + era * 400 + (month <= 2 ? 1 : 0));
  char buffer[80];
  std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ", year, month, day,
                static_cast<int>(rest / kHour), static_cast<int>(rest % kHour / kMinute),
                static_cast<int>(rest % kMinute / kSecond), static_cast<int>(rest % kSecond));
  return buffer;
}

}  // namespace model
