// The token guard: a post and an answer, both anything. What is restored keeps every token once, in
// its order, within valid text and sound blocks. The first byte chooses the marks; a 0 byte parts
// the post from the answer.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/utf8.h"
#include "translate/guard.h"
#include "translate/marks.h"

namespace {

using translate::Marks;

void require(bool condition) {
  if (!condition) std::abort();
}

void require_sound(const model::RichText& rich) {
  require(base::is_valid_utf8(rich.text));
  std::uint32_t at = 0;
  for (const model::Span& span : rich.spans) {
    require(span.begin >= at && span.begin < span.end && span.end <= rich.text.size());
    at = span.end;
  }
  at = 0;
  for (const model::Block& block : rich.blocks) {
    require(block.begin >= at && block.begin <= block.end && block.end <= rich.text.size());
    at = block.end;
  }
}

// The first word as a link, so that spans are moved about too.
void mark_first_word(model::RichText& rich) {
  const std::size_t end = std::min(rich.text.find_first_of(" \n\xE2"), rich.text.size());
  if (end == 0) return;
  model::Span span;
  span.end = static_cast<std::uint32_t>(end);
  span.kind = model::SpanKind::Link;
  span.target = "https://example.org/";
  rich.spans.push_back(span);
}

void require_pieces(const translate::Unit& unit, const translate::Pieces& pieces, Marks marks) {
  int next = 0;
  for (const translate::Piece& piece : pieces) {
    require(base::is_valid_utf8(piece.text) && piece.text.find('\n') == std::string::npos);
    if (piece.token < 0) continue;
    require(static_cast<std::size_t>(piece.token) < unit.tokens.size());
    if (marks != Marks::None) require(piece.token == next++);
  }
  if (marks != Marks::None) require(static_cast<std::size_t>(next) == unit.tokens.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2 || size > 20'000) return 0;
  const auto marks = static_cast<Marks>(data[0] % 4);
  const std::string_view all(reinterpret_cast<const char*>(data + 1), size - 1);
  const std::size_t half = std::min(all.find('\0'), all.size());
  model::RichText rich = model::plain_text(std::string(all.substr(0, half)));
  const std::string_view answer = all.substr(std::min(half + 1, all.size()));
  mark_first_word(rich);

  const std::vector<translate::Token> tokens = translate::find_tokens(rich, {{2, 5}, {90, 4}});
  const auto lines = marks == Marks::None ? translate::Lines::Blocks : translate::Lines::Apart;
  const std::vector<translate::Unit> units = find_units(rich, tokens, lines);
  std::vector<translate::Pieces> pieces;
  for (const translate::Unit& unit : units) {
    const std::optional<std::string> sent = write_marked(rich, unit, marks);
    std::optional<translate::Pieces> read = read_marked(rich, unit, marks, answer);
    if (sent && !read) read = read_marked(rich, unit, marks, *sent);
    // What was sent comes back as it is: then nothing may be refused.
    if (sent) require(read_marked(rich, unit, marks, *sent).has_value());
    if (!read) read = read_segments(rich, unit, write_segments(rich, unit));
    require(read.has_value());
    require_pieces(unit, *read, marks);
    pieces.push_back(std::move(*read));
  }
  model::RichText out = assemble(rich, units, pieces);
  require_sound(out);
  require(out.blocks.size() == rich.blocks.size());
  (void)translate::restore_whole(rich, out);
  require_sound(out);
  return 0;
}
