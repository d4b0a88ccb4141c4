// The values that everything is about. A comment is a Post with a parent. Times are milliseconds
// since 1970-01-01 UTC, 0 = unknown. Text is valid UTF-8. Addresses are absolute http(s) or empty.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/language.h"
#include "model/rich_text.h"

namespace model {

inline constexpr std::int64_t kUnknownCount = -1;

struct Author {
  std::string id;
  RichText name;  // display name, with custom emoji; the acct if the server gave none
  std::string acct;
  std::string url;
  std::string avatar_url;
  std::int64_t created_ms = 0;
  bool bot = false;
};

enum class MediaKind : std::uint8_t { Image, Gif, Video, Audio, Unknown };

struct Media {
  std::string id;
  MediaKind kind = MediaKind::Unknown;
  std::string url;          // the full thing
  std::string preview_url;  // a picture of it; may equal url
  int width_px = 0;         // 0: unknown until the picture arrives
  int height_px = 0;
  float focus_x = 0;  // [-1, 1], Mastodon's focal point
  float focus_y = 0;
  double duration_s = 0;
  std::string blurhash;     // empty: none
  std::string description;  // alternative text; may be empty
};

struct PollOption {
  std::string title;
  std::int64_t votes = kUnknownCount;
};

struct Poll {
  std::vector<PollOption> options;
  std::int64_t votes = kUnknownCount;
  std::int64_t expires_ms = 0;
  bool expired = false;
};

struct LinkPreview {
  std::string url;
  std::string title;
  std::string description;
  std::string provider;
  std::string image_url;
};

struct Live {
  std::int64_t started_ms = 0;
  std::int64_t listeners = kUnknownCount;
  std::vector<std::string> languages;
  [[nodiscard]] bool on() const { return started_ms != 0; }
};

struct Counts {
  std::int64_t likes = kUnknownCount;
  std::int64_t boosts = kUnknownCount;
  std::int64_t replies = kUnknownCount;
};

struct Post {
  std::string id;
  std::string url;
  std::string parent_id;  // empty: not a comment
  Author author;
  std::string boosted_by;  // display name of who boosted it into the feed; empty: nobody
  std::int64_t created_ms = 0;
  std::int64_t edited_ms = 0;
  std::string language;  // the server's label, canonical BCP-47, empty when missing or nonsense
  // What the text is in, label and text weighed (model/detect.h); none: not looked at yet.
  std::optional<Language> written_in;
  RichText body;
  std::string warning;  // content warning; empty: none
  bool sensitive = false;
  std::vector<Media> media;
  std::vector<std::string> tags;
  Counts counts;
  std::vector<Poll> poll;         // none or one
  std::vector<LinkPreview> link;  // none or one
  Live live;
};

struct Instance {
  std::string title;
  std::string description;
  std::vector<std::string> rules;
  std::vector<std::string> languages;
};

struct Thread {
  std::vector<Post> ancestors;    // oldest first
  std::vector<Post> descendants;  // in the server's order; parent_id tells the tree
};

}  // namespace model
