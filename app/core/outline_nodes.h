// The nodes that the outlines of the feed, the opened post and the window have in common.
#pragma once

#include <cstdint>
#include <string>

#include "core/outline.h"
#include "core/state.h"

namespace core {

// The transparent lines of a text that is painted in `rect` (of the node's parent).
Node text_node(std::string key, const layout::TextBlock& text, base::Rect rect);
Node button(std::string key, std::string name, base::Rect rect);
Node image(std::string key, const model::Media& media, const std::string& language,
           base::Rect rect, const model::Words& words);

// What an article is called and how it is described: author and first words; language, age, counts.
std::string article_name(const model::Post& post);
std::string article_description(const State& state, const model::Post& post);

// Revisions of nodes: equal as long as nothing of the node changed (FNV-1a).
inline constexpr std::uint64_t kHashStart = 14695981039346656037u;
std::uint64_t mix_hash(std::uint64_t hash, std::uint64_t value);
std::uint64_t bits_of(double value);

}  // namespace core
