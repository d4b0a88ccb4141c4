#include "translate/tokens.h"

#include <algorithm>
#include <string_view>

#include "base/utf8.h"
#include "translate/token_scan.h"

namespace translate {
namespace {

using model::RichText;
using model::Span;
using model::SpanKind;

TokenKind kind_of(const Span& span) {
  switch (span.kind) {
    case SpanKind::Mention:
      return TokenKind::Mention;
    case SpanKind::Tag:
      return TokenKind::Tag;
    case SpanKind::Emoji:
      return TokenKind::Emoji;
    case SpanKind::Link:
      return TokenKind::Link;
    case SpanKind::Plain:
      break;
  }
  return TokenKind::Code;
}

bool is_token(const Span& span) { return span.kind != SpanKind::Plain || span.emphasis.code; }

// Between code points, where ranges and spans begin and end.
bool is_border(std::string_view text, std::uint32_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

// What spans, code blocks and the caller say, in order; the first of two that overlap counts.
std::vector<Token> marked_tokens(const RichText& rich, const std::vector<Range>& untouched) {
  std::vector<Token> tokens;
  for (const Span& span : rich.spans) {
    if (is_token(span)) tokens.push_back({{span.begin, span.end}, kind_of(span)});
  }
  for (const model::Block& block : rich.blocks) {
    if (block.kind == model::BlockKind::Code)
      tokens.push_back({{block.begin, block.end}, TokenKind::Code});
  }
  for (const Range& range : untouched) tokens.push_back({range, TokenKind::Untouched});
  const auto size = static_cast<std::uint32_t>(rich.text.size());
  std::erase_if(tokens, [&](const Token& token) {
    return token.range.begin >= token.range.end || token.range.end > size ||
           !is_border(rich.text, token.range.begin) || !is_border(rich.text, token.range.end);
  });
  // The longer of two that start together: an untouched passage holds its links.
  std::stable_sort(tokens.begin(), tokens.end(), [](const Token& a, const Token& b) {
    return a.range.begin != b.range.begin ? a.range.begin < b.range.begin
                                          : a.range.end > b.range.end;
  });
  return tokens;
}

std::size_t line_break_bytes(std::string_view text, std::size_t at) {
  if (text[at] == '\n') return 1;
  return text.substr(at).starts_with("\u2028") ? 3 : 0;
}

std::size_t line_end(std::string_view text, std::size_t at) {
  return std::min({text.find('\n', at), text.find("\u2028", at), text.size()});
}

}  // namespace

std::vector<Token> find_tokens(const RichText& rich, const std::vector<Range>& untouched) {
  const std::string_view text = rich.text;
  const std::vector<Token> marked = marked_tokens(rich, untouched);
  std::vector<Token> tokens;
  std::size_t next = 0;
  std::size_t at = 0;
  std::size_t end_of_line = line_end(text, 0);
  while (at < text.size()) {
    if (const std::size_t skip = line_break_bytes(text, at)) {
      at += skip;
      end_of_line = line_end(text, at);
      continue;
    }
    while (next < marked.size() && marked[next].range.end <= at) ++next;
    const bool inside = next < marked.size() && marked[next].range.begin <= at;
    const std::size_t limit = next < marked.size() && !inside
                                  ? std::min<std::size_t>(end_of_line, marked[next].range.begin)
                                  : end_of_line;
    Found found;
    if (inside) {
      found = {std::min<std::size_t>(marked[next].range.end, end_of_line) - at, marked[next].kind};
    } else {
      found = token_at(text, at, limit);
    }
    if (found.bytes == 0) {
      at += base::decode_utf8(text, at).bytes;
      continue;
    }
    tokens.push_back(
        {{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + found.bytes)},
         found.kind});
    at += found.bytes;
  }
  return tokens;
}

}  // namespace translate
