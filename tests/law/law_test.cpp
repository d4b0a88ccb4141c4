// The house's rules (DESIGN.md section 2), read from the sources themselves. What each room may
// include is the table below; the checker is tried on small made-up files too, so that it is known
// to bite.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

using Strings = std::vector<std::string>;

// base <- model <- ports <- { net sources demo translate feed text } <- layout <- core <- ui <-
// platform <- main base <- render
// <------------------------------------------------------------------ ui <- platform "embedded" is
// what the build makes of assets/ and shaders/: texts without code.
struct Room {
  std::string_view name;
  std::string_view may_include;  // besides itself
};
constexpr Room kRooms[] = {
    {"base", ""},
    {"model", "base embedded"},
    {"ports", "base model"},
    {"net", "base ports"},
    {"sources", "base model ports net"},
    {"demo", "base model ports net"},
    {"translate", "base model ports net embedded"},
    {"feed", "base model"},
    {"text", "base model ports"},
    {"layout", "base model ports text"},
    {"core", "base model ports net sources demo translate feed text layout embedded"},
    {"render", "base embedded"},
    {"ui", "base model ports net sources demo translate feed text layout core render"},
    {"platform",
     "base model ports net sources demo translate feed text layout core render ui embedded"},
    {"main.cpp", "base core platform ui"},
};

// Narrower than a whole room.
struct Narrow {
  std::string_view room;
  std::string_view included_room;
  std::string_view headers;
};
constexpr Narrow kNarrow[] = {
    {"text", "ports", "ports/glyphs.h"},
    {"layout", "ports", "ports/glyphs.h"},
};

// Libraries and the places that may know them. A place is a room, or one file.
struct Library {
  std::string_view header;  // the start of what stands between the brackets or quotes
  std::string_view places;
};
constexpr Library kLibraries[] = {
    {"imgui", "ui platform"},       {"imconfig", "ui platform"}, {"GLES", "render platform"},
    {"GL/", "render platform"},     {"SDL", "platform"},         {"emscripten", "platform"},
    {"nlohmann/", "base/json.cpp"}, {"gumbo", "sources"},        {"SheenBidi", "text"},
    {"linebreak", "text"},          {"graphemebreak", "text"},   {"unibreak", "text"},
};

// No threads, clocks, files or exceptions' streams below ui: what decides must be a function of its
// input.
constexpr std::string_view kPureRooms =
    "base model ports net sources demo translate feed text layout core";
constexpr std::string_view kImpureHeaders =
    "thread mutex atomic future condition_variable chrono ctime time.h fstream filesystem iostream "
    "random regex format";

constexpr std::size_t kMaxLines = 400;
// Files that may be longer, each with its reason.
struct LongFile {
  std::string_view path;
  std::string_view reason;
};
constexpr std::array<LongFile, 0> kLongFiles{};

bool has_word(std::string_view words, std::string_view word) {
  std::istringstream stream{std::string(words)};
  for (std::string one; stream >> one;) {
    if (one == word) return true;
  }
  return false;
}

std::string_view first_folder(std::string_view path) { return path.substr(0, path.find('/')); }

// What a line includes; empty when it is no include.
std::string_view included(std::string_view line) {
  const auto skip_blanks = [&] {
    while (line.starts_with(' ') || line.starts_with('\t')) line.remove_prefix(1);
  };
  skip_blanks();
  if (!line.starts_with('#')) return {};
  line.remove_prefix(1);
  skip_blanks();
  if (!line.starts_with("include")) return {};
  line.remove_prefix(7);
  skip_blanks();
  if (!line.starts_with('"') && !line.starts_with('<')) return {};
  const char closing = line.front() == '<' ? '>' : '"';
  line.remove_prefix(1);
  return line.substr(0, line.find(closing));
}

// path: from app/. What is wrong with one include; empty: nothing.
std::string include_fault(std::string_view path, std::string_view header) {
  const std::string_view room_name = first_folder(path);
  const auto* room = std::find_if(std::begin(kRooms), std::end(kRooms),
                                  [&](const Room& one) { return one.name == room_name; });
  if (room == std::end(kRooms)) return "is in no room of the table";
  for (const Library& library : kLibraries) {
    if (!header.starts_with(library.header)) continue;
    if (has_word(library.places, room_name) || has_word(library.places, path)) return {};
    return "may not include " + std::string(header) + ": only " + std::string(library.places) +
           " may";
  }
  if (header.starts_with('.')) return "includes by a relative path: " + std::string(header);
  const std::string_view target = first_folder(header);
  const bool is_room =
      target == "embedded" || std::any_of(std::begin(kRooms), std::end(kRooms),
                                          [&](const Room& one) { return one.name == target; });
  if (!is_room || target == header) {
    const bool impure = has_word(kPureRooms, room_name) && has_word(kImpureHeaders, header);
    return impure ? "may not include <" + std::string(header) + ">: its room is pure"
                  : std::string();
  }
  if (target != room_name && !has_word(room->may_include, target)) {
    return "may not include " + std::string(header) + ": " + std::string(room_name) +
           " knows only " + std::string(room->may_include.empty() ? "itself" : room->may_include);
  }
  for (const Narrow& narrow : kNarrow) {
    if (narrow.room == room_name && narrow.included_room == target &&
        !has_word(narrow.headers, header)) {
      return "may include of " + std::string(target) + " only " + std::string(narrow.headers);
    }
  }
  return {};
}

