// The kept translations, as LibreTranslate's and Mastodon's protocols give them. Only what people
// wrote is ever answered: a text that is not of the community has no translation here.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/json.h"
#include "demo/json_writer.h"
#include "demo/timeline.h"

namespace demo {

// Of POST /api/v1/statuses/:id/translate; false, and nothing written, when this language is not
// kept.
bool write_status_translation(JsonWriter& json, const Timeline& timeline, Spot spot,
                              std::string_view target);

// One text of the community, or one paragraph of one; target "en", "zh", "zh-Hans", …
std::optional<std::string> kept_translation(const Community& community, std::string_view text,
                                            std::string_view target);

// Of POST /translate: {"translatedText": …}; q may be a text or a list of them. False when one of
// them has no kept translation.
bool write_libretranslate(JsonWriter& json, const Community& community, const base::Json& request);
void write_libretranslate_languages(JsonWriter& json);

}  // namespace demo
