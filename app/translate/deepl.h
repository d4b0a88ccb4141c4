// DeepL's protocol, version 2, at a reader's own proxy, which holds the key: DeepL answers no web
// pages. Texts are XML with ignored elements; each is detected by itself.
#pragma once

#include "translate/service.h"

namespace translate {

ports::HttpRequest build_deepl_request(const Service& service, const Batch& batch);
Answers parse_deepl_reply(const Service& service, const Batch& batch, const ports::HttpReply& reply,
                          std::int64_t now_ms);

}  // namespace translate
