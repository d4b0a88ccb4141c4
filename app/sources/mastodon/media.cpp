#include <algorithm>
#include <cmath>

#include "base/words.h"
#include "sources/mastodon/status.h"

namespace sources::mastodon {
namespace {

using base::Json;
using model::Media;
using model::MediaKind;

// A picture as wide or high as this is nonsense; nothing decodes it.
constexpr std::int64_t kLongestSide = 65535;

std::string_view extension_of(std::string_view url) {
  url = url.substr(0, url.find_first_of("?#"));
  const std::size_t dot = url.rfind('.');
  return dot == std::string_view::npos ? std::string_view() : url.substr(dot + 1);
}

// "unknown" means that the server has no copy of its own; the address often tells.
MediaKind kind_of(std::string_view type, std::string_view url) {
  if (type == "gifv") return MediaKind::Gif;
  if (type.starts_with("image")) return MediaKind::Image;
  if (type.starts_with("video")) return MediaKind::Video;
  if (type.starts_with("audio")) return MediaKind::Audio;
  const std::string_view extension = extension_of(url);
  if (base::has_word("jpg jpeg png webp gif avif JPG JPEG PNG", extension)) return MediaKind::Image;
  if (base::has_word("mp4 webm mov m4v MP4 MOV", extension)) return MediaKind::Video;
  if (base::has_word("mp3 ogg oga opus flac wav m4a", extension)) return MediaKind::Audio;
  return MediaKind::Unknown;
}

bool read_size(const Json& place, Media& media) {
  const std::int64_t w = std::llround(std::clamp(place["width"].number_or(0), 0.0, 1e9));
  const std::int64_t h = std::llround(std::clamp(place["height"].number_or(0), 0.0, 1e9));
  if (w < 1 || h < 1 || w > kLongestSide || h > kLongestSide) return false;
  media.width_px = static_cast<int>(w);
  media.height_px = static_cast<int>(h);
  return true;
}

float read_focus(const Json& value) {
  return static_cast<float>(std::clamp(value.number_or(0), -1.0, 1.0));
}

// https://github.com/woltapp/blurhash: base 83, 4 + 2 characters a component, at most 9 x 9.
std::string read_blurhash(const Json& value) {
  const std::string_view hash = value.string_or({});
  const bool sound =
      hash.size() >= 6 && hash.size() <= 4 + 2 * 81 && hash.size() % 2 == 0 &&
      std::all_of(hash.begin(), hash.end(), [](char c) { return c > ' ' && c <= '~'; });
  return sound ? std::string(hash) : std::string();
}

}  // namespace

std::vector<Media> read_media(const Json& attachments, ReadAs as) {
  constexpr std::size_t kMostMedia = 32;  // Mastodon 4, Pixelfed 20
  constexpr double kLongestDuration = 1e6;
  std::vector<Media> read;
  for (const Json& attachment : attachments.items()) {
    if (read.size() == kMostMedia) break;
    Media media;
    media.id = attachment["id"].id_or({});
    media.url = read_address(attachment["url"], as);
    if (media.url.empty()) media.url = read_address(attachment["remote_url"], as);
    media.preview_url = read_address(attachment["preview_url"], as);
    if (media.preview_url.empty())
      media.preview_url = read_address(attachment["preview_remote_url"], as);
    if (media.url.empty()) media.url = media.preview_url;
    if (media.url.empty()) continue;
    media.kind = kind_of(attachment["type"].string_or({}), media.url);
    const bool is_picture = media.kind == MediaKind::Image || media.kind == MediaKind::Unknown;
    if (media.preview_url.empty() && is_picture) media.preview_url = media.url;

    const Json& meta = attachment["meta"];
    if (!read_size(meta["original"], media) && !read_size(meta, media))
      read_size(meta["small"], media);
    media.focus_x = read_focus(meta["focus"]["x"]);
    media.focus_y = read_focus(meta["focus"]["y"]);
    const double duration = meta["original"]["duration"].number_or(meta["duration"].number_or(0));
    media.duration_s = std::clamp(duration, 0.0, kLongestDuration);
    media.blurhash = read_blurhash(attachment["blurhash"]);
    media.description = attachment["description"].string_or({});
    read.push_back(std::move(media));
  }
  return read;
}

}  // namespace sources::mastodon
