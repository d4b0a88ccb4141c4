#include "ui/lab_panel.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "imgui.h"
#include "layout/document.h"
#include "ui/canvas.h"

namespace ui {
namespace {

using layout::Col;
using layout::Num;
using model::Word;

constexpr float kPadding = 16;
constexpr float kTrack = 3;  // thickness of a slider, in points
constexpr float kGrab = 14;  // across

std::string number_text(float value) {
  std::array<char, 32> text{};
  const int length = std::snprintf(text.data(), text.size(), "%.4g", static_cast<double>(value));
  return {text.data(), static_cast<std::size_t>(std::max(0, length))};
}

// As it stands beside a slider: "8 pt", "0.75", "600".
std::string shown_number(const layout::NumberToken& token) {
  const std::string text = number_text(token.value);
  return token.unit == "pt" || token.unit == "ms" ? text + " " + token.unit : text;
}

float step_of(const layout::NumberToken& token) {
  if (token.unit == "count" || token.unit == "ms") return 1;
  if (token.unit == "weight") return 100;
  return token.unit == "ratio" ? 0.01F : 0.5F;
}

ImVec4 color_of(Rgba rgba) { return ImGui::ColorConvertU32ToFloat4(to_im(rgba)); }

void push_style(const core::State& state) {
  const layout::Document& document =
      state.lab.shipped;  // the panel keeps its look while the feed changes
  const bool dark = state.dark();
  const auto color = [&](ImGuiCol which, Col token) {
    ImGui::PushStyleColor(which, color_of(document.color(token, dark)));
  };
  color(ImGuiCol_WindowBg, Col::Card);
  color(ImGuiCol_Text, Col::Ink);
  color(ImGuiCol_TextDisabled, Col::Ink3);
  color(ImGuiCol_FrameBg, Col::Page);
  color(ImGuiCol_CheckMark, Col::Teal);
  color(ImGuiCol_Button, Col::Page);
  color(ImGuiCol_ButtonHovered, Col::Line);
  color(ImGuiCol_Separator, Col::Line);
  color(ImGuiCol_Border, Col::Line);
  const float scale = state.device_scale();
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {kPadding * scale, kPadding * scale});
  ImGui::PushStyleVar(ImGuiStyleVar_FrameRounding, 7 * scale);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {9 * scale, 6 * scale});
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {8 * scale, 8 * scale});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0.0F);
  ImGui::PushStyleVar(ImGuiStyleVar_ScrollbarSize, 0.01F);
}

void pop_style() {
  ImGui::PopStyleVar(6);
  ImGui::PopStyleColor(9);
}

// Of the window's content, in its own coordinates.
float right_edge() { return ImGui::GetWindowWidth() - ImGui::GetStyle().WindowPadding.x; }

// One frame's panel: draws a widget and notes where it stands for the outline.
class Panel {
 public:
  Panel(const core::State& state, PanelFont& font, std::vector<core::Node>& controls)
      : state_(state),
        words_(state.words),
        font_(font),
        controls_(controls),
        scale_(state.device_scale()) {
    controls_.clear();
  }

  void build() {
    head();
    buttons();
    message();
    card_parts();
    std::string group;
    for (std::size_t i = 0; i < layout::kNumCount; ++i) number(static_cast<Num>(i), group);
    for (std::size_t i = 0; i < layout::kColCount; ++i) color(static_cast<Col>(i), group);
    if (shown_ == 0) ImGui::TextDisabled("%s", shown(Word::LabNothingChanged).c_str());
  }

 private:
  [[nodiscard]] std::string shown(Word word) const { return font_.written(words_[word]); }

