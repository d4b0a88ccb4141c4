#include "ui/picture_store.h"

#include <algorithm>

#include "base/blurhash.h"
#include "render/textures.h"

namespace ui {
namespace {

constexpr int kSmallCellPx = 128;  // an avatar of 40 points at scale 3
constexpr int kSmallCells = 16;    // a side: 256 avatars and emoji in 16 MB
constexpr int kBlurCellPx = 32;
constexpr int kBlurCells = 16;

// Half a texel inside the cell, so that neighbours do not bleed in.
UvRect cell_uv(const render::Cell& cell, base::PixelSize size, int side_px) {
  const auto side = static_cast<float>(side_px);
  return {(static_cast<float>(cell.x) + 0.5F) / side, (static_cast<float>(cell.y) + 0.5F) / side,
          (static_cast<float>(cell.x + size.w) - 0.5F) / side,
          (static_cast<float>(cell.y + size.h) - 0.5F) / side};
}

}  // namespace

PictureStore::PictureStore()
    : small_(kSmallCellPx, kSmallCells), blur_cells_(kBlurCellPx, kBlurCells) {}

void PictureStore::expect(const ports::ImageRequest& request) {
  slots_[request.slot].small = request.small;
}

void PictureStore::drop(ports::ImageSlot slot) {
  const auto found = slots_.find(slot);
  if (found == slots_.end()) return;
  if (found->second.cell >= 0) {
    small_.give_back(found->second.cell);
  } else if (found->second.picture.texture != 0) {
    render::free_texture(render::gl_name_of(found->second.picture.texture));
  }
  slots_.erase(found);
}

PictureStore::Target PictureStore::target(ports::ImageSlot slot, base::PixelSize size) {
  const auto found = slots_.find(slot);
  if (found == slots_.end()) return {};
  Slot& wanted = found->second;
  wanted.picture.size = size;
  if (wanted.small && size.w <= kSmallCellPx && size.h <= kSmallCellPx) {
    const std::optional<render::Cell> cell = small_.take();
    if (!cell) return {};
    wanted.cell = cell->index;
    wanted.picture.texture = cell->texture;
    wanted.picture.uv = cell_uv(*cell, size, small_.side_px());
    return {render::gl_name_of(cell->texture), cell->x, cell->y, false};
  }
  const std::uint32_t name = render::name_texture();
  wanted.picture.texture = render::texture_id(render::Paint::Color, name);
  return {name, 0, 0, true};
}

const StoredPicture* PictureStore::find(ports::ImageSlot slot) const {
  const auto found = slots_.find(slot);
  return found == slots_.end() || found->second.picture.texture == 0 ? nullptr
                                                                     : &found->second.picture;
}

const StoredPicture* PictureStore::blur(const std::string& blurhash) {
  if (blurhash.empty()) return nullptr;
  const auto known = blurs_.find(blurhash);
  if (known != blurs_.end()) return known->second.texture == 0 ? nullptr : &known->second;
  const std::vector<std::uint8_t> pixels =
      base::decode_blurhash(blurhash, kBlurCellPx, kBlurCellPx);
  StoredPicture picture;
  if (!pixels.empty()) {
    std::optional<render::Cell> cell = blur_cells_.take();
    if (!cell) {
      // All cells hold blurs of pictures long scrolled past: start over, the visible ones come
      // back.
      blurs_.clear();
      blur_cells_.forget_all();
      cell = blur_cells_.take();
    }
    if (cell) {
      const base::PixelSize size{kBlurCellPx, kBlurCellPx};
      render::write_texture(render::gl_name_of(cell->texture), render::Paint::Color, cell->x,
                            cell->y, size, pixels.data(), kBlurCellPx * 4);
      picture = {cell->texture, cell_uv(*cell, size, blur_cells_.side_px()), size};
    }
  }
  StoredPicture& stored = blurs_[blurhash] = picture;
  return stored.texture == 0 ? nullptr : &stored;
}

void PictureStore::forget_all() {
  slots_.clear();
  blurs_.clear();
  small_.forget_all();
  blur_cells_.forget_all();
}

std::size_t PictureStore::bytes() const {
  std::size_t bytes =
      static_cast<std::size_t>(small_.side_px()) * static_cast<std::size_t>(small_.side_px()) * 4;
  bytes += static_cast<std::size_t>(blur_cells_.side_px()) *
           static_cast<std::size_t>(blur_cells_.side_px()) * 4;
  for (const auto& [slot, stored] : slots_) {
    if (stored.cell >= 0) continue;
    bytes += static_cast<std::size_t>(stored.picture.size.w) *
             static_cast<std::size_t>(stored.picture.size.h) * 4;
  }
  return bytes;
}

}  // namespace ui
