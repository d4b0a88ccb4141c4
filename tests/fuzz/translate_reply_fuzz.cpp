// Replies of translation services, whatever they send: an answer of as many valid texts as were
// asked for, or an error with words. The first byte chooses the service, the second the status.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/utf8.h"
#include "translate/cache.h"
#include "translate/codes.h"
#include "translate/mastodon.h"
#include "translate/service.h"
#include "unit/english.h"

namespace {

void require(bool condition) {
  if (!condition) std::abort();
}

void require_words(const translate::TranslateError& made) {
  const translate::ErrorText error = translate::error_text(made, english());
  require(!error.what.empty() && !error.why.empty() && !error.next.empty());
  require(base::is_valid_utf8(error.what) && error.what.size() < 1000);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  constexpr std::uint8_t kKinds = static_cast<std::uint8_t>(translate::ServiceKind::Browser) + 1;
  constexpr int kStatuses[] = {200, 200, 200, 400, 403, 429, 456, 503};
  translate::Service service;
  service.kind = static_cast<translate::ServiceKind>(data[0] % kKinds);
  service.url = "https://host.example";
  ports::HttpReply reply;
  reply.status = kStatuses[data[1] % 8];
  reply.headers = {{"content-type", "application/json"}, {"retry-after", "12"}};
  reply.body.assign(reinterpret_cast<const char*>(data + 2), size - 2);

  const translate::Batch batch{{"es", "en"}, {"uno", "dos"}};
  for (const std::size_t texts : {std::size_t{1}, std::size_t{2}}) {
    translate::Batch asked = batch;
    asked.texts.resize(texts);
    const translate::Answers answers = parse_reply(service, asked, reply, 1'000'000);
    if (answers) {
      require(answers.value().size() == texts);
      for (const translate::TextAnswer& one : answers.value())
        require(base::is_valid_utf8(one.text));
    } else {
      require_words(answers.error());
    }
  }
  const auto status = translate::parse_status_reply(reply, "https://host.example", 1'000'000);
  if (!status) require_words(status.error());
  const translate::PairList listed = parse_pairs_reply(service, reply);
  require(listed.size() <= translate::kMostPairs);
  const translate::Pair pair{model::parse_language("es"), model::parse_language("en")};
  (void)codes_for(service, pair, listed);

  translate::Cache cache(10'000);
  cache.read(reply.body);
  require(cache.bytes() <= 10'000);
  translate::Cache again(10'000);
  require(again.read(cache.write()) == cache.size() && again.size() == cache.size());
  return 0;
}
