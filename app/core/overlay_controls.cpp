#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

#include "core/control_maker.h"
#include "core/feed_layout.h"
#include "core/keys.h"
#include "core/notes.h"
#include "core/post_view.h"
#include "core/pull.h"

namespace core {
namespace {

using layout::Col;
using layout::Icon;
using layout::Type;
using model::Word;

class Overlays {
 public:
  explicit Overlays(ControlMaker& make) : make_(make), state_(make.state()), shell_(make.shell()) {}

  void add_feed_controls() {
    const FeedView& feed = state_.feed;
    ControlGroup& controls = make_.group(GroupKind::Feed, "");
    if (!feed.newer.empty() && !state_.post.open()) {
      const auto count = static_cast<std::int64_t>(feed.newer.size());
      const std::string label = state_.words.plural(Word::NewPill, count);
      Control& pill = make_.add(controls, Look::Pill, keys::kNewer, label,
                                {0, shell_.header.h + 10, 0, 36}, {14, 36, 600, true}, 200);
      pill.name = state_.words.plural(Word::NewPillName, count);
      pill.icon = Icon::ArrowUp;
      pill.rect.w = std::ceil(pill.text->width()) + 52;
      pill.rect.x = shell_.feed_x + (shell_.feed_width - pill.rect.w) / 2;
    }
    add_pull_words(controls);
    if (state_.post.open()) return;
    const double content_end = static_cast<double>(shell_.feed_top) + feed.waterfall.height();
    const bool nothing = feed.store.size() == 0;
    const float y = nothing ? shell_.header.h + state_.window.h * 0.22F
                            : static_cast<float>(content_end - feed.scroll_y) + 20;
    if (y > state_.window.h) return;
    if (feed.error) {
      add_error(controls, *feed.error, y, nothing);
    } else if (feed.phase == Phase::Loading && !nothing) {
      add_spinner(controls, y);
    } else if (feed.phase == Phase::Ready && nothing) {
      add_sentence(controls, make_.word(Word::NothingHere), make_.word(Word::NothingHereWhy), y,
                   true);
    } else if (feed.phase == Phase::Ready && feed.next_url.empty() &&
               feed.waterfall.size() == feed.store.size()) {
      add_sentence(controls, "", make_.word(Word::SeenAll), y, false);
    }
  }

  // In the room that a pull opens above the first card; what is looked for longer stays below the
  // header.
  void add_pull_words(ControlGroup& controls) {
    const std::string words = pull_words(state_);
    if (words.empty() || state_.post.open()) return;
    const float room = static_cast<float>(std::max(0.0, -state_.feed.scroll_y));
    Control& control =
        make_.add(controls, Look::Text, "", words, {0, 0, 0, 24}, {13, 24, 400}, shell_.feed_width);
    control.color = Col::Ink3;
    control.rect.w = std::ceil(control.text->width());
    control.rect.x = shell_.feed_x + (shell_.feed_width - control.rect.w) / 2;
    control.rect.y = shell_.header.h + std::max(0.0F, (room - control.rect.h) / 2);
  }

  float add_sentence(ControlGroup& controls, const std::string& title, const std::string& words,
                     float y, bool large) {
    const float width = std::min(shell_.feed_width - 32, 460.0F);
    const float x = shell_.feed_x + (shell_.feed_width - width) / 2;
    const auto centred = [&](Look look, const std::string& label, const Type& type, int lines,
                             Col color) {
      Control control;
      control.look = look;
      control.label = label;
      control.color = color;
      control.text = std::make_shared<layout::TextBlock>(layout::build_label(
          label, type, {.width_pt = width, .max_lines = lines, .align = text::Align::Center},
          make_.measurer()));
      control.rect = {x, y, width, control.text->height()};
      controls.controls.push_back(control);
      y += control.rect.h;
    };
    if (!title.empty()) {
      centred(Look::Title, title, large ? Type{20, 30, 600} : make_.body(600), 3, Col::Ink);
      y += 6;
    }
    centred(Look::Text, words, large ? Type{15, 24, 400} : make_.small(), 5, Col::Ink3);
    return y;
  }

  void add_spinner(ControlGroup& controls, float y) {
    Control spinner;
    spinner.look = Look::Spinner;
    spinner.rect = {shell_.feed_x + shell_.feed_width / 2 - 30, y, 60, 24};
    controls.controls.push_back(spinner);
  }

