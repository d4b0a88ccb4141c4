#include "sources/html_wall.h"

#include <algorithm>
#include <vector>

#include "base/words.h"
#include "sources/html_entities.h"

namespace sources {
namespace {

constexpr std::size_t kLongestName = 16;
constexpr std::size_t kLongestValue = 4096;
constexpr int kAttributes = 32;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

std::string lower(std::string_view text) {
  std::string out(text.substr(0, kLongestName));
  std::transform(out.begin(), out.end(), out.begin(), to_lower);
  return out;
}

// What an element is passed on as; empty: its text only.
std::string_view written_name(std::string_view name) {
  if (base::has_word("p br a span ul ol li blockquote pre code b i s h3 div", name)) return name;
  if (base::has_word("strong", name)) return "b";
  if (base::has_word("em cite dfn var", name)) return "i";
  if (base::has_word("del strike", name)) return "s";
  if (base::has_word("q u mark small big abbr bdi ins", name)) return "span";
  if (base::has_word("tt kbd samp", name)) return "code";
  if (base::has_word("h1 h2 h4 h5 h6", name)) return "h3";
  if (base::has_word("menu dir", name)) return "ul";
  if (base::has_word("xmp listing", name)) return "pre";
  if (base::has_word("section article figure figcaption table caption tr dl dt dd hr header footer "
                     "main aside nav "
                     "address details summary center form fieldset legend hgroup body",
                     name)) {
    return "div";
  }
  return {};
}

// Gone with all that is inside; the first ones also when they are never closed, as in a browser.
bool is_raw(std::string_view name) {
  return base::has_word("script style iframe noembed noframes title textarea plaintext", name);
}
bool is_dropped(std::string_view name) {
  return base::has_word("head svg math template select object audio video canvas datalist", name);
}

class Wall {
 public:
  explicit Wall(std::string_view html) : html_(html) { out_.reserve(html.size()); }

  std::string write() {
    while (at_ < html_.size()) {
      const std::size_t open = std::min(html_.find('<', at_), html_.size());
      write_text(html_.substr(at_, open - at_), InHtml::Text);
      at_ = open;
      if (at_ < html_.size()) read_markup();
    }
    return std::move(out_);
  }

 private:
  struct Attribute {
    std::string name;
    std::string_view value;
  };

  [[nodiscard]] char peek(std::size_t ahead) const {
    return at_ + ahead < html_.size() ? html_[at_ + ahead] : '\0';
  }
  void skip_behind(std::string_view sign, std::size_t from) {
    const std::size_t found = html_.find(sign, from);
    at_ = found == std::string_view::npos ? html_.size() : found + sign.size();
  }

  void read_markup() {
    const bool closes = peek(1) == '/';
    if (is_letter(peek(closes ? 2 : 1))) {
      read_tag(closes);
    } else if (peek(1) == '!' && peek(2) == '-' && peek(3) == '-') {
      skip_behind("-->", at_ + 2);
    } else if (peek(1) == '!' || peek(1) == '?' || (closes && peek(2) != '\0')) {
      skip_behind(">", at_);  // HTML: "bogus comment"
    } else {
      out_ += kTextBracket;
      ++at_;
    }
  }

  // Decoded; nothing in it can be taken for markup.
  void write_text(std::string_view text, InHtml where) {
    decoded_.clear();
    append_decoded(decoded_, text, where);
    for (const char c : decoded_) {
      if (c == '<') {
        out_ += kTextBracket;
      } else if (c == '"' && where == InHtml::AttributeValue) {
        out_ += "%22";
      } else {
        out_ += c;
      }
    }
  }

  void read_tag(bool closes) {
    at_ += closes ? 2 : 1;
    const std::size_t name_start = at_;
    while (at_ < html_.size() && !is_blank(html_[at_]) && html_[at_] != '/' && html_[at_] != '>')
      ++at_;
    const std::string name = lower(html_.substr(name_start, at_ - name_start));
    if (!read_attributes()) return;  // HTML: a tag that is not closed at the end is dropped
    if (closes) {
      write_close(name);
    } else if (is_raw(name)) {
      skip_content(name, html_.size());
    } else if (is_dropped(name)) {
      skip_content(name, at_);
    } else {
      write_open(name);
    }
  }

