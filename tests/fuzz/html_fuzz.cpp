// HTML into text: whatever comes in, RichText's promises hold and only text comes out.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/url.h"
#include "base/utf8.h"
#include "model/detect.h"
#include "sources/html_text.h"

namespace {

void require(bool condition) {
  if (!condition) std::abort();
}

bool is_border(const std::string& text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

void check(const model::RichText& rich) {
  require(base::is_valid_utf8(rich.text));
  std::size_t at = 0;
  for (const model::Block& block : rich.blocks) {
    require(block.begin == at && block.end > block.begin && block.end <= rich.text.size() &&
            block.indent <= 8);
    require(rich.text.substr(block.begin, block.end - block.begin).find('\n') == std::string::npos);
    require(block.end == rich.text.size() || rich.text[block.end] == '\n');
    at = block.end + 1;
  }
  require(rich.blocks.empty() ? rich.text.empty() : rich.blocks.back().end == rich.text.size());
  std::size_t behind = 0;
  require(rich.spans.size() <= sources::kTextSpans);
  for (const model::Span& span : rich.spans) {
    require(span.begin >= behind && span.end > span.begin && span.end <= rich.text.size());
    require(is_border(rich.text, span.begin) && is_border(rich.text, span.end));
    require(span.target.empty() || base::is_web_address(span.target));
    require(span.target.empty() == (span.kind == model::SpanKind::Plain));
    behind = span.end;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string html = base::to_valid_utf8({reinterpret_cast<const char*>(data), size});
  const std::vector<sources::CustomEmoji> emojis = {{"a", "https://x.y/a.png"}};
  const model::RichText rich = sources::parse_html(html, emojis, {{"https://x.y/@a", "a@x.y"}});
  check(rich);
  check(sources::parse_plain(html, emojis));
  check(model::plain_text(html));
  static_cast<void>(model::detect_language(rich.text));
  return 0;
}
