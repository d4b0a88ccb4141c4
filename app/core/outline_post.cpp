#include <string>
#include <utility>

#include "core/hit.h"
#include "core/keys.h"
#include "core/outline_build.h"
#include "core/outline_nodes.h"
#include "core/post_view.h"
#include "model/detect.h"

namespace core {
namespace {

using model::Word;

// The words over the comments and in their place: how many, that they are loading, why there are
// none.
void write_comments_heading(const PostView& view, const layout::Section& section, int order,
                            OutlineWriter& writer) {
  Node node;
  node.key = "post:comments";
  if (!writer.wants(node.key, view.revision)) return;
  node.role = Role::Group;
  node.rect = {0, section.top, view.page.scroller.w, section.bottom - section.top};
  for (std::uint32_t b = section.first_box; b < section.first_box + section.box_count; ++b) {
    const layout::Box& box = view.page.boxes.boxes[b];
    if (box.kind != layout::BoxKind::Text) continue;
    node.children.push_back(text_node(node.key + ":" + std::to_string(b),
                                      view.page.boxes.texts[static_cast<std::size_t>(box.item)],
                                      box.rect.moved(0, -section.top)));
  }
  writer.put("post", order, node);
}

// Its rows come and go with what is open: their keys are not those of their boxes.
bool is_of_reading(const layout::Box& box) { return box.touch >= layout::Touch::ReadingMode; }
bool has_state(const layout::Box& box) {
  return box.touch == layout::Touch::ReadingMode || box.touch == layout::Touch::SavePhrase;
}

std::string sentence_name(const State& state, const layout::Box& box) {
  return state.words.fill(box.current ? Word::HideSentence : Word::TranslateSentence,
                          {{"n", std::to_string(box.target + 1)}});
}

}  // namespace

void write_post_outline(const State& state, OutlineWriter& writer) {
  const PostView& view = state.post;
  if (!view.open()) return;
  const layout::PostPage& page = view.page;
  writer.surface(
      {"post", page.scroller, static_cast<double>(page.boxes.size.h), 0, state.words[Word::Post]});
  if (!view.post) return;
  const auto order_of = [](std::size_t section) { return static_cast<int>(section) + 10; };
  if (!view.post->media.empty() && writer.wants("post:picture", view.revision)) {
    const model::Media& media = view.post->media[view.media_index];
    Node node =
        image("post:picture", picture_name(state, *view.post, view.media_index), page.media);
    Node zoom =
        button(keys::pressing("post:picture/zoom", keys::kPostMedia),
               state.words[media.kind == model::MediaKind::Image ? Word::Enlarge : Word::Play],
               {0, 0, page.media.w, page.media.h});
    Node group;
    group.key = "post:picture";
    group.role = Role::Group;
    group.rect = page.media;
    node.key += "/img";
    node.rect = {0, 0, page.media.w, page.media.h};
    group.children = {std::move(node), std::move(zoom)};
    writer.put(page.media_in_page ? "post" : "window", page.media_in_page ? 5 : -1, group);
  }
  for (std::size_t s = 0; s < page.sections.size(); ++s) {
    const layout::Section& section = page.sections[s];
    const double screen = static_cast<double>(state.window.h);
    if (static_cast<double>(section.bottom) < view.scroll_y - screen ||
        static_cast<double>(section.top) > view.scroll_y + 2 * screen) {
      continue;
    }
    if (section.kind == layout::Section::Kind::Comments) {
      write_comments_heading(view, section, order_of(s), writer);
      continue;
    }
    const model::Post* post = section_post(view, section);
    if (post == nullptr) continue;
    const bool main = section.kind == layout::Section::Kind::Post;
    Node node;
    node.key = keys::make(main ? "p:" : keys::kCommentPrefix, post->id);
    if (!writer.wants(node.key, mix_hash(view.revision, s))) continue;
    node.role = Role::Article;
    node.name = article_name(*post);
    node.description = article_description(state, *post);
    node.rect = {0, section.top, page.scroller.w, section.bottom - section.top};
    node.data = {{"post-id", post->id},
                 {"lang", model::language_of(*post).tag()},
                 {"depth", std::to_string(section.depth)}};
    node.level = main ? 0 : section.depth + 1;
    for (std::uint32_t b = section.first_box; b < section.first_box + section.box_count; ++b) {
      const layout::Box& box = page.boxes.boxes[b];
      const base::Rect rect = box.rect.moved(0, -section.top);
      const std::string key = node.key + ":" + std::to_string(b);
      if (box.kind == layout::BoxKind::Text) {
        const layout::TextBlock& text = page.boxes.texts[static_cast<std::size_t>(box.item)];
        if (box.unread) continue;
        if (box.touch == layout::Touch::Translate) {
          node.children.push_back(
              translate_button(node.key, post->id, rect, state.words[Word::Translate]));
          continue;
        }
        Node child = text_node(key, text, rect);
        // A sentence stays a text to select; what opens it is the button at its end.
        const std::string press = box.touch == layout::Touch::Sentence ? "" : touch_key(box, *post);
        if (!press.empty()) {
          child.role = Role::Button;
          child.name = text.paragraph.text();
          child.key = keys::pressing(is_of_reading(box) ? node.key + "/" + press : key, press);
          if (has_state(box)) child.on = box.current;
        }
        node.children.push_back(std::move(child));
        // Links within the text: real ones, over their words.
        for (std::size_t i = 0; i < text.spans.size(); ++i) {
          const model::Span& span = text.spans[i];
          if (span.kind == model::SpanKind::Plain || span.kind == model::SpanKind::Emoji) continue;
          const std::vector<base::Rect> rects =
              text::rects_of_range(text.paragraph, span.begin, span.end);
          if (rects.empty()) continue;
          Node link;
          link.key = key + ":l" + std::to_string(i);
          link.name = text.paragraph.text().substr(span.begin, span.end - span.begin);
          link.rect = rects.front().moved(rect.x, rect.y);
          if (span.kind == model::SpanKind::Link) {
            link.role = Role::Link;
            link.href = span.target;
          } else {
            link.role = Role::Button;
            link.key = keys::pressing(
                link.key, keys::make(span.kind == model::SpanKind::Tag ? keys::kTopicPrefix
                                                                       : keys::kAuthorPrefix,
                                     span.label));
          }
          node.children.push_back(std::move(link));
        }
      } else if (box.touch == layout::Touch::Sentence) {
        const std::string press = touch_key(box, *post);
        node.children.push_back(
            button(keys::pressing(node.key + "/" + press, press), sentence_name(state, box), rect));
      } else if (box.kind == layout::BoxKind::Touchable) {
        node.children.push_back(
            translate_button(node.key, post->id, rect, state.words[Word::ShowOriginal]));
      } else if (box.touch == layout::Touch::Link) {
        Node link;
        link.key = key;
        link.role = Role::Link;
        link.name = post->link.empty() ? "" : post->link.front().title;
        link.href = post->link.empty() ? "" : post->link.front().url;
        link.rect = rect;
        node.children.push_back(std::move(link));
      }
    }
    writer.put("post", order_of(s), node);
  }
}

}  // namespace core
