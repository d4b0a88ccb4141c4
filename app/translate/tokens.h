// What in a text is not language and must come through a translation unchanged: mentions, tags,
// addresses, custom emoji, emoji, numbers with units, code, exam blanks. What markup says counts
// first (the spans of a RichText); the rest is found in the text itself, which for picture
// descriptions, warnings and polls is all there is. Emoji: Unicode 16's blocks, not its property
// tables: what is kept by mistake is only left as it was.
#pragma once

#include <cstdint>
#include <vector>

#include "model/rich_text.h"

namespace translate {

struct Range {  // bytes of a text
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool operator==(const Range&) const = default;
};

enum class TokenKind : std::uint8_t {
  Mention,
  Tag,
  Link,
  Emoji,   // custom, or a run of Unicode's
  Number,  // with a unit or a currency; a time of day
  Code,
  Blank,      // "____", "____ (3)", "（ ）": to be filled in by who sits the exam
  Untouched,  // what the caller says: of another language than the post's, or nobody's
};

struct Token {
  Range range;
  TokenKind kind = TokenKind::Untouched;
  bool operator==(const Token&) const = default;
};

// In order, not overlapping, none across a line's or a block's end. `untouched` in any order.
std::vector<Token> find_tokens(const model::RichText& rich,
                               const std::vector<Range>& untouched = {});

}  // namespace translate
