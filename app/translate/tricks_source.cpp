#include "base/utf8.h"
#include "model/detect.h"
#include "model/scripts.h"
#include "translate/tricks.h"

namespace translate {
namespace {

using model::Script;
using model::script_of;

// What is beyond is not looked at: a post is judged by its beginning.
constexpr std::size_t kMaxCodes = 3000;

bool is_ascii_word(char32_t code) {
  return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') ||
         (code >= '0' && code <= '9') || code == '_';
}

std::u32string codes_of(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size() && out.size() < kMaxCodes;) {
    const base::Decoded one = base::decode_utf8(text, at);
    out += one.code;
    at += one.bytes;
  }
  return out;
}

// Where a token that begins at `at` ends; `at` itself if none begins there.
std::size_t token_end(std::u32string_view text, std::size_t at) {
  const bool starts = at == 0 || !is_ascii_word(text[at - 1]);
  const char32_t here = text[at];
  const std::u32string_view rest = text.substr(at);
  std::size_t end = at;
  if (here == '`') {
    const std::u32string_view fence = rest.starts_with(U"```") ? U"```" : U"`";
    const std::size_t close = text.find(fence, at + fence.size());
    return close == std::u32string_view::npos ? at : close + fence.size();
  }
  if (here == ':' && !is_ascii_word(at > 0 ? text[at - 1] : U' ')) {
    for (end = at + 1; end < text.size() && is_ascii_word(text[end]);) ++end;
    return end < text.size() && text[end] == ':' && end > at + 1 ? end + 1 : at;
  }
  if ((here == '#' || here == 0xFF03) && starts) {
    for (end = at + 1;
         end < text.size() && (is_ascii_word(text[end]) || script_of(text[end]) != Script::Other);)
      ++end;
    return end > at + 1 ? end : at;
  }
  if (here == '@' && starts) {
    for (end = at + 1;
         end < text.size() && (is_ascii_word(text[end]) || model::contains(U".-@", text[end]));)
      ++end;
    return end > at + 1 ? end : at;
  }
  if (!starts || !is_ascii_word(here)) return at;
  // A link, a mail address or a host name: up to the next blank.
  bool link =
      rest.starts_with(U"http://") || rest.starts_with(U"https://") || rest.starts_with(U"www.");
  for (end = at; end < text.size() && text[end] > ' ' && text[end] < 0x2E80; ++end) {
    const bool inside = end > at && end + 1 < text.size();
    if (inside && text[end] == '@' && is_ascii_word(text[end + 1])) link = true;
    if (inside && text[end] == '/' && text.substr(at, end - at).find(U'.') != text.npos &&
        end > at + 4)
      link = true;
  }
  return link ? end : at;
}

}  // namespace

std::string utf8_of(std::u32string_view text) {
  std::string out;
  for (const char32_t code : text) base::append_utf8(out, code);
  return out;
}

std::string detail_of(std::u32string_view seen) { return utf8_of(seen.substr(0, kMaxDetail)); }

Source read_source(std::string_view text, const model::Language& language) {
  Source source;
  // A guess between equals is no knowledge here: odd spellings look like the strangest languages.
  constexpr float kDoubt = 0.1F;
  const bool doubtful = model::detect_language(text).confidence < kDoubt;
  source.language = doubtful ? model::Language{} : language;
  const std::u32string codes = codes_of(text);
  for (std::size_t at = 0; at < codes.size();) {
    const std::size_t end = token_end(codes, at);
    source.text += end > at ? U' ' : codes[at];
    at = end > at ? end : at + 1;
  }
  std::size_t begin = 0;
  std::u32string spelling;
  for (std::size_t i = 0; i <= source.text.size(); ++i) {
    const char32_t code = i < source.text.size() ? source.text[i] : U' ';
    if (model::is_blank(code)) {
      if (i > begin) source.words.push_back(source.text.substr(begin, i - begin));
      begin = i + 1;
    }
    const Script script = script_of(code);
    source.letters += script != Script::Other ? 1 : 0;
    source.han += script == Script::Han ? 1 : 0;
    source.kana += script == Script::Kana ? 1 : 0;
    source.latin += script == Script::Latin ? 1 : 0;
    const bool apostrophe = (code == '\'' || code == 0x2019) && !spelling.empty();
    if (script == Script::Latin || apostrophe) {
      spelling += apostrophe ? U'\'' : model::lower_letter(model::plain_letter(code));
    } else if (!spelling.empty()) {
      while (!spelling.empty() && spelling.back() == '\'') spelling.pop_back();
      source.spellings.push_back(std::move(spelling));
      spelling.clear();
    }
  }
  return source;
}

}  // namespace translate
