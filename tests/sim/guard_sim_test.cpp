// The token guard against services that damage tokens on purpose: 10,000 generated posts, each
// through one of the ways of writing marks and one of the ways of damaging them. Whatever a service
// does, tokens come out identical and in place, or the answer is refused; and by segments nothing
// can be lost at all.
#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "translate/guard.h"
#include "translate/marks.h"

namespace {

using model::RichText;
using model::Span;
using model::SpanKind;
using translate::Marks;

// Numbers that look random and are the same everywhere (SplitMix64).
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  std::uint64_t roll(std::uint64_t sides) {
    state_ += 0x9E3779B97F4A7C15u;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return (z ^ (z >> 31)) % sides;
  }
  template <typename T, std::size_t N>
  const T& pick(const std::array<T, N>& all) {
    return all[roll(N)];
  }

 private:
  std::uint64_t state_;
};

constexpr std::array<std::string_view, 18> kWords = {
    "hello",      "the black cat", "今天天气很好", "猫",         "я тебя люблю", "مرحبا",
    "ネコ",       "안녕하세요",    "sleeps,",      "and so on.", "x & y",        "a < b",
    "\"quoted\"", "don't",         "नमस्ते",         "ok!",        "（笑）",       "Ça va ?"};

struct Sample {
  std::string_view text;
  SpanKind kind;  // Plain: found by itself
};
constexpr std::array<Sample, 24> kTokens = {{{"@alice", SpanKind::Mention},
                                             {"@bo@example.org", SpanKind::Mention},
                                             {"#cattax", SpanKind::Tag},
                                             {"#猫税", SpanKind::Tag},
                                             {"example.org/a/long…", SpanKind::Link},
                                             {":blobcat:", SpanKind::Emoji},
                                             {"@carol", SpanKind::Plain},
                                             {"@dan@social.example", SpanKind::Plain},
                                             {"#plain", SpanKind::Plain},
                                             {"#话题[话题]#", SpanKind::Plain},
                                             {"https://example.org/x?*y=1&z=2", SpanKind::Plain},
                                             {"www.example.org", SpanKind::Plain},
                                             {"me@example.org", SpanKind::Plain},
                                             {":neocat_heart:", SpanKind::Plain},
                                             {"🎉", SpanKind::Plain},
                                             {"👩‍👩‍👧‍👦", SpanKind::Plain},
                                             {"🇨🇳", SpanKind::Plain},
                                             {"5 kg", SpanKind::Plain},
                                             {"$19.99", SpanKind::Plain},
                                             {"37.5°C", SpanKind::Plain},
                                             {"12:30", SpanKind::Plain},
                                             {"`let x = 1`", SpanKind::Plain},
                                             {"____ (3)", SpanKind::Plain},
                                             {"（ ）", SpanKind::Plain}}};

struct Post {
  RichText rich;
  std::vector<std::string> tokens;
};

Post make_post(Dice& dice) {
  Post post;
  const std::uint64_t lines = 1 + dice.roll(3);
  for (std::uint64_t line = 0; line < lines; ++line) {
    if (line > 0) {
      const bool same_block = dice.roll(2) == 0;
      post.rich.text += same_block ? "\u2028" : "\n";
      if (!same_block) post.rich.blocks.push_back({});
    } else {
      post.rich.blocks.push_back({});
    }
    model::Block& block = post.rich.blocks.back();
    if (block.end == 0) block.begin = static_cast<std::uint32_t>(post.rich.text.size());
    const std::uint64_t parts = 1 + dice.roll(7);
    for (std::uint64_t i = 0; i < parts; ++i) {
      if (i > 0) post.rich.text += ' ';
      if (dice.roll(2) == 0) {
        post.rich.text += dice.pick(kWords);
        continue;
      }
      const Sample& sample = dice.pick(kTokens);
      const auto begin = static_cast<std::uint32_t>(post.rich.text.size());
      post.rich.text += sample.text;
      post.tokens.emplace_back(sample.text);
      if (sample.kind == SpanKind::Plain) continue;
      Span span;
      span.begin = begin;
      span.end = static_cast<std::uint32_t>(post.rich.text.size());
      span.kind = sample.kind;
      span.target = "https://example.org/" + std::to_string(post.tokens.size());
      span.label = sample.text;
      post.rich.spans.push_back(std::move(span));
    }
    block.end = static_cast<std::uint32_t>(post.rich.text.size());
  }
  return post;
}

enum class Damage : std::uint8_t {
  None,
  Dropped,
  Doubled,
  Swapped,
  Blanks,
  Case,
  FullWidth,
  Translated,
  Renumbered,
  Cut,
  Glued,
  Emptied,
  OtherBrackets,
  Moved,
  Last = Moved
};

std::string full_width(std::string_view mark) {
  std::string out;
  for (const char c : mark) {
    if (c > ' ' && c < 0x7F) {
      base::append_utf8(out, static_cast<char32_t>(c) + 0xFEE0);
    } else {
      out += c;
    }
  }
  return out;
}