  core::Node& note(core::Role role, std::string key, std::string name) {
    const ImVec2 from = ImGui::GetItemRectMin();
    const ImVec2 to = ImGui::GetItemRectMax();
    core::Node node;
    node.role = role;
    node.key = std::move(key);
    node.name = std::move(name);
    const float left = state_.shell.lab.x;
    const float top = state_.shell.lab.y - static_cast<float>(state_.lab.scroll_y);
    node.rect = {from.x / scale_ - left, from.y / scale_ - top, (to.x - from.x) / scale_,
                 (to.y - from.y) / scale_};
    if (state_.focus_visible && state_.focus == node.key) {
      ImGui::GetWindowDrawList()->AddRect(
          {from.x - 3, from.y - 3}, {to.x + 3, to.y + 3},
          to_im(state_.lab.shipped.color(Col::Focus, state_.dark())), 8 * scale_, ImDrawFlags_None,
          2.5F * scale_);
    }
    controls_.push_back(std::move(node));
    return controls_.back();
  }

  void button(Word label, const char* key, const std::string& name) {
    ImGui::Button(shown(label).c_str());
    note(core::Role::Button, key, name);
  }
  void button(Word label, const char* key) { button(label, key, words_[label]); }

  // Goes on in this line, so far left that the buttons end at the panel's edge.
  void same_line_before(std::initializer_list<Word> buttons) {
    const ImGuiStyle& style = ImGui::GetStyle();
    float width = -style.ItemSpacing.x;
    for (const Word label : buttons) {
      width += ImGui::CalcTextSize(shown(label).c_str()).x + 2 * style.FramePadding.x +
               style.ItemSpacing.x;
    }
    ImGui::SameLine(right_edge() - width);
  }

  void head() {
    ImGui::TextUnformatted(shown(Word::Lab).c_str());
    same_line_before({Word::Close});
    button(Word::Close, "lab:close", words_[Word::CloseLab]);
    const std::string layout = words_.fill(Word::LabLayout, {{"name", state_.lab.document.name}});
    ImGui::TextDisabled("%s", font_.written(layout).c_str());
  }

  void buttons() {
    button(Word::LabUndo, "lab:undo");
    ImGui::SameLine();
    button(Word::LabReset, "lab:reset");
    // Beside them where there is room, which not every language leaves.
    ImGui::SameLine();
    const float width = ImGui::CalcTextSize(shown(Word::LabOnlyChanged).c_str()).x +
                        ImGui::GetFrameHeight() + ImGui::GetStyle().ItemInnerSpacing.x;
    if (ImGui::GetCursorPosX() + width > right_edge()) ImGui::NewLine();
    bool only = state_.lab.only_changed;
    ImGui::Checkbox(shown(Word::LabOnlyChanged).c_str(), &only);
    note(core::Role::Checkbox, "lab:changed", words_[Word::LabOnlyChangedName]).on =
        state_.lab.only_changed;
    button(Word::LabExport, "lab:export", words_[Word::LabExportName]);
    ImGui::SameLine();
    button(Word::LabImport, "lab:import", words_[Word::LabImportName]);
    ImGui::SameLine();
    button(Word::LabLink, "lab:link", words_[Word::LabLinkName]);
  }

  void message() {
    if (state_.lab.message.empty()) return;
    const Col tone = state_.lab.message_is_error ? Col::Vermilion : Col::Teal;
    ImGui::PushStyleColor(ImGuiCol_Text, color_of(state_.lab.shipped.color(tone, state_.dark())));
    ImGui::BeginGroup();
    wrapped(state_.lab.message);
    ImGui::EndGroup();
    ImGui::PopStyleColor();
    core::Node& node = note(core::Role::Text, "lab:message", "");
    node.lines = {{state_.lab.message, 0, 0, node.rect.w}};
    node.font_pt = 13;
    node.line_pt = node.rect.h;
  }

