// Everything the app knows, in one place, with one writer: core (App and the rooms beside it). The
// ui reads it and paints; nothing here is painted, timed or fetched.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/geometry.h"
#include "base/lru.h"
#include "core/address.h"
#include "core/effect.h"
#include "core/label_cache.h"
#include "core/language_mix.h"
#include "core/reading.h"
#include "core/shell_view.h"
#include "core/translation.h"
#include "demo/server.h"
#include "feed/store.h"
#include "layout/card.h"
#include "layout/document.h"
#include "layout/post_page.h"
#include "layout/shell.h"
#include "layout/waterfall.h"
#include "model/language.h"
#include "model/post.h"
#include "model/words.h"
#include "ports/glyphs.h"
#include "sources/error.h"
#include "sources/mastodon/parse.h"
#include "text/measure_cache.h"

namespace core {

// Cards laid out and kept: about five screens on a large window.
inline constexpr std::size_t kMaxLaidOutCards = 240;
// Bytes of picture textures kept: five desktop screens of pictures at two pixels a point.
inline constexpr std::size_t kPictureBudgetBytes = 96u << 20;
inline constexpr int kMaxPictureLoads = 6;  // a browser opens six connections to a host

enum class Phase : std::uint8_t { Idle, Loading, Ready, Failed };

struct CardEntry {
  layout::Boxes boxes;
  std::uint32_t revision = 0;  // grows with every new layout of this card
};

// What a reader was looking at, kept through every change of layout.
struct Anchor {
  feed::EntryIndex entry = 0;
  double offset = 0;   // of the card's top from the top of the view, points; may be negative
  bool at_top = true;  // the reader is at the feed's very top: that is held, not the card
};

struct FeedView {
  feed::Store store;
  layout::Waterfall waterfall;  // follows the store: its size is how many entries are placed
  std::vector<layout::CardSketch> sketches;
  base::Lru<feed::EntryIndex, CardEntry> cards{kMaxLaidOutCards};
  std::vector<feed::EntryIndex> visible;   // on screen
  std::vector<feed::EntryIndex> prepared;  // a screen more each way: outline, pictures
  std::set<feed::EntryIndex> revealed;
  double scroll_y = 0;
  Anchor anchor;
  bool scrolled = false;                  // since the last step
  int tries_ahead = 0;                    // to lay out the next card within a step's room
  std::optional<double> expected_scroll;  // set by us: the next report of it is not the reader's

  Phase phase = Phase::Idle;  // of the page under way
  ports::RequestId request = 0;
  ports::RequestId account_request = 0;
  std::string account_id;
  std::string page_url;                       // under way, or to be tried again
  std::string next_url;                       // empty and Ready: the end
  std::optional<sources::SourceError> error;  // of the last try; kept while it is tried again
  int attempts = 0;
  double retry_at_ms = 0;  // monotonic; 0: no retry planned
  std::map<ports::RequestId, feed::PageIndex> refills;

  ports::RequestId newer_request = 0;
  std::string newest_id;
  std::vector<model::Post> newer;  // arrived above, not shown until asked for
  double newer_check_at_ms = 0;
  bool newer_asked = false;  // by the reader, who is told also when there is nothing new
  double pull_most_pt = 0;   // how far the feed was pulled down, of the pull under way
  double spring_from_y = 0;  // where it was let go; 0: it is at rest
  double spring_began_ms = 0;

  LanguageMix languages;  // of the posts loaded
};

struct PostView {
  std::string id;  // empty: closed
  std::optional<model::Post> post;
  model::Thread thread;
  Phase post_phase = Phase::Idle;
  Phase thread_phase = Phase::Idle;
  std::optional<sources::SourceError> error;
  ports::RequestId post_request = 0;
  ports::RequestId thread_request = 0;
  layout::PostPage page;
  layout::ReadingView reading;  // as it is laid out
  std::uint32_t revision = 0;
  double scroll_y = 0;
  std::size_t media_index = 0;
  std::set<std::string> unfolded;  // comments whose replies the reader asked for
  bool revealed = false;
  bool playing = false;
  bool pushed = false;  // opened here: back is one step of the history
  std::string return_focus;

  struct Zoom {
    bool open = false;
    float scale = 1;    // 1: the whole picture fits the window
    base::Point shift;  // of the picture's centre from the window's, points
  } zoom;

