// Web addresses as far as an API client needs them: percent-encoding, the parts, the query's
// values. Not a general URL library: no relative resolution, no IDNA (the browser does both).
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace base {

// Everything but RFC 3986's unreserved characters is encoded.
std::string percent_encode(std::string_view text);
// "%zz" is kept as it stands; '+' is a blank (forms and queries write it so).
std::string percent_decode(std::string_view text);

struct UrlParts {
  std::string_view scheme;  // "https", "demo"; empty for a relative address
  std::string_view host;    // "host[:port]"; empty when there is no authority
  std::string_view path;    // "/…" or ""
  std::string_view query;   // without '?'
};
// Views into `url`. A fragment is cut off.
UrlParts split_url(std::string_view url);

// http or https, in either case of letters, with a host, without blanks, controls or credentials.
bool is_web_address(std::string_view url);

// "https://host:port" in lower case, "demo:" without a host; empty for a relative address.
std::string origin_of(std::string_view url);

using QueryValues = std::vector<std::pair<std::string, std::string>>;
QueryValues parse_query(std::string_view query);
std::string write_query(const QueryValues& values);  // without '?'
std::string_view query_value(const QueryValues& values, std::string_view name);

// The address with the query's value set (replaced when it is there).
std::string with_query_value(std::string_view url, std::string_view name, std::string_view value);
std::string without_query_value(std::string_view url, std::string_view name);

}  // namespace base
