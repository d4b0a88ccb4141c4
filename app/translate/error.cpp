#include "translate/error.h"

#include "ports/server_wait.h"

namespace translate {
namespace {

using Kind = TranslateError::Kind;
using ports::HttpFault;

struct Words {
  std::string_view why;
  std::string_view next;
};

Words words_of(Kind kind) {
  constexpr std::string_view kLater = "Crossfeed asks it again later.";
  constexpr std::string_view kChoose = "Choose another service, or check its address.";
  constexpr std::string_view kOriginal = "The original is shown.";
  switch (kind) {
    case Kind::Unreachable:
      return {
          "No answer came: there may be no service at this address, it may be down, or it may not "
          "allow web pages of others to use it.",
          kLater};
    case Kind::Offline:
      return {"This device is offline.", "Crossfeed goes on when the network is back."};
    case Kind::Timeout:
      return {"It took too long to answer.", kLater};
    case Kind::TooLarge:
      return {"Its answer is larger than Crossfeed reads.", kChoose};
    case Kind::BadAddress:
      return {"The address is not one that can be asked.", kChoose};
    case Kind::NeedsKey:
      return {"It wants a key, or does not know the one it was given.",
              "Enter a key in the settings, or choose another service."};
    case Kind::Refused:
      return {"It refuses to translate for this page.", kChoose};
    case Kind::NotFound:
      return {"There is no such service at this address.", kChoose};
    case Kind::Busy:
      return {"It asks for a pause: it was asked too often.", kLater};
    case Kind::QuotaSpent:
      return {"The characters that it translates in this period are used up.",
              "Wait for the next period, or choose another service."};
    case Kind::ServerDown:
      return {"It has a problem of its own.", kLater};
    case Kind::Status:
      return {"It gave an answer that means neither yes nor no.", kChoose};
    case Kind::WrongShape:
      return {"It sent something else than translations; it may speak another protocol.", kChoose};
    case Kind::NoTranslator:
      return {"This browser has no translator of its own, or does not let this page use it.",
              "Choose another service."};
    case Kind::Lies:
      return {"Several answers in a row were no translations.", kLater};
    case Kind::NeedsGesture:
      return {"The browser has to download these two languages first.",
              "Press the button for on-device translation to start the download."};
    case Kind::PairUnknown:
      return {"It does not translate between these two languages.", kOriginal};
    case Kind::NeedsSource:
      return {"It is not known which language this is, and the service has to be told.", kOriginal};
    case Kind::TextUnknown:
      return {"It knows only the texts it was made with, and this is none of them.", kOriginal};
    case Kind::TextTooLong:
      return {"The text is longer than it takes.", kOriginal};
    case Kind::NoTranslation:
      return {"Its answer is no translation of this text.", kOriginal};
    case Kind::TokensLost:
      return {"Names, links, emoji or numbers did not come back as they were.", kOriginal};
    case Kind::NoService:
      return {"No translation service is set up.", "Choose one in the settings."};
  }
  return {"", kLater};
}

Kind kind_of_fault(HttpFault fault) {
  switch (fault) {
    case HttpFault::Offline:
      return Kind::Offline;
    case HttpFault::Timeout:
      return Kind::Timeout;
    case HttpFault::TooLarge:
      return Kind::TooLarge;
    case HttpFault::BadAddress:
      return Kind::BadAddress;
    case HttpFault::None:
    case HttpFault::Unreachable:
      break;
  }
  return Kind::Unreachable;
}

Kind kind_of_status(int status) {
  switch (status) {
    case 401:
      return Kind::NeedsKey;
    case 403:
      return Kind::Refused;
    case 404:
    case 405:
      return Kind::NotFound;
    case 408:
      return Kind::Timeout;
    case 413:
    case 414:
      return Kind::TextTooLong;
    case 429:
    case 529:
      return Kind::Busy;
    case 456:  // DeepL: "Quota exceeded"
      return Kind::QuotaSpent;
    default:
      return status >= 500 ? Kind::ServerDown : Kind::Status;
  }
}

}  // namespace

Concern concern_of(Kind kind) {
  switch (kind) {
    case Kind::TextUnknown:
    case Kind::TextTooLong:
    case Kind::NoTranslation:
    case Kind::TokensLost:
    case Kind::NeedsSource:
      return Concern::Text;
    case Kind::PairUnknown:
    case Kind::NeedsGesture:
      return Concern::Pair;
    default:
      return Concern::Service;
  }
}

bool worth_retrying(Kind kind) {
  switch (kind) {
    case Kind::Unreachable:
    case Kind::Offline:
    case Kind::Timeout:
    case Kind::Busy:
    case Kind::ServerDown:
    case Kind::WrongShape:  // a page of a proxy, or half an answer
    case Kind::Lies:
      return true;
    default:
      return false;
  }
}

TranslateError make_error(Kind kind, std::string_view service) {
  const Words words = words_of(kind);
  TranslateError error;
  error.kind = kind;
  error.what = std::string(service.empty() ? "The service" : service) + " did not translate.";
  error.why = words.why;
  error.next = words.next;
  return error;
}

std::optional<TranslateError> error_of(const ports::HttpReply& reply, std::string_view service,
                                       std::int64_t now_ms) {
  if (reply.fault != HttpFault::None) return make_error(kind_of_fault(reply.fault), service);
  if (reply.status < 200 || reply.status > 299) {
    TranslateError error = make_error(kind_of_status(reply.status), service);
    error.status = reply.status;
    error.why.insert(error.why.size() - 1, " (status " + std::to_string(reply.status) + ")");
    if (worth_retrying(error.kind)) {
      error.retry_at_ms = ports::retry_time_ms(reply, now_ms);
      const std::string wait = ports::wait_sentence(error.retry_at_ms - now_ms);
      if (!wait.empty()) error.next = wait;
    }
    return error;
  }
  if (ports::says_not_json(reply)) return make_error(Kind::WrongShape, service);
  return std::nullopt;
}

}  // namespace translate
