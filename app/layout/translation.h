// A text's translation as a card or a page shows it: said by the core, drawn by layout.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "model/rich_text.h"

namespace layout {

enum class TranslationStage : std::uint8_t {
  None,     // in the reader's language, or nothing translates
  Offered,  // a button
  Waiting,  // asked for, not there yet
  Shown,
  Refused,  // there is none that could be trusted: the reason stands in its place
};

struct TranslationView {
  TranslationStage stage = TranslationStage::None;
  std::string label;     // Offered: the button's word; else from what to what, and the verdict
  model::RichText text;  // Shown
  std::string language;  // of the text, BCP-47
  std::string note;      // Refused: why; Shown: what is to be checked, slang that is known
};

// Of the texts of an opened post and its comments.
struct Translations {
  std::map<std::string, TranslationView> bodies;    // by the post's id
  std::map<std::string, TranslationView> warnings;  // by the post's id
  std::vector<std::string> poll_options;            // of the opened post; empty: not translated
};

}  // namespace layout