// The words are put together here, so that this file does not break its own rule.
const std::string kBanned[] = {std::string("TO") + "DO", std::string("FIX") + "ME"};
const std::string kInlineScript[] = {std::string("EM") + "_ASM", std::string("EM") + "_JS"};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

// As a word of its own, also at the start of one with an underscore behind it.
bool contains_word(std::string_view line, std::string_view word) {
  for (std::size_t at = line.find(word); at != std::string_view::npos;
       at = line.find(word, at + 1)) {
    if (at == 0 || !is_letter(line[at - 1])) return true;
  }
  return false;
}

// path: from the repository's root.
Strings faults(std::string_view path, std::string_view text) {
  Strings found;
  const bool is_app = path.starts_with("app/");
  const bool is_cpp = path.ends_with(".cpp") || path.ends_with(".h");
  std::size_t number = 0;
  const auto report = [&](const std::string& fault) {
    found.push_back(std::string(path) + ":" + std::to_string(number) + " " + fault);
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    ++number;
    at = end + 1;
    if (is_app && is_cpp) {
      if (const std::string_view header = included(line); !header.empty()) {
        const std::string fault = include_fault(path.substr(4), header);
        if (!fault.empty()) report(fault);
      }
      for (const std::string& macro : kInlineScript) {
        if (contains_word(line, macro))
          report("has " + macro + ": what crosses stands in platform/web/bridge.h");
      }
    }
    for (const std::string& word : kBanned) {
      if (contains_word(line, word)) report("has " + word + ": do it, or write an issue");
    }
  }
  const bool may_be_long = !is_app && !path.starts_with("web/");
  const bool listed = std::any_of(kLongFiles.begin(), kLongFiles.end(),
                                  [&](const LongFile& file) { return file.path == path; });
  if (number > kMaxLines && !may_be_long && !listed) {
    report("is longer than " + std::to_string(kMaxLines) + " lines: it is more than one idea");
  }
  return found;
}

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

bool is_source(const std::filesystem::path& path) {
  static const Strings kEndings = {".cpp", ".h", ".ts", ".js", ".mjs", ".css", ".html"};
  return std::find(kEndings.begin(), kEndings.end(), path.extension().string()) != kEndings.end();
}

