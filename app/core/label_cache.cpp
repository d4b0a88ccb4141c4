#include "core/label_cache.h"

#include <bit>
#include <utility>

namespace core {
namespace {

void append_bits(std::string& key, std::uint32_t bits) {
  for (int shift = 0; shift < 32; shift += 8) key += static_cast<char>((bits >> shift) & 255);
}

// Numbers by their bits, which is asked for some forty times a step. The words last: nothing in
// front of them can be taken for a part of them.
std::string key_of(const std::string& words, const layout::Type& type,
                   const text::BreakOptions& options) {
  std::string key;
  for (const float number : {type.size_pt, type.line_pt, options.width_pt}) {
    append_bits(key, std::bit_cast<std::uint32_t>(number));
  }
  append_bits(key, type.weight | (type.tabular ? 1U << 16 : 0U));
  append_bits(key, static_cast<std::uint32_t>(options.max_lines));
  append_bits(key, static_cast<std::uint32_t>(options.align));
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
