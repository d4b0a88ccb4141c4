#include "core/shell_view.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>

#include "core/feed_layout.h"
#include "core/keys.h"
#include "core/post_view.h"
#include "core/state.h"
#include "model/reader_text.h"

namespace core {
namespace {

using layout::Col;
using layout::Icon;
using layout::Num;
using layout::Type;
using sources::mastodon::Place;

constexpr std::size_t kMaxTopics = 6;
constexpr std::size_t kMaxRules = 3;
constexpr std::size_t kMixRows = 5;

class Builder {
 public:
  Builder(const State& state, Context& context)
      : state_(state), context_(context), shell_(state.shell), doc_(state.lab.document) {}

  std::vector<ControlGroup> build() {
    if (shell_.has_nav) add_navigation();
    add_header();
    if (shell_.has_side) add_notes();
    add_feed_controls();
    if (state_.post.open()) add_post_controls();
    if (state_.post.zoom.open) add_zoom_controls();
    if (state_.show_keys) add_help();
    add_toasts();
    return std::move(groups_);
  }

 private:
  std::shared_ptr<const layout::TextBlock> text(const std::string& words, const Type& type,
                                                float width, int lines = 1) {
    return std::make_shared<layout::TextBlock>(layout::build_label(
        words, type, {.width_pt = std::max(1.0F, width), .max_lines = lines}, context_.measurer()));
  }

  ControlGroup& group(GroupKind kind, std::string name) {
    groups_.push_back({kind, std::move(name), {}, {}});
    return groups_.back();
  }

  [[nodiscard]] Type small() const { return {doc_[Num::SmallSize], doc_[Num::SmallLine], 400}; }
  [[nodiscard]] Type body(std::uint16_t weight = 400) const {
    return {doc_[Num::BodySize], doc_[Num::BodyLine], weight};
  }

  Control& add(ControlGroup& to, Look look, std::string_view key, const std::string& label,
               base::Rect rect, const Type& type, float text_width, int lines = 1) {
    Control control;
    control.look = look;
    control.key = key;
    control.label = label;
    control.rect = rect;
    if (!label.empty()) control.text = text(label, type, text_width, lines);
    to.controls.push_back(std::move(control));
    return to.controls.back();
  }

  [[nodiscard]] bool at(Place::Kind kind) const { return state_.address.source.place.kind == kind; }

  void add_navigation() {
    ControlGroup& nav = group(GroupKind::Navigation, "Navigation");
    const float x = shell_.nav.x;
    const float width = shell_.nav.w;
    add(nav, Look::Brand, keys::kTop, "Crossfeed", {x, 16, 150, 36}, {18.5F, 34, 700}, 120).name =
        "Crossfeed, to the top";
    float y = 72;
    const auto item = [&](std::string_view key, const std::string& label, Icon icon, bool current,
                          const std::string& detail = "") {
      Control& control = add(
          nav, Look::NavItem, key, label, {x, y, width, 40},
          {doc_[Num::TitleSize], 40, static_cast<std::uint16_t>(current ? 600 : 400)}, width - 60);
      control.icon = icon;
      control.current = current;
      control.color = current ? Col::Ink : Col::Ink2;
      if (!detail.empty()) {
        control.detail = text(detail, {doc_[Num::SmallSize], 40, 400, true}, 90);
        control.detail_label = detail;
      }
      y += 42;
    };
    item("place:public", "For you", Icon::Home, at(Place::Kind::Public));
    item("place:local", "Local", Icon::Pin, at(Place::Kind::Local));
    item("place:trending", "Trending", Icon::Trend, at(Place::Kind::Trending));
    if (!state_.topics.empty()) {
      y += 14;
      add(nav, Look::Caption, "", "Topics", {x + 12, y, width - 24, 28}, {12, 28, 400}, width - 24)
          .color = Col::Ink3;
      y += 32;
      for (std::size_t i = 0;
           i < std::min(state_.topics.size(), kMaxTopics) && y < state_.window.h - 150; ++i) {
        const sources::mastodon::TagUse& topic = state_.topics[i];
        const bool current = at(Place::Kind::Tag) && state_.address.source.place.name == topic.name;
        item(keys::make(keys::kTopicPrefix, topic.name), "#" + topic.name, Icon::Tag, current,
             model::count_text(topic.uses, state_.reader()));
      }
    }
    y += 14;
    add(nav, Look::Caption, "", "Source", {x + 12, y, width - 24, 28}, {12, 28, 400}, width - 24)
        .color = Col::Ink3;
    y += 30;
    Control& source = add(nav, Look::Text, "", sources::place_title(state_.address.source.place),
                          {x + 12, y, width - 24, 32}, {doc_[Num::BodySize], 32, 400}, width - 24);
    source.color = Col::Ink2;
  }

