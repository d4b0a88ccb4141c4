#include "model/language.h"

#include <algorithm>
#include <vector>

namespace model {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }
char to_upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c; }

bool all_letters(std::string_view text) { return std::all_of(text.begin(), text.end(), is_letter); }
bool all_digits(std::string_view text) { return std::all_of(text.begin(), text.end(), is_digit); }

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), to_lower);
  return out;
}

std::string upper(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), to_upper);
  return out;
}

// "a=b c=d" as a map; small, and searched rarely.
std::string_view mapped(std::string_view table, std::string_view key) {
  std::size_t at = 0;
  while (at < table.size()) {
    const std::string_view entry =
        table.substr(at, std::min(table.find(' ', at), table.size()) - at);
    const std::size_t equals = entry.find('=');
    if (entry.substr(0, equals) == key) return entry.substr(equals + 1);
    at += entry.size() + 1;
  }
  return {};
}

// RFC 5646, 4.5: preferred values; and ISO 639-2/3 codes of languages that have a two-letter one.
constexpr std::string_view kPreferred =
    "iw=he in=id ji=yi jw=jv mo=ro cmn=zh zho=zh chi=zh eng=en jpn=ja kor=ko spa=es fra=fr fre=fr "
    "deu=de ger=de por=pt rus=ru ukr=uk ara=ar arb=ar heb=he fas=fa per=fa pes=fa hin=hi tha=th "
    "vie=vi "
    "ind=id tur=tr ita=it nld=nl dut=nl pol=pl ell=el gre=el swe=sv dan=da fin=fi nor=no ces=cs "
    "cze=cs "
    "hun=hu ron=ro rum=ro cat=ca eus=eu baq=eu msa=ms may=ms ben=bn tam=ta tel=te urd=ur";

// What a region tells about the script, where a language is written in more than one.
constexpr std::string_view kScriptOfRegion =
    "zh-TW=Hant zh-HK=Hant zh-MO=Hant zh-CN=Hans zh-SG=Hans zh-MY=Hans sr-ME=Latn";

bool says_nothing(std::string_view primary) {
  return primary == "und" || primary == "mul" || primary == "zxx" || primary == "mis";
}

std::vector<std::string_view> subtags_of(std::string_view tag) {
  std::vector<std::string_view> subtags;
  while (true) {
    const std::size_t length = tag.find_first_of("-_");
    subtags.push_back(tag.substr(0, length));
    if (length == std::string_view::npos) return subtags;
    tag.remove_prefix(length + 1);
  }
}

bool is_subtag(std::string_view text) {
  return !text.empty() && text.size() <= 8 &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_letter(c) || is_digit(c); });
}

// RFC 5646, 2.1: variant = 5*8alphanum / (DIGIT 3alphanum).
bool is_variant(std::string_view subtag) {
  return subtag.size() >= 5 || (subtag.size() == 4 && is_digit(subtag[0]));
}

struct Name {
  std::string_view tag;   // primary, or primary-Script
  std::string_view name;  // the language's own
  std::string_view chip;  // empty: the name
};

constexpr Name kNames[] = {
    {"zh-Hant", "繁體中文", "繁體"},
    {"zh-Hans", "简体中文", "中文"},
    {"zh", "中文", {}},
    {"yue", "粵語", {}},
    {"en", "English", "EN"},
    {"ja", "日本語", {}},
    {"ko", "한국어", {}},
    {"es", "Español", {}},
    {"fr", "Français", {}},
    {"de", "Deutsch", {}},
    {"pt", "Português", {}},
    {"it", "Italiano", {}},
    {"ru", "Русский", {}},
    {"uk", "Українська", {}},
    {"be", "Беларуская", {}},
    {"bg", "Български", {}},
    {"sr-Latn", "Srpski", {}},
    {"sr", "Српски", {}},
    {"mk", "Македонски", {}},
    {"kk", "Қазақша", {}},
    {"ar", "العربية", {}},
    {"he", "עברית", {}},
    {"fa", "فارسی", {}},
    {"ur", "اردو", {}},
    {"hi", "हिन्दी", {}},
    {"mr", "मराठी", {}},
    {"ne", "नेपाली", {}},
    {"bn", "বাংলা", {}},
    {"pa", "ਪੰਜਾਬੀ", {}},
    {"gu", "ગુજરાતી", {}},
    {"ta", "தமிழ்", {}},
    {"te", "తెలుగు", {}},
    {"kn", "ಕನ್ನಡ", {}},
    {"ml", "മലയാളം", {}},
    {"si", "සිංහල", {}},
    {"th", "ไทย", {}},
    {"lo", "ລາວ", {}},
    {"km", "ខ្មែរ", {}},
    {"my", "မြန်မာ", {}},
    {"bo", "བོད་ཡིག", {}},
    {"vi", "Tiếng Việt", {}},
    {"id", "Indonesia", {}},
    {"ms", "Melayu", {}},
    {"fil", "Filipino", {}},
    {"tl", "Tagalog", {}},
    {"tr", "Türkçe", {}},
    {"nl", "Nederlands", {}},
    {"pl", "Polski", {}},
    {"cs", "Čeština", {}},
    {"sk", "Slovenčina", {}},
    {"hu", "Magyar", {}},
    {"ro", "Română", {}},
    {"el", "Ελληνικά", {}},
    {"sv", "Svenska", {}},
    {"da", "Dansk", {}},
    {"no", "Norsk", {}},
    {"nb", "Norsk", {}},
    {"fi", "Suomi", {}},
    {"ca", "Català", {}},
    {"eu", "Euskara", {}},
    {"gl", "Galego", {}},
    {"ka", "ქართული", {}},
    {"hy", "Հայերեն", {}},
    {"sw", "Kiswahili", {}},
    {"am", "አማርኛ", {}},
    {"eo", "Esperanto", {}},
};

