// The window's own controls: where each stands and what it says, made once a step for painting and
// for the outline alike.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "layout/box.h"

namespace core {

struct State;
struct Context;

enum class Look : std::uint8_t {
  Brand,
  Tab,
  NavItem,
  BarItem,
  Caption,
  Title,
  Text,
  Pill,
  IconButton,
  RoundButton,
  Action,
  Meter,
  Switch,  // on or off
  Link,    // pressed words within a panel
  Secret,  // a field for a key: the page shows what is typed, as dots
  Choice,  // one of several, told at the far end; a press goes to the next
  Strip,
  Spinner
};

struct Control {
  Look look = Look::Text;
  std::string key;    // empty: not to be pressed
  std::string label;  // what it says
  std::string name;   // what it is called, if that is not what it says
  base::Rect rect;    // window points
  layout::Icon icon = layout::Icon::Home;
  bool current = false;
  float share = 0;  // Meter, Strip: how much of the whole
  int hue = 0;      // Meter, Strip: which language colour
  layout::Col color = layout::Col::Ink;
  std::shared_ptr<const layout::TextBlock> text;    // of the label; null: not painted
  std::shared_ptr<const layout::TextBlock> detail;  // smaller, at the far end
  std::string detail_label;
};

enum class GroupKind : std::uint8_t {
  Header,
  Navigation,
  Notes,
  Bar,
  Feed,
  Post,
  Zoom,
  Sheet,
  Toasts,
  Help
};

struct ControlGroup {
  GroupKind kind = GroupKind::Header;
  std::string name;   // of the region; empty: no region of its own
  base::Rect ground;  // a card behind it; empty: none
  std::vector<Control> controls;
};

// The outline's node of a group; its controls' nodes are named after it (keys::pressing).
std::string node_key(const ControlGroup& group);

// Where a control stands in a window that is read from right to left, and its text in it: the
// painter and the outline place the latter alike.
void mirror(Control& control, float window_width);
base::Rect text_rect(const Control& control, bool right_to_left);

// In reading order.
std::vector<ControlGroup> build_controls(const State& state, Context& context);

}  // namespace core
