#include "core/wishes.h"

#include <algorithm>
#include <utility>

#include "core/post_view.h"
#include "model/detect.h"
#include "model/sentences.h"

namespace core {
namespace {

using translate::Urgency;

// How sure it must be that a passage is in another language than its post.
constexpr float kSureOfPassage = 0.5F;

bool has_server_first(const State& state) {
  const auto& services = state.translation.engine.services();
  return !services.empty() && services.front().kind == translate::ServiceKind::Mastodon;
}

// A server translates whole posts, so does the embedded translator know them.
TextPart card_part(const State& state, const model::Post& post) {
  const bool whole = has_server_first(state) || post.body.text.size() <= kHeadBytes;
  return whole ? TextPart::Body : TextPart::Head;
}

translate::StatusRef status_of(const State& state, const model::Post& post, TextPart part,
                               std::size_t index) {
  using Part = translate::StatusPart;
  translate::StatusRef status{.server = state.address.source.place.base, .id = post.id};
  switch (part) {
    case TextPart::Head:
    case TextPart::Body:
      break;
    case TextPart::Warning:
      status.part = Part::Warning;
      break;
    case TextPart::Description:
      status.part = Part::Description;
      status.media_id = post.media[index].id;
      break;
    case TextPart::Option:
      status.part = Part::Option;
      status.option = index;
      break;
  }
  return status;
}

model::RichText text_of(const model::Post& post, TextPart part, std::size_t index) {
  switch (part) {
    case TextPart::Head:
      return head_of(post);
    case TextPart::Body:
      return post.body;
    case TextPart::Warning:
      return model::plain_text(post.warning);
    case TextPart::Description:
      return model::plain_text(post.media[index].description);
    case TextPart::Option:
      return model::plain_text(post.poll.front().options[index].title);
  }
  return {};
}

// Line by line: what stays untouched ends with its line.
void add_lines(std::string_view text, translate::Range range,
               std::vector<translate::Range>& lines) {
  for (const model::Sentence& one :
       model::sentences_of(text.substr(range.begin, range.end - range.begin))) {
    lines.push_back({range.begin + one.begin, range.begin + one.end});
  }
}

bool is_within_token(const model::RichText& rich, const model::Passage& passage) {
  return std::any_of(rich.spans.begin(), rich.spans.end(), [&](const model::Span& span) {
    return span.kind != model::SpanKind::Plain && span.begin <= passage.begin &&
           span.end >= passage.end;
  });
}

// What the markup marks as nobody's to translate, or as another language's than the rest.
void add_marked(const model::RichText& rich, const model::Language& from,
                std::vector<translate::Range>& untouched) {
  const auto is_other = [&](const model::Passage& passage) {
    const model::Language marked = model::parse_language(passage.language);
    return marked.known() && from.known() && !model::same_language(marked, from);
  };
  std::size_t others = 0;
  for (const model::Passage& passage : rich.passages)
    others += is_other(passage) ? passage.end - passage.begin : 0;
  // Line ends are in no passage.
  const bool all_other = others + 3 * rich.passages.size() >= rich.text.size();
  for (const model::Passage& passage : rich.passages) {
    const bool marked = passage.language.empty() || (is_other(passage) && !all_other);
    // A server marks its mentions so too, which come through anyhow.
    if (marked && !is_within_token(rich, passage))
      add_lines(rich.text, {passage.begin, passage.end}, untouched);
  }
}

// Besides, passages that the reader can read, or in another script than the post's language: an
// exam question in English within a Chinese post. A translator that is told the post's language
// would spoil them.
std::vector<translate::Range> untouched_in(const State& state, const model::RichText& rich,
                                           const model::Language& from) {
  const std::string_view text = rich.text;
  std::vector<translate::Range> untouched;
  add_marked(rich, from, untouched);
  if (!from.known()) return untouched;
  for (const model::LanguageRun& run : model::detect_sentences(text, from)) {
    const model::Language& language = run.detection.language;
    if (!language.known() || run.detection.confidence < kSureOfPassage ||
        model::same_language(language, from))
      continue;
    if (state.reads(language) || model::script_contradicts(from, language))
      add_lines(text, {run.begin, run.end}, untouched);
  }
  return untouched;
}

}  // namespace

void Wishes::want(const model::Post& post, TextPart part, std::size_t index, Urgency urgency) {
  const std::string key = text_key(post.id, part, index);
  if (it_.asked.contains(post.id)) urgency = Urgency::Asked;
  wished_[key] = urgency;
  const Translated* known = it_.texts.find(key);
  const bool is_new = known == nullptr;
  if (!is_new && known->phase != Translated::Phase::Waiting) {
    want_back(key, *known, model::language_of(post));
    return;
  }
  const auto before = it_.wished.find(key);
  if (before != it_.wished.end() && before->second == urgency) return;
  model::RichText text = text_of(post, part, index);
  if (text.empty()) return;
  const model::Language from = model::language_of(post);
  if (is_new) {
    Translated waiting{.source = text.text, .to = state_.reader()};
    waiting.verdict = translate::judge_source(text.text, from);
    if (waiting.verdict.level == translate::Level::Cannot)
      waiting.phase = Translated::Phase::Failed;
    const bool refused = waiting.phase == Translated::Phase::Failed;
    if (!refused) waiting.untouched = untouched_in(state_, text, from);
    it_.texts.put(key, std::move(waiting));
    if (refused) {
      refused_.push_back(post.id);
      return;
    }
  }
  it_.engine.want({.key = key,
                   .text = std::move(text),
                   .untouched = it_.texts.find(key)->untouched,
                   .pair = {from, state_.reader()},
                   .urgency = urgency,
                   .status = status_of(state_, post, part, index)});
}

void Wishes::want_back(const std::string& key, const Translated& known,
                       const model::Language& from) {
  const bool usable = known.phase == Translated::Phase::Ready && from.known() &&
                      known.verdict.level != translate::Level::Cannot;
  // What was left as it is would come back translated.
  const bool whole = known.untouched.empty();
  if (!usable || !whole || known.checked_back || !checks_back(state_)) return;
  const std::string back = back_key(key);
  wished_[back] = Urgency::Near;
  if (it_.wished.contains(back)) return;
  it_.engine.want(
      {.key = back, .text = known.text, .pair = {known.to, from}, .urgency = Urgency::Near});
}

void Wishes::want_card(const model::Post& post, Urgency urgency, bool veiled) {
  if (!wants_translation(state_, post)) return;
  if (veiled && !post.warning.empty()) {
    want(post, TextPart::Warning, 0, urgency);
  } else if (!veiled) {
    want(post, card_part(state_, post), 0, urgency);
  }
}

void Wishes::want_page(const PostView& view) {
  for (const layout::Section& section : view.page.sections) {
    const model::Post* post = section_post(view, section);
    if (post == nullptr || !wants_translation(state_, *post)) continue;
    const double top = static_cast<double>(section.top) - view.scroll_y;
    const double bottom = static_cast<double>(section.bottom) - view.scroll_y;
    const double screen = static_cast<double>(view.page.scroller.h);
    if (bottom < -screen || top > 2 * screen) continue;
    want_section(*post, section, bottom > 0 && top < screen ? Urgency::Visible : Urgency::Near);
  }
}

void Wishes::want_section(const model::Post& post, const layout::Section& section,
                          Urgency urgency) {
  want(post, TextPart::Body, 0, urgency);
  if (!post.warning.empty()) want(post, TextPart::Warning, 0, urgency);
  if (section.kind != layout::Section::Kind::Post) return;
  for (std::size_t i = 0; i < post.media.size(); ++i) {
    if (!post.media[i].description.empty()) want(post, TextPart::Description, i, urgency);
  }
  if (post.poll.empty()) return;
  for (std::size_t i = 0; i < post.poll.front().options.size(); ++i)
    want(post, TextPart::Option, i, urgency);
}

std::vector<std::string> Wishes::finish() {
  for (const auto& [key, urgency] : it_.wished) {
    if (wished_.contains(key)) continue;
    it_.engine.drop(key);
    const Translated* waiting = it_.texts.peek(key);
    if (waiting != nullptr && waiting->phase == Translated::Phase::Waiting) it_.texts.erase(key);
  }
  it_.wished = std::move(wished_);
  return std::move(refused_);
}

}  // namespace core
