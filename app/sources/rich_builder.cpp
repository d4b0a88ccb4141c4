#include "sources/rich_builder.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace sources {
namespace {

using model::BlockKind;

constexpr std::string_view kLineBreak = "\xE2\x80\xA8";  // U+2028
constexpr int kDeepestIndent = 8;
constexpr int kLargestOrdinal = 65535;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

bool is_shortcode_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-' || c == '+' || c == '.' || c == '@';
}

// Controls have no place in a text: C0, DEL, C1.
bool is_control(char32_t code) { return code < 0x20 || (code >= 0x7F && code <= 0x9F); }

// RichText uses these itself.
bool is_separator(char32_t code) { return code == 0x2028 || code == 0x2029; }

bool same_style(const model::Span& span, const Style& style) {
  return span.kind == style.kind && span.emphasis == style.emphasis &&
         span.target == style.target && span.label == style.label;
}

std::uint32_t to_offset(std::size_t at) { return static_cast<std::uint32_t>(at); }

}  // namespace

void RichBuilder::start_block(BlockKind kind, int indent, int ordinal) {
  close_block();
  next_ = {};
  next_.kind = kind;
  next_.indent = static_cast<std::uint8_t>(std::clamp(indent, 0, kDeepestIndent));
  next_.ordinal = static_cast<std::uint16_t>(std::clamp(ordinal, 0, kLargestOrdinal));
}

void RichBuilder::add_text(std::string_view text, const Style& style) {
  while (!text.empty()) {
    const auto end = std::find_if(text.begin(), text.end(), is_blank);
    const auto length = static_cast<std::size_t>(end - text.begin());
    if (length > 0) add_word(text.substr(0, length), style);
    text.remove_prefix(length);
    if (text.empty()) return;
    if (!blank_) blank_style_ = style;
    blank_ = true;
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  }
}

void RichBuilder::add_word(std::string_view word, const Style& style) {
  const bool line_started = block_open_ && breaks_ == 0;
  open_line();
  if (blank_ && line_started) append(" ", blank_style_);
  blank_ = false;
  if (style.emphasis.code) {
    append(word, style);
  } else {
    add_with_emojis(word, style);
  }
}

void RichBuilder::add_with_emojis(std::string_view word, const Style& style) {
  std::size_t from = 0;
  std::size_t colon = emojis_.empty() ? std::string_view::npos : word.find(':');
  while (colon != std::string_view::npos) {
    const auto end = std::find_if_not(word.begin() + static_cast<std::ptrdiff_t>(colon) + 1,
                                      word.end(), is_shortcode_letter);
    const auto second = static_cast<std::size_t>(end - word.begin());
    const bool closed = second < word.size() && word[second] == ':';
    const CustomEmoji* emoji =
        closed ? find_emoji(word.substr(colon + 1, second - colon - 1)) : nullptr;
    if (emoji != nullptr) {
      append(word.substr(from, colon - from), style);
      Style picture{model::SpanKind::Emoji, style.emphasis, emoji->url, {}, style.passage};
      append(word.substr(colon, second + 1 - colon), picture);
      from = second + 1;
    }
    colon = word.find(':', emoji != nullptr ? second + 1 : second);
  }
  append(word.substr(from), style);
}

void RichBuilder::add_code(std::string_view text, const Style& style) {
  while (!text.empty()) {
    const std::size_t length = std::min(text.find('\n'), text.size());
    if (length > 0) {
      open_line();
      append(text.substr(0, length), style);
    }
    if (length == text.size()) return;
    ++breaks_;
    text.remove_prefix(length + 1);
  }
}

void RichBuilder::add_line_break() {
  ++breaks_;
  blank_ = false;
}

// Writes the line breaks that wait. Two or more of them in running text separate paragraphs:
// servers that know no <p> write so.
void RichBuilder::open_line() {
  constexpr int kMostBlankLines = 8;
  if (block_open_ && breaks_ > 1 && next_.kind != BlockKind::Code) {
    close_block();
    if (next_.kind == BlockKind::ListItem) next_.kind = BlockKind::Paragraph;
    next_.ordinal = 0;
  }
  if (!block_open_) {
    if (!rich_.text.empty()) rich_.text += '\n';
    next_.begin = to_offset(rich_.text.size());
    block_open_ = true;
    blank_ = false;
  } else {
    for (int i = std::min(breaks_, kMostBlankLines); i > 0; --i) rich_.text += kLineBreak;
  }
  breaks_ = 0;
}

void RichBuilder::append(std::string_view text, const Style& style) {
  const std::size_t begin = rich_.text.size();
  for (std::size_t at = 0; at < text.size();) {
    const base::Decoded decoded = base::decode_utf8(text, at);
    if (decoded.code == '\t') {
      rich_.text += "    ";
    } else if (is_separator(decoded.code)) {
      rich_.text += ' ';
    } else if (!is_control(decoded.code)) {
      base::append_utf8(rich_.text, decoded.code);
    }
    at += decoded.bytes;
  }
  const std::size_t end = rich_.text.size();
  if (style.passage) add_passage(to_offset(begin), to_offset(end), *style.passage);
  const bool plain = style.kind == model::SpanKind::Plain && style.emphasis == model::Emphasis{};
  if (plain || end == begin) return;
  std::vector<model::Span>& spans = rich_.spans;
  const bool goes_on = !spans.empty() && spans.back().end == begin &&
                       same_style(spans.back(), style) && style.kind != model::SpanKind::Emoji;
  if (goes_on) {
    spans.back().end = to_offset(end);
  } else if (spans.size() < kTextSpans) {
    spans.push_back(
        {to_offset(begin), to_offset(end), style.kind, style.emphasis, style.target, style.label});
  }
}

void RichBuilder::add_passage(std::uint32_t begin, std::uint32_t end, const std::string& language) {
  std::vector<model::Passage>& passages = rich_.passages;
  if (end == begin) return;
  if (!passages.empty() && passages.back().end == begin && passages.back().language == language) {
    passages.back().end = end;
  } else if (passages.size() < kTextSpans) {
    passages.push_back({begin, end, language});
  }
}

void RichBuilder::close_block() {
  breaks_ = 0;
  blank_ = false;
  if (!block_open_) return;
  block_open_ = false;
  next_.end = to_offset(rich_.text.size());
  // A block of nothing but control characters has no text after all.
  if (next_.end == next_.begin) {
    if (!rich_.text.empty()) rich_.text.pop_back();
    return;
  }
  rich_.blocks.push_back(next_);
}

model::RichText RichBuilder::take() {
  close_block();
  return std::move(rich_);
}

const CustomEmoji* RichBuilder::find_emoji(std::string_view shortcode) const {
  for (const CustomEmoji& emoji : emojis_) {
    if (emoji.shortcode == shortcode) return &emoji;
  }
  return nullptr;
}

}  // namespace sources
