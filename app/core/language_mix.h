// The languages of the posts that are loaded, as shares: counted as they come, not looked for in
// each frame.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace model {
struct Post;
}

namespace core {

struct LanguageShare {
  std::string tag;   // empty: all that are not shown by themselves
  std::string name;  // as a chip says it; empty with the tag
  float share = 0;   // of all posts, 0 to 1
  int hue = 0;       // which language colour
};

class LanguageMix {
 public:
  void add(const std::vector<model::Post>& posts);
  // Most first.
  [[nodiscard]] const std::vector<LanguageShare>& shares() const { return shares_; }

 private:
  std::map<std::string, int> counts_;  // tag -> posts; "": unknown
  std::vector<LanguageShare> shares_;
};

}  // namespace core
