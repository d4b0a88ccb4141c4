#include "model/language_score.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "embedded/languages.h"

namespace model {
namespace {

constexpr std::size_t kMaxLanguages = 64;
using Scores = std::array<int, kMaxLanguages>;

// Of a letter that a language has beyond its script's common ones, shared among those that have it.
constexpr int kLetterBonus = 24;
constexpr int kLetterPenalty = 14;
constexpr int kMaxSameLetter = 3;  // more of one letter says nothing new
constexpr std::size_t kMaxKeys = 240;
constexpr std::size_t kMaxWordBytes = 70;
constexpr int kHintScore = 9;

// Letters that all languages of a script share; what is beyond tells them apart.
std::u32string_view common_letters(Script script) {
  switch (script) {
    case Script::Cyrillic:
      return U"абвгдежзиклмнопрстуфхцчш";
    case Script::Arabic:
      return U"ابتثجحخدذرزسشصضطظعغفقلمنوهءآ";
    default:
      return {};
  }
}

std::string_view as_chars(std::span<const std::uint8_t> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::uint32_t head_of(std::string_view key) {
  std::uint32_t head = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    head = head << 8 | (i < key.size() ? static_cast<std::uint8_t>(key[i]) : 0u);
  }
  return head;
}

// Adds a key's weights to its languages' scores, starting at a pair.
void add_pairs(std::size_t pair, Scores& scores) {
  const auto languages = embedded::gram_languages();
  const auto weights = embedded::gram_weights();
  for (;; ++pair) {
    const std::uint8_t language = languages[pair];
    scores[language & ~embedded::kLastLanguage] += weights[pair];
    if ((language & embedded::kLastLanguage) != 0) return;
  }
}

bool add_from_block(const embedded::GramBlock& block, std::string_view key, Scores& scores) {
  const std::string_view bytes = as_chars(embedded::gram_keys());
  const auto languages = embedded::gram_languages();
  std::size_t at = block.keys;
  std::size_t pair = block.pairs;
  std::string own;
  for (int i = 0; i < embedded::kGramBlock && at + 1 < bytes.size(); ++i) {
    const std::size_t shared = static_cast<unsigned char>(bytes[at]);
    const std::size_t length = static_cast<unsigned char>(bytes[at + 1]);
    own.resize(shared);
    own += bytes.substr(at + 2, length);
    at += 2 + length;
    if (own == key) {
      add_pairs(pair, scores);
      return true;
    }
    if (own > key) return false;
    while ((languages[pair] & embedded::kLastLanguage) == 0) ++pair;
    ++pair;
  }
  return false;
}

void add_key(std::string_view key, Scores& scores) {
  const auto blocks = embedded::gram_blocks();
  const std::uint32_t head = head_of(key);
  auto after = std::upper_bound(
      blocks.begin(), blocks.end(), head,
      [](std::uint32_t value, const embedded::GramBlock& block) { return value < block.head; });
  // Several blocks may begin with the same four bytes.
  while (after != blocks.begin()) {
    --after;
    if (add_from_block(*after, key, scores) || after->head < head) return;
  }
}

// A word cut as eld cuts it: pieces of four bytes, three apart, and the last four; and the whole.
void cut_word(const std::string& word, std::vector<std::string>& keys) {
  const std::size_t length = std::min(word.size(), kMaxWordBytes);
  std::size_t at = 0;
  for (; at + 4 < length; at += 3) keys.push_back((at == 0 ? " " : "") + word.substr(at, 4));
  const std::size_t last = length > 4 ? length - 4 : 0;
  keys.push_back((at == 0 ? " " : "") + word.substr(last, length - last) + " ");
  if (at != 0) keys.push_back(" " + word.substr(0, length) + " ");
}

std::vector<std::string> keys_of(std::u32string_view words) {
  std::vector<std::string> keys;
  std::string word;
  for (std::size_t i = 0; i <= words.size() && keys.size() < kMaxKeys; ++i) {
    if (i < words.size() && !is_blank(words[i])) {
      base::append_utf8(word, words[i]);
      continue;
    }
    if (!word.empty()) cut_word(word, keys);
    word.clear();
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

void add_letters(std::u32string_view words, Script script, Scores& scores) {
  const auto rows = embedded::language_rows();
  const std::u32string_view common = common_letters(script);
  std::u32string seen;
  for (const char32_t code : words) {
    if (code < 0x80 || contains(common, code) || script_of(code) != script) continue;
    if (std::count(seen.begin(), seen.end(), code) >= kMaxSameLetter) continue;
    seen += code;
    int users = 0;
    for (const embedded::LanguageRow& row : rows) users += contains(row.letters, code) ? 1 : 0;
    if (users == 0) continue;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      scores[i] += contains(rows[i].letters, code) ? kLetterBonus / users : -kLetterPenalty;
    }
  }
}

// Indonesian and Malay: often the same sentence. The first in the table is right then.
bool are_siblings(std::string_view a, std::string_view b) { return a == "id" && b == "ms"; }

}  // namespace

ScoredLanguage score_languages(std::u32string_view words, Script script, std::string_view hint) {
  const auto rows = embedded::language_rows();
  Scores scores{};
  for (const std::string& key : keys_of(words)) add_key(key, scores);
  if (script != Script::Devanagari && script != Script::Hebrew) add_letters(words, script, scores);
  ScoredLanguage best;
  for (std::size_t i = 0; i < rows.size() && i < kMaxLanguages; ++i) {
    if (script_of(rows[i].letter) != script) continue;
    const int score = scores[i] + (rows[i].tag == hint && scores[i] > 0 ? kHintScore : 0);
    if (score > best.score) {
      best = {rows[i].tag, score, are_siblings(best.tag, rows[i].tag) ? best.second : best.score};
    } else if (!are_siblings(best.tag, rows[i].tag)) {
      best.second = std::max(best.second, score);
    }
  }
  return best;
}

}  // namespace model
