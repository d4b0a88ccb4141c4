// The address is written by anyone who sends a link: any bytes give settings within their ranges.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "core/address.h"
#include "unit/english.h"

namespace {
void hold(bool truth) {
  if (!truth) std::abort();
}
}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::size_t hash = std::min(bytes.find('#'), bytes.size());
  const std::string_view query = bytes.substr(0, hash);
  const core::Address address =
      core::parse_address(query, bytes.substr(std::min(hash + 1, bytes.size())), english());
  hold(!address.scale || (*address.scale >= 0.5F && *address.scale <= 4.0F));
  hold(!address.clock_ms || *address.clock_ms > 0);
  hold(!address.source.place.base.empty());
  hold(base::is_valid_utf8(address.layout) && base::is_valid_utf8(address.post_id));
  for (const std::string& notice : address.notices) hold(!notice.empty() && notice.size() < 2000);
  hold(core::percent_decode(core::percent_encode(address.layout)) == address.layout);

  const std::string set = core::with_parameter(query, "layout", "x y");
  if (set.size() < 400'000) hold(core::parse_address(set, "", english()).layout == "x y");
  const std::string unset = core::with_parameter(query, "layout", "");
  hold(core::parse_address(unset, "", english()).layout.empty());
  hold(core::with_parameter(unset, "layout", "") == unset);
  return 0;
}
