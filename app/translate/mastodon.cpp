#include "translate/mastodon.h"

#include "base/json.h"
#include "base/url.h"

namespace translate {
namespace {

using Kind = TranslateError::Kind;

constexpr std::size_t kMostParts = 64;  // Mastodon allows four pictures and four options

std::string name_of(std::string_view server) {
  const std::string_view host = base::split_url(server).host;
  return host.empty() ? "The post's own server" : std::string(host);
}

void read_poll(const base::Json& poll, StatusTranslation& translation) {
  const base::Json& one = poll.is_array() && !poll.items().empty() ? poll.items().front() : poll;
  const base::Json& options = one["options"];
  for (const base::Json& option : options.items()) {
    if (translation.poll_options.size() == kMostParts) return;
    translation.poll_options.emplace_back(option.is_string() ? option.string_or({})
                                                             : option["title"].string_or({}));
  }
}

}  // namespace

std::string part_of(const StatusTranslation& translation, const StatusRef& wanted) {
  switch (wanted.part) {
    case StatusPart::Body:
      return translation.content_html;
    case StatusPart::Warning:
      return translation.warning;
    case StatusPart::Description:
      for (const auto& [id, text] : translation.descriptions) {
        if (id == wanted.media_id) return text;
      }
      return {};
    case StatusPart::Option:
      break;
  }
  return wanted.option < translation.poll_options.size() ? translation.poll_options[wanted.option]
                                                         : std::string();
}

ports::HttpRequest build_status_request(std::string_view server, std::string_view status_id,
                                        std::string_view target) {
  const std::size_t question = server.find('?');
  ports::HttpRequest request;
  request.method = "POST";
  request.url = std::string(server.substr(0, question)) + "/api/v1/statuses/" +
                base::percent_encode(status_id) + "/translate";
  if (question != std::string_view::npos) request.url += server.substr(question);
  request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
  request.body = base::write_query({{"lang", std::string(target)}});
  return request;
}

base::Result<StatusTranslation, TranslateError> parse_status_reply(const ports::HttpReply& reply,
                                                                   std::string_view server,
                                                                   std::int64_t now_ms) {
  const std::string name = name_of(server);
  if (std::optional<TranslateError> error = error_of(reply, name, now_ms)) {
    // 403: "This action is not allowed", of a pair that is not offered; 404: no such post, or one
    // that is not public, or already in the language.
    const bool of_pair = error->kind == Kind::Refused;
    const bool of_text = error->kind == Kind::NotFound;
    if (!of_pair && !of_text) return base::fail(std::move(*error));
    TranslateError known = make_error(of_pair ? Kind::PairUnknown : Kind::NoTranslation, name);
    if (of_text) known.why = model::Word::PostNotTranslated;
    known.status = error->status;
    return base::fail(std::move(known));
  }
  const auto body = base::parse_json(reply.body);
  if (!body || !body.value()["content"].is_string())
    return base::fail(make_error(Kind::WrongShape, name));
  const base::Json& read = body.value();
  StatusTranslation translation;
  translation.content_html = read["content"].string_or({});
  translation.warning = read["spoiler_text"].string_or({});
  translation.detected = read["detected_source_language"].string_or({});
  translation.provider = read["provider"].string_or({});
  for (const base::Json& media : read["media_attachments"].items()) {
    if (translation.descriptions.size() == kMostParts) break;
    translation.descriptions.emplace_back(media["id"].id_or({}),
                                          media["description"].string_or({}));
  }
  read_poll(read["poll"], translation);
  return translation;
}

}  // namespace translate
