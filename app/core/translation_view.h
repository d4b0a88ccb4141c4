// A post's translation in the words that a card or a page shows: label, verdict, reasons.
#pragma once

#include <cstddef>
#include <string>

#include "core/state.h"
#include "layout/translation.h"

namespace core {

// Of what a card shows; veiled: its warning.
enum class Veil : std::uint8_t { None, Drawn };
layout::TranslationView card_translation(const State& state, const model::Post& post, Veil veil);
// Of an opened post and its comments.
layout::Translations page_translations(const State& state);

// What a picture is called: its description, or its translation.
struct PictureName {
  std::string text;
  std::string language;
};
PictureName picture_name(const State& state, const model::Post& post, std::size_t media_index);

}  // namespace core
