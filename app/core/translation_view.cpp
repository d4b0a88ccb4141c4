#include "core/translation_view.h"

#include <utility>

#include "core/post_view.h"
#include "core/translation.h"
#include "layout/text_part.h"
#include "model/detect.h"
#include "translate/slang.h"

namespace core {
namespace {

using layout::TranslationStage;
using layout::TranslationView;
using model::Word;

constexpr std::size_t kMostSlangNotes = 3;

Word level_word(translate::Level level) {
  switch (level) {
    case translate::Level::Good:
      return Word::VerdictGood;
    case translate::Level::Check:
      return Word::VerdictCheck;
    case translate::Level::Cannot:
      break;
  }
  return Word::VerdictCannot;
}

std::string route_of(const State& state, const model::Post& post) {
  const model::Language from = model::language_of(post);
  return (from.known() ? model::chip_label(from) + " → " : std::string("→ ")) +
         model::chip_label(state.reader());
}

std::string reasons_of(const translate::Verdict& verdict, const model::Words& words) {
  std::string text;
  for (const translate::Reason& reason : verdict.reasons) {
    if (!text.empty()) text += "; ";
    text += translate::reason_text(reason, words);
  }
  return text;
}

// What known slang of the original means, a line for each: where there is a note in the reader's
// language.
void add_slang(const State& state, const Translated& known, const model::Language& language,
               std::string& note) {
  const bool chinese = state.reader().primary == "zh";
  if (!has_slang_notes(state.reader())) return;
  std::size_t shown = 0;
  for (const translate::FoundSlang& found :
       translate::find_slang(state.translation.slang, known.source, language)) {
    if (++shown > kMostSlangNotes) break;
    if (!note.empty()) note += '\n';
    note += state.words.fill(Word::SlangNote,
                             {{"term", found.note->term},
                              {"meaning", chinese ? found.note->chinese : found.note->english}});
  }
}

enum class Detail : std::uint8_t { Short, Long };  // Long: also by whom

TranslationView view_of(const State& state, const model::Post& post, const std::string& key,
                        Detail detail) {
  const Translation& it = state.translation;
  const model::Words& words = state.words;
  TranslationView view;
  if (it.engine.services().empty()) return view;
  if (!wants_translation(state, post)) {
    const bool unknown = !model::language_of(post).known() && model::has_words(post.body);
    if (!unknown && !is_foreign(state, post)) return view;
    view.stage = TranslationStage::Offered;
    view.label = words[Word::Translate];
    return view;
  }
  const Translated* known = it.texts.peek(key);
  view.label = route_of(state, post);
  if (known == nullptr || known->phase == Translated::Phase::Waiting) {
    view.stage = TranslationStage::Waiting;
    view.label += " · " + words[Word::Translating];
    return view;
  }
  const bool cannot = known->verdict.level == translate::Level::Cannot;
  if (known->phase == Translated::Phase::Failed || cannot) {
    view.stage = TranslationStage::Refused;
    view.label += " · " + words[Word::VerdictCannot];
    if (known->error) {
      view.note = translate::error_text(*known->error, words).why;
    } else {
      const bool answered = known->phase == Translated::Phase::Ready;
      view.note = words.fill(answered ? Word::NotTrusted : Word::WrittenToFail,
                             {{"reasons", reasons_of(known->verdict, words)}});
    }
    return view;
  }
  view.stage = TranslationStage::Shown;
  view.label += " · " + words[level_word(known->verdict.level)];
  if (detail == Detail::Long && !known->service.empty())
    view.label += " · " + std::string(translate::service_text(known->service, words));
  view.text = known->text;
  view.language = known->to.tag();
  if (known->verdict.level == translate::Level::Check)
    view.note = reasons_of(known->verdict, words);
  add_slang(state, *known, model::language_of(post), view.note);
  return view;
}

// The part of a whole post's translation that a card shows: the title, where the post has one.
model::RichText head_of_translation(const model::Post& post, const model::RichText& text) {
  if (layout::split_headline(post.body).title.empty() || text.blocks.size() < 2) return text;
  return layout::slice(text, text.blocks[0].begin, text.blocks[0].end);
}

}  // namespace

TranslationView card_translation(const State& state, const model::Post& post, Veil veil) {
  if (veil == Veil::Drawn) {
    if (post.warning.empty()) return {};
    return view_of(state, post, text_key(post.id, TextPart::Warning), Detail::Short);
  }
  const std::string body = text_key(post.id, TextPart::Body);
  const bool whole = state.translation.texts.peek(body) != nullptr;
  TranslationView view =
      view_of(state, post, whole ? body : text_key(post.id, TextPart::Head), Detail::Short);
  if (view.stage == TranslationStage::Shown) {
    view.text = layout::flatten(whole ? head_of_translation(post, view.text) : view.text);
    // A title's weight is the original's: beside it the translation is read as text.
    for (model::Span& span : view.text.spans) span.emphasis.strong = false;
  }
  return view;
}

layout::Translations page_translations(const State& state) {
  layout::Translations all;
  const PostView& page = state.post;
  const auto add = [&](const model::Post& post) {
    all.bodies[post.id] = view_of(state, post, text_key(post.id, TextPart::Body), Detail::Long);
    if (!post.warning.empty()) {
      all.warnings[post.id] =
          view_of(state, post, text_key(post.id, TextPart::Warning), Detail::Short);
    }
  };
  if (!page.post) return all;
  add(*page.post);
  for (const model::Post& ancestor : page.thread.ancestors) add(ancestor);
  for (const model::Post& comment : page.thread.descendants) add(comment);
  if (page.post->poll.empty() || !wants_translation(state, *page.post)) return all;
  for (std::size_t i = 0; i < page.post->poll.front().options.size(); ++i) {
    const Translated* known =
        state.translation.texts.peek(text_key(page.post->id, TextPart::Option, i));
    if (known == nullptr || known->phase != Translated::Phase::Ready) {
      all.poll_options.clear();
      return all;
    }
    all.poll_options.push_back(known->text.text);
  }
  return all;
}

PictureName picture_name(const State& state, const model::Post& post, std::size_t media_index) {
  const model::Media& media = post.media[media_index];
  if (media.description.empty()) return {state.words[Word::NoDescription], ""};
  const Translated* known =
      state.translation.texts.peek(text_key(post.id, TextPart::Description, media_index));
  if (known != nullptr && known->phase == Translated::Phase::Ready &&
      wants_translation(state, post)) {
    return {known->text.text, known->to.tag()};
  }
  return {media.description, model::language_of(post).tag()};
}

}  // namespace core
