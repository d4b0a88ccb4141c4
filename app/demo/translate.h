// The kept translations, as LibreTranslate's and Mastodon's protocols give them. Only what people
// wrote is ever answered: a text that is not of the community has no translation here.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/json.h"
#include "demo/timeline.h"

namespace demo {

// Of POST /api/v1/statuses/:id/translate; none when this language is not kept.
std::optional<base::Json> status_translation(const Timeline& timeline, Spot spot,
                                             std::string_view target);

// One text of the community, or one paragraph of one; target "en", "zh", "zh-Hans", …
std::optional<std::string> kept_translation(const Community& community, std::string_view text,
                                            std::string_view target);

// Of POST /translate: {"translatedText": …}; q may be a text or a list of them. Texts without a
// kept translation: none.
std::optional<base::Json> libretranslate_answer(const Community& community,
                                                const base::Json& request);
base::Json libretranslate_languages();

}  // namespace demo
