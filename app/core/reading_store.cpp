#include <algorithm>
#include <optional>
#include <utility>

#include "base/json.h"
#include "core/feed_layout.h"
#include "core/post_view.h"
#include "core/reading.h"
#include "core/state.h"

namespace core {
namespace {

constexpr std::string_view kFormat = "crossfeed-reading";
constexpr std::size_t kMostChoices = 200;  // more languages than any feed has
constexpr std::size_t kMostPhraseBytes =
    20'000;  // of one phrase; the longest post that is read by rows

constexpr const char* kAlways = "always";
constexpr const char* kNever = "never";

base::Json write_phrase(const Phrase& phrase) {
  return base::Json::array({base::Json::string(phrase.text), base::Json::string(phrase.translation),
                            base::Json::string(phrase.language),
                            base::Json::string(phrase.post_id)});
}

std::string write_reading(const Reading& reading) {
  base::Json languages = base::Json::object();
  for (const auto& [tag, choice] : reading.languages) {
    languages.append(tag, base::Json::string(choice == LanguageChoice::Always ? kAlways : kNever));
  }
  base::Json phrases = base::Json::array();
  for (const Phrase& phrase : reading.phrases) phrases.push(write_phrase(phrase));
  base::Json all = base::Json::object();
  all.append(std::string(kFormat), base::Json::integer(1));
  all.append("mode", base::Json::string(std::string(layout::reading_mode_name(reading.mode))));
  all.append("all", base::Json::boolean(reading.translates_all));
  all.append("check-back", base::Json::boolean(reading.checks_back));
  all.append("languages", std::move(languages));
  all.append("phrases", std::move(phrases));
  return base::write_json(all);
}

std::optional<Phrase> read_phrase(const base::Json& json) {
  const std::vector<base::Json>& parts = json.items();
  if (parts.size() != 4) return std::nullopt;
  Phrase phrase{std::string(parts[0].string_or({})), std::string(parts[1].string_or({})),
                std::string(parts[2].string_or({})), std::string(parts[3].string_or({}))};
  const bool fits = !phrase.text.empty() &&
                    std::max(phrase.text.size(), phrase.translation.size()) <= kMostPhraseBytes;
  return fits ? std::optional(std::move(phrase)) : std::nullopt;
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

}  // namespace

void keep_reading(State& state, Context& context) {
  context.effects.emplace_back(KeepText{std::string(kKeptReading), write_reading(state.reading)});
}

// What the reader did since the start, before this came, stays.
void take_kept_reading(State& state, Context& context, std::string_view json) {
  const auto stored = base::parse_json(json);
  if (!stored || stored.value()[kFormat].integer_or(0) != 1) return;
  const base::Json& kept = stored.value();
  Reading& reading = state.reading;
  reading.mode = layout::reading_mode(kept["mode"].string_or({})).value_or(reading.mode);
  reading.translates_all = reading.translates_all || kept["all"].bool_or(false);
  reading.checks_back = reading.checks_back || kept["check-back"].bool_or(false);
  for (const auto& [tag, choice] : kept["languages"].members()) {
    if (reading.languages.size() >= kMostChoices) break;
    if (!model::parse_language(tag).known()) continue;
    if (choice.string_or({}) == kAlways) reading.languages.emplace(tag, LanguageChoice::Always);
    if (choice.string_or({}) == kNever) reading.languages.emplace(tag, LanguageChoice::Never);
  }
  std::vector<Phrase> phrases;
  for (const base::Json& one : kept["phrases"].items()) {
    if (phrases.size() >= kMostPhrases) break;
    if (std::optional<Phrase> phrase = read_phrase(one)) phrases.push_back(std::move(*phrase));
  }
  phrases.insert(phrases.end(), reading.phrases.begin(), reading.phrases.end());
  reading.phrases = std::move(phrases);
  wants_changed(state, context);
}

std::string write_phrases(const Reading& reading) {
  std::string out = "text,translation,language\r\n";
  for (const Phrase& phrase : reading.phrases) {
    out += quoted(phrase.text) + ',' + quoted(phrase.translation) + ',' + quoted(phrase.language) +
           "\r\n";
  }
  return out;
}

}  // namespace core
