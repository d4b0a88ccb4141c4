// Media that only the DOM can show: a playing video over the canvas, and, under holes in it,
// pictures of servers that let the page show them but not read their pixels.
#pragma once

#include <map>
#include <string>

#include "core/state.h"

namespace platform {

class DomMedia {
 public:
  // Once a frame: tells the page what is new, has moved or is gone.
  void show(const core::State& state);

 private:
  struct Item {
    int kind = 0;
    std::string url;
    std::string poster;
    std::string label;
    base::Rect rect;
    float clip_top = 0;
    float clip_bottom = 0;
    float radius = 0;
    bool operator==(const Item&) const = default;
  };
  using Items = std::map<std::string, Item>;
  static void add_video(const core::State& state, Items& items);
  static void add_feed_pictures(const core::State& state, Items& items);
  static void add_post_picture(const core::State& state, Items& items);

  Items shown_;
};

}  // namespace platform
