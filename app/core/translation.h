// Which texts are translated, and what came of it. Wishes go to the engine (translate/engine.h),
// what is on the screen first; what it answers is judged and kept by post and part. Not for how it
// looks (translation_view.h) nor for services, batches and caches (translate/).
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/lru.h"
#include "core/service_keys.h"
#include "feed/store.h"
#include "model/post.h"
#include "ports/browser_translate.h"
#include "translate/engine.h"
#include "translate/slang.h"
#include "translate/verdict.h"

namespace core {

struct State;
struct Context;

// Translated texts kept ready: the cards that are laid out and a long thread of comments.
inline constexpr std::size_t kMaxTranslated = 2000;
inline constexpr std::string_view kKeptTranslations = "translations";
// Of a post without a title a card shows its beginning; a longer one is not translated for it.
inline constexpr std::uint32_t kHeadBytes = 700;

struct Translated {
  enum class Phase : std::uint8_t { Waiting, Ready, Failed } phase = Phase::Waiting;
  std::string source;
  std::vector<translate::Range> untouched;  // passages of it that stay as they are
  model::RichText text;
  model::Language to;
  std::string service;
  translate::Verdict verdict;
  bool checked_back = false;                       // or nobody could
  std::optional<translate::TranslateError> error;  // Failed, by its service
};

// What the engine needs of other rooms: HTML into text, and a judge of answers.
translate::EngineHooks translation_hooks();

struct Translation {
  translate::Engine engine{translation_hooks()};
  base::Lru<std::string, Translated> texts{kMaxTranslated};  // by text_key()
  std::set<std::string> asked;   // posts whose translation the reader asked for
  std::set<std::string> hidden;  // posts whose original the reader asked for
  std::unordered_map<std::string, translate::Urgency> wished;  // of the last round
  std::vector<feed::EntryIndex> seen_visible;                  // of the last round
  std::vector<feed::EntryIndex> seen_prepared;
  std::vector<translate::SlangNote> slang;  // comes with the first translation that may need it
  ports::RequestId slang_request = 0;
  ServiceKeys keys;
  bool changed = true;  // something other than the view has changed: a new round
  double wake_at_ms = 0;
  std::uint64_t kept_revision = 0;  // of the cache that the platform keeps
  double keep_at_ms = 0;
};

// The parts of a post that are translated, each by itself.
enum class TextPart : std::uint8_t { Head, Body, Warning, Description, Option };
std::string text_key(std::string_view post_id, TextPart part, std::size_t index = 0);

// Of the translation of a text into its own language again, by which it is checked.
std::string back_key(std::string_view text_key);

// What a card shows of a post's text: its title, or its beginning.
model::RichText head_of(const model::Post& post);

// In a language that none of the reader's is. Unknown languages are not.
bool is_foreign(const State& state, const model::Post& post);
// Whether its translation is to be shown: by the reader's wish, or since all are.
bool wants_translation(const State& state, const model::Post& post);

// Takes the services of the address, or those that suit the source. What is kept of earlier
// translations stays.
void start_translation(State& state);
// Starts them anew, with the keys that are there now: what had failed is tried again.
void ask_services_again(State& state);
// Once a step: wishes for what is in view, drops the others, carries out what the engine wants.
void update_translation(State& state, Context& context);

// "Translate" and "Show original".
void toggle_translation(State& state, Context& context, std::string_view post_id);
// Which posts are to be translated has changed: by languages, or for all.
void wants_changed(State& state, Context& context);
// Notes on slang are written in English and Chinese.
bool has_slang_notes(const model::Language& reader);
// Everything, or only what the reader asks for.
void toggle_auto(State& state, Context& context);
// Whether translations are checked by translating them back.
void toggle_check_back(State& state, Context& context);
void clear_translations(State& state, Context& context);

bool take_translation_reply(State& state, Context& context, const ports::HttpReply& reply);
bool take_translation_reply(State& state, const ports::BrowserTranslated& reply);
// What the platform had kept of earlier visits, or another tab has learnt or cleared.
void take_kept_translations(State& state, std::string_view json);

}  // namespace core
