#include "core/address.h"

#include <cmath>
#include <cstdlib>

#include "base/utf8.h"
#include "model/language.h"
#include "model/time.h"
#include "translate/place.h"

namespace core {
namespace {

constexpr std::size_t kMaxQueryBytes = 512u
                                       << 10;  // a whole layout document, compressed, fits 32 times
constexpr std::size_t kMaxReadLanguages = 12;
constexpr std::string_view kPostPrefix = "/post/";

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string quoted(std::string_view value) {
  constexpr std::size_t kShown = 60;
  const std::string_view shown = base::utf8_prefix(value, kShown);
  return "“" + std::string(shown) + (shown.size() < value.size() ? "…”" : "”");
}

std::string ignored(std::string_view name, std::string_view value, std::string_view expected) {
  return "The address says " + std::string(name) + "=" + quoted(value) + ", which is not " +
         std::string(expected) + ". It is ignored.";
}

void read_languages(std::string_view value, Address& address) {
  std::size_t at = 0;
  while (at <= value.size() && address.read.size() < kMaxReadLanguages) {
    const std::size_t comma = std::min(value.find(',', at), value.size());
    const std::string_view tag = value.substr(at, comma - at);
    const model::Language language = model::parse_language(tag);
    // Languages without a name here are written like English; most of them are typing errors.
    if (language.known() && !model::native_name(language).empty()) {
      address.read.push_back(language.tag());
    } else {
      address.notices.push_back(ignored("read", tag, "a language like “zh-Hans” or “en”"));
    }
    at = comma + 1;
  }
}

void read_parameter(std::string_view name, const std::string& value, Address& address) {
  if (name == "source") {
    auto source = sources::parse_source(value);
    if (!source) {
      address.notices.push_back(source.error());
      return;
    }
    if (!source.value().notice.empty()) address.notices.push_back(source.value().notice);
    address.source = std::move(source.value());
  } else if (name == "theme") {
    if (value == "dark" || value == "light") {
      address.theme = value == "dark" ? Theme::Dark : Theme::Light;
    } else if (value != "system") {
      address.notices.push_back(ignored(name, value, "“light”, “dark” or “system”"));
    }
  } else if (name == "lab") {
    address.lab = value == "1" || value == "true";
    if (!address.lab && value != "0" && value != "false") {
      address.notices.push_back(ignored(name, value, "“1” or “0”"));
    }
  } else if (name == "read") {
    read_languages(value, address);
  } else if (name == "layout") {
    address.layout = value;
  } else if (name == "clock") {
    const std::int64_t time_ms = model::parse_time_ms(value);
    if (time_ms > 0) {
      address.clock_ms = time_ms;
    } else {
      address.notices.push_back(ignored(name, value, "a time like “2025-01-17T09:30:00Z”"));
    }
  } else if (name == "scale") {
    char* end = nullptr;
    const float scale = std::strtof(value.c_str(), &end);
    if (end != value.c_str() && *end == '\0' && scale >= 0.5F && scale <= 4.0F) {
      address.scale = scale;
    } else {
      address.notices.push_back(ignored(name, value, "a number from 0.5 to 4"));
    }
  } else if (name == "translate") {
    translate::Chain chain = translate::parse_translate(value);
    if (!chain.notice.empty()) address.notices.push_back(chain.notice);
    address.translate = std::move(chain.services);
  } else if (name == "auto") {
    address.auto_translate = value == "all";
    if (value != "all" && value != "off") {
      address.notices.push_back(ignored(name, value, "“all” or “off”"));
    }
  } else if (name == "fonts") {
    // Read by the page itself (web/src/bundled_fonts.ts), before there is a core.
    if (value != "system" && value != "bundled") {
      address.notices.push_back(ignored(name, value, "“system” or “bundled”"));
    }
  } else if (name == "mix" || name == "ui" || name == "seed" || name == "faults" ||
             name == "replay") {
    address.notices.push_back("This version does not know " + std::string(name) +
                              "= yet. The rest of the address works.");
  } else if (!name.empty()) {
    address.notices.push_back("The address has a parameter that Crossfeed does not know: " +
                              quoted(name) + ". It is ignored.");
  }
}

}  // namespace

std::string percent_decode(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size()) {
      const int high = hex_value(text[i + 1]);
      const int low = hex_value(text[i + 2]);
      if (high >= 0 && low >= 0) {
        out.push_back(static_cast<char>(high * 16 + low));
        i += 2;
        continue;
      }
    }
    out.push_back(text[i]);
  }
  return base::to_valid_utf8(out);
}

std::string percent_encode(std::string_view text) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '_' || c == '.' || c == '~' || c == ':' || c == '/' ||
                       c == ',' || c == '@';
    if (plain) {
      out.push_back(c);
    } else {
      out.push_back('%');
      out.push_back(kHex[byte >> 4]);
      out.push_back(kHex[byte & 15]);
    }
  }
  return out;
}

Address parse_address(std::string_view query, std::string_view fragment) {
  Address address;
  address.source = sources::parse_source("demo").value();
  if (query.size() > kMaxQueryBytes) {
    address.notices.emplace_back("The address is too long to be read. It is ignored.");
    query = {};
  }
  std::size_t at = 0;
  while (at < query.size()) {
    const std::size_t end = std::min(query.find('&', at), query.size());
    const std::string_view pair = query.substr(at, end - at);
    const std::size_t equals = std::min(pair.find('='), pair.size());
    const std::string name = percent_decode(pair.substr(0, equals));
    const std::string value =
        equals < pair.size() ? percent_decode(pair.substr(equals + 1)) : std::string();
    read_parameter(name, value, address);
    at = end + 1;
  }
  if (fragment.starts_with(kPostPrefix)) {
    address.post_id = percent_decode(fragment.substr(kPostPrefix.size()));
  } else if (!fragment.empty() && fragment != "/") {
    address.notices.push_back("The address ends in " + quoted(percent_decode(fragment)) +
                              ", which is no place in Crossfeed. Here is the feed.");
  }
  return address;
}

std::string post_fragment(std::string_view post_id) {
  return post_id.empty() ? std::string() : std::string(kPostPrefix) + percent_encode(post_id);
}

std::string with_parameter(std::string_view query, std::string_view name, std::string_view value) {
  std::string out;
  std::size_t at = 0;
  while (at < query.size()) {
    const std::size_t end = std::min(query.find('&', at), query.size());
    const std::string_view pair = query.substr(at, end - at);
    if (!pair.empty() && percent_decode(pair.substr(0, pair.find('='))) != name) {
      if (!out.empty()) out += '&';
      out += pair;
    }
    at = end + 1;
  }
  if (!value.empty()) {
    if (!out.empty()) out += '&';
    out += std::string(name) + "=" + percent_encode(value);
  }
  return out;
}

}  // namespace core
