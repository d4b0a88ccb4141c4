#include "sources/html_text.h"

#include <gumbo.h>

#include <cstddef>
#include <cstdlib>
#include <memory>
#include <utility>

#include "base/trim.h"
#include "base/url.h"
#include "base/utf8.h"
#include "base/words.h"
#include "sources/html_wall.h"
#include "sources/rich_builder.h"

namespace sources {
namespace {

using model::BlockKind;
using model::SpanKind;

// All of the parser's memory, freed at once: gumbo frees a tree by recursion, which a deep tree
// would turn into a stack overflow.
class Arena {
 public:
  void* allocate(std::size_t bytes) {
    constexpr std::size_t kChunk = 64u << 10;
    bytes = (bytes + alignof(std::max_align_t) - 1) & ~(alignof(std::max_align_t) - 1);
    if (bytes > left_) {
      left_ = bytes > kChunk ? bytes : kChunk;
      chunks_.push_back(std::make_unique<std::byte[]>(left_));
      next_ = chunks_.back().get();
    }
    void* const given = next_;
    next_ += bytes;
    left_ -= bytes;
    return given;
  }

 private:
  std::vector<std::unique_ptr<std::byte[]>> chunks_;
  std::byte* next_ = nullptr;
  std::size_t left_ = 0;
};

const GumboNode* parse_tree(const std::string& markup, Arena& arena) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = [](void* own, size_t bytes) {
    return static_cast<Arena*>(own)->allocate(bytes);
  };
  options.deallocator = [](void*, void*) {};
  options.userdata = &arena;
  options.max_errors = 0;
  options.fragment_context = GUMBO_TAG_DIV;
  return gumbo_parse_with_options(&options, markup.data(), markup.size())->root;
}

std::string_view attribute(const GumboElement& element, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&element.attributes, name);
  return found != nullptr ? std::string_view(found->value) : std::string_view();
}

// Where the walk stands.
struct Context {
  BlockKind kind = BlockKind::Paragraph;
  int indent = 0;
  bool preformatted = false;
  Style style;
};

class Walk {
 public:
  Walk(const std::vector<CustomEmoji>& emojis, const std::vector<KnownMention>& mentions)
      : builder_(emojis), mentions_(mentions) {}

  model::RichText read(const GumboNode& root) {
    read_children(root.v.element, {}, 0);
    return builder_.take();
  }

