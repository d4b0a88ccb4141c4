// The browser's own translator across the bridge: a request as JSON, its answer from JSON.
#pragma once

#include <string>
#include <string_view>

#include "ports/browser_translate.h"

namespace platform {

std::string write_translate(const ports::BrowserTranslate& request);
// What cannot be read is an answer that failed.
ports::BrowserTranslated read_translated(std::string_view id, std::string_view json);

}  // namespace platform
