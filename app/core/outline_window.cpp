#include <string>
#include <utility>

#include "core/keys.h"
#include "core/outline_build.h"
#include "core/outline_nodes.h"
#include "core/post_view.h"

namespace core {
namespace {

using model::Word;

bool is_dialog(GroupKind kind) {
  return kind == GroupKind::Help || kind == GroupKind::Zoom || kind == GroupKind::Sheet;
}

void write_controls(const State& state, OutlineWriter& writer) {
  for (std::size_t g = 0; g < state.controls.size(); ++g) {
    const ControlGroup& group = state.controls[g];
    if (state.sheet != Sheet::None && group.kind != GroupKind::Sheet &&
        group.kind != GroupKind::Toasts && group.kind != GroupKind::Help) {
      continue;
    }
    if (state.post.open() && group.kind != GroupKind::Post && group.kind != GroupKind::Zoom &&
        group.kind != GroupKind::Toasts && group.kind != GroupKind::Help) {
      continue;  // the page makes what is behind an opened post inert; it need not be sent at all
    }
    Node node;
    node.key = node_key(group);
    if (group.kind == GroupKind::Toasts) node.key += std::to_string(g);
    node.role = group.kind == GroupKind::Navigation || group.kind == GroupKind::Header ||
                        group.kind == GroupKind::Bar
                    ? Role::Navigation
                : group.name.empty()    ? Role::Group
                : is_dialog(group.kind) ? Role::Dialog
                                        : Role::Region;
    node.name = group.name;
    if (node.role == Role::Dialog) node.rect = {0, 0, state.window.w, state.window.h};
    std::uint64_t hash = g;
    for (const Control& control : group.controls) {
      if (control.look == Look::Secret) {
        hash = mix_hash(hash, std::hash<std::string>{}(state.translation.keys.draft));
      }
      hash = mix_hash(hash, std::hash<std::string>{}(control.label + control.name + control.key +
                                                     control.detail_label));
      hash = mix_hash(hash, bits_of(static_cast<double>(control.rect.x)) ^
                                (bits_of(static_cast<double>(control.rect.y)) << 20) ^
                                (control.current ? 7U : 0U));
    }
    if (!writer.wants(node.key, hash)) continue;
    for (std::size_t c = 0; c < group.controls.size(); ++c) {
      const Control& control = group.controls[c];
      if (control.look == Look::Strip || control.look == Look::Spinner) continue;
      Node child;
      if (!control.key.empty()) {
        child =
            button(control.key, control.name.empty() ? control.label : control.name, control.rect);
        if (control.look == Look::Tab || control.look == Look::NavItem ||
            control.look == Look::BarItem || control.look == Look::Switch) {
          child.on = control.current;
        }
        if (control.look == Look::Secret) {
          child.role = Role::Field;
          child.value = state.translation.keys.draft;
          child.data = {{"type", "password"}, {"placeholder", control.label}};
          child.font_pt = 13;
        }
        if (!control.detail_label.empty()) child.description = control.detail_label;
        child.key = keys::pressing(node.key, control.key);
      } else if (control.text != nullptr) {
        child = text_node(node.key + ":" + std::to_string(c), *control.text,
                          text_rect(control, state.right_to_left()));
        if (control.look == Look::Title && group.kind != GroupKind::Help) {
          child.role = Role::Heading;
          child.level = 2;
        }
        if (control.look == Look::Meter) child.description = control.detail_label;
      }
      node.children.push_back(std::move(child));
    }
    writer.put("window", static_cast<int>(g), node);
  }
}

std::string status_of(const State& state) {
  const FeedView& feed = state.feed;
  const model::Words& words = state.words;
  std::string status;
  const auto say = [&](const std::string& words) {
    if (!status.empty() && !words.empty()) status += ' ';
    status += words;
  };
  say(post_status(state.post, words));
  if (feed.phase == Phase::Loading) {
    // What failed stays said until it is well again.
    if (feed.error) {
      const sources::ErrorText error = sources::error_text(*feed.error, words);
      say(error.what + " " + error.why + " " + words[Word::TryingAgain]);
    } else {
      say(words[Word::LoadingPosts]);
    }
  } else if (feed.phase == Phase::Failed && feed.error) {
    say(sources::in_words(*feed.error, words));
  } else if (feed.phase == Phase::Ready && feed.store.size() == 0) {
    say(words[Word::NothingHere] + ".");
  }
  if (!state.online) say(words[Word::Offline]);
  const auto newer = static_cast<std::int64_t>(feed.newer.size());
  if (newer > 0) say(words.plural(Word::NewPosts, newer));
  for (const Toast& toast : state.toasts) {
    if (!toast.urgent) say(toast.text);
  }
  return status;
}

}  // namespace

void write_window_outline(const State& state, OutlineWriter& writer) {
  writer.surface({"window", {0, 0, state.window.w, state.window.h}, 0, 0, ""});
  write_controls(state, writer);
  writer.status(status_of(state));
  std::string alert;
  for (const Toast& toast : state.toasts) {
    if (toast.urgent) alert = toast.text;
  }
  writer.alert(alert);
  writer.theme(state.dark());
}

}  // namespace core
