// How the reader reads what is in another language: an opened post by the whole, by paragraph or by
// sentence; a sentence listened to or saved; from which languages translations come unasked. Chosen
// once, kept between visits. Not for which texts are translated when (translation.h).
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/lru.h"
#include "layout/reading.h"
#include "layout/translation.h"
#include "model/language.h"

namespace core {

struct State;
struct Context;
struct Romanized;
struct NoVoice;

inline constexpr std::string_view kKeptReading = "reading";
inline constexpr std::size_t kMostPhrases = 2000;  // half a megabyte in the browser's store

enum class LanguageChoice : std::uint8_t { Ask, Always, Never };

struct Phrase {
  std::string text;
  std::string translation;
  std::string language;  // of the text, BCP-47
  std::string post_id;
  bool operator==(const Phrase&) const = default;
};

struct Reading {
  layout::ReadingMode mode = layout::ReadingMode::Below;
  bool translates_all = false;                      // unless the address says otherwise
  bool checks_back = false;                         // the same
  std::map<std::string, LanguageChoice> languages;  // by tag; those that are not Ask
  std::vector<Phrase> phrases;                      // oldest first

  // Of the opened post.
  std::string post_id;
  std::set<int> open_rows;
  base::Lru<std::string, std::vector<layout::ReadingAid>> aids{32};  // by text
  std::string romanizing;  // the text that was asked about
};

LanguageChoice choice_of(const State& state, const model::Language& language);
// Ask, Always, Never, Ask.
void step_choice(State& state, Context& context, std::string_view tag);

// What the address says, else what the reader chose.
bool translates_all(const State& state);
bool checks_back(const State& state);
layout::ReadingMode reading_mode(const State& state);

// Of the opened post; `body`: its translation as the page shows it.
layout::ReadingView reading_view(const State& state, const layout::TranslationView& body);
// Before the opened post is laid out: forgets another post's rows, asks for the sounds that are
// missing.
void prepare_reading(State& state, Context& context);

// A key that begins with keys::kReadPrefix.
void press_reading(State& state, Context& context, std::string_view key);
bool take_romanized(State& state, Context& context, const Romanized& event);
bool take_no_voice(State& state, const NoVoice& event);

// reading_store.cpp: what is kept, as JSON; phrases as comma-separated values (RFC 4180) with a
// line of names.
void keep_reading(State& state, Context& context);
void take_kept_reading(State& state, Context& context, std::string_view json);
std::string write_phrases(const Reading& reading);

}  // namespace core
