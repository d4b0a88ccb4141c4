// What translates, and what each kind of service can do. A batch of texts becomes a request, a
// reply becomes as many texts or the reason why not. Nothing here knows posts, queues or caches.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/language.h"
#include "ports/http.h"
#include "translate/error.h"

namespace translate {

enum class ServiceKind : std::uint8_t {
  Demo,  // the embedded one: LibreTranslate's protocol at demo:
  LibreTranslate,
  Apertium,
  Mastodon,  // the server a post comes from; whole posts, see translate/mastodon.h
  DeepL,     // through a reader's own proxy: DeepL allows no web pages
  Chat,      // any endpoint of OpenAI's chat protocol
  Browser,   // the page's own, see ports/browser_translate.h
};

struct Service {
  ServiceKind kind = ServiceKind::Demo;
  std::string url;    // without a slash at the end; empty: Demo, Mastodon, Browser
  std::string model;  // Chat; empty: the endpoint's own choice
  std::string key;    // never part of an address, a log or a name
  bool operator==(const Service&) const = default;
};

enum class Detects : std::uint8_t {
  Never,     // has to be told the language
  PerText,   // of each text of a batch by itself
  PerBatch,  // one language for all of a batch: a text of unknown language goes alone
};

// How what must not be translated is written in the texts sent (translate/guard.h).
enum class Marks : std::uint8_t {
  Words,     // XQ1Z: plain text for engines that know no markup
  Elements,  // <x id="1"/>, the rest escaped: XML
  Brackets,  // ⟦1⟧
  None,      // as it stands, to be found again by itself
};

struct Capability {
  std::string_view id;    // in addresses and caches
  std::string_view name;  // for readers
  Detects detects = Detects::Never;
  Marks marks = Marks::Words;
  int most_texts = 1;                 // in one request
  std::size_t most_characters = 0;    // in one request, code points
  int most_in_flight = 1;             // requests at once
  std::int64_t character_quota = 0;   // a session's; 0: no limit known
  std::uint32_t timeout_ms = 20'000;  // slower is as good as no answer
  double gather_ms = 0;               // wait so long for more texts to fill a batch
  bool whole_blocks : 1 = false;      // wants paragraphs as they are, not line by line
  bool lists_pairs : 1 = false;       // can be asked what it translates
  bool takes_key : 1 = false;         // of the reader's own
  int version = 1;                    // of requests and marks: a change empties caches
};
const Capability& capability_of(ServiceKind kind);

// "LibreTranslate (translate.example)", "the embedded translator": for labels and messages.
std::string service_name(const Service& service);
// That name in the interface's language; those of products stay as they are.
std::string_view service_text(std::string_view name, const model::Words& words);
std::string service_text(const Service& service, const model::Words& words);
// Tells services apart in caches; never holds a key.
std::string service_id(const Service& service);

// Languages in the service's own codes; source empty: to be detected.
struct Codes {
  std::string source;
  std::string target;
  bool operator==(const Codes&) const = default;
};

struct Batch {
  Codes codes;
  std::vector<std::string> texts;
};

struct TextAnswer {
  std::string text;
  std::string detected;  // the source's language as the service says, its code; may be empty
  bool operator==(const TextAnswer&) const = default;
};
using Answers = base::Result<std::vector<TextAnswer>, TranslateError>;

// Not for Mastodon and Browser, which take other things than batches over HTTP.
ports::HttpRequest build_request(const Service& service, const Batch& batch);
// As many answers as the batch has texts, each valid UTF-8, in their order.
Answers parse_reply(const Service& service, const Batch& batch, const ports::HttpReply& reply,
                    std::int64_t now_ms);

}  // namespace translate
