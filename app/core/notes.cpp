#include "core/notes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "core/keys.h"
#include "model/reader_text.h"

namespace core {
namespace {

using layout::Col;
using layout::Icon;
using layout::Num;
using layout::Type;
using model::Word;
using sources::mastodon::Place;

constexpr std::size_t kMaxTopics = 6;
constexpr std::size_t kMaxRules = 3;
constexpr float kSheetWidth = 440;
constexpr float kInset = 16;
constexpr float kLinkHeight = 28;
constexpr float kSheetInset = 20;
constexpr float kPanelsTop = 76;  // in line with the first cards

float add_heading(ControlMaker& make, ControlGroup& to, NotesColumn at, const std::string& words) {
  make.add(to, Look::Title, "", words, {at.x, at.y, at.width, 26}, {13, 26, 600}, at.width);
  return at.y + 32;
}

// Pressed words, no wider than they are.
Control& add_link(ControlMaker& make, ControlGroup& to, NotesColumn at, std::string_view key,
                  const std::string& label) {
  Control& control = make.add(to, Look::Link, key, label, {at.x, at.y, 0, kLinkHeight},
                              {12.5F, kLinkHeight, 600}, at.width);
  control.rect.w = std::ceil(control.text->width()) + 2;
  return control;
}

// The field for a key while one is entered, else what can be done about it.
float add_service_key(ControlMaker& make, ControlGroup& to, NotesColumn at, std::size_t service) {
  constexpr float kField = 36;
  const State& state = make.state();
  const ServiceKeys& secrets = state.translation.keys;
  const translate::Service& one = state.translation.engine.services()[service];
  const std::string index = std::to_string(service);
  const std::string name = translate::service_text(one, state.words);
  const auto link = [&](std::string_view prefix, const std::string& label) -> Control& {
    return add_link(make, to, at, keys::make(prefix, index), label);
  };
  if (secrets.entering == service) {
    Control field;
    field.look = Look::Secret;
    field.key = keys::make(keys::kSecretField, index);
    field.label = state.words.fill(Word::KeyField, {{"service", name}});
    field.rect = {at.x, at.y + 4, at.width, kField};
    to.controls.push_back(std::move(field));
    at.y += kField + 8;
    link(keys::kSecretKeep, make.word(Word::KeepKey));
  } else if (one.key.empty()) {
    link(keys::kSecretEnter, state.words.fill(Word::EnterKey, {{"service", name}}));
  } else {
    link(keys::kSecretForget, make.word(Word::ForgetKey)).name =
        make.word(Word::ForgetKey) + ": " + name;
  }
  return at.y + kLinkHeight;
}

template <typename Add>
void add_panel(ControlMaker& make, const std::string& name, NotesColumn& at, Add add) {
  ControlGroup& panel = make.group(GroupKind::Notes, name);
  const float top = at.y;
  const float end =
      add(make, panel,
          NotesColumn{at.x + kInset, at.y + 12, at.width - 2 * kInset, at.bottom - kInset});
  panel.ground = {at.x, top, at.width, end + 12 - top};
  at.y = end + 12 + kInset;
}

// The embedded one and a server's own know posts, not any text.
bool can_check_back(const std::vector<translate::Service>& services) {
  return std::any_of(services.begin(), services.end(), [](const translate::Service& one) {
    return one.kind != translate::ServiceKind::Demo && one.kind != translate::ServiceKind::Mastodon;
  });
}

bool has_about(const State& state) { return state.instance && !state.instance->title.empty(); }

float add_topics_with_heading(ControlMaker& make, ControlGroup& to, NotesColumn at) {
  at.y = add_heading(make, to, at, make.word(Word::Topics));
  constexpr float kItemInset = 12;  // of what a navigation item says, from its edge
  return add_topics(make, to, {at.x - kItemInset, at.y, at.width + 2 * kItemInset, at.bottom});
}

float add_languages(ControlMaker& make, ControlGroup& to, NotesColumn at) {
  at.y = add_mix(make, to, at) + 14;
  return add_translation_settings(make, to, at);
}

struct SheetKind {
  Sheet sheet;
  Word name;
  Icon icon;
  std::string_view key;
  float (*add)(ControlMaker&, ControlGroup&, NotesColumn);
};
constexpr std::array<SheetKind, 3> kSheets = {{
    {Sheet::Topics, Word::Topics, Icon::Tag, keys::kSheetTopics, add_topics_with_heading},
    {Sheet::Languages, Word::Languages, Icon::Globe, keys::kSheetLanguages, add_languages},
    {Sheet::About, Word::About, Icon::Info, keys::kSheetAbout, add_about},
}};

}  // namespace

float add_mix(ControlMaker& make, ControlGroup& to, NotesColumn at) {
  float y = add_heading(make, to, at, make.word(Word::LanguageMix));
  for (const LanguageShare& part : make.state().feed.languages.shares()) {
    const std::string& name = part.tag.empty() ? make.word(Word::OtherLanguages) : part.name;
    Control& row = make.add(to, Look::Meter, "", name, {at.x, y, at.width, 28}, {13, 28, 400}, 78);
    row.share = part.share;
    row.hue = part.hue;
    row.color = Col::Ink2;
    const std::string percent = model::percent_text(part.share, make.state().words);
    row.detail = make.text(percent, {13, 28, 400, true}, 60);
    row.detail_label = percent;
    y += 31;
  }
  return y - 2;
}

// From which languages translations come unasked: those of the feed that the reader does not read,
// and those chosen before.
float add_choices(ControlMaker& make, ControlGroup& to, NotesColumn at) {
  constexpr float kRow = 34;
  static constexpr std::array<Word, 3> kChoices = {Word::ChoiceAsk, Word::ChoiceAlways,
                                                   Word::ChoiceNever};
  const State& state = make.state();
  std::vector<model::Language> languages;
  const auto add = [&](const std::string& tag) {
    model::Language language = model::parse_language(tag);
    if (tag.empty() || state.reads(language)) return;
    if (std::find(languages.begin(), languages.end(), language) == languages.end())
      languages.push_back(std::move(language));
  };
  for (const LanguageShare& share : state.feed.languages.shares()) add(share.tag);
  for (const auto& [tag, choice] : state.reading.languages) add(tag);
  for (const model::Language& language : languages) {
    const LanguageChoice choice = choice_of(state, language);
    const std::string name = model::chip_label(language);
    const std::string& words = make.word(kChoices[static_cast<std::size_t>(choice)]);
    Control& row = make.add(to, Look::Choice, keys::make(keys::kChoicePrefix, language.tag()), name,
                            {at.x, at.y, at.width, kRow}, {13, kRow, 400}, at.width - 100);
    row.name = state.words.fill(Word::TranslateFrom, {{"language", name}, {"choice", words}});
    row.current = choice != LanguageChoice::Ask;
    row.color = Col::Ink2;
    row.detail = make.text(words, {12.5F, kRow, 600}, 96);
    row.detail_label = words;
    at.y += kRow;
  }
  return at.y;
}

float add_translation_settings(ControlMaker& make, ControlGroup& to, NotesColumn at) {
  const State& state = make.state();
  const auto& services = state.translation.engine.services();
  float y = add_heading(make, to, at, make.word(Word::Translation));
  const auto say = [&](const std::string& words) {
    Control& control =
        make.add(to, Look::Text, "", words, {at.x, y, at.width, 0}, {12, 18, 400}, at.width, 3);
    control.rect.h = control.text->height();
    control.color = Col::Ink3;
    y += control.rect.h;
  };
  if (services.empty()) {
    say(make.word(Word::NothingTranslates));
    return y;
  }
  const auto add_switch = [&](std::string_view key, Word label, bool on) {
    make.add(to, Look::Switch, key, make.word(label), {at.x, y, at.width, 34}, {13, 34, 400},
             at.width - 56)
        .current = on;
    y += 38;
  };
  add_switch(keys::kAuto, Word::TranslateAll, translates_all(state));
  if (can_check_back(services)) add_switch(keys::kCheckBack, Word::CheckBack, checks_back(state));
  say(state.words.fill(Word::TranslatedInto,
                       {{"language", model::native_name(state.reader())},
                        {"service", translate::service_text(services.front(), state.words)}}));
  for (std::size_t i = 0; i < services.size(); ++i) {
    const translate::Tally& tally = state.translation.engine.tally(i);
    if (services[i].kind == translate::ServiceKind::Demo) continue;
    const auto count = [&](Word what, std::int64_t n) {
      if (n == 0) return;
      say(state.words.fill(what, {{"service", translate::service_text(services[i], state.words)},
                                  {"n", model::number_text(n, state.number_language())}}));
    };
    count(Word::CharactersSent, tally.characters);
    count(Word::TokensCounted, tally.tokens);
  }
  for (std::size_t i = 0; i < services.size(); ++i) {
    if (translate::capability_of(services[i].kind).takes_key) {
      y = add_service_key(make, to, {at.x, y, at.width}, i);
    }
  }
  y = add_choices(make, to, {at.x, y + 6, at.width});
  float x = at.x;
  const auto link = [&](std::string_view key, Word label, Word name) {
    Control& control = add_link(make, to, {x, y, at.width}, key, make.word(label));
    control.name = make.word(name);
    x += control.rect.w + 18;
  };
  if (const std::size_t kept = state.translation.engine.cache().size(); kept > 0) {
    y += 4;
    say(state.words.plural(Word::KeptTexts, static_cast<std::int64_t>(kept)));
    link(keys::kTranslationsClear, Word::Clear, Word::ClearTranslations);
    link(keys::kTranslationsSave, Word::LabExport, Word::ExportTranslations);
    y += 28;
  }
  if (const std::size_t saved = state.reading.phrases.size(); saved > 0) {
    y += 4;
    say(state.words.plural(Word::SavedPhrases, static_cast<std::int64_t>(saved)));
    x = at.x;
    link(keys::kPhrasesSave, Word::LabExport, Word::ExportPhrases);
    y += 28;
  }
  return y;
}

float add_topics(ControlMaker& make, ControlGroup& to, NotesColumn at) {
  const State& state = make.state();
  const Place& here = state.address.source.place;
  float y = at.y;
  std::size_t shown = 0;
  for (const sources::mastodon::TagUse& topic : state.topics) {
    if (shown == kMaxTopics || y + 42 > at.bottom) break;
    ++shown;
    const bool current = here.kind == Place::Kind::Tag && here.name == topic.name;
    add_nav_item(make, to, {at.x, y, at.width, 40},
                 {keys::make(keys::kTopicPrefix, topic.name), "#" + topic.name, Icon::Tag, current,
                  model::count_text(topic.uses, state.number_language())});
    y += 42;
  }
  if (shown > 0) return y;
  make.add(to, Look::Text, "", make.word(Word::NoTopics), {at.x + 12, y, at.width - 24, 28},
           make.body(400), at.width - 24)
      .color = Col::Ink3;
  return y + 32;
}

float add_about(ControlMaker& make, ControlGroup& to, NotesColumn at) {
  const State& state = make.state();
  float y = at.y;
  const auto paragraph = [&](Look look, const std::string& words, const Type& type, int lines,
                             Col color) {
    Control& control = make.add(to, look, "", words, {at.x, y, at.width, 0}, type, at.width, lines);
    control.rect.h = control.text->height();
    control.color = color;
    y += control.rect.h;
  };
  paragraph(Look::Title, has_about(state) ? state.instance->title : make.word(Word::AboutPlace),
            {13, 22, 600}, 2, Col::Ink);
  paragraph(Look::Text, sources::place_title(state.address.source.place, state.words),
            {12, 20, 400}, 1, Col::Ink3);
  if (!has_about(state)) return y;
  if (!state.instance->description.empty()) {
    y += 4;
    paragraph(Look::Text, state.instance->description, {13, 19, 400}, 4, Col::Ink2);
  }
  for (std::size_t i = 0; i < std::min(state.instance->rules.size(), kMaxRules); ++i) {
    if (y + 60 > at.bottom) break;
    y += 8;
    paragraph(Look::Text, std::to_string(i + 1) + ". " + state.instance->rules[i], {13, 19, 400}, 3,
              Col::Ink3);
  }
  return y + 4;
}

void make_side_notes(ControlMaker& make) {
  const State& state = make.state();
  const base::Rect side = make.shell().side;
  NotesColumn at{side.x, kPanelsTop, side.w, state.window.h - 16};
  if (!state.feed.languages.shares().empty())
    add_panel(make, make.word(Word::LanguageMix), at, add_mix);
  add_panel(make, make.word(Word::Translation), at, add_translation_settings);
  if (has_about(state)) add_panel(make, make.word(Word::AboutPlace), at, add_about);
}

void add_nav_item(ControlMaker& make, ControlGroup& to, base::Rect rect, const NavItem& item) {
  constexpr float kBeside = 52;  // the icon in front of the label and the pad behind all
  constexpr float kMostDetail = 90;
  const layout::Document& document = make.state().lab.document;
  std::shared_ptr<const layout::TextBlock> detail;
  if (!item.detail.empty()) {
    detail = make.text(item.detail, {document[Num::SmallSize], rect.h, 400, true}, kMostDetail);
  }
  const float taken = detail == nullptr ? 8 : std::ceil(detail->width()) + 8;
  Control& control = make.add(
      to, Look::NavItem, item.key, item.label, rect,
      {document[Num::TitleSize], rect.h, static_cast<std::uint16_t>(item.current ? 600 : 400)},
      rect.w - kBeside - taken);
  control.icon = item.icon;
  control.current = item.current;
  control.color = item.current ? Col::Ink : Col::Ink2;
  control.detail = std::move(detail);
  control.detail_label = item.detail;
}

float add_sheet_items(ControlMaker& make, ControlGroup& to, NotesColumn at) {
  for (const SheetKind& kind : kSheets) {
    if (kind.sheet == Sheet::Topics) continue;  // they stand in the navigation itself
    add_nav_item(make, to, {at.x, at.y, at.width, 40},
                 {std::string(kind.key), make.word(kind.name), kind.icon,
                  make.state().sheet == kind.sheet, ""});
    at.y += 42;
  }
  return at.y;
}

void make_bar(ControlMaker& make) {
  const State& state = make.state();
  const base::Rect bar = make.shell().bar;
  ControlGroup& group = make.group(GroupKind::Bar, make.word(Word::Navigation));
  group.ground = bar;
  const float width = bar.w / static_cast<float>(kSheets.size() + 2);
  float x = bar.x;
  const auto item = [&](std::string_view key, const std::string& label, Icon icon, bool current) {
    Control& control =
        make.add(group, Look::BarItem, key, label, {x, bar.y, width, bar.h},
                 {11, 16, static_cast<std::uint16_t>(current ? 600 : 400)}, width - 4);
    control.icon = icon;
    control.current = current;
    control.color = current ? Col::Vermilion : Col::Ink2;
    x += width;
  };
  item("place:public", make.word(Word::Home), Icon::Home,
       state.sheet == Sheet::None && !state.lab.open);
  for (const SheetKind& kind : kSheets) {
    item(kind.key, make.word(kind.name), kind.icon, state.sheet == kind.sheet);
  }
  item(keys::kLab, make.word(Word::Lab), Icon::Sliders, state.lab.open);
  group.controls.back().name = make.word(state.lab.open ? Word::CloseLab : Word::OpenLab);
}

void make_sheet(ControlMaker& make) {
  const State& state = make.state();
  const auto kind = std::find_if(kSheets.begin(), kSheets.end(),
                                 [&](const SheetKind& one) { return one.sheet == state.sheet; });
  if (kind == kSheets.end()) return;
  const base::Size window = state.window;
  const bool from_below = state.shell.has_bar;
  const float width = std::min(kSheetWidth, window.w - (from_below ? 0 : 32));
  const float x = std::round((window.w - width) / 2);
  ControlGroup& group = make.group(GroupKind::Sheet, make.word(kind->name));
  const float room = window.h * 0.7F;
  const float end = kind->add(make, group, {x + kSheetInset, 20, width - 2 * kSheetInset, room});
  const float height = std::ceil(end + 20);
  const float top = from_below ? window.h - height : std::round((window.h - height) / 2);
  for (Control& control : group.controls) control.rect.y += top;
  group.ground = {x, top, width, height};
  make.icon(group, keys::kSheetClose, make.word(Word::Close), Icon::Close,
            {x + width - 48, top + 8, 40, 40});
}

}  // namespace core
