// Pictures as values. The core names a picture by a slot; the platform decodes it off the main
// thread at the size asked for and puts it into the texture of that slot. Answers come as events.
#pragma once

#include <cstdint>
#include <string>

#include "base/geometry.h"

namespace ports {

using ImageSlot = std::uint32_t;  // from 1; 0 is none

struct ImageRequest {
  ImageSlot slot = 0;
  std::string url;
  base::PixelSize
      target;          // decode to cover this many pixels; {0,0}: natural size within the limits
  bool small = false;  // avatars, custom emoji: shares a texture with others of its kind
};

enum class ImageOutcome : std::uint8_t {
  Ready,     // the texture holds the picture
  NoPixels,  // may be shown by the page but its pixels may not be read (server without CORS)
  Failed,    // not there, or not a picture
};

struct ImageReply {
  ImageSlot slot = 0;
  ImageOutcome outcome = ImageOutcome::Failed;
  base::PixelSize decoded;  // what the texture holds
  base::PixelSize natural;  // of the original, 0 if not known
};

}  // namespace ports
