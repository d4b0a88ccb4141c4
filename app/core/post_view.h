// The opened post: opening and closing with the address, its requests, its layout, its pictures.
#pragma once

#include <string_view>

#include "core/state.h"

namespace core {

enum class History : std::uint8_t { Push, AlreadyThere };

void open_post(State& state, Context& context, std::string_view id, History history);
// By the reader: goes back in the history where opening had pushed; else replaces the address.
void close_post(State& state, Context& context);
// The address no longer names it.
void leave_post(State& state, Context& context);

void lay_out_post(State& state, Context& context);
// A finger drawn sideways over the post: the next picture (1), the previous one (-1); before the
// first, a phone's post closes.
void swipe_post(State& state, Context& context, int by);
void step_media(State& state, Context& context, int by);
void reveal_post(State& state, Context& context);
void unfold_comment(State& state, Context& context, std::string_view id);
void retry_post(State& state, Context& context);

// Zoom: around a window point. scale 1 fits the window; at 1 the picture is centred.
inline constexpr float kMaxZoom = 6;
void open_zoom(State& state);
void close_zoom(State& state);
void zoom_by(State& state, float factor, base::Point around);
void pan_zoom(State& state, base::Point by);
// Where the zoomed picture stands in the window.
[[nodiscard]] base::Rect zoomed_rect(const State& state);

// A picture of w x h (0: unknown) as large as fits the pane, centred.
[[nodiscard]] base::Rect fit_rect(base::Rect pane, int width_px, int height_px);

// What is loading or failed of an open post, for the live region; empty: nothing.
std::string post_status(const PostView& view, const model::Words& words);

// The post of a section of the page; null when it is not there.
const model::Post* section_post(const PostView& view, const layout::Section& section);

bool take_post_reply(State& state, Context& context, const ports::HttpReply& reply);
// A picture came whose size the server had not told.
void take_natural_size(State& state, Context& context, std::string_view url,
                       base::PixelSize natural);

}  // namespace core
