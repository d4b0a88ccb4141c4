#include "core/shell_view.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/control_maker.h"
#include "core/keys.h"
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

class Frame {
 public:
  explicit Frame(ControlMaker& make)
      : make_(make), state_(make.state()), shell_(state_.shell), doc_(state_.lab.document) {}

  void build() {
    if (shell_.has_nav) add_navigation();
    add_header();
    if (shell_.has_side) add_notes();
  }

 private:
  [[nodiscard]] bool at(Place::Kind kind) const { return state_.address.source.place.kind == kind; }

  void add_navigation() {
    ControlGroup& nav = make_.group(GroupKind::Navigation, "Navigation");
    const float x = shell_.nav.x;
    const float width = shell_.nav.w;
    make_.add(nav, Look::Brand, keys::kTop, "Crossfeed", {x, 16, 150, 36}, {18.5F, 34, 700}, 120)
        .name = "Crossfeed, to the top";
    float y = 72;
    const auto item = [&](std::string_view key, const std::string& label, Icon icon, bool current,
                          const std::string& detail = "") {
      Control& control = make_.add(
          nav, Look::NavItem, key, label, {x, y, width, 40},
          {doc_[Num::TitleSize], 40, static_cast<std::uint16_t>(current ? 600 : 400)}, width - 60);
      control.icon = icon;
      control.current = current;
      control.color = current ? Col::Ink : Col::Ink2;
      if (!detail.empty()) {
        control.detail = make_.text(detail, {doc_[Num::SmallSize], 40, 400, true}, 90);
        control.detail_label = detail;
      }
      y += 42;
    };
    item("place:public", "For you", Icon::Home, at(Place::Kind::Public));
    item("place:local", "Local", Icon::Pin, at(Place::Kind::Local));
    item("place:trending", "Trending", Icon::Trend, at(Place::Kind::Trending));
    if (!state_.topics.empty()) {
      y += 14;
      make_
          .add(nav, Look::Caption, "", "Topics", {x + 12, y, width - 24, 28}, {12, 28, 400},
               width - 24)
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
    make_
        .add(nav, Look::Caption, "", "Source", {x + 12, y, width - 24, 28}, {12, 28, 400},
             width - 24)
        .color = Col::Ink3;
    y += 30;
    Control& source =
        make_.add(nav, Look::Text, "", sources::place_title(state_.address.source.place),
                  {x + 12, y, width - 24, 32}, {doc_[Num::BodySize], 32, 400}, width - 24);
    source.color = Col::Ink2;
  }

  void add_header() {
    ControlGroup& header = make_.group(GroupKind::Header, "Feeds");
    const base::Rect bar = shell_.header;
    const float top = shell_.compact ? 12 : 16;
    float x = bar.x + (shell_.compact ? 4 : 0);
    const auto tab = [&](std::string_view key, const std::string& label, bool current) {
      const Type type{shell_.compact ? 16.0F : 17.0F, 32,
                      static_cast<std::uint16_t>(current ? 700 : 400)};
      Control& control = make_.add(header, Look::Tab, key, label, {x, top, 0, 34}, type, 240);
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
        named.text = make_.text(name, {shell_.compact ? 16.0F : 17.0F, 32, 700}, named.rect.w);
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
      ControlGroup& notes = make_.group(GroupKind::Notes, "Language mix");
      const float top = y;
      make_.add(notes, Look::Title, "", "Language mix", {side.x + 16, y + 12, side.w - 32, 26},
                {13, 26, 600}, side.w - 32);
      y += 44;
      for (std::size_t i = 0; i < mix.size(); ++i) {
        Control& row = make_.add(notes, Look::Meter, "", mix[i].name,
                                 {side.x + 16, y, side.w - 32, 28}, {13, 28, 400}, 78);
        row.share = mix[i].share;
        row.hue = static_cast<int>(i);
        row.color = Col::Ink2;
        const std::string percent = std::to_string(std::lround(mix[i].share * 100)) + "%";
        row.detail = make_.text(percent, {13, 28, 400, true}, 60);
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
    ControlGroup& notes = make_.group(GroupKind::Notes, "About this place");
    const float top = y;
    const float width = side.w - 32;
    const auto paragraph = [&](Look look, const std::string& words, const Type& type, int lines,
                               Col color) {
      Control& control =
          make_.add(notes, look, "", words, {side.x + 16, y, width, 0}, type, width, lines);
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

  ControlMaker& make_;
  const State& state_;
  const layout::Shell& shell_;
  const layout::Document& doc_;
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
    mix.push_back({tag, model::chip_label(model::parse_language(tag)),
                   static_cast<float>(count) / static_cast<float>(total)});
    named += count;
  }
  if (total > named) {
    mix.push_back({"", "other", static_cast<float>(total - named) / static_cast<float>(total)});
  }
  return mix;
}

std::vector<ControlGroup> build_controls(const State& state, Context& context) {
  ControlMaker make(state, context);
  Frame(make).build();
  make_feed_controls(make);
  make_post_controls(make);
  make_top_controls(make);
  return make.take();
}

}  // namespace core
