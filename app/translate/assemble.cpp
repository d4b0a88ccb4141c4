// The second half of guard.h: texts with spans and blocks built anew around translated pieces.
#include <algorithm>

#include "translate/guard.h"

namespace translate {
namespace {

using model::Emphasis;
using model::RichText;
using model::Span;
using model::SpanKind;

std::uint32_t size_of(const std::string& text) { return static_cast<std::uint32_t>(text.size()); }

class Assembler {
 public:
  explicit Assembler(const RichText& rich) : rich_(rich) {}

  // A stretch of the original with its spans, which are cut at its ends.
  void copy(std::uint32_t begin, std::uint32_t end) {
    const std::uint32_t shifted = size_of(out_.text);
    const auto first =
        std::upper_bound(rich_.spans.begin(), rich_.spans.end(), begin,
                         [](std::uint32_t at, const Span& span) { return at < span.end; });
    for (auto span = first; span != rich_.spans.end() && span->begin < end; ++span) {
      Span cut = *span;
      cut.begin = std::max(span->begin, begin) - begin + shifted;
      cut.end = std::min(span->end, end) - begin + shifted;
      if (cut.begin < cut.end) out_.spans.push_back(std::move(cut));
    }
    out_.text.append(rich_.text, begin, end - begin);
  }

  void write(const Unit& unit, const Pieces& pieces) {
    const Emphasis emphasis = common_emphasis(unit);
    for (const Piece& piece : pieces) {
      if (piece.token >= 0) {
        const Range& token = unit.tokens[static_cast<std::size_t>(piece.token)];
        copy(token.begin, token.end);
        continue;
      }
      const std::uint32_t begin = size_of(out_.text);
      out_.text += piece.text;
      if (emphasis == Emphasis() || piece.text.empty()) continue;
      Span span;
      span.begin = begin;
      span.end = size_of(out_.text);
      span.emphasis = emphasis;
      out_.spans.push_back(std::move(span));
    }
  }

  void begin_block(const model::Block& block) {
    out_.blocks.push_back(block);
    out_.blocks.back().begin = size_of(out_.text);
  }
  void end_block() { out_.blocks.back().end = size_of(out_.text); }

  RichText take() { return std::move(out_); }

 private:
  // Of all of a unit's text outside of its tokens; none when a part has another.
  [[nodiscard]] Emphasis common_emphasis(const Unit& unit) const {
    std::optional<Emphasis> common;
    std::uint32_t covered = unit.range.begin;
    std::size_t token = 0;
    for (const Span& span : rich_.spans) {
      if (span.end <= covered || span.begin >= unit.range.end) continue;
      if (span.kind != SpanKind::Plain || span.emphasis.code) continue;
      while (token < unit.tokens.size() && unit.tokens[token].begin <= covered)
        covered = std::max(covered, unit.tokens[token++].end);
      if (span.begin > covered) return {};
      if (common && !(*common == span.emphasis)) return {};
      common = span.emphasis;
      covered = span.end;
    }
    while (token < unit.tokens.size() && unit.tokens[token].begin <= covered)
      covered = std::max(covered, unit.tokens[token++].end);
    return common && covered >= unit.range.end ? *common : Emphasis();
  }

  const RichText& rich_;
  RichText out_;
};

bool is_reference(const Span& span) { return span.kind != SpanKind::Plain; }

std::string_view text_of(const RichText& rich, const Span& span) {
  return std::string_view(rich.text).substr(span.begin, span.end - span.begin);
}

// The original's token of a translated one's address, once each.
const Span* take_original(std::vector<const Span*>& left, const Span& translated) {
  const auto found = std::find_if(left.begin(), left.end(), [&](const Span* one) {
    return one->target == translated.target && !one->target.empty();
  });
  if (found == left.end()) return nullptr;
  const Span* original = *found;
  left.erase(found);
  return original;
}

}  // namespace

RichText assemble(const RichText& rich, const std::vector<Unit>& units,
                  const std::vector<Pieces>& pieces) {
  Assembler assembler(rich);
  std::size_t next = 0;
  std::uint32_t at = 0;
  for (const model::Block& block : rich.blocks) {
    assembler.copy(at, block.begin);
    at = block.begin;
    assembler.begin_block(block);
    for (; next < units.size() && next < pieces.size() && units[next].range.end <= block.end;
         ++next) {
      assembler.copy(at, units[next].range.begin);
      assembler.write(units[next], pieces[next]);
      at = units[next].range.end;
    }
    assembler.copy(at, block.end);
    at = block.end;
    assembler.end_block();
  }
  assembler.copy(at, size_of(rich.text));
  return assembler.take();
}

bool restore_whole(const RichText& original, RichText& translated) {
  std::vector<const Span*> left;
  for (const Span& span : original.spans) {
    if (is_reference(span)) left.push_back(&span);
  }
  RichText out;
  std::uint32_t at = 0;
  out.blocks = translated.blocks;
  std::vector<std::pair<std::uint32_t, std::int64_t>> shifts = {{0, 0}};
  for (Span span : translated.spans) {
    out.text.append(translated.text, at, span.begin - at);
    at = span.end;
    const Span* before = is_reference(span) ? take_original(left, span) : nullptr;
    if (is_reference(span) && before == nullptr) return false;
    std::string shown(before != nullptr ? text_of(original, *before) : text_of(translated, span));
    span.begin = size_of(out.text);
    out.text += shown;
    span.end = size_of(out.text);
    shifts.emplace_back(at, static_cast<std::int64_t>(span.end) - at);
    out.spans.push_back(std::move(span));
  }
  if (!left.empty()) return false;
  out.text.append(translated.text, at);
  const auto moved = [&](std::uint32_t place) {
    const auto after = std::upper_bound(
        shifts.begin(), shifts.end(), place,
        [](std::uint32_t wanted, const auto& shift) { return wanted < shift.first; });
    return static_cast<std::uint32_t>(place + std::prev(after)->second);
  };
  for (model::Block& block : out.blocks) {
    block.begin = moved(block.begin);
    block.end = moved(block.end);
  }
  translated = std::move(out);
  return true;
}

}  // namespace translate
