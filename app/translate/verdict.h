// Whether a translation is to be trusted, and why not: what the writer did to the text so that
// machines fail on it, what is wrong with the answer, and what a translation back shows. Pure: text
// in, values out. Not for deciding what to translate; for languages see model/detect.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/language.h"
#include "model/words.h"

namespace translate {

// Ordered from best to worst.
enum class Level : std::uint8_t {
  Good,
  Check,   // show the translation, with its reasons beside it
  Cannot,  // show the original and the reasons instead
};

enum class ReasonKind : std::uint8_t {
  // The source: ways of writing that defeat machines.
  PinyinInitials,    // yyds
  NumberHomophones,  // 5201314
  Homophones,        // 蓝瘦香菇
  TakenApart,        // 女子口马
  Martian,           // rare and variant characters in place of common ones
  Pinyin,            // wo men
  Homoglyphs,        // letters of another script that look the same
  Leet,              // h3ll0
  Invisible,         // zero-width characters between letters
  SpacedOut,         // 我 不 喜 欢
  EmojiForWords,     // 我🈚️语
  Reversed,
  UpsideDown,
  StyledLetters,  // mathematical, circled, full-width letters
  ZhuyinKana,     // ㄅ, の for 的
  VowelDropping,  // txt msg
  ChatAlphabet,   // 7abibi, privet
  Stretched,      // sooooo
  Signals,        // Braille, Morse
  // The source: nothing that a translation could be judged by.
  NoWords,
  UnknownLanguage,
  // The answer.
  EmptyAnswer,
  ServiceError,  // a service's message sent as text
  SameText,      // untranslated
  WrongScript,   // not the script of the target language
  EmojiOnly,
  TooShort,  // the answer is as long as nothing
  TooLong,
  Repetition,
  PlaceholdersLeft,  // marks that stand for tokens
  TokensLost,        // mentions, tags, links, blanks
  CutShort,          // what followed an emoji or a line break is missing
  NumbersChanged,
  // The answer translated back.
  RoundTrip,
};
inline constexpr int kReasonKinds = static_cast<int>(ReasonKind::RoundTrip) + 1;

struct Reason {
  ReasonKind kind;
  std::string detail;  // what was seen, e.g. "yyds"; a few words at most, may be empty
  bool operator==(const Reason&) const = default;
};

struct Verdict {
  Level level = Level::Good;
  std::vector<Reason> reasons;  // worst first, one of a kind
  bool operator==(const Verdict&) const = default;
};

// Of the text alone, before anything is sent. `language`: what it is taken to be, may be unknown.
// Mentions, tags, links, shortcodes and code in the text do not count.
Verdict judge_source(std::string_view text, const model::Language& language);

struct Answer {
  std::string_view source;
  std::string_view text;  // with its tokens put back
  model::Language from;
  model::Language to;
  int tokens_lost = 0;  // as the token guard counted
};
Verdict judge_answer(const Answer& answer);

// `back`: the answer translated to the source's language again.
Verdict judge_round_trip(std::string_view source, std::string_view back);

// Puts a reason in its place and lowers the level to what it deserves; a second of a kind is
// dropped.
// weight: what it makes of the verdict here, where that is not what its kind makes of it.
void add_reason(Verdict& verdict, ReasonKind kind, std::string detail,
                std::optional<Level> weight = {});

// The worse level, the reasons of both.
Verdict join_verdicts(Verdict a, const Verdict& b);

// "pinyin-initials": stable, for tests, caches and the interface's translations.
std::string_view reason_key(ReasonKind kind);
// A reader's words without the detail: "pinyin initials".
std::string_view reason_words(ReasonKind kind, const model::Words& words);
// "pinyin initials: yyds".
std::string reason_text(const Reason& reason, const model::Words& words);

}  // namespace translate
