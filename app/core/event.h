// All that comes into the core. The platform makes events, core::App::handle takes them.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "base/geometry.h"
#include "ports/browser_translate.h"
#include "ports/http.h"
#include "ports/images.h"

namespace core {

struct Started {
  base::Size window_pt;
  float scale = 1;
  bool dark = false;
  bool reduced_motion = false;
  bool online = true;
  bool painted = true;  // false: no WebGL; nothing is painted, the outline is all there is
  std::string query;
  std::string fragment;
  std::vector<std::string> languages;  // the browser's, best first
  std::string ui;           // the interface's language that the page chose; empty: English
  std::string ui_words;     // its file (assets/strings/); empty: there is none
  std::int64_t utc_ms = 0;  // at the monotonic time now_ms
  double now_ms = 0;
  int utc_offset_min = 0;
  std::string unpacked_layout;  // of an address with layout=z.…; empty: none
  std::string broken_layout;    // why that could not be unpacked; empty: it could
};

struct Resized {
  base::Size window_pt;
  float scale = 1;
};

enum class SurfaceId : std::uint8_t { Window, Feed, Post, Lab };

struct Scrolled {
  SurfaceId surface = SurfaceId::Feed;
  double y = 0;  // in the surface's content
};

enum class PointerKind : std::uint8_t { Move, Down, Tap, Leave, DoubleTap, Drag };

struct Modifiers {
  bool shift = false;
  bool control = false;  // or the command key
  bool alt = false;
  bool touch = false;
};

struct Pointer {
  PointerKind kind = PointerKind::Move;
  base::Point at;   // window points; for Drag: how far since the last event
  std::string key;  // outline node under it
  Modifiers modifiers;
};

struct Wheel {
  base::Point at;
  base::Point delta;
  bool zoom = false;
};

struct Key {
  std::string name;  // KeyboardEvent.key
  Modifiers modifiers;
};

struct Pressed {  // a control of the outline, by pointer, keyboard or assistive technology
  std::string key;
};

struct ValueChanged {
  std::string key;
  std::string value;
};

struct FocusMoved {
  std::string key;  // empty: nowhere
  bool visible = false;
};

struct AddressChanged {
  std::string query;
  std::string fragment;
};

struct SystemChanged {
  bool dark = false;
  bool reduced_motion = false;
  bool online = true;
};

struct FileChosen {
  std::string name;
  std::string text;
};

struct LinkMade {
  std::string address;
};

struct FontsChanged {};

struct Kept {  // of an earlier visit, or another tab's
  std::string name;
  std::string text;
};

// How a text is said: JSON [["你","nǐ"],…], all of it in order, "" where nothing is to be said;
// empty: it could not be told.
struct Romanized {
  std::string parts;
};

struct NoVoice {
  std::string language;
};

using Event =
    std::variant<Resized, Scrolled, Pointer, Wheel, Key, Pressed, ValueChanged, FocusMoved,
                 AddressChanged, SystemChanged, FileChosen, LinkMade, FontsChanged, Kept,
                 ports::HttpReply, ports::ImageReply, ports::BrowserTranslated, Romanized, NoVoice>;

}  // namespace core
