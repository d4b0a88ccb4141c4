// The textures of pictures, by the slots that the core names them with; and the blurhashes that
// stand in for them.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

#include "base/geometry.h"
#include "ports/images.h"
#include "render/small_pictures.h"
#include "render/texture.h"
#include "ui/canvas.h"

namespace ui {

struct StoredPicture {
  render::TextureId texture = 0;
  UvRect uv;
  base::PixelSize size;
};

class PictureStore {
 public:
  PictureStore();

  void expect(const ports::ImageRequest& request);
  void drop(ports::ImageSlot slot);

  // Where a decoded picture goes. gl_name 0: nobody wants it any more.
  struct Target {
    std::uint32_t gl_name = 0;
    int x = 0;
    int y = 0;
    bool whole = false;  // the texture gets its storage with this picture
  };
  Target target(ports::ImageSlot slot, base::PixelSize size);

  [[nodiscard]] const StoredPicture* find(ports::ImageSlot slot) const;
  // Null for what is no blurhash.
  const StoredPicture* blur(const std::string& blurhash);

  void forget_all();  // after a lost context
  [[nodiscard]] std::size_t bytes() const;

 private:
  struct Slot {
    StoredPicture picture;
    bool small = false;
    int cell = -1;
  };
  std::unordered_map<ports::ImageSlot, Slot> slots_;
  std::unordered_map<std::string, StoredPicture> blurs_;
  render::CellTexture small_;
  render::CellTexture blur_cells_;
};

}  // namespace ui
