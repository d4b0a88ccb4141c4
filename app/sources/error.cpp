#include "sources/error.h"

#include "base/url.h"
#include "ports/server_wait.h"

namespace sources {
namespace {

using Kind = SourceError::Kind;
using ports::HttpFault;

std::string thing(Wanted wanted, const std::string& server) {
  switch (wanted) {
    case Wanted::Posts:
      return "The posts of " + server;
    case Wanted::Post:
      return "This post of " + server;
    case Wanted::Comments:
      return "The comments on " + server;
    case Wanted::Account:
      return "This account of " + server;
    case Wanted::Server:
      return "The description of " + server;
    case Wanted::Search:
      return "The search on " + server;
    case Wanted::Tags:
      return "The tags of " + server;
  }
  return "The answer of " + server;
}

struct Words {
  std::string_view why;
  std::string_view next;
  bool worth_retrying;
};

Words words_of(Kind kind, Wanted wanted) {
  constexpr std::string_view kChoose =
      "Choose another server, or check the address for typing errors.";
  constexpr std::string_view kRetry = "Crossfeed keeps what it has and tries again.";
  switch (kind) {
    case Kind::Unreachable:
      return {
          "No answer came: there may be no server of this name, it may be down, or it may not "
          "allow web pages of "
          "others to read from it.",
          "Check the address, try again, or choose another server.", true};
    case Kind::Offline:
      return {"This device is offline.", "Crossfeed goes on when the network is back.", true};
    case Kind::Timeout:
      return {"The server took too long to answer.", kRetry, true};
    case Kind::TooLarge:
      return {"The answer is larger than Crossfeed reads.", kChoose, false};
    case Kind::BadAddress:
      return {"The address is not one that can be asked.", kChoose, false};
    case Kind::MembersOnly:
      if (wanted == Wanted::Comments || wanted == Wanted::Post) {
        return {"The server shows this to its members only.",
                "Open the post on its own server to read on.", false};
      }
      return {"The server shows its posts to its members only.",
              "Choose another server or one of its tags.", false};
    case Kind::Forbidden:
      return {"The server refuses to show it.", kChoose, false};
    case Kind::NotFound:
      if (wanted == Wanted::Post || wanted == Wanted::Comments) {
        return {"The post is not there any more.", "Go back to the feed.", false};
      }
      if (wanted == Wanted::Account) return {"There is no account of this name.", kChoose, false};
      return {"The server knows no such list; it may not speak the Mastodon protocol.", kChoose,
              false};
    case Kind::Gone:
      return {"It was deleted.", "Go back to the feed.", false};
    case Kind::Busy:
      return {"The server asks for a pause: it was asked too often.", kRetry, true};
    case Kind::ServerDown:
      return {"The server has a problem of its own.", kRetry, true};
    case Kind::Status:
      return {"The server gave an answer that means neither yes nor no.", kChoose, false};
    case Kind::NotJson:
      return {"The answer is no data but something else, perhaps a web page or a sign-in page.",
              kChoose, false};
    case Kind::Truncated:
      return {"The answer broke off in the middle.", kRetry, true};
    case Kind::WrongShape:
      return {
          "The server sent data of another kind than asked for; it may not speak the Mastodon "
          "protocol.",
          kChoose, false};
  }
  return {"", kRetry, true};
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

std::string server_name(const std::string& url) {
  const base::UrlParts parts = base::split_url(url);
  if (parts.scheme == "demo") return "the embedded community";
  return parts.host.empty() ? std::string("this server") : std::string(parts.host);
}

std::string in_words(const SourceError& error) {
  return error.what + " " + error.why + " " + error.next;
}

SourceError make_error(Kind kind, const Asked& asked, Wanted wanted) {
  const Words words = words_of(kind, wanted);
  SourceError error;
  error.kind = kind;
  error.what = thing(wanted, server_name(asked.url)) + " could not be " +
               (wanted == Wanted::Search ? "done." : "loaded.");
  error.why = words.why;
  error.next = words.next;
  error.worth_retrying = words.worth_retrying;
  return error;
}

std::optional<SourceError> error_of(const ports::HttpReply& reply, const Asked& asked,
                                    Wanted wanted) {
  if (reply.fault != HttpFault::None) return make_error(kind_of_fault(reply.fault), asked, wanted);
  if (reply.status < 200 || reply.status > 299) {
    SourceError error = make_error(kind_of_status(reply.status), asked, wanted);
    error.status = reply.status;
    error.why.insert(error.why.size() - 1, " (status " + std::to_string(reply.status) + ")");
    if (error.worth_retrying) {
      error.retry_at_ms = ports::retry_time_ms(reply, asked.now_ms);
      const std::string wait = ports::wait_sentence(error.retry_at_ms - asked.now_ms);
      if (!wait.empty()) error.next = wait;
    }
    return error;
  }
  if (ports::says_not_json(reply)) return make_error(Kind::NotJson, asked, wanted);
  return std::nullopt;
}

}  // namespace sources
