#include "translate/marks.h"

#include <optional>

#include "base/utf8.h"

namespace translate {
namespace {

struct Form {
  std::string_view open;  // lower case
  std::string_view close;
};

Form form_of(Marks marks) {
  switch (marks) {
    case Marks::Words:
      return {"xq", "z"};
    case Marks::Elements:
      return {"<xid=\"", "\"/>"};
    case Marks::Brackets:
      return {"⟦", "⟧"};
    case Marks::None:
      break;
  }
  return {};
}

// Full-width forms as ASCII, ASCII letters in lower case, and what services make of our brackets
// and quotes: marks are compared so.
char32_t folded(char32_t code) {
  if (code >= 0xFF01 && code <= 0xFF5E) code -= 0xFEE0;
  if (code >= 'A' && code <= 'Z') return code - 'A' + 'a';
  if (code == 0x301A) return 0x27E6;
  if (code == 0x301B) return 0x27E7;
  if (code == 0x201C || code == 0x201D || code == 0x201E) return '"';
  return code;
}

// Controls too: they are blanks by the time an answer is read.
bool is_blank(char32_t code) {
  return code <= ' ' || (code >= 0x7F && code <= 0xA0) || code == 0x3000 || code == 0x202F ||
         code == 0x200B || code == 0x2028 || code == 0x2029;
}

// Reads a mark's parts, blanks between its characters forgiven.
class Reader {
 public:
  Reader(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  bool take(std::string_view expected) {
    while (!expected.empty()) {
      const base::Decoded wanted = base::decode_utf8(expected, 0);
      if (started_) skip_blanks();
      const base::Decoded next = base::decode_utf8(text_, at_);
      if (at_ >= text_.size() || folded(next.code) != wanted.code) return false;
      advance(next);
      expected.remove_prefix(wanted.bytes);
    }
    return true;
  }

  // From 1 in the text, from 0 here.
  std::optional<int> take_number() {
    int number = 0;
    int digits = 0;
    while (digits < 4) {
      const std::size_t before = at_;
      skip_blanks();
      const base::Decoded next = base::decode_utf8(text_, at_);
      const char32_t digit = folded(next.code);
      if (at_ >= text_.size() || digit < '0' || digit > '9') {
        at_ = before;
        break;
      }
      number = number * 10 + static_cast<int>(digit - '0');
      advance(next);
      ++digits;
    }
    return digits > 0 && number > 0 ? std::optional(number - 1) : std::nullopt;
  }

  [[nodiscard]] std::size_t at() const { return at_; }

 private:
  void skip_blanks() {
    while (at_ < text_.size()) {
      const base::Decoded next = base::decode_utf8(text_, at_);
      if (!is_blank(next.code)) return;
      at_ += next.bytes;
    }
  }
  void advance(const base::Decoded& next) {
    at_ += next.bytes;
    started_ = true;
  }

  std::string_view text_;
  std::size_t at_;
  bool started_ = false;
};

std::optional<FoundMark> mark_at(const Form& form, std::string_view text, std::size_t at) {
  Reader reader(text, at);
  if (!reader.take(form.open)) return std::nullopt;
  const std::optional<int> number = reader.take_number();
  if (!number || !reader.take(form.close)) return std::nullopt;
  return FoundMark{at, reader.at(), *number};
}

// The remains of a mark: its opening with a digit, or one of its brackets alone.
bool is_remains(Marks marks, std::string_view text, std::size_t at) {
  Reader reader(text, at);
  switch (marks) {
    case Marks::Words:
      return reader.take("xq") && reader.take_number().has_value();
    case Marks::Elements:
      return text[at] == '<';
    case Marks::Brackets:
      return reader.take("⟦") || Reader(text, at).take("⟧");
    case Marks::None:
      break;
  }
  return false;
}

}  // namespace

std::string write_mark(Marks marks, int number) {
  const std::string digits = std::to_string(number + 1);
  switch (marks) {
    case Marks::Words:
      return "XQ" + digits + "Z";
    case Marks::Elements:
      return "<x id=\"" + digits + "\"/>";
    case Marks::Brackets:
      return "⟦" + digits + "⟧";
    case Marks::None:
      break;
  }
  return {};
}

FoundMarks find_marks(Marks marks, std::string_view text) {
  FoundMarks found;
  if (marks == Marks::None) return found;
  const Form form = form_of(marks);
  for (std::size_t at = 0; at < text.size();) {
    if (const std::optional<FoundMark> mark = mark_at(form, text, at)) {
      found.marks.push_back(*mark);
      at = mark->end;
      continue;
    }
    found.damaged = found.damaged || is_remains(marks, text, at);
    at += base::decode_utf8(text, at).bytes;
  }
  return found;
}

}  // namespace translate
