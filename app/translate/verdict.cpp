#include "translate/verdict.h"

#include <algorithm>

#include "translate/tricks.h"

namespace translate {
namespace {

using model::Word;

struct Kind {
  ReasonKind kind;
  Level level;  // what it makes of a translation, alone
  std::string_view key;
};

constexpr Kind kKinds[] = {
    {ReasonKind::PinyinInitials, Level::Check, "pinyin-initials"},
    {ReasonKind::NumberHomophones, Level::Check, "number-homophones"},
    {ReasonKind::Homophones, Level::Check, "homophones"},
    {ReasonKind::TakenApart, Level::Cannot, "taken-apart"},
    {ReasonKind::Martian, Level::Cannot, "martian"},
    {ReasonKind::Pinyin, Level::Cannot, "pinyin"},
    {ReasonKind::Homoglyphs, Level::Cannot, "homoglyphs"},
    {ReasonKind::Leet, Level::Cannot, "leet"},
    {ReasonKind::Invisible, Level::Cannot, "invisible"},
    {ReasonKind::SpacedOut, Level::Cannot, "spaced-out"},
    {ReasonKind::EmojiForWords, Level::Check, "emoji-for-words"},
    {ReasonKind::Reversed, Level::Cannot, "reversed"},
    {ReasonKind::UpsideDown, Level::Cannot, "upside-down"},
    {ReasonKind::StyledLetters, Level::Check, "styled-letters"},
    {ReasonKind::ZhuyinKana, Level::Check, "zhuyin-kana"},
    {ReasonKind::VowelDropping, Level::Cannot, "vowel-dropping"},
    {ReasonKind::ChatAlphabet, Level::Cannot, "chat-alphabet"},
    {ReasonKind::Stretched, Level::Check, "stretched"},
    {ReasonKind::Signals, Level::Cannot, "signals"},
    {ReasonKind::NoWords, Level::Cannot, "no-words"},
    {ReasonKind::UnknownLanguage, Level::Check, "unknown-language"},
    {ReasonKind::EmptyAnswer, Level::Cannot, "empty-answer"},
    {ReasonKind::ServiceError, Level::Cannot, "service-error"},
    {ReasonKind::SameText, Level::Cannot, "same-text"},
    {ReasonKind::WrongScript, Level::Cannot, "wrong-script"},
    {ReasonKind::EmojiOnly, Level::Cannot, "emoji-only"},
    {ReasonKind::TooShort, Level::Check, "too-short"},
    {ReasonKind::TooLong, Level::Check, "too-long"},
    {ReasonKind::Repetition, Level::Cannot, "repetition"},
    {ReasonKind::PlaceholdersLeft, Level::Cannot, "placeholders-left"},
    {ReasonKind::TokensLost, Level::Cannot, "tokens-lost"},
    {ReasonKind::CutShort, Level::Check, "cut-short"},
    {ReasonKind::NumbersChanged, Level::Check, "numbers-changed"},
    {ReasonKind::RoundTrip, Level::Check, "round-trip"},
};
static_assert(std::size(kKinds) == kReasonKinds);
// The words stand in the same order.
static_assert(static_cast<int>(Word::ReasonRoundTrip) -
                  static_cast<int>(Word::ReasonPinyinInitials) ==
              static_cast<int>(ReasonKind::RoundTrip));

const Kind& kind_of(ReasonKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

struct Trick {
  ReasonKind kind;
  Seen (*see)(const Source&);
  std::optional<Level> weight = {};  // instead of its kind's
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
    // The rest of the text can be translated.
    {ReasonKind::Leet, see_disguised_word, Level::Check},
};

}  // namespace

std::string_view reason_key(ReasonKind kind) { return kind_of(kind).key; }

std::string_view reason_words(ReasonKind kind, const model::Words& words) {
  return words[static_cast<Word>(static_cast<std::size_t>(Word::ReasonPinyinInitials) +
                                 static_cast<std::size_t>(kind))];
}

std::string reason_text(const Reason& reason, const model::Words& words) {
  const std::string_view seen = reason_words(reason.kind, words);
  if (reason.detail.empty()) return std::string(seen);
  return words.fill(Word::WithDetail, {{"reason", seen}, {"detail", reason.detail}});
}

void add_reason(Verdict& verdict, ReasonKind kind, std::string detail,
                std::optional<Level> weight) {
  const auto same = [kind](const Reason& one) { return one.kind == kind; };
  if (std::any_of(verdict.reasons.begin(), verdict.reasons.end(), same)) return;
  const Level level = kind_of(kind).level;
  verdict.level = std::max(verdict.level, weight.value_or(level));
  const auto lighter =
      std::find_if(verdict.reasons.begin(), verdict.reasons.end(),
                   [level](const Reason& one) { return kind_of(one.kind).level < level; });
  verdict.reasons.insert(lighter, {kind, std::move(detail)});
}

Verdict judge_source(std::string_view text, const model::Language& language) {
  Verdict verdict;
  const Source source = read_source(text, language);
  for (const Trick& trick : kTricks) {
    if (Seen seen = trick.see(source))
      add_reason(verdict, trick.kind, std::move(*seen), trick.weight);
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
