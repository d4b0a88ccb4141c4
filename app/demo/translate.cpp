#include "demo/translate.h"

#include <algorithm>
#include <vector>

#include "demo/render.h"
#include "model/language.h"

namespace demo {
namespace {

const Translation* find_translation(const Entry& entry, std::string_view target) {
  const model::Language wanted = model::parse_language(target);
  for (const Translation& kept : entry.translations) {
    const model::Language has =
        model::parse_language(kept.language == "zh" ? "zh-Hans" : kept.language);
    if (model::same_language(has, wanted)) return &kept;
  }
  return nullptr;
}

bool says(std::string_view marked, std::string_view plain) {
  std::size_t at = 0;
  for (const char c : marked) {
    if (c == kTokenStart || c == kTokenEnd) continue;
    if (at == plain.size() || plain[at] != c) return false;
    ++at;
  }
  return at == plain.size() && at > 0;
}

std::vector<std::string_view> paragraphs(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t length = text.find(separator);
    parts.push_back(text.substr(0, length));
    if (length == std::string_view::npos) return parts;
    text.remove_prefix(length + separator.size());
  }
}

// The part of `translated` that stands where `wanted` stands in `original`, when both have as many
// parts.
std::optional<std::string> matching_part(std::string_view original, std::string_view translated,
                                         std::string_view wanted, std::string_view separator) {
  const std::vector<std::string_view> from = paragraphs(original, separator);
  const std::vector<std::string_view> to = paragraphs(translated, separator);
  if (from.size() != to.size() || from.size() < 2) return std::nullopt;
  for (std::size_t i = 0; i < from.size(); ++i) {
    if (says(from[i], wanted)) return plain_of(to[i]);
  }
  return std::nullopt;
}

std::optional<std::string> translation_in(const Entry& entry, std::string_view text,
                                          std::string_view target) {
  const Translation* kept = find_translation(entry, target);
  if (kept == nullptr) return std::nullopt;
  const Words& from = entry.words;
  const Words& to = kept->words;
  if (says(from.text, text)) return plain_of(to.text);
  if (says(from.title, text)) return plain_of(to.title);
  if (says(from.warning, text)) return plain_of(to.warning);
  if (!from.title.empty() && says(from.title + "\n\n" + from.text, text))
    return plain_of(to.title + "\n\n" + to.text);
  for (std::size_t i = 0; i < std::min(from.poll.size(), to.poll.size()); ++i) {
    if (from.poll[i] == text) return to.poll[i];
  }
  std::optional<std::string> part = matching_part(from.text, to.text, text, "\n\n");
  return part ? part : matching_part(from.text, to.text, text, "\n");
}

}  // namespace

std::optional<std::string> kept_translation(const Community& community, std::string_view text,
                                            std::string_view target) {
  for (const Entry& post : community.posts) {
    if (std::optional<std::string> found = translation_in(post, text, target)) return found;
    for (const Entry& comment : post.comments) {
      if (std::optional<std::string> found = translation_in(comment, text, target)) return found;
    }
  }
  return std::nullopt;
}

bool write_status_translation(JsonWriter& json, const Timeline& timeline, Spot spot,
                              std::string_view target) {
  const Entry& entry = timeline.entry(spot);
  const Translation* kept = find_translation(entry, target);
  if (kept == nullptr) return false;
  json.object();
  json.text("content", html_of(kept->words));
  json.text("spoiler_text", kept->words.warning);
  json.text("language", kept->language);
  json.text("detected_source_language", model::parse_language(entry.language).primary);
  json.text("provider", "people who wrote it for Crossfeed");
  json.empty_list("media_attachments");
  if (kept->words.poll.empty()) {
    json.null("poll");
  } else {
    json.object("poll");
    json.text("id", Timeline::id_of(spot));
    json.list("options");
    for (const std::string& option : kept->words.poll) {
      json.object();
      json.text("title", option);
      json.end();
    }
    json.end();
    json.end();
  }
  json.end();
  return true;
}

bool write_libretranslate(JsonWriter& json, const Community& community, const base::Json& request) {
  const base::Json& asked = request["q"];
  const std::string_view target = request["target"].string_or({});
  std::vector<std::string> found;
  const auto translate = [&](const base::Json& text) {
    std::optional<std::string> kept = kept_translation(community, text.string_or({}), target);
    if (kept) found.push_back(std::move(*kept));
    return kept.has_value();
  };
  const bool all = asked.is_array()
                       ? std::all_of(asked.items().begin(), asked.items().end(), translate)
                       : translate(asked);
  if (!all) return false;
  json.object();
  if (asked.is_array()) {
    json.list("translatedText");
    for (const std::string& text : found) json.text({}, text);
    json.end();
  } else {
    json.text("translatedText", found.front());
  }
  json.end();
  return true;
}

void write_libretranslate_languages(JsonWriter& json) {
  json.list();
  for (const std::string_view code :
       {"zh-Hans", "en", "ja", "ko", "es", "fr", "de", "pt", "ru", "uk", "ar", "he", "fa", "hi",
        "th", "vi", "id", "tr", "zh-Hant"}) {
    json.object();
    json.text("code", code);
    json.text("name", model::native_name(model::parse_language(code)));
    json.raw("targets", R"(["en","zh-Hans"])");
    json.end();
  }
  json.end();
}

}  // namespace demo
