#include "translate/slang.h"

#include <algorithm>
#include <string>

#include "base/json.h"
#include "base/utf8.h"
#include "model/scripts.h"

namespace translate {
namespace {

constexpr std::size_t kMostBytes = 1u << 20;  // a hundred times the table that lies beside the page
constexpr std::size_t kMaxFound = 8;          // more notes than these nobody reads

// Han and kana stand without blanks between words.
bool is_spaced(char32_t code) {
  const model::Script script = model::script_of(code);
  const bool digit = code >= '0' && code <= '9';
  return digit || (script != model::Script::Other && script != model::Script::Han &&
                   script != model::Script::Kana);
}

char32_t last_code(std::string_view text) {
  std::size_t at = text.size();
  while (at > 0 && (static_cast<unsigned char>(text[at - 1]) & 0xC0) == 0x80) --at;
  return at > 0 ? base::decode_utf8(text, at - 1).code : U' ';
}

char32_t first_code(std::string_view text) {
  return text.empty() ? U' ' : base::decode_utf8(text, 0).code;
}

// Where a letter meets one of its own script, or a digit a digit, a word goes on.
bool goes_on(char32_t a, char32_t b) {
  return is_spaced(a) && is_spaced(b) && model::script_of(a) == model::script_of(b);
}

bool is_whole(std::string_view text, std::size_t begin, std::size_t end) {
  const std::string_view term = text.substr(begin, end - begin);
  return !goes_on(last_code(text.substr(0, begin)), first_code(term)) &&
         !goes_on(last_code(term), first_code(text.substr(end)));
}

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  });
  return out;
}

}  // namespace

std::vector<SlangNote> read_slang(std::string_view json) {
  std::vector<SlangNote> notes;
  const auto parsed = base::parse_json(json, {.bytes = kMostBytes});
  if (!parsed) return notes;
  for (const base::Json& row : parsed.value().items()) {
    const std::vector<base::Json>& parts = row.items();
    if (parts.size() != 4 || parts[1].string_or({}).empty()) continue;
    const auto text = [&](std::size_t i) { return std::string(parts[i].string_or({})); };
    notes.push_back({model::parse_language(text(0)).primary, text(1), text(2), text(3)});
  }
  return notes;
}

std::vector<FoundSlang> find_slang(const std::vector<SlangNote>& notes, std::string_view text,
                                   const model::Language& language) {
  std::vector<FoundSlang> found;
  if (!language.known()) return found;
  const std::string lower = lower_ascii(text);
  for (const SlangNote& note : notes) {
    if (note.language != language.primary) continue;
    const std::string term = lower_ascii(note.term);
    std::size_t at = lower.find(term);
    while (at != std::string::npos && !is_whole(lower, at, at + term.size())) {
      at = lower.find(term, at + 1);
    }
    if (at == std::string::npos) continue;
    found.push_back(
        {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + term.size()), &note});
  }
  std::sort(found.begin(), found.end(), [](const FoundSlang& a, const FoundSlang& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  std::vector<FoundSlang> kept;
  for (const FoundSlang& one : found) {
    if (kept.size() < kMaxFound && (kept.empty() || one.begin >= kept.back().end))
      kept.push_back(one);
  }
  return kept;
}

}  // namespace translate
