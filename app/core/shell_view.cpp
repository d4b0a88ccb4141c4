#include "core/shell_view.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/control_maker.h"
#include "core/keys.h"
#include "core/notes.h"
#include "core/state.h"
#include "model/reader_text.h"

namespace core {
namespace {

using layout::Col;
using layout::Icon;
using layout::Num;
using layout::Type;
using model::Word;
using sources::mastodon::Place;

class Frame {
 public:
  explicit Frame(ControlMaker& make)
      : make_(make), state_(make.state()), shell_(make.shell()), doc_(state_.lab.document) {}

  void build() {
    if (shell_.has_nav) add_navigation();
    add_header();
    if (shell_.has_side) make_side_notes(make_);
    if (shell_.has_bar) make_bar(make_);
  }

 private:
  [[nodiscard]] bool at(Place::Kind kind) const { return state_.address.source.place.kind == kind; }

  void add_navigation() {
    ControlGroup& nav = make_.group(GroupKind::Navigation, make_.word(Word::Navigation));
    const float x = shell_.nav.x;
    const float width = shell_.nav.w;
    make_.add(nav, Look::Brand, keys::kTop, "Crossfeed", {x, 16, 150, 36}, {18.5F, 34, 700}, 120)
        .name = make_.word(Word::ToTop);
    float y = 72;
    const auto item = [&](std::string_view key, const std::string& label, Icon icon, bool current) {
      add_nav_item(make_, nav, {x, y, width, 40}, {std::string(key), label, icon, current, ""});
      y += 42;
    };
    item("place:public", make_.word(Word::ForYou), Icon::Home, at(Place::Kind::Public));
    item("place:local", make_.word(Word::Local), Icon::Pin, at(Place::Kind::Local));
    item("place:trending", make_.word(Word::Trending), Icon::Trend, at(Place::Kind::Trending));
    const float bottom = state_.window.h - 108;
    if (!shell_.has_side) y = add_sheet_items(make_, nav, {x, y, width, bottom});
    if (!state_.topics.empty()) {
      make_
          .add(nav, Look::Caption, "", make_.word(Word::Topics), {x + 12, y + 14, width - 24, 28},
               {12, 28, 400}, width - 24)
          .color = Col::Ink3;
      y = add_topics(make_, nav, {x, y + 46, width, bottom});
    }
    y += 14;
    make_
        .add(nav, Look::Caption, "", make_.word(Word::Source), {x + 12, y, width - 24, 28},
             {12, 28, 400}, width - 24)
        .color = Col::Ink3;
    y += 30;
    Control& source = make_.add(
        nav, Look::Text, "", sources::place_title(state_.address.source.place, state_.words),
        {x + 12, y, width - 24, 32}, {doc_[Num::BodySize], 32, 400}, width - 24);
    source.color = Col::Ink2;
  }

  void add_header() {
    ControlGroup& header = make_.group(GroupKind::Header, make_.word(Word::Feeds));
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
    tab("place:public", make_.word(Word::ForYou), at(Place::Kind::Public));
    tab("place:local", make_.word(Word::Local), at(Place::Kind::Local));
    tab("place:trending", make_.word(Word::Trending), at(Place::Kind::Trending));
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
    if (!shell_.has_bar) {
      make_.icon(header, keys::kLab, make_.word(state_.lab.open ? Word::CloseLab : Word::OpenLab),
                 Icon::Sliders, {bar.right() - 40, top - 3, 40, 40});
      header.controls.back().current = state_.lab.open;
    }
    add_strip(header, {bar.x + (shell_.compact ? 4 : 0), bar.h - 8,
                       bar.w - (shell_.compact ? 8.0F : 0.0F), 4});
  }

  // The languages of what is loaded as one line of their colours.
  void add_strip(ControlGroup& header, base::Rect rect) {
    const std::vector<LanguageShare>& mix = state_.feed.languages.shares();
    constexpr float kGap = 2;
    float x = rect.x;
    const float room = rect.w - kGap * static_cast<float>(mix.empty() ? 0 : mix.size() - 1);
    for (std::size_t i = 0; i < mix.size(); ++i) {
      Control part;
      part.look = Look::Strip;
      part.rect = {x, rect.y, room * mix[i].share, rect.h};
      part.hue = mix[i].hue;
      part.share = mix[i].share;
      header.controls.push_back(part);
      x += part.rect.w + kGap;
    }
  }

  ControlMaker& make_;
  const State& state_;
  const layout::Shell& shell_;
  const layout::Document& doc_;
};
}  // namespace

std::vector<ControlGroup> build_controls(const State& state, Context& context) {
  ControlMaker make(state, context);
  Frame(make).build();
  make_feed_controls(make);
  make_post_controls(make);
  make_top_controls(make);
  return make.take();
}

}  // namespace core
