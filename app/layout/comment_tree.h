// The comments of a post in reading order, from a flat list with parents. A comment whose parent is
// not there hangs from the post itself; cycles (a hostile server) are cut.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "model/post.h"

namespace layout {

struct TreeRow {
  std::size_t index = 0;   // into the flat list
  int depth = 0;           // 0: answers the post
  int folded_replies = 0;  // comments below it that are not shown
};

struct TreeOptions {
  int shown_depth = 2;  // deeper replies are folded unless an ancestor is unfolded
  const std::set<std::string>& unfolded;
};

std::vector<TreeRow> comment_rows(const std::vector<model::Post>& comments,
                                  const TreeOptions& options);

}  // namespace layout
