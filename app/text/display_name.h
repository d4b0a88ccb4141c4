// A name that somebody chose, made fit to stand beside other text. For: the display names of
// accounts. Not for: what people write in posts, where joiners and marks are theirs to use.
//  - What steers the order of text (embeddings, overrides, isolates, marks), controls, and all that
//    is drawn as nothing (zero width, fillers, tags, selectors without a base) is shown as U+FFFD,
//    one for each stretch: a name that hides something looks like one that does.
//  - Joiners and selectors stay where they do something: in emoji, between letters that join.
//  - A name is one line: line ends and every kind of white space are one space, none at its ends.
// Beside it goes: StyleSpan::isolate, where a name stands in a longer text. A badge of ours is a
// box or a picture outside of the name's paragraph, in colours that no name is set in, so no
// letters, and no custom emoji, which stay in the name's own line, can be one.
#pragma once

#include <string>
#include <string_view>

namespace text {

// name is valid UTF-8. Empty if nothing of it can be seen.
std::string display_name(std::string_view name);

}  // namespace text
