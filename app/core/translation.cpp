#include "core/translation.h"

#include <algorithm>
#include <utility>

#include "core/feed_layout.h"
#include "core/feed_loading.h"
#include "core/post_view.h"
#include "core/state.h"
#include "core/wishes.h"
#include "layout/text_part.h"
#include "model/detect.h"
#include "sources/html_text.h"

namespace core {
namespace {

using translate::Urgency;

constexpr const char* kSlangNotes = "slang.json";  // beside the page
constexpr std::string_view kBack = " back";        // a text's key ends in the name of its part
constexpr double kKeepAfterMs = 3000;              // written once a burst of translations is over

// A server's own translation comes as HTML; what the original knows of emoji and mentions is
// written in the same way again.
model::RichText read_html(std::string_view html, const model::RichText& original) {
  std::vector<sources::CustomEmoji> emojis;
  std::vector<sources::KnownMention> mentions;
  for (const model::Span& span : original.spans) {
    const std::string text = original.text.substr(span.begin, span.end - span.begin);
    if (span.kind == model::SpanKind::Emoji && text.size() > 2)
      emojis.push_back({text.substr(1, text.size() - 2), span.target});
    if (span.kind == model::SpanKind::Mention) mentions.push_back({span.target, span.label});
  }
  return sources::parse_html(html, emojis, mentions);
}

bool is_bogus(std::string_view sent, std::string_view answer, const translate::Pair& pair) {
  const translate::Verdict verdict = translate::judge_answer(
      {.source = sent, .text = answer, .from = pair.source, .to = pair.target});
  return std::any_of(verdict.reasons.begin(), verdict.reasons.end(), [](const auto& reason) {
    using Kind = translate::ReasonKind;
    return reason.kind == Kind::ServiceError || reason.kind == Kind::EmptyAnswer ||
           reason.kind == Kind::EmojiOnly;
  });
}

std::vector<translate::Service> services_of(const State& state) {
  const bool embedded = demo::Server::answers(state.address.source.place.base);
  std::vector<translate::Service> services =
      state.address.translate.value_or(std::vector<translate::Service>{
          {.kind = embedded ? translate::ServiceKind::Demo : translate::ServiceKind::Mastodon}});
  for (translate::Service& service : services) {
    service.key = key_of(state.translation.keys, service);
  }
  return services;
}

bool view_changed(const State& state) {
  const Translation& it = state.translation;
  return it.changed || it.seen_visible != state.feed.visible ||
         it.seen_prepared != state.feed.prepared;
}

std::string_view post_of(std::string_view key) { return key.substr(0, key.rfind('/')); }

void lay_out_again(State& state, Context& context, std::string_view post_id) {
  if (const auto entry = state.feed.store.find(post_id)) forget_card(state, context, *entry);
}

void wish_for_view(State& state, Context& context) {
  Translation& it = state.translation;
  if (!state.post.open() && !view_changed(state)) return;
  it.changed = false;
  it.seen_visible = state.feed.visible;
  it.seen_prepared = state.feed.prepared;
  Wishes round(state);
  const auto want = [&](feed::EntryIndex entry, Urgency urgency) {
    const model::Post* post = state.feed.store.post(entry);
    if (post == nullptr) return;
    const bool veiled =
        (post->sensitive || !post->warning.empty()) && !state.feed.revealed.contains(entry);
    round.want_card(*post, urgency, veiled);
  };
  if (state.post.open()) round.want_page(state.post);
  for (const feed::EntryIndex entry : state.feed.visible) {
    want(entry, state.post.open() ? Urgency::Near : Urgency::Visible);
  }
  for (const feed::EntryIndex entry : state.feed.prepared) {
    if (state.card_top(entry) < state.feed.scroll_y) continue;  // scrolled past
    if (!std::binary_search(state.feed.visible.begin(), state.feed.visible.end(), entry))
      want(entry, Urgency::Near);
  }
  for (const std::string& id : round.finish()) lay_out_again(state, context, id);
}

// The translation of a translation. Where no service can, it stands as it was judged.
void take_back(State& state, Context& context, std::string_view key,
               const translate::Outcome& outcome) {
  Translated* known = state.translation.texts.find(std::string(key));
  if (known == nullptr || known->phase != Translated::Phase::Ready) return;
  using Kind = translate::TranslateError::Kind;
  // The reader may still let the browser fetch what it needs.
  known->checked_back = !outcome.error || outcome.error->kind != Kind::NeedsGesture;
  if (outcome.error) return;
  translate::Verdict verdict = translate::join_verdicts(
      known->verdict, translate::judge_round_trip(known->source, outcome.text.text));
  if (verdict == known->verdict) return;
  known->verdict = std::move(verdict);
  lay_out_again(state, context, post_of(key));
}

void take_outcome(State& state, Context& context, translate::Outcome outcome) {
  if (outcome.key.ends_with(kBack)) {
    const std::string_view key(outcome.key);
    take_back(state, context, key.substr(0, key.size() - kBack.size()), outcome);
    return;
  }
  Translated* known = state.translation.texts.find(outcome.key);
  if (known == nullptr) return;
  if (outcome.error) {
    known->phase = Translated::Phase::Failed;
    known->error = std::move(outcome.error);
  } else {
    const model::Language from = outcome.pair.source;
    known->phase = Translated::Phase::Ready;
    known->service = std::move(outcome.service);
    known->text = std::move(outcome.text);
    known->verdict = translate::join_verdicts(
        known->verdict,
        translate::judge_answer(
            {.source = known->source, .text = known->text.text, .from = from, .to = known->to}));
    if (checks_back(state)) state.translation.changed = state.needs_frame = true;
  }
  lay_out_again(state, context, post_of(outcome.key));
}

void ask_for_slang(State& state, Context& context) {
  Translation& it = state.translation;
  if (it.slang_request != 0 || !has_slang_notes(state.reader())) return;
  it.slang_request = ++state.last_request;
  context.effects.emplace_back(ports::HttpRequest{.id = it.slang_request, .url = kSlangNotes});
}

void keep_cache(State& state, Context& context) {
  Translation& it = state.translation;
  if (it.engine.cache().revision() == it.kept_revision) return;
  if (it.keep_at_ms == 0) it.keep_at_ms = state.now_ms + kKeepAfterMs;
  if (state.now_ms < it.keep_at_ms) return;
  it.keep_at_ms = 0;
  it.kept_revision = it.engine.cache().revision();
  context.effects.emplace_back(KeepText{std::string(kKeptTranslations), it.engine.cache().write()});
}

}  // namespace

bool has_slang_notes(const model::Language& reader) {
  return reader.primary == "zh" || reader.primary == "en";
}

std::string text_key(std::string_view post_id, TextPart part, std::size_t index) {
  static constexpr std::string_view kNames[] = {"head", "body", "warning", "alt", "option"};
  std::string key =
      std::string(post_id) + "/" + std::string(kNames[static_cast<std::size_t>(part)]);
  if (part == TextPart::Description || part == TextPart::Option) key += std::to_string(index);
  return key;
}

std::string back_key(std::string_view text_key) {
  return std::string(text_key) + std::string(kBack);
}

model::RichText head_of(const model::Post& post) {
  const layout::Headline headline = layout::split_headline(post.body);
  if (!headline.title.empty()) return headline.title;
  std::uint32_t end = 0;
  for (const model::Block& block : post.body.blocks) {
    if (end > 0 && block.end > kHeadBytes) break;
    end = block.end;
  }
  return end == 0 ? post.body : layout::slice(post.body, 0, end);
}

bool is_foreign(const State& state, const model::Post& post) {
  const model::Language language = model::language_of(post);
  if (!language.known() || choice_of(state, language) == LanguageChoice::Never) return false;
  return !state.reads(language);
}

bool wants_translation(const State& state, const model::Post& post) {
  const Translation& it = state.translation;
  if (it.engine.services().empty() || it.hidden.contains(post.id)) return false;
  if (it.asked.contains(post.id)) return true;
  const bool unasked =
      translates_all(state) || choice_of(state, model::language_of(post)) == LanguageChoice::Always;
  return unasked && is_foreign(state, post);
}

translate::EngineHooks translation_hooks() { return {read_html, is_bogus}; }

void start_translation(State& state) {
  state.translation.asked.clear();
  state.translation.hidden.clear();
  state.translation.keys.entering.reset();
  ask_services_again(state);
}

void ask_services_again(State& state) {
  Translation& it = state.translation;
  it.engine.drop_all();
  it.engine.set_services(services_of(state));
  it.texts.clear();
  it.wished.clear();
  it.changed = true;
}

void update_translation(State& state, Context& context) {
  Translation& it = state.translation;
  if (it.engine.services().empty()) return;
  wish_for_view(state, context);
  it.wake_at_ms = 0;
  translate::EngineStep step = it.engine.step(state.wall_ms());
  for (ports::HttpRequest& request : step.requests) {
    dispatch_request(state, context, std::move(request));
  }
  for (ports::BrowserTranslate& request : step.browser)
    context.effects.emplace_back(std::move(request));
  for (const translate::TranslateError& notice : step.notices)
    toast(state, translate::in_words(notice, state.words));
  const bool any = !step.outcomes.empty();
  if (any) ask_for_slang(state, context);
  for (translate::Outcome& outcome : step.outcomes)
    take_outcome(state, context, std::move(outcome));
  if (any) lay_out_post(state, context);
  if (step.wake_in_ms >= 0) it.wake_at_ms = state.now_ms + std::max(1.0, step.wake_in_ms);
  keep_cache(state, context);
}

void toggle_translation(State& state, Context& context, std::string_view post_id) {
  Translation& it = state.translation;
  const std::string id(post_id);
  const auto entry = state.feed.store.find(id);
  const model::Post* post = entry ? state.feed.store.post(*entry) : nullptr;
  if (state.post.open()) {
    for (const layout::Section& section : state.post.page.sections) {
      const model::Post* one = section_post(state.post, section);
      if (one != nullptr && one->id == id) post = one;
    }
  }
  if (post == nullptr) return;
  if (wants_translation(state, *post)) {
    it.asked.erase(id);
    it.hidden.insert(id);
  } else {
    it.hidden.erase(id);
    it.asked.insert(id);
    // A press of the reader's: the browser may fetch what it needs for these two languages.
    it.engine.allow_download({model::language_of(*post), state.reader()});
    if (checks_back(state)) it.engine.allow_download({state.reader(), model::language_of(*post)});
    // What failed is tried again by who asks again.
    for (const TextPart part : {TextPart::Head, TextPart::Body, TextPart::Warning}) {
      const Translated* known = it.texts.peek(text_key(id, part));
      if (known != nullptr && known->phase == Translated::Phase::Failed && known->error)
        it.texts.erase(text_key(id, part));
    }
  }
  it.changed = true;
  wish_for_view(state, context);
  lay_out_again(state, context, id);
  lay_out_post(state, context);
  state.needs_frame = true;
}

void toggle_auto(State& state, Context& context) {
  const bool all = !translates_all(state);
  if (all) state.translation.hidden.clear();
  state.address.auto_translate = all;
  set_parameter(state, context, "auto", all ? "all" : "");
  state.reading.translates_all = all;
  keep_reading(state, context);
  wants_changed(state, context);
}

void toggle_check_back(State& state, Context& context) {
  const bool checks = !checks_back(state);
  state.address.check_back = checks;
  set_parameter(state, context, "check", checks ? "back" : "");
  state.reading.checks_back = checks;
  keep_reading(state, context);
  state.translation.changed = true;
  state.needs_frame = true;
}

void wants_changed(State& state, Context& context) {
  state.translation.changed = true;
  wish_for_view(state, context);
  update_shell(state, context, Relayout::Always);
  lay_out_post(state, context);
}

void clear_translations(State& state, Context& context) {
  Translation& it = state.translation;
  it.engine.cache().clear();
  it.keep_at_ms = state.now_ms;
  it.texts.clear();
  it.wished.clear();
  it.engine.drop_all();
  it.asked.clear();
  it.changed = true;
  toast(state, state.words[model::Word::TranslationsCleared]);
  update_shell(state, context, Relayout::Always);
  lay_out_post(state, context);
}

bool take_translation_reply(State& state, Context& context, const ports::HttpReply& reply) {
  if (reply.id != 0 && reply.id == state.translation.slang_request) {
    // Without them translations stand without notes.
    state.translation.slang = translate::read_slang(reply.body);
    wants_changed(state, context);
    return true;
  }
  if (!state.translation.engine.take(reply, state.wall_ms())) return false;
  state.needs_frame = true;
  return true;
}

bool take_translation_reply(State& state, const ports::BrowserTranslated& reply) {
  if (!state.translation.engine.take(reply, state.wall_ms())) return false;
  state.needs_frame = true;
  return true;
}

void take_kept_translations(State& state, std::string_view json) {
  Translation& it = state.translation;
  translate::Cache& cache = it.engine.cache();
  const bool all_is_kept = cache.revision() == it.kept_revision;
  if (cache.read(json) == 0) cache.clear();  // by another tab's reader
  if (all_is_kept) it.kept_revision = cache.revision();
  state.needs_frame = true;
}

}  // namespace core
