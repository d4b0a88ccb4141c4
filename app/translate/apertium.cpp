#include "translate/apertium.h"

#include "base/json.h"
#include "base/url.h"
#include "translate/reply_text.h"

namespace translate {
namespace {
using Kind = TranslateError::Kind;
}

ports::HttpRequest build_apertium_request(const Service& service, const Batch& batch) {
  ports::HttpRequest request;
  request.method = "POST";
  request.url = service.url + "/translate";
  request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
  request.body = base::write_query({{"langpair", batch.codes.source + '|' + batch.codes.target},
                                    {"markUnknown", "no"},
                                    {"q", batch.texts.empty() ? "" : batch.texts.front()}});
  return request;
}

Answers parse_apertium_reply(const Service& service, const Batch& batch,
                             const ports::HttpReply& reply, std::int64_t now_ms) {
  const std::string name = service_name(service);
  const auto body = base::parse_json(reply.body);
  if (reply.fault == ports::HttpFault::None && reply.status == 400 && body &&
      contains_folded(body.value()["explanation"].string_or({}), "not installed")) {
    TranslateError error = make_error(Kind::PairUnknown, name);
    error.status = reply.status;
    return base::fail(std::move(error));
  }
  // One pair's programs have ended; other pairs go on.
  if (reply.fault == ports::HttpFault::None && reply.status == 503 && body &&
      body.value()["explanation"].string_or({}) == "internal error") {
    TranslateError error = make_error(Kind::PairUnknown, name);
    error.why = model::Word::PairBroken;
    error.status = reply.status;
    return base::fail(std::move(error));
  }
  if (std::optional<TranslateError> error = error_of(reply, name, now_ms))
    return base::fail(std::move(*error));
  const base::Json none;
  const base::Json& text = body ? body.value()["responseData"]["translatedText"] : none;
  if (!text.is_string() || batch.texts.size() != 1)
    return base::fail(make_error(Kind::WrongShape, name));
  return std::vector<TextAnswer>{{std::string(text.string_or({})), {}}};
}

}  // namespace translate