  [[nodiscard]] bool open() const { return !id.empty(); }
};

enum class PictureState : std::uint8_t { Wanted, Loading, Ready, NoPixels, Failed };

struct Picture {
  ports::ImageSlot slot = 0;
  std::string url;
  base::PixelSize target;
  bool small = false;
  PictureState state = PictureState::Wanted;
  base::PixelSize decoded;
  base::PixelSize natural;
  std::uint64_t used_at = 0;  // step number
  double ready_at_ms = 0;
  float distance = 0;  // from the view: nearest is loaded first
  [[nodiscard]] std::size_t bytes() const {
    return static_cast<std::size_t>(decoded.w) * static_cast<std::size_t>(decoded.h) * 4;
  }
};

struct Lab {
  bool open = false;
  layout::Document shipped;
  layout::Document document;           // in use
  std::vector<layout::Document> undo;  // older states, oldest first
  std::string editing;  // the token of the change under way: one drag is one undo step
  double edited_at_ms = 0;
  bool only_changed = false;
  std::string message;  // what the last file or link said
  bool message_is_error = false;
  ports::RequestId request = 0;  // a layout= that is fetched
  double scroll_y = 0;
  float content_height = 0;
};

// A panel over the feed, where the window has no room beside it.
enum class Sheet : std::uint8_t { None, Topics, Languages, About };

struct Toast {
  std::string text;
  bool urgent = false;
  double until_ms = 0;
};

struct State {
  // The device and the reader.
  base::Size window;
  float scale = 1;
  bool system_dark = false;
  bool reduced_motion = false;
  bool online = true;
  bool painted = true;
  double now_ms = 0;  // monotonic
  std::int64_t utc_at_start_ms = 0;
  double started_ms = 0;
  int utc_offset_min = 0;
  std::vector<model::Language> read;
  model::Words words = model::english_words();  // the interface's

  std::string query;
  Address address;
  layout::Shell shell;
  FeedView feed;
  PostView post;
  Translation translation;
  Reading reading;
  Lab lab;
  std::optional<model::Instance> instance;
  ports::RequestId instance_request = 0;
  std::vector<sources::mastodon::TagUse> topics;
  ports::RequestId topics_request = 0;

  std::optional<demo::Server> demo;
  ports::RequestId demo_request = 0;
  std::vector<ports::HttpRequest> demo_waiting;  // for the packed file

  std::vector<ports::HttpReply> local_replies;  // of the embedded community, not yet taken

  std::unordered_map<std::string, Picture> pictures;  // by picture_key()
  std::unordered_map<ports::ImageSlot, std::string> picture_keys;

  std::vector<ControlGroup> controls;  // of the last step
  std::vector<Toast> toasts;
  bool show_keys = false;  // the list of keys
  Sheet sheet = Sheet::None;
  std::string sheet_return_focus;
  std::string focus;  // outline key
  bool focus_visible = false;
  std::string hover;  // outline key
  std::string pressed;
  std::uint64_t step = 0;
  ports::RequestId last_request = 0;
  ports::ImageSlot last_slot = 0;
  bool needs_frame = true;

  [[nodiscard]] bool dark() const {
    return address.theme == Theme::Dark || (address.theme == Theme::System && system_dark);
  }
  [[nodiscard]] const model::Language& reader() const { return read.front(); }
  [[nodiscard]] bool reads(const model::Language& language) const {
    return std::any_of(read.begin(), read.end(), [&](const model::Language& one) {
      return model::same_language(one, language);
    });
  }
  // How numbers are written: as in the language chosen for the interface, else in the first read.
  [[nodiscard]] const model::Language& number_language() const {
    return address.ui.empty() ? read.front() : words.language();
  }
  [[nodiscard]] bool right_to_left() const { return words.right_to_left(); }
  [[nodiscard]] std::int64_t utc_ms() const {
    return address.clock_ms ? *address.clock_ms : wall_ms();
  }
  // The device's clock, whatever the address says: for what waits.
  [[nodiscard]] std::int64_t wall_ms() const {
    return utc_at_start_ms + static_cast<std::int64_t>(now_ms - started_ms);
  }
  [[nodiscard]] double view_bottom() const { return feed.scroll_y + static_cast<double>(window.h); }
  [[nodiscard]] double card_top(feed::EntryIndex entry) const {
    return static_cast<double>(shell.feed_top) + feed.waterfall.slot(entry).top;
  }
  [[nodiscard]] float device_scale() const { return address.scale ? *address.scale : scale; }
};

// What the core's functions need besides the state: the measuring port and where effects go.
struct Context {
  ports::Glyphs& glyphs;
  text::MeasureCache& cache;
  Effects& effects;
  LabelCache& labels;
  text::Spacing spacing = {};
  [[nodiscard]] layout::Measurer measurer() const { return {glyphs, cache, spacing}; }
};

void toast(State& state, std::string text, bool urgent = false);
// A choice of the reader's, in the address from now on; taken out of it when the value is empty.
void set_parameter(State& state, Context& context, std::string_view name, std::string_view value);

}  // namespace core
