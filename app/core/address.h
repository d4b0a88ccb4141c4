// The page's address as settings, and back: what decides what is seen stands in the address, so a
// link is a reproduction. Reading never fails: a value that cannot be used is named in a notice and
// ignored.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "layout/reading.h"
#include "model/words.h"
#include "sources/place.h"
#include "text/paragraph.h"
#include "translate/service.h"

namespace core {

enum class Theme : std::uint8_t { System, Light, Dark };

struct Address {
  sources::Source source;         // default: the embedded community
  std::vector<std::string> read;  // reader languages, best first; empty: the browser's
  Theme theme = Theme::System;
  std::string ui;  // the interface's language, "zh-Hans"; empty: the browser's
  bool lab = false;
  std::optional<std::vector<translate::Service>> translate;  // none: what suits the source
  // All posts in other languages, or only what is asked for; none: as the reader left it.
  std::optional<bool> auto_translate;
  std::optional<bool> check_back;              // by a translation back; none: as the reader left it
  std::optional<layout::ReadingMode> reading;  // none: as the reader left it
  std::string layout;  // a shipped name, a URL, or "z." and a compressed document; empty
  std::optional<std::int64_t> clock_ms;  // a fixed time, for reproduction
  std::optional<float> scale;            // device pixels a point, instead of the device's
  text::Spacing spacing;                 // of Chinese and Japanese
  std::string post_id;                   // of the fragment "#/post/ID"; empty: the feed
  std::vector<std::string> notices;      // sentences for the status line
};

// query and fragment without '?' and '#'. Percent-encoding is undone; broken encoding is read as it
// is.
Address parse_address(std::string_view query, std::string_view fragment, const model::Words& words);

std::string post_fragment(std::string_view post_id);  // "/post/…"; "" for the feed

// The query with one parameter replaced, or removed when the value is empty; others stay as they
// are.
std::string with_parameter(std::string_view query, std::string_view name, std::string_view value);

std::string percent_encode(std::string_view text);
std::string percent_decode(
    std::string_view text);  // '+' stays '+': values hold languages like "zh+en"

}  // namespace core
