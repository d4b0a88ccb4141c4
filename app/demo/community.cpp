#include "demo/community.h"

#include <algorithm>
#include <numeric>

#include "base/json.h"

namespace demo {
namespace {

using base::Json;

std::string text_of(const Json& json) { return std::string(json.string_or({})); }

std::vector<std::string> texts_of(const Json& list) {
  std::vector<std::string> texts;
  for (const Json& item : list.items()) texts.push_back(text_of(item));
  return texts;
}

Words read_words(const Json& json) {
  return {text_of(json["title"]), text_of(json["text"]), text_of(json["warning"]),
          texts_of(json["poll"])};
}

Picture read_picture(const Json& json) {
  Picture picture;
  picture.file = text_of(json["file"]);
  picture.preview = json["preview"].string_or(picture.file);
  picture.fallback = text_of(json["fallback"]);
  picture.kind = json["kind"].string_or("image");
  picture.blurhash = text_of(json["blurhash"]);
  picture.alt = text_of(json["alt"]);
  picture.width_px = static_cast<int>(json["w"].integer_or(0));
  picture.height_px = static_cast<int>(json["h"].integer_or(0));
  if (json["focus"].items().size() == 2) {
    picture.focus_x = json["focus"].items()[0].number_or(0);
    picture.focus_y = json["focus"].items()[1].number_or(0);
  }
  picture.seconds = json["seconds"].number_or(0);
  for (const auto& [language, file] : json["captions"].members())
    picture.captions.emplace_back(language, text_of(file));
  return picture;
}

Entry read_entry(const Json& json) {
  Entry entry;
  entry.key = text_of(json["key"]);
  entry.by = static_cast<std::size_t>(std::max<std::int64_t>(0, json["by"].integer_or(0)));
  entry.language = text_of(json["lang"]);
  entry.label = entry.language;
  if (json.has("label")) entry.label.reset();
  if (json["label"].is_string()) entry.label = text_of(json["label"]);
  entry.words = read_words(json);
  entry.words.poll = texts_of(json["poll"]["options"]);
  for (const Json& votes : json["poll"]["votes"].items())
    entry.votes.push_back(votes.integer_or(0));
  entry.votes.resize(entry.words.poll.size());
  entry.tags = texts_of(json["tags"]);
  for (const Json& picture : json["media"].items()) entry.pictures.push_back(read_picture(picture));
  if (const Json& live = json["live"]; live.is_object()) {
    entry.live = LiveRoom{live["listeners"].integer_or(0), live["minutes"].integer_or(0),
                          texts_of(live["languages"])};
  }
  entry.sensitive = json["sensitive"].bool_or(false);
  entry.minutes = std::clamp<std::int64_t>(json["minutes"].integer_or(0), 0, 100'000'000);
  entry.likes = json["likes"].integer_or(0);
  entry.boosts = json["boosts"].integer_or(0);
  entry.more_replies = json["replies_extra"].integer_or(0);
  entry.parent =
      static_cast<int>(std::clamp<std::int64_t>(json["parent"].integer_or(-1), -1, 10'000));
  for (const Json& comment : json["comments"].items())
    entry.comments.push_back(read_entry(comment));
  return entry;
}

void read_translations(const Json& json, Entry& entry) {
  for (const auto& [language, words] : json.members())
    entry.translations.push_back({language, read_words(words)});
}

// What a broken pack could make other code trip over; empty: sound.
std::string fault_of(const Entry& entry, const Community& community, int index) {
  constexpr std::size_t kMostComments = 1000;  // ids leave room for 1023
  if (entry.by >= community.people.size()) return entry.key + " is by nobody";
  if (entry.parent >= index) return "an answer stands before what it answers";
  if (entry.comments.size() > kMostComments) return entry.key + " has too many comments";
  int at = 0;
  for (const Entry& comment : entry.comments) {
    if (std::string fault = fault_of(comment, community, at++); !fault.empty())
      return entry.key + ": " + fault;
  }
  return {};
}

void count_tags(Community& community) {
  // The wave that NEEDS.md tells of: two numbers in a day.
  constexpr std::string_view kWave = "tiktokrefugee";
  constexpr std::int64_t kWaveUses = 467'900'000;
  for (const Entry& post : community.posts) {
    for (const std::string& tag : post.tags) {
      const std::string name = folded(tag);
      const auto known = std::find_if(community.tags.begin(), community.tags.end(),
                                      [&](const auto& use) { return folded(use.first) == name; });
      const std::int64_t uses = 40 + post.likes / 900 + post.more_replies;
      if (known != community.tags.end()) {
        known->second += uses;
      } else {
        community.tags.emplace_back(tag, name == kWave ? kWaveUses : uses);
      }
    }
  }
  std::stable_sort(community.tags.begin(), community.tags.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
}

}  // namespace

std::string folded(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return out;
}

std::optional<std::size_t> Community::person_of(std::string_view acct) const {
  const std::string wanted = folded(acct);
  for (std::size_t i = 0; i < people.size(); ++i) {
    if (folded(people[i].acct) == wanted) return i;
  }
  return std::nullopt;
}

base::Result<Community, std::string> read_pack(std::string_view pack_json) {
  base::Result<Json, base::JsonError> json = base::parse_json(pack_json);
  if (!json) {
    const base::JsonError& error = json.error();
    return base::fail("the pack is not JSON: " + error.what + " (line " +
                      std::to_string(error.place.line) + ", column " +
                      std::to_string(error.place.column) + ")");
  }
  const Json& pack = json.value();
  Community community;
  for (const Json& person : pack["people"].items()) {
    community.people.push_back({text_of(person["name"]), text_of(person["acct"]),
                                text_of(person["since"]), text_of(person["note"]),
                                text_of(person["avatar"]), 0});
  }
  for (const Json& emoji : pack["emojis"].items()) {
    community.emojis.push_back({text_of(emoji["shortcode"]), text_of(emoji["file"])});
  }
  for (const Json& post : pack["posts"].items()) {
    Entry entry = read_entry(post);
    const std::vector<Json>& kept =
        pack["translations"][entry.key].items();  // the post's, then its comments'
    for (std::size_t i = 0; i < kept.size() && i <= entry.comments.size(); ++i) {
      read_translations(kept[i], i == 0 ? entry : entry.comments[i - 1]);
    }
    if (const std::string fault = fault_of(entry, community, 0); !fault.empty()) {
      return base::fail("the pack is broken: " + fault);
    }
    ++community.people[entry.by].posts;
    community.posts.push_back(std::move(entry));
  }
  if (community.posts.empty()) return base::fail(std::string("the pack holds no posts"));
  community.by_likes.resize(community.posts.size());
  std::iota(community.by_likes.begin(), community.by_likes.end(), std::size_t{0});
  std::stable_sort(community.by_likes.begin(), community.by_likes.end(),
                   [&](std::size_t a, std::size_t b) {
                     return community.posts[a].likes > community.posts[b].likes;
                   });
  count_tags(community);
  return community;
}

}  // namespace demo
