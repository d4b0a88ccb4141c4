#include "translate/verdict.h"

#include <algorithm>

#include "translate/tricks.h"

namespace translate {
namespace {

struct Kind {
  ReasonKind kind;
  Level level;  // what it makes of a translation, alone
  std::string_view key;
  std::string_view words;
};

constexpr Kind kKinds[] = {
    {ReasonKind::PinyinInitials, Level::Check, "pinyin-initials", "pinyin initials"},
    {ReasonKind::NumberHomophones, Level::Check, "number-homophones", "numbers read as words"},
    {ReasonKind::Homophones, Level::Check, "homophones", "homophones"},
    {ReasonKind::TakenApart, Level::Cannot, "taken-apart", "characters taken apart"},
    {ReasonKind::Martian, Level::Cannot, "martian", "rare characters in place of common ones"},
    {ReasonKind::Pinyin, Level::Cannot, "pinyin", "Chinese in Latin letters"},
    {ReasonKind::Homoglyphs, Level::Cannot, "homoglyphs", "mixed scripts"},
    {ReasonKind::Leet, Level::Cannot, "leet", "digits in place of letters"},
    {ReasonKind::Invisible, Level::Cannot, "invisible", "invisible characters between letters"},
    {ReasonKind::SpacedOut, Level::Cannot, "spaced-out", "letters set apart"},
    {ReasonKind::EmojiForWords, Level::Check, "emoji-for-words", "emoji in place of words"},
    {ReasonKind::Reversed, Level::Cannot, "reversed", "written backwards"},
    {ReasonKind::UpsideDown, Level::Cannot, "upside-down", "letters turned upside down"},
    {ReasonKind::StyledLetters, Level::Check, "styled-letters", "ornamental letters"},
    {ReasonKind::ZhuyinKana, Level::Check, "zhuyin-kana", "zhuyin or kana among Chinese"},
    {ReasonKind::VowelDropping, Level::Cannot, "vowel-dropping", "words without vowels"},
    {ReasonKind::ChatAlphabet, Level::Cannot, "chat-alphabet", "another script in Latin letters"},
    {ReasonKind::Stretched, Level::Check, "stretched", "stretched words"},
    {ReasonKind::Signals, Level::Cannot, "signals", "a code of signs"},
    {ReasonKind::NoWords, Level::Cannot, "no-words", "no words to translate"},
    {ReasonKind::UnknownLanguage, Level::Check, "unknown-language", "the language is not known"},
    {ReasonKind::EmptyAnswer, Level::Cannot, "empty-answer", "the answer is empty"},
    {ReasonKind::ServiceError, Level::Cannot, "service-error",
     "the service sent a message of its own"},
    {ReasonKind::SameText, Level::Cannot, "same-text", "the answer is the text itself"},
    {ReasonKind::WrongScript, Level::Cannot, "wrong-script",
     "the answer is not in the script asked for"},
    {ReasonKind::EmojiOnly, Level::Cannot, "emoji-only", "the answer has no words"},
    {ReasonKind::TooShort, Level::Check, "too-short", "the answer is as long as nothing"},
    {ReasonKind::TooLong, Level::Check, "too-long", "the answer is much longer than the text"},
    {ReasonKind::Repetition, Level::Cannot, "repetition", "the answer repeats itself"},
    {ReasonKind::PlaceholdersLeft, Level::Cannot, "placeholders-left",
     "marks of the app are left in the answer"},
    {ReasonKind::TokensLost, Level::Cannot, "tokens-lost", "tokens lost"},
    {ReasonKind::CutShort, Level::Check, "cut-short", "the end of the text is missing"},
    {ReasonKind::NumbersChanged, Level::Check, "numbers-changed", "numbers changed"},
    {ReasonKind::RoundTrip, Level::Check, "round-trip", "translated back it says something else"},
};
static_assert(std::size(kKinds) == kReasonKinds);

const Kind& kind_of(ReasonKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

struct Trick {
  ReasonKind kind;
  Seen (*see)(const Source&);
};
constexpr Trick kTricks[] = {
    {ReasonKind::Invisible, see_invisible},
    {ReasonKind::Homoglyphs, see_homoglyphs},
    {ReasonKind::UpsideDown, see_upside_down},
    {ReasonKind::Reversed, see_reversed},
    {ReasonKind::SpacedOut, see_spaced_out},
    {ReasonKind::Signals, see_signals},
    {ReasonKind::TakenApart, see_taken_apart},
    {ReasonKind::Martian, see_martian},
    {ReasonKind::Pinyin, see_pinyin},
    {ReasonKind::Leet, see_leet},
    {ReasonKind::ChatAlphabet, see_chat_alphabet},
    {ReasonKind::VowelDropping, see_vowel_dropping},
    {ReasonKind::StyledLetters, see_styled_letters},
    {ReasonKind::ZhuyinKana, see_zhuyin_kana},
    {ReasonKind::EmojiForWords, see_emoji_for_words},
    {ReasonKind::PinyinInitials, see_pinyin_initials},
    {ReasonKind::NumberHomophones, see_number_homophones},
    {ReasonKind::Homophones, see_homophones},
    {ReasonKind::Stretched, see_stretched},
};

}  // namespace

std::string_view reason_key(ReasonKind kind) { return kind_of(kind).key; }
std::string_view reason_words(ReasonKind kind) { return kind_of(kind).words; }

std::string reason_text(const Reason& reason) {
  std::string text(reason_words(reason.kind));
  if (!reason.detail.empty()) text += ": " + reason.detail;
  return text;
}

void add_reason(Verdict& verdict, ReasonKind kind, std::string detail) {
  const auto same = [kind](const Reason& one) { return one.kind == kind; };
  if (std::any_of(verdict.reasons.begin(), verdict.reasons.end(), same)) return;
  const Level level = kind_of(kind).level;
  verdict.level = std::max(verdict.level, level);
  const auto lighter =
      std::find_if(verdict.reasons.begin(), verdict.reasons.end(),
                   [level](const Reason& one) { return kind_of(one.kind).level < level; });
  verdict.reasons.insert(lighter, {kind, std::move(detail)});
}

Verdict judge_source(std::string_view text, const model::Language& language) {
  Verdict verdict;
  const Source source = read_source(text, language);
  for (const Trick& trick : kTricks) {
    if (Seen seen = trick.see(source)) add_reason(verdict, trick.kind, std::move(*seen));
  }
  // Several light tricks in one text are one heavy one.
  constexpr std::size_t kManyTricks = 3;
  if (verdict.reasons.size() >= kManyTricks) verdict.level = Level::Cannot;
  if (!verdict.reasons.empty()) return verdict;
  if (source.letters == 0) {
    add_reason(verdict, ReasonKind::NoWords, {});
  } else if (!language.known()) {
    add_reason(verdict, ReasonKind::UnknownLanguage, {});
  }
  return verdict;
}

Verdict join_verdicts(Verdict a, const Verdict& b) {
  const Level level = std::max(a.level, b.level);
  for (const Reason& reason : b.reasons) add_reason(a, reason.kind, reason.detail);
  a.level = level;
  return a;
}

}  // namespace translate
