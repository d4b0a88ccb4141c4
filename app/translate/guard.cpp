#include "translate/guard.h"

#include <algorithm>

#include "base/utf8.h"
#include "translate/marks.h"
#include "translate/reply_text.h"
#include "translate/stretches.h"
#include "translate/token_scan.h"

namespace translate {
namespace {

using model::RichText;
using model::Span;
using model::SpanKind;

const Span* token_span(const RichText& rich, const Range& token) {
  const auto span = std::find_if(rich.spans.begin(), rich.spans.end(), [&](const Span& one) {
    return one.begin == token.begin && one.end == token.end && one.kind != SpanKind::Plain;
  });
  return span == rich.spans.end() ? nullptr : &*span;
}

// How a token reads in what Marks::None sends: addresses in full, since servers shorten only what
// is shown ("example.org/a/long…").
std::string_view written_out(const RichText& rich, const Range& token) {
  std::string_view shown = part(rich.text, token);
  const Span* span = token_span(rich, token);
  if (span == nullptr || span->kind != SpanKind::Link) return shown;
  if (shown.ends_with("…")) shown.remove_suffix(std::string_view("…").size());
  return span->target.find(shown) == std::string::npos ? part(rich.text, token)
                                                       : std::string_view(span->target);
}

std::string replaced(std::string_view text, std::string_view from, std::string_view to) {
  std::string out;
  while (true) {
    const std::size_t length = std::min(text.find(from), text.size());
    out += text.substr(0, length);
    if (length == text.size()) return out;
    out += to;
    text.remove_prefix(length + from.size());
  }
}

// An answer as it may be shown: valid, one line, without controls.
std::string clean(std::string_view answer, std::string_view line_break) {
  const std::string valid = base::to_valid_utf8(answer);
  std::string out;
  for (std::size_t at = 0; at < valid.size();) {
    const base::Decoded next = base::decode_utf8(valid, at);
    if (next.code == '\n' || next.code == 0x2028 || next.code == 0x2029) {
      out += line_break;
    } else if (next.code < ' ' || (next.code >= 0x7F && next.code < 0xA0)) {
      out += next.code == '\r' ? "" : " ";
    } else {
      out.append(valid, at, next.bytes);
    }
    at += next.bytes;
  }
  return std::string(part(out, trimmed(out, {0, static_cast<std::uint32_t>(out.size())})));
}

bool is_too_long(std::string_view answer, Range asked) {
  constexpr std::size_t kGrowth = 16;  // Chinese to German grows threefold
  constexpr std::size_t kAlways = 2000;
  return answer.size() > kGrowth * (asked.end - asked.begin) + kAlways;
}

// Chinese and Japanese put no blanks between words.
bool wants_blank(char32_t code) {
  return code < 0x2E80 && (is_letter(code) || (code >= '0' && code <= '9'));
}

bool is_opening(char32_t code) {
  return code == '(' || code == '[' || code == '{' || code == '"' || code == '\'' || code == 0xAB ||
         code == 0x201C || code == 0x2018 || code == 0xBF || code == 0xA1 || code >= 0x2E80;
}

char32_t last_of(std::string_view text) {
  std::size_t at = text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return base::decode_utf8(text, at).code;
}

// Services drop the blank beside a mark; where the original had one, words do not touch tokens.
void part_words_from_tokens(std::string_view text, const Unit& unit, Pieces& pieces) {
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (pieces[i].token < 0) continue;
    const Range token = unit.tokens[static_cast<std::size_t>(pieces[i].token)];
    std::string* before = i > 0 && pieces[i - 1].token < 0 ? &pieces[i - 1].text : nullptr;
    std::string* after =
        i + 1 < pieces.size() && pieces[i + 1].token < 0 ? &pieces[i + 1].text : nullptr;
    if (before != nullptr && text[token.begin - 1] == ' ') {
      const char32_t last = last_of(*before);
      if (!is_blank(last) && !is_opening(last)) *before += ' ';
    }
    if (after != nullptr && text[token.end] == ' ' &&
        wants_blank(base::decode_utf8(*after, 0).code))
      after->insert(0, " ");
  }
}

bool says_something(const Pieces& pieces) {
  return std::any_of(pieces.begin(), pieces.end(),
                     [](const Piece& piece) { return has_letters(piece.text); });
}

// Marks::None: the tokens that markup made are found by themselves, the longest first, so that
// "#cat" is not found in "#cattax". People who translate move them, so order is free.
std::optional<Pieces> read_unmarked(const RichText& rich, const Unit& unit,
                                    const std::string& answer) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < unit.tokens.size(); ++i) {
    if (token_span(rich, unit.tokens[i]) != nullptr) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return written_out(rich, unit.tokens[a]).size() > written_out(rich, unit.tokens[b]).size();
  });
  std::vector<FoundMark> found;
  for (const std::size_t i : order) {
    const std::string wanted = clean(written_out(rich, unit.tokens[i]), kLineBreak);
    if (wanted.empty()) continue;  // nobody sees it
    std::size_t at = answer.find(wanted);
    const auto is_taken = [&](const FoundMark& mark) {
      return at < mark.end && mark.begin < at + wanted.size();
    };
    while (at != std::string::npos && std::any_of(found.begin(), found.end(), is_taken))
      at = answer.find(wanted, at + 1);
    if (at == std::string::npos) return std::nullopt;
    found.push_back({at, at + wanted.size(), static_cast<int>(i)});
  }
  std::sort(found.begin(), found.end(),
            [](const FoundMark& a, const FoundMark& b) { return a.begin < b.begin; });
  Pieces pieces;
  std::size_t at = 0;
  for (const FoundMark& mark : found) {
    if (mark.begin > at) pieces.push_back({answer.substr(at, mark.begin - at), -1});
    pieces.push_back({{}, mark.number});
    at = mark.end;
  }
  if (at < answer.size()) pieces.push_back({answer.substr(at), -1});
  return pieces;
}

}  // namespace