  void add_header() {
    ControlGroup& header = group(GroupKind::Header, "Feeds");
    const base::Rect bar = shell_.header;
    const float top = shell_.compact ? 12 : 16;
    float x = bar.x + (shell_.compact ? 4 : 0);
    const auto tab = [&](std::string_view key, const std::string& label, bool current) {
      const Type type{shell_.compact ? 16.0F : 17.0F, 32,
                      static_cast<std::uint16_t>(current ? 700 : 400)};
      Control& control = add(header, Look::Tab, key, label, {x, top, 0, 34}, type, 240);
      control.current = current;
      control.color = current ? Col::Ink : Col::Ink3;
      control.rect.w = std::ceil(control.text->width()) + 2;
      x += control.rect.w + (shell_.compact ? 16.0F : 20.0F);
    };
    tab("place:public", "For you", at(Place::Kind::Public));
    tab("place:local", "Local", at(Place::Kind::Local));
    tab("place:trending", "Trending", at(Place::Kind::Trending));
    if (at(Place::Kind::Tag) || at(Place::Kind::Account)) {
      const Place& place = state_.address.source.place;
      std::string name = (at(Place::Kind::Tag) ? "#" : "@") + place.name;
      tab(at(Place::Kind::Tag) ? keys::make(keys::kTopicPrefix, place.name)
                               : keys::make(keys::kAuthorPrefix, place.name),
          name, true);
      const float most = bar.right() - header.controls.back().rect.x - 48;
      Control& named = header.controls.back();
      if (named.rect.w > most) {
        named.rect.w = std::max(24.0F, most);
        named.text = text(name, {shell_.compact ? 16.0F : 17.0F, 32, 700}, named.rect.w);
      }
    }
    Control lab;
    lab.look = Look::RoundButton;
    lab.key = keys::kLab;
    lab.name = state_.lab.open ? "Close the lab" : "Open the lab";
    lab.icon = Icon::Sliders;
    lab.rect = {bar.right() - 40, top - 3, 40, 40};
    lab.current = state_.lab.open;
    header.controls.push_back(lab);
    add_strip(header, {bar.x + (shell_.compact ? 4 : 0), bar.h - 8,
                       bar.w - (shell_.compact ? 8.0F : 0.0F), 4});
  }

  // The languages of what is loaded as one line of their colours.
  void add_strip(ControlGroup& header, base::Rect rect) {
    const std::vector<MixShare> mix = language_mix(state_);
    constexpr float kGap = 2;
    float x = rect.x;
    const float room = rect.w - kGap * static_cast<float>(mix.empty() ? 0 : mix.size() - 1);
    for (std::size_t i = 0; i < mix.size(); ++i) {
      Control part;
      part.look = Look::Strip;
      part.rect = {x, rect.y, room * mix[i].share, rect.h};
      part.hue = static_cast<int>(i);
      part.share = mix[i].share;
      header.controls.push_back(part);
      x += part.rect.w + kGap;
    }
  }

