// OpenAI's chat protocol, as many servers speak it. The instruction is fixed; the texts are JSON
// data in a message of their own, and the answer must be JSON with as many texts: what a post says
// to the model can spoil no more than its own translation, which is then judged like any other.
#pragma once

#include "translate/service.h"

namespace translate {

ports::HttpRequest build_chat_request(const Service& service, const Batch& batch);
Answers parse_chat_reply(const Service& service, const Batch& batch, const ports::HttpReply& reply,
                         std::int64_t now_ms);
// What the endpoint bills, as it says with its answer; 0 if it says nothing.
std::int64_t chat_tokens(const ports::HttpReply& reply);

}  // namespace translate
