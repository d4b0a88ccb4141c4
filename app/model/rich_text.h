// Text with meaning: what a post says once its markup is read. Offsets are bytes into `text`, which
// is valid UTF-8; spans do not overlap, are in order and end at code point borders; blocks cover
// the text in order, separated by one '\n' each (a line break inside a block is U+2028).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace model {

enum class SpanKind : std::uint8_t {
  Plain,    // only emphasis
  Link,     // target: address
  Mention,  // target: address of the account; label: acct
  Tag,      // target: address; label: the tag without '#'
  Emoji,    // custom emoji; target: address of the picture; the text is its ":shortcode:"
};

struct Emphasis {
  bool strong : 1 = false;
  bool italic : 1 = false;
  bool code : 1 = false;
  bool strike : 1 = false;
  bool operator==(const Emphasis&) const = default;
};

struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  SpanKind kind = SpanKind::Plain;
  Emphasis emphasis;
  std::string target;
  std::string label;
  bool operator==(const Span&) const = default;
};

enum class BlockKind : std::uint8_t { Paragraph, Heading, Quote, Code, ListItem };

struct Block {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  BlockKind kind = BlockKind::Paragraph;
  std::uint8_t indent = 0;    // nesting of quotes and lists, 0..8
  std::uint16_t ordinal = 0;  // ordered lists: 1..; 0 is a bullet
  bool operator==(const Block&) const = default;
};

// What the markup says is in a language of its own (HTML's lang), or nobody's to translate
// (translate="no"). In order, not overlapping.
struct Passage {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string language;  // BCP-47 as written; empty: not to be translated
  bool operator==(const Passage&) const = default;
};

struct RichText {
  std::string text;
  std::vector<Span> spans;
  std::vector<Block> blocks;
  std::vector<Passage> passages;

  [[nodiscard]] bool empty() const { return text.empty(); }
  bool operator==(const RichText&) const = default;
};

RichText plain_text(std::string text);

}  // namespace model
