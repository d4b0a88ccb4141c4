// Which pictures are loaded, in which order and how long they are kept. Each has a slot, by which
// the platform knows its texture. Nearest to the view first; far ones are cancelled; the least
// recently used textures go when the budget is spent.
#pragma once

#include <string>
#include <string_view>

#include "core/state.h"

namespace core {

// Custom emoji are decoded once for all type sizes.
inline constexpr base::Size kEmojiSize{24, 24};
// Cells of the texture that avatars and custom emoji share (render/small_pictures.h).
inline constexpr std::size_t kMaxSmallPictures = 250;

enum class PictureUse : std::uint8_t { Large, Small };

// The table's name of a picture at a size: the same address at another size is another picture.
std::string picture_key(std::string_view url, base::PixelSize target);

// Asks for a picture to cover `size_pt`; called for all that the view needs, in every step that
// changes the view. distance_pt: from the visible part, 0 inside it.
void want_picture(State& state, std::string_view url, base::Size size_pt, PictureUse use,
                  float distance_pt);

// The picture that the opened post shows: a video's poster, an image's full size.
const std::string& full_picture_url(const model::Media& media);

// What the view wants now, from the feed and the opened post.
void want_visible_pictures(State& state);

// Starts, cancels and evicts by what was wanted in this step.
void pump_pictures(State& state, Context& context);

void take_image_reply(State& state, const ports::ImageReply& reply);

// Null when it was never wanted.
const Picture* find_picture(const State& state, std::string_view url, base::Size size_pt);

// After a lost context: all textures are gone, all are loaded again.
void forget_pictures(State& state);

}  // namespace core
