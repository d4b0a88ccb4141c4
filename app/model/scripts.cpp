#include "model/scripts.h"

#include <algorithm>
#include <iterator>

namespace model {
namespace {

struct Range {
  char32_t first;
  char32_t last;
  Script script;
};

// Unicode's blocks of letters, in order.
constexpr Range kRanges[] = {
    {'A', 'Z', Script::Latin},          {'a', 'z', Script::Latin},
    {0xC0, 0xD6, Script::Latin},        {0xD8, 0xF6, Script::Latin},
    {0xF8, 0x2AF, Script::Latin},       {0x370, 0x3FF, Script::Greek},
    {0x400, 0x52F, Script::Cyrillic},   {0x531, 0x58F, Script::Armenian},
    {0x591, 0x5FF, Script::Hebrew},     {0x620, 0x65F, Script::Arabic},
    {0x66E, 0x6EF, Script::Arabic},     {0x6FA, 0x6FF, Script::Arabic},
    {0x750, 0x77F, Script::Arabic},     {0x8A0, 0x8FF, Script::Arabic},
    {0x900, 0x97F, Script::Devanagari}, {0x980, 0x9FF, Script::Bengali},
    {0xA00, 0xA7F, Script::Gurmukhi},   {0xA80, 0xAFF, Script::Gujarati},
    {0xB80, 0xBFF, Script::Tamil},      {0xC00, 0xC7F, Script::Telugu},
    {0xC80, 0xCFF, Script::Kannada},    {0xD00, 0xD7F, Script::Malayalam},
    {0xD80, 0xDFF, Script::Sinhala},    {0xE00, 0xE7F, Script::Thai},
    {0xE80, 0xEFF, Script::Lao},        {0xF00, 0xFFF, Script::Tibetan},
    {0x1000, 0x109F, Script::Burmese},  {0x10A0, 0x10FF, Script::Georgian},
    {0x1100, 0x11FF, Script::Hangul},   {0x1200, 0x137F, Script::Ethiopic},
    {0x1780, 0x17FF, Script::Khmer},    {0x1E00, 0x1EFF, Script::Latin},
    {0x1F00, 0x1FFF, Script::Greek},    {0x3041, 0x3096, Script::Kana},
    {0x309D, 0x309F, Script::Kana},     {0x30A1, 0x30FA, Script::Kana},
    {0x3105, 0x312F, Script::Bopomofo}, {0x3131, 0x318E, Script::Hangul},
    {0x31A0, 0x31BF, Script::Bopomofo}, {0x31F0, 0x31FF, Script::Kana},
    {0x3400, 0x4DBF, Script::Han},      {0x4E00, 0x9FFF, Script::Han},
    {0xAC00, 0xD7A3, Script::Hangul},   {0xF900, 0xFAFF, Script::Han},
    {0xFB1D, 0xFB4F, Script::Hebrew},   {0xFB50, 0xFDFF, Script::Arabic},
    {0xFE70, 0xFEFC, Script::Arabic},   {0xFF21, 0xFF3A, Script::Latin},
    {0xFF41, 0xFF5A, Script::Latin},    {0xFF66, 0xFF9D, Script::Kana},
    {0x20000, 0x323AF, Script::Han},
};

struct Writers {
  Script script;
  std::string_view languages;
};
constexpr Writers kWriters[] = {
    {Script::Greek, "el grc"},
    {Script::Cyrillic, "ru uk be bg sr mk kk ky mn tg tt ba cv ce os sah rue bs az uz tk cu ab av"},
    {Script::Armenian, "hy hyw"},
    {Script::Hebrew, "he yi lad"},
    {Script::Arabic, "ar fa ur ps ckb ku sd ug pa ks az arz ary apc aeb prs pnb bal glk mzn uz"},
    {Script::Devanagari, "hi mr ne sa mai bho kok sd ks doi brx awa"},
    {Script::Bengali, "bn as mni"},
    {Script::Gurmukhi, "pa"},
    {Script::Gujarati, "gu"},
    {Script::Tamil, "ta"},
    {Script::Telugu, "te"},
    {Script::Kannada, "kn"},
    {Script::Malayalam, "ml"},
    {Script::Sinhala, "si pi"},
    {Script::Thai, "th nod"},
    {Script::Lao, "lo"},
    {Script::Tibetan, "bo dz"},
    {Script::Burmese, "my shn mnw"},
    {Script::Georgian, "ka xmf"},
    {Script::Hangul, "ko"},
    {Script::Ethiopic, "am ti gez"},
    {Script::Khmer, "km"},
    {Script::Kana, "ja ryu ain"},
    {Script::Han, "zh yue ja wuu nan lzh hak gan hsn cdo cjy czh mnp ryu"},
    {Script::Bopomofo, "zh nan"},
};

// Blocks in which capitals have even numbers and are followed by their small letters.
bool is_even_pair(char32_t code) {
  return (code >= 0x100 && code <= 0x137) || (code >= 0x14A && code <= 0x177) ||
         (code >= 0x1DE && code <= 0x1EF) || (code >= 0x1F8 && code <= 0x21F) ||
         (code >= 0x222 && code <= 0x233) || (code >= 0x460 && code <= 0x481) ||
         (code >= 0x48A && code <= 0x4BF) || (code >= 0x4D0 && code <= 0x52F) ||
         (code >= 0x1E00 && code <= 0x1E95) || (code >= 0x1EA0 && code <= 0x1EFF) ||
         code == 0x1A0 || code == 0x1A2 || code == 0x1A4;
}
bool is_odd_pair(char32_t code) {
  return (code >= 0x139 && code <= 0x148) || (code >= 0x179 && code <= 0x17E) ||
         (code >= 0x1CD && code <= 0x1DC) || (code >= 0x4C1 && code <= 0x4CE) || code == 0x1AF;
}

struct Styled {
  char32_t first;
  char32_t last;
  char32_t plain;  // what the first stands for; upper case first, then lower, where both
  char32_t period;
};
// Enclosed Alphanumerics, Mathematical Alphanumeric Symbols, Enclosed Alphanumeric Supplement,
// Halfwidth and Fullwidth Forms.
constexpr Styled kStyled[] = {
    {0x2460, 0x2468, '1', 9},    {0x249C, 0x24B5, 'a', 26},   {0x24B6, 0x24CF, 'A', 26},
    {0x24D0, 0x24E9, 'a', 26},   {0xFF10, 0xFF19, '0', 10},   {0xFF21, 0xFF3A, 'A', 26},
    {0xFF41, 0xFF5A, 'a', 26},   {0x1D7CE, 0x1D7FF, '0', 10}, {0x1F110, 0x1F129, 'A', 26},
    {0x1F130, 0x1F149, 'A', 26}, {0x1F150, 0x1F169, 'A', 26}, {0x1F170, 0x1F189, 'A', 26},
};

// Letterlike symbols that fill the holes of the mathematical alphabets, and small capitals.
struct Single {
  char32_t code;
  char plain;
};
constexpr Single kSingles[] = {
    {0x2102, 'C'}, {0x210A, 'g'}, {0x210B, 'H'}, {0x210C, 'H'}, {0x210D, 'H'}, {0x210E, 'h'},
    {0x2110, 'I'}, {0x2111, 'I'}, {0x2112, 'L'}, {0x2113, 'l'}, {0x2115, 'N'}, {0x2118, 'P'},
    {0x2119, 'P'}, {0x211A, 'Q'}, {0x211B, 'R'}, {0x211C, 'R'}, {0x211D, 'R'}, {0x2124, 'Z'},
    {0x2128, 'Z'}, {0x212C, 'B'}, {0x212D, 'C'}, {0x212F, 'e'}, {0x2130, 'E'}, {0x2131, 'F'},
    {0x2133, 'M'}, {0x2134, 'o'}, {0x1D00, 'a'}, {0x299, 'b'},  {0x1D04, 'c'}, {0x1D05, 'd'},
    {0x1D07, 'e'}, {0xA730, 'f'}, {0x262, 'g'},  {0x29C, 'h'},  {0x26A, 'i'},  {0x1D0A, 'j'},
    {0x1D0B, 'k'}, {0x29F, 'l'},  {0x1D0D, 'm'}, {0x274, 'n'},  {0x1D0F, 'o'}, {0x1D18, 'p'},
    {0x280, 'r'},  {0xA731, 's'}, {0x1D1B, 't'}, {0x1D1C, 'u'}, {0x1D20, 'v'}, {0x1D21, 'w'},
    {0x28F, 'y'},  {0x1D22, 'z'},
};

}  // namespace

Script script_of(char32_t code) {
  const auto* range = std::lower_bound(std::begin(kRanges), std::end(kRanges), code,
                                       [](const Range& one, char32_t c) { return one.last < c; });
  return range != std::end(kRanges) && range->first <= code ? range->script : Script::Other;
}

bool is_shaped(Script script) {
  return script == Script::Arabic || (script >= Script::Devanagari && script <= Script::Burmese) ||
         script == Script::Khmer;
}

std::string_view languages_of(Script script) {
  for (const Writers& writers : kWriters) {
    if (writers.script == script) return writers.languages;
  }
  return {};
}

char32_t lower_letter(char32_t code) {
  if (code < 0x80) return code >= 'A' && code <= 'Z' ? code + 32 : code;
  if (code >= 0xC0 && code <= 0xDE && code != 0xD7) return code + 32;
  if (code == 0x130) return 'i';
  if (code == 0x178) return 0xFF;
  if (code == 0x18F) return 0x259;
  if (is_even_pair(code)) return code | 1;
  if (is_odd_pair(code)) return code % 2 == 1 ? code + 1 : code;
  if (code >= 0x391 && code <= 0x3A9) return code + 32;
  if (code >= 0x410 && code <= 0x42F) return code + 32;
  if (code >= 0x400 && code <= 0x40F) return code + 80;
  if (code >= 0x531 && code <= 0x556) return code + 48;
  return code;
}

char32_t plain_letter(char32_t code) {
  if (code < 0x250) return code;
  if (code >= 0x1D400 && code <= 0x1D6A3) {
    const char32_t at = (code - 0x1D400) % 52;
    return at < 26 ? 'A' + at : 'a' + at - 26;
  }
  for (const Styled& styled : kStyled) {
    if (code >= styled.first && code <= styled.last)
      return styled.plain + (code - styled.first) % styled.period;
  }
  for (const Single& single : kSingles) {
    if (single.code == code) return static_cast<char32_t>(single.plain);
  }
  return code;
}

bool is_blank(char32_t code) {
  return code <= ' ' || code == 0xA0 || code == 0x3000 || (code >= 0x2000 && code <= 0x200A) ||
         code == 0x202F || code == 0x2028 || code == 0x2029;
}

bool contains(std::u32string_view set, char32_t code) {
  return set.find(code) != std::u32string_view::npos;
}

}  // namespace model