  // Line by line as much as the panel is wide; a whole line is one glyph where it has to be.
  void wrapped(std::string_view text) {
    if (!PanelFont::is_whole(text)) {
      ImGui::PushTextWrapPos(0);
      ImGui::TextUnformatted(text.data(), text.data() + text.size());
      ImGui::PopTextWrapPos();
      return;
    }
    const float room = ImGui::GetContentRegionAvail().x;
    const float blank = ImGui::CalcTextSize(" ").x;
    std::string line;
    float used = 0;
    while (!text.empty()) {
      const std::string_view word = text.substr(0, text.find(' '));
      text.remove_prefix(std::min(word.size() + 1, text.size()));
      const float width = ImGui::CalcTextSize(font_.written(word).c_str()).x;
      if (!line.empty() && used + blank + width > room) {
        ImGui::TextUnformatted(font_.written(line).c_str());
        line.clear();
        used = 0;
      }
      if (!line.empty()) {
        line += ' ';
        used += blank;
      }
      line += word;
      used += width;
    }
    ImGui::TextUnformatted(font_.written(line).c_str());
  }

  void heading(const std::string& name) {
    ImGui::Spacing();
    ImGui::Separator();
    ImGui::Spacing();
    ImGui::TextDisabled("%s", font_.written(name).c_str());
  }

  void card_parts() {
    const layout::Document& document = state_.lab.document;
    if (state_.lab.only_changed && !layout::is_card_changed(document)) return;
    ++shown_;
    heading(words_[Word::LabParts]);
    for (const layout::Part part : document.card) part_row(part, true);
    for (int p = 0; p < layout::kPartCount; ++p) {
      const auto part = static_cast<layout::Part>(p);
      bool shown = false;
      for (const layout::Part other : document.card) shown = shown || other == part;
      if (!shown) part_row(part, false);
    }
  }

  void part_row(layout::Part part, bool shown) {
    const std::string name(layout::part_name(part));
    const std::string key = "lab:part:" + name;
    ImGui::PushID(name.c_str());
    bool on = shown;
    ImGui::Checkbox(name.c_str(), &on);
    const auto named = [&](Word word) { return words_.fill(word, {{"part", name}}); };
    note(core::Role::Checkbox, key + ":on", named(Word::LabShowPart)).on = shown;
    if (shown) {
      same_line_before({Word::LabUp, Word::LabDown});
      button(Word::LabUp, (key + ":up").c_str(), named(Word::LabMoveUp));
      ImGui::SameLine();
      button(Word::LabDown, (key + ":down").c_str(), named(Word::LabMoveDown));
    }
    ImGui::PopID();
  }

  // A label at the left and its value at the right edge.
  void line_of(const std::string& label, const std::string& value) {
    ImGui::TextUnformatted(font_.written(label).c_str());
    ImGui::SameLine(right_edge() - ImGui::CalcTextSize(value.c_str()).x);
    ImGui::TextDisabled("%s", value.c_str());
  }

  // ImGui's own slider writes the value over its grab; this one is drawn below its label's line.
  void slider(const layout::NumberToken& token) {
    const float width = ImGui::GetContentRegionAvail().x;
    ImGui::Dummy({width, (kGrab + 4) * scale_});
    const ImVec2 from = ImGui::GetItemRectMin();
    const ImVec2 to = ImGui::GetItemRectMax();
    const bool dark = state_.dark();
    const layout::Document& look = state_.lab.shipped;
    const ImU32 teal = to_im(look.color(Col::Teal, dark));
    const float radius = kGrab / 2 * scale_;
    const float share =
        token.max > token.min
            ? std::clamp((token.value - token.min) / (token.max - token.min), 0.0F, 1.0F)
            : 0.0F;
    const float x = from.x + radius + share * (width - 2 * radius);
    const float middle = std::round((from.y + to.y) / 2);
    const float half = kTrack / 2 * scale_;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled({from.x, middle - half}, {to.x, middle + half},
                       to_im(look.color(Col::Line, dark)), half);
    list.AddRectFilled({from.x, middle - half}, {x, middle + half}, teal, half);
    const bool hovered = ImGui::IsMouseHoveringRect(from, to);
    list.AddCircleFilled({x, middle}, radius * (hovered ? 1.0F : 0.86F), teal);
    list.AddCircleFilled({x, middle}, radius * 0.5F, to_im(look.color(Col::Card, dark)));
  }

