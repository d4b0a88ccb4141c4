// The labels of controls as paragraphs, kept from one step to the next: controls are made anew in
// every step, and nearly all of them say what they said before. Not for posts' texts, whose cards
// are kept whole.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "base/lru.h"
#include "layout/box.h"
#include "layout/text_part.h"

namespace core {

// A window with a post open shows some forty; the rest is for what comes and goes.
inline constexpr std::size_t kMaxLabels = 256;

class LabelCache {
 public:
  // The same words, type, width and lines give the same paragraph until the fonts change.
  std::shared_ptr<const layout::TextBlock> label(const std::string& words, const layout::Type& type,
                                                 const text::BreakOptions& options,
                                                 layout::Measurer measurer);

 private:
  base::Lru<std::string, std::shared_ptr<const layout::TextBlock>> labels_{kMaxLabels};
  std::uint32_t fonts_revision_ = 0;
};

}  // namespace core
