#include "text/bidi.h"

#include <SheenBidi/SheenBidi.h>

#include <algorithm>
#include <utility>

#include "text/characters.h"

namespace text {
namespace {

constexpr std::uint32_t kObject = 0xFFFC;  // neutral; what an isolate is to its paragraph

// Code points of one paragraph, or of one isolate in it, with their levels.
struct Stretch {
  std::vector<std::uint32_t> codes;
  std::vector<std::uint8_t> level;
  std::uint8_t base = 0;
};

// Rule L1, the part that does not depend on lines: tabs, and white space before them, take the
// paragraph's level. Line ends are left out of what is reordered (place_line).
void reset_tabs(Stretch& stretch) {
  for (std::size_t i = stretch.codes.size(); i-- > 0;) {
    if (stretch.codes[i] != '\t') continue;
    std::size_t at = i;
    for (;;) {
      stretch.level[at] = stretch.base;
      if (at == 0) break;
      const std::uint32_t before = stretch.codes[at - 1];
      if (before == '\t' || (!is_space(before) && !is_hidden(before))) break;
      --at;
    }
    i = at;
  }
}

// Rules P2 to I2.
void resolve(Stretch& stretch, ports::Direction fallback) {
  const std::size_t count = stretch.codes.size();
  const bool right_to_left = fallback == ports::Direction::RightToLeft;
  stretch.base = 0;
  stretch.level.assign(count, 0);
  if (count == 0 || (!right_to_left && std::none_of(stretch.codes.begin(), stretch.codes.end(),
                                                    may_be_right_to_left))) {
    return;
  }
  const SBCodepointSequence sequence = {SBStringEncodingUTF32, stretch.codes.data(), count};
  SBAlgorithmRef algorithm = SBAlgorithmCreate(&sequence);
  if (algorithm == nullptr) return;
  SBParagraphRef paragraph = SBAlgorithmCreateParagraph(
      algorithm, 0, count, right_to_left ? SBLevelDefaultRTL : SBLevelDefaultLTR);
  if (paragraph != nullptr) {
    const SBLevel* levels = SBParagraphGetLevelsPtr(paragraph);
    const SBUInteger length = std::min<SBUInteger>(SBParagraphGetLength(paragraph), count);
    stretch.base = SBParagraphGetBaseLevel(paragraph);
    std::fill(stretch.level.begin(), stretch.level.end(), stretch.base);
    std::copy(levels, levels + length, stretch.level.data());
    SBParagraphRelease(paragraph);
  }
  SBAlgorithmRelease(algorithm);
  reset_tabs(stretch);
}

class Finder {
 public:
  Finder(const Codes& codes, ports::Direction fallback, const std::vector<Isolate>& isolates)
      : codes_(codes), fallback_(fallback), isolates_(isolates) {
    out_.level.assign(codes.size(), 0);
    out_.base.assign(codes.size(), 0);
    if (isolates.empty()) return;
    out_.isolate.assign(codes.size(), 0);
    out_.around.assign(codes.size(), 0);
  }

  Levels find() {
    for (std::uint32_t first = 0; first < codes_.size();) {
      std::uint32_t end = first;
      while (end < codes_.size() && !ends_paragraph(codes_.plain[end])) ++end;
      // CR LF is one; and what ends the paragraph is in no isolate.
      const std::uint32_t next = end < codes_.size() ? codes_.cluster_end(end) : end;
      add_paragraph(first, end, next);
      first = next;
    }
    return std::move(out_);
  }

 private:
  // [first, end) and its line end up to next.
  void add_paragraph(std::uint32_t first, std::uint32_t end, std::uint32_t next) {
    outer_.codes.clear();
    objects_.clear();
    for (std::uint32_t i = first; i < next;) {
      const std::uint32_t stop = i < end ? isolate_end(i, end) : i;
      if (stop > i) objects_.push_back({i, stop, isolate_ + 1});
      outer_.codes.push_back(stop > i ? kObject : codes_.plain[i]);
      i = stop > i ? stop : i + 1;
    }
    resolve(outer_, fallback_);
    std::fill(out_.base.data() + first, out_.base.data() + next, outer_.base);
    std::size_t object = 0;
    std::uint32_t i = first;
    for (const std::uint8_t level : outer_.level) {
      if (object < objects_.size() && objects_[object].first == i) {
        add_isolate(objects_[object], level);
        i = objects_[object++].end;
      } else {
        out_.level[i++] = level;
      }
    }
  }

  struct Object {
    std::uint32_t first = 0;
    std::uint32_t end = 0;
    std::uint32_t isolate = 0;
  };

  // Where the isolate that holds the code point ends, within the paragraph; index if none does.
  [[nodiscard]] std::uint32_t isolate_end(std::uint32_t index, std::uint32_t paragraph_end) {
    const std::uint32_t byte = codes_.offset[index];
    while (isolate_ < isolates_.size() && isolates_[isolate_].end <= byte) ++isolate_;
    if (isolate_ >= isolates_.size() || isolates_[isolate_].begin > byte) return index;
    std::uint32_t end = index;
    while (end < paragraph_end && codes_.offset[end] < isolates_[isolate_].end) ++end;
    return end;
  }

  // around: the level of the whole. What is inside lies at or above it, in its own direction.
  void add_isolate(const Object& object, std::uint8_t around) {
    inner_.codes.assign(codes_.plain.data() + object.first, codes_.plain.data() + object.end);
    resolve(inner_, ports::Direction::LeftToRight);
    std::uint8_t lift = 0;
    while (inner_.base + lift < around) lift += 2;
    for (std::uint32_t i = object.first; i < object.end; ++i) {
      out_.level[i] = static_cast<std::uint8_t>(inner_.level[i - object.first] + lift);
      out_.isolate[i] = object.isolate;
      out_.around[i] = around;
    }
  }

  const Codes& codes_;
  ports::Direction fallback_;
  const std::vector<Isolate>& isolates_;
  std::uint32_t isolate_ = 0;  // the first that may still hold something
  Stretch outer_;
  Stretch inner_;
  std::vector<Object> objects_;
  Levels out_;
};

}  // namespace

Levels find_levels(const Codes& codes, ports::Direction fallback,
                   const std::vector<Isolate>& isolates) {
  return Finder(codes, fallback, isolates).find();
}

std::vector<std::uint32_t> visual_order(const std::vector<std::uint8_t>& levels) {
  const auto count = static_cast<std::uint32_t>(levels.size());
  std::vector<std::uint32_t> order(count);
  std::uint8_t highest = 0;
  std::uint8_t lowest_odd = 255;
  for (std::uint32_t i = 0; i < count; ++i) {
    order[i] = i;
    highest = std::max(highest, levels[i]);
    if ((levels[i] & 1) != 0) lowest_odd = std::min(lowest_odd, levels[i]);
  }
  for (unsigned level = highest; level >= lowest_odd; --level) {
    for (std::uint32_t i = 0; i < count; ++i) {
      if (levels[order[i]] < level) continue;
      const std::uint32_t from = i;
      while (i < count && levels[order[i]] >= level) ++i;
      std::reverse(order.data() + from, order.data() + i);
    }
  }
  return order;
}

}  // namespace text
