#include "core/address.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "model/time.h"
#include "unit/english.h"

namespace {

using core::Address;

Address parsed(std::string_view query, std::string_view fragment = "") {
  return core::parse_address(query, fragment, english());
}

bool names(const Address& address, std::string_view words) {
  for (const std::string& notice : address.notices) {
    if (notice.find(words) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("address: nothing said is the embedded community as it comes") {
  const Address address = parsed("");
  CHECK(address.source.is_demo());
  CHECK(address.read.empty());
  CHECK(address.theme == core::Theme::System);
  CHECK_FALSE(address.lab);
  CHECK(address.layout.empty());
  CHECK_FALSE(address.clock_ms.has_value());
  CHECK_FALSE(address.scale.has_value());
  CHECK(address.spacing.squeeze_marks);
  CHECK(address.spacing.letter_gap);
  CHECK(address.post_id.empty());
  CHECK(address.notices.empty());
}

TEST_CASE("address: all of it is read") {
  const Address address = parsed(
      "source=mastodon:https://example.org/tag/"
      "cats&read=zh-Hans,en&theme=dark&lab=1&fonts=bundled&layout=layouts/x.json"
      "&clock=2025-01-17T09:30:00Z&scale=2.5&spacing=off",
      "/post/1%2F2");
  CHECK(address.notices.empty());
  CHECK(address.source.place.base == "https://example.org");
  CHECK(address.source.place.name == "cats");
  CHECK(address.read == std::vector<std::string>{"zh-Hans", "en"});
  CHECK(address.theme == core::Theme::Dark);
  CHECK(address.lab);
  CHECK(address.layout == "layouts/x.json");
  CHECK(address.clock_ms == model::parse_time_ms("2025-01-17T09:30:00Z"));
  CHECK(address.scale == 2.5F);
  CHECK_FALSE(address.spacing.squeeze_marks);
  CHECK_FALSE(address.spacing.letter_gap);
  CHECK(address.post_id == "1/2");
}

TEST_CASE("address: each nonsense is named and the rest works") {
  struct Row {
    const char* query;
    const char* named;
  };
  const Row rows[] = {
      {"theme=purple", "purple"},
      {"lab=perhaps", "perhaps"},
      {"read=startrek_it", "startrek_it"},
      {"clock=yesterday", "yesterday"},
      {"scale=9", "scale="},
      {"scale=NaN", "NaN"},
      {"scale=2x", "2x"},
      {"scale=inf", "inf"},
      {"colour=red", "colour"},
      {"source=gopher://x", "gopher"},
      {"source=", "source"},
      {"translate=gibberish:x", "gibberish"},
      {"auto=maybe", "auto="},
      {"fonts=comic", "comic"},
      {"spacing=wide", "spacing="},
      {"mix=zh:60", "mix="},
  };
  for (const Row& row : rows) {
    CAPTURE(row.query);
    const Address address = parsed(std::string("lab=1&") + row.query + "&theme=light");
    CHECK(names(address, row.named));
    CHECK(address.source.is_demo());
    const std::string_view query = row.query;
    if (!query.starts_with("theme")) CHECK(address.theme == core::Theme::Light);
    if (!query.starts_with("lab")) CHECK(address.lab);
  }
  CHECK(names(parsed("", "nowhere"), "nowhere"));
  CHECK(parsed("", "/").notices.empty());
  CHECK(parsed("read=en,,de").read == std::vector<std::string>{"en", "de"});
}

TEST_CASE("address: a notice is short however long the nonsense") {
  const Address address = parsed("theme=" + std::string(10'000, 'x'));
  REQUIRE(address.notices.size() == 1);
  CHECK(address.notices.front().size() < 300);
  CHECK(names(parsed(std::string(600 << 10, 'x')), "too long"));
  std::string many = "read=en";
  for (int i = 0; i < 1000; ++i) many += ",de";
  CHECK(parsed(many).read.size() <= 12);
}

TEST_CASE("address: broken encoding is read as it stands") {
  CHECK(core::percent_decode("%zz%4") == "%zz%4");
  CHECK(core::percent_decode("%E4%B8%AD+%2B") == "中++");
  CHECK(core::percent_decode("%FF") == "\uFFFD");
  CHECK(core::percent_decode("%") == "%");
  CHECK(core::percent_encode("a b&c=中%") == "a%20b%26c%3D%E4%B8%AD%25");
  CHECK(core::percent_encode("mastodon:https://example.org/tag/a,b@c") ==
        "mastodon:https://example.org/tag/a,b@c");
  std::mt19937 random(3);
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (int i = 0; i < 12; ++i) text += static_cast<char>(1 + random() % 127);
    CHECK(core::percent_decode(core::percent_encode(text)) == text);
  }
}

TEST_CASE("address: one parameter replaced, the others as they were") {
  CHECK(core::with_parameter("", "lab", "1") == "lab=1");
  CHECK(core::with_parameter("a=%20x&lab=0&b", "lab", "1") == "a=%20x&b&lab=1");
  CHECK(core::with_parameter("lab=1&lab=0&a=b", "lab", "") == "a=b");
  CHECK(core::with_parameter("l%61b=1&a=b", "lab", "") == "a=b");
  CHECK(core::with_parameter("&&a=b&", "c", "") == "a=b");
  CHECK(core::with_parameter("lab=1", "lab", "") == "");
  for (const char* value : {"demo:?n=100", "a&b=c#d", "中文 %20", "z.AbC_-"}) {
    const std::string query = core::with_parameter("theme=dark", "layout", value);
    CHECK(parsed(query).layout == value);
    CHECK(parsed(query).theme == core::Theme::Dark);
    CHECK(core::with_parameter(query, "layout", "") == "theme=dark");
  }
}

TEST_CASE("address: a post's place, there and back") {
  CHECK(core::post_fragment("").empty());
  for (const char* id : {"1", "a b", "1/2#3?4", "中", "%41"}) {
    CHECK(parsed("", core::post_fragment(id)).post_id == id);
  }
}

TEST_CASE("address: of a hundred services that are none the first few are named") {
  std::string query = "translate=";
  for (int i = 0; i < 100; ++i) query += "nonsense" + std::to_string(i) + ",";
  const core::Address address = core::parse_address(query, "", english());
  REQUIRE_FALSE(address.notices.empty());
  CHECK(address.notices.front().find("nonsense0") != std::string::npos);
  for (const std::string& notice : address.notices) CHECK(notice.size() < 2000);
}
