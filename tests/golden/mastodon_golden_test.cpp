// Replies of real and realistic servers (golden/mastodon/*.json) read by the adapter and written
// out as text, compared exactly with the .txt beside them. UPDATE_GOLDEN=1 writes the texts anew.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "model/detect.h"
#include "model/time.h"
#include "sources/mastodon/parse.h"

namespace {

namespace fs = std::filesystem;
using sources::Asked;

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

// One line; line breaks of a block shown as ⏎, blocks as ¶.
std::string one_line(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const base::Decoded decoded = base::decode_utf8(text, at);
    if (decoded.code == '\n') {
      out += " ¶ ";
    } else if (decoded.code == 0x2028) {
      out += "⏎";
    } else {
      out.append(text, at, decoded.bytes);
    }
    at += decoded.bytes;
  }
  return out;
}

class Dump {
 public:
  void line(const std::string& name, const std::string& value) {
    if (!value.empty()) out_ += indent_ + name + ": " + one_line(value) + "\n";
  }
  void count(const std::string& name, std::int64_t value) {
    if (value >= 0) line(name, std::to_string(value));
  }
  void time(const std::string& name, std::int64_t ms) {
    if (ms != 0) line(name, model::write_time(ms));
  }

  void rich(const std::string& name, const model::RichText& rich) {
    static constexpr const char* kBlocks[] = {"paragraph", "heading", "quote", "code", "item"};
    static constexpr const char* kSpans[] = {"plain", "link", "mention", "tag", "emoji"};
    line(name, rich.text);
    for (const model::Block& block : rich.blocks) {
      if (block.kind == model::BlockKind::Paragraph && block.indent == 0) continue;
      line("  " + std::string(kBlocks[static_cast<int>(block.kind)]) + " " +
               std::to_string(block.indent) + "/" + std::to_string(block.ordinal),
           rich.text.substr(block.begin, block.end - block.begin));
    }
    for (const model::Span& span : rich.spans) {
      std::string kind = kSpans[static_cast<int>(span.kind)];
      if (span.emphasis.strong) kind += " strong";
      if (span.emphasis.italic) kind += " italic";
      if (span.emphasis.code) kind += " code";
      if (span.emphasis.strike) kind += " strike";
      line("  " + kind, rich.text.substr(span.begin, span.end - span.begin) +
                            (span.target.empty() ? "" : " > " + span.target) +
                            (span.label.empty() ? "" : " = " + span.label));
    }
  }

  void author(const model::Author& author) {
    line("author", author.acct + " (" + author.id + ")" + (author.bot ? " bot" : ""));
    rich("  name", author.name);
    line("  url", author.url);
    line("  avatar", author.avatar_url);
    time("  since", author.created_ms);
  }

  void post(const model::Post& post) {
    line("post", post.id);
    indent_ = "  ";
    line("url", post.url);
    line("parent", post.parent_id);
    line("boosted by", post.boosted_by);
    author(post.author);
    time("created", post.created_ms);
    time("edited", post.edited_ms);
    line("language", post.language + " -> " + model::language_of(post).tag());
    line("warning", post.warning);
    if (post.sensitive) line("sensitive", "yes");
    rich("body", post.body);
    for (const model::Media& media : post.media) this->media(media);
    for (const std::string& tag : post.tags) line("tag", tag);
    count("likes", post.counts.likes);
    count("boosts", post.counts.boosts);
    count("replies", post.counts.replies);
    for (const model::Poll& poll : post.poll) {
      line("poll", std::to_string(poll.votes) + (poll.expired ? " expired " : " until ") +
                       model::write_time(poll.expires_ms));
      for (const model::PollOption& option : poll.options)
        line("  option", option.title + " = " + std::to_string(option.votes));
    }
    for (const model::LinkPreview& link : post.link) {
      line("link", link.title + " | " + link.description + " | " + link.provider + " | " +
                       link.url + " | " + link.image_url);
    }
    if (post.live.on())
      line("live", std::to_string(post.live.listeners) + " since " +
                       model::write_time(post.live.started_ms));
    for (const std::string& language : post.live.languages) line("  speaks", language);
    indent_.clear();
  }

