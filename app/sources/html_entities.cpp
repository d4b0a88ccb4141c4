#include "sources/html_entities.h"

#include <algorithm>
#include <charconv>

#include "base/utf8.h"
#include "base/words.h"

// gumbo decodes references by a generated table of 220 KB (54 KB compressed, an eighth of the
// page). They are decoded before it reads the markup, so its own decoder is replaced by one that
// knows none: both of its symbols are defined here, and the linker leaves the library's file out.
extern "C" {
struct GumboInternalParser;
struct GumboInternalUtf8Iterator;
struct OneOrTwoCodepoints {
  int first;
  int second;
};
extern const int kGumboNoChar;
const int kGumboNoChar = -1;
bool consume_char_ref(GumboInternalParser* parser, GumboInternalUtf8Iterator* input,
                      int additional_allowed_char, bool is_in_attribute,
                      OneOrTwoCodepoints* output);
bool consume_char_ref(GumboInternalParser*, GumboInternalUtf8Iterator*, int, bool,
                      OneOrTwoCodepoints* output) {
  *output = {kGumboNoChar, kGumboNoChar};
  return true;
}
}

namespace sources {
namespace {

// U+00A0 to U+00FF, in order. These and the four of markup may go without the semicolon.
constexpr std::string_view kLatin =
    "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn "
    "sup2 sup3 "
    "acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc "
    "Atilde Auml "
    "Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute "
    "Ocirc Otilde "
    "Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml "
    "aring aelig "
    "ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc "
    "otilde ouml divide "
    "oslash ugrave uacute ucirc uuml yacute thorn yuml";
constexpr std::string_view kMarkup = "amp=38 lt=60 gt=62 quot=34";
constexpr std::string_view kOthers =
    "excl=33 num=35 dollar=36 percnt=37 apos=39 lpar=40 rpar=41 ast=42 plus=43 comma=44 period=46 "
    "sol=47 "
    "colon=58 semi=59 equals=61 quest=63 commat=64 lsqb=91 bsol=92 rsqb=93 lowbar=95 grave=96 "
    "lcub=123 vert=124 "
    "rcub=125 OElig=338 oelig=339 Scaron=352 scaron=353 Yuml=376 fnof=402 circ=710 tilde=732 "
    "Alpha=913 Beta=914 "
    "Gamma=915 Delta=916 Epsilon=917 Zeta=918 Eta=919 Theta=920 Iota=921 Kappa=922 Lambda=923 "
    "Mu=924 Nu=925 "
    "Xi=926 Omicron=927 Pi=928 Rho=929 Sigma=931 Tau=932 Upsilon=933 Phi=934 Chi=935 Psi=936 "
    "Omega=937 alpha=945 "
    "beta=946 gamma=947 delta=948 epsilon=949 zeta=950 eta=951 theta=952 iota=953 kappa=954 "
    "lambda=955 mu=956 "
    "nu=957 xi=958 omicron=959 pi=960 rho=961 sigmaf=962 sigma=963 tau=964 upsilon=965 phi=966 "
    "chi=967 psi=968 "
    "omega=969 thetasym=977 upsih=978 piv=982 ensp=8194 emsp=8195 thinsp=8201 zwnj=8204 zwj=8205 "
    "lrm=8206 "
    "rlm=8207 ndash=8211 mdash=8212 lsquo=8216 rsquo=8217 sbquo=8218 ldquo=8220 rdquo=8221 "
    "bdquo=8222 "
    "dagger=8224 Dagger=8225 bull=8226 hellip=8230 permil=8240 prime=8242 Prime=8243 lsaquo=8249 "
    "rsaquo=8250 "
    "oline=8254 frasl=8260 euro=8364 image=8465 weierp=8472 real=8476 trade=8482 alefsym=8501 "
    "larr=8592 "
    "uarr=8593 rarr=8594 darr=8595 harr=8596 crarr=8629 lArr=8656 uArr=8657 rArr=8658 dArr=8659 "
    "hArr=8660 "
    "forall=8704 part=8706 exist=8707 empty=8709 nabla=8711 isin=8712 notin=8713 ni=8715 prod=8719 "
    "sum=8721 "
    "minus=8722 lowast=8727 radic=8730 prop=8733 infin=8734 ang=8736 and=8743 or=8744 cap=8745 "
    "cup=8746 int=8747 "
    "there4=8756 sim=8764 cong=8773 asymp=8776 ne=8800 equiv=8801 le=8804 ge=8805 sub=8834 "
    "sup=8835 nsub=8836 "
    "sube=8838 supe=8839 oplus=8853 otimes=8855 perp=8869 sdot=8901 lceil=8968 rceil=8969 "
    "lfloor=8970 "
    "rfloor=8971 lang=9001 rang=9002 loz=9674 spades=9824 clubs=9827 hearts=9829 diams=9830 "
    "check=10003";

// What the numbers 0x80 to 0x9F mean: the characters of windows-1252 (HTML, 13.2.5.84).
constexpr char32_t kWindows[] = {0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021,
                                 0x2C6,  0x2030, 0x160,  0x2039, 0x152,  0x8D,   0x17D,  0x8F,
                                 0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                 0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};

bool is_alphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

char32_t valued(std::string_view table, std::string_view name) {
  for (std::size_t at = 0; at < table.size();) {
    const std::string_view entry =
        table.substr(at, std::min(table.find(' ', at), table.size()) - at);
    const std::size_t equals = entry.find('=');
    if (entry.substr(0, equals) == name) {
      unsigned value = 0;
      std::from_chars(entry.data() + equals + 1, entry.data() + entry.size(), value);
      return value;
    }
    at += entry.size() + 1;
  }
  return 0;
}

char32_t latin(std::string_view name) {
  if (!base::has_word(kLatin, name)) return 0;
  const auto before =
      kLatin.substr(0, (" " + std::string(kLatin) + " ").find(" " + std::string(name) + " "));
  return 0xA0 + static_cast<char32_t>(std::count(before.begin(), before.end(), ' '));
}

struct Reference {
  char32_t code = 0;      // 0: none
  std::size_t bytes = 0;  // from '&' on
};

Reference numeric(std::string_view text) {
  const bool hex = text.size() > 2 && (text[2] == 'x' || text[2] == 'X');
  const char* first = text.data() + (hex ? 3 : 2);
  unsigned value = 0;
  const auto read = std::from_chars(first, text.data() + text.size(), value, hex ? 16 : 10);
  if (read.ptr == first) return {};
  std::size_t bytes = static_cast<std::size_t>(read.ptr - text.data());
  if (bytes < text.size() && text[bytes] == ';') ++bytes;
  if (read.ec != std::errc() || value == 0 || value > 0x10FFFF ||
      (value >= 0xD800 && value <= 0xDFFF)) {
    return {base::kReplacement, bytes};
  }
  return {value >= 0x80 && value <= 0x9F ? kWindows[value - 0x80] : value, bytes};
}

Reference named(std::string_view text, InHtml where) {
  constexpr std::size_t kLongest = 10;  // thetasym, and one to spare
  std::size_t end = 1;
  while (end < text.size() && end <= kLongest && is_alphanumeric(text[end])) ++end;
  const std::string_view name = text.substr(1, end - 1);
  const bool closed = end < text.size() && text[end] == ';';
  if (name.empty()) return {};
  char32_t code = valued(kMarkup, name);
  if (code == 0) code = latin(name);
  if (code == 0 && closed) code = valued(kOthers, name);
  // In addresses "&copy=" is a parameter.
  const bool parameter = where == InHtml::AttributeValue && end < text.size() && text[end] == '=';
  if (code == 0 || (!closed && parameter)) return {};
  return {code, end + (closed ? 1 : 0)};
}

}  // namespace

void append_decoded(std::string& out, std::string_view text, InHtml where) {
  while (!text.empty()) {
    const std::size_t plain = std::min(text.find('&'), text.size());
    out.append(text, 0, plain);
    text.remove_prefix(plain);
    if (text.empty()) return;
    const Reference found = text.size() > 1 && text[1] == '#' ? numeric(text) : named(text, where);
    if (found.code == 0) {
      out += '&';
      text.remove_prefix(1);
    } else {
      base::append_utf8(out, found.code);
      text.remove_prefix(found.bytes);
    }
  }
}

}  // namespace sources
