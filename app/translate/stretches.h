// Stretches of a text: the parts of the guard that its files share.
#pragma once

#include <string_view>
#include <vector>

#include "translate/tokens.h"

namespace translate {

inline constexpr std::string_view kLineBreak = "\u2028";  // within a block, model/rich_text.h

inline std::string_view part(std::string_view text, Range range) {
  return text.substr(range.begin, range.end - range.begin);
}

bool is_blank(char32_t code);

// Without the blanks at both ends.
Range trimmed(std::string_view text, Range range);

bool has_letters(std::string_view text);

// What stands between tokens within a range, the empty stretches too: one more than tokens.
std::vector<Range> between(Range range, const std::vector<Range>& tokens);

}  // namespace translate
