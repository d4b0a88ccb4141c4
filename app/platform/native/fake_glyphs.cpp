#include "platform/native/fake_glyphs.h"

#include "base/utf8.h"

namespace platform {
namespace {

bool within(char32_t code, char32_t first, char32_t last) { return code >= first && code <= last; }

bool has_no_width(char32_t code) {
  return (code < 0x20 && code != '\t') || within(code, 0x7F, 0x9F) || code == 0xAD ||
         within(code, 0x300, 0x36F) || within(code, 0x483, 0x489) || within(code, 0x591, 0x5BD) ||
         within(code, 0x610, 0x61A) || code == 0x61C || within(code, 0x64B, 0x65F) ||
         code == 0x670 || within(code, 0x93A, 0x93C) || within(code, 0x941, 0x948) ||
         code == 0x94D || code == 0xE31 || within(code, 0xE34, 0xE3A) ||
         within(code, 0xE47, 0xE4E) || within(code, 0x200B, 0x200F) ||
         within(code, 0x202A, 0x202E) || within(code, 0x2060, 0x206F) ||
         within(code, 0x20D0, 0x20FF) || within(code, 0x3099, 0x309A) ||
         within(code, 0xFE00, 0xFE0F) || code == 0xFEFF || within(code, 0x1F3FB, 0x1F3FF) ||
         within(code, 0xE0000, 0xE0FFF);
}

bool is_flag_letter(char32_t code) { return within(code, 0x1F1E6, 0x1F1FF); }

bool is_wide(char32_t code) {
  return within(code, 0x1100, 0x115F) || within(code, 0x2E80, 0x303E) ||
         within(code, 0x3041, 0xA4CF) || within(code, 0xAC00, 0xD7A3) ||
         within(code, 0xF900, 0xFAFF) || within(code, 0xFE30, 0xFE4F) ||
         within(code, 0xFF01, 0xFF60) || within(code, 0xFFE0, 0xFFE6) ||
         within(code, 0x1F000, 0x1FAFF) || within(code, 0x20000, 0x3FFFD);
}

bool is_space(char32_t code) { return code == ' ' || code == '\t' || code == 0xA0; }

}  // namespace

float FakeGlyphs::width_of(std::string_view piece, const ports::InkStyle& style) {
  float quarters = 0;
  bool joined = false;     // by a zero width joiner to what stands before
  bool half_flag = false;  // the second letter of a flag adds nothing
  for (std::size_t at = 0; at < piece.size();) {
    const base::Decoded decoded = base::decode_utf8(piece, at);
    at += decoded.bytes;
    const char32_t code = decoded.code;
    if (has_no_width(code)) {
      joined = code == 0x200D;
      continue;
    }
    const bool wide = is_wide(code);
    const bool closes_flag = half_flag && is_flag_letter(code);
    if (!(joined && wide) && !closes_flag) {
      quarters += wide ? 4.0f : is_space(code) ? 1.0f : 2.0f;
    }
    half_flag = is_flag_letter(code) && !closes_flag;
    joined = false;
  }
  return quarters * style.size_pt * (style.weight >= 600 ? 0.2625f : 0.25f);
}

void FakeGlyphs::measure(std::string_view text, std::span<const std::uint32_t> ends,
                         const ports::PieceContext& context, std::span<float> widths_pt) {
  ++measure_calls_;
  pieces_ += ends.size();
  std::uint32_t begin = 0;
  for (std::size_t i = 0; i < ends.size(); ++i) {
    widths_pt[i] = width_of(text.substr(begin, ends[i] - begin), context.style);
    begin = ends[i];
  }
}

void FakeGlyphs::segment_words(std::string_view text, std::string_view /*language*/,
                               std::span<std::uint8_t> breaks) {
  ++segment_calls_;
  int count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const base::Decoded decoded = base::decode_utf8(text, at);
    const bool thai = within(decoded.code, 0xE00, 0xE7F);
    if (!thai) {
      count = 0;
    } else if (count >= 4 && !has_no_width(decoded.code) && decoded.code != 0xE33) {
      breaks[at] = 1;
      count = 1;
    } else {
      ++count;
    }
    at += decoded.bytes;
  }
}

}  // namespace platform
