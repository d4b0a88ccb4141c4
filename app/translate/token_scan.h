// Tokens that a text shows by its characters alone.
#pragma once

#include <cstddef>
#include <string_view>

#include "translate/tokens.h"

namespace translate {

struct Found {
  std::size_t bytes = 0;  // 0: nothing starts here
  TokenKind kind = TokenKind::Untouched;
};

// What starts at `at`, not reaching to `end`. Looks at the character before too: "a@b" is no
// mention.
Found token_at(std::string_view text, std::size_t at, std::size_t end);

// A letter of any script: what a translator can do something with. No digits, signs, emoji.
bool is_letter(char32_t code);

}  // namespace translate
