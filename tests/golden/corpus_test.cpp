// The corpus of corpus/*.json, written for this project by somebody who did not write the
// detectors: posts with their language, tricks with their kind, clean texts. Half of it, by a hash
// of the text, was not looked at while the detectors were made; both halves are reported. What
// was measured once unseen and then learnt from is in the files *-2.json, all of it seen.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "base/json.h"
#include "base/utf8.h"
#include "model/detect.h"
#include "translate/verdict.h"

namespace {

namespace fs = std::filesystem;

base::Json read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  auto json = base::parse_json(text.str());
  REQUIRE_MESSAGE(json.ok(), path.string());
  return std::move(json.value());
}

const fs::path kFolder = fs::path(CROSSFEED_ROOT) / "tests/golden/corpus";

// The files of a kind: "tricks" means tricks.json and tricks-2.json.
std::vector<fs::path> files_of(std::string_view kind) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(kFolder)) {
    if (entry.path().filename().string().starts_with(kind)) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

bool is_learnt(const fs::path& file) { return file.stem().string().ends_with("-2"); }

// CRC-32 (ISO 3309), whose lowest bit says which half a text is in.
bool was_seen(std::string_view text) {
  std::uint32_t crc = 0xFFFFFFFFu;
  for (const char c : text) {
    crc ^= static_cast<std::uint8_t>(c);
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB88320u : 0u);
  }
  return ((crc ^ 0xFFFFFFFFu) & 1) == 0;
}

struct Tally {
  int right = 0;
  int all = 0;
  void add(bool is_right) {
    right += is_right ? 1 : 0;
    ++all;
  }
  [[nodiscard]] double percent() const { return all == 0 ? 100 : 100.0 * right / all; }
  [[nodiscard]] std::string text() const {
    return std::to_string(right) + "/" + std::to_string(all);
  }
};

std::set<std::string_view> kinds_of(const std::string& text) {
  std::set<std::string_view> kinds;
  const auto language = model::detect_language(text).language;
  for (const translate::Reason& reason : translate::judge_source(text, language).reasons) {
    if (reason.kind != translate::ReasonKind::NoWords &&
        reason.kind != translate::ReasonKind::UnknownLanguage)
      kinds.insert(translate::reason_key(reason.kind));
  }
  return kinds;
}

}  // namespace

TEST_CASE("corpus: languages") {
  std::array<std::array<Tally, 2>, 2> tallies;  // [20 characters and more][seen]
  std::set<std::string> languages;
  std::string wrong;
  for (const fs::path& file : files_of("posts-")) {
    const base::Json posts = read(file);
    for (const base::Json& post : posts.items()) {
      const std::string text(post["text"].string_or(""));
      const model::Language want = model::parse_language(post["language"].string_or(""));
      const model::Language got = model::detect_language(text).language;
      const bool exact = want.primary == "zh" ? got == want : got.primary == want.primary;
      languages.insert(want.tag());
      constexpr std::size_t kLong = 20;
      const bool seen = is_learnt(file) || was_seen(text);
      tallies[base::count_code_points(text) >= kLong ? 1 : 0][seen ? 1 : 0].add(exact);
      if (!exact && seen) wrong += "\n  " + want.tag() + " -> " + got.tag() + ": " + text;
    }
  }
  const Tally short_texts{tallies[0][0].right + tallies[0][1].right,
                          tallies[0][0].all + tallies[0][1].all};
  const Tally long_texts{tallies[1][0].right + tallies[1][1].right,
                         tallies[1][0].all + tallies[1][1].all};
  MESSAGE("20 characters and more: " << long_texts.text() << " (not looked at: "
                                     << tallies[1][0].text() << "), shorter: " << short_texts.text()
                                     << " (not looked at: " << tallies[0][0].text() << ")");
  INFO(wrong);
  CHECK(long_texts.all + short_texts.all >= 500);
  CHECK(languages.size() >= 20);
  CHECK(long_texts.percent() >= 97);
  CHECK(short_texts.percent() >= 90);
}

TEST_CASE("corpus: tricks") {
  std::array<Tally, 2> tallies;
  std::set<std::string> kinds;
  std::string missed;
  for (const fs::path& file : files_of("tricks")) {
    const base::Json tricks = read(file);
    for (const base::Json& trick : tricks.items()) {
      const std::string text(trick["text"].string_or(""));
      const std::string kind(trick["kind"].string_or(""));
      const bool found = kinds_of(text).contains(kind);
      const bool seen = is_learnt(file) || was_seen(text);
      kinds.insert(kind);
      tallies[seen ? 1 : 0].add(found);
      if (!found && seen) missed += "\n  " + kind + ": " + text;
    }
  }
  const Tally all{tallies[0].right + tallies[1].right, tallies[0].all + tallies[1].all};
  MESSAGE("tricks: " << all.text() << " (not looked at: " << tallies[0].text() << ")");
  INFO(missed);
  CHECK(all.all >= 120);
  CHECK(kinds.size() >= 10);
  CHECK(all.percent() >= 95);
}

TEST_CASE("corpus: clean texts") {
  std::array<Tally, 2> tallies;
  std::string alarms;
  for (const fs::path& file : files_of("clean")) {
    const base::Json texts = read(file);
    for (const base::Json& clean : texts.items()) {
      const std::string text(clean["text"].string_or(""));
      const auto kinds = kinds_of(text);
      tallies[is_learnt(file) || was_seen(text) ? 1 : 0].add(kinds.empty());
      if (!kinds.empty()) alarms += "\n  " + std::string(*kinds.begin()) + ": " + text;
    }
  }
  const Tally all{tallies[0].right + tallies[1].right, tallies[0].all + tallies[1].all};
  MESSAGE("clean: " << all.text() << " (not looked at: " << tallies[0].text() << ")");
  INFO(alarms);
  CHECK(all.all >= 300);
  CHECK(all.percent() >= 99);
}
