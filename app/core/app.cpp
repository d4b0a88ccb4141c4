#include "core/app.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/actions.h"
#include "core/feed_layout.h"
#include "core/feed_loading.h"
#include "core/hit.h"
#include "core/keys.h"
#include "core/lab.h"
#include "core/pictures.h"
#include "core/place_notes.h"
#include "core/post_view.h"
#include "core/pull.h"
#include "core/translation.h"

namespace core {
namespace {

using model::Word;

constexpr double kToastMs = 20'000;
constexpr std::size_t kMaxToasts = 6;

std::vector<model::Language> reader_languages(const Address& address,
                                              const std::vector<std::string>& of_browser) {
  std::vector<model::Language> read;
  for (const std::string& tag : address.read.empty() ? of_browser : address.read) {
    const model::Language language = model::parse_language(tag);
    if (language.known()) read.push_back(language);
  }
  if (read.empty()) read.push_back(model::parse_language("en"));
  return read;
}

}  // namespace

void toast(State& state, std::string text, bool urgent) {
  std::erase_if(state.toasts, [&](const Toast& other) { return other.text == text; });
  if (state.toasts.size() >= kMaxToasts) state.toasts.erase(state.toasts.begin());
  state.toasts.push_back({std::move(text), urgent, state.now_ms + kToastMs});
  state.needs_frame = true;
}

void set_parameter(State& state, Context& context, std::string_view name, std::string_view value) {
  state.query = with_parameter(state.query, name, value);
  context.effects.emplace_back(SetQuery{state.query, false, post_fragment(state.post.id)});
}

App::App(const Started& started, std::string_view shipped_layout, ports::Glyphs& glyphs)
    : glyphs_(glyphs) {
  state_.window = started.window_pt;
  state_.scale = started.scale;
  state_.system_dark = started.dark;
  state_.reduced_motion = started.reduced_motion;
  state_.online = started.online;
  state_.painted = started.painted;
  state_.now_ms = state_.started_ms = started.now_ms;
  state_.utc_at_start_ms = started.utc_ms;
  state_.utc_offset_min = started.utc_offset_min;
  state_.query = started.query;
  state_.words = model::read_words(started.ui, started.ui_words);
  state_.address = parse_address(started.query, started.fragment, state_.words);
  state_.read = reader_languages(state_.address, started.languages);
  for (const std::string& notice : state_.address.notices) toast(state_, notice);
  state_.lab.shipped = layout::shipped_document(shipped_layout);
  state_.lab.document = state_.lab.shipped;
  state_.lab.open = state_.address.lab;
  Context now = context();
  start_lab(state_, now, started.unpacked_layout, started.broken_layout);
  update_shell(state_, now, Relayout::Always);
  start_feed(state_, now);
  if (!state_.address.post_id.empty()) {
    const std::string id = state_.address.post_id;
    open_post(state_, now, id, History::AlreadyThere);
  }
  take_local_replies();
}

bool App::handle(const Event& event, double now_ms) {
  state_.now_ms = std::max(state_.now_ms, now_ms);
  const bool meant = std::visit([this](const auto& it) { return take(it); }, event);
  take_local_replies();
  return meant;
}

void App::take_local_replies() {
  // Each reply may ask for more; a page is asked for once a step, so this ends.
  while (!state_.local_replies.empty()) {
    std::vector<ports::HttpReply> replies = std::exchange(state_.local_replies, {});
    for (const ports::HttpReply& reply : replies) take(reply);
  }
}

void App::step(double now_ms) {
  state_.now_ms = std::max(state_.now_ms, now_ms);
  ++state_.step;
  state_.needs_frame = false;
  Context now = context();
  std::erase_if(state_.toasts, [&](const Toast& toast) { return toast.until_ms <= state_.now_ms; });
  spring_back(state_);
  const bool waiting = place_waiting_cards(state_, now);
  update_visible(state_, now);
  load_ahead(state_, now);
  load_place_notes(state_, now);
  take_local_replies();
  if (!waiting && state_.feed.waterfall.size() < state_.feed.store.size()) {
    static_cast<void>(place_waiting_cards(state_, now));
    update_visible(state_, now);
  }
  state_.feed.scrolled = false;
  update_translation(state_, now);
  take_local_replies();
  want_visible_pictures(state_);
  pump_pictures(state_, now);
  state_.controls = build_controls(state_, now);
  if (waiting || state_.feed.waterfall.size() < state_.feed.store.size()) state_.needs_frame = true;
}

bool App::wants_frame() const {
  if (state_.needs_frame) return true;
  const double fade_ms = static_cast<double>(state_.lab.document[layout::Num::FadeMs]);
  return std::any_of(state_.pictures.begin(), state_.pictures.end(), [&](const auto& item) {
    const Picture& picture = item.second;
    return picture.state == PictureState::Ready && picture.used_at == state_.step &&
           state_.now_ms - picture.ready_at_ms < fade_ms && !state_.reduced_motion;
  });
}

double App::wake_at_ms() const {
  double at = 0;
  const auto consider = [&](double time_ms) {
    if (time_ms > 0 && (at == 0 || time_ms < at)) at = time_ms;
  };
  for (const Toast& toast : state_.toasts) consider(toast.until_ms);
  consider(state_.translation.wake_at_ms);
  consider(state_.translation.keep_at_ms);
  if (state_.feed.phase == Phase::Failed) consider(state_.feed.retry_at_ms);
  if (state_.feed.phase == Phase::Ready && state_.feed.newer_request == 0) {
    consider(state_.feed.newer_check_at_ms);
  }
  return at;
}

Effects App::take_effects() { return std::exchange(effects_, {}); }

void App::lose_textures() { forget_pictures(state_); }

bool App::ready() const {
  const FeedView& feed = state_.feed;
  return !feed.visible.empty() || feed.error.has_value() ||
         (feed.phase == Phase::Ready && feed.store.size() == 0);
}

bool App::take(const Resized& event) {
  const bool scaled = event.scale != state_.scale;
  if (event.window_pt == state_.window && !scaled) return false;
  state_.window = event.window_pt;
  state_.scale = event.scale;
  Context now = context();
  update_shell(state_, now, scaled ? Relayout::Always : Relayout::IfColumnsChanged);
  lay_out_post(state_, now);
  return true;
}

bool App::take(const Scrolled& event) {
  Context now = context();
  switch (event.surface) {
    case SurfaceId::Feed:
      take_feed_scroll(state_, now, event.y);
      break;
    case SurfaceId::Post:
      if (state_.post.scroll_y != event.y) state_.needs_frame = true;
      state_.post.scroll_y = event.y;
      break;
    case SurfaceId::Lab:
      if (state_.lab.scroll_y != event.y) state_.needs_frame = true;
      state_.lab.scroll_y = event.y;
      break;
    case SurfaceId::Window:
      break;
  }
  return true;
}

bool App::take(const Pointer& event) {
  Context now = context();
  if (event.kind == PointerKind::Leave) {
    if (!state_.hover.empty()) state_.needs_frame = true;
    state_.hover.clear();
    state_.pressed.clear();
    return false;
  }
  if (event.kind == PointerKind::Drag) {
    if (!state_.post.zoom.open) return false;
    pan_zoom(state_, event.at);
    return true;
  }
  // Text and pictures are no controls: what a touch on them means is told by where it is.
  const bool is_content =
      event.key.empty() || event.key.starts_with(keys::kCardPrefix) ||
      event.key.starts_with("p:") || event.key.starts_with(keys::kCommentPrefix) ||
      (event.key.starts_with("group:") && keys::action_of(event.key) == event.key);
  const Hit hit =
      is_content ? hit_test(state_, event.at) : Hit{std::string(keys::action_of(event.key)), ""};
  switch (event.kind) {
    case PointerKind::Move: {
      if (hit.key != state_.hover) state_.needs_frame = true;
      state_.hover = event.modifiers.touch ? "" : hit.key;
      const bool can_press = !hit.key.empty() || !hit.link.empty();
      using Shape = SetCursor::Shape;
      const bool zooms = hit.key == keys::kPostMedia;
      now.effects.emplace_back(SetCursor{zooms       ? Shape::ZoomIn
                                         : can_press ? Shape::Pointer
                                                     : Shape::Default});
      return can_press;
    }
    case PointerKind::Down:
      state_.pressed = hit.key;
      state_.needs_frame = true;
      return state_.post.zoom.open;
    case PointerKind::Tap:
      state_.pressed.clear();
      state_.needs_frame = true;
      if (!hit.link.empty()) {
        now.effects.emplace_back(OpenLink{hit.link});
      } else if (!hit.key.empty()) {
        perform(state_, now, hit.key);
      }
      return !hit.key.empty() || !hit.link.empty();
    case PointerKind::DoubleTap:
      if (!state_.post.zoom.open) return false;
      zoom_by(state_, state_.post.zoom.scale > 1 ? 1 / kMaxZoom : 2.5F, event.at);
      return true;
    case PointerKind::Leave:
    case PointerKind::Drag:
      break;
  }
  return false;
}

bool App::take(const Wheel& event) {
  if (!state_.post.zoom.open) return false;
  constexpr float kZoomPerPoint = 0.0022F;
  zoom_by(state_, std::exp(-event.delta.y * kZoomPerPoint), event.at);
  return true;
}

bool App::take(const Key& event) {
  Context now = context();
  return press_key(state_, now, event);
}

bool App::take(const Pressed& event) {
  Context now = context();
  if (event.key == "swipe:left" || event.key == "swipe:right") {
    swipe_post(state_, now, (event.key == "swipe:left") != state_.right_to_left() ? 1 : -1);
    return true;
  }
  perform(state_, now, keys::action_of(event.key));
  return true;
}

bool App::take(const ValueChanged& event) {
  Context now = context();
  return set_service_key_draft(state_, event.key, event.value) ||
         set_lab_value(state_, now, event.key, event.value);
}

bool App::take(const FocusMoved& event) {
  const bool moved = state_.focus != event.key;
  if (!moved && state_.focus_visible == event.visible) return false;
  state_.focus = event.key;
  state_.focus_visible = event.visible;
  state_.needs_frame = true;
  if (!moved || !event.visible || state_.post.open()) return true;
  const auto id = keys::id_of(event.key, keys::kCardPrefix);
  const auto entry = id ? state_.feed.store.find(*id) : std::nullopt;
  if (entry && *entry < state_.feed.waterfall.size()) {
    Context now = context();
    reveal_card(state_, now, *entry);
  }
  return true;
}

bool App::take(const AddressChanged& event) {
  Context now = context();
  Address address = parse_address(event.query, event.fragment, state_.words);
  const bool other_source = !(address.source.place == state_.address.source.place);
  const bool other_theme = address.theme != state_.address.theme;
  state_.query = event.query;
  const std::string post_id = address.post_id;
  if (event.fragment != post_fragment(post_id) && !event.fragment.empty()) {
    for (const std::string& notice : address.notices) toast(state_, notice);
  }
  state_.address = std::move(address);
  if (other_source) {
    leave_post(state_, now);
    start_feed(state_, now);
  }
  if (other_theme) state_.needs_frame = true;
  if (post_id.empty()) {
    leave_post(state_, now);
  } else if (state_.post.id != post_id) {
    const bool pushed = state_.post.pushed;
    open_post(state_, now, post_id, History::AlreadyThere);
    state_.post.pushed = pushed;
  }
  return true;
}

bool App::take(const SystemChanged& event) {
  if (event.online != state_.online) {
    toast(state_, state_.words[event.online ? Word::BackOnline : Word::NowOffline]);
    if (event.online && state_.feed.phase == Phase::Failed) {
      Context now = context();
      state_.feed.attempts = 0;
      retry_feed(state_, now);
    }
  }
  state_.system_dark = event.dark;
  state_.reduced_motion = event.reduced_motion;
  state_.online = event.online;
  state_.needs_frame = true;
  return true;
}

bool App::take(const FileChosen& event) {
  Context now = context();
  import_layout(state_, now, event.name, event.text);
  return true;
}

bool App::take(const LinkMade& event) {
  Context now = context();
  now.effects.emplace_back(CopyText{event.address});
  state_.lab.message = state_.words[Word::LabLinkCopied];
  state_.lab.message_is_error = false;
  state_.needs_frame = true;
  return true;
}

bool App::take(const FontsChanged& /*event*/) {
  Context now = context();
  update_shell(state_, now, Relayout::Always);
  lay_out_post(state_, now);
  return true;
}

bool App::take(const ports::HttpReply& event) {
  Context now = context();
  const bool ours = take_translation_reply(state_, now, event) ||
                    take_feed_reply(state_, now, event) || take_post_reply(state_, now, event) ||
                    take_lab_reply(state_, now, event) || take_place_reply(state_, now, event);
  if (ours) state_.needs_frame = true;
  return ours;
}

bool App::take(const ports::BrowserTranslated& event) {
  return take_translation_reply(state_, event);
}

bool App::take(const Kept& event) {
  Context now = context();
  if (event.name == kKeptTranslations) take_kept_translations(state_, event.text);
  if (event.name == kKeptKeys) take_kept_keys(state_, now, event.text);
  if (event.name == kKeptReading) take_kept_reading(state_, now, event.text);
  return true;
}

bool App::take(const Romanized& event) {
  Context now = context();
  return take_romanized(state_, now, event);
}

bool App::take(const NoVoice& event) { return take_no_voice(state_, event); }

bool App::take(const ports::ImageReply& event) {
  take_image_reply(state_, event);
  const auto key = state_.picture_keys.find(event.slot);
  if (key != state_.picture_keys.end() && state_.post.open()) {
    Context now = context();
    take_natural_size(state_, now, state_.pictures[key->second].url, event.natural);
  }
  return true;
}

}  // namespace core
