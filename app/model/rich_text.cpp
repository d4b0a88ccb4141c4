#include "model/rich_text.h"

#include <string_view>

#include "base/utf8.h"

namespace model {
namespace {

constexpr std::string_view kLineBreak = "\xE2\x80\xA8";  // U+2028

std::string_view without_blanks_around(std::string_view line) {
  while (!line.empty() && (line.front() == ' ' || line.front() == '\t')) line.remove_prefix(1);
  while (!line.empty() && (line.back() == ' ' || line.back() == '\t' || line.back() == '\r')) {
    line.remove_suffix(1);
  }
  return line;
}

}  // namespace

// A blank line separates paragraphs, a single line end breaks the line.
RichText plain_text(std::string text) {
  if (!base::is_valid_utf8(text)) text = base::to_valid_utf8(text);
  RichText rich;
  bool paragraph_ended = true;
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::size_t length = rest.find('\n');
    const std::string_view line = without_blanks_around(rest.substr(0, length));
    rest.remove_prefix(length == std::string_view::npos ? rest.size() : length + 1);
    if (line.empty()) {
      paragraph_ended = true;
      continue;
    }
    if (paragraph_ended) {
      if (!rich.text.empty()) rich.text += '\n';
      rich.blocks.push_back({});
      rich.blocks.back().begin = static_cast<std::uint32_t>(rich.text.size());
    } else {
      rich.text += kLineBreak;
    }
    rich.text += line;
    rich.blocks.back().end = static_cast<std::uint32_t>(rich.text.size());
    paragraph_ended = false;
  }
  return rich;
}

}  // namespace model