  void add_error(ControlGroup& controls, const sources::SourceError& error, float y, bool large) {
    const bool again = state_.feed.phase == Phase::Loading;
    const sources::ErrorText text = sources::error_text(error, state_.words);
    const std::string& next = again ? make_.word(Word::TryingAgain) : text.next;
    y = add_sentence(controls, text.what, text.why + " " + next, y, large) + 16;
    if (again) {
      add_spinner(controls, y);
      return;
    }
    Control& retry = make_.add(controls, Look::Action, keys::kRetry, make_.word(Word::TryAgain),
                               {0, y, 0, 40}, {14, 40, 600}, 200);
    retry.rect.w = std::ceil(retry.text->width()) + 40;
    retry.rect.x = shell_.feed_x + (shell_.feed_width - retry.rect.w) / 2;
    retry.color = Col::Card;
  }

  void add_post_controls() {
    const PostView& view = state_.post;
    ControlGroup& controls = make_.group(GroupKind::Post, "");
    const base::Rect sheet = make_.logical(view.page.sheet);
    const base::Rect scroller = make_.logical(view.page.scroller);
    if (shell_.compact) {
      make_.icon(controls, keys::kPostClose, make_.word(Word::Close), Icon::Back, {6, 6, 40, 40});
    } else {
      make_.icon(controls, keys::kPostClose, make_.word(Word::Close), Icon::Close,
                 {sheet.right() - 52, sheet.y + 12, 40, 40});
    }
    if (view.post_phase == Phase::Loading) {
      Control spinner;
      spinner.look = Look::Spinner;
      spinner.rect = {sheet.x + sheet.w / 2 - 30, sheet.y + sheet.h * 0.4F, 60, 24};
      controls.controls.push_back(spinner);
    }
    if (view.post_phase == Phase::Failed && view.error) {
      const float width = std::min(sheet.w - 48, 420.0F);
      const float x = sheet.x + (sheet.w - width) / 2;
      float y = sheet.y + sheet.h * 0.32F;
      const sources::ErrorText text = sources::error_text(*view.error, state_.words);
      Control& title = make_.add(controls, Look::Title, "", text.what, {x, y, width, 0},
                                 {18, 26, 600}, width, 3);
      title.rect.h = title.text->height();
      y += title.rect.h + 6;
      Control& why = make_.add(controls, Look::Text, "", text.why + " " + text.next,
                               {x, y, width, 0}, {15, 23, 400}, width, 6);
      why.rect.h = why.text->height();
      why.color = Col::Ink3;
      y += why.rect.h + 16;
      Control& retry = make_.add(controls, Look::Action, keys::kPostRetry,
                                 make_.word(Word::TryAgain), {x, y, 0, 40}, {14, 40, 600}, 200);
      retry.rect.w = std::ceil(retry.text->width()) + 40;
      retry.color = Col::Card;
    } else if (view.thread_phase == Phase::Failed) {
      const float y = scroller.y + view.page.boxes.size.h - static_cast<float>(view.scroll_y);
      if (y < scroller.bottom()) {
        Control& retry =
            make_.add(controls, Look::Action, keys::kPostRetry, make_.word(Word::ReloadComments),
                      {scroller.x + 20, y - 4, 0, 36}, {14, 36, 600}, 260);
        retry.rect.w = std::ceil(retry.text->width()) + 40;
        retry.color = Col::Card;
      }
    }
    if (!view.post || view.post->media.size() < 2) return;
    base::Rect media = make_.logical(view.page.media);
    if (view.page.media_in_page) media.y -= static_cast<float>(view.scroll_y);
    const float middle = media.y + media.h / 2 - 20;
    if (view.media_index > 0) {
      make_.icon(controls, keys::kPostPrevious, make_.word(Word::PreviousPicture),
                 Icon::ChevronLeft, {media.x + 10, middle, 40, 40});
    }
    if (view.media_index + 1 < view.post->media.size()) {
      make_.icon(controls, keys::kPostNext, make_.word(Word::NextPicture), Icon::ChevronRight,
                 {media.right() - 50, middle, 40, 40});
    }
  }

