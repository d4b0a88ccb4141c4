#include "core/actions.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "core/feed_layout.h"
#include "core/feed_loading.h"
#include "core/keys.h"
#include "core/lab.h"
#include "core/post_view.h"
#include "core/translation.h"

namespace core {
namespace {

using sources::mastodon::Place;

void reveal_entry(State& state, Context& context, std::string_view id) {
  const std::optional<feed::EntryIndex> entry = state.feed.store.find(id);
  if (!entry) return;
  state.feed.revealed.insert(*entry);
  forget_card(state, context, *entry);
}

std::optional<feed::EntryIndex> focused_entry(const State& state) {
  const auto id = keys::id_of(state.focus, keys::kCardPrefix);
  return id ? state.feed.store.find(*id) : std::nullopt;
}

void focus_entry(State& state, Context& context, feed::EntryIndex entry) {
  reveal_card(state, context, entry);
  state.focus = keys::make(keys::kCardPrefix, state.feed.store.id(entry));
  state.focus_visible = true;
  state.needs_frame = true;
  context.effects.emplace_back(FocusNode{state.focus});
}

// j, k: the next and previous post in time order.
void step_focus(State& state, Context& context, int by) {
  const std::size_t placed = state.feed.waterfall.size();
  if (placed == 0) return;
  const std::optional<feed::EntryIndex> at = focused_entry(state);
  std::int64_t next = 0;
  if (at) {
    next = static_cast<std::int64_t>(*at) + by;
  } else {
    next = state.feed.anchor.entry;
  }
  next = std::clamp<std::int64_t>(next, 0, static_cast<std::int64_t>(placed) - 1);
  focus_entry(state, context, static_cast<feed::EntryIndex>(next));
}

// Arrows: the neighbour on the screen.
void move_focus(State& state, Context& context, int columns, int rows) {
  const std::optional<feed::EntryIndex> at = focused_entry(state);
  if (!at || *at >= state.feed.waterfall.size()) {
    step_focus(state, context, 0);
    return;
  }
  const layout::Waterfall& waterfall = state.feed.waterfall;
  const layout::Slot& slot = waterfall.slot(*at);
  const int column = slot.column + (state.right_to_left() ? -columns : columns);
  if (column < 0 || column >= waterfall.columns()) return;
  double y = slot.top + std::min(60.0, static_cast<double>(slot.height) / 2);
  if (rows > 0) y = slot.bottom() + static_cast<double>(state.shell.gap) + 1;
  if (rows < 0) y = slot.top - static_cast<double>(state.shell.gap) - 1;
  if (y < 0) return;
  focus_entry(state, context, waterfall.card_at(column, y));
}

bool press_zoom_key(State& state, std::string_view name) {
  const base::Point centre{state.window.w / 2, state.window.h / 2};
  constexpr float kStep = 1.4F;
  constexpr float kPan = 80;
  if (name == "Escape") {
    close_zoom(state);
  } else if (name == "+" || name == "=") {
    zoom_by(state, kStep, centre);
  } else if (name == "-") {
    zoom_by(state, 1 / kStep, centre);
  } else if (name == "ArrowUp") {
    pan_zoom(state, {0, kPan});
  } else if (name == "ArrowDown") {
    pan_zoom(state, {0, -kPan});
  } else {
    return false;
  }
  return true;
}

bool press_post_key(State& state, Context& context, const Key& key) {
  if (state.post.zoom.open && press_zoom_key(state, key.name)) return true;
  if (key.name == "Escape") {
    close_post(state, context);
  } else if (key.name == "t") {
    toggle_translation(state, context, std::string(state.post.id));
  } else if (key.name == "ArrowLeft" || key.name == "ArrowRight") {
    if (!state.post.post || state.post.post->media.size() < 2) return false;
    step_media(state, context, (key.name == "ArrowRight") != state.right_to_left() ? 1 : -1);
  } else if (key.name == "PageDown" || key.name == "PageUp" || key.name == "ArrowDown" ||
             key.name == "ArrowUp") {
    const bool down = key.name.ends_with("Down");
    const bool page = key.name.starts_with("Page");
    const double by = page ? static_cast<double>(state.post.page.scroller.h) * 0.85 : 60;
    const double y = std::max(0.0, state.post.scroll_y + (down ? by : -by));
    context.effects.emplace_back(ScrollTo{SurfaceId::Post, y, !state.reduced_motion});
  } else {
    return false;
  }
  return true;
}

bool press_feed_key(State& state, Context& context, const Key& key) {
  const double page = static_cast<double>(state.shell.feed_bottom - state.shell.header.h) * 0.9;
  if (key.name == "j") {
    step_focus(state, context, 1);
  } else if (key.name == "k") {
    step_focus(state, context, -1);
  } else if (key.name == "ArrowDown") {
    move_focus(state, context, 0, 1);
  } else if (key.name == "ArrowUp") {
    move_focus(state, context, 0, -1);
  } else if (key.name == "ArrowLeft") {
    move_focus(state, context, -1, 0);
  } else if (key.name == "ArrowRight") {
    move_focus(state, context, 1, 0);
  } else if (key.name == "Home") {
    scroll_feed(state, context, 0, false);
  } else if (key.name == "End") {
    scroll_feed(state, context, max_scroll(state), false);
  } else if (key.name == "PageDown" || (key.name == " " && !key.modifiers.shift)) {
    scroll_feed(state, context, state.feed.scroll_y + page, true);
  } else if (key.name == "PageUp" || key.name == " ") {
    scroll_feed(state, context, state.feed.scroll_y - page, true);
  } else if (key.name == "Enter" && focused_entry(state)) {
    perform(state, context, state.focus);
  } else if (key.name == "t") {
    const std::optional<feed::EntryIndex> at = focused_entry(state);
    if (!at) return false;
    toggle_translation(state, context, state.feed.store.id(*at));
  } else if (key.name == ".") {
    perform(state, context, keys::kNewer);
  } else {
    return false;
  }
  return true;
}

void perform_post(State& state, Context& context, std::string_view key) {
  PostView& view = state.post;
  if (key == keys::kPostClose) {
    close_post(state, context);
  } else if (key == keys::kPostPrevious) {
    step_media(state, context, -1);
  } else if (key == keys::kPostNext) {
    step_media(state, context, 1);
  } else if (key == keys::kPostReveal) {
    reveal_post(state, context);
  } else if (key == keys::kPostRetry) {
    retry_post(state, context);
  } else if (key == keys::kPostLink && view.post && !view.post->link.empty()) {
    context.effects.emplace_back(OpenLink{view.post->link.front().url});
  } else if (key == keys::kPostPlay) {
    view.playing = true;
    ++view.revision;
    state.needs_frame = true;
  } else if (key == keys::kPostMedia && view.post && !view.post->media.empty()) {
    const model::MediaKind kind = view.post->media[view.media_index].kind;
    const bool plays = kind == model::MediaKind::Video || kind == model::MediaKind::Audio ||
                       kind == model::MediaKind::Gif;
    if (plays) {
      perform_post(state, context, keys::kPostPlay);
    } else {
      open_zoom(state);
    }
  }
}

std::optional<Sheet> sheet_of(std::string_view key) {
  if (key == keys::kSheetTopics) return Sheet::Topics;
  if (key == keys::kSheetLanguages) return Sheet::Languages;
  if (key == keys::kSheetAbout) return Sheet::About;
  if (key == keys::kSheetClose) return Sheet::None;
  return std::nullopt;
}

void show_sheet(State& state, Context& context, Sheet sheet) {
  if (state.sheet == Sheet::None) state.sheet_return_focus = state.focus;
  state.sheet = sheet;
  const std::string close = std::string(keys::kSheetClose);
  context.effects.emplace_back(
      FocusNode{sheet == Sheet::None ? std::exchange(state.sheet_return_focus, "") : close});
}

void perform_place(State& state, Context& context, std::string_view name) {
  Place place = state.address.source.place;
  place.name.clear();
  place.kind = name == "local"      ? Place::Kind::Local
               : name == "trending" ? Place::Kind::Trending
                                    : Place::Kind::Public;
  state.sheet = Sheet::None;
  if (place == state.address.source.place) {
    scroll_feed(state, context, 0, true);
    return;
  }
  go_to_place(state, context, place);
}

}  // namespace

void go_to_place(State& state, Context& context, Place place) {
  state.sheet = Sheet::None;
  state.address.source.place = std::move(place);
  state.address.source.notice.clear();
  state.query = with_parameter(state.query, "source", sources::write_source(state.address.source));
  const bool was_open = state.post.open();
  if (was_open) {
    state.post.return_focus.clear();
    leave_post(state, context);
  }
  context.effects.emplace_back(SetQuery{state.query, true});
  start_feed(state, context);
}

void dismiss_toasts(State& state) {
  state.toasts.clear();
  state.needs_frame = true;
}

void perform(State& state, Context& context, std::string_view key) {
  state.needs_frame = true;
  if (const auto id = keys::id_of(key, keys::kCardPrefix)) {
    open_post(state, context, *id, History::Push);
  } else if (const auto comment = keys::id_of(key, keys::kCommentPrefix)) {
    open_post(state, context, *comment, History::Push);
  } else if (const auto hidden = keys::id_of(key, keys::kRevealPrefix)) {
    reveal_entry(state, context, *hidden);
  } else if (const auto acct = keys::id_of(key, keys::kAuthorPrefix)) {
    Place place = state.address.source.place;
    place.kind = Place::Kind::Account;
    place.name = *acct;
    go_to_place(state, context, place);
  } else if (const auto tag = keys::id_of(key, keys::kTopicPrefix)) {
    Place place = state.address.source.place;
    place.kind = Place::Kind::Tag;
    place.name = *tag;
    go_to_place(state, context, place);
  } else if (const auto place = keys::id_of(key, keys::kPlacePrefix)) {
    perform_place(state, context, *place);
  } else if (const auto folded = keys::id_of(key, keys::kUnfoldPrefix)) {
    unfold_comment(state, context, *folded);
  } else if (key == keys::kNewer) {
    ask_newer(state, context);
  } else if (key == keys::kRetry) {
    retry_feed(state, context);
  } else if (key == keys::kTop) {
    scroll_feed(state, context, 0, true);
  } else if (key == keys::kHelp || key == keys::kHelpClose) {
    state.show_keys = key == keys::kHelp && !state.show_keys;
    if (state.show_keys) {
      context.effects.emplace_back(FocusNode{std::string(keys::kHelpClose)});
    }
  } else if (const auto translated = keys::id_of(key, keys::kTranslatePrefix)) {
    toggle_translation(state, context, *translated);
  } else if (key == keys::kAuto) {
    toggle_auto(state, context);
  } else if (key == keys::kCheckBack) {
    toggle_check_back(state, context);
  } else if (const auto language = keys::id_of(key, keys::kChoicePrefix)) {
    step_choice(state, context, *language);
  } else if (key.starts_with(keys::kReadPrefix)) {
    press_reading(state, context, key);
  } else if (key.starts_with(keys::kSecretPrefix)) {
    press_service_key(state, context, key);
  } else if (key == keys::kPhrasesSave) {
    context.effects.emplace_back(SaveFile{"crossfeed-phrases.csv", write_phrases(state.reading)});
  } else if (key == keys::kTranslationsClear) {
    clear_translations(state, context);
  } else if (key == keys::kTranslationsSave) {
    context.effects.emplace_back(
        SaveFile{"crossfeed-translations.json", state.translation.engine.cache().write()});
  } else if (const auto sheet = sheet_of(key)) {
    show_sheet(state, context, *sheet);
  } else if (key == keys::kToastClose) {
    dismiss_toasts(state);
  } else if (key == keys::kLab) {
    if (state.lab.open) {
      close_lab(state, context);
    } else {
      open_lab(state, context);
    }
  } else if (key == keys::kZoomClose) {
    close_zoom(state);
  } else if (key == keys::kZoomIn || key == keys::kZoomOut) {
    zoom_by(state, key == keys::kZoomIn ? 1.4F : 1 / 1.4F,
            {state.window.w / 2, state.window.h / 2});
  } else if (key.starts_with("post:")) {
    perform_post(state, context, key);
  } else if (key.starts_with(keys::kLabPrefix)) {
    press_lab(state, context, key);
  }
}

bool press_key(State& state, Context& context, const Key& key) {
  if (key.modifiers.control || key.modifiers.alt) return false;
  state.needs_frame = true;
  if (key.name == "?") {
    perform(state, context, keys::kHelp);
    return true;
  }
  if (state.show_keys) {
    if (key.name != "Escape") return false;
    perform(state, context, keys::kHelpClose);
    return true;
  }
  if (state.sheet != Sheet::None) {
    if (key.name != "Escape") return false;
    perform(state, context, keys::kSheetClose);
    return true;
  }
  if (state.post.open()) return press_post_key(state, context, key);
  if (key.name == "Escape" && !state.toasts.empty()) {
    dismiss_toasts(state);
    return true;
  }
  return press_feed_key(state, context, key);
}

}  // namespace core
