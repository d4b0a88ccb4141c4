#include "translate/libretranslate.h"

#include "base/json.h"
#include "translate/reply_text.h"

namespace translate {
namespace {

using Kind = TranslateError::Kind;

// A service's own word in {"error": …} of a 400 or 403; LibreTranslate has no codes for these.
Kind kind_of_word(std::string_view word, int status, ServiceKind service) {
  const auto says = [&](std::string_view part) { return contains_folded(word, part); };
  if (service == ServiceKind::Demo) return Kind::TextUnknown;
  if (says("api key") || says("api_key")) return Kind::NeedsKey;
  if (says("not supported") || says("not available as a target") || says("unsupported"))
    return Kind::PairUnknown;
  if (says("exceeds") || says("limit")) return Kind::TextTooLong;
  return status == 403 ? Kind::Refused : Kind::Status;
}

std::string detected_at(const base::Json& detected, std::size_t at) {
  const base::Json& one =
      detected.is_array() && at < detected.items().size() ? detected.items()[at] : detected;
  return std::string(one["language"].string_or({}));
}

}  // namespace

ports::HttpRequest build_libretranslate_request(const Service& service, const Batch& batch) {
  base::Json body = base::Json::object();
  std::vector<base::Json> texts;
  for (const std::string& text : batch.texts) texts.push_back(base::Json::string(text));
  // A list even of one would be answered by a list; one text alone reads better in recordings.
  body.append("q", texts.size() == 1 ? std::move(texts.front()) : base::Json::array(texts));
  body.append("source",
              base::Json::string(batch.codes.source.empty() ? "auto" : batch.codes.source));
  body.append("target", base::Json::string(batch.codes.target));
  body.append("format", base::Json::string("text"));
  if (!service.key.empty()) body.append("api_key", base::Json::string(service.key));
  ports::HttpRequest request;
  request.method = "POST";
  request.url = (service.kind == ServiceKind::Demo ? "demo:" : service.url) + "/translate";
  request.headers = {{"Content-Type", "application/json"}};
  request.body = base::write_json(body);
  return request;
}

Answers parse_libretranslate_reply(const Service& service, const Batch& batch,
                                   const ports::HttpReply& reply, std::int64_t now_ms) {
  const std::string name = service_name(service);
  if (reply.fault == ports::HttpFault::None && (reply.status == 400 || reply.status == 403)) {
    const auto said = base::parse_json(reply.body);
    const std::string_view word = said ? said.value()["error"].string_or({}) : std::string_view();
    TranslateError error = make_error(kind_of_word(word, reply.status, service.kind), name);
    error.status = reply.status;
    return base::fail(std::move(error));
  }
  if (std::optional<TranslateError> error = error_of(reply, name, now_ms))
    return base::fail(std::move(*error));
  const auto body = base::parse_json(reply.body);
  const base::Json none;
  const base::Json& texts = body ? body.value()["translatedText"] : none;
  std::vector<TextAnswer> answers;
  if (texts.is_string()) answers.push_back({std::string(texts.string_or({})), {}});
  for (const base::Json& text : texts.items()) {
    if (!text.is_string()) return base::fail(make_error(Kind::WrongShape, name));
    answers.push_back({std::string(text.string_or({})), {}});
  }
  if (answers.size() != batch.texts.size()) return base::fail(make_error(Kind::WrongShape, name));
  for (std::size_t i = 0; i < answers.size(); ++i)
    answers[i].detected = detected_at(body.value()["detectedLanguage"], i);
  return answers;
}

}  // namespace translate