std::optional<std::string> write_marked(const RichText& rich, const Unit& unit, Marks marks) {
  if (unit.tokens.size() > static_cast<std::size_t>(kMostMarks)) return std::nullopt;
  const std::vector<Range> gaps = between(unit.range, unit.tokens);
  std::string out;
  for (std::size_t i = 0; i < gaps.size(); ++i) {
    const std::string_view text = part(rich.text, gaps[i]);
    if (marks == Marks::Elements) {
      out += escape_xml(text);
    } else {
      const FoundMarks known = find_marks(marks, text);
      if (known.damaged || !known.marks.empty()) return std::nullopt;
      out += text;
    }
    if (i == unit.tokens.size()) break;
    if (marks == Marks::None) {
      out += written_out(rich, unit.tokens[i]);
    } else {
      out += write_mark(marks, static_cast<int>(i));
    }
  }
  // A mark and the text beside it must not read as another mark.
  const FoundMarks made = find_marks(marks, out);
  if (marks != Marks::None && (made.damaged || made.marks.size() != unit.tokens.size()))
    return std::nullopt;
  return replaced(out, kLineBreak, "\n");
}

std::optional<Pieces> read_marked(const RichText& rich, const Unit& unit, Marks marks,
                                  std::string_view answer) {
  if (is_too_long(answer, unit.range)) return std::nullopt;
  const std::string text = clean(answer, marks == Marks::None ? kLineBreak : " ");
  if (marks == Marks::None) {
    std::optional<Pieces> pieces = read_unmarked(rich, unit, text);
    return pieces && says_something(*pieces) ? std::move(pieces) : std::nullopt;
  }
  const FoundMarks found = find_marks(marks, text);
  if (found.damaged || found.marks.size() != unit.tokens.size()) return std::nullopt;
  Pieces pieces;
  std::size_t at = 0;
  const auto add_text = [&](std::size_t end) {
    std::string between_marks = text.substr(at, end - at);
    if (marks == Marks::Elements) between_marks = unescape_xml(between_marks);
    if (!between_marks.empty()) pieces.push_back({std::move(between_marks), -1});
  };
  for (std::size_t i = 0; i < found.marks.size(); ++i) {
    if (found.marks[i].number != static_cast<int>(i)) return std::nullopt;
    add_text(found.marks[i].begin);
    pieces.push_back({{}, static_cast<int>(i)});
    at = found.marks[i].end;
  }
  add_text(text.size());
  if (!says_something(pieces)) return std::nullopt;
  part_words_from_tokens(rich.text, unit, pieces);
  return pieces;
}

std::vector<std::string> write_segments(const RichText& rich, const Unit& unit) {
  std::vector<std::string> segments;
  for (const Range& gap : between(unit.range, unit.tokens)) {
    const std::string_view text = part(rich.text, trimmed(rich.text, gap));
    if (has_letters(text)) segments.emplace_back(text);
  }
  return segments;
}

std::optional<Pieces> read_segments(const RichText& rich, const Unit& unit,
                                    const std::vector<std::string>& answers) {
  Pieces pieces;
  std::size_t next = 0;
  const std::vector<Range> gaps = between(unit.range, unit.tokens);
  for (std::size_t i = 0; i < gaps.size(); ++i) {
    const Range inner = trimmed(rich.text, gaps[i]);
    std::string text(part(rich.text, inner));
    if (has_letters(text)) {
      if (next == answers.size() || is_too_long(answers[next], inner)) return std::nullopt;
      text = clean(answers[next++], " ");
      if (!has_letters(text)) return std::nullopt;
    }
    text = std::string(part(rich.text, {gaps[i].begin, inner.begin})) + text;
    text += part(rich.text, {inner.end, gaps[i].end});
    if (!text.empty()) pieces.push_back({std::move(text), -1});
    if (i < unit.tokens.size()) pieces.push_back({{}, static_cast<int>(i)});
  }
  return next == answers.size() ? std::optional(std::move(pieces)) : std::nullopt;
}

}  // namespace translate
