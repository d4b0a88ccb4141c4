#include "base/url.h"

#include <doctest/doctest.h>

TEST_CASE("url: percent coding") {
  CHECK(base::percent_encode("猫 a/b?&=~") == "%E7%8C%AB%20a%2Fb%3F%26%3D~");
  CHECK(base::percent_decode("%E7%8C%ab+a%2Fb") == "猫 a/b");
  CHECK(base::percent_decode("100%") == "100%");
  CHECK(base::percent_decode("%zz%4") == "%zz%4");
}

TEST_CASE("url: parts") {
  const base::UrlParts parts = base::split_url("https://Host:81/a/b?x=1#frag?y");
  CHECK(parts.scheme == "https");
  CHECK(parts.host == "Host:81");
  CHECK(parts.path == "/a/b");
  CHECK(parts.query == "x=1");
  CHECK(base::split_url("demo:/api?n=5").path == "/api");
  CHECK(base::split_url("demo:?n=5").query == "n=5");
  CHECK(base::split_url("assets/a.json").scheme.empty());
  CHECK(base::split_url("http://h").path.empty());
  CHECK(base::origin_of("HTTPS://Host:81/a") == "https://host:81");
  CHECK(base::origin_of("demo:/x") == "demo:");
  CHECK(base::origin_of("a/b").empty());
}

TEST_CASE("url: web addresses only") {
  for (const char* good :
       {"https://a.b/c?d#e", "http://localhost:3000", "HTTPS://例え.jp/", "http://[::1]:80/"}) {
    CAPTURE(good);
    CHECK(base::is_web_address(good));
  }
  for (const char* bad :
       {"javascript:alert(1)", "ftp://a", "https:a", "https://", "https:///path", "//a.b", "",
        "https://user@host/", "https://a b/", "https://a/\n", "data:text/html,x", "https://a\\b",
        " https://a", "https://:80/", "java\tscript:x"}) {
    CAPTURE(bad);
    CHECK_FALSE(base::is_web_address(bad));
  }
}

TEST_CASE("url: query values") {
  const base::QueryValues values = base::parse_query("a=1&b=%20x&c&&d=e=f&a=2");
  CHECK(base::query_value(values, "a") == "1");
  CHECK(base::query_value(values, "b") == " x");
  CHECK(base::query_value(values, "d") == "e=f");
  CHECK(base::query_value(values, "none").empty());
  CHECK(base::with_query_value("demo:/p?n=1", "max_id", "a b") == "demo:/p?n=1&max_id=a%20b");
  CHECK(base::with_query_value("/p?max_id=1&n=2#f", "max_id", "3") == "/p?n=2&max_id=3");
  CHECK(base::without_query_value("/p?a=1", "a") == "/p");
}
