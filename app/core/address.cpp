#include "core/address.h"

#include <cmath>
#include <cstdlib>

#include "base/utf8.h"
#include "model/language.h"
#include "model/time.h"
#include "translate/place.h"

namespace core {
namespace {

using model::Word;

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

std::string shown_value(std::string_view value) {
  constexpr std::size_t kShown = 60;
  const std::string_view shown = base::utf8_prefix(value, kShown);
  return std::string(shown) + (shown.size() < value.size() ? "…" : "");
}

// Reads one parameter after the other into an Address.
class AddressReader {
 public:
  AddressReader(Address& address, const model::Words& words) : address_(address), words_(words) {}

  void read(std::string_view name, const std::string& value) {
    if (name == "source") {
      read_source(value);
    } else if (name == "theme") {
      if (value == "dark" || value == "light") {
        address_.theme = value == "dark" ? Theme::Dark : Theme::Light;
      } else if (value != "system") {
        ignore(name, value, words_[Word::ExpectTheme]);
      }
    } else if (name == "lab") {
      address_.lab = value == "1" || value == "true";
      if (!address_.lab && value != "0" && value != "false") {
        ignore(name, value, words_[Word::ExpectSwitch]);
      }
    } else if (name == "read") {
      read_languages(value);
    } else if (name == "ui") {
      const auto language = model::interface_language(model::parse_language(value));
      if (language) {
        address_.ui = language->tag();
      } else {
        ignore(name, value, words_[Word::ExpectUi]);
      }
    } else if (name == "layout") {
      address_.layout = value;
    } else if (name == "clock") {
      const std::int64_t time_ms = model::parse_time_ms(value);
      if (time_ms > 0) {
        address_.clock_ms = time_ms;
      } else {
        ignore(name, value, words_[Word::ExpectTime]);
      }
    } else if (name == "scale") {
      read_scale(value);
    } else if (name == "translate") {
      translate::Chain chain = translate::parse_translate(value, words_);
      if (!chain.notice.empty()) say(chain.notice);
      address_.translate = std::move(chain.services);
    } else if (name == "auto") {
      read_choice(name, value, "all", Word::ExpectAuto, address_.auto_translate);
    } else if (name == "check") {
      read_choice(name, value, "back", Word::ExpectCheck, address_.check_back);
    } else if (name == "reading") {
      address_.reading = layout::reading_mode(value);
      if (!address_.reading) ignore(name, value, words_[Word::ExpectReading]);
    } else if (name == "fonts") {
      // Read by the page itself (web/src/bundled_fonts.ts), before there is a core.
      if (value != "system" && value != "bundled") ignore(name, value, words_[Word::ExpectFonts]);
    } else if (name == "spacing") {
      if (value == "off") address_.spacing = {.squeeze_marks = false, .letter_gap = false};
      if (value != "on" && value != "off") ignore(name, value, words_[Word::ExpectSpacing]);
    } else if (name == "mix" || name == "seed" || name == "faults" || name == "replay") {
      say(words_.fill(Word::AddressNotYet, {{"name", name}}));
    } else if (!name.empty()) {
      say(words_.fill(Word::AddressUnknown, {{"name", shown_value(name)}}));
    }
  }

 private:
  void say(std::string notice) { address_.notices.push_back(std::move(notice)); }

  void ignore(std::string_view name, std::string_view value, std::string_view expected) {
    say(words_.fill(Word::AddressIgnored,
                    {{"name", name}, {"value", shown_value(value)}, {"expected", expected}}));
  }

  // On by this value, or off.
  void read_choice(std::string_view name, std::string_view value, std::string_view on,
                   Word expected, std::optional<bool>& choice) {
    if (value == on || value == "off") {
      choice = value == on;
    } else {
      ignore(name, value, words_[expected]);
    }
  }

  void read_source(const std::string& value) {
    auto source = sources::parse_source(value, words_);
    if (!source) {
      say(source.error());
      return;
    }
    if (!source.value().notice.empty()) say(source.value().notice);
    address_.source = std::move(source.value());
  }

  void read_languages(std::string_view value) {
    std::size_t at = 0;
    while (at <= value.size() && address_.read.size() < kMaxReadLanguages) {
      const std::size_t comma = std::min(value.find(',', at), value.size());
      const std::string_view tag = value.substr(at, comma - at);
      const model::Language language = model::parse_language(tag);
      // Languages without a name here are written like English; most of them are typing errors.
      if (language.known() && !model::native_name(language).empty()) {
        address_.read.push_back(language.tag());
      } else {
        ignore("read", tag, words_[Word::ExpectLanguage]);
      }
      at = comma + 1;
    }
  }

  void read_scale(const std::string& value) {
    char* end = nullptr;
    const float scale = std::strtof(value.c_str(), &end);
    if (end != value.c_str() && *end == '\0' && scale >= 0.5F && scale <= 4.0F) {
      address_.scale = scale;
    } else {
      ignore("scale", value, words_.fill(Word::ExpectScale, {{"low", "0.5"}, {"high", "4"}}));
    }
  }

  Address& address_;
  const model::Words& words_;
};

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

Address parse_address(std::string_view query, std::string_view fragment,
                      const model::Words& words) {
  Address address;
  address.source = sources::parse_source("demo", words).value();
  if (query.size() > kMaxQueryBytes) {
    address.notices.push_back(words[Word::AddressTooLong]);
    query = {};
  }
  AddressReader reader(address, words);
  std::size_t at = 0;
  while (at < query.size()) {
    const std::size_t end = std::min(query.find('&', at), query.size());
    const std::string_view pair = query.substr(at, end - at);
    const std::size_t equals = std::min(pair.find('='), pair.size());
    const std::string name = percent_decode(pair.substr(0, equals));
    const std::string value =
        equals < pair.size() ? percent_decode(pair.substr(equals + 1)) : std::string();
    reader.read(name, value);
    at = end + 1;
  }
  if (fragment.starts_with(kPostPrefix)) {
    address.post_id = percent_decode(fragment.substr(kPostPrefix.size()));
  } else if (!fragment.empty() && fragment != "/") {
    address.notices.push_back(
        words.fill(Word::AddressNoPlace, {{"end", shown_value(percent_decode(fragment))}}));
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
