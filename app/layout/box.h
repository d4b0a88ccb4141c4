// What a laid-out card or page is made of: a flat list of rectangles with what to paint in each, in
// painting order, in points from the top left of the card or page.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "layout/tokens.h"
#include "model/rich_text.h"
#include "text/paragraph.h"

namespace layout {

enum class BoxKind : std::uint8_t {
  Panel,      // filled rectangle, `color`, `radius`
  Picture,    // item: index into the post's media
  Veil,       // over a picture that waits for the reader's consent
  Cover,      // drawn ground of a text-only post; item: which of the cover colours
  Avatar,     // item: index into authors
  Text,       // item: index into texts
  Icon,       // item: Icon
  Line,       // hairline
  Bar,        // poll: filled part of its width in `share`
  Touchable,  // not painted: where something small is pressed
};

enum class Icon : std::uint8_t {
  Heart,
  Bubble,
  Boost,
  Play,
  Close,
  Back,
  ChevronLeft,
  ChevronRight,
  ChevronDown,
  ArrowUp,
  Search,
  Home,
  Pin,
  Trend,
  Tag,
  Sliders,
  Warning,
  Live,
  Link,
  ZoomIn,
  Refresh,
  Globe,
  Info,
  Check
};

// What a click or Enter on a box does.
enum class Touch : std::uint8_t {
  None,
  Open,
  Reveal,
  Author,
  Link,
  Media,
  Toggle,
  Translate,
  ReadingMode,  // target: a ReadingMode
  Sentence,     // target of this and the next: the row of a ReadingView
  Listen,
  ListenSlowly,
  SavePhrase
};

struct Box {
  BoxKind kind = BoxKind::Panel;
  base::Rect rect;
  int item = -1;
  Col color = Col::Ink;
  float radius = 0;
  float share = 0;
  bool round_top = false;  // pictures: which corners are the card's
  bool round_bottom = false;
  Touch touch = Touch::None;
  int target = -1;       // Author: index into authors; Media: index; Toggle: comment index
  bool current = false;  // of several to choose from; open, of what opens
  bool unread = false;   // painted only: what assistive technology need not say
};

// A paragraph and the spans it was built from: a run's tag - 1 is the index of its span.
struct TextBlock {
  text::Paragraph paragraph;
  std::vector<model::Span> spans;
  bool hugs = false;  // one line beside other things: it begins at its box's start, see hug_left()

  [[nodiscard]] float width() const { return paragraph.size.w; }
  [[nodiscard]] float height() const { return paragraph.size.h; }
  [[nodiscard]] const model::Span* span_of(std::uint16_t tag) const {
    return tag == 0 || tag > spans.size() ? nullptr : &spans[tag - 1U];
  }
};

struct Boxes {
  base::Size size;
  std::vector<Box> boxes;
  std::vector<TextBlock> texts;
};

// For a window that is read from right to left: every box where a mirror shows it. Pictures and
// paragraphs are not mirrored themselves; a paragraph's lines follow their own direction.
void mirror(Boxes& boxes);
// The box of a text: as wide as the text where that hugs its side, since it would hug the other.
base::Rect mirrored_text_box(base::Rect rect, const TextBlock& text, float width);

}  // namespace layout
