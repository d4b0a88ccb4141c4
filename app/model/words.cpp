#include "model/words.h"

#include <algorithm>
#include <array>

#include "base/json.h"
#include "embedded/assets.h"
#include "model/reader_text.h"

namespace model {
namespace {

// Five times the longest file; one that is larger is not one of ours.
constexpr base::JsonLimits kLimits{.bytes = 256u << 10, .depth = 4, .values = 4000};

constexpr std::array<std::string_view, kPluralCount> kPluralNames = {"zero", "one",  "two",
                                                                     "few",  "many", "other"};

constexpr std::array<std::string_view, kWordCount> kNames = {
#define X(id) #id,
    CROSSFEED_WORDS(X)
#undef X
};

constexpr std::string_view kInterface[] = {"en", "zh-Hans", "zh-Hant", "ja", "ko", "es",
                                           "fr", "de",      "pt",      "ru", "ar", "hi"};

Plural arabic(std::int64_t n) {
  if (n <= 2) return static_cast<Plural>(n);  // zero, one, two
  const std::int64_t rest = n % 100;
  if (rest >= 3 && rest <= 10) return Plural::Few;
  return rest >= 11 ? Plural::Many : Plural::Other;
}

Plural russian(std::int64_t n) {
  const std::int64_t ten = n % 10;
  const std::int64_t hundred = n % 100;
  if (ten == 1 && hundred != 11) return Plural::One;
  const bool few = ten >= 2 && ten <= 4 && (hundred < 12 || hundred > 14);
  return few ? Plural::Few : Plural::Many;
}

// The name of a text without making it: names are compared for every text of a file.
bool is_key(std::string_view key, std::string_view name) {
  return key.size() == name.size() && !key.empty() && key[0] == (name[0] | 0x20) &&
         key.substr(1) == name.substr(1);
}

std::optional<std::size_t> index_of(std::string_view key, std::size_t near) {
  // Files keep the order of the list, so the next one is nearly always it.
  for (std::size_t i = 0; i < kWordCount; ++i) {
    const std::size_t at = (near + i) % kWordCount;
    if (is_key(key, kNames[at])) return at;
  }
  return std::nullopt;
}

}  // namespace

// CLDR 46, supplemental/plurals.xml, cardinal rules for whole numbers (i = n, v = 0, e = 0).
Plural plural_of(std::int64_t n, const Language& language) {
  n = std::max<std::int64_t>(0, n);
  const std::string_view in = language.primary;
  if (in == "zh" || in == "ja" || in == "ko") return Plural::Other;
  if (in == "ar") return arabic(n);
  if (in == "ru") return russian(n);
  if (in == "hi") return n <= 1 ? Plural::One : Plural::Other;
  const bool zero_is_one = in == "fr" || in == "pt";
  if (n == 1 || (zero_is_one && n == 0)) return Plural::One;
  // "un millón de …": the number is followed by a word of its own.
  const bool has_millions = zero_is_one || in == "es";
  if (has_millions && n != 0 && n % 1'000'000 == 0) return Plural::Many;
  return Plural::Other;
}

std::string_view plural_name(Plural plural) {
  return kPluralNames[static_cast<std::size_t>(plural)];
}

std::optional<Language> interface_language(const Language& wanted) {
  if (!wanted.known()) return std::nullopt;
  Language meant = wanted;
  if (meant.primary == "zh" && meant.script.empty()) meant.script = "Hans";
  for (const std::string_view tag : kInterface) {
    const Language offered = parse_language(tag);
    if (same_language(offered, meant)) return offered;
  }
  return std::nullopt;
}

std::string word_key(Word word) {
  std::string key(kNames[static_cast<std::size_t>(word)]);
  key[0] = static_cast<char>(key[0] | 0x20);
  return key;
}

const std::string& Words::operator[](Word word) const {
  return texts_[static_cast<std::size_t>(word)].other;
}

namespace {

std::string filled(std::string_view text, Words::Fillings fillings) {
  std::string out;
  while (true) {
    const std::size_t open = std::min(text.find('{'), text.size());
    out += text.substr(0, open);
    if (open == text.size()) return out;
    const std::size_t close = std::min(text.find('}', open), text.size() - 1);
    const std::string_view name = text.substr(open + 1, close - open - 1);
    const auto filling = std::find_if(fillings.begin(), fillings.end(),
                                      [&](const Words::Filling& one) { return one.name == name; });
    out += filling == fillings.end() ? text.substr(open, close + 1 - open) : filling->text;
    text.remove_prefix(close + 1);
  }
}

}  // namespace

std::string Words::fill(Word word, Fillings fillings) const {
  return filled((*this)[word], fillings);
}

std::string Words::plural(Word word, std::int64_t n, std::string_view shown) const {
  const Text& text = texts_[static_cast<std::size_t>(word)];
  const std::string written = shown.empty() ? number_text(n, language_) : std::string(shown);
  // "1.2M" is read as its unit, not as 1,234,567.
  if (!shown.empty() && n >= 1000) n = n >= 1'000'000 ? 1'000'000 : 1000;
  const Plural wanted = plural_of(n, language_);
  const auto form = std::find_if(text.forms.begin(), text.forms.end(),
                                 [&](const auto& one) { return one.first == wanted; });
  return filled(form == text.forms.end() ? text.other : form->second, {{"n", written}});
}

void Words::take(std::string_view json) {
  texts_.resize(kWordCount);
  const auto parsed = base::parse_json(json, kLimits);
  if (!parsed) return;
  std::size_t next = 0;
  for (const auto& [key, value] : parsed.value().members()) {
    const std::optional<std::size_t> at = index_of(key, next);
    if (!at) continue;
    next = *at + 1;
    Text text;
    if (value.is_string()) text.other = value.string_or("");
    for (const auto& [name, form] : value.members()) {
      const auto plural = std::find(kPluralNames.begin(), kPluralNames.end(), name);
      if (plural == kPluralNames.end() || !form.is_string()) continue;
      text.forms.emplace_back(static_cast<Plural>(plural - kPluralNames.begin()),
                              form.string_or(""));
      text.other = text.forms.back().second;  // "other" is the last, where there is one
    }
    if (!text.other.empty()) texts_[*at] = std::move(text);
  }
}

Words english_words() {
  Words words;
  words.language_ = parse_language("en");
  words.take(embedded::string_en());
  return words;
}

Words read_words(std::string_view tag, std::string_view json) {
  Words words = english_words();
  const std::optional<Language> language = interface_language(parse_language(tag));
  if (!language || !base::parse_json(json, kLimits)) return words;
  words.language_ = *language;
  words.take(json);
  return words;
}

}  // namespace model
