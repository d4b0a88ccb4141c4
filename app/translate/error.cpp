#include "translate/error.h"

#include "ports/server_wait.h"
#include "translate/service.h"

namespace translate {
namespace {

using Kind = TranslateError::Kind;
using model::Word;
using ports::HttpFault;

struct Reason {
  Word why;
  Word next;
};

Reason reason_of(Kind kind) {
  switch (kind) {
    case Kind::Unreachable:
      return {Word::ServiceUnreachable, Word::NextLater};
    case Kind::Offline:
      return {Word::WhyOffline, Word::NextOnline};
    case Kind::Timeout:
      return {Word::ServiceTimeout, Word::NextLater};
    case Kind::TooLarge:
      return {Word::ServiceTooLarge, Word::NextChooseService};
    case Kind::BadAddress:
      return {Word::WhyBadAddress, Word::NextChooseService};
    case Kind::NeedsKey:
      return {Word::ServiceNeedsKey, Word::NextEnterKey};
    case Kind::Refused:
      return {Word::ServiceRefused, Word::NextChooseService};
    case Kind::NotFound:
      return {Word::ServiceNotFound, Word::NextChooseService};
    case Kind::Busy:
      return {Word::ServiceBusy, Word::NextLater};
    case Kind::QuotaSpent:
      return {Word::ServiceQuotaSpent, Word::NextWaitPeriod};
    case Kind::ServerDown:
      return {Word::ServiceDown, Word::NextLater};
    case Kind::Status:
      return {Word::ServiceStatus, Word::NextChooseService};
    case Kind::WrongShape:
      return {Word::ServiceWrongShape, Word::NextChooseService};
    case Kind::NoTranslator:
      return {Word::NoTranslator, Word::NextOtherService};
    case Kind::Lies:
      return {Word::ServiceLies, Word::NextLater};
    case Kind::NeedsGesture:
      return {Word::NeedsGesture, Word::NextPress};
    case Kind::PairUnknown:
      return {Word::PairUnknown, Word::NextOriginal};
    case Kind::NeedsSource:
      return {Word::NeedsSource, Word::NextOriginal};
    case Kind::TextUnknown:
      return {Word::TextUnknown, Word::NextOriginal};
    case Kind::TextTooLong:
      return {Word::TextTooLong, Word::NextOriginal};
    case Kind::NoTranslation:
      return {Word::NoTranslation, Word::NextOriginal};
    case Kind::TokensLost:
      return {Word::TokensLost, Word::NextOriginal};
    case Kind::NoService:
      return {Word::NoService, Word::NextSetUp};
  }
  return {Word::ServiceUnreachable, Word::NextLater};
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
  const Reason reason = reason_of(kind);
  TranslateError error;
  error.kind = kind;
  error.service = service;
  error.why = reason.why;
  error.next = reason.next;
  return error;
}

ErrorText error_text(const TranslateError& error, const model::Words& words) {
  const std::string_view service =
      error.service.empty() ? words[Word::TheService] : service_text(error.service, words);
  ErrorText text;
  text.what = words.fill(Word::NotTranslated, {{"service", service}});
  text.why = ports::with_status(error.why, error.status, words);
  text.next = error.wait_ms > 0 ? ports::wait_sentence(error.wait_ms, words) : words[error.next];
  return text;
}

std::string in_words(const TranslateError& error, const model::Words& words) {
  const ErrorText text = error_text(error, words);
  return text.what + " " + text.why + " " + text.next;
}

std::optional<TranslateError> error_of(const ports::HttpReply& reply, std::string_view service,
                                       std::int64_t now_ms) {
  if (reply.fault != HttpFault::None) return make_error(kind_of_fault(reply.fault), service);
  if (reply.status < 200 || reply.status > 299) {
    TranslateError error = make_error(kind_of_status(reply.status), service);
    error.status = reply.status;
    if (worth_retrying(error.kind)) {
      error.retry_at_ms = ports::retry_time_ms(reply, now_ms);
      error.wait_ms = ports::told_wait_ms(error.retry_at_ms - now_ms);
    }
    return error;
  }
  if (ports::says_not_json(reply)) return make_error(Kind::WrongShape, service);
  return std::nullopt;
}

}  // namespace translate
