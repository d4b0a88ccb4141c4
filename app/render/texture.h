// Names of textures as the rest of the app carries them: the GL name and how it is painted.
#pragma once

#include <cstdint>

namespace render {

enum class Paint : std::uint8_t {
  Coverage,  // R8: the vertex colour, as much as red covers
  Color,     // RGBA, premultiplied: times the vertex colour
  Erase,     // no texture: clears to transparent, so that what lies under the canvas is seen
};

using TextureId = std::uint64_t;  // what ImGui carries as ImTextureID; 0 is none

constexpr TextureId texture_id(Paint paint, std::uint32_t gl_name) {
  return (static_cast<TextureId>(paint) + 1) << 32 | gl_name;
}
constexpr Paint paint_of(TextureId id) { return static_cast<Paint>((id >> 32) - 1); }
constexpr std::uint32_t gl_name_of(TextureId id) { return static_cast<std::uint32_t>(id); }

}  // namespace render
