#include <algorithm>

#include "base/url.h"
#include "base/utf8.h"
#include "demo/render.h"

namespace demo {
namespace {

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\n':
        out += "<br>";
        break;
      default:
        out += c;
    }
  }
}

// As Mastodon shortens addresses: the scheme is hidden, and what is over thirty characters.
void append_link(std::string& out, std::string_view url) {
  constexpr std::size_t kShown = 30;
  const std::size_t scheme = std::min(url.find("://"), url.size() - 3) + 3;
  const std::string_view rest = url.substr(scheme);
  const std::string_view shown = base::utf8_prefix(rest, kShown);
  out += "<a href=\"";
  append_escaped(out, url);
  out +=
      "\" target=\"_blank\" rel=\"nofollow noopener\" translate=\"no\"><span class=\"invisible\">";
  append_escaped(out, url.substr(0, scheme));
  out +=
      shown.size() < rest.size() ? "</span><span class=\"ellipsis\">" : "</span><span class=\"\">";
  append_escaped(out, shown);
  out += "</span><span class=\"invisible\">";
  append_escaped(out, rest.substr(shown.size()));
  out += "</span></a>";
}

void append_token(std::string& out, std::string_view token) {
  if (token.starts_with('#')) {
    const std::string_view name = token.substr(1);
    out.append("<a href=\"")
        .append(kWebAddress)
        .append("/tags/")
        .append(base::percent_encode(name));
    out.append("\" class=\"mention hashtag\" rel=\"tag\">#<span>")
        .append(name)
        .append("</span></a>");
  } else if (token.starts_with('@')) {
    const std::string_view acct = token.substr(1);
    out.append("<span class=\"h-card\" translate=\"no\"><a href=\"")
        .append(kWebAddress)
        .append("/@")
        .append(acct);
    out.append("\" class=\"u-url mention\">@<span>").append(acct).append("</span></a></span>");
  } else if (token.starts_with("http://") || token.starts_with("https://")) {
    append_link(out, token);
  } else {
    append_escaped(out, token);  // a shortcode
  }
}

void append_paragraph(std::string& out, std::string_view marked) {
  while (!marked.empty()) {
    const std::size_t start = std::min(marked.find(kTokenStart), marked.size());
    append_escaped(out, marked.substr(0, start));
    marked.remove_prefix(start);
    if (marked.empty()) return;
    const std::size_t end = std::min(marked.find(kTokenEnd), marked.size());
    append_token(out, marked.substr(1, end - 1));
    marked.remove_prefix(std::min(end + 1, marked.size()));
  }
}

}  // namespace

std::string plain_of(std::string_view marked) {
  std::string plain(marked);
  std::erase_if(plain, [](char c) { return c == kTokenStart || c == kTokenEnd; });
  return plain;
}

std::string html_of(std::string_view marked) {
  std::string out;
  while (!marked.empty()) {
    const std::size_t length = std::min(marked.find("\n\n"), marked.size());
    out += "<p>";
    append_paragraph(out, marked.substr(0, length));
    out += "</p>";
    marked.remove_prefix(std::min(length + 2, marked.size()));
  }
  return out;
}

std::string html_of(const Words& words) {
  std::string out;
  if (!words.title.empty()) {
    out += "<p><strong>";
    append_paragraph(out, words.title);
    out += "</strong></p>";
  }
  return out + html_of(words.text);
}

}  // namespace demo
