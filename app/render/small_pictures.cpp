#include "render/small_pictures.h"

#include "render/textures.h"

namespace render {

CellTexture::CellTexture(int cell_px, int cells_a_side)
    : cell_px_(cell_px), cells_a_side_(cells_a_side) {}

std::optional<Cell> CellTexture::take() {
  if (gl_name_ == 0) {
    gl_name_ = make_texture(Paint::Color, {side_px(), side_px()});
    const int cells = cells_a_side_ * cells_a_side_;
    taken_.assign(static_cast<std::size_t>(cells), false);
    for (int index = cells - 1; index >= 0; --index) free_.push_back(index);
  }
  if (free_.empty()) return std::nullopt;
  const int index = free_.back();
  free_.pop_back();
  taken_[static_cast<std::size_t>(index)] = true;
  return Cell{texture_id(Paint::Color, gl_name_), index, index % cells_a_side_ * cell_px_,
              index / cells_a_side_ * cell_px_};
}

void CellTexture::give_back(int index) {
  const auto at = static_cast<std::size_t>(index);
  if (index < 0 || at >= taken_.size() || !taken_[at]) return;
  taken_[at] = false;
  free_.push_back(index);
}

void CellTexture::forget_all() {
  free_texture(gl_name_);
  gl_name_ = 0;
  free_.clear();
  taken_.clear();
}

}  // namespace render
