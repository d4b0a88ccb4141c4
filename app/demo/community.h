// The embedded community as it lies in memory: read once from the pack, never changed.
// In texts U+0001 … U+0002 mark links, @mentions, #tags and :shortcodes: (web/pack-demo.mjs puts
// them).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace demo {

inline constexpr char kTokenStart = '\x01';
inline constexpr char kTokenEnd = '\x02';

struct Person {
  std::string name;
  std::string acct;
  std::string since;  // a date
  std::string note;
  std::string avatar;  // a file of the demo folder
  int posts = 0;
};

struct Words {
  std::string title;
  std::string text;
  std::string warning;
  std::vector<std::string> poll;
};

struct Picture {
  std::string file;
  std::string preview;
  std::string fallback;  // of a film: the same in another format
  std::string kind;      // Mastodon's type
  std::string blurhash;
  std::string alt;
  int width_px = 0;
  int height_px = 0;
  double focus_x = 0;
  double focus_y = 0;
  double seconds = 0;
  std::vector<std::pair<std::string, std::string>> captions;  // language, file
};

struct LiveRoom {
  std::int64_t listeners = 0;
  std::int64_t minutes = 0;
  std::vector<std::string> languages;
};

struct Translation {
  std::string language;
  Words words;
};

// A post, or a comment (which has no title, pictures, poll, live room or comments of its own).
struct Entry {
  std::string key;
  std::size_t by = 0;  // person
  std::string language;
  std::optional<std::string> label;  // what the "server" claims; none: the missing label
  Words words;
  std::vector<std::string> tags;
  std::vector<Picture> pictures;
  std::vector<std::int64_t> votes;
  std::optional<LiveRoom> live;
  bool sensitive = false;
  std::int64_t minutes = 0;  // age
  std::int64_t likes = 0;
  std::int64_t boosts = 0;
  std::int64_t more_replies = 0;  // counted, not there
  int parent = -1;                // comments: the comment answered; -1: the post
  std::vector<Translation> translations;
  std::vector<Entry> comments;  // a parent stands before its answers
};

struct EmojiPicture {
  std::string shortcode;
  std::string file;
};

struct Community {
  std::vector<Person> people;
  std::vector<EmojiPicture> emojis;
  std::vector<Entry> posts;                                // newest first
  std::vector<std::size_t> by_likes;                       // posts, most liked first
  std::vector<std::pair<std::string, std::int64_t>> tags;  // with their uses, most used first

  [[nodiscard]] std::optional<std::size_t> person_of(std::string_view acct) const;
};

base::Result<Community, std::string> read_pack(std::string_view pack_json);

// ASCII letters in lower case; other scripts stay.
std::string folded(std::string_view text);

}  // namespace demo
