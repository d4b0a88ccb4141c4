#include "render/backend.h"

#include <GLES3/gl3.h>

#include <algorithm>
#include <type_traits>

#include "embedded/assets.h"
#include "render/textures.h"

namespace render {
namespace {

constexpr GLuint position_location = 0;  // as in triangles.vert.glsl
constexpr GLuint texel_location = 1;
constexpr GLuint rgba_location = 2;

// Calls GL and counts it.
struct Counted {
  int& calls;
  template <typename... P>
  void operator()(void (*call)(P...), std::type_identity_t<P>... arguments) const {
    ++calls;
    call(arguments...);
  }
};

GLuint compile(GLenum kind, std::string_view text) {
  const GLuint shader = glCreateShader(kind);
  const GLchar* const source = text.data();
  const GLint length = static_cast<GLint>(text.size());
  glShaderSource(shader, 1, &source, &length);
  glCompileShader(shader);
  return shader;
}

const void* offset(std::size_t bytes) { return reinterpret_cast<const void*>(bytes); }

void set_vertex_layout() {
  constexpr GLsizei stride = sizeof(Vertex);
  glEnableVertexAttribArray(position_location);
  glEnableVertexAttribArray(texel_location);
  glEnableVertexAttribArray(rgba_location);
  glVertexAttribPointer(position_location, 2, GL_FLOAT, GL_FALSE, stride,
                        offset(offsetof(Vertex, x)));
  glVertexAttribPointer(texel_location, 2, GL_FLOAT, GL_FALSE, stride, offset(offsetof(Vertex, u)));
  glVertexAttribPointer(rgba_location, 4, GL_UNSIGNED_BYTE, GL_TRUE, stride,
                        offset(offsetof(Vertex, rgba)));
}

}  // namespace

Backend::Program Backend::build(std::string_view fragment) {
  const GLuint vertex_shader = compile(GL_VERTEX_SHADER, embedded::shader_triangles_vert());
  const GLuint fragment_shader = compile(GL_FRAGMENT_SHADER, fragment);
  const GLuint program = glCreateProgram();
  glAttachShader(program, vertex_shader);
  glAttachShader(program, fragment_shader);
  glLinkProgram(program);
  glDeleteShader(vertex_shader);
  glDeleteShader(fragment_shader);
  // A shader that does not compile does not link either: one question, one wait.
  GLint linked = GL_FALSE;
  glGetProgramiv(program, GL_LINK_STATUS, &linked);
  if (linked != GL_TRUE) {
    glDeleteProgram(program);
    return {};
  }
  return {program, glGetUniformLocation(program, "projection")};
}

bool Backend::start() {
  projected_ = {};
  coverage_ = build(embedded::shader_coverage_frag());
  color_ = build(embedded::shader_color_frag());
  if (coverage_.name == 0 || color_.name == 0) return false;

  glGenVertexArrays(1, &vertex_array_);
  glGenBuffers(1, &vertex_buffer_);
  glGenBuffers(1, &index_buffer_);
  glBindVertexArray(vertex_array_);
  glBindBuffer(GL_ARRAY_BUFFER, vertex_buffer_);
  glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, index_buffer_);  // kept by the vertex array
  set_vertex_layout();

  glActiveTexture(GL_TEXTURE0);
  white_ = make_texture(Paint::Coverage, {1, 1});
  const std::uint8_t full = 255;
  write_texture(white_, Paint::Coverage, 0, 0, {1, 1}, &full, 1);

  // Set once: nobody else touches these. What the page's JS may touch is set in every frame.
  glDisable(GL_DEPTH_TEST);
  glDisable(GL_STENCIL_TEST);
  glDisable(GL_CULL_FACE);
  glDisable(GL_DITHER);
  glEnable(GL_BLEND);
  glEnable(GL_SCISSOR_TEST);
  return true;
}