  void add_notes() {
    const base::Rect side = shell_.side;
    const std::vector<MixShare> mix = language_mix(state_);
    float y = 76;
    if (!mix.empty()) {
      ControlGroup& notes = group(GroupKind::Notes, "Language mix");
      const float top = y;
      add(notes, Look::Title, "", "Language mix", {side.x + 16, y + 12, side.w - 32, 26},
          {13, 26, 600}, side.w - 32);
      y += 44;
      for (std::size_t i = 0; i < mix.size(); ++i) {
        Control& row = add(notes, Look::Meter, "", mix[i].name, {side.x + 16, y, side.w - 32, 28},
                           {13, 28, 400}, 78);
        row.share = mix[i].share;
        row.hue = static_cast<int>(i);
        row.color = Col::Ink2;
        const std::string percent = std::to_string(std::lround(mix[i].share * 100)) + "%";
        row.detail = text(percent, {13, 28, 400, true}, 60);
        row.detail_label = percent;
        y += 31;
      }
      y += 10;
      notes.ground = {side.x, top, side.w, y - top};
      y += 16;
    }
    if (state_.instance && !state_.instance->title.empty()) add_place_notes(side, y);
  }

  void add_place_notes(base::Rect side, float y) {
    const model::Instance& instance = *state_.instance;
    ControlGroup& notes = group(GroupKind::Notes, "About this place");
    const float top = y;
    const float width = side.w - 32;
    const auto paragraph = [&](Look look, const std::string& words, const Type& type, int lines,
                               Col color) {
      Control& control =
          add(notes, look, "", words, {side.x + 16, y, width, 0}, type, width, lines);
      control.rect.h = control.text->height();
      control.color = color;
      y += control.rect.h;
    };
    y += 14;
    paragraph(Look::Title, instance.title, {13, 22, 600}, 2, Col::Ink);
    if (!instance.description.empty()) {
      y += 4;
      paragraph(Look::Text, instance.description, {13, 19, 400}, 4, Col::Ink2);
    }
    for (std::size_t i = 0; i < std::min(instance.rules.size(), kMaxRules); ++i) {
      if (y > state_.window.h - 120) break;
      y += 8;
      paragraph(Look::Text, std::to_string(i + 1) + ". " + instance.rules[i], {13, 19, 400}, 3,
                Col::Ink3);
    }
    y += 16;
    notes.ground = {side.x, top, side.w, y - top};
  }

