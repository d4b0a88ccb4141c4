#include "platform/web/config.h"

#include <string>

#include "base/json.h"

namespace platform {

core::Started read_config(std::string_view text) {
  const auto parsed = base::parse_json(text);
  const base::Json config = parsed ? parsed.value() : base::Json();
  core::Started started;
  started.window_pt = {static_cast<float>(config["w_pt"].number_or(1280)),
                       static_cast<float>(config["h_pt"].number_or(800))};
  started.scale = static_cast<float>(config["scale"].number_or(1));
  started.dark = config["dark"].bool_or(false);
  started.reduced_motion = config["reduced_motion"].bool_or(false);
  started.online = config["online"].bool_or(true);
  started.painted = config["webgl"].bool_or(true);
  started.query = config["query"].string_or("");
  started.fragment = config["fragment"].string_or("");
  for (const base::Json& language : config["languages"].items()) {
    started.languages.emplace_back(language.string_or(""));
  }
  started.ui = config["ui"].string_or("");
  started.ui_words = config["ui_words"].string_or("");
  started.utc_ms = static_cast<std::int64_t>(config["utc_ms"].number_or(0));
  started.now_ms = config["now_ms"].number_or(0);
  started.utc_offset_min = static_cast<int>(config["utc_offset_min"].integer_or(0));
  started.unpacked_layout = config["layout"].string_or("");
  started.broken_layout = config["layout_error"].string_or("");
  return started;
}

}  // namespace platform
