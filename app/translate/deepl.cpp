#include "translate/deepl.h"

#include "base/json.h"
#include "base/url.h"
#include "translate/reply_text.h"

namespace translate {
namespace {

using Kind = TranslateError::Kind;

// A proxy may stand for the host, or for the one address.
std::string endpoint(const std::string& url) {
  return url.ends_with("/translate") ? url : url + "/v2/translate";
}

}  // namespace

ports::HttpRequest build_deepl_request(const Service& service, const Batch& batch) {
  base::Json body = base::Json::object();
  std::vector<base::Json> texts;
  for (const std::string& text : batch.texts) texts.push_back(base::Json::string(text));
  body.append("text", base::Json::array(std::move(texts)));
  if (!batch.codes.source.empty())
    body.append("source_lang", base::Json::string(batch.codes.source));
  body.append("target_lang", base::Json::string(batch.codes.target));
  body.append("tag_handling", base::Json::string("xml"));
  body.append("ignore_tags", base::Json::array({base::Json::string("x")}));
  ports::HttpRequest request;
  request.method = "POST";
  request.url = endpoint(service.url);
  request.headers = {{"Content-Type", "application/json"}};
  if (!service.key.empty())
    request.headers.emplace_back("Authorization", "DeepL-Auth-Key " + service.key);
  request.body = base::write_json(body);
  return request;
}

Answers parse_deepl_reply(const Service& service, const Batch& batch, const ports::HttpReply& reply,
                          std::int64_t now_ms) {
  const std::string name = service_name(service);
  const auto body = base::parse_json(reply.body);
  if (reply.fault == ports::HttpFault::None && reply.status == 400 && body &&
      contains_folded(body.value()["message"].string_or({}), "_lang")) {
    // "Value for 'target_lang' not supported."
    TranslateError error = make_error(Kind::PairUnknown, name);
    error.status = reply.status;
    return base::fail(std::move(error));
  }
  if (std::optional<TranslateError> error = error_of(reply, name, now_ms)) {
    // DeepL says 403 of a missing or unknown key.
    if (error->kind == Kind::Refused) {
      TranslateError key = make_error(Kind::NeedsKey, name);
      key.status = reply.status;
      return base::fail(std::move(key));
    }
    return base::fail(std::move(*error));
  }
  std::vector<TextAnswer> answers;
  if (body) {
    for (const base::Json& one : body.value()["translations"].items()) {
      if (!one["text"].is_string()) break;
      answers.push_back({std::string(one["text"].string_or({})),
                         std::string(one["detected_source_language"].string_or({}))});
    }
  }
  if (answers.size() != batch.texts.size()) return base::fail(make_error(Kind::WrongShape, name));
  return answers;
}

}  // namespace translate
