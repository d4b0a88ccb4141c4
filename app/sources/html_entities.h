// Character references of HTML ("&amp;", "&#x732B;", "&hellip;") as the characters they mean.
#pragma once

#include <string>
#include <string_view>

namespace sources {

enum class InHtml : unsigned char { Text, AttributeValue };

// Appends the text with its references decoded; what is none stays as it stands. Known by name are
// HTML 4's and the marks on a keyboard; HTML 5's other 1,900 names have not been seen in a post.
void append_decoded(std::string& out, std::string_view text, InHtml where);

}  // namespace sources
