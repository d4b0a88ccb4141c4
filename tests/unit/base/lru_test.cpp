#include "base/lru.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>

namespace {

TEST_CASE("what was used longest ago is forgotten first") {
  base::Lru<std::string, int> lru(2);
  lru.put("a", 1);
  lru.put("b", 2);
  REQUIRE(lru.find("a"));  // now b is the older
  lru.put("c", 3);
  CHECK(lru.size() == 2);
  CHECK_FALSE(lru.find("b"));
  CHECK(*lru.find("a") == 1);
  CHECK(*lru.find("c") == 3);
}

TEST_CASE("peeking does not count as use") {
  base::Lru<std::string, int> lru(2);
  lru.put("a", 1);
  lru.put("b", 2);
  REQUIRE(lru.peek("a"));
  CHECK(*lru.peek("a") == 1);
  lru.put("c", 3);
  CHECK_FALSE(lru.peek("a"));
  CHECK(lru.peek("b"));
}

TEST_CASE("putting a known key replaces its value and counts as use") {
  base::Lru<std::string, int> lru(2);
  lru.put("a", 1);
  lru.put("b", 2);
  CHECK(lru.put("a", 10) == 10);
  CHECK(lru.size() == 2);
  lru.put("c", 3);
  CHECK(*lru.peek("a") == 10);
  CHECK_FALSE(lru.peek("b"));
}

TEST_CASE("erasing and clearing leave a map that goes on working") {
  base::Lru<std::string, int> lru(2);
  lru.put("a", 1);
  lru.put("b", 2);
  lru.erase("a");
  lru.erase("a");
  lru.erase("none");
  CHECK(lru.size() == 1);
  CHECK_FALSE(lru.find("a"));
  lru.put("c", 3);
  CHECK(lru.peek("b"));
  lru.clear();
  CHECK(lru.size() == 0);
  CHECK_FALSE(lru.find("b"));
  lru.put("d", 4);
  CHECK(*lru.find("d") == 4);
}

TEST_CASE(
    "addresses of values stay while they are kept, and values may be of a kind that only moves") {
  base::Lru<int, std::unique_ptr<int>> lru(3);
  const std::unique_ptr<int>* first = &lru.put(1, std::make_unique<int>(11));
  lru.put(2, std::make_unique<int>(22));
  lru.put(3, std::make_unique<int>(33));
  CHECK(lru.find(1) == first);
  CHECK(**first == 11);
}

TEST_CASE("a capacity of one keeps the last") {
  base::Lru<int, int> lru(1);
  for (int i = 0; i < 5; ++i) CHECK(lru.put(i, i * i) == i * i);
  CHECK(lru.size() == 1);
  CHECK(*lru.find(4) == 16);
}

}  // namespace
