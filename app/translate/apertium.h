// Apertium APy: POST /translate as a form (a JSON body gives 400), one text a request. No
// Authorization header: its CORS rules refuse it. Languages are ISO 639-3 codes. markUnknown=no:
// else unknown words come back with a star in front.
#pragma once

#include "translate/service.h"

namespace translate {

ports::HttpRequest build_apertium_request(const Service& service, const Batch& batch);
Answers parse_apertium_reply(const Service& service, const Batch& batch,
                             const ports::HttpReply& reply, std::int64_t now_ms);

}  // namespace translate
