#include "translate/place.h"

#include <algorithm>
#include <optional>

#include "base/trim.h"
#include "base/url.h"
#include "base/utf8.h"
#include "base/words.h"

namespace translate {
namespace {

using model::Word;

constexpr std::size_t kLongestAddress = 2048;
constexpr std::size_t kLongestModel = 128;
// Names under which people put keys into addresses, by the services' own documents.
constexpr std::string_view kKeyNames =
    "api_key apikey api-key key auth_key authkey token access_token secret password";

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return out;
}

// A status line, not a report: of fifty nonsensical services the first few are named.
constexpr std::size_t kMostNoticeBytes = 1000;

void add_notice(std::string& notice, const std::string& sentence) {
  if (notice.find(sentence) != std::string::npos) return;
  if (notice.size() + sentence.size() > kMostNoticeBytes) return;
  if (!notice.empty()) notice += ' ';
  notice += sentence;
}

// A value as it may be shown: short, without controls, and without what could be a key: nothing
// behind '?' or '#', nothing in front of '@'.
std::string shown_value(std::string_view value) {
  constexpr std::size_t kShown = 60;
  value = value.substr(0, value.find_first_of("?#"));
  std::string bare(value);
  if (const std::size_t at = bare.rfind('@'); at != std::string::npos) {
    const std::size_t from =
        bare.rfind("//", at) == std::string::npos ? bare.find(':') + 1 : bare.rfind("//", at) + 2;
    bare.erase(std::min(from, at), at + 1 - std::min(from, at));
  }
  std::string shown = base::to_valid_utf8(base::utf8_prefix(bare, kShown));
  std::replace_if(
      shown.begin(), shown.end(),
      [](char c) { return static_cast<unsigned char>(c) < ' ' || c == 0x7F; }, ' ');
  return shown + (bare.size() > kShown ? "…" : "");
}

std::optional<ServiceKind> kind_of(std::string_view name) {
  for (const ServiceKind kind :
       {ServiceKind::Demo, ServiceKind::LibreTranslate, ServiceKind::Apertium,
        ServiceKind::Mastodon, ServiceKind::DeepL, ServiceKind::Chat, ServiceKind::Browser}) {
    if (capability_of(kind).id == name) return kind;
  }
  return std::nullopt;
}

bool wants_address(ServiceKind kind) {
  return kind == ServiceKind::LibreTranslate || kind == ServiceKind::Apertium ||
         kind == ServiceKind::DeepL || kind == ServiceKind::Chat;
}

// Takes "user:password@" out; true when there was one.
bool strip_credentials(std::string& url) {
  const std::size_t authority = url.find("://") + 3;
  const std::size_t end = std::min(url.find_first_of("/?#", authority), url.size());
  const std::size_t at = url.rfind('@', end);
  if (at == std::string::npos || at < authority || at >= end) return false;
  url.erase(authority, at + 1 - authority);
  return true;
}

// Takes the query off: the protocols have none, and keys hide there. True when a key did.
bool strip_query(std::string& url, std::string& notice, const model::Words& words) {
  const std::size_t question = url.find('?');
  if (question == std::string::npos) return false;
  bool had_key = false;
  bool had_else = false;
  for (const auto& [name, value] : base::parse_query(std::string_view(url).substr(question + 1))) {
    (base::has_word(kKeyNames, lower(name)) ? had_key : had_else) = true;
  }
  url.erase(question);
  if (had_else) add_notice(notice, words[Word::ServiceQuery]);
  return had_key;
}

// The address of a service, or empty with the reason in the notice.
std::string read_address(std::string_view written, Service& service, std::string& notice,
                         const model::Words& words) {
  std::string url(base::trimmed(written));
  if (const std::size_t hash = url.find('#'); hash != std::string::npos) {
    if (service.kind == ServiceKind::Chat) {
      service.model = base::to_valid_utf8(base::percent_decode(url.substr(hash + 1)));
    }
    url.erase(hash);
  }
  if (url.find("://") == std::string::npos && !url.empty()) url.insert(0, "https://");
  const bool had_login = !url.empty() && strip_credentials(url);
  const bool had_key = strip_query(url, notice, words);
  if (had_login || had_key) add_notice(notice, words[Word::ServiceKeyTaken]);
  while (url.ends_with('/')) url.pop_back();
  const bool sound = url.size() <= kLongestAddress && base::is_valid_utf8(url) &&
                     base::is_web_address(url) && service.model.size() <= kLongestModel &&
                     url.find(',') == std::string::npos;
  return sound ? url : std::string();
}

// True when it is a service; else the notice says why not.
bool read_service(std::string_view one, Service& service, std::string& notice,
                  const model::Words& words) {
  const std::size_t colon = std::min(one.find(':'), one.size());
  const std::optional<ServiceKind> kind = kind_of(lower(one.substr(0, colon)));
  const std::string_view rest = one.substr(std::min(colon + 1, one.size()));
  if (!kind || (!wants_address(*kind) && !rest.empty())) {
    add_notice(notice, words.fill(Word::ServiceUnknown, {{"value", shown_value(one)}}));
    return false;
  }
  service.kind = *kind;
  if (!wants_address(*kind)) return true;
  service.url = read_address(rest, service, notice, words);
  if (!service.url.empty()) return true;
  add_notice(notice, words.fill(Word::ServiceNeedsAddress,
                                {{"value", shown_value(one)}, {"kind", capability_of(*kind).id}}));
  return false;
}

}  // namespace

Chain parse_translate(std::string_view value, const model::Words& words) {
  Chain chain;
  while (!value.empty()) {
    const std::size_t comma = std::min(value.find(','), value.size());
    const std::string_view one = base::trimmed(value.substr(0, comma));
    value.remove_prefix(std::min(comma + 1, value.size()));
    if (one.empty() || lower(one) == "off") continue;
    Service service;
    if (!read_service(one, service, chain.notice, words)) continue;
    if (std::find(chain.services.begin(), chain.services.end(), service) != chain.services.end())
      continue;
    if (chain.services.size() == kMostServices) {
      add_notice(chain.notice,
                 words.fill(Word::ServiceOnlyFirst, {{"n", std::to_string(kMostServices)}}));
      break;
    }
    chain.services.push_back(std::move(service));
  }
  return chain;
}

std::string write_translate(const std::vector<Service>& services) {
  std::string out;
  for (const Service& service : services) {
    if (!out.empty()) out += ',';
    out += capability_of(service.kind).id;
    if (service.url.empty()) continue;
    out += ':' + service.url;
    if (!service.model.empty()) out += '#' + base::percent_encode(service.model);
  }
  return out.empty() ? "off" : out;
}

}  // namespace translate
