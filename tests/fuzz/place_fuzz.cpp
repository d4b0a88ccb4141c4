// The address's source= into a place, and the small parsers that servers' headers reach.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/url.h"
#include "base/utf8.h"
#include "model/language.h"
#include "model/time.h"
#include "sources/mastodon/query.h"
#include "sources/place.h"
#include "unit/english.h"

namespace {

void require(bool condition) {
  if (!condition) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto source = sources::parse_source(text, english());
  if (source) {
    const sources::Source& read = source.value();
    require(read.is_demo() || base::is_web_address(read.place.base));
    require(base::is_valid_utf8(read.notice) &&
            base::is_valid_utf8(sources::place_title(read.place, english())));
    const auto again = sources::parse_source(sources::write_source(read), english());
    require(again.ok() && again.value().place == read.place);
    const std::string url = sources::mastodon::first_page_url(read.place, "1");
    require(url.starts_with(read.is_demo() ? "demo:/api/" : "http"));
    require(!sources::mastodon::following_page_url(url, "5", 1).empty());
  } else {
    require(base::is_valid_utf8(source.error()) && source.error().size() < 1000);
  }
  const std::string target = sources::mastodon::link_target(text, "next");
  require(target.size() <= size);
  require(base::percent_decode(base::percent_encode(text)) == text);
  require(base::parse_query(base::write_query(base::parse_query(text))).size() ==
          base::parse_query(text).size());
  const model::Language language = model::parse_language(text);
  require(model::parse_language(language.tag()) == language);
  require(model::parse_time_ms(text) >= 0 && model::parse_http_date_ms(text) >= 0);
  return 0;
}
