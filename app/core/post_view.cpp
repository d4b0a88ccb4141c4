#include "core/post_view.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/feed_layout.h"
#include "core/feed_loading.h"
#include "core/pictures.h"
#include "core/translation_view.h"
#include "sources/mastodon/query.h"

namespace core {
namespace {

namespace mastodon = sources::mastodon;
using model::Word;

std::string thread_message(const PostView& view, const model::Words& words) {
  if (view.thread_phase == Phase::Loading) return words[Word::LoadingComments];
  if (view.thread_phase == Phase::Failed && view.error) {
    return sources::in_words(*view.error, words);
  }
  if (view.thread_phase == Phase::Ready && view.thread.descendants.empty())
    return words[Word::NoComments];
  return "";
}

void request_thread(State& state, Context& context) {
  PostView& view = state.post;
  view.thread_phase = Phase::Loading;
  view.error.reset();
  view.thread_request = send_request(
      state, context, {.url = mastodon::context_url(state.address.source.place, view.id)});
}

void request_post(State& state, Context& context) {
  PostView& view = state.post;
  view.post_phase = Phase::Loading;
  view.post_request = send_request(
      state, context, {.url = mastodon::status_url(state.address.source.place, view.id)});
}

}  // namespace

std::string post_status(const PostView& view, const model::Words& words) {
  if (!view.open()) return "";
  if (view.post_phase == Phase::Loading) return words[Word::LoadingPost];
  if (view.post_phase == Phase::Failed && view.error) return sources::in_words(*view.error, words);
  return view.thread_phase == Phase::Ready ? "" : thread_message(view, words);
}

const model::Post* section_post(const PostView& view, const layout::Section& section) {
  using Kind = layout::Section::Kind;
  if (section.kind == Kind::Comments) return nullptr;
  if (section.kind == Kind::Post) return view.post ? &*view.post : nullptr;
  const std::vector<model::Post>& posts =
      section.kind == Kind::Comment ? view.thread.descendants : view.thread.ancestors;
  const auto index = static_cast<std::size_t>(section.post);
  return index < posts.size() ? &posts[index] : nullptr;
}

void open_post(State& state, Context& context, std::string_view id, History history) {
  if (id.empty() || state.post.id == id) return;
  const std::string focus = state.focus;
  const bool nested = state.post.open();
  PostView view;
  view.id = id;
  view.pushed = history == History::Push || (nested && state.post.pushed);
  view.return_focus = nested ? state.post.return_focus : focus;
  view.revision = state.post.revision + 1;
  const std::optional<feed::EntryIndex> entry = state.feed.store.find(id);
  if (entry && state.feed.store.post(*entry) != nullptr) {
    view.post = *state.feed.store.post(*entry);
    view.post_phase = Phase::Ready;
    view.revealed = state.feed.revealed.contains(*entry);
    if (view.return_focus.empty()) view.return_focus = "a:" + view.id;
  }
  state.post = std::move(view);
  if (!state.post.post) request_post(state, context);
  request_thread(state, context);
  lay_out_post(state, context);
  if (history == History::Push) context.effects.emplace_back(SetFragment{post_fragment(id), true});
  context.effects.emplace_back(ScrollTo{SurfaceId::Post, 0, false});
  context.effects.emplace_back(FocusNode{"group:4:|post:close"});
  state.needs_frame = true;
}

void close_post(State& state, Context& context) {
  if (!state.post.open()) return;
  if (state.post.pushed) {
    context.effects.emplace_back(GoBack{});  // the address's change closes it
    return;
  }
  context.effects.emplace_back(SetFragment{"", false});
  leave_post(state, context);
}

void leave_post(State& state, Context& context) {
  if (!state.post.open()) return;
  for (const ports::RequestId id : {state.post.post_request, state.post.thread_request}) {
    if (id != 0) context.effects.emplace_back(CancelHttp{id});
  }
  const std::string focus = state.post.return_focus;
  const std::uint32_t revision = state.post.revision;
  state.post = PostView{};
  state.post.revision = revision + 1;
  state.address.post_id.clear();
  if (!focus.empty()) {
    state.focus = focus;  // coming back is no reason to scroll
    context.effects.emplace_back(FocusNode{focus});
  }
  state.needs_frame = true;
}

void lay_out_post(State& state, Context& context) {
  PostView& view = state.post;
  if (!view.open()) return;
  static const model::Post kNotThere;
  const model::Post& post = view.post ? *view.post : kNotThere;
  prepare_reading(state, context);
  layout::Translations translations = page_translations(state);
  view.reading = reading_view(state, translations.bodies[post.id]);
  view.page = layout::build_post_page({.post = post,
                                       .thread = view.post ? &view.thread : nullptr,
                                       .document = state.lab.document,
                                       .window = state.window,
                                       .compact = state.shell.compact,
                                       .revealed = view.revealed,
                                       .unfolded = view.unfolded,
                                       .media_index = view.media_index,
                                       .words = state.words,
                                       .reader = state.number_language(),
                                       .now_ms = state.utc_ms(),
                                       .utc_offset_min = state.utc_offset_min,
                                       .translations = std::move(translations),
                                       .reading = view.reading,
                                       .thread_message = thread_message(view, state.words)},
                                      context.measurer());
  ++view.revision;
  state.needs_frame = true;
}

void swipe_post(State& state, Context& context, int by) {
  if (!state.post.open() || state.post.zoom.open) return;
  if (by < 0 && state.post.media_index == 0 && state.shell.compact) {
    close_post(state, context);
  } else {
    step_media(state, context, by);
  }
}

void step_media(State& state, Context& /*context*/, int by) {
  PostView& view = state.post;
  if (!view.post || view.post->media.empty()) return;
  const int last = static_cast<int>(view.post->media.size()) - 1;
  const int next = std::clamp(static_cast<int>(view.media_index) + by, 0, last);
  if (next == static_cast<int>(view.media_index)) return;
  view.media_index = static_cast<std::size_t>(next);
  view.playing = false;
  view.zoom.scale = 1;
  view.zoom.shift = {};
  ++view.revision;
  state.needs_frame = true;
}

void reveal_post(State& state, Context& context) {
  state.post.revealed = true;
  lay_out_post(state, context);
}

void unfold_comment(State& state, Context& context, std::string_view id) {
  state.post.unfolded.emplace(id);
  lay_out_post(state, context);
}

void retry_post(State& state, Context& context) {
  if (state.post.post_phase == Phase::Failed) request_post(state, context);
  if (state.post.thread_phase == Phase::Failed) request_thread(state, context);
  lay_out_post(state, context);
}

void open_zoom(State& state) {
  if (!state.post.post || state.post.post->media.empty()) return;
  state.post.zoom = {.open = true, .scale = 1, .shift = {}};
  ++state.post.revision;
  state.needs_frame = true;
}

void close_zoom(State& state) {
  state.post.zoom = {};
  ++state.post.revision;
  state.needs_frame = true;
}

base::Rect fit_rect(base::Rect pane, int width_px, int height_px) {
  if (width_px <= 0 || height_px <= 0) return pane;
  const float ratio = static_cast<float>(width_px) / static_cast<float>(height_px);
  float w = pane.w;
  float h = w / ratio;
  if (h > pane.h) {
    h = pane.h;
    w = h * ratio;
  }
  return {pane.x + (pane.w - w) / 2, pane.y + (pane.h - h) / 2, w, h};
}

base::Rect zoomed_rect(const State& state) {
  const PostView& view = state.post;
  if (!view.post || view.post->media.empty()) return {};
  const model::Media& media = view.post->media[view.media_index];
  const base::Rect fit =
      fit_rect({0, 0, state.window.w, state.window.h}, media.width_px, media.height_px);
  const float w = fit.w * view.zoom.scale;
  const float h = fit.h * view.zoom.scale;
  return {state.window.w / 2 - w / 2 + view.zoom.shift.x,
          state.window.h / 2 - h / 2 + view.zoom.shift.y, w, h};
}

void zoom_by(State& state, float factor, base::Point around) {
  PostView::Zoom& zoom = state.post.zoom;
  const float scale = std::clamp(zoom.scale * factor, 1.0F, kMaxZoom);
  const float applied = scale / zoom.scale;
  // The point under the finger stays under it.
  const base::Point from_centre{around.x - state.window.w / 2, around.y - state.window.h / 2};
  zoom.shift.x = from_centre.x - (from_centre.x - zoom.shift.x) * applied;
  zoom.shift.y = from_centre.y - (from_centre.y - zoom.shift.y) * applied;
  zoom.scale = scale;
  if (scale == 1) zoom.shift = {};
  state.needs_frame = true;
}

void pan_zoom(State& state, base::Point by) {
  PostView::Zoom& zoom = state.post.zoom;
  const base::Rect rect = zoomed_rect(state);
  const float most_x = std::max(0.0F, (rect.w - state.window.w) / 2);
  const float most_y = std::max(0.0F, (rect.h - state.window.h) / 2);
  zoom.shift.x = std::clamp(zoom.shift.x + by.x, -most_x, most_x);
  zoom.shift.y = std::clamp(zoom.shift.y + by.y, -most_y, most_y);
  state.needs_frame = true;
}

bool take_post_reply(State& state, Context& context, const ports::HttpReply& reply) {
  PostView& view = state.post;
  if (reply.id == 0) return false;
  const sources::Asked asked{mastodon::status_url(state.address.source.place, view.id),
                             state.utc_ms()};
  if (reply.id == view.post_request) {
    view.post_request = 0;
    auto parsed = mastodon::parse_status(reply, asked);
    if (parsed) {
      view.post = std::move(parsed.value());
      view.post_phase = Phase::Ready;
    } else {
      view.post_phase = Phase::Failed;
      view.error = parsed.error();
    }
  } else if (reply.id == view.thread_request) {
    view.thread_request = 0;
    auto parsed = mastodon::parse_context(reply, asked);
    if (parsed) {
      view.thread = std::move(parsed.value());
      view.thread_phase = Phase::Ready;
    } else {
      view.thread_phase = Phase::Failed;
      view.error = parsed.error();
    }
  } else {
    return false;
  }
  lay_out_post(state, context);
  return true;
}

void take_natural_size(State& state, Context& context, std::string_view url,
                       base::PixelSize natural) {
  PostView& view = state.post;
  if (!view.post || natural.w <= 0 || natural.h <= 0) return;
  bool changed = false;
  for (model::Media& media : view.post->media) {
    if (full_picture_url(media) != url || media.width_px > 0) continue;
    media.width_px = natural.w;
    media.height_px = natural.h;
    changed = true;
  }
  if (changed) lay_out_post(state, context);
}

}  // namespace core
