// Here because cards are where these numbers are read; the function is model/reader_text.h.
#include "model/reader_text.h"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdint>
#include <string>

#include "model/time.h"

namespace {

const model::Language kEnglish = model::parse_language("en");
const model::Language kChinese = model::parse_language("zh-Hans");

std::string count(std::int64_t n, const char* reader = "en") {
  return model::count_text(n, model::parse_language(reader));
}

}  // namespace

TEST_CASE("counts: as the reader writes numbers") {
  CHECK(count(-1).empty());
  CHECK(count(0) == "0");
  CHECK(count(999) == "999");
  CHECK(count(1000) == "1K");
  CHECK(count(1099) == "1K");
  CHECK(count(1100) == "1.1K");
  CHECK(count(9999) == "9.9K");
  CHECK(count(99'950) == "99.9K");
  CHECK(count(100'000) == "100K");
  CHECK(count(999'999) == "999K");
  CHECK(count(1'000'000) == "1M");
  CHECK(count(67'900'000) == "67.9M");
  CHECK(count(999'999'999) == "999M");
  CHECK(count(1'000'000'000) == "1B");
  CHECK(count(INT64_MAX) == "9223372036B");
  CHECK(count(67'900'000, "zh-Hans") == "6790万");
  CHECK(count(400'000'000, "zh-Hans") == "4亿");
  CHECK(count(9999, "zh-Hans") == "9999");
  CHECK(count(10'000, "zh-Hans") == "1万");
  CHECK(count(12'345, "zh-Hans") == "1.2万");
  CHECK(count(99'999'999, "zh-Hans") == "9999万");
  CHECK(count(400'000'000, "zh-Hant") == "4億");
  CHECK(count(400'000'000, "ja") == "4億");
  CHECK(count(400'000'000, "ko") == "4억");
}

TEST_CASE("counts: never rounded up to what was not reached") {
  const std::string_view units = "KMB";
  for (std::int64_t n = 1; n < 2'000'000'000; n = n * 7 / 4 + 3) {
    const std::string text = count(n);
    const double unit = units.find(text.back()) == std::string_view::npos
                            ? 1
                            : std::pow(1000.0, static_cast<double>(units.find(text.back()) + 1));
    CAPTURE(text);
    CHECK(std::stod(text) * unit <= static_cast<double>(n) + 0.5);
    CHECK(std::stod(text) * unit >= static_cast<double>(n) * 0.9);
  }
}

TEST_CASE("ages: one unit, then the date") {
  const std::int64_t now = model::parse_time_ms("2025-01-17T09:30:00Z");
  const auto age = [&](std::int64_t before_ms, const model::Language& reader = kEnglish) {
    return model::age_text(now - before_ms, now, reader);
  };
  constexpr std::int64_t kMinute = 60'000;
  constexpr std::int64_t kHour = 60 * kMinute;
  constexpr std::int64_t kDay = 24 * kHour;
  CHECK(age(0) == "now");
  CHECK(age(kMinute - 1) == "now");
  CHECK(age(-5 * kHour) == "now");  // a server's clock that runs ahead
  CHECK(age(5 * kMinute) == "5 min");
  CHECK(age(kHour - 1) == "59 min");
  CHECK(age(3 * kHour) == "3 h");
  CHECK(age(kDay - 1) == "23 h");
  CHECK(age(2 * kDay) == "2 d");
  CHECK(age(7 * kDay) == "10 Jan");
  CHECK(age(20 * kDay) == "28 Dec 2024");
  CHECK(age(3 * kHour, kChinese) == "3小时前");
  CHECK(age(0, kChinese) == "刚刚");
  CHECK(age(7 * kDay, kChinese) == "1月10日");
  CHECK(age(20 * kDay, kChinese) == "2024年12月28日");
  CHECK(model::age_text(0, now, kEnglish).empty());
  CHECK(model::age_text(1, 0, kEnglish) == "now");
}

TEST_CASE("moments and lengths") {
  CHECK(model::moment_text(model::parse_time_ms("2025-01-12T14:05:00Z"), kEnglish) ==
        "12 January 2025, 14:05");
  CHECK(model::moment_text(model::parse_time_ms("2024-02-29T00:00:59Z"), kChinese) ==
        "2024年2月29日 00:00");
  CHECK(model::duration_text(7) == "0:07");
  CHECK(model::duration_text(3723) == "1:02:03");
  CHECK(model::duration_text(0).empty());
  CHECK(model::duration_text(-5).empty());
  CHECK(model::duration_text(NAN).empty());
  CHECK(model::duration_text(1e300) == "100:00:00");
}
