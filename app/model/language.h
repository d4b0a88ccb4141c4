// BCP-47 tags as values: parsed, canonical, compared by meaning (RFC 5646, RFC 4647). "zh-TW" and
// "zh-Hant" match; "pt" and "pt-BR" match; "startrek_it" is nothing.
#pragma once

#include <string>
#include <string_view>

namespace model {

struct Language {
  std::string primary;  // "zh"; empty: unknown
  std::string script;   // "Hant", given or implied for zh, sr, ...; may be empty
  std::string region;   // "BR"; may be empty

  [[nodiscard]] bool known() const { return !primary.empty(); }
  [[nodiscard]] std::string tag() const;  // canonical: "zh-Hant", "pt-BR", "en"
  bool operator==(const Language&) const = default;
};

// Empty (unknown) for anything that is not a well-formed tag, for "und", "mul", "zxx", and for
// primary subtags that are not registered ISO 639 shape (2-3 letters). Underscores count as hyphens
// only where the rest is well-formed ("zh_TW").
Language parse_language(std::string_view tag);

// Same primary and no contradicting script. Region never contradicts.
bool same_language(const Language& a, const Language& b);

// The language in its own words ("简体中文", "English"; empty: not in the table), and what the chip
// on a card says: the shortest of that ("中文", "EN", "Español"), for languages not in the table
// the tag itself in capitals.
std::string_view native_name(const Language& language);
std::string chip_label(const Language& language);

bool is_right_to_left(const Language& language);

}  // namespace model
