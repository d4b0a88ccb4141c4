// The wall before the HTML parser. Hostile markup can make any HTML5 parser build trees that are
// thousands of levels deep or thousands of times the size of the text (formatting elements are
// opened again in every paragraph). So the parser only ever sees markup that is written here: a few
// elements, their few attributes, nothing else; which bounds its work to about ten nodes a tag.
#pragma once

#include <string>
#include <string_view>

namespace sources {

// Posts of real servers stay under 500.
inline constexpr int kHtmlTags = 4096;

// Stands for a '<' that is text: references are decoded here already (html_entities.h), and the
// parser must not take one for the start of a tag. The last private character of Unicode, which no
// text holds.
inline constexpr std::string_view kTextBracket = "\xF4\x8F\xBF\xBD";

// Elements that mean the same get one name (strong: b),
// blocks without a meaning of their own become div, scripts and the like go with what is in them.
std::string safe_markup(std::string_view html);

// The parser's text, with the brackets back in place.
std::string with_brackets(std::string_view text);

}  // namespace sources
