// Draws triangle lists with WebGL2: no reading back of GL state, no errors asked for, static vertex
// array, streamed buffers, two programs (coverage for text and shapes, colour for pictures).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/geometry.h"
#include "render/texture.h"

namespace render {

struct Vertex {  // laid out as ImDrawVert
  float x = 0;   // pixels
  float y = 0;
  float u = 0;
  float v = 0;
  std::uint32_t rgba = 0;  // R in the lowest byte, not premultiplied
};

struct Command {
  std::uint32_t first_index = 0;
  std::uint32_t index_count = 0;
  std::uint32_t base_vertex = 0;
  TextureId texture = 0;
  int clip_left = 0;  // pixels from the top left
  int clip_top = 0;
  int clip_right = 0;
  int clip_bottom = 0;
};

struct List {
  std::span<const Vertex> vertices;
  std::span<const std::uint16_t> indices;
  std::span<const Command> commands;
};

// What the last frame cost, for benchmarks and the tester's counters.
struct Work {
  int draw_calls = 0;
  int gl_calls = 0;
  std::size_t bytes_streamed = 0;
};

class Backend {
 public:
  // With a current context; again after a lost one. False when the shaders do not build.
  bool start();
  // `ground` is what the canvas is cleared to, not premultiplied, R in the lowest byte.
  void draw(base::PixelSize size, std::uint32_t ground, std::span<const List> lists);
  [[nodiscard]] const Work& work() const { return work_; }

 private:
  struct Program {
    std::uint32_t name = 0;
    int projection = -1;
  };
  struct Clip {  // pixels from the top left
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;
    bool operator==(const Clip&) const = default;
  };
  struct Batch {  // neighbours in drawing order that share texture and clip
    TextureId texture = 0;
    Clip clip;
    std::size_t index_count = 0;
  };
  static Program build(std::string_view fragment);
  void gather(base::PixelSize size, std::span<const List> lists);

  Program coverage_;
  Program color_;
  std::uint32_t vertex_array_ = 0;
  std::uint32_t vertex_buffer_ = 0;
  std::uint32_t index_buffer_ = 0;
  std::uint32_t white_ = 0;    // one texel, for what has no texture
  base::PixelSize projected_;  // what the programs' projections were last set for
  // One frame's, kept for their storage.
  std::vector<Vertex> vertices_;
  std::vector<std::uint32_t> indices_;
  std::vector<Batch> batches_;
  Work work_;
};

}  // namespace render
