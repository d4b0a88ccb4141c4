// ImGui's draw data to render::Backend: its textures kept, its lists handed over as they are.
#pragma once

#include <cstdint>
#include <vector>

#include "base/geometry.h"
#include "imgui.h"
#include "render/backend.h"

namespace platform {

class ImguiFrame {
 public:
  void draw(render::Backend& backend, ImDrawData& data, base::PixelSize size, std::uint32_t ground);
  // After a lost context: ImGui makes its textures again.
  void forget_textures();

 private:
  std::vector<render::Command> commands_;
  std::vector<std::size_t> firsts_;
  std::vector<render::List> lists_;
};

}  // namespace platform
