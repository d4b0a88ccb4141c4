#include "core/outline.h"

#include <cmath>
#include <string_view>
#include <utility>

namespace core {
namespace {

using base::Json;

std::string_view role_name(Role role) {
  switch (role) {
    case Role::Group:
      return "group";
    case Role::Feed:
      return "feed";
    case Role::Article:
      return "article";
    case Role::Region:
      return "region";
    case Role::Dialog:
      return "dialog";
    case Role::Heading:
      return "heading";
    case Role::Text:
      return "text";
    case Role::Image:
      return "img";
    case Role::Button:
      return "button";
    case Role::Link:
      return "link";
    case Role::Slider:
      return "slider";
    case Role::Color:
      return "color";
    case Role::Checkbox:
      return "checkbox";
    case Role::Navigation:
      return "navigation";
    case Role::List:
      return "list";
    case Role::ListItem:
      return "listitem";
    case Role::Field:
      return "field";
    case Role::Toolbar:
      return "toolbar";
  }
  return "group";
}

// Hundredths of a point are below what anyone sees, and short to write.
Json length(double value) { return Json::number(std::round(value * 100) / 100); }

Json rect_json(const base::Rect& rect, double dy) {
  Json json = Json::array();
  json.push(length(static_cast<double>(rect.x)));
  json.push(length(static_cast<double>(rect.y) + dy));
  json.push(length(static_cast<double>(rect.w)));
  json.push(length(static_cast<double>(rect.h)));
  return json;
}

void set_text(Json& json, std::string_view name, const std::string& value) {
  if (!value.empty()) json.set(name, Json::string(value));
}

Json surface_json(const Surface& surface) {
  Json json = Json::object();
  json.set("id", Json::string(surface.id));
  json.set("rect", rect_json(surface.rect, 0));
  json.set("height", length(surface.height));
  json.set("origin", length(surface.origin));
  set_text(json, "label", surface.label);
  return json;
}

Json lines_json(const std::vector<LineText>& lines) {
  Json json = Json::array();
  for (const LineText& line : lines) {
    Json item = Json::array();
    item.push(Json::string(line.text));
    item.push(length(static_cast<double>(line.x)));
    item.push(length(static_cast<double>(line.y)));
    item.push(length(static_cast<double>(line.w)));
    if (line.elided) item.push(Json::number(1));
    json.push(std::move(item));
  }
  return json;
}

}  // namespace

Json node_json(const Node& node) {
  Json json = Json::object();
  json.set("k", Json::string(node.key));
  json.set("r", Json::string(std::string(role_name(node.role))));
  json.set("b", rect_json(node.rect, node.content_y));
  set_text(json, "n", node.name);
  set_text(json, "d", node.description);
  set_text(json, "lang", node.lang);
  if (node.right_to_left) json.set("dir", Json::string("rtl"));
  if (!node.data.empty()) {
    Json data = Json::object();
    for (const auto& [name, value] : node.data) data.set(name, Json::string(value));
    json.set("data", std::move(data));
  }
  if (node.position > 0) {
    json.set("pos", Json::number(node.position));
    json.set("size", Json::number(node.set_size));
  }
  if (node.level > 0) json.set("level", Json::number(node.level));
  if (!node.lines.empty()) {
    json.set("t", lines_json(node.lines));
    json.set("fs", length(static_cast<double>(node.font_pt)));
    json.set("lh", length(static_cast<double>(node.line_pt)));
    json.set("fw", Json::number(node.weight));
  }
  const bool has_value =
      node.role == Role::Slider || node.role == Role::Color || node.role == Role::Field;
  if (has_value) json.set("v", Json::string(node.value));
  if (node.role == Role::Slider) {
    json.set("min", Json::number(static_cast<double>(node.min)));
    json.set("max", Json::number(static_cast<double>(node.max)));
    json.set("step", length(static_cast<double>(node.step)));
  }
  set_text(json, "href", node.href);
  if (node.on) json.set("on", Json::boolean(*node.on));
  if (node.focusable) json.set("f", Json::boolean(true));
  if (!node.children.empty()) {
    Json children = Json::array();
    for (const Node& child : node.children) children.push(node_json(child));
    json.set("c", std::move(children));
  }
  return json;
}

void OutlineWriter::begin() {
  ++frame_;
  surfaces_.clear();
  set_.clear();
  status_.clear();
  alert_.clear();
}

void OutlineWriter::surface(Surface surface) { surfaces_.push_back(std::move(surface)); }

bool OutlineWriter::wants(const std::string& key, std::uint64_t revision) {
  const auto [known, is_new] = known_.try_emplace(key);
  const bool changed = is_new || known->second.revision != revision;
  known->second = {revision, frame_};
  return changed;
}

void OutlineWriter::put(const std::string& surface, int order, const Node& node) {
  Json json = node_json(node);
  json.set("s", Json::string(surface));
  json.set("o", Json::number(order));
  set_.push_back(std::move(json));
}

void OutlineWriter::status(std::string text) { status_ = std::move(text); }
void OutlineWriter::alert(std::string text) { alert_ = std::move(text); }
void OutlineWriter::theme(bool dark) { dark_ = dark; }

std::optional<Json> OutlineWriter::finish() {
  Json patch = Json::object();
  if (surfaces_ != sent_surfaces_) {
    Json surfaces = Json::array();
    for (const Surface& surface : surfaces_) surfaces.push(surface_json(surface));
    patch.set("surfaces", std::move(surfaces));
    sent_surfaces_ = surfaces_;
  }
  Json gone = Json::array();
  for (auto node = known_.begin(); node != known_.end();) {
    if (node->second.frame == frame_) {
      ++node;
      continue;
    }
    gone.push(Json::string(node->first));
    node = known_.erase(node);
  }
  if (!gone.items().empty()) patch.set("del", std::move(gone));
  if (!set_.empty()) patch.set("set", Json::array(std::exchange(set_, {})));
  if (status_ != sent_status_) patch.set("status", Json::string(sent_status_ = status_));
  if (alert_ != sent_alert_) patch.set("alert", Json::string(sent_alert_ = alert_));
  if (dark_ != sent_dark_) {
    patch.set("dark", Json::boolean(dark_.value_or(false)));
    sent_dark_ = dark_;
  }
  if (patch.members().empty()) return std::nullopt;
  return patch;
}

void OutlineWriter::forget() { *this = OutlineWriter(); }

}  // namespace core
