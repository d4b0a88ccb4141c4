#include "core/lab.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <utility>

#include "base/url.h"
#include "base/utf8.h"
#include "core/feed_layout.h"
#include "core/feed_loading.h"
#include "core/keys.h"
#include "core/post_view.h"
#include "embedded/assets.h"
#include "layout/document_read.h"

namespace core {
namespace {

using layout::Col;
using layout::Document;
using layout::Num;
using layout::Part;
using model::Word;

constexpr std::size_t kMaxUndo = 100;  // about 1 MB of documents
constexpr double kOneEditMs = 1000;    // changes of one token this close together are one step
constexpr const char* kExportName = "duo.layout.json";
constexpr std::string_view kLightPrefix = "lab:light:";
constexpr std::string_view kDarkPrefix = "lab:dark:";
constexpr std::string_view kNumberPrefix = "lab:num:";
constexpr std::string_view kPartPrefix = "lab:part:";
constexpr std::string_view kDefaultPrefix = "lab:default:";

std::string shown_value(std::string_view text) {
  constexpr std::size_t kShown = 80;
  const std::string_view shown = base::utf8_prefix(text, kShown);
  return std::string(shown) + (shown.size() < text.size() ? "…" : "");
}

void say(State& state, std::string message, bool is_error = false) {
  state.lab.message = std::move(message);
  state.lab.message_is_error = is_error;
  // Nobody sees the panel's line while the panel is closed.
  if (is_error && !state.lab.open) toast(state, state.lab.message, true);
  state.needs_frame = true;
}

template <typename Token>
std::optional<Token> token_of(std::string_view name) {
  for (std::size_t i = 0; i < static_cast<std::size_t>(Token::Count); ++i) {
    if (layout::token_name(static_cast<Token>(i)) == name) return static_cast<Token>(i);
  }
  return std::nullopt;
}

void show_document(State& state, Context& context, Relayout relayout) {
  update_shell(state, context, relayout);
  if (state.post.open() && relayout == Relayout::Always) lay_out_post(state, context);
  state.needs_frame = true;
}

// Puts another document in use; the former one can be had back. `editing` names what changes, so
// that a drag is one step; empty: always a step of its own.
void change(State& state, Context& context, Document document, std::string_view editing,
            Relayout relayout = Relayout::Always) {
  Lab& lab = state.lab;
  if (layout::same_look(document, lab.document) && document.name == lab.document.name) return;
  const bool goes_on =
      !editing.empty() && lab.editing == editing && state.now_ms - lab.edited_at_ms <= kOneEditMs;
  if (!goes_on || lab.undo.empty()) {
    if (lab.undo.size() >= kMaxUndo) lab.undo.erase(lab.undo.begin());
    lab.undo.push_back(std::move(lab.document));
  }
  lab.document = std::move(document);
  lab.editing = editing;
  lab.edited_at_ms = state.now_ms;
  lab.message.clear();
  lab.message_is_error = false;
  show_document(state, context, relayout);
}

// What a slider gives has digits that mean nothing to anyone.
float tidy(const layout::NumberToken& token, float value) {
  float steps = 1;
  if (token.unit == "ratio") steps = 100;
  if (token.unit == "pt") steps = 10;
  return std::clamp(std::round(value * steps) / steps, token.min, token.max);
}

void set_open(State& state, Context& context, bool open, const char* focus) {
  if (state.lab.open == open) return;
  state.lab.open = open;
  state.address.lab = open;
  set_parameter(state, context, "lab", open ? "1" : "");
  context.effects.emplace_back(FocusNode{focus});
  show_document(state, context, Relayout::IfColumnsChanged);
}

int changed_values(const Document& document) {
  int count = layout::is_card_changed(document) ? 1 : 0;
  for (std::size_t i = 0; i < layout::kNumCount; ++i)
    count += layout::is_changed(document, static_cast<Num>(i));
  for (std::size_t i = 0; i < layout::kColCount; ++i)
    count += layout::is_changed(document, static_cast<Col>(i));
  return count;
}

std::string why_not(const ports::HttpReply& reply, const model::Words& words) {
  if (reply.fault == ports::HttpFault::None) {
    return words.fill(Word::LabStatus, {{"n", std::to_string(reply.status)}});
  }
  const auto error = sources::error_of(reply, {}, sources::Wanted::Server);
  return error ? words[error->why] : std::string();
}

// A path within the page's own folder: "layouts/wide.json".
bool is_path(std::string_view layout) {
  return layout.find(':') == std::string_view::npos &&
         (layout.find('/') != std::string_view::npos || layout.ends_with(".json"));
}

// `subject`: how the document is called in what is said about it.
void use_document(State& state, Context& context, std::string_view subject, std::string_view text) {
  const model::Words& words = state.words;
  auto read = layout::parse_document(text, &state.lab.shipped);
  if (!read) {
    const bool shipped = layout::same_look(state.lab.document, state.lab.shipped);
    say(state,
        words.fill(Word::LabRefused, {{"subject", subject}, {"why", read.error().message()}}) +
            " " + words[shipped ? Word::LabShippedStays : Word::LabUsedStays],
        true);
    return;
  }
  const int changed = changed_values(read.value());
  change(state, context, std::move(read.value()), {});
  say(state, words.fill(Word::LabInUse, {{"subject", subject}}) + " " +
                 (changed == 0 ? words[Word::LabSame] : words.plural(Word::LabDiffers, changed)));
}

bool press_part(State& state, Context& context, std::string_view name_and_verb) {
  const std::size_t colon = name_and_verb.find(':');
  if (colon == std::string_view::npos) return false;
  const std::string_view name = name_and_verb.substr(0, colon);
  const std::string_view verb = name_and_verb.substr(colon + 1);
  for (int i = 0; i < layout::kPartCount; ++i) {
    const auto part = static_cast<Part>(i);
    if (layout::part_name(part) != name) continue;
    if (verb == "on") {
      toggle_part(state, context, part);
    } else if (verb == "up" || verb == "down") {
      move_part(state, context, part, verb == "up" ? -1 : 1);
    } else {
      return false;
    }
    return true;
  }
  return false;
}

bool press_default(State& state, Context& context, std::string_view name) {
  if (name == "card") {
    reset_card(state, context);
  } else if (const auto number = token_of<Num>(name)) {
    reset_token(state, context, *number);
  } else if (const auto color = token_of<Col>(name)) {
    reset_token(state, context, *color);
  } else {
    return false;
  }
  return true;
}

}  // namespace

void start_lab(State& state, Context& context, std::string_view unpacked, std::string_view broken) {
  Lab& lab = state.lab;
  const model::Words& words = state.words;
  if (lab.request != 0) context.effects.emplace_back(CancelHttp{lab.request});
  lab = Lab{};
  lab.open = state.address.lab;
  lab.shipped = layout::shipped_document(embedded::layout_duo());
  lab.document = lab.shipped;
  const std::string& layout = state.address.layout;
  if (!broken.empty()) {
    say(state,
        words.fill(Word::LabCannotUnpack, {{"why", broken}}) + " " + words[Word::LabShippedUsed],
        true);
  } else if (!unpacked.empty()) {
    use_document(state, context, words[Word::LabThisLayout], unpacked);
    lab.undo.clear();
  } else if (base::is_web_address(layout) || is_path(layout)) {
    lab.request =
        send_request(state, context, {.url = layout, .limit_bytes = layout::kMaxDocumentBytes});
  } else if (!layout.empty() && layout != layout::kShippedName) {
    toast(state,
          words.fill(Word::LabUnknown,
                     {{"name", shown_value(layout)}, {"shipped", layout::kShippedName}}),
          true);
  }
}

void open_lab(State& state, Context& context) { set_open(state, context, true, "lab:close"); }

void close_lab(State& state, Context& context) { set_open(state, context, false, "lab:toggle"); }

void set_number(State& state, Context& context, Num token, float value) {
  Document next = state.lab.document;
  layout::NumberToken& number = next.numbers[static_cast<std::size_t>(token)];
  number.value = tidy(number, value);
  change(state, context, std::move(next), layout::token_name(token));
}

void set_color(State& state, Context& context, Col token, Ground ground, std::uint32_t rgba) {
  Document next = state.lab.document;
  layout::ColorToken& color = next.colors[static_cast<std::size_t>(token)];
  (ground == Ground::Light ? color.light : color.dark) = rgba;
  // Boxes name their colours: nothing has to be laid out again.
  change(state, context, std::move(next),
         std::string(layout::token_name(token)) + (ground == Ground::Light ? ":light" : ":dark"),
         Relayout::IfColumnsChanged);
}

void move_part(State& state, Context& context, Part part, int by) {
  Document next = state.lab.document;
  const auto at = std::find(next.card.begin(), next.card.end(), part) - next.card.begin();
  const auto last = static_cast<std::ptrdiff_t>(next.card.size()) - 1;
  if (at > last) return;
  const std::ptrdiff_t to = std::clamp<std::ptrdiff_t>(at + by, 0, last);
  std::swap(next.card[static_cast<std::size_t>(at)], next.card[static_cast<std::size_t>(to)]);
  change(state, context, std::move(next), {});
}

void toggle_part(State& state, Context& context, Part part) {
  Document next = state.lab.document;
  const auto at = std::find(next.card.begin(), next.card.end(), part);
  if (at != next.card.end()) {
    if (next.card.size() == 1) {
      say(state, state.words[Word::LabOnePart]);
      return;
    }
    next.card.erase(at);
  } else {
    // Behind the part that is usually in front of it.
    auto place = next.card.begin();
    int before = -1;
    for (auto it = next.card.begin(); it != next.card.end(); ++it) {
      if (*it<part&& static_cast<int>(*it)> before) {
        before = static_cast<int>(*it);
        place = it + 1;
      }
    }
    next.card.insert(place, part);
  }
  change(state, context, std::move(next), {});
}

void undo_lab(State& state, Context& context) {
  Lab& lab = state.lab;
  if (lab.undo.empty()) {
    say(state, state.words[Word::LabNothingToUndo]);
    return;
  }
  lab.document = std::move(lab.undo.back());
  lab.undo.pop_back();
  lab.editing.clear();
  say(state, "");
  show_document(state, context, Relayout::Always);
}

void reset_lab(State& state, Context& context) {
  change(state, context, state.lab.shipped, {});
  say(state, state.words[Word::LabAsShipped]);
}

void reset_token(State& state, Context& context, Num token) {
  Document next = state.lab.document;
  layout::NumberToken& number = next.numbers[static_cast<std::size_t>(token)];
  number.value = number.fallback;
  change(state, context, std::move(next), {});
}

void reset_token(State& state, Context& context, Col token) {
  Document next = state.lab.document;
  layout::ColorToken& color = next.colors[static_cast<std::size_t>(token)];
  color.light = color.light_fallback;
  color.dark = color.dark_fallback;
  change(state, context, std::move(next), {}, Relayout::IfColumnsChanged);
}

void reset_card(State& state, Context& context) {
  Document next = state.lab.document;
  next.card = next.card_fallback;
  change(state, context, std::move(next), {});
}

void show_only_changed(State& state, bool only) {
  state.lab.only_changed = only;
  state.needs_frame = true;
}

void export_layout(State& state, Context& context) {
  const auto json = base::parse_json(layout::write_changes(state.lab.document));
  context.effects.emplace_back(SaveFile{kExportName, base::write_json(json.value(), 2) + "\n"});
  say(state, state.words.fill(Word::LabSaved, {{"name", kExportName}}));
}

void copy_layout_link(State& state, Context& context) {
  context.effects.emplace_back(MakeLink{layout::write_changes(state.lab.document)});
}

void import_layout(State& state, Context& context, std::string_view name, std::string_view text) {
  use_document(state, context, state.words.fill(Word::LabFile, {{"name", shown_value(name)}}),
               text);
}

bool press_lab(State& state, Context& context, std::string_view key) {
  if (const auto part = keys::id_of(key, kPartPrefix)) return press_part(state, context, *part);
  if (const auto name = keys::id_of(key, kDefaultPrefix))
    return press_default(state, context, *name);
  if (key == "lab:reset") {
    reset_lab(state, context);
  } else if (key == "lab:undo") {
    undo_lab(state, context);
  } else if (key == "lab:changed") {
    show_only_changed(state, !state.lab.only_changed);
  } else if (key == "lab:export") {
    export_layout(state, context);
  } else if (key == "lab:import") {
    context.effects.emplace_back(PickFile{});
  } else if (key == "lab:link") {
    copy_layout_link(state, context);
  } else if (key == "lab:close") {
    close_lab(state, context);
  } else {
    return false;
  }
  return true;
}

bool set_lab_value(State& state, Context& context, std::string_view key, std::string_view value) {
  if (const auto name = keys::id_of(key, kNumberPrefix)) {
    const auto token = token_of<Num>(*name);
    if (!token) return false;
    const std::string text(value);
    char* end = nullptr;
    const float number = std::strtof(text.c_str(), &end);
    if (end == text.c_str() || *end != '\0' || !std::isfinite(number)) {
      say(state, state.words.fill(Word::LabNoNumber, {{"value", shown_value(value)}}), true);
    } else {
      set_number(state, context, *token, number);
    }
    return true;
  }
  const bool is_light = key.starts_with(kLightPrefix);
  const auto name = keys::id_of(key, is_light ? kLightPrefix : kDarkPrefix);
  const auto token = name ? token_of<Col>(*name) : std::nullopt;
  if (!token) return false;
  const auto color = layout::parse_color(value);
  if (!color) {
    say(state, state.words.fill(Word::LabNoColour, {{"value", shown_value(value)}}), true);
    return true;
  }
  const bool keeps_alpha = value.size() < 9;  // a browser's colour field knows no transparency
  const std::uint32_t old = state.lab.document.color(*token, !is_light);
  const std::uint32_t rgba = keeps_alpha ? (*color & ~0xFFU) | (old & 0xFFU) : *color;
  set_color(state, context, *token, is_light ? Ground::Light : Ground::Dark, rgba);
  return true;
}

bool take_lab_reply(State& state, Context& context, const ports::HttpReply& reply) {
  Lab& lab = state.lab;
  if (reply.id == 0 || reply.id != lab.request) return false;
  lab.request = 0;
  const std::string& url = state.address.layout;
  const model::Words& words = state.words;
  if (reply.fault != ports::HttpFault::None || reply.status < 200 || reply.status > 299) {
    say(state,
        words.fill(Word::LabNotLoaded,
                   {{"url", shown_value(url)}, {"why", why_not(reply, words)}}) +
            " " + words[Word::LabShippedUsed],
        true);
    return true;
  }
  use_document(state, context, words.fill(Word::LabLayoutAt, {{"url", shown_value(url)}}),
               reply.body);
  return true;
}

}  // namespace core