  std::string take() { return std::move(out_); }

 private:
  void media(const model::Media& media) {
    static constexpr const char* kKinds[] = {"image", "gif", "video", "audio", "unknown"};
    std::ostringstream numbers;
    numbers << kKinds[static_cast<int>(media.kind)] << ' ' << media.width_px << 'x'
            << media.height_px << " focus " << media.focus_x << ',' << media.focus_y << " "
            << media.duration_s << "s";
    line("media", numbers.str());
    line("  url", media.url);
    line("  preview", media.preview_url);
    line("  blurhash", media.blurhash);
    line("  alt", media.description);
  }

  std::string out_;
  std::string indent_;
};

std::string dump(const std::string& kind, const ports::HttpReply& reply) {
  namespace mastodon = sources::mastodon;
  Dump dump;
  const Asked asked{"https://masto.example/api/v1/timelines/public?limit=20", 1'737'106'200'000};
  if (kind == "timeline") {
    const auto page = mastodon::parse_timeline(reply, asked);
    REQUIRE(page.ok());
    dump.line("next", page.value().next_url);
    dump.line("newest", page.value().newest_id);
    dump.line("skipped", std::to_string(page.value().skipped) + ", hidden " +
                             std::to_string(page.value().hidden));
    for (const model::Post& post : page.value().posts) dump.post(post);
  } else if (kind == "context") {
    const auto thread = mastodon::parse_context(reply, asked);
    REQUIRE(thread.ok());
    for (const model::Post& post : thread.value().ancestors) dump.post(post);
    dump.line("below", "");
    for (const model::Post& post : thread.value().descendants) dump.post(post);
  } else if (kind == "instance") {
    const auto instance = mastodon::parse_instance(reply, asked, {"zh-Hans", "en"});
    REQUIRE(instance.ok());
    dump.line("title", instance.value().title);
    dump.line("description", instance.value().description);
    for (const std::string& rule : instance.value().rules) dump.line("rule", rule);
    for (const std::string& language : instance.value().languages) dump.line("language", language);
  } else if (kind == "search") {
    const auto result = mastodon::parse_search(reply, asked);
    REQUIRE(result.ok());
    for (const model::Post& post : result.value().posts) dump.post(post);
    for (const model::Author& author : result.value().people) dump.author(author);
    for (const mastodon::TagUse& tag : result.value().tags)
      dump.line("tag", tag.name + " " + std::to_string(tag.uses));
  } else if (kind == "tags") {
    const auto tags = mastodon::parse_tags(reply, asked);
    REQUIRE(tags.ok());
    for (const mastodon::TagUse& tag : tags.value()) {
      dump.line("tag",
                tag.name + " " + std::to_string(tag.uses) + " by " + std::to_string(tag.people));
    }
  } else if (kind == "account") {
    const auto author = mastodon::parse_account(reply, asked);
    REQUIRE(author.ok());
    dump.author(author.value());
  } else {
    FAIL("no reader for a file that starts with ", kind);
  }
  return dump.take();
}

}  // namespace

TEST_CASE("golden: Mastodon-API replies") {
  const fs::path folder = fs::path(CROSSFEED_ROOT) / "tests" / "golden" / "mastodon";
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  CHECK(files.size() >= 12);
  for (const fs::path& file : files) {
    const std::string name = file.filename().string();
    CAPTURE(name);
    ports::HttpReply reply;
    reply.status = 200;
    reply.headers = {{"content-type", "application/json; charset=utf-8"}};
    reply.body = read_file(file);
    const std::string text = dump(name.substr(0, name.find('-')), reply);
    fs::path expected = file;
    expected.replace_extension(".txt");
    if (std::getenv("UPDATE_GOLDEN") != nullptr) {
      std::ofstream(expected, std::ios::binary) << text;
    } else {
      CHECK(text == read_file(expected));
    }
  }
}
