// Making, filling and freeing textures. All are linear, clamped, without mip levels.
#pragma once

#include <cstdint>

#include "base/geometry.h"
#include "render/texture.h"

namespace render {

// Storage, all zero.
std::uint32_t make_texture(Paint paint, base::PixelSize size);
// A name without storage: the page gives it a picture's (texImage2D).
std::uint32_t name_texture();
// Pixels of 1 or 4 bytes into a rectangle; `row_bytes` from one row of `pixels` to the next.
void write_texture(std::uint32_t gl_name, Paint paint, int x, int y, base::PixelSize size,
                   const std::uint8_t* pixels, int row_bytes);
void free_texture(std::uint32_t gl_name);

}  // namespace render
