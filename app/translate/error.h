// Why there is no translation: which service failed, why, and what happens or can be done next. The
// kind is there for decisions (another service, another time); the words are made where they are
// shown.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/words.h"
#include "ports/http.h"

namespace translate {

struct TranslateError {
  enum class Kind : std::uint8_t {
    Unreachable,  // unknown host, refused, or no CORS: a browser does not tell which
    Offline,
    Timeout,
    TooLarge,
    BadAddress,
    NeedsKey,      // 401, or a service's word that a key is missing
    Refused,       // 403
    NotFound,      // 404: there is no such service at the address
    Busy,          // 429, 529
    QuotaSpent,    // DeepL's 456, the browser's quota, or the reader's own limit
    ServerDown,    // 5xx
    Status,        // any other status that is not a success
    WrongShape,    // not the data that was asked for
    NoTranslator,  // the browser has none
    Lies,          // answers that are no translations, several in a row
    NeedsGesture,  // the browser wants to download a model
    PairUnknown,   // not between these two languages
    NeedsSource,   // the language of the text is not known
    TextUnknown,   // the embedded translator: not of its community; a server: no such post
    TextTooLong,
    NoTranslation,  // the answer is empty or was found to be no translation
    TokensLost,     // names, links, emoji or numbers did not come back as they were
    NoService,      // none is set up, or none is left
  };
  Kind kind = Kind::Unreachable;
  int status = 0;
  std::string service;  // as a reader knows it, "LibreTranslate (translate.example)"
  model::Word why = model::Word::ServiceUnreachable;
  model::Word next = model::Word::NextLater;
  std::int64_t retry_at_ms = 0;  // when the server named a time; 0: it did not
  std::int64_t wait_ms = 0;      // until then, where that is to be said instead of `next`; 0: not
  bool operator==(const TranslateError&) const = default;
};

// What an error says something about: this text, all texts of its pair, or the service.
enum class Concern : std::uint8_t { Text, Pair, Service };
Concern concern_of(TranslateError::Kind kind);

// The same request may succeed later.
bool worth_retrying(TranslateError::Kind kind);

// service: as a reader knows it, "LibreTranslate (translate.example)".
TranslateError make_error(TranslateError::Kind kind, std::string_view service);

struct ErrorText {
  std::string what;  // "Apertium (127.0.0.1:2737) did not translate."
  std::string why;   // "It does not translate between these two languages."
  std::string next;  // "The original is shown."
};
ErrorText error_text(const TranslateError& error, const model::Words& words);
// What, why and next as one stretch of text.
std::string in_words(const TranslateError& error, const model::Words& words);

// None for a success whose body may be read. What a protocol says in its bodies is its own matter.
std::optional<TranslateError> error_of(const ports::HttpReply& reply, std::string_view service,
                                       std::int64_t now_ms);

}  // namespace translate
