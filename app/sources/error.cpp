#include "sources/error.h"

#include "base/url.h"
#include "ports/server_wait.h"

namespace sources {
namespace {

using Kind = SourceError::Kind;
using model::Word;
using ports::HttpFault;

Word what_of(Wanted wanted) {
  switch (wanted) {
    case Wanted::Posts:
      return Word::FailedPosts;
    case Wanted::Post:
      return Word::FailedPost;
    case Wanted::Comments:
      return Word::FailedComments;
    case Wanted::Account:
      return Word::FailedAccount;
    case Wanted::Server:
      return Word::FailedServer;
    case Wanted::Search:
      return Word::FailedSearch;
    case Wanted::Tags:
      return Word::FailedTags;
  }
  return Word::FailedPosts;
}

struct Reason {
  Word why;
  Word next;
  bool worth_retrying = false;
};

Reason reason_of(Kind kind, Wanted wanted) {
  const bool of_post = wanted == Wanted::Post || wanted == Wanted::Comments;
  switch (kind) {
    case Kind::Unreachable:
      return {Word::WhyUnreachable, Word::NextCheck, true};
    case Kind::Offline:
      return {Word::WhyOffline, Word::NextOnline, true};
    case Kind::Timeout:
      return {Word::WhyTimeout, Word::NextRetry, true};
    case Kind::TooLarge:
      return {Word::WhyTooLarge, Word::NextChoose};
    case Kind::BadAddress:
      return {Word::WhyBadAddress, Word::NextChoose};
    case Kind::MembersOnly:
      return of_post ? Reason{Word::WhyMembersThis, Word::NextOwnServer}
                     : Reason{Word::WhyMembersPosts, Word::NextOtherTag};
    case Kind::Forbidden:
      return {Word::WhyForbidden, Word::NextChoose};
    case Kind::NotFound:
      if (of_post) return {Word::WhyNoPost, Word::NextBack};
      return {wanted == Wanted::Account ? Word::WhyNoAccount : Word::WhyNoList, Word::NextChoose};
    case Kind::Gone:
      return {Word::WhyDeleted, Word::NextBack};
    case Kind::Busy:
      return {Word::WhyBusy, Word::NextRetry, true};
    case Kind::ServerDown:
      return {Word::WhyServerDown, Word::NextRetry, true};
    case Kind::Status:
      return {Word::WhyStatus, Word::NextChoose};
    case Kind::NotJson:
      return {Word::WhyNotJson, Word::NextChoose};
    case Kind::Truncated:
      return {Word::WhyTruncated, Word::NextRetry, true};
    case Kind::WrongShape:
      return {Word::WhyWrongShape, Word::NextChoose};
  }
  return {Word::WhyUnreachable, Word::NextRetry, true};
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
    case 422:
      return Kind::MembersOnly;  // 422: Mastodon before 4.0
    case 403:
      return Kind::Forbidden;
    case 404:
      return Kind::NotFound;
    case 410:
      return Kind::Gone;
    case 408:
      return Kind::Timeout;
    case 429:
      return Kind::Busy;
    default:
      return status >= 500 ? Kind::ServerDown : Kind::Status;
  }
}

}  // namespace

std::string server_name(const std::string& url, const model::Words& words) {
  const base::UrlParts parts = base::split_url(url);
  if (parts.scheme == "demo") return words[Word::EmbeddedCommunity];
  return parts.host.empty() ? words[Word::ThisServer] : std::string(parts.host);
}

ErrorText error_text(const SourceError& error, const model::Words& words) {
  ErrorText text;
  text.what = words.fill(error.what, {{"server", server_name(error.server, words)}});
  text.why = ports::with_status(error.why, error.status, words);
  text.next = error.wait_ms > 0 ? ports::wait_sentence(error.wait_ms, words) : words[error.next];
  return text;
}

std::string in_words(const SourceError& error, const model::Words& words) {
  const ErrorText text = error_text(error, words);
  return text.what + " " + text.why + " " + text.next;
}

SourceError make_error(Kind kind, const Asked& asked, Wanted wanted) {
  const Reason reason = reason_of(kind, wanted);
  SourceError error;
  error.kind = kind;
  error.what = what_of(wanted);
  error.why = reason.why;
  error.next = reason.next;
  error.server = base::origin_of(asked.url);
  error.worth_retrying = reason.worth_retrying;
  return error;
}

std::optional<SourceError> error_of(const ports::HttpReply& reply, const Asked& asked,
                                    Wanted wanted) {
  if (reply.fault != HttpFault::None) return make_error(kind_of_fault(reply.fault), asked, wanted);
  if (reply.status < 200 || reply.status > 299) {
    SourceError error = make_error(kind_of_status(reply.status), asked, wanted);
    error.status = reply.status;
    if (error.worth_retrying) {
      error.retry_at_ms = ports::retry_time_ms(reply, asked.now_ms);
      error.wait_ms = ports::told_wait_ms(error.retry_at_ms - asked.now_ms);
    }
    return error;
  }
  if (ports::says_not_json(reply)) return make_error(Kind::NotJson, asked, wanted);
  return std::nullopt;
}

}  // namespace sources
