// The feed as assistive technology sees it: what stands where, what it is called and what can be
// done with it. Core computes it; the page turns it into a DOM layer over the canvas
// (web/src/outline.ts). It is sent as patches: whole nodes that are new or changed, and keys of
// those that are gone.
//
// The JSON of a patch:
//  {"surfaces":[{"id":"feed","rect":[x,y,w,h],"height":h,"origin":y,"label":"…"}…],  // only when
//  changed
//   "set":[NODE…],          // top-level nodes, replaced as a whole
//   "del":["key"…],
//   "status":"text",        // live region: only when changed; "alert" the same, urgent
//   "lang":"en","dark":true}
//  NODE: {"k":key,"s":surface,"r":role,"n":name,"d":description,"b":[x,y,w,h],"lang","dir",
//         "o":order (top level: reading order),"data":{"post-id":…},"pos","size","level",
//         "t":[[text,x,y,w,1 when it ends in an ellipsis],…] lines with "fs":size,"lh":line
//         height,"fw":weight, "v":value,"min","max","step","href","on":bool
//         (pressed/checked),"f":focusable,"c":[NODE…]}
// Rectangles of top-level nodes are in their surface's content, of children in their parent.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/geometry.h"
#include "base/json.h"

namespace core {

enum class Role : std::uint8_t {
  Group,
  Feed,
  Article,
  Region,
  Dialog,
  Heading,
  Text,
  Image,
  Button,
  Link,
  Slider,
  Color,
  Checkbox,
  Navigation,
  List,
  ListItem,
  Field,
  Toolbar
};

struct LineText {
  std::string text;
  float x = 0;  // of what is drawn, with the blank half of a squeezed mark
  float y = 0;
  float w = 0;
  bool elided = false;  // an ellipsis is painted after the text, and is part of w
};

struct Node {
  std::string key;
  Role role = Role::Group;
  std::string name;
  std::string description;
  base::Rect rect;
  double content_y = 0;  // top level only: added to rect.y; feeds are taller than a float can tell
  std::string lang;
  bool right_to_left = false;
  std::vector<std::pair<std::string, std::string>> data;
  int position = 0;  // articles: from 1
  int set_size = 0;  // articles: -1 unknown
  int level = 0;     // headings
  std::vector<LineText> lines;
  float font_pt = 0;
  float line_pt = 0;
  int weight = 400;
  std::string value;
  float min = 0;
  float max = 0;
  float step = 0;
  std::string href;
  std::optional<bool> on;
  bool focusable = false;
  std::vector<Node> children;
};

struct Surface {
  std::string id;  // "feed", "post", "lab", "window" (does not scroll)
  base::Rect rect;
  double height = 0;  // of its content; 0: does not scroll
  double origin = 0;  // content position of the scroller's 0: far down a long feed it is moved
  std::string label;
  bool operator==(const Surface&) const = default;
};

// One frame's outline. A node whose key and revision the page has already is not built again.
class OutlineWriter {
 public:
  void begin();
  void surface(Surface surface);
  // True when the page lacks this node: then build it and give it to `put`.
  bool wants(const std::string& key, std::uint64_t revision);
  void put(const std::string& surface, int order, const Node& node);
  void status(std::string text);
  void alert(std::string text);
  void theme(bool dark);

  // The patch since the last one; null when nothing changed.
  std::optional<base::Json> finish();

  // After a crash of the page's layer: everything is sent again.
  void forget();

 private:
  struct Known {
    std::uint64_t revision = 0;
    std::uint32_t frame = 0;
  };
  std::unordered_map<std::string, Known> known_;
  std::vector<Surface> surfaces_;
  std::vector<Surface> sent_surfaces_;
  std::vector<base::Json> set_;
  std::string status_, sent_status_;
  std::string alert_, sent_alert_;
  std::optional<bool> dark_, sent_dark_;
  std::uint32_t frame_ = 0;
};

base::Json node_json(const Node& node);

}  // namespace core
