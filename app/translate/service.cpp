#include "translate/service.h"

#include <iterator>

#include "base/url.h"
#include "base/utf8.h"
#include "translate/apertium.h"
#include "translate/chat.h"
#include "translate/deepl.h"
#include "translate/libretranslate.h"

namespace translate {
namespace {

// Characters: LibreTranslate's public servers allow 2,000 to 5,000 a request; DeepL 128 KiB; a
// chat's answer should stay within its window. Apertium: a line at a time, its own limit is far
// away. The browser's own measures quota by itself; this is what its models are made for.
constexpr Capability kCapabilities[] = {
    {.id = "demo",
     .name = "the embedded translator",
     .detects = Detects::PerText,
     .marks = Marks::None,
     .most_texts = 1,  // one unknown text would spoil a batch, and a request costs nothing
     .most_characters = 20'000,
     .most_in_flight = 64,
     .whole_blocks = true},
    {.id = "libretranslate",
     .name = "LibreTranslate",
     .detects = Detects::PerBatch,
     .marks = Marks::Words,
     .most_texts = 20,
     .most_characters = 2'000,
     .most_in_flight = 2,
     .gather_ms = 60,
     .lists_pairs = true,
     .takes_key = true},
    {.id = "apertium",
     .name = "Apertium",
     .detects = Detects::Never,
     .marks = Marks::Words,
     .most_texts = 1,
     .most_characters = 4'000,
     .most_in_flight = 4,
     .lists_pairs = true},
    {.id = "server",
     .name = "the post's own server",
     .detects = Detects::PerText,
     .marks = Marks::None,
     .most_texts = 1,
     .most_characters = 100'000,
     .most_in_flight = 2},
    {.id = "deepl",
     .name = "DeepL",
     .detects = Detects::PerText,
     .marks = Marks::Elements,
     .most_texts = 50,
     .most_characters = 20'000,
     .most_in_flight = 2,
     .character_quota = 500'000,  // a month of the free plan
     .gather_ms = 60,
     .takes_key = true},
    {.id = "chat",
     .name = "Chat model",
     .detects = Detects::PerText,
     .marks = Marks::Brackets,
     .most_texts = 20,
     .most_characters = 4'000,
     .most_in_flight = 2,
     .timeout_ms = 60'000,
     .gather_ms = 60,
     .takes_key = true},
    {.id = "browser",
     .name = "this browser",
     .detects = Detects::Never,
     .marks = Marks::Words,
     .most_texts = 10,
     .most_characters = 4'000,
     .most_in_flight = 1},
};

}  // namespace

const Capability& capability_of(ServiceKind kind) {
  static_assert(std::size(kCapabilities) == static_cast<std::size_t>(ServiceKind::Browser) + 1);
  static_assert(kCapabilities[static_cast<std::size_t>(ServiceKind::Mastodon)].id == "server");
  return kCapabilities[static_cast<std::size_t>(kind)];
}

std::string_view service_text(std::string_view name, const model::Words& words) {
  using model::Word;
  static constexpr std::pair<ServiceKind, Word> kNames[] = {
      {ServiceKind::Demo, Word::EmbeddedTranslator},
      {ServiceKind::Mastodon, Word::OwnServer},
      {ServiceKind::Browser, Word::ThisBrowser}};
  for (const auto& [kind, word] : kNames) {
    if (capability_of(kind).name == name) return words[word];
  }
  return name;
}

std::string service_name(const Service& service) {
  const std::string name(capability_of(service.kind).name);
  const std::string_view host = base::split_url(service.url).host;
  return host.empty() ? name : name + " (" + std::string(host) + ")";
}

std::string service_text(const Service& service, const model::Words& words) {
  return std::string(service_text(service_name(service), words));
}

std::string service_id(const Service& service) {
  std::string id(capability_of(service.kind).id);
  if (!service.url.empty()) id += ':' + service.url;
  if (!service.model.empty()) id += '#' + service.model;
  return id;
}

ports::HttpRequest build_request(const Service& service, const Batch& batch) {
  ports::HttpRequest request;
  switch (service.kind) {
    case ServiceKind::Demo:
    case ServiceKind::LibreTranslate:
      request = build_libretranslate_request(service, batch);
      break;
    case ServiceKind::Apertium:
      request = build_apertium_request(service, batch);
      break;
    case ServiceKind::DeepL:
      request = build_deepl_request(service, batch);
      break;
    case ServiceKind::Chat:
      request = build_chat_request(service, batch);
      break;
    case ServiceKind::Mastodon:
    case ServiceKind::Browser:
      break;
  }
  request.timeout_ms = capability_of(service.kind).timeout_ms;
  return request;
}

Answers parse_reply(const Service& service, const Batch& batch, const ports::HttpReply& reply,
                    std::int64_t now_ms) {
  switch (service.kind) {
    case ServiceKind::Demo:
    case ServiceKind::LibreTranslate:
      return parse_libretranslate_reply(service, batch, reply, now_ms);
    case ServiceKind::Apertium:
      return parse_apertium_reply(service, batch, reply, now_ms);
    case ServiceKind::DeepL:
      return parse_deepl_reply(service, batch, reply, now_ms);
    case ServiceKind::Chat:
      return parse_chat_reply(service, batch, reply, now_ms);
    case ServiceKind::Mastodon:
    case ServiceKind::Browser:
      break;
  }
  return base::fail(make_error(TranslateError::Kind::WrongShape, service_name(service)));
}

}  // namespace translate
