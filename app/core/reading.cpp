#include "core/reading.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "base/json.h"
#include "core/feed_layout.h"
#include "core/feed_loading.h"
#include "core/keys.h"
#include "core/post_view.h"
#include "core/state.h"
#include "layout/text_part.h"
#include "model/detect.h"
#include "model/sentences.h"

namespace core {
namespace {

using layout::ReadingMode;
using model::Word;

// A longer text has its sounds only over the rows that are open: each is a text of its own to lay
// out.
constexpr std::size_t kBytesWithAids = 3000;
constexpr std::size_t kMostRomanizedBytes = 20'000;
constexpr float kSlowly = 0.6F;  // of the voice's own speed

// Of the opened post, where it can be trusted.
const Translated* body_translation(const State& state) {
  const PostView& view = state.post;
  if (!view.post || !wants_translation(state, *view.post)) return nullptr;
  const Translated* known = state.translation.texts.peek(text_key(view.post->id, TextPart::Body));
  const bool usable = known != nullptr && known->phase == Translated::Phase::Ready &&
                      known->verdict.level != translate::Level::Cannot;
  return usable ? known : nullptr;
}

bool shows_pinyin(const State& state) {
  return state.post.post && model::language_of(*state.post.post).primary == "zh" &&
         reading_mode(state) == ReadingMode::Sentences;
}

// A stretch of the original and what it became, in bytes of each.
struct Match {
  model::Sentence original;
  model::Sentence translated;
};

std::vector<model::Sentence> blocks_of(const model::RichText& text) {
  std::vector<model::Sentence> blocks;
  for (const model::Block& block : text.blocks) {
    if (block.end > block.begin) blocks.push_back({block.begin, block.end});
  }
  return blocks;
}

std::vector<model::Sentence> sentences_in(const model::RichText& text, model::Sentence part) {
  std::vector<model::Sentence> found =
      model::sentences_of(std::string_view(text.text).substr(part.begin, part.end - part.begin));
  for (model::Sentence& one : found) {
    one.begin += part.begin;
    one.end += part.begin;
  }
  return found;
}

// Side by side where both have as many parts; what a service has joined or split stays one.
std::vector<Match> match(const std::vector<model::Sentence>& original,
                         const std::vector<model::Sentence>& translated, Match whole) {
  if (original.size() != translated.size() || original.empty()) return {whole};
  std::vector<Match> matches;
  for (std::size_t i = 0; i < original.size(); ++i) matches.push_back({original[i], translated[i]});
  return matches;
}

std::vector<Match> matches_of(const model::RichText& original, const model::RichText& translated,
                              ReadingMode mode) {
  const Match whole{{0, static_cast<std::uint32_t>(original.text.size())},
                    {0, static_cast<std::uint32_t>(translated.text.size())}};
  std::vector<Match> paragraphs = match(blocks_of(original), blocks_of(translated), whole);
  if (mode == ReadingMode::Paragraphs) return paragraphs;
  std::vector<Match> sentences;
  for (const Match& paragraph : paragraphs) {
    for (const Match& one : match(sentences_in(original, paragraph.original),
                                  sentences_in(translated, paragraph.translated), paragraph)) {
      sentences.push_back(one);
    }
  }
  return sentences;
}

std::vector<layout::ReadingAid> aids_within(const std::vector<layout::ReadingAid>& aids,
                                            model::Sentence part) {
  std::vector<layout::ReadingAid> within;
  for (const layout::ReadingAid& aid : aids) {
    if (aid.begin < part.begin || aid.end > part.end) continue;
    within.push_back({aid.begin - part.begin, aid.end - part.begin, aid.sound});
  }
  return within;
}

std::vector<Phrase>::const_iterator find_phrase(const Reading& reading, const std::string& text) {
  return std::find_if(reading.phrases.begin(), reading.phrases.end(),
                      [&](const Phrase& phrase) { return phrase.text == text; });
}

void add_rows(const State& state, const Translated& known, layout::ReadingView& view) {
  const model::RichText& original = state.post.post->body;
  const std::vector<layout::ReadingAid>* aids = state.reading.aids.peek(original.text);
  const bool everywhere = original.text.size() <= kBytesWithAids;
  const bool by_sentence = view.mode == ReadingMode::Sentences;
  for (const Match& one : matches_of(original, known.text, view.mode)) {
    layout::ReadingRow row;
    row.text = layout::slice(original, one.original.begin, one.original.end);
    model::RichText translated =
        layout::slice(known.text, one.translated.begin, one.translated.end);
    row.same = translated.text == row.text.text;
    const bool opened = state.reading.open_rows.contains(static_cast<int>(view.rows.size()));
    row.open = !row.same && (!by_sentence || opened);
    if (row.open) row.translation = std::move(translated);
    if (by_sentence && aids != nullptr && (row.open || everywhere))
      row.aids = aids_within(*aids, one.original);
    row.saved = find_phrase(state.reading, row.text.text) != state.reading.phrases.end();
    view.rows.push_back(std::move(row));
  }
}

void choose_mode(State& state, Context& context, ReadingMode mode) {
  state.reading.mode = mode;
  state.address.reading = mode;
  set_parameter(state, context, "reading",
                mode == ReadingMode::Below ? "" : layout::reading_mode_name(mode));
  keep_reading(state, context);
}

void save_phrase(State& state, Context& context, const layout::ReadingRow& row) {
  std::vector<Phrase>& phrases = state.reading.phrases;
  const auto known = find_phrase(state.reading, row.text.text);
  if (known != phrases.end()) {
    phrases.erase(known);
  } else if (phrases.size() >= kMostPhrases) {
    toast(state, state.words.fill(Word::PhrasesFull, {{"n", std::to_string(kMostPhrases)}}));
    return;
  } else {
    phrases.push_back(
        {row.text.text, row.translation.text, state.post.reading.language, state.post.id});
  }
  keep_reading(state, context);
}

}  // namespace

LanguageChoice choice_of(const State& state, const model::Language& language) {
  const auto known = state.reading.languages.find(language.tag());
  return known == state.reading.languages.end() ? LanguageChoice::Ask : known->second;
}

void step_choice(State& state, Context& context, std::string_view tag) {
  const LanguageChoice now = choice_of(state, model::parse_language(tag));
  std::map<std::string, LanguageChoice>& choices = state.reading.languages;
  if (now == LanguageChoice::Never) {
    choices.erase(std::string(tag));
  } else {
    choices[std::string(tag)] =
        now == LanguageChoice::Ask ? LanguageChoice::Always : LanguageChoice::Never;
  }
  keep_reading(state, context);
  wants_changed(state, context);
}

bool translates_all(const State& state) {
  return state.address.auto_translate.value_or(state.reading.translates_all);
}

bool checks_back(const State& state) {
  return state.address.check_back.value_or(state.reading.checks_back);
}

ReadingMode reading_mode(const State& state) {
  return state.address.reading.value_or(state.reading.mode);
}

layout::ReadingView reading_view(const State& state, const layout::TranslationView& body) {
  layout::ReadingView view;
  const Translated* known = body_translation(state);
  if (known == nullptr) return view;
  const model::Words& words = state.words;
  view.mode = reading_mode(state);
  view.modes = {words[Word::ReadBelow], words[Word::ReadTranslation], words[Word::ReadParagraphs],
                words[Word::ReadSentences]};
  view.label = body.label;
  view.note = body.note;
  view.language = model::language_of(*state.post.post).tag();
  view.translation_language = known->to.tag();
  view.listen = words[Word::Listen];
  view.listen_slowly = words[Word::ListenSlowly];
  view.save = words[Word::SavePhrase];
  view.saved = words[Word::PhraseSaved];
  if (view.mode == ReadingMode::Paragraphs || view.mode == ReadingMode::Sentences)
    add_rows(state, *known, view);
  return view;
}

void prepare_reading(State& state, Context& context) {
  Reading& reading = state.reading;
  if (reading.post_id != state.post.id) {
    reading.post_id = state.post.id;
    reading.open_rows.clear();
    reading.romanizing.clear();
  }
  if (!shows_pinyin(state)) return;
  const std::string& text = state.post.post->body.text;
  if (text.size() > kMostRomanizedBytes || reading.romanizing == text ||
      reading.aids.find(text) != nullptr)
    return;
  reading.romanizing = text;
  context.effects.emplace_back(Romanize{text});
}

void press_reading(State& state, Context& context, std::string_view key) {
  const layout::ReadingView& view = state.post.reading;
  const std::size_t colon = key.rfind(':');
  const std::string_view what = key.substr(0, colon + 1);
  std::size_t index = 0;
  const std::string_view digits = key.substr(colon + 1);
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), index);
  if (error != std::errc() || end != digits.data() + digits.size()) return;
  if (what == keys::kReadMode) {
    if (index >= static_cast<std::size_t>(layout::kReadingModes)) return;
    choose_mode(state, context, static_cast<ReadingMode>(index));
  } else if (index >= view.rows.size()) {
    return;
  } else if (what == keys::kReadRow) {
    std::set<int>& open = state.reading.open_rows;
    const int row = static_cast<int>(index);
    if (open.erase(row) == 0) open.insert(row);
  } else if (what == keys::kReadAloud || what == keys::kReadSlowly) {
    context.effects.emplace_back(Speak{view.rows[index].text.text, view.language,
                                       what == keys::kReadSlowly ? kSlowly : 1.0F});
    return;
  } else if (what == keys::kReadSave) {
    save_phrase(state, context, view.rows[index]);
  }
  lay_out_post(state, context);
}

bool take_romanized(State& state, Context& context, const Romanized& event) {
  Reading& reading = state.reading;
  const auto parts = base::parse_json(event.parts);
  std::vector<layout::ReadingAid> aids;
  std::string text;
  for (const base::Json& part : parts ? parts.value().items() : std::vector<base::Json>{}) {
    const std::vector<base::Json>& pair = part.items();
    if (pair.size() != 2) continue;
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += pair[0].string_or({});
    const std::string_view sound = pair[1].string_or({});
    if (!sound.empty())
      aids.push_back({begin, static_cast<std::uint32_t>(text.size()), std::string(sound)});
  }
  if (text.empty() || text != reading.romanizing) {
    if (text.empty()) toast(state, state.words[Word::NoPinyin]);
    return true;
  }
  reading.aids.put(text, std::move(aids));
  reading.romanizing.clear();
  lay_out_post(state, context);
  return true;
}

bool take_no_voice(State& state, const NoVoice& event) {
  const model::Language language = model::parse_language(event.language);
  const std::string_view name = model::native_name(language);
  toast(state, state.words.fill(Word::NoVoice,
                                {{"language", name.empty() ? event.language : std::string(name)}}));
  return true;
}

}  // namespace core
