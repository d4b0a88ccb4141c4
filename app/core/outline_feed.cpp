#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "core/feed_layout.h"
#include "core/keys.h"
#include "core/outline_build.h"
#include "core/outline_nodes.h"
#include "core/translation_view.h"
#include "model/detect.h"

namespace core {
namespace {

// Browsers lay out elements up to some 16 million points (Firefox 17.8, Chromium 33.5). Beyond a
// part of that the scroller covers a stretch of the feed, which moves on in steps.
constexpr double kScrollerMost = 12'000'000;
constexpr double kScrollerStep = 4'000'000;
constexpr std::size_t kMaxArticles = 56;

Node article_node(const State& state, feed::EntryIndex entry, const model::Post& post,
                  const CardEntry& card) {
  const layout::Slot& slot = state.feed.waterfall.slot(entry);
  const std::string language = model::language_of(post).tag();
  Node article;
  article.key = keys::make(keys::kCardPrefix, post.id);
  article.role = Role::Article;
  article.name = article_name(post);
  article.description = article_description(state, post);
  article.rect = {state.shell.column_x(slot.column), 0, state.shell.column_width, slot.height};
  article.content_y = state.card_top(entry);
  article.data = {
      {"post-id", post.id}, {"lang", language}, {"column", std::to_string(slot.column)}};
  article.position = static_cast<int>(entry) + 1;
  article.set_size = state.feed.next_url.empty() && state.feed.phase == Phase::Ready
                         ? static_cast<int>(state.feed.store.size())
                         : -1;
  article.focusable = true;
  int text_index = 0;
  for (const layout::Box& box : card.boxes.boxes) {
    if (box.kind == layout::BoxKind::Picture) {
      article.children.push_back(
          image(article.key + ":img", picture_name(state, post, static_cast<std::size_t>(box.item)),
                box.rect));
    } else if (box.kind == layout::BoxKind::Text) {
      Node text = text_node(article.key + ":t" + std::to_string(text_index++),
                            card.boxes.texts[static_cast<std::size_t>(box.item)], box.rect);
      if (box.touch == layout::Touch::Translate) {
        article.children.push_back(
            translate_button(article.key, post.id, box.rect, state.words[model::Word::Translate]));
        continue;
      }
      if (box.touch == layout::Touch::Author) {
        text.lang.clear();
        Node author = button(keys::pressing(article.key + "/author",
                                            keys::make(keys::kAuthorPrefix, post.author.acct)),
                             post.author.name.text, box.rect);
        author.lines = text.lines;
        author.font_pt = text.font_pt;
        author.line_pt = text.line_pt;
        author.weight = text.weight;
        article.children.push_back(std::move(author));
        continue;
      }
      article.children.push_back(std::move(text));
    } else if (box.kind == layout::BoxKind::Touchable) {
      article.children.push_back(
          translate_button(article.key, post.id, box.rect, state.words[model::Word::ShowOriginal]));
    } else if (box.touch == layout::Touch::Reveal) {
      article.children.push_back(button(keys::make(keys::kRevealPrefix, post.id),
                                        state.words[model::Word::Show], box.rect));
    }
  }
  Node open = button(keys::pressing(article.key + "/open", article.key),
                     state.words[model::Word::Open], {0, std::max(0.0F, slot.height - 28), 56, 24});
  article.children.push_back(std::move(open));
  return article;
}

std::uint64_t article_revision(const State& state, feed::EntryIndex entry, const CardEntry& card) {
  const layout::Slot& slot = state.feed.waterfall.slot(entry);
  std::uint64_t hash = mix_hash(kHashStart, card.revision);
  hash = mix_hash(hash, entry);
  hash = mix_hash(hash, bits_of(state.card_top(entry)));
  hash = mix_hash(hash, bits_of(static_cast<double>(slot.height)));
  hash = mix_hash(hash, bits_of(static_cast<double>(state.shell.column_x(slot.column))));
  return mix_hash(hash, state.feed.next_url.empty() ? 1 : 0);
}

}  // namespace

double scroller_origin(const State& state) {
  if (content_height(state) <= kScrollerMost) return 0;
  const double wanted = state.feed.scroll_y - kScrollerMost / 2;
  return std::max(0.0, std::floor(wanted / kScrollerStep) * kScrollerStep);
}

double scroller_height(const State& state) {
  return std::min(content_height(state) - scroller_origin(state), kScrollerMost);
}

void write_feed_outline(const State& state, OutlineWriter& writer) {
  const float lab = state.shell.has_lab && !state.shell.compact ? state.shell.lab.w : 0;
  writer.surface({"feed",
                  {state.right_to_left() ? lab : 0, 0, state.window.w - lab, state.window.h},
                  scroller_height(state),
                  scroller_origin(state),
                  state.words[model::Word::Feed]});
  std::size_t written = 0;
  // On screen first: the limit cuts off what is farthest.
  const auto write = [&](feed::EntryIndex entry) {
    const model::Post* post = state.feed.store.post(entry);
    const CardEntry* card = laid_out_card(state, entry);
    if (post == nullptr || card == nullptr || written >= kMaxArticles) return;
    ++written;
    if (!writer.wants(keys::make(keys::kCardPrefix, post->id),
                      article_revision(state, entry, *card)))
      return;
    writer.put("feed", static_cast<int>(entry), article_node(state, entry, *post, *card));
  };
  for (const feed::EntryIndex entry : state.feed.visible) write(entry);
  for (const feed::EntryIndex entry : state.feed.prepared) {
    if (!std::binary_search(state.feed.visible.begin(), state.feed.visible.end(), entry))
      write(entry);
  }
}

}  // namespace core
