#include "demo/render.h"

#include <algorithm>

#include "base/url.h"
#include "model/time.h"

namespace demo {
namespace {

using base::Json;

constexpr std::int64_t kMinuteMs = 60'000;
constexpr std::int64_t kDayMs = 24 * 60 * kMinuteMs;

Json text(std::string_view value) { return Json::string(std::string(value)); }
Json text_or_null(std::string_view value) { return value.empty() ? Json() : text(value); }

std::string file_address(std::string_view file) { return "demo/" + std::string(file); }

std::string profile_address(const Person& person) {
  return std::string(kWebAddress) + "/@" + person.acct;
}

Json emoji_json(const EmojiPicture& emoji) {
  return Json::object({{"shortcode", text(emoji.shortcode)},
                       {"url", text(file_address(emoji.file))},
                       {"static_url", text(file_address(emoji.file))},
                       {"visible_in_picker", Json::boolean(true)}});
}

Json size_json(const Picture& picture, double scale) {
  const double w = std::max(1, static_cast<int>(picture.width_px * scale));
  const double h = std::max(1, static_cast<int>(picture.height_px * scale));
  return Json::object(
      {{"width", Json::number(w)}, {"height", Json::number(h)}, {"aspect", Json::number(w / h)}});
}

Json media_json(const Picture& picture, const std::string& id) {
  Json original = size_json(picture, 1);
  if (picture.seconds > 0) original.append("duration", Json::number(picture.seconds));
  Json meta = Json::object({{"original", std::move(original)}, {"small", size_json(picture, 0.5)}});
  meta.append("focus", Json::object({{"x", Json::number(picture.focus_x)},
                                     {"y", Json::number(picture.focus_y)}}));
  Json media = Json::object({{"id", text(id)},
                       {"type", text(picture.kind)},
                       {"url", text(file_address(picture.file))},
                       {"preview_url", text(file_address(picture.preview))},
                       {"remote_url", picture.fallback.empty() ? Json() : text(file_address(picture.fallback))},
                       {"meta", std::move(meta)},
                       {"description", text_or_null(picture.alt)},
                       {"blurhash", text_or_null(picture.blurhash)}});
  // An extension, as "live" is: {"en": "demo/….vtt"}.
  if (!picture.captions.empty()) {
    Json captions = Json::object();
    for (const auto& [language, file] : picture.captions) captions.append(language, text(file_address(file)));
    media.append("captions", std::move(captions));
  }
  return media;
}

Json mentions_json(const Community& community, std::string_view marked) {
  Json mentions = Json::array();
  for (std::size_t at = marked.find("\x01@"); at != std::string_view::npos;
       at = marked.find("\x01@", at + 1)) {
    const std::size_t end = std::min(marked.find(kTokenEnd, at), marked.size());
    const std::optional<std::size_t> person =
        community.person_of(marked.substr(at + 2, end - at - 2));
    if (!person) continue;
    const Person& who = community.people[*person];
    mentions.push(Json::object({{"id", text(account_id(*person))},
                                {"username", text(who.acct)},
                                {"url", text(profile_address(who))},
                                {"acct", text(who.acct)}}));
  }
  return mentions;
}

Json tags_json(const Entry& entry) {
  Json tags = Json::array();
  for (const std::string& tag : entry.tags) {
    const std::string url = std::string(kWebAddress) + "/tags/" + base::percent_encode(tag);
    tags.push(Json::object({{"name", text(tag)}, {"url", text(url)}}));
  }
  return tags;
}

Json poll_json(const Entry& entry, const std::string& id, std::int64_t created_ms,
               std::int64_t now_ms) {
  if (entry.words.poll.empty()) return Json();
  constexpr std::int64_t kOpenMs = 7 * kDayMs;
  Json options = Json::array();
  std::int64_t all = 0;
  for (std::size_t i = 0; i < entry.words.poll.size(); ++i) {
    options.push(Json::object(
        {{"title", text(entry.words.poll[i])}, {"votes_count", Json::integer(entry.votes[i])}}));
    all += entry.votes[i];
  }
  return Json::object({{"id", text(id)},
                       {"expires_at", text(model::write_time(created_ms + kOpenMs))},
                       {"expired", Json::boolean(now_ms > created_ms + kOpenMs)},
                       {"multiple", Json::boolean(false)},
                       {"votes_count", Json::integer(all)},
                       {"voters_count", Json::integer(all)},
                       {"options", std::move(options)},
                       {"emojis", Json::array()}});
}

Json live_json(const Entry& entry, std::int64_t now_ms) {
  Json languages = Json::array();
  for (const std::string& language : entry.live->languages) languages.push(text(language));
  return Json::object(
      {{"started_at", text(model::write_time(now_ms - entry.live->minutes * kMinuteMs))},
       {"listeners", Json::integer(entry.live->listeners)},
       {"languages", std::move(languages)}});
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

Json emojis_json(const Community& community, std::string_view marked) {
  Json emojis = Json::array();
  for (const EmojiPicture& emoji : community.emojis) {
    const std::string token = kTokenStart + (':' + emoji.shortcode) + ':' + kTokenEnd;
    if (marked.find(token) != std::string_view::npos) emojis.push(emoji_json(emoji));
  }
  return emojis;
}

Json all_emojis_json(const Community& community) {
  Json emojis = Json::array();
  for (const EmojiPicture& emoji : community.emojis) emojis.push(emoji_json(emoji));
  return emojis;
}

Json account_json(const Community& community, std::size_t person) {
  const Person& who = community.people[person];
  const auto followers = static_cast<std::int64_t>((person * 7919 + 13) % 9000 + 12);
  const Json avatar = who.avatar.empty() ? Json() : text(file_address(who.avatar));
  return Json::object({{"id", text(account_id(person))},
                       {"username", text(who.acct)},
                       {"acct", text(who.acct)},
                       {"display_name", text(who.name)},
                       {"locked", Json::boolean(false)},
                       {"bot", Json::boolean(false)},
                       {"group", Json::boolean(false)},
                       {"created_at", text(who.since + "T00:00:00.000Z")},
                       {"note", text(html_of(who.note))},
                       {"url", text(profile_address(who))},
                       {"uri", text(profile_address(who))},
                       {"avatar", avatar},
                       {"avatar_static", avatar},
                       {"header", Json()},
                       {"header_static", Json()},
                       {"followers_count", Json::integer(followers)},
                       {"following_count", Json::integer(followers % 400 + 5)},
                       {"statuses_count", Json::integer(who.posts)},
                       {"last_status_at", Json()},
                       {"emojis", Json::array()},
                       {"fields", Json::array()}});
}

Json tag_json(std::string_view name, std::int64_t uses, std::int64_t now_ms) {
  Json history = Json::array();
  const std::int64_t today = now_ms / kDayMs * (kDayMs / 1000);
  std::int64_t left = uses;
  for (int day = 0; day < 7; ++day) {
    const std::int64_t here = day == 6 ? left : left * 6 / 7;
    left -= here;
    history.push(Json::object({{"day", text(std::to_string(today - day * (kDayMs / 1000)))},
                               {"accounts", text(std::to_string(here / 3))},
                               {"uses", text(std::to_string(here))}}));
  }
  return Json::object(
      {{"name", text(name)},
       {"url", text(std::string(kWebAddress) + "/tags/" + base::percent_encode(name))},
       {"history", std::move(history)}});
}

Json status_json(const Timeline& timeline, Spot spot, std::int64_t now_ms) {
  now_ms = now_ms / kMinuteMs * kMinuteMs;
  const Community& community = timeline.community();
  const Entry& post = timeline.entry({spot.index, -1});
  const Entry& entry = timeline.entry(spot);
  const std::string id = Timeline::id_of(spot);
  const std::string url = profile_address(community.people[entry.by]) + '/' + id;
  const std::int64_t created_ms = now_ms - timeline.age_minutes(spot) * kMinuteMs;
  const std::string words = entry.words.title + '\n' + entry.words.text;
  Json parent_id;
  Json parent_account;
  if (spot.comment >= 0) {
    parent_id = text(Timeline::id_of({spot.index, entry.parent}));
    parent_account = text(account_id(timeline.entry({spot.index, entry.parent}).by));
  }
  Json media = Json::array();
  for (std::size_t i = 0; i < entry.pictures.size(); ++i) {
    media.push(media_json(entry.pictures[i], id + std::to_string(i + 1)));
  }
  Json status =
      Json::object({{"id", text(id)},
                    {"created_at", text(model::write_time(created_ms))},
                    {"in_reply_to_id", std::move(parent_id)},
                    {"in_reply_to_account_id", std::move(parent_account)},
                    {"sensitive", Json::boolean(entry.sensitive)},
                    {"spoiler_text", text(entry.words.warning)},
                    {"visibility", text("public")},
                    {"language", entry.label ? text(*entry.label) : Json()},
                    {"uri", text(url)},
                    {"url", text(url)},
                    {"replies_count", Json::integer(replies_of(post, spot.comment))},
                    {"reblogs_count", Json::integer(timeline.varied(entry.boosts, spot.index))},
                    {"favourites_count", Json::integer(timeline.varied(entry.likes, spot.index))},
                    {"quotes_count", Json::integer(0)},
                    {"edited_at", Json()},
                    {"content", text(html_of(entry.words))},
                    {"reblog", Json()},
                    {"application", Json()},
                    {"account", account_json(community, entry.by)},
                    {"media_attachments", std::move(media)},
                    {"mentions", mentions_json(community, words)},
                    {"tags", tags_json(entry)},
                    {"emojis", emojis_json(community, words)},
                    {"card", Json()},
                    {"poll", poll_json(entry, id, created_ms, now_ms)}});
  if (entry.live) status.append("live", live_json(entry, now_ms));
  return status;
}

}  // namespace demo
