#include "model/sentences.h"

#include <string>

#include "base/utf8.h"
#include "model/scripts.h"

namespace model {
namespace {

bool ends_line(char32_t code) { return contains(U"\n\u2028\u2029", code); }
bool ends_wide(char32_t code) { return contains(U"。！？｡।॥۔؟", code); }
bool ends_narrow(char32_t code) { return contains(U".!?…", code); }
bool closes(char32_t code) { return contains(U"\"'”’»)]}）」』】》〉", code); }
bool is_small_latin(char32_t code) { return code >= 'a' && code <= 'z'; }
bool is_latin(char32_t code) { return is_small_latin(code) || (code >= 'A' && code <= 'Z'); }

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  std::vector<Sentence> read() {
    while (at_ < text_.size()) {
      const base::Decoded one = base::decode_utf8(text_, at_);
      if (ends_line(one.code)) {
        cut(at_);
        at_ += one.bytes;
      } else if (ends_wide(one.code) || ends_narrow(one.code)) {
        read_end(one.code);
      } else {
        letters_ = is_latin(one.code) ? letters_ + 1 : 0;
        at_ += one.bytes;
      }
    }
    cut(text_.size());
    return std::move(sentences_);
  }

 private:
  // At a mark that may end a sentence: with all marks and closing signs that follow it.
  void read_end(char32_t mark) {
    const bool initial = mark == '.' && letters_ == 1;
    bool wide = false;
    while (at_ < text_.size()) {
      const base::Decoded one = base::decode_utf8(text_, at_);
      wide = wide || ends_wide(one.code);
      if (!ends_wide(one.code) && !ends_narrow(one.code) && !closes(one.code)) break;
      at_ += one.bytes;
    }
    letters_ = 0;
    if (wide || (!initial && stands_apart(mark))) cut(at_);
  }

  // A narrow mark ends a sentence only before white space, and a full stop not before a small
  // letter.
  [[nodiscard]] bool stands_apart(char32_t mark) const {
    std::size_t at = at_;
    while (at < text_.size()) {
      const base::Decoded one = base::decode_utf8(text_, at);
      if (!is_blank(one.code)) {
        return at > at_ && (mark == '!' || mark == '?' || !is_small_latin(one.code));
      }
      at += one.bytes;
    }
    return true;
  }

  void cut(std::size_t end) {
    std::size_t begin = begin_;
    begin_ = end;
    while (begin < end) {
      const base::Decoded one = base::decode_utf8(text_, begin);
      if (!is_blank(one.code) && !ends_line(one.code)) break;
      begin += one.bytes;
    }
    while (end > begin && (text_[end - 1] == ' ' || text_[end - 1] == '\t')) --end;
    if (end <= begin) return;
    sentences_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  }

  std::string_view text_;
  std::vector<Sentence> sentences_;
  std::size_t at_ = 0;
  std::size_t begin_ = 0;
  int letters_ = 0;  // Latin ones in a row before at_
};

}  // namespace

std::vector<Sentence> sentences_of(std::string_view text) { return Reader(text).read(); }

}  // namespace model
