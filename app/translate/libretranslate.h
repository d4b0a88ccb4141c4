// LibreTranslate's protocol, which the embedded translator speaks too: POST /translate with JSON.
// A batch without a source has one text only: with "auto" a server chooses one language for all of
// a batch. Source: LibreTranslate's own API description and code, 2026.
#pragma once

#include "translate/service.h"

namespace translate {

ports::HttpRequest build_libretranslate_request(const Service& service, const Batch& batch);
Answers parse_libretranslate_reply(const Service& service, const Batch& batch,
                                   const ports::HttpReply& reply, std::int64_t now_ms);

}  // namespace translate
