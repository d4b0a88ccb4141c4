// One texture of equal cells for pictures that come in numbers: avatars, custom emoji, blurhashes.
// So a screen of them costs one draw call. The caller frees what it no longer shows. Cells touch:
// whoever paints one larger or smaller than it is keeps half a texel away from its edges.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/geometry.h"
#include "render/texture.h"

namespace render {

struct Cell {
  TextureId texture = 0;
  int index = 0;
  int x = 0;
  int y = 0;
};

class CellTexture {
 public:
  CellTexture(int cell_px, int cells_a_side);

  std::optional<Cell> take();  // none when all are taken
  void give_back(int index);   // one that is not taken, say after forget_all, is ignored
  void forget_all();
  [[nodiscard]] int cell_px() const { return cell_px_; }
  [[nodiscard]] int side_px() const { return cell_px_ * cells_a_side_; }

 private:
  int cell_px_;
  int cells_a_side_;
  std::uint32_t gl_name_ = 0;
  std::vector<int> free_;    // the next to be taken is last
  std::vector<bool> taken_;  // by index
};

}  // namespace render
