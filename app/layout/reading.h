// How an opened post and its translation are read together, said by the core and drawn by layout
// (reading_part.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/rich_text.h"

namespace layout {

enum class ReadingMode : std::uint8_t {
  Below,        // the whole original, the whole translation below it
  Translation,  // only that
  Paragraphs,   // each with its translation below it
  Sentences,    // each by itself, its translation behind a tap
};
inline constexpr int kReadingModes = static_cast<int>(ReadingMode::Sentences) + 1;
// As addresses write them: "below", "translation", "paragraphs", "sentences".
std::string_view reading_mode_name(ReadingMode mode);
std::optional<ReadingMode> reading_mode(std::string_view name);

// How a stretch of a row's text is said: pinyin over a Han character.
struct ReadingAid {
  std::uint32_t begin = 0;  // bytes
  std::uint32_t end = 0;
  std::string sound;
};

struct ReadingRow {
  model::RichText text;
  model::RichText translation;  // empty: behind a tap, or there is none
  std::vector<ReadingAid> aids;
  bool same = false;  // there is nothing to translate in it
  bool open = false;
  bool saved = false;
};

struct ReadingView {
  ReadingMode mode = ReadingMode::Below;
  std::vector<std::string> modes;  // their names, in order; empty: nothing to choose
  std::string label;               // from what to what, by whom, how good
  std::string note;                // what is to be checked
  std::vector<ReadingRow> rows;    // Paragraphs and Sentences
  std::string language;            // of the rows, BCP-47
  std::string translation_language;
  std::string listen;  // the names of what an open row offers
  std::string listen_slowly;
  std::string save;
  std::string saved;
};

}  // namespace layout
