#include "layout/post_facts.h"

#include "model/detect.h"
#include "model/reader_text.h"

namespace layout {
namespace {

void join(std::string& facts, std::string_view separator, const std::string& fact) {
  if (fact.empty()) return;
  if (!facts.empty()) facts += separator;
  facts += fact;
}

}  // namespace

std::string post_facts(const model::Post& post, const PostInput& page) {
  const std::int64_t offset_ms = static_cast<std::int64_t>(page.utc_offset_min) * 60'000;
  std::string facts;
  if (post.created_ms > 0) facts = model::moment_text(post.created_ms + offset_ms, page.words);
  const model::Language language = model::language_of(post);
  if (language.known()) join(facts, "  ·  ", std::string(model::native_name(language)));
  if (post.edited_ms > 0) join(facts, "  ·  ", page.words[model::Word::Edited]);
  return facts;
}

std::string comment_facts(const model::Post& comment, const PostInput& page) {
  std::string facts = model::age_text(comment.created_ms, page.now_ms, page.words);
  if (comment.counts.likes > 0)
    join(facts, "   ", "♥ " + model::count_text(comment.counts.likes, page.reader));
  const model::Language language = model::language_of(comment);
  if (language.known()) join(facts, "   ", model::chip_label(language));
  return facts;
}

}  // namespace layout
