// Which language a text is in: script first, then letters, frequent words and n-grams. Servers
// label posts wrongly (snac2 says "en" for everything), and fonts, line breaking and translation
// need the truth. Links, @mentions, #tags, :shortcodes:, code, kaomoji and emoji do not count.
// Unknown is a result.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "model/language.h"
#include "model/post.h"

namespace model {

struct Detection {
  Language language;     // script given where the language has several
  float confidence = 0;  // 0..1: how far ahead of the next language, and on how much text
};

// hint: what somebody says the language is; a little more than half of a tie.
Detection detect_language(std::string_view text, const Language& hint = {});

struct LanguageRun {
  std::uint32_t begin = 0;  // bytes
  std::uint32_t end = 0;
  Detection detection;
};

// The text in runs of one language, cut at sentence ends and where the script changes for several
// words; the runs cover the text in order. What is too short to tell goes with its neighbour.
std::vector<LanguageRun> detect_sentences(std::string_view text, const Language& hint = {});

// Whether a text in this language may look like that: "en" cannot be written in Han, "ru" and "bg"
// can both be Cyrillic. Unknown languages contradict nothing.
bool script_contradicts(const Language& label, const Language& detected);

// Whether there is anything that could be in a language.
bool has_words(const RichText& text);

// The label, unless it is missing or contradicted by the text; else what was detected, if that is
// more than a guess; may be unknown. Reads the whole text: done once, when a post is read, and kept
// in Post::written_in.
Language find_language(const Post& post);
// What was found, or finds it.
Language language_of(const Post& post);

}  // namespace model
