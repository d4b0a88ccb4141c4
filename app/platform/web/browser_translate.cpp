#include "platform/web/browser_translate.h"

#include <charconv>
#include <utility>

#include "base/json.h"

namespace platform {

std::string write_translate(const ports::BrowserTranslate& request) {
  using base::Json;
  Json json = Json::object();
  json.set("id", Json::integer(request.id));
  json.set("source", Json::string(request.source));
  json.set("target", Json::string(request.target));
  json.set("gesture", Json::boolean(request.consent == ports::BrowserConsent::Gesture));
  Json texts = Json::array();
  for (const std::string& text : request.texts) texts.push(Json::string(text));
  json.set("texts", std::move(texts));
  return base::write_json(json);
}

ports::BrowserTranslated read_translated(std::string_view id, std::string_view json) {
  ports::BrowserTranslated reply;
  std::from_chars(id.data(), id.data() + id.size(), reply.id);
  const auto parsed = base::parse_json(json);
  if (!parsed) return reply;
  const base::Json& answer = parsed.value();
  const double outcome = answer["outcome"].number_or(-1);
  const auto last = static_cast<double>(ports::BrowserOutcome::Failed);
  if (outcome >= 0 && outcome <= last)
    reply.outcome = static_cast<ports::BrowserOutcome>(static_cast<int>(outcome));
  for (const base::Json& text : answer["texts"].items())
    reply.texts.emplace_back(text.string_or({}));
  return reply;
}

}  // namespace platform