const Name* find_name(const Language& language) {
  const std::string with_script = language.primary + '-' + language.script;
  const Name* plain = nullptr;
  for (const Name& entry : kNames) {
    if (entry.tag == with_script) return &entry;
    if (entry.tag == language.primary) plain = &entry;
  }
  return plain;
}

bool same_primary(std::string_view a, std::string_view b) {
  const auto norwegian = [](std::string_view p) { return p == "no" || p == "nb"; };
  return a == b || (norwegian(a) && norwegian(b));
}

}  // namespace

std::string Language::tag() const {
  std::string out = primary;
  if (!script.empty()) out += '-' + script;
  if (!region.empty()) out += '-' + region;
  return out;
}

// RFC 5646, 2.1: language ["-" script] ["-" region] *("-" variant) *("-" extension) ["-"
// privateuse].
Language parse_language(std::string_view tag) {
  constexpr std::size_t kLongest = 64;
  if (tag.size() > kLongest) return {};
  const std::vector<std::string_view> subtags = subtags_of(tag);
  if (!std::all_of(subtags.begin(), subtags.end(), is_subtag)) return {};
  Language language;
  language.primary = lower(subtags[0]);
  if (language.primary.size() < 2 || language.primary.size() > 3) return {};
  if (!all_letters(language.primary) || says_nothing(language.primary)) return {};

  std::size_t at = 1;
  const auto has = [&](std::size_t size) {
    return at < subtags.size() && subtags[at].size() == size;
  };
  // Extended language subtags stand for the language itself: "zh-yue" is "yue".
  for (int i = 0; i < 3 && has(3) && all_letters(subtags[at]); ++i)
    language.primary = lower(subtags[at++]);
  if (says_nothing(language.primary)) return {};  // "nm-und"
  if (has(4) && all_letters(subtags[at])) {
    language.script = lower(subtags[at++]);
    language.script[0] = to_upper(language.script[0]);
  }
  if ((has(2) && all_letters(subtags[at])) || (has(3) && all_digits(subtags[at]))) {
    language.region = upper(subtags[at++]);
  }
  while (at < subtags.size() && is_variant(subtags[at])) ++at;
  // What is left starts with a singleton, which needs something behind it.
  if (at < subtags.size() && (subtags[at].size() != 1 || at + 1 == subtags.size())) return {};

  if (const std::string_view preferred = mapped(kPreferred, language.primary); !preferred.empty()) {
    language.primary = preferred;
  }
  if (language.primary == "sh")
    language = {"sr", language.script.empty() ? "Latn" : language.script, language.region};
  if (language.script.empty()) language.script = mapped(kScriptOfRegion, language.tag());
  return language;
}

bool same_language(const Language& a, const Language& b) {
  if (!a.known() || !b.known()) return false;
  if (!same_primary(a.primary, b.primary)) return false;
  return a.script.empty() || b.script.empty() || a.script == b.script;
}

std::string_view native_name(const Language& language) {
  const Name* entry = find_name(language);
  return entry != nullptr ? entry->name : std::string_view();
}

std::string chip_label(const Language& language) {
  const Name* entry = find_name(language);
  if (entry == nullptr) return upper(language.primary);
  return std::string(entry->chip.empty() ? entry->name : entry->chip);
}

bool is_right_to_left(const Language& language) {
  if (!language.script.empty()) {
    return language.script == "Arab" || language.script == "Hebr" || language.script == "Thaa" ||
           language.script == "Syrc" || language.script == "Nkoo" || language.script == "Adlm";
  }
  static constexpr std::string_view kPrimaries[] = {"ar", "he", "fa",  "ur",  "yi",  "ps",  "sd",
                                                    "ug", "dv", "ckb", "arc", "syr", "nqo", "arz"};
  return std::find(std::begin(kPrimaries), std::end(kPrimaries), language.primary) !=
         std::end(kPrimaries);
}

}  // namespace model