  void add_zoom_controls() {
    ControlGroup& controls = make_.group(GroupKind::Zoom, make_.word(Word::Picture));
    const float right = state_.window.w;
    make_.icon(controls, keys::kZoomClose, make_.word(Word::ClosePicture), Icon::Close,
               {right - 54, 14, 40, 40});
    make_.icon(controls, keys::kZoomIn, make_.word(Word::ZoomIn), Icon::ZoomIn,
               {right - 102, 14, 40, 40});
    make_.icon(controls, keys::kZoomOut, make_.word(Word::ZoomOut), Icon::ChevronDown,
               {right - 150, 14, 40, 40});
  }

  void add_help() {
    static constexpr std::array<std::pair<const char*, Word>, 10> kRows = {{
        {"j  k", Word::KeyNextPost},
        {"← ↑ ↓ →", Word::KeyNeighbour},
        {"Enter", Word::KeyOpen},
        {"Esc", Word::KeyClose},
        {"Page Up  Page Down", Word::KeyScreen},
        {"Home  End", Word::KeyEnds},
        {"t", Word::KeyTranslate},
        {".", Word::KeyNew},
        {"+  −", Word::KeyZoom},
        {"?", Word::KeyList},
    }};
    ControlGroup& help = make_.group(GroupKind::Help, make_.word(Word::Keys));
    const float width = std::min(460.0F, state_.window.w - 32);
    const float height = 76 + static_cast<float>(kRows.size()) * 34;
    const float x = (state_.window.w - width) / 2;
    float y = std::max(12.0F, (state_.window.h - height) / 2);
    help.ground = {x, y, width, height};
    make_.add(help, Look::Title, "", make_.word(Word::Keys), {x + 24, y + 16, width - 80, 32},
              {17, 32, 600}, width - 80);
    make_.icon(help, keys::kHelpClose, make_.word(Word::CloseKeys), Icon::Close,
               {x + width - 52, y + 12, 40, 40});
    y += 58;
    for (const auto& [key, does] : kRows) {
      make_.add(help, Look::Title, "", key, {x + 24, y, 150, 30}, {13, 30, 600}, 150);
      make_
          .add(help, Look::Text, "", make_.word(does), {x + 180, y, width - 200, 30}, {13, 30, 400},
               width - 200)
          .color = Col::Ink2;
      y += 34;
    }
  }

  void add_toasts() {
    if (state_.toasts.empty()) return;
    float y = (state_.post.open() ? state_.window.h : shell_.feed_bottom) - 16;
    for (auto toast = state_.toasts.rbegin(); toast != state_.toasts.rend(); ++toast) {
      ControlGroup& toasts = make_.group(GroupKind::Toasts, "");
      const float most = std::min(520.0F, state_.window.w - 32);
      Control words;
      words.look = Look::Text;
      words.label = toast->text;
      words.color = Col::BadgeInk;
      words.text = make_.text(toast->text, {14, 20, 400}, most - 84, 4);
      const float text_width = std::ceil(words.text->width()) + 1;
      words.text = make_.text(toast->text, {14, 20, 400}, text_width, 4);
      const float height = words.text->height() + 24;
      const float width = text_width + 84;
      const float x = (state_.window.w - width) / 2;
      y -= height;
      toasts.ground = {x, y, width, height};
      words.rect = {x + 20, y + 12, width - 84, height - 24};
      toasts.controls.push_back(words);
      make_.icon(toasts, keys::kToastClose, make_.word(Word::Dismiss), Icon::Close,
                 {x + width - 48, y + height / 2 - 20, 40, 40}, Look::IconButton);
      toasts.controls.back().color = Col::BadgeInk;
      y -= 10;
    }
  }

 private:
  ControlMaker& make_;
  const State& state_;
  const layout::Shell& shell_;
};

}  // namespace

void make_feed_controls(ControlMaker& make) { Overlays(make).add_feed_controls(); }

void make_post_controls(ControlMaker& make) {
  if (!make.state().post.open()) return;
  Overlays(make).add_post_controls();
  if (make.state().post.zoom.open) Overlays(make).add_zoom_controls();
}

void make_top_controls(ControlMaker& make) {
  if (make.state().sheet != Sheet::None) make_sheet(make);
  if (make.state().show_keys) Overlays(make).add_help();
  Overlays(make).add_toasts();
}

}  // namespace core
