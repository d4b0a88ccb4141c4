// The HTML of posts, read into text with meaning. Nothing of the markup survives but what RichText
// can say: no element, no attribute, no script, no address that is not http(s). An HTML5 parser
// reads it (gumbo), so broken markup means what it means in a browser.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/rich_text.h"

namespace sources {

struct CustomEmoji {
  std::string shortcode;  // without colons
  std::string url;
};

struct KnownMention {
  std::string url;
  std::string acct;
};

// Posts of real servers stay under 30 KB, 8 levels and 200 spans.
inline constexpr std::size_t kHtmlBytes = 512u << 10;
inline constexpr int kHtmlDepth = 64;
inline constexpr std::size_t kTextSpans = 4096;

// Links marked as mentions get the acct from `mentions` by address, else from their own text.
model::RichText parse_html(std::string_view html, const std::vector<CustomEmoji>& emojis = {},
                           const std::vector<KnownMention>& mentions = {});

// Display names, poll options: plain text with :shortcodes:, one paragraph.
model::RichText parse_plain(std::string_view text, const std::vector<CustomEmoji>& emojis = {});

// The text of HTML without its meaning (an instance's description, an account's note).
std::string html_to_plain(std::string_view html);

}  // namespace sources
