#include "render/ink_atlas.h"

#include <algorithm>
#include <utility>

#include "render/textures.h"

namespace render {
namespace {

constexpr int border = 1;
// Heights of shelves are multiples of this, so that styles of nearly the same size share shelves.
constexpr int height_step = 4;

constexpr int bytes_a_pixel(Paint paint) { return paint == Paint::Coverage ? 1 : 4; }

}  // namespace

InkAtlas::InkAtlas(Paint paint, int page_px, int max_pages)
    : paint_(paint), page_px_(page_px), max_pages_(max_pages) {}

const InkPlace* InkAtlas::find(const std::string& key, std::uint64_t frame) {
  const auto found = places_.find(key);
  if (found == places_.end()) return nullptr;
  found->second.used_at = frame;
  return &found->second.place;
}

std::optional<InkPlace> InkAtlas::place(const std::string& key, int w, int h, std::uint64_t frame) {
  const int side = page_px_ - border;
  if (w <= 0 || h <= 0 || w + border > side || h + border > side) return std::nullopt;

  const int span = w + border;
  const int height = std::min((h + border + height_step - 1) / height_step * height_step, side);
  const int roomy = height + height / 2;  // a low piece in a higher shelf wastes at most a third

  std::optional<Room> room = find_room(span, height, height);
  if (!room) room = open_shelf(height);
  if (!room) room = find_room(span, height, roomy);
  for (const bool all : {false, true}) {
    if (room) break;
    forget_before(all ? frame : std::min(middle_use(), frame));
    room = find_room(span, height, roomy);
    if (!room) room = open_shelf(height);
  }
  if (!room) room = find_room(span, height, side);
  if (!room) return std::nullopt;

  Held& held = places_[key];
  held.used_at = frame;
  held.place = take(*room, w, h, &held);
  return held.place;
}

void InkAtlas::forget_all() {
  for (const PageState& page : pages_) free_texture(page.gl_name);
  pages_.clear();
  places_.clear();
}

std::size_t InkAtlas::bytes() const {
  const auto side = static_cast<std::size_t>(page_px_);
  return pages_.size() * side * side * static_cast<std::size_t>(bytes_a_pixel(paint_));
}

// The lowest shelf that will do.
std::optional<InkAtlas::Room> InkAtlas::find_room(int w, int least_height, int most_height) const {
  std::optional<Room> best;
  int best_height = most_height + 1;
  for (std::size_t p = 0; p < pages_.size(); ++p) {
    const std::vector<Shelf>& shelves = pages_[p].shelves;
    for (std::size_t s = 0; s < shelves.size(); ++s) {
      const Shelf& shelf = shelves[s];
      if (shelf.widest < w || shelf.height < least_height || shelf.height >= best_height) continue;
      best = Room{p, s};
      best_height = shelf.height;
    }
  }
  return best;
}

// The top of a free shelf; a new page is one free shelf.
std::optional<InkAtlas::Room> InkAtlas::open_shelf(int height) {
  for (std::size_t p = 0; p < pages_.size(); ++p) {
    std::vector<Shelf>& shelves = pages_[p].shelves;
    for (std::size_t s = 0; s < shelves.size(); ++s) {
      if (!shelves[s].is_free() || shelves[s].height < height) continue;
      if (shelves[s].height > height) {
        Shelf below = shelves[s];
        below.y += height;
        below.height -= height;
        shelves[s].height = height;
        shelves.insert(shelves.begin() + static_cast<std::ptrdiff_t>(s) + 1, std::move(below));
      }
      return Room{p, s};
    }
  }
  if (pages_.size() >= static_cast<std::size_t>(max_pages_)) return std::nullopt;
  const int side = page_px_ - border;
  PageState page{make_texture(paint_, {page_px_, page_px_}), {}};
  page.shelves.push_back({border, side, side, {{border, side, nullptr, false}}});
  pages_.push_back(std::move(page));
  return open_shelf(height);
}

// The shelf has a free span of this width.
InkPlace InkAtlas::take(Room room, int w, int h, const Held* held) {
  const PageState& page = pages_[room.page];
  Shelf& shelf = pages_[room.page].shelves[room.shelf];
  const int span_w = w + border;
  const auto span = std::ranges::find_if(
      shelf.spans, [&](const Span& each) { return !each.held && each.w >= span_w; });
  const int x = span->x;
  if (span->dirty) {
    // The new ink covers its own rectangle only; old ink must not stay in the border on any side.
    // Left and above lie the borders of others, or what is left of free shelves that were divided
    // anew.
    const base::PixelSize size{span_w + border, shelf.height + border};
    const int row_bytes = size.w * bytes_a_pixel(paint_);
    const std::vector<std::uint8_t> zeros(static_cast<std::size_t>(row_bytes) *
                                          static_cast<std::size_t>(size.h));
    write_texture(page.gl_name, paint_, x - border, shelf.y - border, size, zeros.data(),
                  row_bytes);
  }
  const Span rest{x + span_w, span->w - span_w, nullptr, span->dirty};
  *span = {x, span_w, held, false};
  if (rest.w > 0) shelf.spans.insert(span + 1, rest);
  join_spans(shelf);
  return {texture_id(paint_, page.gl_name), static_cast<int>(room.page), x, shelf.y, w, h};
}

void InkAtlas::forget_before(std::uint64_t frame) {
  for (PageState& page : pages_) {
    for (Shelf& shelf : page.shelves) {
      for (Span& span : shelf.spans) {
        if (!span.held || span.held->used_at >= frame) continue;
        span.held = nullptr;
        span.dirty = true;
      }
      join_spans(shelf);
    }
    join_shelves(page);
  }
  std::erase_if(places_, [frame](const auto& entry) { return entry.second.used_at < frame; });
}

// The frame since which half of the places were used.
std::uint64_t InkAtlas::middle_use() const {
  if (places_.empty()) return 0;
  std::vector<std::uint64_t> uses;
  uses.reserve(places_.size());
  for (const auto& [key, held] : places_) uses.push_back(held.used_at);
  const auto middle = uses.begin() + static_cast<std::ptrdiff_t>(uses.size() / 2);
  std::ranges::nth_element(uses, middle);
  return *middle;
}

// Neighbouring free spans become one.
void InkAtlas::join_spans(Shelf& shelf) {
  std::size_t last = 0;
  for (std::size_t i = 1; i < shelf.spans.size(); ++i) {
    const Span span = shelf.spans[i];
    Span& before = shelf.spans[last];
    if (!before.held && !span.held) {
      before.w += span.w;
      before.dirty = before.dirty || span.dirty;
    } else {
      shelf.spans[++last] = span;
    }
  }
  shelf.spans.resize(last + 1);
  shelf.widest = 0;
  for (const Span& span : shelf.spans) {
    if (!span.held) shelf.widest = std::max(shelf.widest, span.w);
  }
}

// So do neighbouring free shelves, since other styles need other heights.
void InkAtlas::join_shelves(PageState& page) {
  std::vector<Shelf> joined;
  for (Shelf& shelf : page.shelves) {
    if (!joined.empty() && joined.back().is_free() && shelf.is_free()) {
      joined.back().height += shelf.height;
      joined.back().spans[0].dirty = joined.back().spans[0].dirty || shelf.spans[0].dirty;
    } else {
      joined.push_back(std::move(shelf));
    }
  }
  page.shelves = std::move(joined);
}

}  // namespace render