std::string damaged_mark(std::string mark, Damage damage, Dice& dice) {
  switch (damage) {
    case Damage::Dropped:
      return "";
    case Damage::Doubled:
      return mark + ' ' + mark;
    case Damage::Blanks:
      return mark.substr(0, 3) == "⟦" ? "⟦ " + mark.substr(3) : mark.insert(2, " ");
    case Damage::Case:
      for (char& c : mark) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      return mark;
    case Damage::FullWidth:
      return full_width(mark);
    case Damage::Translated:
      return "[ficha]";
    case Damage::Renumbered: {
      for (char& c : mark) c = c >= '0' && c <= '9' ? static_cast<char>('0' + dice.roll(10)) : c;
      return mark;
    }
    case Damage::Cut:
      return std::string(base::utf8_prefix(mark, mark.size() - 1));
    case Damage::Glued:
      return "word" + mark + "word";
    case Damage::Emptied:
      return " ";
    case Damage::OtherBrackets:
      return "((" + mark + "))";
    default:
      return mark;
  }
}

// A service: turns words around letter by letter, and one or all of its marks into something else.
std::string answer_of(const std::string& sent, Marks marks, Damage damage, Dice& dice) {
  const translate::FoundMarks found = translate::find_marks(marks, sent);
  std::vector<std::string> texts;
  std::vector<std::string> written;
  std::size_t at = 0;
  for (const translate::FoundMark& mark : found.marks) {
    texts.push_back(sent.substr(at, mark.begin - at));
    written.push_back(sent.substr(mark.begin, mark.end - mark.begin));
    at = mark.end;
  }
  texts.push_back(sent.substr(at));
  if (!written.empty()) {
    const std::size_t victim = dice.roll(written.size());
    const std::size_t other = dice.roll(written.size());
    if (damage == Damage::Swapped) std::swap(written[victim], written[other]);
    if (damage == Damage::Moved) {
      std::string moved = written[victim];
      written[victim].clear();
      texts.back() += moved;
    }
    written[victim] = damaged_mark(written[victim], damage, dice);
  }
  std::string out = texts[0].empty() ? "" : "«tr» " + texts[0];
  for (std::size_t i = 0; i < written.size(); ++i) out += written[i] + texts[i + 1];
  return out;
}

// The kept tokens of a text as the reader sees them, in order, with the addresses behind them.
std::string tokens_of(const RichText& rich) {
  std::string out;
  for (const translate::Token& token : translate::find_tokens(rich)) {
    if (token.kind == translate::TokenKind::Untouched) continue;
    out += rich.text.substr(token.range.begin, token.range.end - token.range.begin) + '|';
  }
  for (const Span& span : rich.spans) {
    out += rich.text.substr(span.begin, span.end - span.begin) + '>' + span.target + '|';
  }
  return out;
}

// The lengths of the tokens' surroundings do not matter, but which blocks they stand in does.
bool same_blocks(const RichText& a, const RichText& b) {
  if (a.blocks.size() != b.blocks.size()) return false;
  for (std::size_t i = 0; i < a.blocks.size(); ++i) {
    if (a.blocks[i].kind != b.blocks[i].kind) return false;
    if (b.blocks[i].end > b.text.size() || b.blocks[i].begin > b.blocks[i].end) return false;
    if (i > 0 && b.blocks[i].begin != b.blocks[i - 1].end + 1) return false;
  }
  return true;
}

struct Tally {
  int restored = 0;
  int refused = 0;
  int by_segments = 0;
};

void run_post(std::uint64_t seed, Tally& tally) {
  Dice dice(seed);
  const Post post = make_post(dice);
  const Marks marks = std::array{Marks::Words, Marks::Elements, Marks::Brackets}[dice.roll(3)];
  const auto damage = static_cast<Damage>(dice.roll(static_cast<std::uint64_t>(Damage::Last) + 1));
  const std::vector<translate::Unit> units =
      find_units(post.rich, translate::find_tokens(post.rich), translate::Lines::Apart);
  std::vector<translate::Pieces> pieces;
  for (const translate::Unit& unit : units) {
    const std::optional<std::string> sent = write_marked(post.rich, unit, marks);
    REQUIRE(sent);
    for (const std::string& token : post.tokens) {
      if (token.size() > 4) CHECK_MESSAGE(sent->find(token) == std::string::npos, *sent);
    }
    std::optional<translate::Pieces> read =
        read_marked(post.rich, unit, marks, answer_of(*sent, marks, damage, dice));
    const bool harmless = unit.tokens.empty() || damage == Damage::None || damage == Damage::Case;
    if (harmless && !(damage == Damage::Case && marks == Marks::Elements)) CHECK(read);
    ++(read ? tally.restored : tally.refused);
    if (!read) {
      std::vector<std::string> answers;
      for (const std::string& segment : write_segments(post.rich, unit))
        answers.push_back("«tr» " + segment);
      read = read_segments(post.rich, unit, answers);
      REQUIRE(read);
      ++tally.by_segments;
    }
    pieces.push_back(std::move(*read));
  }
  const RichText translated = assemble(post.rich, units, pieces);
  CAPTURE(post.rich.text);
  CAPTURE(translated.text);
  CHECK(tokens_of(translated) == tokens_of(post.rich));
  CHECK(same_blocks(post.rich, translated));
  CHECK(base::is_valid_utf8(translated.text));
}

}  // namespace

TEST_CASE("guard: 10,000 posts through services that damage tokens in a dozen ways") {
  Tally tally;
  for (std::uint64_t seed = 1; seed <= 10'000; ++seed) {
    CAPTURE(seed);
    run_post(seed, tally);
  }
  MESSAGE(tally.restored, " lines restored, ", tally.refused,
          " refused and translated by segments");
  CHECK(tally.restored > 5'000);
  CHECK(tally.refused > 1'000);
}
