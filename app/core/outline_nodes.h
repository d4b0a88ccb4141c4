// The nodes that the outlines of the feed, the opened post and the window have in common.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/outline.h"
#include "core/state.h"
#include "core/translation_view.h"

namespace core {

// The transparent lines of a text that is painted in `rect` (of the node's parent).
Node text_node(std::string key, const layout::TextBlock& text, base::Rect rect);
Node button(std::string key, std::string name, base::Rect rect);
Node image(std::string key, PictureName name, base::Rect rect);
// "Translate" or "Show original" of one post, within the node of an article.
Node translate_button(std::string_view article, std::string_view post_id, base::Rect rect,
                      std::string name);

// What an article is called and how it is described: author and first words; language, age, counts.
std::string article_name(const model::Post& post);
std::string article_description(const State& state, const model::Post& post);

// Revisions of nodes: equal as long as nothing of the node changed (FNV-1a).
inline constexpr std::uint64_t kHashStart = 14695981039346656037u;
std::uint64_t mix_hash(std::uint64_t hash, std::uint64_t value);
std::uint64_t bits_of(double value);

}  // namespace core
