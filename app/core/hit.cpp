#include "core/hit.h"

#include <string_view>
#include <utility>

#include "core/feed_layout.h"
#include "core/keys.h"
#include "core/post_view.h"

namespace core {
namespace {

Hit hit_span(const model::Span& span) {
  switch (span.kind) {
    case model::SpanKind::Link:
      return {"", span.target};
    case model::SpanKind::Mention:
      return {keys::make(keys::kAuthorPrefix, span.label), ""};
    case model::SpanKind::Tag:
      return {keys::make(keys::kTopicPrefix, span.label), ""};
    case model::SpanKind::Plain:
    case model::SpanKind::Emoji:
      break;
  }
  return {};
}

// The run of a paragraph at a point within it; its tag names the span of the text it was built
// from.
std::uint16_t tag_at(const text::Paragraph& paragraph, base::Point at) {
  for (const text::Line& line : paragraph.lines) {
    if (at.y < line.top || at.y >= line.top + paragraph.line_height_pt) continue;
    for (std::uint32_t r = line.first_run; r < line.first_run + line.run_count; ++r) {
      const text::Run& run = paragraph.runs[r];
      if (at.x >= run.x + run.trim_start && at.x < run.x + run.width - run.trim_end) return run.tag;
    }
  }
  return 0;
}

Hit hit_feed(const State& state, base::Point at) {
  const double y = static_cast<double>(at.y) + state.feed.scroll_y;
  for (const feed::EntryIndex entry : state.feed.visible) {
    const layout::Slot& slot = state.feed.waterfall.slot(entry);
    const double top = state.card_top(entry);
    const float x = state.shell.column_x(slot.column);
    const base::Rect card{x, 0, state.shell.column_width, slot.height};
    const base::Point local{at.x - x, static_cast<float>(y - top)};
    if (!base::Rect{0, 0, card.w, card.h}.contains(local)) continue;
    const std::string& id = state.feed.store.id(entry);
    const CardEntry* laid_out = laid_out_card(state, entry);
    const model::Post* post = state.feed.store.post(entry);
    if (laid_out == nullptr || post == nullptr) return {};
    for (auto box = laid_out->boxes.boxes.rbegin(); box != laid_out->boxes.boxes.rend(); ++box) {
      if (box->touch == layout::Touch::None || !box->rect.contains(local)) continue;
      if (box->touch == layout::Touch::Reveal) return {keys::make(keys::kRevealPrefix, id), ""};
      if (box->touch == layout::Touch::Translate)
        return {keys::make(keys::kTranslatePrefix, id), ""};
      if (box->touch == layout::Touch::Author) {
        return {keys::make(keys::kAuthorPrefix, post->author.acct), ""};
      }
    }
    return {keys::make(keys::kCardPrefix, id), ""};
  }
  return {};
}

Hit hit_section(const State& state, const layout::Section& section, base::Point at) {
  const PostView& view = state.post;
  const model::Post* post = section_post(view, section);
  if (post == nullptr) return {};
  for (std::uint32_t b = section.first_box; b < section.first_box + section.box_count; ++b) {
    const layout::Box& box = view.page.boxes.boxes[b];
    if (!box.rect.contains(at)) continue;
    if (std::string key = touch_key(box, *post); !key.empty()) return {std::move(key), ""};
    if (box.kind != layout::BoxKind::Text) continue;
    const layout::TextBlock& text = view.page.boxes.texts[static_cast<std::size_t>(box.item)];
    const std::uint16_t tag = tag_at(text.paragraph, {at.x - box.rect.x, at.y - box.rect.y});
    if (const model::Span* span = text.span_of(tag)) return hit_span(*span);
  }
  return {};
}

Hit hit_post(const State& state, base::Point at) {
  const PostView& view = state.post;
  if (view.zoom.open) return {};
  if (!view.page.sheet.contains(at)) return {std::string(keys::kPostClose), ""};
  const base::Point content{at.x - view.page.scroller.x,
                            at.y - view.page.scroller.y + static_cast<float>(view.scroll_y)};
  const base::Point in_media = view.page.media_in_page ? content : at;
  if (view.page.media.h > 0 && view.page.media.contains(in_media)) {
    return {std::string(view.revealed || !view.post ||
                                (!view.post->sensitive && view.post->warning.empty())
                            ? keys::kPostMedia
                            : keys::kPostReveal),
            ""};
  }
  if (!view.page.scroller.contains(at)) return {};
  for (const layout::Section& section : view.page.sections) {
    if (content.y >= section.top && content.y < section.bottom)
      return hit_section(state, section, content);
  }
  return {};
}

// Beside an open sheet a tap closes it; what is on it are nodes of the outline.
Hit hit_sheet(const State& state, base::Point at) {
  for (const ControlGroup& group : state.controls) {
    if (group.kind == GroupKind::Sheet && group.ground.contains(at)) return {};
  }
  return {std::string(keys::kSheetClose), ""};
}

}  // namespace

std::string touch_key(const layout::Box& box, const model::Post& post) {
  using layout::Touch;
  const auto of_row = [&](std::string_view prefix) {
    return keys::make(prefix, std::to_string(box.target));
  };
  switch (box.touch) {
    case Touch::Author:
      return keys::make(keys::kAuthorPrefix, post.author.acct);
    case Touch::Toggle:
      return keys::make(keys::kUnfoldPrefix, post.id);
    case Touch::Translate:
      return keys::make(keys::kTranslatePrefix, post.id);
    case Touch::Reveal:
      return std::string(keys::kPostReveal);
    case Touch::Link:
      return std::string(keys::kPostLink);
    case Touch::ReadingMode:
      return of_row(keys::kReadMode);
    case Touch::Sentence:
      return of_row(keys::kReadRow);
    case Touch::Listen:
      return of_row(keys::kReadAloud);
    case Touch::ListenSlowly:
      return of_row(keys::kReadSlowly);
    case Touch::SavePhrase:
      return of_row(keys::kReadSave);
    case Touch::None:
    case Touch::Open:
    case Touch::Media:
      break;
  }
  return "";
}

Hit hit_test(const State& state, base::Point at) {
  if (state.show_keys) return {std::string(keys::kHelpClose), ""};
  if (state.sheet != Sheet::None) return hit_sheet(state, at);
  if (state.post.open()) return hit_post(state, at);
  if (state.lab.open && state.shell.lab.contains(at)) return {};
  if (at.y < state.shell.header.h || at.y >= state.shell.feed_bottom)
    return {};  // its controls are nodes of the outline
  return hit_feed(state, at);
}

}  // namespace core
