// Makes controls (core/shell_view.h) with their text measured: what all groups of controls share.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/shell_view.h"
#include "core/state.h"

namespace core {

class ControlMaker {
 public:
  ControlMaker(const State& state, Context& context);

  std::shared_ptr<const layout::TextBlock> text(const std::string& words, const layout::Type& type,
                                                float width, int lines = 1);
  // Later controls go into the group made last; the reference holds until the next group is made.
  ControlGroup& group(GroupKind kind, std::string name);
  Control& add(ControlGroup& to, Look look, std::string_view key, const std::string& label,
               base::Rect rect, const layout::Type& type, float text_width, int lines = 1);
  Control& icon(ControlGroup& to, std::string_view key, const std::string& name, layout::Icon icon,
                base::Rect rect, Look look = Look::RoundButton);

  [[nodiscard]] const std::string& word(model::Word word) const { return state_.words[word]; }
  // Controls are placed as in a left-to-right window; take() mirrors them where it is not one. What
  // stands in the state stands where it is seen, so it is mirrored back.
  [[nodiscard]] const layout::Shell& shell() const { return shell_; }
  [[nodiscard]] base::Rect logical(base::Rect rect) const;

  [[nodiscard]] layout::Type small() const;
  [[nodiscard]] layout::Type body(std::uint16_t weight) const;
  [[nodiscard]] layout::Measurer measurer() const { return context_.measurer(); }
  [[nodiscard]] const State& state() const { return state_; }
  [[nodiscard]] std::vector<ControlGroup> take();

 private:
  const State& state_;
  Context& context_;
  layout::Shell shell_;
  std::vector<ControlGroup> groups_;
};

// The groups over the feed and over the opened post, and those over everything
// (overlay_controls.cpp).
void make_feed_controls(ControlMaker& make);
void make_post_controls(ControlMaker& make);
void make_top_controls(ControlMaker& make);

}  // namespace core
