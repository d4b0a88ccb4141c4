// The inside of the measure cache, for measured.cpp only. Two generations: what was not asked for
// while the young one filled up is forgotten with the old one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/measure_cache.h"

namespace text {

struct MeasureCache::Impl {
  // A batch: begin, then any number of context and want, measure, any number of width, trim.
  void begin(std::uint32_t revision);
  std::uint32_t context(const ports::InkStyle& style, std::string_view language,
                        ports::Direction direction);
  // A ticket for width(), good until trim().
  std::uint32_t want(std::uint32_t context, std::string_view piece);
  void measure(ports::Glyphs& glyphs);
  // Negative if there was no room to measure it.
  [[nodiscard]] float width(std::uint32_t ticket) const { return young_.entries[ticket].width; }
  void trim();

  [[nodiscard]] std::size_t bytes() const { return young_.bytes() + old_.bytes(); }
  std::uint64_t pieces_measured = 0;
  std::uint64_t room = kNoLimit;
  bool ran_short = false;

 private:
  // Instead of a width.
  static constexpr float kUnknown = -1;  // there was no room to measure it
  static constexpr float kAsked = -2;    // waits in a context's pending

  struct Entry {
    std::uint32_t hash = 0;
    std::uint32_t context = 0;
    std::uint32_t text = 0;  // where it starts in texts
    std::uint32_t size = 0;
    float width = 0;
  };

  struct Generation {
    std::vector<Entry> entries;
    std::vector<std::uint32_t> table;  // index of an entry + 1; 0: free
    std::string texts;

    [[nodiscard]] std::size_t bytes() const;
    [[nodiscard]] const Entry* find(std::uint32_t hash, std::uint32_t context,
                                    std::string_view piece) const;
    std::uint32_t add(std::uint32_t hash, std::uint32_t context, std::string_view piece,
                      float width);
    void clear();

   private:
    void enter(std::uint32_t index);
    void grow();
  };

  struct Context {
    ports::InkStyle style;
    std::string language;
    ports::Direction direction = ports::Direction::LeftToRight;
    std::vector<std::uint32_t> pending;  // entries that wait for their width
  };

  void clear();

  std::uint32_t revision_ = 0;
  std::vector<Context> contexts_;
  Generation young_;
  Generation old_;
};

}  // namespace text