// All source files below a folder of the repository, as paths from its root.
Strings sources(std::string_view folder) {
  const std::filesystem::path root(CROSSFEED_ROOT);
  Strings found;
  if (!std::filesystem::exists(root / folder)) return found;
  std::filesystem::recursive_directory_iterator entries(root / folder);
  for (auto entry = begin(entries); entry != end(entries); ++entry) {
    if (entry->is_directory() && entry->path().filename() == "node_modules")
      entry.disable_recursion_pending();
    if (!entry->is_regular_file() || !is_source(entry->path())) continue;
    found.push_back(std::filesystem::relative(entry->path(), root).generic_string());
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::string joined(const Strings& lines) {
  std::string out;
  for (const std::string& line : lines) out += "\n  " + line;
  return out;
}

bool bites(std::string_view path, std::string_view text) { return !faults(path, text).empty(); }

}  // namespace

TEST_CASE("law: the sources keep the rules") {
  Strings found;
  for (const std::string_view folder : {"app", "web/src", "tests"}) {
    for (const std::string& path : sources(folder)) {
      for (std::string& fault : faults(path, read(std::filesystem::path(CROSSFEED_ROOT) / path))) {
        found.push_back(std::move(fault));
      }
    }
  }
  CHECK_MESSAGE(found.empty(), joined(found));
}

TEST_CASE("law: the sources are really read") {
  const Strings app = sources("app");
  CHECK(app.size() > 60);
  CHECK(std::find(app.begin(), app.end(), "app/base/json.cpp") != app.end());
  CHECK(sources("nowhere").empty());
  std::size_t includes = 0;
  for (const std::string& path : app) {
    std::istringstream text(read(std::filesystem::path(CROSSFEED_ROOT) / path));
    for (std::string line; std::getline(text, line);) includes += included(line).empty() ? 0 : 1;
  }
  CHECK(includes > 300);
}

TEST_CASE("law: the arrows have no cycle") {
  // Each room may include only rooms above it in the table.
  std::string above = "embedded";
  for (const Room& room : kRooms) {
    std::istringstream names{std::string(room.may_include)};
    for (std::string name; names >> name;) {
      CAPTURE(room.name);
      CAPTURE(name);
      CHECK(has_word(above, name));
    }
    above += " " + std::string(room.name);
  }
}

TEST_CASE("law: a wrong arrow is found") {
  CHECK(bites("app/base/x.h", "#include \"model/post.h\"\n"));
  CHECK(bites("app/model/x.h", "#include \"text/paragraph.h\"\n"));
  CHECK(bites("app/feed/store.h", "#include \"ports/http.h\"\n"));
  CHECK(bites("app/text/x.cpp", "#include \"ports/http.h\"\n"));
  CHECK(bites("app/layout/x.cpp", "#include \"feed/store.h\"\n"));
  CHECK(bites("app/layout/x.cpp", "#include \"ports/images.h\"\n"));
  CHECK(bites("app/core/x.cpp", "#include \"ui/canvas.h\"\n"));
  CHECK(bites("app/sources/mastodon/x.cpp", "#include \"demo/server.h\"\n"));
  CHECK(bites("app/render/x.cpp", "#include \"core/state.h\"\n"));
  CHECK(bites("app/ui/x.cpp", "#include \"platform/web/bridge.h\"\n"));
  CHECK(bites("app/attic/x.cpp", "#include \"base/json.h\"\n"));
  CHECK(bites("app/core/x.cpp", "  #  include   \"platform/loop.h\"\n"));
  CHECK(bites("app/core/x.cpp", "#include \"../ui/canvas.h\"\n"));
  CHECK(bites("app/core/x.cpp", "#include <ui/canvas.h>\n"));
  CHECK_FALSE(bites("app/core/x.cpp", "#include \"layout/card.h\"\n#include <vector>\n"));
  CHECK_FALSE(bites("app/text/x.cpp", "#include \"ports/glyphs.h\"\n"));
  CHECK_FALSE(bites("app/sources/mastodon/x.cpp", "#include \"sources/mastodon/parse.h\"\n"));
  CHECK_FALSE(bites("app/platform/web/x.cpp", "#include \"ui/canvas.h\"\n"));
  CHECK(faults("app/base/x.h", "\n\n#include \"model/post.h\"\n")
            .front()
            .starts_with("app/base/x.h:3 "));
}

TEST_CASE("law: a library outside its place is found") {
  CHECK(bites("app/core/x.cpp", "#include \"imgui.h\"\n"));
  CHECK(bites("app/render/x.cpp", "#include <imgui_internal.h>\n"));
  CHECK(bites("app/ui/x.cpp", "#include <GLES3/gl3.h>\n"));
  CHECK(bites("app/ui/x.cpp", "#include <SDL.h>\n"));
  CHECK(bites("app/render/x.cpp", "#include <SDL2/SDL.h>\n"));
  CHECK(bites("app/ui/x.cpp", "#include <emscripten.h>\n"));
  CHECK(bites("app/base/json_value.cpp", "#include <nlohmann/json.hpp>\n"));
  CHECK(bites("app/layout/x.cpp", "#include <gumbo.h>\n"));
  CHECK(bites("app/core/x.cpp", "#include <chrono>\n"));
  CHECK(bites("app/net/x.cpp", "#include <thread>\n"));
  CHECK_FALSE(bites("app/ui/x.cpp", "#include \"imgui.h\"\n"));
  CHECK_FALSE(bites("app/platform/web/x.cpp",
                    "#include <emscripten.h>\n#include <SDL.h>\n#include <GLES3/gl3.h>\n"));
  CHECK_FALSE(bites("app/render/x.cpp", "#include <GLES3/gl3.h>\n"));
  CHECK_FALSE(bites("app/base/json.cpp", "#include <nlohmann/json.hpp>\n"));
}

TEST_CASE("law: what must not be left in a file is found") {
  for (const std::string& word : kBanned) {
    CHECK(bites("app/core/x.cpp", "// " + word + " later\n"));
    CHECK(bites("web/src/x.ts", "/*" + word + "*/"));
    CHECK(bites("tests/unit/x.cpp", "int a;  //" + word + "\n"));
  }
  for (const std::string& macro : kInlineScript) {
    CHECK(bites("app/platform/web/x.cpp", macro + "({ alert(1) });\n"));
    CHECK(bites("app/platform/web/x.cpp", macro + "_INT(1);\n"));
  }
  CHECK_FALSE(bites("app/core/x.cpp", "int method = 1;  // mastodon\n"));
  std::string text;
  for (std::size_t i = 0; i < kMaxLines; ++i) text += "\n";
  CHECK_FALSE(bites("app/core/x.cpp", text));
  CHECK_FALSE(bites("tests/unit/x.cpp", text + "\n"));
  CHECK(bites("app/core/x.cpp", text + "\n"));
  CHECK(bites("web/src/x.ts", text + "last"));
}