  // HTML, 13.2.5.32 and on. False at the end of the text.
  bool read_attributes() {
    attributes_.clear();
    while (true) {
      while (at_ < html_.size() && (is_blank(html_[at_]) || html_[at_] == '/')) ++at_;
      if (at_ >= html_.size()) return false;
      if (html_[at_] == '>') {
        ++at_;
        return true;
      }
      Attribute attribute;
      const std::size_t start = at_++;  // a '=' in front belongs to the name
      while (at_ < html_.size() && !is_blank(html_[at_]) && html_[at_] != '/' &&
             html_[at_] != '>' && html_[at_] != '=') {
        ++at_;
      }
      attribute.name = lower(html_.substr(start, at_ - start));
      while (at_ < html_.size() && is_blank(html_[at_])) ++at_;
      if (peek(0) == '=') {
        ++at_;
        attribute.value = read_value();
      }
      if (attributes_.size() < kAttributes) attributes_.push_back(std::move(attribute));
    }
  }

  std::string_view read_value() {
    while (at_ < html_.size() && is_blank(html_[at_])) ++at_;
    const char quote = peek(0);
    if (quote == '"' || quote == '\'') {
      const std::size_t start = ++at_;
      at_ = std::min(html_.find(quote, start), html_.size());
      const std::string_view value = html_.substr(start, at_ - start);
      if (at_ < html_.size()) ++at_;
      return value;
    }
    const std::size_t start = at_;
    while (at_ < html_.size() && !is_blank(html_[at_]) && html_[at_] != '>') ++at_;
    return html_.substr(start, at_ - start);
  }

  // Goes behind the end tag that belongs to `name`, or to `unclosed`.
  void skip_content(const std::string& name, std::size_t unclosed) {
    if (base::has_word(never_closed_, name)) {  // once not found, not searched again
      at_ = unclosed;
      return;
    }
    for (std::size_t at = html_.find("</", at_); at != std::string_view::npos;
         at = html_.find("</", at + 2)) {
      const std::string_view rest = html_.substr(at + 2);
      const char behind = rest.size() > name.size() ? rest[name.size()] : '>';
      if (lower(rest.substr(0, name.size())) != name) continue;
      if (behind != '>' && behind != '/' && !is_blank(behind)) continue;
      skip_behind(">", at);
      return;
    }
    never_closed_ += ' ' + name;
    at_ = unclosed;
  }

  [[nodiscard]] std::string_view attribute(std::string_view name) const {
    for (const Attribute& candidate : attributes_) {
      if (candidate.name == name) return candidate.value;
    }
    return {};
  }

  void write_attribute(std::string_view name) {
    const std::string_view value = attribute(name);
    if (value.empty() || value.size() > kLongestValue) return;
    out_ += ' ';
    out_ += name;
    out_ += "=\"";
    write_text(value, InHtml::AttributeValue);
    out_ += '"';
  }

  void write_open(std::string_view name) {
    if (name == "td" || name == "th") out_ += ' ';
    if (name == "img") write_text(attribute("alt").substr(0, kLongestValue), InHtml::Text);
    const std::string_view written = written_name(name);
    if (written.empty() || ++tags_ > kHtmlTags) return;
    out_ += '<';
    out_ += written;
    if (written == "a") {
      write_attribute("href");
      write_attribute("rel");
    }
    if (written == "a" || written == "span") write_attribute("class");
    if (written == "ol") write_attribute("start");
    write_attribute("lang");
    write_attribute("translate");
    out_ += '>';
    if (name == "hr") out_ += "</div>";
  }

  void write_close(std::string_view name) {
    const std::string_view written = written_name(name);
    if (written.empty() || ++tags_ > kHtmlTags) return;
    out_ += "</";
    out_ += written;
    out_ += '>';
  }

  std::string_view html_;
  std::size_t at_ = 0;
  int tags_ = 0;
  std::string decoded_;
  std::string never_closed_;
  std::vector<Attribute> attributes_;
  std::string out_;
};

}  // namespace

std::string safe_markup(std::string_view html) { return Wall(html).write(); }

std::string with_brackets(std::string_view text) {
  std::string out(text);
  for (std::size_t at = out.find(kTextBracket); at != std::string::npos;
       at = out.find(kTextBracket, at + 1)) {
    out.replace(at, kTextBracket.size(), "<");
  }
  return out;
}

}  // namespace sources
