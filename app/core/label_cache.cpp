#include "core/label_cache.h"

#include <utility>

namespace core {
namespace {

// The words last: nothing in front of them can be taken for a part of them.
std::string key_of(const std::string& words, const layout::Type& type,
                   const text::BreakOptions& options) {
  std::string key;
  for (const float number : {type.size_pt, type.line_pt, options.width_pt}) {
    key += std::to_string(number) + ' ';
  }
  for (const int number : {static_cast<int>(type.weight), static_cast<int>(type.tabular),
                           options.max_lines, static_cast<int>(options.align)}) {
    key += std::to_string(number) + ' ';
  }
  return key + words;
}

}  // namespace

std::shared_ptr<const layout::TextBlock> LabelCache::label(const std::string& words,
                                                           const layout::Type& type,
                                                           const text::BreakOptions& options,
                                                           layout::Measurer measurer) {
  if (measurer.glyphs.revision() != fonts_revision_) labels_.clear();
  fonts_revision_ = measurer.glyphs.revision();
  std::string key = key_of(words, type, options);
  if (const auto* known = labels_.find(key)) return *known;
  return labels_.put(std::move(key), std::make_shared<const layout::TextBlock>(
                                         layout::build_label(words, type, options, measurer)));
}

}  // namespace core