// All lists into one stream: vertices and indices are uploaded once, and commands of different
// lists can share a draw call. Indices become 32 bits wide, since WebGL2 has no base vertex and
// pointing the attributes elsewhere for each list costs more than the two bytes.
void Backend::gather(base::PixelSize size, std::span<const List> lists) {
  vertices_.clear();
  indices_.clear();
  batches_.clear();
  for (const List& list : lists) {
    const std::size_t list_base = vertices_.size();
    vertices_.insert(vertices_.end(), list.vertices.begin(), list.vertices.end());
    for (const Command& command : list.commands) {
      const Clip clip{std::max(command.clip_left, 0), std::max(command.clip_top, 0),
                      std::min(command.clip_right, size.w), std::min(command.clip_bottom, size.h)};
      const bool invisible = clip.left >= clip.right || clip.top >= clip.bottom;
      const std::size_t first = command.first_index;
      if (invisible || command.index_count == 0 || first > list.indices.size() ||
          command.index_count > list.indices.size() - first) {
        continue;
      }
      const auto base = static_cast<std::uint32_t>(list_base + command.base_vertex);
      const std::size_t at = indices_.size();
      indices_.resize(at + command.index_count);
      std::ranges::transform(list.indices.subspan(first, command.index_count),
                             indices_.begin() + static_cast<std::ptrdiff_t>(at),
                             [base](std::uint16_t index) { return base + index; });
      if (batches_.empty() || batches_.back().texture != command.texture ||
          batches_.back().clip != clip) {
        batches_.push_back({command.texture, clip, 0});
      }
      batches_.back().index_count += command.index_count;
    }
  }
}

void Backend::draw(base::PixelSize size, std::uint32_t ground, std::span<const List> lists) {
  work_ = {};
  if (coverage_.name == 0 || color_.name == 0 || size.w <= 0 || size.h <= 0) return;
  gather(size, lists);
  const Counted gl{work_.gl_calls};

  gl(glViewport, 0, 0, size.w, size.h);
  gl(glScissor, 0, 0, size.w, size.h);
  const auto channel = [ground](int shift) {
    return static_cast<float>((ground >> shift) & 0xFFU) / 255.0F;
  };
  const float alpha = channel(24);
  gl(glClearColor, channel(0) * alpha, channel(8) * alpha, channel(16) * alpha, alpha);
  gl(glClear, GL_COLOR_BUFFER_BIT);
  if (batches_.empty()) return;

  if (projected_ != size) {
    projected_ = size;
    for (const Program& program : {coverage_, color_}) {
      gl(glUseProgram, program.name);
      gl(glUniform2f, program.projection, 2.0F / static_cast<float>(size.w),
         -2.0F / static_cast<float>(size.h));
    }
  }

  gl(glBindVertexArray, vertex_array_);
  gl(glBindBuffer, GL_ARRAY_BUFFER, vertex_buffer_);
  const std::size_t vertex_bytes = vertices_.size() * sizeof(Vertex);
  const std::size_t index_bytes = indices_.size() * sizeof(std::uint32_t);
  gl(glBufferData, GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(vertex_bytes), vertices_.data(),
     GL_STREAM_DRAW);
  gl(glBufferData, GL_ELEMENT_ARRAY_BUFFER, static_cast<GLsizeiptr>(index_bytes), indices_.data(),
     GL_STREAM_DRAW);
  work_.bytes_streamed = vertex_bytes + index_bytes;

  gl(glActiveTexture, GL_TEXTURE0);
  GLuint program = 0;
  GLuint texture = 0;
  GLenum source_factor = GL_INVALID_ENUM;  // unlike any, so that the first batch sets it
  Clip clip{0, 0, size.w, size.h};
  std::size_t at = 0;
  for (const Batch& batch : batches_) {
    const Paint paint = batch.texture == 0 ? Paint::Coverage : paint_of(batch.texture);
    const GLuint named = paint == Paint::Erase ? 0 : gl_name_of(batch.texture);

    const GLuint wanted_program = paint == Paint::Color ? color_.name : coverage_.name;
    if (program != wanted_program) gl(glUseProgram, program = wanted_program);

    const GLuint wanted_texture = named == 0 ? white_ : named;
    if (texture != wanted_texture) gl(glBindTexture, GL_TEXTURE_2D, texture = wanted_texture);

    // Erasing keeps what the shape does not cover: its smooth edges erase in part.
    const GLenum wanted_factor = paint == Paint::Erase ? GL_ZERO : GL_ONE;
    if (source_factor != wanted_factor) {
      gl(glBlendFunc, source_factor = wanted_factor, GL_ONE_MINUS_SRC_ALPHA);
    }
    if (clip != batch.clip) {
      clip = batch.clip;
      gl(glScissor, clip.left, size.h - clip.bottom, clip.right - clip.left,
         clip.bottom - clip.top);
    }
    gl(glDrawElements, GL_TRIANGLES, static_cast<GLsizei>(batch.index_count), GL_UNSIGNED_INT,
       offset(at * sizeof(std::uint32_t)));
    ++work_.draw_calls;
    at += batch.index_count;
  }
}

}  // namespace render
