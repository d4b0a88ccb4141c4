// Languages in each service's own codes, and which pairs a service says it can do.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/language.h"
#include "translate/service.h"

namespace translate {

struct Pair {
  model::Language source;  // unknown: to be detected
  model::Language target;
  bool operator==(const Pair&) const = default;
};
std::string pair_tag(const Pair& pair);  // "es>zh-Hans", "?>en"

// What a service lists, in its codes and its order.
using PairList = std::vector<Codes>;

// The request for the list, of services that give one (Capability::lists_pairs), and its reply.
// Empty when the reply is none: then the usual codes are tried.
inline constexpr std::size_t kMostPairs = 20'000;  // LibreTranslate: languages times languages
ports::HttpRequest build_pairs_request(const Service& service);
PairList parse_pairs_reply(const Service& service, const ports::HttpReply& reply);

// None when the service lists pairs and this is none of them, when it has to be told the source
// and that is unknown, or when the target is unknown. `listed` empty: not asked, or it did not say.
std::optional<Codes> codes_for(const Service& service, const Pair& pair, const PairList& listed);

}  // namespace translate
