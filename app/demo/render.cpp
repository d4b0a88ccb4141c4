#include "demo/render.h"

#include <algorithm>

#include "base/url.h"
#include "model/time.h"

namespace demo {
namespace {

constexpr std::int64_t kMinuteMs = 60'000;
constexpr std::int64_t kDayMs = 24 * 60 * kMinuteMs;

std::string file_address(std::string_view file) {
  return file.empty() ? std::string() : "demo/" + std::string(file);
}

std::string profile_address(const Person& person) {
  return std::string(kWebAddress) + "/@" + person.acct;
}

std::string tag_address(std::string_view tag) {
  return std::string(kWebAddress) + "/tags/" + base::percent_encode(tag);
}

void write_emoji(JsonWriter& json, const EmojiPicture& emoji) {
  const std::string address = file_address(emoji.file);
  json.object();
  json.text("shortcode", emoji.shortcode);
  json.text("url", address);
  json.text("static_url", address);
  json.flag("visible_in_picker", true);
  json.end();
}

void write_size(JsonWriter& json, std::string_view name, const Picture& picture, int divisor) {
  const int w = std::max(1, picture.width_px / divisor);
  const int h = std::max(1, picture.height_px / divisor);
  json.object(name);
  json.whole("width", w);
  json.whole("height", h);
  json.number("aspect", static_cast<double>(w) / h);
  if (divisor == 1 && picture.seconds > 0) json.number("duration", picture.seconds);
  json.end();
}

void write_media(JsonWriter& json, const Picture& picture, const std::string& id) {
  json.object();
  json.text("id", id);
  json.text("type", picture.kind);
  json.text("url", file_address(picture.file));
  json.text("preview_url", file_address(picture.preview));
  json.text_or_null("remote_url", file_address(picture.fallback));
  json.object("meta");
  write_size(json, "original", picture, 1);
  write_size(json, "small", picture, 2);
  json.object("focus");
  json.number("x", picture.focus_x);
  json.number("y", picture.focus_y);
  json.end();
  json.end();
  json.text_or_null("description", picture.alt);
  json.text_or_null("blurhash", picture.blurhash);
  if (!picture.captions.empty()) {  // an extension, as "live" is: {"en": "demo/….vtt"}
    json.object("captions");
    for (const auto& [language, file] : picture.captions) json.text(language, file_address(file));
    json.end();
  }
  json.end();
}

void write_mentions(JsonWriter& json, const Community& community, std::string_view marked) {
  json.list("mentions");
  for (std::size_t at = marked.find("\x01@"); at != std::string_view::npos;
       at = marked.find("\x01@", at + 1)) {
    const std::size_t end = std::min(marked.find(kTokenEnd, at), marked.size());
    const std::optional<std::size_t> person =
        community.person_of(marked.substr(at + 2, end - at - 2));
    if (!person) continue;
    const Person& who = community.people[*person];
    json.object();
    json.text("id", account_id(*person));
    json.text("username", who.acct);
    json.text("url", profile_address(who));
    json.text("acct", who.acct);
    json.end();
  }
  json.end();
}

void write_tags(JsonWriter& json, const Entry& entry) {
  json.list("tags");
  for (const std::string& tag : entry.tags) {
    json.object();
    json.text("name", tag);
    json.text("url", tag_address(tag));
    json.end();
  }
  json.end();
}

void write_used_emojis(JsonWriter& json, const Community& community, std::string_view marked) {
  json.list("emojis");
  for (const EmojiPicture& emoji : community.emojis) {
    const std::string token = kTokenStart + (':' + emoji.shortcode) + ':' + kTokenEnd;
    if (marked.find(token) != std::string_view::npos) write_emoji(json, emoji);
  }
  json.end();
}

void write_poll(JsonWriter& json, const Entry& entry, const std::string& id,
                std::int64_t created_ms, std::int64_t now_ms) {
  if (entry.words.poll.empty()) {
    json.null("poll");
    return;
  }
  constexpr std::int64_t kOpenMs = 7 * kDayMs;
  std::int64_t all = 0;
  json.object("poll");
  json.text("id", id);
  json.text("expires_at", model::write_time(created_ms + kOpenMs));
  json.flag("expired", now_ms > created_ms + kOpenMs);
  json.flag("multiple", false);
  json.list("options");
  for (std::size_t i = 0; i < entry.words.poll.size(); ++i) {
    json.object();
    json.text("title", entry.words.poll[i]);
    json.whole("votes_count", entry.votes[i]);
    json.end();
    all += entry.votes[i];
  }
  json.end();
  json.whole("votes_count", all);
  json.whole("voters_count", all);
  json.empty_list("emojis");
  json.end();
}

void write_live(JsonWriter& json, const LiveRoom& live, std::int64_t now_ms) {
  json.object("live");
  json.text("started_at", model::write_time(now_ms - live.minutes * kMinuteMs));
  json.whole("listeners", live.listeners);
  json.list("languages");
  for (const std::string& language : live.languages) json.text({}, language);
  json.end();
  json.end();
}

std::int64_t replies_of(const Entry& post, int comment) {
  if (comment < 0) return static_cast<std::int64_t>(post.comments.size()) + post.more_replies;
  return std::count_if(post.comments.begin(), post.comments.end(),
                       [&](const Entry& other) { return other.parent == comment; });
}

}  // namespace

std::string account_id(std::size_t person) {
  return std::to_string(109'000'000'000'000'000 + static_cast<std::int64_t>(person));
}

void write_emojis(JsonWriter& json, const Community& community) {
  json.list();
  for (const EmojiPicture& emoji : community.emojis) write_emoji(json, emoji);
  json.end();
}

void write_account(JsonWriter& json, std::string_view name, const Community& community,
                   std::size_t person) {
  const Person& who = community.people[person];
  const auto followers = static_cast<std::int64_t>((person * 7919 + 13) % 9000 + 12);
  json.object(name);
  json.text("id", account_id(person));
  json.text("username", who.acct);
  json.text("acct", who.acct);
  json.text("display_name", who.name);
  json.flag("locked", false);
  json.flag("bot", false);
  json.flag("group", false);
  json.text("created_at", who.since + "T00:00:00.000Z");
  json.text("note", html_of(who.note));
  json.text("url", profile_address(who));
  json.text("uri", profile_address(who));
  json.text_or_null("avatar", file_address(who.avatar));
  json.text_or_null("avatar_static", file_address(who.avatar));
  json.null("header");
  json.null("header_static");
  json.whole("followers_count", followers);
  json.whole("following_count", followers % 400 + 5);
  json.whole("statuses_count", who.posts);
  json.null("last_status_at");
  json.empty_list("emojis");
  json.empty_list("fields");
  json.end();
}

// History as Mastodon has it: strings, the newest day first; most of a wave came today.
void write_tag(JsonWriter& json, std::string_view tag, std::int64_t uses, std::int64_t now_ms) {
  constexpr std::int64_t kDayS = kDayMs / 1000;
  constexpr int kDays = 7;
  const std::int64_t today = now_ms / kDayMs * kDayS;
  json.object();
  json.text("name", tag);
  json.text("url", tag_address(tag));
  json.list("history");
  for (int day = 0; day < kDays; ++day) {
    const std::int64_t here = day == kDays - 1 ? uses : uses * 6 / 7;
    uses -= here;
    json.object();
    json.text("day", std::to_string(today - day * kDayS));
    json.text("accounts", std::to_string(here / 3));
    json.text("uses", std::to_string(here));
    json.end();
  }
  json.end();
  json.end();
}

void write_status(JsonWriter& json, const Timeline& timeline, Spot spot, std::int64_t now_ms) {
  now_ms = now_ms / kMinuteMs * kMinuteMs;
  const Community& community = timeline.community();
  const Entry& post = timeline.entry({spot.index, -1});
  const Entry& entry = timeline.entry(spot);
  const std::string id = Timeline::id_of(spot);
  const std::string url = profile_address(community.people[entry.by]) + '/' + id;
  const std::int64_t created_ms = now_ms - timeline.age_minutes(spot) * kMinuteMs;
  const std::string words = entry.words.title + '\n' + entry.words.text;
  const Spot parent{spot.index, entry.parent};
  const bool is_comment = spot.comment >= 0;
  json.object();
  json.text("id", id);
  json.text("created_at", model::write_time(created_ms));
  json.text_or_null("in_reply_to_id", is_comment ? Timeline::id_of(parent) : "");
  json.text_or_null("in_reply_to_account_id",
                    is_comment ? account_id(timeline.entry(parent).by) : "");
  json.flag("sensitive", entry.sensitive);
  json.text("spoiler_text", entry.words.warning);
  json.text("visibility", "public");
  json.text_or_null("language", entry.label.value_or(""));
  json.text("uri", url);
  json.text("url", url);
  json.whole("replies_count", replies_of(post, spot.comment));
  json.whole("reblogs_count", timeline.varied(entry.boosts, spot.index));
  json.whole("favourites_count", timeline.varied(entry.likes, spot.index));
  json.whole("quotes_count", 0);
  json.null("edited_at");
  json.text("content", html_of(entry.words));
  json.null("reblog");
  json.null("application");
  write_account(json, "account", community, entry.by);
  json.list("media_attachments");
  for (std::size_t i = 0; i < entry.pictures.size(); ++i) {
    write_media(json, entry.pictures[i], id + std::to_string(i + 1));
  }
  json.end();
  write_mentions(json, community, words);
  write_tags(json, entry);
  write_used_emojis(json, community, words);
  json.null("card");
  write_poll(json, entry, id, created_ms, now_ms);
  if (entry.live) write_live(json, *entry.live, now_ms);
  json.end();
}

}  // namespace demo
