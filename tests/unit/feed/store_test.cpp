#include "feed/store.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

std::vector<model::Post> posts(int from, int to) {
  std::vector<model::Post> out;
  for (int i = from; i < to; ++i) {
    out.emplace_back();
    out.back().id = std::to_string(i);
    out.back().url = "https://example.org/" + std::to_string(i);
  }
  return out;
}

std::string page_url(int page) { return "https://example.org/page/" + std::to_string(page); }

feed::Store filled(int pages, int page_size = 20) {
  feed::Store store;
  for (int p = 0; p < pages; ++p)
    store.append_page(page_url(p), posts(p * page_size, (p + 1) * page_size));
  return store;
}

// Every entry is found by its id, and its page covers it.
void check_consistent(const feed::Store& store) {
  std::size_t whole = 0;
  for (feed::EntryIndex e = 0; e < store.size(); ++e) {
    CHECK(store.find(store.id(e)) == e);
    const feed::Page& page = store.page(store.page_of(e));
    CHECK(e >= page.first);
    CHECK(e < page.first + page.count);
    if (store.post(e) == nullptr) continue;
    ++whole;
    CHECK(store.post(e)->id == store.id(e));
  }
  CHECK(store.whole_posts() == whole);
}

}  // namespace

TEST_CASE("store: posts in the server's order, each once") {
  feed::Store store;
  CHECK(store.append_page(page_url(0), posts(0, 20)) == 20);
  CHECK(store.append_page(page_url(1), posts(15, 35)) == 15);
  CHECK(store.append_page(page_url(2), posts(0, 35)) == 0);
  CHECK(store.append_page(page_url(3), {}) == 0);
  std::vector<model::Post> twice = posts(50, 51);
  twice.push_back(twice.front());
  CHECK(store.append_page(page_url(4), twice) == 1);
  CHECK(store.size() == 36);
  CHECK(store.id(20) == "20");
  CHECK(store.page(store.page_of(20)).url == page_url(1));
  CHECK_FALSE(store.find("nobody").has_value());
  check_consistent(store);
  store.clear();
  CHECK(store.size() == 0);
  CHECK(store.whole_posts() == 0);
  CHECK_FALSE(store.find("1").has_value());
  CHECK(store.append_page(page_url(0), posts(0, 3)) == 3);
}

TEST_CASE("store: what is put in front moves every index by as many") {
  feed::Store store = filled(3);
  CHECK(store.prepend(posts(1000, 1005)) == 5);
  CHECK(store.size() == 65);
  CHECK(store.id(0) == "1000");
  CHECK(store.id(5) == "0");
  CHECK(store.page(store.page_of(5)).url == page_url(0));
  CHECK(store.page(store.page_of(0)).url.empty());
  check_consistent(store);
  CHECK(store.prepend(posts(1003, 1008)) == 3);  // some are known
  CHECK(store.id(0) == "1005");
  CHECK(store.prepend({}) == 0);
  check_consistent(store);
  CHECK(store.append_page(page_url(3), posts(60, 80)) == 20);
  check_consistent(store);
}

TEST_CASE("store: far pages are dropped, near ones stay, all can come back") {
  constexpr int kPages = 200;
  feed::Store store = filled(kPages);
  CHECK(store.whole_posts() == 4000);
  store.evict(2000);
  CHECK(store.whole_posts() <= feed::kMaxWholePosts);
  CHECK(store.whole_posts() > feed::kMaxWholePosts / 2);
  CHECK(store.size() == 4000);
  for (feed::EntryIndex e = 1700; e < 2300; ++e) CHECK(store.post(e) != nullptr);
  CHECK(store.post(0) == nullptr);
  CHECK(store.post(3999) == nullptr);
  CHECK(store.id(0) == "0");
  check_consistent(store);

  const feed::PageIndex first = store.page_of(0);
  CHECK_FALSE(store.page(first).whole);
  CHECK(store.page(first).url == page_url(0));
  // The server answers with posts of other pages and without one that was deleted.
  store.refill_page(first, posts(1, 25));
  CHECK(store.page(first).whole);
  CHECK(store.post(0) == nullptr);
  CHECK(store.post(1) != nullptr);
  CHECK(store.post(19) != nullptr);
  CHECK(store.post(20) == nullptr);
  check_consistent(store);
  const std::size_t before = store.whole_posts();
  store.refill_page(first, posts(0, 20));
  CHECK(store.whole_posts() == before + 1);
  store.refill_page(first, posts(0, 20));
  CHECK(store.whole_posts() == before + 1);
  store.refill_page(99'999, posts(0, 20));
  check_consistent(store);
}

TEST_CASE("store: dropping is not done for a little, and never for what cannot come back") {
  feed::Store store = filled(10);
  store.evict(0);
  CHECK(store.whole_posts() == 200);
  store.prepend(posts(100'000, 101'700));
  store.evict(static_cast<feed::EntryIndex>(store.size() - 1));
  for (feed::EntryIndex e = 0; e < 1700; ++e) CHECK(store.post(e) != nullptr);
  check_consistent(store);
}

TEST_CASE("store: evict and refill over a long scroll keep the bounds") {
  feed::Store store;
  for (int p = 0; p < 1000; ++p) {
    store.append_page(page_url(p), posts(p * 20, (p + 1) * 20));
    store.evict(static_cast<feed::EntryIndex>(store.size() - 1));
    REQUIRE(store.whole_posts() <= feed::kMaxWholePosts);
    REQUIRE(store.post(static_cast<feed::EntryIndex>(store.size() - 1)) != nullptr);
  }
  CHECK(store.size() == 20'000);
  check_consistent(store);
}
