// All that the core wants done outside, as values. The platform carries them out in order.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "core/event.h"
#include "ports/browser_translate.h"
#include "ports/http.h"
#include "ports/images.h"

namespace core {

struct CancelHttp {
  ports::RequestId id = 0;
};
struct DropImage {  // cancels a load under way, frees the texture
  ports::ImageSlot slot = 0;
};
struct ScrollTo {
  SurfaceId surface = SurfaceId::Feed;
  double y = 0;
  bool glide = false;
};
struct FocusNode {
  std::string key;
};
struct SetFragment {
  std::string fragment;
  bool push = false;
};
struct SetQuery {
  std::string query;
  bool push = false;
  std::string fragment = {};  // the whole address is written: of the opened post
};
struct GoBack {};
struct OpenLink {
  std::string url;
};
struct CopyText {
  std::string text;
};
struct SaveFile {
  std::string name;
  std::string text;
};
struct PickFile {};
struct MakeLink {
  std::string document;
};
// Kept by the platform under a name until another text replaces it; comes back as Kept at the next
// start.
struct KeepText {
  std::string name;
  std::string text;
};
// Reads a text aloud; answered by NoVoice where there is no voice for its language.
struct Speak {
  std::string text;
  std::string language;  // BCP-47
  float speed = 1;       // of the voice's own
};
// How a Chinese text is said; answered by Romanized.
struct Romanize {
  std::string text;
};
struct WakeIn {
  double delay_ms = 0;
};
struct SetCursor {
  enum class Shape : std::uint8_t { Default, Pointer, Text, Grab, ZoomIn } shape = Shape::Default;
};

using Effect =
    std::variant<ports::HttpRequest, CancelHttp, ports::ImageRequest, DropImage, ScrollTo,
                 FocusNode, SetFragment, SetQuery, GoBack, OpenLink, CopyText, SaveFile, PickFile,
                 MakeLink, KeepText, ports::BrowserTranslate, Speak, Romanize, WakeIn, SetCursor>;
using Effects = std::vector<Effect>;

}  // namespace core
