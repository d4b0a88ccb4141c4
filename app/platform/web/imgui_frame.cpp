#include "platform/web/imgui_frame.h"

#include <algorithm>
#include <cstddef>

#include "render/textures.h"

namespace platform {
namespace {

static_assert(sizeof(render::Vertex) == sizeof(ImDrawVert));
static_assert(offsetof(render::Vertex, rgba) == offsetof(ImDrawVert, col));
static_assert(sizeof(ImDrawIdx) == sizeof(std::uint16_t));

void write_rect(const ImTextureData& texture, int x, int y, int w, int h) {
  render::write_texture(
      render::gl_name_of(texture.TexID), render::Paint::Coverage, x, y, {w, h},
      static_cast<const std::uint8_t*>(const_cast<ImTextureData&>(texture).GetPixelsAt(x, y)),
      const_cast<ImTextureData&>(texture).GetPitch());
}

void update_texture(ImTextureData& texture) {
  switch (texture.Status) {
    case ImTextureStatus_WantCreate: {
      const std::uint32_t name =
          render::make_texture(render::Paint::Coverage, {texture.Width, texture.Height});
      texture.SetTexID(render::texture_id(render::Paint::Coverage, name));
      write_rect(texture, 0, 0, texture.Width, texture.Height);
      texture.SetStatus(ImTextureStatus_OK);
      break;
    }
    case ImTextureStatus_WantUpdates:
      for (const ImTextureRect& rect : texture.Updates)
        write_rect(texture, rect.x, rect.y, rect.w, rect.h);
      texture.SetStatus(ImTextureStatus_OK);
      break;
    case ImTextureStatus_WantDestroy:
      if (texture.UnusedFrames == 0) break;
      render::free_texture(render::gl_name_of(texture.TexID));
      texture.SetTexID(ImTextureID_Invalid);
      texture.SetStatus(ImTextureStatus_Destroyed);
      break;
    case ImTextureStatus_OK:
    case ImTextureStatus_Destroyed:
      break;
  }
}

}  // namespace

void ImguiFrame::draw(render::Backend& backend, ImDrawData& data, base::PixelSize size,
                      std::uint32_t ground) {
  if (data.Textures != nullptr) {
    for (ImTextureData* texture : *data.Textures) update_texture(*texture);
  }
  commands_.clear();
  firsts_.clear();
  lists_.clear();
  for (const ImDrawList* list : data.CmdLists) {
    firsts_.push_back(commands_.size());
    for (const ImDrawCmd& command : list->CmdBuffer) {
      if (command.UserCallback != nullptr || command.ElemCount == 0) continue;
      const auto edge = [](float value, int most) {
        return std::clamp(static_cast<int>(value), 0, most);
      };
      commands_.push_back({.first_index = command.IdxOffset,
                           .index_count = command.ElemCount,
                           .base_vertex = command.VtxOffset,
                           .texture = command.GetTexID(),
                           .clip_left = edge(command.ClipRect.x, size.w),
                           .clip_top = edge(command.ClipRect.y, size.h),
                           .clip_right = edge(command.ClipRect.z, size.w),
                           .clip_bottom = edge(command.ClipRect.w, size.h)});
    }
  }
  firsts_.push_back(commands_.size());
  for (int i = 0; i < data.CmdLists.Size; ++i) {
    const ImDrawList& list = *data.CmdLists[i];
    const std::size_t first = firsts_[static_cast<std::size_t>(i)];
    const std::size_t last = firsts_[static_cast<std::size_t>(i) + 1];
    lists_.push_back({{reinterpret_cast<const render::Vertex*>(list.VtxBuffer.Data),
                       static_cast<std::size_t>(list.VtxBuffer.Size)},
                      {list.IdxBuffer.Data, static_cast<std::size_t>(list.IdxBuffer.Size)},
                      std::span(commands_).subspan(first, last - first)});
  }
  backend.draw(size, ground, lists_);
}

void ImguiFrame::forget_textures() {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    if (texture->Status == ImTextureStatus_Destroyed) continue;
    texture->SetTexID(ImTextureID_Invalid);
    texture->SetStatus(ImTextureStatus_WantCreate);
  }
}

}  // namespace platform