  // Pill for newer posts, and what stands at the feed's end: progress, error, emptiness.
  void add_feed_controls() {
    const FeedView& feed = state_.feed;
    ControlGroup& controls = group(GroupKind::Feed, "");
    if (!feed.newer.empty() && !state_.post.open()) {
      const std::string label = std::to_string(feed.newer.size()) + " new";
      Control& pill = add(controls, Look::Pill, keys::kNewer, label,
                          {0, shell_.header.h + 10, 0, 36}, {14, 36, 600, true}, 200);
      pill.name = label + (feed.newer.size() == 1 ? " post, show it" : " posts, show them");
      pill.icon = Icon::ArrowUp;
      pill.rect.w = std::ceil(pill.text->width()) + 52;
      pill.rect.x = shell_.feed_x + (shell_.feed_width - pill.rect.w) / 2;
    }
    if (state_.post.open()) return;
    const double content_end = static_cast<double>(shell_.feed_top) + feed.waterfall.height();
    const bool nothing = feed.store.size() == 0;
    const float y = nothing ? shell_.header.h + state_.window.h * 0.22F
                            : static_cast<float>(content_end - feed.scroll_y) + 20;
    if (y > state_.window.h) return;
    if (feed.phase == Phase::Failed && feed.error) {
      add_error(controls, *feed.error, y, nothing);
    } else if (feed.phase == Phase::Loading && !nothing) {
      Control spinner;
      spinner.look = Look::Spinner;
      spinner.rect = {shell_.feed_x + shell_.feed_width / 2 - 30, y, 60, 24};
      controls.controls.push_back(spinner);
    } else if (feed.phase == Phase::Ready && nothing) {
      add_sentence(controls, "Nothing here yet",
                   "This place has no posts that you may see. Try another feed above.", y, true);
    } else if (feed.phase == Phase::Ready && feed.next_url.empty() &&
               feed.waterfall.size() == feed.store.size()) {
      add_sentence(controls, "", "You have seen it all. Come back later, or go to the top.", y,
                   false);
    }
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
          context_.measurer()));
      control.rect = {x, y, width, control.text->height()};
      controls.controls.push_back(control);
      y += control.rect.h;
    };
    if (!title.empty()) {
      centred(Look::Title, title, large ? Type{20, 30, 600} : body(600), 3, Col::Ink);
      y += 6;
    }
    centred(Look::Text, words, large ? Type{15, 24, 400} : small(), 5, Col::Ink3);
    return y;
  }

  void add_error(ControlGroup& controls, const sources::SourceError& error, float y, bool large) {
    y = add_sentence(controls, error.what, error.why + " " + error.next, y, large) + 16;
    Control& retry =
        add(controls, Look::Action, keys::kRetry, "Try again", {0, y, 0, 40}, {14, 40, 600}, 200);
    retry.rect.w = std::ceil(retry.text->width()) + 40;
    retry.rect.x = shell_.feed_x + (shell_.feed_width - retry.rect.w) / 2;
    retry.color = Col::Card;
  }

  void add_icon(ControlGroup& to, std::string_view key, const char* name, Icon icon,
                base::Rect rect, Look look = Look::RoundButton) {
    Control control;
    control.look = look;
    control.key = key;
    control.name = name;
    control.icon = icon;
    control.rect = rect;
    to.controls.push_back(control);
  }

  void add_post_controls() {
    const PostView& view = state_.post;
    ControlGroup& controls = group(GroupKind::Post, "");
    const base::Rect sheet = view.page.sheet;
    if (shell_.compact) {
      add_icon(controls, keys::kPostClose, "Close", Icon::Back, {6, 6, 40, 40});
    } else {
      add_icon(controls, keys::kPostClose, "Close", Icon::Close,
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
      Control& title = add(controls, Look::Title, "", view.error->what, {x, y, width, 0},
                           {18, 26, 600}, width, 3);
      title.rect.h = title.text->height();
      y += title.rect.h + 6;
      Control& why = add(controls, Look::Text, "", view.error->why + " " + view.error->next,
                         {x, y, width, 0}, {15, 23, 400}, width, 6);
      why.rect.h = why.text->height();
      why.color = Col::Ink3;
      y += why.rect.h + 16;
      Control& retry = add(controls, Look::Action, keys::kPostRetry, "Try again", {x, y, 120, 40},
                           {14, 40, 600}, 100);
      retry.color = Col::Card;
    } else if (view.thread_phase == Phase::Failed) {
      const float y =
          view.page.scroller.y + view.page.boxes.size.h - static_cast<float>(view.scroll_y);
      if (y < view.page.scroller.bottom()) {
        Control& retry = add(controls, Look::Action, keys::kPostRetry, "Load the comments again",
                             {view.page.scroller.x + 20, y - 4, 210, 36}, {14, 36, 600}, 200);
        retry.color = Col::Card;
      }
    }
    if (!view.post || view.post->media.size() < 2) return;
    base::Rect media = view.page.media;
    if (view.page.media_in_page) media.y -= static_cast<float>(view.scroll_y);
    const float middle = media.y + media.h / 2 - 20;
    if (view.media_index > 0) {
      add_icon(controls, keys::kPostPrevious, "Previous picture", Icon::ChevronLeft,
               {media.x + 10, middle, 40, 40});
    }
    if (view.media_index + 1 < view.post->media.size()) {
      add_icon(controls, keys::kPostNext, "Next picture", Icon::ChevronRight,
               {media.right() - 50, middle, 40, 40});
    }
  }

  void add_zoom_controls() {
    ControlGroup& controls = group(GroupKind::Zoom, "Picture");
    const float right = state_.window.w;
    add_icon(controls, keys::kZoomClose, "Close the picture", Icon::Close,
             {right - 54, 14, 40, 40});
    add_icon(controls, keys::kZoomIn, "Zoom in", Icon::ZoomIn, {right - 102, 14, 40, 40});
    add_icon(controls, keys::kZoomOut, "Zoom out", Icon::ChevronDown, {right - 150, 14, 40, 40});
  }

  void add_help() {
    static constexpr std::array<std::pair<const char*, const char*>, 9> kRows = {{
        {"j  k", "Next post, previous post"},
        {"← ↑ ↓ →", "The neighbouring post; in a post, its pictures"},
        {"Enter", "Open the post"},
        {"Esc", "Close what is open"},
        {"Page Up  Page Down", "A screen up, a screen down"},
        {"Home  End", "First post, last loaded post"},
        {".", "Look for new posts, show them"},
        {"+  −", "Zoom a picture"},
        {"?", "This list"},
    }};
    ControlGroup& help = group(GroupKind::Help, "Keys");
    const float width = std::min(460.0F, state_.window.w - 32);
    const float height = 76 + static_cast<float>(kRows.size()) * 34;
    const float x = (state_.window.w - width) / 2;
    float y = std::max(12.0F, (state_.window.h - height) / 2);
    help.ground = {x, y, width, height};
    add(help, Look::Title, "", "Keys", {x + 24, y + 16, width - 80, 32}, {17, 32, 600}, width - 80);
    add_icon(help, keys::kHelpClose, "Close the list of keys", Icon::Close,
             {x + width - 52, y + 12, 40, 40});
    y += 58;
    for (const auto& [key, does] : kRows) {
      add(help, Look::Title, "", key, {x + 24, y, 150, 30}, {13, 30, 600}, 150);
      add(help, Look::Text, "", does, {x + 180, y, width - 200, 30}, {13, 30, 400}, width - 200)
          .color = Col::Ink2;
      y += 34;
    }
  }

  void add_toasts() {
    if (state_.toasts.empty()) return;
    float y = state_.window.h - 16;
    for (auto toast = state_.toasts.rbegin(); toast != state_.toasts.rend(); ++toast) {
      ControlGroup& toasts = group(GroupKind::Toasts, "");
      const float most = std::min(520.0F, state_.window.w - 32);
      Control words;
      words.look = Look::Text;
      words.label = toast->text;
      words.color = Col::BadgeInk;
      words.text = text(toast->text, {14, 20, 400}, most - 84, 4);
      const float height = words.text->height() + 24;
      const float width = std::ceil(words.text->width()) + 84;
      const float x = (state_.window.w - width) / 2;
      y -= height;
      toasts.ground = {x, y, width, height};
      words.rect = {x + 20, y + 12, width - 84, height - 24};
      toasts.controls.push_back(words);
      add_icon(toasts, keys::kToastClose, "Dismiss", Icon::Close,
               {x + width - 48, y + height / 2 - 20, 40, 40}, Look::IconButton);
      toasts.controls.back().color = Col::BadgeInk;
      y -= 10;
    }
  }

  const State& state_;
  Context& context_;
  const layout::Shell& shell_;
  const layout::Document& doc_;
  std::vector<ControlGroup> groups_;
};

}  // namespace

std::vector<MixShare> language_mix(const State& state) {
  std::vector<std::pair<std::string, int>> counted(state.feed.languages.begin(),
                                                   state.feed.languages.end());
  std::erase_if(counted, [](const auto& entry) { return entry.first.empty(); });
  std::sort(counted.begin(), counted.end(), [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : a.first < b.first;
  });
  int total = 0;
  for (const auto& [tag, count] : state.feed.languages) total += count;
  std::vector<MixShare> mix;
  int named = 0;
  for (const auto& [tag, count] : counted) {
    if (mix.size() + 1 >= kMixRows) break;
    mix.push_back({tag, std::string(model::native_name(model::parse_language(tag))),
                   static_cast<float>(count) / static_cast<float>(total)});
    named += count;
  }
  if (total > named) {
    mix.push_back({"", "other", static_cast<float>(total - named) / static_cast<float>(total)});
  }
  return mix;
}

std::vector<ControlGroup> build_controls(const State& state, Context& context) {
  return Builder(state, context).build();
}

}  // namespace core
