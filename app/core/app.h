// The core's front: events in, effects out, one step a frame. Holds the state, which the ui reads.
#pragma once

#include <memory>

#include "core/effect.h"
#include "core/event.h"
#include "core/outline.h"
#include "core/state.h"

namespace core {

class App {
 public:
  // `shipped_layout`: the bundle's duo document.
  App(const Started& started, std::string_view shipped_layout, ports::Glyphs& glyphs);

  // Returns whether the event meant something here (keys, wheels: the page then leaves it alone).
  bool handle(const Event& event, double now_ms);

  // Brings everything up to date for painting: places cards, asks for pages and pictures.
  void step(double now_ms);

  // Something moves by itself and wants another frame.
  [[nodiscard]] bool wants_frame() const;
  // Monotonic time at which to wake up without input; 0: never.
  [[nodiscard]] double wake_at_ms() const;

  [[nodiscard]] Effects take_effects();
  [[nodiscard]] const State& state() const { return state_; }
  // The lab's panel reports how tall it is.
  void set_lab_height(float height_pt) { state_.lab.content_height = height_pt; }
  // All textures are gone.
  void lose_textures();
  // The first cards are painted, or it is said why there are none.
  [[nodiscard]] bool ready() const;

 private:
  Context context() { return {glyphs_, cache_, effects_, labels_, state_.address.spacing}; }
  bool take(const Resized& event);
  bool take(const Scrolled& event);
  bool take(const Pointer& event);
  bool take(const Wheel& event);
  bool take(const Key& event);
  bool take(const Pressed& event);
  bool take(const ValueChanged& event);
  bool take(const FocusMoved& event);
  bool take(const AddressChanged& event);
  bool take(const SystemChanged& event);
  bool take(const FileChosen& event);
  bool take(const LinkMade& event);
  bool take(const FontsChanged& event);
  bool take(const ports::HttpReply& event);
  bool take(const ports::ImageReply& event);
  bool take(const ports::BrowserTranslated& event);
  bool take(const Kept& event);
  bool take(const Romanized& event);
  bool take(const NoVoice& event);
  void take_local_replies();

  ports::Glyphs& glyphs_;
  text::MeasureCache cache_;
  LabelCache labels_;
  Effects effects_;
  State state_;
};

}  // namespace core
