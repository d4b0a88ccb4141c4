#include "model/detect.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/words.h"
#include "embedded/languages.h"
#include "model/language_score.h"
#include "model/plain_words.h"
#include "model/scripts.h"

namespace model {
namespace {

using embedded::HanClass;

// More letters than these do not make the answer better.
constexpr std::size_t kMaxLetters = 400;

struct Letters {
  std::array<int, kScripts> count{};
  int hans = 0;
  int hant = 0;
  int japan = 0;        // characters that only Japan writes
  int chinese = 0;      // characters that Chinese sentences cannot do without
  int kana_but_no = 0;  // Chinese posts write の for a nice look

  [[nodiscard]] int of(Script script) const { return count[static_cast<std::size_t>(script)]; }
};

// Written in Cantonese only, in no list of common characters.
constexpr std::u32string_view kCantonese = U"嘅咗唔喺冇佢哋嚟啲嗰乜嘢咁噉嘥攞搵瞓睇諗";
// Japan's own forms that a Chinese character set holds too.
constexpr std::u32string_view kJapanese = U"々図気駅円売読実戦広沢辺県対応発楽様団黒歩毎";
constexpr std::u32string_view kChinese =
    U"的了是我你他她们們这這吗嗎呢吧很没沒么麼您咱啊哦嘛啦给給让讓";

Letters letters_of(std::u32string_view words) {
  Letters letters;
  for (const char32_t code : words) {
    const Script script = script_of(code);
    ++letters.count[static_cast<std::size_t>(script)];
    if (script == Script::Han) {
      const HanClass kind = embedded::han_class(code);
      letters.hans += kind == HanClass::Hans ? 1 : 0;
      letters.hant += kind == HanClass::Hant || contains(kCantonese, code) ? 1 : 0;
      letters.japan += kind == HanClass::Japan || contains(kJapanese, code) ? 1 : 0;
      letters.chinese += contains(kChinese, code) || contains(kCantonese, code) ? 1 : 0;
    } else if (script == Script::Kana && code != U'の') {
      ++letters.kana_but_no;
    }
  }
  return letters;
}

// The script that says most. A Han character, a kana or a Hangul syllable carries as much as
// several letters.
Script main_script(const Letters& letters) {
  constexpr int kSyllable = 3;
  const int east =
      letters.of(Script::Han) + letters.of(Script::Kana) + letters.of(Script::Bopomofo);
  int most = 0;
  Script main = Script::Other;
  for (std::size_t i = 1; i < kScripts; ++i) {
    const auto script = static_cast<Script>(i);
    int weight = letters.count[i];
    if (script == Script::Hangul) weight *= kSyllable;
    if (script == Script::Han) weight = east * kSyllable;
    if (script == Script::Kana || script == Script::Bopomofo) continue;
    if (weight > most) {
      most = weight;
      main = script;
    }
  }
  return main;
}

bool is_japanese(const Letters& letters) {
  const int han = letters.of(Script::Han);
  const int kana = letters.kana_but_no;
  if (kana == 0) return letters.japan > 0 && letters.chinese == 0;
  // Japanese has a kana for every few Han characters, headlines fewer; Chinese posts have a word.
  return letters.chinese >= 2 ? kana >= han : kana * 8 >= han;
}

Detection chinese(const Letters& letters) {
  const int han = letters.of(Script::Han);
  const int lead = letters.hans - letters.hant;
  const float sure = std::min(1.0F, 0.4F + 0.1F * static_cast<float>(han));
  if (letters.of(Script::Bopomofo) > 0 && letters.hans == 0) return {{"zh", "Hant", {}}, sure};
  if (lead == 0) return {{"zh", {}, {}}, sure / 2};
  return {{"zh", lead > 0 ? "Hans" : "Hant", {}}, sure};
}

std::u32string lower_words(std::u32string_view words, Script script) {
  std::u32string out;
  for (const char32_t code : words) {
    const Script own = script_of(code);
    const char32_t put = own == script ? lower_letter(code) : code == '\'' ? U'\'' : U' ';
    if (put == ' ' && (out.empty() || out.back() == ' ')) continue;
    out += put;
  }
  return out;
}

// Scores of a few n-grams at least; less is a name or noise.
constexpr int kLeastScore = 5;
constexpr float kSureScore = 60;
constexpr float kSureLead = 0.3F;

Detection by_letters(std::u32string_view words, Script script, const Language& hint) {
  const ScoredLanguage best = score_languages(lower_words(words, script), script, hint.primary);
  if (best.tag.empty() || best.score < kLeastScore) return {};
  const auto score = static_cast<float>(best.score);
  const float lead = (score - static_cast<float>(std::max(best.second, 0))) / score;
  const float confidence = std::min(1.0F, score / kSureScore) * std::min(1.0F, lead / kSureLead);
  // Of equals the first in the table: it is in the order of how often feeds have a language.
  constexpr float kTie = 0.02F;
  return {parse_language(best.tag), std::max(confidence, kTie)};
}

Detection detect_words(std::u32string_view words, const Language& hint) {
  const Letters letters = letters_of(words);
  const Script script = main_script(letters);
  switch (script) {
    case Script::Other:
      return {};
    case Script::Han:
      if (is_japanese(letters)) return {{"ja", {}, {}}, 1};
      return chinese(letters);
    case Script::Latin:
    case Script::Cyrillic:
    case Script::Arabic:
    case Script::Hebrew:
    case Script::Devanagari: {
      Detection found = by_letters(words, script, hint);
      if (found.language.known() || script == Script::Latin) return found;
      break;
    }
    default:
      break;
  }
  // A script of one language, or words of which nothing is known: the one it stands for.
  const std::string_view writers = languages_of(script);
  const bool one_language = writers.find(' ') == std::string_view::npos;
  const float sure = script == Script::Cyrillic || script == Script::Arabic ? 0.2F : 0.95F;
  return {{std::string(writers.substr(0, writers.find(' '))), {}, {}}, one_language ? 1.0F : sure};
}

std::uint32_t scripts_of_label(std::string_view primary) {
  std::uint32_t scripts = 0;
  for (std::size_t i = 0; i < kScripts; ++i) {
    if (base::has_word(languages_of(static_cast<Script>(i)), primary)) scripts |= 1u << i;
  }
  return scripts;
}

// The text without the words of links and accounts, which are of no language.
std::string own_words(const RichText& rich) {
  std::string out;
  std::size_t from = 0;
  for (const Span& span : rich.spans) {
    const bool keeps = span.kind == SpanKind::Plain || span.kind == SpanKind::Tag;
    if (keeps && !span.emphasis.code) continue;
    if (span.begin < from || span.end > rich.text.size()) continue;
    out.append(rich.text, from, span.begin - from);
    out += ' ';
    from = span.end;
  }
  out.append(rich.text, from, std::string::npos);
  return out;
}

}  // namespace

Detection detect_language(std::string_view text, const Language& hint) {
  const PlainWords plain = read_plain_words(text, kMaxLetters);
  return detect_words(plain.words.empty() ? plain.tags : plain.words, hint);
}

bool has_words(const RichText& text) {
  return !read_plain_words(own_words(text), kMaxLetters).words.empty();
}

bool script_contradicts(const Language& label, const Language& detected) {
  if (!label.known() || !detected.known()) return false;
  if (label.primary == detected.primary) {
    return !label.script.empty() && !detected.script.empty() && label.script != detected.script;
  }
  // Kana are seen in Japanese only; Han characters alone may be any language that uses them.
  const std::uint32_t shown = detected.primary == "ja" ? 1u << static_cast<unsigned>(Script::Kana)
                                                       : scripts_of_label(detected.primary);
  return (scripts_of_label(label.primary) & shown) == 0 &&
         (scripts_of_label(label.primary) | shown) != 0;
}

Language language_of(const Post& post) {
  return post.written_in ? *post.written_in : find_language(post);
}

Language find_language(const Post& post) {
  // Below this a label that fits the script is believed.
  constexpr float kSure = 0.5F;
  // Below this a guess is wrong too often to act upon when nothing else speaks for it ("Oh la
  // honte").
  constexpr float kWorthTelling = 0.1F;
  Language label = parse_language(post.language);
  Detection found = detect_language(own_words(post.body), label);
  if (!found.language.known()) found = detect_language(post.warning, label);
  if (!found.language.known()) return label;
  if (!label.known()) return found.confidence >= kWorthTelling ? found.language : Language{};
  if (found.language.primary == label.primary) {
    const bool tells_more = label.script.empty() || script_contradicts(label, found.language);
    return tells_more && !found.language.script.empty() ? found.language : label;
  }
  // A few Latin words are at home in posts of every language.
  const bool latin = scripts_of_label(found.language.primary) == 0;
  if (!latin && script_contradicts(label, found.language)) return found.language;
  return found.confidence >= kSure ? found.language : label;
}

}  // namespace model