  void number(Num token, std::string& group) {
    const layout::NumberToken& it = state_.lab.document.numbers[static_cast<std::size_t>(token)];
    if (state_.lab.only_changed && !layout::is_changed(state_.lab.document, token)) return;
    ++shown_;
    if (it.group != group) heading(group = it.group);
    line_of(it.label, shown_number(it));
    slider(it);
    core::Node& node =
        note(core::Role::Slider, "lab:num:" + std::string(layout::token_name(token)), it.label);
    node.value = number_text(it.value);
    node.min = it.min;
    node.max = it.max;
    node.step = step_of(it);
    node.description = it.unit;
  }

  void swatch(Rgba rgba, ImVec2 size) {
    ImGui::Dummy(size);
    const ImVec2 from = ImGui::GetItemRectMin();
    const ImVec2 to = ImGui::GetItemRectMax();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float radius = 7 * scale_;
    list.AddRectFilled(from, to, to_im(rgba), radius);
    list.AddRect(from, to, to_im(state_.lab.shipped.color(Col::Line, state_.dark())), radius,
                 ImDrawFlags_None, scale_);
  }

  void color(Col token, std::string& group) {
    const layout::ColorToken& it = state_.lab.document.colors[static_cast<std::size_t>(token)];
    if (state_.lab.only_changed && !layout::is_changed(state_.lab.document, token)) return;
    ++shown_;
    if (it.group != group) heading(group = it.group);
    const std::string name(layout::token_name(token));
    ImGui::TextUnformatted(font_.written(it.label).c_str());
    const float width = (ImGui::GetContentRegionAvail().x - 8 * scale_) / 2;
    const float height = ImGui::GetFrameHeight();
    swatch(it.light, {width, height});
    note(core::Role::Color, "lab:light:" + name, words_.fill(Word::LabLight, {{"token", it.label}}))
        .value = layout::color_text(it.light | 255).substr(0, 7);
    ImGui::SameLine();
    swatch(it.dark, {width, height});
    note(core::Role::Color, "lab:dark:" + name, words_.fill(Word::LabDark, {{"token", it.label}}))
        .value = layout::color_text(it.dark | 255).substr(0, 7);
  }

  const core::State& state_;
  const model::Words& words_;
  PanelFont& font_;
  std::vector<core::Node>& controls_;
  float scale_;
  int shown_ = 0;
};

}  // namespace

float LabPanel::paint(const core::State& state) {
  const float scale = state.device_scale();
  const base::Rect rect = state.shell.lab;
  push_style(state);
  ImGui::SetNextWindowPos({rect.x * scale, rect.y * scale});
  ImGui::SetNextWindowSize({rect.w * scale, rect.h * scale});
  ImGui::SetNextWindowScroll({0, static_cast<float>(state.lab.scroll_y) * scale});
  float height = rect.h;
  constexpr ImGuiWindowFlags kFlags =
      ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
      ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoBringToFrontOnFocus;
  if (ImGui::Begin("Lab", nullptr, kFlags)) {
    ImGui::PushFont(nullptr, 13.5F * scale);
    Panel(state, font_, controls_).build();
    height = (ImGui::GetCursorPosY() + kPadding * scale) / scale;
    ImGui::PopFont();
  }
  ImGui::End();
  pop_style();
  return height;
}

void LabPanel::write_outline(const core::State& state, core::OutlineWriter& writer) const {
  writer.surface({"lab", state.shell.lab, static_cast<double>(state.lab.content_height), 0,
                  state.words[Word::Lab]});
  std::uint64_t hash = 1469598103934665603U;
  const auto add = [&](std::string_view text) {
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
  };
  for (std::size_t i = 0; i < controls_.size(); ++i) {
    const core::Node& node = controls_[i];
    hash = 1469598103934665603U;
    add(node.value);
    add(node.name);
    add(node.lines.empty() ? "" : node.lines.front().text);
    add(std::to_string(std::lround(node.rect.y)) + (node.on.value_or(false) ? "+" : "-") +
        std::to_string(std::lround(node.rect.w)));
    if (writer.wants(node.key, hash)) writer.put("lab", static_cast<int>(i), node);
  }
}

}  // namespace ui
