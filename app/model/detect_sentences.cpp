#include <algorithm>

#include "base/utf8.h"
#include "model/detect.h"
#include "model/scripts.h"

namespace model {
namespace {

// Below this a sentence is taken to be in its neighbour's language.
constexpr float kSure = 0.3F;
constexpr std::size_t kMaxRuns = 64;  // what is beyond stays with the last

// Han, kana, zhuyin and Hangul stand together in one sentence; each other script by itself.
Script group_of(char32_t code) {
  const Script script = script_of(code);
  return script == Script::Kana || script == Script::Bopomofo ? Script::Han : script;
}

bool ends_wide(char32_t code) { return contains(U"。！？\n\u2028\u2029।۔؟", code); }

// Letters that make a run of another script more than a name in a sentence.
std::size_t least_letters(Script group) {
  constexpr std::size_t kLatin = 14;
  constexpr std::size_t kSyllables = 4;
  return group == Script::Han || group == Script::Hangul ? kSyllables : kLatin;
}

// Where sentences begin, in bytes: behind their ends, and where the script changes for long.
class Cuts {
 public:
  explicit Cuts(std::string_view text) : text_(text) {}

  std::vector<std::size_t> find() {
    cuts_.push_back(0);
    char32_t before = ' ';
    for (std::size_t at = 0; at < text_.size() && cuts_.size() < kMaxRuns;) {
      const base::Decoded one = base::decode_utf8(text_, at);
      see_letter(one.code, at);
      const bool point = is_blank(one.code) && contains(U".!?…", before);
      at += one.bytes;
      if (point || ends_wide(one.code)) cut(at);
      before = one.code;
    }
    return std::move(cuts_);
  }

 private:
  void cut(std::size_t at) {
    if (at > cuts_.back() && at < text_.size()) cuts_.push_back(at);
    main_ = Script::Other;
    run_ = Script::Other;
    letters_ = 0;
  }

  void see_letter(char32_t code, std::size_t at) {
    const Script group = group_of(code);
    if (group == Script::Other) return;
    if (group != run_) {
      run_ = group;
      begin_ = at;
      letters_ = 0;
    }
    if (++letters_ < least_letters(group) || group == main_) return;
    if (main_ != Script::Other && begin_ > cuts_.back()) cuts_.push_back(begin_);
    main_ = group;
  }

  std::string_view text_;
  std::vector<std::size_t> cuts_;
  Script main_ = Script::Other;  // of the sentence so far
  Script run_ = Script::Other;   // of the letters just seen
  std::size_t begin_ = 0;        // of those letters
  std::size_t letters_ = 0;
};

}  // namespace

std::vector<LanguageRun> detect_sentences(std::string_view text, const Language& hint) {
  std::vector<LanguageRun> runs;
  if (text.empty()) return runs;
  const Language whole = detect_language(text, hint).language;
  std::vector<std::size_t> cuts = Cuts(text).find();
  cuts.push_back(text.size());
  for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
    const std::string_view sentence = text.substr(cuts[i], cuts[i + 1] - cuts[i]);
    LanguageRun run{static_cast<std::uint32_t>(cuts[i]), static_cast<std::uint32_t>(cuts[i + 1]),
                    detect_language(sentence, whole)};
    const bool sure = run.detection.language.known() && run.detection.confidence >= kSure;
    if (!runs.empty()) {
      LanguageRun& last = runs.back();
      const bool last_unknown = !last.detection.language.known();
      if (!sure || last_unknown || same_language(last.detection.language, run.detection.language)) {
        last.end = run.end;
        if (last_unknown || (sure && run.detection.confidence > last.detection.confidence))
          last.detection = run.detection;
        continue;
      }
    } else if (!sure) {
      run.detection = {};  // goes with the sentence that follows
    }
    runs.push_back(std::move(run));
  }
  if (!runs.front().detection.language.known())
    runs.front().detection = detect_language(text, hint);
  return runs;
}

}  // namespace model
