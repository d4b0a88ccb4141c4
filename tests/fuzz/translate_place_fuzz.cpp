// The address's translate=: never a failure, addresses of http(s) only, no credentials, and what is
// written can be read again.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/url.h"
#include "base/utf8.h"
#include "translate/place.h"
#include "unit/english.h"

namespace {

void require(bool condition) {
  if (!condition) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const translate::Chain chain = translate::parse_translate(text, english());
  require(chain.services.size() <= translate::kMostServices);
  require(base::is_valid_utf8(chain.notice));
  for (const translate::Service& service : chain.services) {
    require(service.key.empty());
    if (!service.url.empty()) require(base::is_web_address(service.url));
    require(service.url.find_first_of("@?#,") == std::string::npos ||
            base::split_url(service.url).path.find('@') != std::string_view::npos);
    require(base::is_valid_utf8(service_name(service)));
  }
  const std::string written = translate::write_translate(chain.services);
  const translate::Chain again = translate::parse_translate(written, english());
  require(again.services == chain.services && again.notice.empty());
  return 0;
}
