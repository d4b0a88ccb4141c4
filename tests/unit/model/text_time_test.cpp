#include <doctest/doctest.h>

#include "model/rich_text.h"
#include "model/time.h"

TEST_CASE("plain_text: blank lines part paragraphs, single ones lines") {
  const model::RichText rich = model::plain_text("\r\n a \nb\r\n\r\n \nc\n");
  CHECK(rich.text == "a\u2028b\nc");
  REQUIRE(rich.blocks.size() == 2);
  CHECK(rich.blocks[0].begin == 0);
  CHECK(rich.blocks[0].end == 5);
  CHECK(rich.blocks[1].begin == 6);
  CHECK(rich.blocks[1].end == 7);
  CHECK(model::plain_text("").blocks.empty());
  CHECK(model::plain_text("\xFF").text == "\uFFFD");
}

TEST_CASE("time: what servers write") {
  CHECK(model::parse_time_ms("1970-01-02") == 86400000);
  CHECK(model::parse_time_ms("2025-01-17T09:30:00.123Z") == 1737106200123);
  CHECK(model::parse_time_ms("2025-01-17T17:30:00+08:00") == 1737106200000);
  CHECK(model::parse_time_ms("2025-01-17T04:00:00-0530") == 1737106200000);
  CHECK(model::parse_time_ms("2025-01-17 09:30:00 UTC") == 1737106200000);
  CHECK(model::parse_time_ms("2025-01-17T09:30:00.123456Z") == 1737106200123);
  CHECK(model::parse_time_ms("2024-02-29T00:00:00Z") == 1709164800000);
  CHECK(model::parse_http_date_ms("Fri, 17 Jan 2025 09:30:00 GMT") == 1737106200000);
  CHECK(model::write_time(1737106200123) == "2025-01-17T09:30:00.123Z");
  CHECK(model::write_time(0) == "1970-01-01T00:00:00.000Z");
  for (std::int64_t ms = 1; ms < 4'000'000'000'000; ms += 86'399'999'777) {
    CHECK(model::parse_time_ms(model::write_time(ms)) == ms);
  }
}

TEST_CASE("time: anything else is unknown") {
  for (const char* bad :
       {"", "now", "2025", "2025-13-01", "2025-01-17T", "2025-01-17T25:00:00Z", "1969-01-01",
        "2025-01-17T09:30:00ZZ", "2025/01/17", "99999-01-01", "2025-1-7"}) {
    CAPTURE(bad);
    CHECK(model::parse_time_ms(bad) == 0);
  }
  CHECK(model::parse_http_date_ms("Fri, 17 Foo 2025 09:30:00 GMT") == 0);
  CHECK(model::parse_http_date_ms("120") == 0);
}
