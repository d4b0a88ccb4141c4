#include "core/outline_nodes.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/utf8.h"
#include "core/keys.h"
#include "model/detect.h"
#include "model/reader_text.h"

namespace core {
namespace {

constexpr std::size_t kNameBytes = 240;

std::string first_words(const model::Post& post) {
  const layout::Headline headline = layout::split_headline(post.body);
  std::string words = layout::flatten(headline.title.empty() ? post.body : headline.title).text;
  if (!post.warning.empty()) words = post.warning;
  if (words.size() > kNameBytes) words = std::string(base::utf8_prefix(words, kNameBytes)) + "…";
  return words;
}

}  // namespace

std::uint64_t mix_hash(std::uint64_t hash, std::uint64_t value) {
  return (hash ^ value) * 1099511628211u;
}

std::uint64_t bits_of(double value) { return static_cast<std::uint64_t>(std::llround(value * 64)); }

std::string article_name(const model::Post& post) {
  return post.author.name.text + ": " + first_words(post);
}

std::string article_description(const State& state, const model::Post& post) {
  std::string text;
  const auto add = [&](const std::string& part) {
    if (part.empty()) return;
    if (!text.empty()) text += ", ";
    text += part;
  };
  const model::Language language = model::language_of(post);
  if (language.known()) add(std::string(model::native_name(language)));
  add(model::age_text(post.created_ms, state.utc_ms(), state.words));
  const auto add_count = [&](model::Word word, std::int64_t count) {
    if (count >= 0)
      add(state.words.plural(word, count, model::count_text(count, state.number_language())));
  };
  add_count(model::Word::Likes, post.counts.likes);
  add_count(model::Word::Comments, post.counts.replies);
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

Node image(std::string key, PictureName name, base::Rect rect) {
  Node node;
  node.key = std::move(key);
  node.role = Role::Image;
  node.name = std::move(name.text);
  node.lang = std::move(name.language);
  node.rect = rect;
  return node;
}

Node translate_button(std::string_view article, std::string_view post_id, base::Rect rect,
                      std::string name) {
  return button(keys::pressing(std::string(article) + "/translate",
                               keys::make(keys::kTranslatePrefix, post_id)),
                std::move(name), rect);
}

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
    // A squeezed mark at the line's edge is drawn whole: its blank half stands out of the line.
    float left = line.x;
    float right = line.x + line.width;
    for (std::uint32_t r = line.first_run; r < line.first_run + line.run_count; ++r) {
      const text::Run& run = paragraph.runs[r];
      elided = elided || run.ellipsis;
      left = std::min(left, run.x);
      right = std::max(right, run.x + run.width);
    }
    const std::uint32_t end = elided ? line.ink_end : line.end;
    node.lines.push_back({paragraph.text().substr(line.begin, end - line.begin), left, line.top,
                          right - left, elided});
  }
  if (!paragraph.runs.empty()) {
    node.font_pt = paragraph.runs.front().style.size_pt;
    node.weight = paragraph.runs.front().style.weight;
  }
  return node;
}

}  // namespace core
