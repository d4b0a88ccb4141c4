#include "core/outline_build.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "core/feed_layout.h"
#include "core/keys.h"
#include "core/post_view.h"
#include "model/detect.h"
#include "model/reader_text.h"

namespace core {
namespace {

// Browsers lay out elements up to some 16 million points (Firefox 17.8, Chromium 33.5). Beyond a
// part of that the scroller covers a stretch of the feed, which moves on in steps.
constexpr double kScrollerMost = 12'000'000;
constexpr double kScrollerStep = 4'000'000;
constexpr std::size_t kMaxArticles = 56;
constexpr std::size_t kNameBytes = 240;

std::uint64_t mix_hash(std::uint64_t hash, std::uint64_t value) {
  return (hash ^ value) * 1099511628211u;
}

std::uint64_t bits_of(double value) { return static_cast<std::uint64_t>(std::llround(value * 64)); }

std::string first_words(const model::Post& post) {
  const layout::Headline headline = layout::split_headline(post.body);
  std::string words = layout::flatten(headline.title.empty() ? post.body : headline.title).text;
  if (!post.warning.empty()) words = post.warning;
  if (words.size() > kNameBytes) words = std::string(base::utf8_prefix(words, kNameBytes)) + "…";
  return words;
}

std::string describe(const State& state, const model::Post& post) {
  std::string text;
  const auto add = [&](const std::string& part) {
    if (part.empty()) return;
    if (!text.empty()) text += ", ";
    text += part;
  };
  const model::Language language = model::language_of(post);
  if (language.known()) add(std::string(model::native_name(language)));
  add(model::age_text(post.created_ms, state.utc_ms(), state.reader()));
  const std::string likes = model::count_text(post.counts.likes, state.reader());
  if (!likes.empty()) add(likes + " likes");
  const std::string replies = model::count_text(post.counts.replies, state.reader());
  if (!replies.empty()) add(replies + " comments");
  return text;
}

Node button(std::string key, std::string name, base::Rect rect) {
  Node node;
  node.key = std::move(key);
  node.role = Role::Button;
  node.name = std::move(name);
  node.rect = rect;
  return node;
}

Node image(std::string key, const model::Media& media, const std::string& language,
           base::Rect rect) {
  Node node;
  node.key = std::move(key);
  node.role = Role::Image;
  node.name = media.description.empty() ? "Picture without a description" : media.description;
  if (!media.description.empty()) node.lang = language;
  node.rect = rect;
  return node;
}

Node article_node(const State& state, feed::EntryIndex entry, const model::Post& post,
                  const CardEntry& card) {
  const layout::Slot& slot = state.feed.waterfall.slot(entry);
  const std::string language = model::language_of(post).tag();
  Node article;
  article.key = keys::make(keys::kCardPrefix, post.id);
  article.role = Role::Article;
  article.name = post.author.name.text + ": " + first_words(post);
  article.description = describe(state, post);
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
      article.children.push_back(image(article.key + ":img",
                                       post.media[static_cast<std::size_t>(box.item)], language,
                                       box.rect));
    } else if (box.kind == layout::BoxKind::Text) {
      Node text = text_node(article.key + ":t" + std::to_string(text_index++),
                            card.boxes.texts[static_cast<std::size_t>(box.item)], box.rect);
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
    } else if (box.touch == layout::Touch::Reveal) {
      article.children.push_back(
          button(keys::make(keys::kRevealPrefix, post.id), "Show", box.rect));
    }
  }
  Node open = button(keys::pressing(article.key + "/open", article.key), "Open",
                     {0, std::max(0.0F, slot.height - 28), 56, 24});
  article.children.push_back(std::move(open));
  return article;
}

