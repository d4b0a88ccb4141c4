#include "render/textures.h"

#include <GLES3/gl3.h>

namespace render {
namespace {

// WebGL's own, not in gl3.h. Both also apply to pixels that come from memory, and the page's JS
// sets them for pictures.
constexpr GLenum unpack_flip_y_webgl = 0x9240;
constexpr GLenum unpack_premultiply_alpha_webgl = 0x9241;

}  // namespace

std::uint32_t name_texture() {
  GLuint name = 0;
  glGenTextures(1, &name);
  glBindTexture(GL_TEXTURE_2D, name);
  // Without mip levels the default minifying filter would leave the texture incomplete, that is
  // black.
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  return name;
}

std::uint32_t make_texture(Paint paint, base::PixelSize size) {
  const std::uint32_t name = name_texture();
  // WebGL hands out storage that is zero, so nothing is uploaded to clear it.
  glTexStorage2D(GL_TEXTURE_2D, 1, paint == Paint::Coverage ? GL_R8 : GL_RGBA8, size.w, size.h);
  return name;
}

void write_texture(std::uint32_t gl_name, Paint paint, int x, int y, base::PixelSize size,
                   const std::uint8_t* pixels, int row_bytes) {
  if (size.w <= 0 || size.h <= 0) return;
  const bool coverage = paint == Paint::Coverage;
  glBindTexture(GL_TEXTURE_2D, gl_name);
  glPixelStorei(unpack_flip_y_webgl, 0);
  glPixelStorei(unpack_premultiply_alpha_webgl, 0);
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  glPixelStorei(GL_UNPACK_ROW_LENGTH, coverage ? row_bytes : row_bytes / 4);
  glTexSubImage2D(GL_TEXTURE_2D, 0, x, y, size.w, size.h, coverage ? GL_RED : GL_RGBA,
                  GL_UNSIGNED_BYTE, pixels);
  // Back to the default: a row length would cut the canvases and pictures that the page uploads.
  glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
}

void free_texture(std::uint32_t gl_name) {
  const GLuint name = gl_name;
  if (name != 0) glDeleteTextures(1, &name);
}

}  // namespace render
