#include "demo/translate.h"

#include <algorithm>
#include <vector>

#include "demo/render.h"
#include "model/language.h"

namespace demo {
namespace {

using base::Json;

Json text_json(std::string_view value) { return Json::string(std::string(value)); }

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

std::optional<Json> status_translation(const Timeline& timeline, Spot spot,
                                       std::string_view target) {
  const Entry& entry = timeline.entry(spot);
  const Translation* kept = find_translation(entry, target);
  if (kept == nullptr) return std::nullopt;
  Json poll;
  if (!kept->words.poll.empty()) {
    Json options = Json::array();
    for (const std::string& option : kept->words.poll)
      options.push(Json::object({{"title", text_json(option)}}));
    poll =
        Json::object({{"id", text_json(Timeline::id_of(spot))}, {"options", std::move(options)}});
  }
  return Json::object(
      {{"content", text_json(html_of(kept->words))},
       {"spoiler_text", text_json(kept->words.warning)},
       {"language", text_json(kept->language)},
       {"detected_source_language", text_json(model::parse_language(entry.language).primary)},
       {"provider", text_json("people who wrote it for Crossfeed")},
       {"media_attachments", Json::array()},
       {"poll", std::move(poll)}});
}

std::optional<Json> libretranslate_answer(const Community& community, const Json& request) {
  const Json& asked = request["q"];
  const std::string_view target = request["target"].string_or({});
  if (asked.is_string()) {
    std::optional<std::string> found = kept_translation(community, asked.string_or({}), target);
    if (!found) return std::nullopt;
    return Json::object({{"translatedText", text_json(*found)}});
  }
  if (!asked.is_array() || asked.items().empty()) return std::nullopt;
  Json translated = Json::array();
  for (const Json& one : asked.items()) {
    std::optional<std::string> found = kept_translation(community, one.string_or({}), target);
    if (!found) return std::nullopt;
    translated.push(text_json(*found));
  }
  return Json::object({{"translatedText", std::move(translated)}});
}

Json libretranslate_languages() {
  constexpr std::string_view kCodes[] = {"zh-Hans", "en", "ja", "ko", "es",     "fr", "de",
                                         "pt",      "ru", "uk", "ar", "he",     "fa", "hi",
                                         "th",      "vi", "id", "tr", "zh-Hant"};
  Json languages = Json::array();
  for (const std::string_view code : kCodes) {
    languages.push(
        Json::object({{"code", text_json(code)},
                      {"name", text_json(model::native_name(model::parse_language(code)))},
                      {"targets", Json::array({text_json("en"), text_json("zh-Hans")})}}));
  }
  return languages;
}

}  // namespace demo