std::uint64_t article_revision(const State& state, feed::EntryIndex entry, const CardEntry& card) {
  const layout::Slot& slot = state.feed.waterfall.slot(entry);
  std::uint64_t hash = mix_hash(14695981039346656037u, card.revision);
  hash = mix_hash(hash, entry);
  hash = mix_hash(hash, bits_of(state.card_top(entry)));
  hash = mix_hash(hash, bits_of(static_cast<double>(slot.height)));
  hash = mix_hash(hash, bits_of(static_cast<double>(state.shell.column_x(slot.column))));
  return mix_hash(hash, state.feed.next_url.empty() ? 1 : 0);
}

void write_controls(const State& state, OutlineWriter& writer) {
  for (std::size_t g = 0; g < state.controls.size(); ++g) {
    const ControlGroup& group = state.controls[g];
    if (state.post.open() && group.kind != GroupKind::Post && group.kind != GroupKind::Zoom &&
        group.kind != GroupKind::Toasts && group.kind != GroupKind::Help) {
      continue;  // the page makes what is behind an opened post inert; it need not be sent at all
    }
    Node node;
    node.key = "group:" + std::to_string(static_cast<int>(group.kind)) + ":" + group.name;
    if (group.kind == GroupKind::Toasts) node.key += std::to_string(g);
    node.role = group.kind == GroupKind::Navigation || group.kind == GroupKind::Header
                    ? Role::Navigation
                : group.name.empty()                                             ? Role::Group
                : group.kind == GroupKind::Help || group.kind == GroupKind::Zoom ? Role::Dialog
                                                                                 : Role::Region;
    node.name = group.name;
    if (node.role == Role::Dialog) node.rect = {0, 0, state.window.w, state.window.h};
    std::uint64_t hash = g;
    for (const Control& control : group.controls) {
      hash = mix_hash(hash, std::hash<std::string>{}(control.label + control.name + control.key +
                                                     control.detail_label));
      hash = mix_hash(hash, bits_of(static_cast<double>(control.rect.x)) ^
                                (bits_of(static_cast<double>(control.rect.y)) << 20) ^
                                (control.current ? 7U : 0U));
    }
    if (!writer.wants(node.key, hash)) continue;
    for (std::size_t c = 0; c < group.controls.size(); ++c) {
      const Control& control = group.controls[c];
      if (control.look == Look::Strip || control.look == Look::Spinner) continue;
      Node child;
      if (!control.key.empty()) {
        child =
            button(control.key, control.name.empty() ? control.label : control.name, control.rect);
        if (control.look == Look::Tab || control.look == Look::NavItem) child.on = control.current;
        if (!control.detail_label.empty()) child.description = control.detail_label;
        child.key = keys::pressing(node.key, control.key);
      } else if (control.text != nullptr) {
        child = text_node(node.key + ":" + std::to_string(c), *control.text, control.rect);
        if (control.look == Look::Title && group.kind != GroupKind::Help) {
          child.role = Role::Heading;
          child.level = 2;
        }
        if (control.look == Look::Meter) child.description = control.detail_label;
      }
      node.children.push_back(std::move(child));
    }
    writer.put("window", static_cast<int>(g), node);
  }
}

std::string status_of(const State& state) {
  const FeedView& feed = state.feed;
  std::string status;
  if (feed.phase == Phase::Loading) {
    status = "Loading posts…";
  } else if (feed.phase == Phase::Failed && feed.error) {
    status = feed.error->what + " " + feed.error->why + " " + feed.error->next;
  } else if (feed.phase == Phase::Ready && feed.store.size() == 0) {
    status = "Nothing here yet.";
  }
  if (!state.online) status += (status.empty() ? "" : " ") + std::string("Offline.");
  if (!feed.newer.empty()) {
    status += (status.empty() ? "" : " ") + std::to_string(feed.newer.size()) + " new posts.";
  }
  for (const Toast& toast : state.toasts) {
    if (!toast.urgent) status += (status.empty() ? "" : " ") + toast.text;
  }
  return status;
}

}  // namespace

