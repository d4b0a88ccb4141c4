#include "layout/comment_tree.h"

#include <string_view>
#include <unordered_map>

namespace layout {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

struct Tree {
  std::vector<std::size_t> roots;
  std::vector<std::vector<std::size_t>> children;
};

Tree build_tree(const std::vector<model::Post>& comments) {
  std::unordered_map<std::string_view, std::size_t> by_id;
  for (std::size_t i = 0; i < comments.size(); ++i) by_id.try_emplace(comments[i].id, i);
  std::vector<std::size_t> parent(comments.size(), kNone);
  Tree tree;
  tree.children.resize(comments.size());
  for (std::size_t i = 0; i < comments.size(); ++i) {
    const auto found = by_id.find(comments[i].parent_id);
    // Following the parents upwards must not come back here.
    std::size_t at = found == by_id.end() ? kNone : found->second;
    std::size_t steps = 0;
    while (at != kNone && at != i && steps++ < comments.size()) at = parent[at];
    const bool loops = found != by_id.end() && at != kNone;
    if (found == by_id.end() || loops) {
      tree.roots.push_back(i);
    } else {
      parent[i] = found->second;
      tree.children[found->second].push_back(i);
    }
  }
  return tree;
}

int count_below(const Tree& tree, std::size_t root) {
  int count = 0;
  std::vector<std::size_t> stack = tree.children[root];
  while (!stack.empty()) {
    const std::size_t at = stack.back();
    stack.pop_back();
    ++count;
    stack.insert(stack.end(), tree.children[at].begin(), tree.children[at].end());
  }
  return count;
}

}  // namespace

std::vector<TreeRow> comment_rows(const std::vector<model::Post>& comments,
                                  const TreeOptions& options) {
  const Tree tree = build_tree(comments);
  struct Pending {
    std::size_t index;
    int depth;
    bool unfolded;  // by an ancestor
  };
  std::vector<Pending> stack;
  for (auto root = tree.roots.rbegin(); root != tree.roots.rend(); ++root) {
    stack.push_back({*root, 0, false});
  }
  std::vector<TreeRow> rows;
  while (!stack.empty()) {
    const Pending at = stack.back();
    stack.pop_back();
    const std::vector<std::size_t>& children = tree.children[at.index];
    const bool unfolded = at.unfolded || options.unfolded.contains(comments[at.index].id);
    const bool fold = !unfolded && at.depth >= options.shown_depth && !children.empty();
    rows.push_back({at.index, at.depth, fold ? count_below(tree, at.index) : 0});
    if (fold) continue;
    for (auto child = children.rbegin(); child != children.rend(); ++child) {
      stack.push_back({*child, at.depth + 1, unfolded});
    }
  }
  return rows;
}

}  // namespace layout
