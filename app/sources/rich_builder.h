// Writes RichText piece by piece, by the rules of rendered HTML: runs of white space are one blank,
// none at the start or end of a line. The caller says where blocks start and how what follows is
// meant.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/rich_text.h"
#include "sources/html_text.h"

namespace sources {

struct Style {
  model::SpanKind kind = model::SpanKind::Plain;
  model::Emphasis emphasis;
  std::string target;
  std::string label;
  std::optional<std::string> passage;  // its language, if the markup says so (model::Passage)
};

class RichBuilder {
 public:
  explicit RichBuilder(const std::vector<CustomEmoji>& emojis) : emojis_(emojis) {}

  // What comes next stands in a block of its own of this kind; blocks without text do not come to
  // be.
  void start_block(model::BlockKind kind, int indent, int ordinal);
  [[nodiscard]] bool at_block_start() const { return !block_open_; }
  void add_text(std::string_view text, const Style& style);
  void add_code(std::string_view text, const Style& style);  // blanks and line ends kept
  void add_line_break();
  model::RichText take();

 private:
  void add_word(std::string_view word, const Style& style);
  void add_with_emojis(std::string_view word, const Style& style);
  void append(std::string_view text, const Style& style);
  void add_passage(std::uint32_t begin, std::uint32_t end, const std::string& language);
  void open_line();
  void close_block();
  [[nodiscard]] const CustomEmoji* find_emoji(std::string_view shortcode) const;

  const std::vector<CustomEmoji>& emojis_;
  model::RichText rich_;
  model::Block next_;
  bool block_open_ = false;
  int breaks_ = 0;      // line breaks not yet written
  bool blank_ = false;  // white space not yet written
  Style blank_style_;
};

}  // namespace sources
