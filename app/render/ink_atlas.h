// Places for inked text in a few large textures: rows of equal height (shelves), filled left to
// right. When all pages are full, the places used longest ago are forgotten, half of them at once.
// (Not whole pages: some common word of every page is on the screen in every frame.) One atlas for
// coverage, one for emoji. Whoever is given a place fills all of it; around it stays an empty
// border of one pixel.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/geometry.h"
#include "render/texture.h"

namespace render {

struct InkPlace {
  TextureId texture = 0;
  int page = 0;
  int x = 0;  // pixels in the texture; the ink's own rectangle, without the empty border around it
  int y = 0;
  int w = 0;
  int h = 0;
};

class InkAtlas {
 public:
  InkAtlas(Paint paint, int page_px, int max_pages);

  // The place of a piece that is there; marks it as used in this frame, so that it stays until the
  // next.
  const InkPlace* find(const std::string& key, std::uint64_t frame);
  // A new place of w x h pixels. None when it is empty or does not fit a page, or when there is no
  // room beside what is in use in this frame.
  std::optional<InkPlace> place(const std::string& key, int w, int h, std::uint64_t frame);

  void forget_all();  // after a lost context or a change of scale
  [[nodiscard]] std::size_t bytes() const;
  [[nodiscard]] int page_px() const { return page_px_; }

 private:
  struct Held {
    InkPlace place;
    std::uint64_t used_at = 0;
  };
  struct Span {  // of a shelf, including the border right of the ink
    int x = 0;
    int w = 0;
    const Held* held = nullptr;  // in places_, where addresses stay; none: free
    bool dirty = false;          // free, with old ink
  };
  struct Shelf {
    int y = 0;
    int height = 0;           // including the border below
    int widest = 0;           // of the free spans
    std::vector<Span> spans;  // from left to right, without gaps
    [[nodiscard]] bool is_free() const { return spans.size() == 1 && !spans[0].held; }
  };
  struct PageState {
    std::uint32_t gl_name = 0;
    std::vector<Shelf> shelves;  // from top to bottom, without gaps
  };
  struct Room {
    std::size_t page = 0;
    std::size_t shelf = 0;
  };
  [[nodiscard]] std::optional<Room> find_room(int w, int least_height, int most_height) const;
  std::optional<Room> open_shelf(int height);
  InkPlace take(Room room, int w, int h, const Held* held);
  void forget_before(std::uint64_t frame);
  [[nodiscard]] std::uint64_t middle_use() const;
  static void join_spans(Shelf& shelf);
  static void join_shelves(PageState& page);

  Paint paint_;
  int page_px_;
  int max_pages_;
  std::vector<PageState> pages_;
  std::unordered_map<std::string, Held> places_;
};

}  // namespace render
