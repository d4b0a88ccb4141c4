// What stands beside the feed: its languages, its topics, the place it comes from. At the right of
// a wide window, in a sheet where there is no room beside the feed.
#pragma once

#include <string>

#include "core/control_maker.h"

namespace core {

// A column of controls: where it stands, how wide it is, and below which y it must not go on.
struct NotesColumn {
  float x = 0;
  float y = 0;
  float width = 0;
  float bottom = 0;
};

// Each adds its rows to the group and gives the y below them; what has nothing to say adds nothing.
float add_mix(ControlMaker& make, ControlGroup& to, NotesColumn at);
float add_translation_settings(ControlMaker& make, ControlGroup& to, NotesColumn at);
float add_topics(ControlMaker& make, ControlGroup& to, NotesColumn at);
float add_about(ControlMaker& make, ControlGroup& to, NotesColumn at);

struct NavItem {
  std::string key;
  std::string label;
  layout::Icon icon = layout::Icon::Home;
  bool current = false;
  std::string detail;  // at the far end
};
void add_nav_item(ControlMaker& make, ControlGroup& to, base::Rect rect, const NavItem& item);

// The sheets' names as items of the navigation, where the panels have no room.
float add_sheet_items(ControlMaker& make, ControlGroup& to, NotesColumn at);

// Panels at the right of a wide window.
void make_side_notes(ControlMaker& make);
// The bar at the bottom of a narrow window, and the sheet that is open.
void make_bar(ControlMaker& make);
void make_sheet(ControlMaker& make);

}  // namespace core
