// The value of `translate=` in the page's address (DESIGN.md section 7): an ordered chain of
// services, joined by commas.
//   demo | libretranslate:URL | apertium:URL | deepl:URL | chat:URL[#MODEL] | server | browser |
//   off
// Nothing fails: what is not understood is left out and named in the notice. Keys do not belong in
// an address: they are taken out, and the notice says so.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/words.h"
#include "translate/service.h"

namespace translate {

inline constexpr std::size_t kMostServices = 8;  // a chain longer than this is a mistake

struct Chain {
  std::vector<Service> services;  // empty: off
  std::string notice;             // sentences for the status line; empty: nothing to say
};

Chain parse_translate(std::string_view value, const model::Words& words);

// The other way, without keys: parse_translate(write_translate(c)) gives the same services; "off"
// for none.
std::string write_translate(const std::vector<Service>& services);

}  // namespace translate
