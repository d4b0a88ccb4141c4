#include "layout/comment_tree.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace {

using Posts = std::vector<model::Post>;

model::Post comment(std::string id, std::string parent) {
  model::Post post;
  post.id = std::move(id);
  post.parent_id = std::move(parent);
  return post;
}

// "a0 b1 c2+3": id, depth, folded replies.
std::string rows(const Posts& comments, int shown_depth = 99,
                 const std::set<std::string>& unfolded = {}) {
  std::string out;
  for (const layout::TreeRow& row : layout::comment_rows(comments, {shown_depth, unfolded})) {
    if (!out.empty()) out += ' ';
    out += comments[row.index].id + std::to_string(row.depth);
    if (row.folded_replies > 0) out += "+" + std::to_string(row.folded_replies);
  }
  return out;
}

Posts chain(int length) {
  Posts posts;
  for (int i = 0; i < length; ++i) {
    posts.push_back(comment(std::string(1, static_cast<char>('a' + i)),
                            i == 0 ? "post" : std::string(1, static_cast<char>('a' + i - 1))));
  }
  return posts;
}

}  // namespace

TEST_CASE("comments: answers stand below what they answer, in the server's order") {
  CHECK(rows({}).empty());
  CHECK(rows({comment("a", "post"), comment("b", "post"), comment("c", "a"), comment("d", "c"),
              comment("e", "a")}) == "a0 c1 d2 e1 b0");
  // The server may send an answer before what it answers.
  CHECK(rows({comment("c", "b"), comment("b", "a"), comment("a", "post")}) == "a0 b1 c2");
}

TEST_CASE("comments: without its parent a comment hangs from the post") {
  CHECK(rows({comment("a", "gone"), comment("b", "a"), comment("c", "")}) == "a0 b1 c0");
}

TEST_CASE("comments: cycles are cut and nobody is lost") {
  CHECK(rows({comment("a", "a")}) == "a0");
  CHECK(rows({comment("a", "b"), comment("b", "a")}) == "b0 a1");
  const std::string three =
      rows({comment("a", "c"), comment("b", "a"), comment("c", "b"), comment("d", "b")});
  CHECK(std::count(three.begin(), three.end(), ' ') == 3);
  std::mt19937 random(5);
  for (int round = 0; round < 100; ++round) {
    Posts posts;
    for (int i = 0; i < 30; ++i) {
      posts.push_back(comment(std::to_string(i), std::to_string(random() % 33)));
    }
    const std::set<std::string> none;
    std::vector<std::size_t> seen;
    for (const layout::TreeRow& row : layout::comment_rows(posts, {99, none})) {
      CHECK(row.depth >= 0);
      CHECK(row.depth < 30);
      seen.push_back(row.index);
    }
    std::sort(seen.begin(), seen.end());
    CHECK(seen.size() == posts.size());
    CHECK(std::adjacent_find(seen.begin(), seen.end()) == seen.end());
  }
}

TEST_CASE("comments: equal ids keep their places") {
  const std::string both = rows({comment("a", "post"), comment("a", "post"), comment("b", "a")});
  CHECK(both == "a0 b1 a0");
}

TEST_CASE("comments: deep answers are folded until asked for") {
  CHECK(rows(chain(6), 2) == "a0 b1 c2+3");
  CHECK(rows(chain(3), 2) == "a0 b1 c2");
  CHECK(rows(chain(6), 2, {"c"}) == "a0 b1 c2 d3 e4 f5");
  CHECK(rows(chain(6), 2, {"a"}) == "a0 b1 c2 d3 e4 f5");
  CHECK(rows(chain(6), 0) == "a0+5");
  Posts wide = chain(3);
  for (const char* id : {"x", "y", "z"}) wide.push_back(comment(id, "c"));
  wide.push_back(comment("w", "x"));
  CHECK(rows(wide, 2) == "a0 b1 c2+4");
  CHECK(rows(wide, 2, {"unknown"}) == "a0 b1 c2+4");
}

TEST_CASE("comments: a chain of thousands costs no stack and little time") {
  Posts posts;
  for (int i = 0; i < 4000; ++i) posts.push_back(comment(std::to_string(i), std::to_string(i - 1)));
  const std::set<std::string> none;
  const auto all = layout::comment_rows(posts, {10'000, none});
  REQUIRE(all.size() == 4000);
  CHECK(all.back().depth == 3999);
  CHECK(layout::comment_rows(posts, {2, none}).back().folded_replies == 3997);
}
