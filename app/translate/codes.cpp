#include "translate/codes.h"

#include <algorithm>

#include "base/json.h"

namespace translate {
namespace {

using model::Language;

// ISO 639-3 of the languages that Apertium has pairs for, where model/language.cpp does not read
// them already: two letters, three letters.
struct Iso {
  std::string_view two;
  std::string_view three;
};
constexpr Iso kIso[] = {
    {"af", "afr"}, {"an", "arg"}, {"ar", "ara"}, {"be", "bel"}, {"bg", "bul"}, {"br", "bre"},
    {"ca", "cat"}, {"cy", "cym"}, {"da", "dan"}, {"de", "deu"}, {"el", "ell"}, {"en", "eng"},
    {"eo", "epo"}, {"es", "spa"}, {"eu", "eus"}, {"fi", "fin"}, {"fr", "fra"}, {"ga", "gle"},
    {"gl", "glg"}, {"hi", "hin"}, {"id", "ind"}, {"is", "isl"}, {"it", "ita"}, {"kk", "kaz"},
    {"mk", "mkd"}, {"ms", "msa"}, {"mt", "mlt"}, {"nb", "nob"}, {"nl", "nld"}, {"nn", "nno"},
    {"no", "nob"}, {"oc", "oci"}, {"pl", "pol"}, {"pt", "por"}, {"ro", "ron"}, {"ru", "rus"},
    {"sc", "srd"}, {"sl", "slv"}, {"sr", "hbs"}, {"hr", "hbs"}, {"bs", "hbs"}, {"sv", "swe"},
    {"tr", "tur"}, {"tt", "tat"}, {"uk", "ukr"}, {"ur", "urd"},
};

// "cat_valencia" -> "cat": what follows is a variety, which Apertium does not write as BCP-47.
std::string_view without_variety(std::string_view code) { return code.substr(0, code.find('_')); }

std::string apertium_code(const Language& language) {
  const auto* known = std::find_if(std::begin(kIso), std::end(kIso),
                                   [&](const Iso& iso) { return iso.two == language.primary; });
  return known == std::end(kIso) ? language.primary : std::string(known->three);
}

// Codes since LibreTranslate 1.6: zh-Hans, zh-Hant, pt-BR; "zh", "zt" and "pb" before.
std::string libretranslate_code(const Language& language) {
  if (language.primary == "zh") return language.script == "Hant" ? "zh-Hant" : "zh-Hans";
  if (language.primary == "pt" && language.region == "BR") return "pt-BR";
  return language.primary;
}

Language language_of_libretranslate(std::string_view code) {
  if (code == "zt") return model::parse_language("zh-Hant");
  if (code == "zh") return model::parse_language("zh-Hans");
  if (code == "pb") return model::parse_language("pt-BR");
  return model::parse_language(code);
}

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return text;
}

std::string deepl_source(const Language& language) {
  if (language.primary == "no") return "NB";
  return upper(language.primary);
}

// Targets have varieties that sources have not, and "EN" and "PT" as targets are deprecated.
std::string deepl_target(const Language& language) {
  if (language.primary == "zh") return language.script == "Hant" ? "ZH-HANT" : "ZH-HANS";
  if (language.primary == "en") return language.region == "GB" ? "EN-GB" : "EN-US";
  if (language.primary == "pt") return language.region == "BR" ? "PT-BR" : "PT-PT";
  return deepl_source(language);
}

// The browser's own codes: "zh" is simplified.
std::string browser_code(const Language& language) {
  if (language.primary == "zh") return language.script == "Hant" ? "zh-Hant" : "zh";
  return language.primary;
}

bool fits(ServiceKind kind, std::string_view code, const Language& wanted) {
  if (kind == ServiceKind::Apertium) {
    const std::string_view base = without_variety(code);
    return base == apertium_code(wanted) || base == wanted.primary;
  }
  return model::same_language(language_of_libretranslate(code), wanted);
}

// Of two codes that fit: the one that says the region, and no variety that nobody asked for.
int closeness(ServiceKind kind, std::string_view code, const Language& wanted) {
  if (kind == ServiceKind::Apertium) return code.find('_') == std::string_view::npos ? 1 : 0;
  return language_of_libretranslate(code).region == wanted.region ? 1 : 0;
}

std::optional<Codes> listed_codes(ServiceKind kind, const Pair& pair, const PairList& listed) {
  const Codes* best = nullptr;
  int best_closeness = -1;
  for (const Codes& codes : listed) {
    const bool source_fits = !pair.source.known() || fits(kind, codes.source, pair.source);
    if (!source_fits || !fits(kind, codes.target, pair.target)) continue;
    const int close =
        2 * closeness(kind, codes.target, pair.target) + closeness(kind, codes.source, pair.source);
    if (close <= best_closeness) continue;
    best = &codes;
    best_closeness = close;
  }
  if (best == nullptr) return std::nullopt;
  Codes codes = *best;
  if (!pair.source.known()) codes.source.clear();
  return codes;
}

Codes usual_codes(ServiceKind kind, const Pair& pair) {
  const auto written = [&](std::string (*code)(const Language&)) {
    return Codes{pair.source.known() ? code(pair.source) : "", code(pair.target)};
  };
  switch (kind) {
    case ServiceKind::Apertium:
      return written(apertium_code);
    case ServiceKind::LibreTranslate:
      return written(libretranslate_code);
    case ServiceKind::DeepL:
      return {pair.source.known() ? deepl_source(pair.source) : "", deepl_target(pair.target)};
    case ServiceKind::Browser:
      return written(browser_code);
    case ServiceKind::Demo:
    case ServiceKind::Mastodon:
    case ServiceKind::Chat:
      break;
  }
  return {pair.source.tag(), pair.target.tag()};
}

}  // namespace

std::string pair_tag(const Pair& pair) {
  return (pair.source.known() ? pair.source.tag() : "?") + '>' + pair.target.tag();
}

ports::HttpRequest build_pairs_request(const Service& service) {
  ports::HttpRequest request;
  request.url = service.url + (service.kind == ServiceKind::Apertium ? "/listPairs" : "/languages");
  request.timeout_ms = 5'000;  // a wait in front of the first translation
  return request;
}

PairList parse_pairs_reply(const Service& service, const ports::HttpReply& reply) {
  PairList pairs;
  if (reply.fault != ports::HttpFault::None || reply.status != 200) return pairs;
  const auto body = base::parse_json(reply.body);
  if (!body) return pairs;
  const auto add = [&](std::string_view source, std::string_view target) {
    if (!source.empty() && !target.empty() && pairs.size() < kMostPairs)
      pairs.push_back({std::string(source), std::string(target)});
  };
  if (service.kind == ServiceKind::Apertium) {
    for (const base::Json& one : body.value()["responseData"].items())
      add(one["sourceLanguage"].string_or({}), one["targetLanguage"].string_or({}));
    return pairs;
  }
  for (const base::Json& one : body.value().items()) {
    const std::string_view source = one["code"].string_or({});
    for (const base::Json& target : one["targets"].items()) {
      if (target.string_or({}) != source) add(source, target.string_or({}));
    }
  }
  return pairs;
}

std::optional<Codes> codes_for(const Service& service, const Pair& pair, const PairList& listed) {
  if (!pair.target.known()) return std::nullopt;
  const Capability& can = capability_of(service.kind);
  if (!pair.source.known() && can.detects == Detects::Never) return std::nullopt;
  if (!listed.empty()) return listed_codes(service.kind, pair, listed);
  return usual_codes(service.kind, pair);
}

}  // namespace translate
