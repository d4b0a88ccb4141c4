// The start's configuration, as the page tells it (bridge.h, cf_start).
#pragma once

#include <string_view>

#include "core/event.h"

namespace platform {

// Never fails: what is missing takes a value that works.
core::Started read_config(std::string_view json);

}  // namespace platform
