#include "text/measure_cache.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "text/measure_cache_impl.h"

namespace text {
namespace {

// Half a cache: some 60,000 pieces, ten times what a long session of reading meets in one style.
constexpr std::size_t kGenerationBytes = 2u << 20;
// Styles times languages times directions; real use stays under a hundred.
constexpr std::size_t kMaxContexts = 512;
// Bounds the time of a text made to collide: further entries take the last place looked at.
constexpr std::uint32_t kMaxProbes = 48;

std::uint32_t hash_of(std::uint32_t context, std::string_view piece) {
  std::uint64_t hash = 0x9E3779B97F4A7C15u ^ (std::uint64_t{piece.size()} << 32) ^ context;
  std::size_t at = 0;
  while (at < piece.size()) {
    std::uint64_t word = 0;
    const std::size_t count = piece.size() - at < 8 ? piece.size() - at : 8;
    std::memcpy(&word, piece.data() + at, count);
    hash = (hash ^ word) * 0xFF51AFD7ED558CCDu;
    hash ^= hash >> 32;
    at += count;
  }
  return static_cast<std::uint32_t>(hash ^ (hash >> 29));
}

}  // namespace

std::size_t MeasureCache::Impl::Generation::bytes() const {
  return entries.capacity() * sizeof(Entry) + table.capacity() * sizeof(table[0]) +
         texts.capacity();
}

const MeasureCache::Impl::Entry* MeasureCache::Impl::Generation::find(
    std::uint32_t hash, std::uint32_t context, std::string_view piece) const {
  if (table.empty()) return nullptr;
  const std::size_t mask = table.size() - 1;
  for (std::uint32_t probe = 0; probe < kMaxProbes; ++probe) {
    const std::uint32_t index = table[(hash + probe) & mask];
    if (index == 0) return nullptr;
    const Entry& entry = entries[index - 1];
    if (entry.hash == hash && entry.context == context &&
        std::string_view(texts).substr(entry.text, entry.size) == piece) {
      return &entry;
    }
  }
  return nullptr;
}

std::uint32_t MeasureCache::Impl::Generation::add(std::uint32_t hash, std::uint32_t context,
                                                  std::string_view piece, float width) {
  if (entries.size() * 2 >= table.size()) grow();
  const auto index = static_cast<std::uint32_t>(entries.size());
  entries.push_back({hash, context, static_cast<std::uint32_t>(texts.size()),
                     static_cast<std::uint32_t>(piece.size()), width});
  texts.append(piece);
  enter(index);
  return index;
}

void MeasureCache::Impl::Generation::enter(std::uint32_t index) {
  const std::size_t mask = table.size() - 1;
  const std::uint32_t hash = entries[index].hash;
  for (std::uint32_t probe = 0; probe < kMaxProbes; ++probe) {
    std::uint32_t& place = table[(hash + probe) & mask];
    if (place != 0 && probe + 1 < kMaxProbes) continue;
    place = index + 1;
    return;
  }
}

void MeasureCache::Impl::Generation::grow() {
  table.assign(table.empty() ? 1024 : table.size() * 2, 0);
  for (std::uint32_t i = 0; i < entries.size(); ++i) enter(i);
}

void MeasureCache::Impl::Generation::clear() { *this = Generation(); }

void MeasureCache::Impl::begin(std::uint32_t revision) {
  if (revision != revision_ || contexts_.size() > kMaxContexts) clear();
  revision_ = revision;
}

std::uint32_t MeasureCache::Impl::context(const ports::InkStyle& style, std::string_view language,
                                          ports::Direction direction) {
  for (std::uint32_t i = 0; i < contexts_.size(); ++i) {
    const Context& known = contexts_[i];
    if (known.style == style && known.direction == direction && known.language == language) {
      return i;
    }
  }
  contexts_.push_back({style, std::string(language), direction, {}});
  return static_cast<std::uint32_t>(contexts_.size() - 1);
}

std::uint32_t MeasureCache::Impl::want(std::uint32_t context, std::string_view piece) {
  const std::uint32_t hash = hash_of(context, piece);
  const Entry* young = young_.find(hash, context, piece);
  const Entry* old = young == nullptr ? old_.find(hash, context, piece) : nullptr;
  const std::uint32_t ticket =
      young != nullptr ? static_cast<std::uint32_t>(young - young_.entries.data())
                       : young_.add(hash, context, piece, old != nullptr ? old->width : kUnknown);
  float& width = young_.entries[ticket].width;
  if (width == kUnknown) {
    width = kAsked;
    contexts_[context].pending.push_back(ticket);
  }
  return ticket;
}

void MeasureCache::Impl::measure(ports::Glyphs& glyphs) {
  std::string text;
  std::vector<std::uint32_t> ends;
  std::vector<float> widths;
  for (Context& context : contexts_) {
    const auto count =
        static_cast<std::size_t>(std::min<std::uint64_t>(room, context.pending.size()));
    for (std::size_t i = count; i < context.pending.size(); ++i) {
      young_.entries[context.pending[i]].width = kUnknown;
      ran_short = true;
    }
    context.pending.resize(count);
    if (count == 0) continue;
    text.clear();
    ends.clear();
    for (const std::uint32_t ticket : context.pending) {
      const Entry& entry = young_.entries[ticket];
      text.append(young_.texts, entry.text, entry.size);
      ends.push_back(static_cast<std::uint32_t>(text.size()));
    }
    widths.assign(ends.size(), 0);
    glyphs.measure(text, ends, {context.style, context.language, context.direction}, widths);
    for (std::size_t i = 0; i < count; ++i) {
      young_.entries[context.pending[i]].width = widths[i];
    }
    pieces_measured += count;
    if (room != kNoLimit) room -= count;
    context.pending.clear();
  }
}

void MeasureCache::Impl::trim() {
  if (young_.bytes() <= kGenerationBytes) return;
  old_ = std::move(young_);
  young_.clear();
  // One hostile text can fill more than a generation: nothing of it is worth keeping.
  if (old_.bytes() > 2 * kGenerationBytes) old_.clear();
}

void MeasureCache::Impl::clear() {
  contexts_.clear();
  young_.clear();
  old_.clear();
}

MeasureCache::MeasureCache() : impl_(std::make_unique<Impl>()) {}
MeasureCache::~MeasureCache() = default;

void MeasureCache::set_room(std::uint64_t pieces) {
  impl_->room = pieces;
  impl_->ran_short = false;
}
bool MeasureCache::ran_short() const { return impl_->ran_short; }

std::uint64_t MeasureCache::pieces_measured() const { return impl_->pieces_measured; }
std::size_t MeasureCache::bytes() const { return impl_->bytes(); }

}  // namespace text