 private:
  void read_children(const GumboElement& element, const Context& context, int depth) {
    if (depth > kHtmlDepth) return;
    for (unsigned i = 0; i < element.children.length; ++i) {
      const auto& node = *static_cast<const GumboNode*>(element.children.data[i]);
      if (node.type == GUMBO_NODE_ELEMENT) {
        read_element(node.v.element, context, depth + 1);
      } else if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE) {
        read_text(node.v.text.text, context);
      }
    }
  }

  void read_text(std::string_view parsed, const Context& context) {
    const std::string text = with_brackets(parsed);
    if (context.preformatted) {
      builder_.add_code(text, context.style);
    } else {
      builder_.add_text(text, context.style);
    }
  }

  void read_element(const GumboElement& element, const Context& around, int depth) {
    Context context = around;
    read_language(element, context.style);
    switch (element.tag) {
      case GUMBO_TAG_BR:
        builder_.add_line_break();
        return;
      case GUMBO_TAG_B:
        context.style.emphasis.strong = true;
        break;
      case GUMBO_TAG_I:
        context.style.emphasis.italic = true;
        break;
      case GUMBO_TAG_S:
        context.style.emphasis.strike = true;
        break;
      case GUMBO_TAG_CODE:
        if (!context.preformatted) context.style.emphasis.code = true;
        break;
      case GUMBO_TAG_SPAN:
        read_span(element, context, depth);
        return;
      case GUMBO_TAG_A:
        context.style = link_style(element, context.style);
        break;
      case GUMBO_TAG_UL:
      case GUMBO_TAG_OL:
        read_list(element, context, depth);
        return;
      case GUMBO_TAG_P:
      case GUMBO_TAG_DIV:
        read_block(element, around, context, depth);
        return;
      case GUMBO_TAG_LI:  // outside of any list
        context.kind = BlockKind::ListItem;
        read_block(element, around, context, depth);
        return;
      case GUMBO_TAG_H3:
        context.kind = BlockKind::Heading;
        read_block(element, around, context, depth);
        return;
      case GUMBO_TAG_BLOCKQUOTE:
        context.kind = BlockKind::Quote;
        ++context.indent;
        read_block(element, around, context, depth);
        return;
      case GUMBO_TAG_PRE:
        context.kind = BlockKind::Code;
        context.preformatted = true;
        read_block(element, around, context, depth);
        return;
      default:
        break;
    }
    read_children(element, context, depth);
  }

  static void read_language(const GumboElement& element, Style& style) {
    constexpr std::size_t kLongestTag = 35;  // RFC 5646, 4.4.1: what a tag needs at most
    if (attribute(element, "translate") == "no") {
      style.passage = std::string();
    } else if (const std::string_view tag = attribute(element, "lang");
               !tag.empty() && tag.size() <= kLongestTag && style.passage != std::string()) {
      style.passage = std::string(tag);
    }
  }

  // `inside` says what the block is; behind it goes on what was `around` it.
  void read_block(const GumboElement& element, const Context& around, Context inside, int depth) {
    // The first paragraph of a list item is the item itself.
    const bool is_item =
        item_starts_ && builder_.at_block_start() && inside.kind == BlockKind::Paragraph;
    if (!is_item) {
      builder_.start_block(inside.kind, inside.indent, 0);
      item_starts_ = false;
    }
    if (inside.kind == BlockKind::ListItem) inside.kind = BlockKind::Paragraph;
    read_children(element, inside, depth);
    if (!builder_.at_block_start()) builder_.start_block(around.kind, around.indent, 0);
    if (!is_item) builder_.start_block(around.kind, around.indent, 0);
  }

  void read_list(const GumboElement& list, Context context, int depth) {
    int number = 1;
    if (const std::string_view start = attribute(list, "start"); !start.empty()) {
      number = std::atoi(std::string(start.substr(0, 6)).c_str());
    }
    context.kind = BlockKind::Paragraph;
    ++context.indent;
    for (unsigned i = 0; i < list.children.length; ++i) {
      const auto& node = *static_cast<const GumboNode*>(list.children.data[i]);
      if (node.type == GUMBO_NODE_TEXT) {
        read_text(node.v.text.text, context);
      } else if (node.type == GUMBO_NODE_ELEMENT && node.v.element.tag == GUMBO_TAG_LI &&
                 depth < kHtmlDepth) {
        const int ordinal = list.tag == GUMBO_TAG_OL ? number++ : 0;
        builder_.start_block(BlockKind::ListItem, context.indent, ordinal);
        item_starts_ = true;
        Context item = context;
        read_language(node.v.element, item.style);
        read_children(node.v.element, item, depth + 1);
        item_starts_ = false;
        builder_.start_block(BlockKind::Paragraph, context.indent, 0);
      } else if (node.type == GUMBO_NODE_ELEMENT) {
        read_element(node.v.element, context, depth + 1);
      }
    }
    builder_.start_block(BlockKind::Paragraph, context.indent - 1, 0);
  }

  // Mastodon hides the ends of long addresses so.
  void read_span(const GumboElement& span, const Context& context, int depth) {
    const std::string_view classes = attribute(span, "class");
    if (base::has_word(classes, "invisible")) return;
    read_children(span, context, depth);
    if (base::has_word(classes, "ellipsis")) builder_.add_text("…", context.style);
  }

  [[nodiscard]] Style link_style(const GumboElement& element, Style style) const {
    const std::string target(base::trimmed(attribute(element, "href")));
    if (target.size() > kLongestAddress || !base::is_web_address(target)) return style;
    const std::string_view classes = attribute(element, "class");
    std::string parsed;
    collect_text(element, parsed, 0);
    const std::string text = with_brackets(parsed);
    const std::string_view shown = base::trimmed(text);
    const bool is_tag =
        base::has_word(classes, "hashtag") || base::has_word(attribute(element, "rel"), "tag");
    style.target = target;
    style.kind = SpanKind::Link;
    if (is_tag && (shown.starts_with('#') || shown.starts_with("＃"))) {
      style.kind = SpanKind::Tag;
      style.label = shown.substr(shown.starts_with('#') ? 1 : 3);
    } else if (shown.starts_with('@')) {
      const std::string_view acct = known_acct(target);
      if (!acct.empty() || base::has_word(classes, "mention") || base::has_word(classes, "u-url")) {
        style.kind = SpanKind::Mention;
        style.label = acct.empty() ? shown.substr(1) : acct;
      }
    }
    return style;
  }

  [[nodiscard]] std::string_view known_acct(std::string_view url) const {
    for (const KnownMention& mention : mentions_) {
      if (mention.url == url) return mention.acct;
    }
    return {};
  }

  static void collect_text(const GumboElement& element, std::string& out, int depth) {
    constexpr std::size_t kLongestLabel = 512;
    if (depth > 8) return;
    for (unsigned i = 0; i < element.children.length && out.size() < kLongestLabel; ++i) {
      const auto& node = *static_cast<const GumboNode*>(element.children.data[i]);
      if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE) {
        out += base::utf8_prefix(node.v.text.text, kLongestLabel);
      } else if (node.type == GUMBO_NODE_ELEMENT) {
        collect_text(node.v.element, out, depth + 1);
      }
    }
  }

  static constexpr std::size_t kLongestAddress = 2048;
  RichBuilder builder_;
  const std::vector<KnownMention>& mentions_;
  bool item_starts_ = false;
};

}  // namespace

model::RichText parse_html(std::string_view html, const std::vector<CustomEmoji>& emojis,
                           const std::vector<KnownMention>& mentions) {
  Arena arena;
  const std::string markup = safe_markup(base::utf8_prefix(html, kHtmlBytes));
  return Walk(emojis, mentions).read(*parse_tree(markup, arena));
}

model::RichText parse_plain(std::string_view text, const std::vector<CustomEmoji>& emojis) {
  RichBuilder builder(emojis);
  builder.add_text(base::utf8_prefix(text, kHtmlBytes), {});
  return builder.take();
}

std::string html_to_plain(std::string_view html) {
  std::string text = parse_html(html).text;
  constexpr std::string_view kLineBreak = "\xE2\x80\xA8";
  for (std::size_t at = text.find(kLineBreak); at != std::string::npos;
       at = text.find(kLineBreak, at + 1)) {
    text.replace(at, kLineBreak.size(), "\n");
  }
  return text;
}

}  // namespace sources