Node text_node(std::string key, const layout::TextBlock& text, base::Rect rect) {
  const text::Paragraph& paragraph = text.paragraph;
  Node node;
  node.key = std::move(key);
  node.role = Role::Text;
  node.rect = rect;
  node.lang = paragraph.language();
  node.line_pt = paragraph.line_height_pt;
  for (const text::Line& line : paragraph.lines) {
    node.right_to_left = node.right_to_left || line.direction == ports::Direction::RightToLeft;
    bool elided = false;
    for (std::uint32_t r = line.first_run; r < line.first_run + line.run_count; ++r) {
      elided = elided || paragraph.runs[r].ellipsis;
    }
    const std::uint32_t end = elided ? line.ink_end : line.end;
    node.lines.push_back({paragraph.text().substr(line.begin, end - line.begin), line.x, line.top,
                          line.width, elided});
  }
  if (!paragraph.runs.empty()) {
    node.font_pt = paragraph.runs.front().style.size_pt;
    node.weight = paragraph.runs.front().style.weight;
  }
  return node;
}

double scroller_origin(const State& state) {
  if (content_height(state) <= kScrollerMost) return 0;
  const double wanted = state.feed.scroll_y - kScrollerMost / 2;
  return std::max(0.0, std::floor(wanted / kScrollerStep) * kScrollerStep);
}

double scroller_height(const State& state) {
  return std::min(content_height(state) - scroller_origin(state), kScrollerMost);
}

void write_feed_outline(const State& state, OutlineWriter& writer) {
  writer.surface(
      {"feed",
       {0, 0,
        state.window.w - (state.shell.has_lab && !state.shell.compact ? state.shell.lab.w : 0),
        state.window.h},
       scroller_height(state),
       scroller_origin(state),
       "Feed"});
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

void write_post_outline(const State& state, OutlineWriter& writer) {
  const PostView& view = state.post;
  if (!view.open()) return;
  const layout::PostPage& page = view.page;
  writer.surface({"post", page.scroller, static_cast<double>(page.boxes.size.h), 0, "Post"});
  if (!view.post) return;
  const auto order_of = [](std::size_t section) { return static_cast<int>(section) + 10; };
  if (!view.post->media.empty() && writer.wants("post:picture", view.revision)) {
    const model::Media& media = view.post->media[view.media_index];
    Node node = image("post:picture", media, model::language_of(*view.post).tag(), page.media);
    Node zoom = button(keys::pressing("post:picture/zoom", keys::kPostMedia),
                       media.kind == model::MediaKind::Image ? "Enlarge the picture" : "Play",
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
    const model::Post* post = section_post(view, section);
    if (post == nullptr) continue;
    const bool main = section.kind == layout::Section::Kind::Post;
    Node node;
    node.key = keys::make(main ? "p:" : keys::kCommentPrefix, post->id);
    if (!writer.wants(node.key, mix_hash(view.revision, s))) continue;
    node.role = Role::Article;
    node.name = post->author.name.text + ": " + first_words(*post);
    node.description = describe(state, *post);
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
        Node child = text_node(key, text, rect);
        std::string press;
        if (box.touch == layout::Touch::Author)
          press = keys::make(keys::kAuthorPrefix, post->author.acct);
        if (box.touch == layout::Touch::Toggle) press = keys::make(keys::kUnfoldPrefix, post->id);
        if (box.touch == layout::Touch::Reveal) press = keys::kPostReveal;
        if (!press.empty()) {
          child.role = Role::Button;
          child.name = text.paragraph.text();
          child.key = keys::pressing(key, press);
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

void write_window_outline(const State& state, OutlineWriter& writer) {
  writer.surface({"window", {0, 0, state.window.w, state.window.h}, 0, 0, ""});
  write_controls(state, writer);
  writer.status(status_of(state));
  std::string alert;
  for (const Toast& toast : state.toasts) {
    if (toast.urgent) alert = toast.text;
  }
  writer.alert(alert);
  writer.theme(state.dark());
}

}  // namespace core
