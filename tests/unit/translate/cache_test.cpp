#include "translate/cache.h"

#include <doctest/doctest.h>

using translate::Cache;
using translate::CacheKey;

namespace {

CacheKey key(std::string text, std::string service = "apertium:https://a", int version = 1,
             std::string pair = "es>en") {
  return {std::move(service), version, std::move(pair), std::move(text)};
}

}  // namespace

TEST_CASE("cache: text, pair, service and version all count") {
  Cache cache;
  cache.put(key("hola"), "hello");
  REQUIRE(cache.find(key("hola")) != nullptr);
  CHECK(*cache.find(key("hola")) == "hello");
  CHECK(cache.find(key("hola", "demo")) == nullptr);
  CHECK(cache.find(key("hola", "apertium:https://a", 2)) == nullptr);
  CHECK(cache.find(key("hola", "apertium:https://a", 1, "es>fr")) == nullptr);
  cache.put(key("hola"), "hi");
  CHECK(*cache.find(key("hola")) == "hi");
  CHECK(cache.size() == 1);
}

TEST_CASE("cache: bounded by bytes, what was used longest ago goes first") {
  Cache cache(2'000);
  cache.put(key("keep"), "kept");
  for (int i = 0; i < 100; ++i) {
    cache.put(key("text " + std::to_string(i)), std::string(100, 'x'));
    CHECK(cache.find(key("keep")) != nullptr);
    CHECK(cache.bytes() <= 2'000);
  }
  CHECK(cache.size() < 10);
  CHECK(cache.find(key("text 99")) != nullptr);
  CHECK(cache.find(key("text 0")) == nullptr);
  cache.put(key("huge"), std::string(5'000, 'x'));
  CHECK(cache.find(key("huge")) == nullptr);
  CHECK(cache.find(key("keep")) != nullptr);
}

TEST_CASE("cache: written and read again, in the order of use") {
  Cache cache;
  cache.put(key("uno \"1\"\n"), "one \"1\"\n");
  cache.put(key("dos"), "two");
  CHECK(cache.find(key("uno \"1\"\n")) != nullptr);
  const std::string stored = cache.write();
  Cache again;
  CHECK(again.read(stored) == 2);
  CHECK(*again.find(key("uno \"1\"\n")) == "one \"1\"\n");
  CHECK(again.bytes() == cache.bytes());
  Cache small(240);  // room for one: the one used last
  small.read(stored);
  CHECK(small.size() == 1);
  CHECK(small.find(key("uno \"1\"\n")) != nullptr);
}

TEST_CASE("cache: broken stores are survived") {
  Cache cache;
  cache.put(key("hola"), "hello");
  const std::string good = cache.write();
  for (std::size_t cut = 0; cut < good.size(); cut += 7) {
    Cache other;
    CHECK(other.read(good.substr(0, cut)) == 0);
  }
  Cache other;
  CHECK(other.read("[]") == 0);
  CHECK(other.read(R"({"crossfeed_translations":2,"entries":[["a",1,"b","c","d"]]})") == 0);
  CHECK(
      other.read(
          R"({"crossfeed_translations":1,"entries":[["a",1,"b","c","d"],["a"],7,["a",-1,"b","c","d"],
                       ["a",1,"b","","d"],["a","1","b","c","d"],["a",1,"b",null,"d"]]})") == 1);
}

TEST_CASE("cache: cleared, and says when it changed") {
  Cache cache;
  const std::uint64_t before = cache.revision();
  cache.put(key("hola"), "hello");
  CHECK(cache.revision() != before);
  const std::uint64_t filled = cache.revision();
  cache.find(key("hola"));
  CHECK(cache.revision() == filled);
  cache.clear();
  CHECK(cache.revision() != filled);
  CHECK(cache.size() == 0);
  CHECK(cache.bytes() == 0);
}
