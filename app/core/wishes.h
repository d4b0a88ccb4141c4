// One round of wishes for translations: what is wished again stays, what is not is dropped. A text
// that is written to defeat machines is refused before it is sent. Not for what is in view
// (translation.cpp).
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "core/state.h"

namespace core {

class Wishes {
 public:
  explicit Wishes(State& state) : state_(state), it_(state.translation) {}

  void want_card(const model::Post& post, translate::Urgency urgency, bool veiled);
  // The sections of an opened post that are near its view, with pictures' descriptions and poll.
  void want_page(const PostView& view);

  // Drops the others. Gives the posts that were refused at once: their cards say why.
  std::vector<std::string> finish();

 private:
  void want(const model::Post& post, TextPart part, std::size_t index, translate::Urgency urgency);
  // The translation into its own language again, where the reader has translations checked so.
  void want_back(const std::string& key, const Translated& known, const model::Language& from);
  void want_section(const model::Post& post, const layout::Section& section,
                    translate::Urgency urgency);

  State& state_;
  Translation& it_;
  std::unordered_map<std::string, translate::Urgency> wished_;
  std::vector<std::string> refused_;
};

}  // namespace core
