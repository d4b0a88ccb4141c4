// The first part of guard.h: what of a text is translated as one.
#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "translate/guard.h"
#include "translate/stretches.h"
#include "translate/token_scan.h"

namespace translate {
namespace {

// Longer lines are cut at the ends of sentences: services take from 2,000 characters a text.
constexpr std::uint32_t kLongestUnit_bytes = 1'500;

// Without the blanks at its ends, but with the tokens there, which may be blank themselves.
Range trimmed_to(std::string_view text, Range line, const std::vector<Range>& tokens) {
  line = trimmed(text, line);
  if (tokens.empty()) return line;
  return {std::min(line.begin, tokens.front().begin), std::max(line.end, tokens.back().end)};
}

Unit unit_of(std::string_view text, Range line, std::vector<Range> tokens, Lines lines) {
  line = trimmed_to(text, line, tokens);
  if (lines == Lines::Blocks) return {line, std::move(tokens)};
  while (!tokens.empty() && tokens.front().begin == line.begin) {
    line.begin = tokens.front().end;
    tokens.erase(tokens.begin());
    line = trimmed_to(text, line, tokens);
  }
  while (!tokens.empty() && tokens.back().end == line.end) {
    line.end = tokens.back().begin;
    tokens.pop_back();
    line = trimmed_to(text, line, tokens);
  }
  Unit unit{line, {}};
  for (const Range& token : tokens) {
    const bool joins = !unit.tokens.empty() &&
                       trimmed(text, {unit.tokens.back().end, token.begin}).begin == token.begin;
    if (joins) {
      unit.tokens.back().end = token.end;
    } else {
      unit.tokens.push_back(token);
    }
  }
  return unit;
}

bool unit_has_letters(std::string_view text, const Unit& unit) {
  const std::vector<Range> gaps = between(unit.range, unit.tokens);
  return std::any_of(gaps.begin(), gaps.end(),
                     [&](const Range& gap) { return has_letters(part(text, gap)); });
}

// Where a sentence ends before `at`: behind its sign, and in scripts with blanks before a blank.
bool ends_sentence(std::string_view text, std::uint32_t at) {
  const std::string_view before = text.substr(0, at);
  for (const std::string_view sign : {"。", "！", "？", "।"}) {
    if (before.ends_with(sign)) return true;
  }
  const bool sign = before.ends_with('.') || before.ends_with('!') || before.ends_with('?') ||
                    before.ends_with("…") || before.ends_with("؟");
  return sign && at < text.size() && text[at] == ' ';
}

// Pieces of whole sentences, each at most kLongestUnit_bytes where its sentences allow it. None is
// cut within a token.
void add_in_pieces(std::string_view text, const Unit& unit, std::vector<Unit>& units) {
  Range rest = unit.range;
  std::vector<Range> tokens = unit.tokens;
  while (rest.end - rest.begin > kLongestUnit_bytes) {
    std::uint32_t cut = 0;
    std::size_t inside = 0;
    std::size_t next = 0;
    for (std::uint32_t at = rest.begin + 1; at < rest.end; ++at) {
      if (cut != 0 && at - rest.begin > kLongestUnit_bytes) break;
      while (next < tokens.size() && tokens[next].end <= at) ++next;
      if (next < tokens.size() && tokens[next].begin < at) continue;
      if (!ends_sentence(text, at)) continue;
      cut = at;
      inside = next;
    }
    if (cut == 0) break;
    const auto middle = tokens.begin() + static_cast<std::ptrdiff_t>(inside);
    Unit piece = unit_of(text, {rest.begin, cut}, {tokens.begin(), middle}, Lines::Apart);
    if (unit_has_letters(text, piece)) units.push_back(std::move(piece));
    tokens.erase(tokens.begin(), middle);
    rest = trimmed(text, {cut, rest.end});
  }
  Unit last = unit_of(text, rest, std::move(tokens), Lines::Apart);
  if (last.range.begin < last.range.end && unit_has_letters(text, last))
    units.push_back(std::move(last));
}

}  // namespace

bool is_blank(char32_t code) { return code <= ' ' || code == 0xA0 || code == 0x3000; }

// Without the blanks at both ends.
Range trimmed(std::string_view text, Range range) {
  while (range.begin < range.end) {
    const base::Decoded first = base::decode_utf8(text, range.begin);
    if (!is_blank(first.code)) break;
    range.begin += static_cast<std::uint32_t>(first.bytes);
  }
  while (range.end > range.begin) {
    std::uint32_t last = range.end - 1;
    while (last > range.begin && (static_cast<unsigned char>(text[last]) & 0xC0) == 0x80) --last;
    if (!is_blank(base::decode_utf8(text, last).code)) break;
    range.end = last;
  }
  return range;
}

bool has_letters(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const base::Decoded next = base::decode_utf8(text, at);
    if (is_letter(next.code)) return true;
    at += next.bytes;
  }
  return false;
}

// What stands between tokens within a range, the empty stretches too: one more than tokens.
std::vector<Range> between(Range range, const std::vector<Range>& tokens) {
  std::vector<Range> gaps;
  std::uint32_t at = range.begin;
  for (const Range& token : tokens) {
    gaps.push_back({at, token.begin});
    at = token.end;
  }
  gaps.push_back({at, range.end});
  return gaps;
}

std::vector<Unit> find_units(const model::RichText& rich, const std::vector<Token>& tokens,
                             Lines lines) {
  std::vector<Unit> units;
  const std::string_view text = rich.text;
  std::size_t next = 0;
  for (const model::Block& block : rich.blocks) {
    if (block.kind == model::BlockKind::Code) continue;
    std::size_t begin = block.begin;
    while (begin < block.end) {
      const std::size_t break_at =
          lines == Lines::Apart ? text.find(kLineBreak, begin) : std::string_view::npos;
      const std::size_t end = std::min<std::size_t>(break_at, block.end);
      std::vector<Range> inside;
      while (next < tokens.size() && tokens[next].range.begin < end) {
        if (tokens[next].range.begin >= begin) inside.push_back(tokens[next].range);
        ++next;
      }
      Unit unit =
          unit_of(text, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
                  std::move(inside), lines);
      if (lines == Lines::Apart) {
        add_in_pieces(text, unit, units);
      } else if (unit.range.begin < unit.range.end && unit_has_letters(text, unit)) {
        units.push_back(std::move(unit));
      }
      begin = end + (end == break_at ? kLineBreak.size() : 0);
      if (begin == block.end) break;
    }
  }
  return units;
}

}  // namespace translate
