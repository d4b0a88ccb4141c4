#include "core/language_mix.h"

#include <algorithm>
#include <utility>

#include "model/detect.h"
#include "model/language.h"
#include "model/post.h"

namespace core {
namespace {

constexpr std::size_t kMostShares = 5;  // with the rest as one of them

}  // namespace

void LanguageMix::add(const std::vector<model::Post>& posts) {
  for (const model::Post& post : posts) ++counts_[model::language_of(post).tag()];
  int total = 0;
  std::vector<std::pair<std::string, int>> named;
  for (const auto& [tag, count] : counts_) {
    total += count;
    if (!tag.empty()) named.emplace_back(tag, count);
  }
  std::stable_sort(named.begin(), named.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  named.resize(std::min(named.size(), kMostShares - 1));

  shares_.clear();
  int rest = total;
  const auto put = [&](std::string tag, std::string name, int count) {
    shares_.push_back({std::move(tag), std::move(name),
                       static_cast<float>(count) / static_cast<float>(total),
                       static_cast<int>(shares_.size())});
    rest -= count;
  };
  for (const auto& [tag, count] : named) {
    put(tag, model::chip_label(model::parse_language(tag)), count);
  }
  if (rest > 0) put("", "", rest);
}

}  // namespace core
