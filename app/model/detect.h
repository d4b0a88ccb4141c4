// Which language a text is in, as far as its script tells: a correction of labels, not a language
// identifier. Servers label posts wrongly (snac2 says "en" for everything) and fonts, line breaking
// and translation need the truth. Latin text says nothing: unknown.
#pragma once

#include <string_view>

#include "model/language.h"
#include "model/post.h"

namespace model {

// Looks at the letters only; links, @mentions, #tags and :shortcodes: do not count.
Language detect_script_language(std::string_view text);

// Whether a text in this language may look like that: "en" cannot be written in Han, "ru" and "bg"
// can both be Cyrillic. Unknown languages contradict nothing.
bool script_contradicts(const Language& label, const Language& detected);

// The label, unless it is missing or contradicted by the text; else what the script tells; may be
// unknown.
Language language_of(const Post& post);

}  // namespace model
