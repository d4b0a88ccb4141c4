#include "layout/post_page.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "layout/comment_tree.h"
#include "layout/post_facts.h"
#include "layout/post_parts.h"
#include "layout/reading_part.h"
#include "layout/translation_part.h"
#include "model/detect.h"
#include "model/reader_text.h"
#include "text/display_name.h"

namespace layout {
namespace {

using model::Word;

constexpr float kTopBar = 52;  // on a phone: back and title stand over the page
constexpr float kAvatar = 40;
constexpr float kCommentAvatar = 28;
constexpr std::size_t kMaxComments = 500;  // laid out at once; no server sends more in one context

class PageBuilder {
 public:
  PageBuilder(const PostInput& input, Measurer measurer)
      : in_(input), doc_(input.document), measurer_(measurer) {}

  PostPage build() {
    padding_ = place_sheet(in_, page_);
    width_ = page_.scroller.w;
    if (in_.compact) y_ = kTopBar;
    if (page_.media_in_page) {
      page_.media.y = y_;
      page_.media.w = width_;
      y_ += page_.media.h;
    }
    y_ += padding_;
    if (in_.thread != nullptr) {
      for (std::size_t i = 0; i < in_.thread->ancestors.size(); ++i) {
        add_comment(in_.thread->ancestors[i], 0, Section::Kind::Ancestor, static_cast<int>(i), 0);
      }
    }
    add_post();
    add_comments();
    page_.boxes.size = {width_, y_ + padding_};
    return std::move(page_);
  }

 private:
  [[nodiscard]] float room() const { return std::max(40.0F, width_ - padding_ - x_ - padding_); }

  void add_text(TextBlock text, float x, float width, Col color) {
    y_ += put_text(page_.boxes, std::move(text), {x, y_}, width, color);
  }

  void open_section(Section::Kind kind, int post, int depth) {
    Section section;
    section.kind = kind;
    section.post = post;
    section.depth = depth;
    section.top = y_;
    section.indent = x_;
    section.first_box = static_cast<std::uint32_t>(page_.boxes.boxes.size());
    page_.sections.push_back(section);
  }

  void close_section() {
    Section& section = page_.sections.back();
    section.bottom = y_;
    section.box_count = static_cast<std::uint32_t>(page_.boxes.boxes.size()) - section.first_box;
  }

  void add_rich(const model::RichText& rich, const Type& type, const std::string& language,
                Col color) {
    // Blocks become paragraphs of their own, with the space between them that readers expect.
    if (rich.blocks.empty()) {
      add_text(build_text(rich, type, language, {.width_pt = room()}, measurer_), padding_ + x_,
               room(), color);
      return;
    }
    const float left = x_;
    for (std::size_t i = 0; i < rich.blocks.size(); ++i) {
      const model::Block& block = rich.blocks[i];
      const bool in_list = block.kind == model::BlockKind::ListItem && i > 0 &&
                           rich.blocks[i - 1].kind == model::BlockKind::ListItem;
      if (i > 0) y_ += in_list ? 2 : std::round(type.line_pt * 0.45F);
      x_ = left + static_cast<float>(block.indent) * 16;
      Type block_type = type;
      if (block.kind == model::BlockKind::Heading) block_type.weight = 600;
      const float top = y_;
      if (block.kind == model::BlockKind::ListItem) {
        x_ += 18;
        const std::string mark = block.ordinal > 0 ? std::to_string(block.ordinal) + "." : "•";
        add_text(build_label(mark, type, {.width_pt = 40, .max_lines = 1}, measurer_),
                 padding_ + x_ - 18, 18, Col::Ink3);
        y_ = top;
      }
      if (block.kind == model::BlockKind::Quote || block.kind == model::BlockKind::Code) x_ += 12;
      model::RichText part = slice(rich, block.begin, block.end);
      if (block.kind == model::BlockKind::Code) {
        part.spans = {{0,
                       static_cast<std::uint32_t>(part.text.size()),
                       model::SpanKind::Plain,
                       {.code = true},
                       "",
                       ""}};
      }
      const bool quote = block.kind == model::BlockKind::Quote;
      add_text(build_text(part, block_type, language, {.width_pt = room()}, measurer_),
               padding_ + x_, room(), quote ? Col::Ink2 : color);
      if (quote) {
        page_.boxes.boxes.push_back({.kind = BoxKind::Panel,
                                     .rect = {padding_ + x_ - 12, top, 3, y_ - top},
                                     .color = Col::Line,
                                     .radius = 1.5F});
      }
    }
    x_ = left;
  }

  void add_author(const model::Post& post, float avatar, const std::string& second_line) {
    const float top = y_;
    page_.boxes.boxes.push_back({.kind = BoxKind::Avatar,
                                 .rect = {padding_ + x_, top, avatar, avatar},
                                 .item = 0,
                                 .color = Col::Skeleton,
                                 .touch = Touch::Author,
                                 .target = static_cast<int>(page_.sections.size()) - 1});
    const float text_x = padding_ + x_ + avatar + 10;
    const float text_room = std::max(40.0F, width_ - padding_ - text_x);
    const bool large = avatar > 32;
    const Type name_type = large ? Type{doc_[Num::BodySize], doc_[Num::BodyLine], 600}
                                 : Type{doc_[Num::SmallSize], doc_[Num::SmallLine], 600};
    TextBlock name = build_text(safe_name(post.author.name), name_type, "",
                                {.width_pt = text_room, .max_lines = 1}, measurer_);
    hug_left(name);
    add_text(std::move(name), text_x, text_room, Col::Ink);
    page_.boxes.boxes.back().touch = Touch::Author;
    page_.boxes.boxes.back().target = static_cast<int>(page_.sections.size()) - 1;
    if (!second_line.empty()) {
      add_text(build_label(second_line, {doc_[Num::SmallSize], doc_[Num::SmallLine], 400},
                           {.width_pt = text_room, .max_lines = 1}, measurer_),
               text_x, text_room, Col::Ink3);
    }
    y_ = std::max(y_, top + avatar);
  }

  void add_post() {
    const model::Post& post = in_.post;
    open_section(Section::Kind::Post, -1, 0);
    std::string handle = "@" + post.author.acct;
    if (!post.boosted_by.empty())
      handle +=
          " · " + in_.words.fill(Word::BoostedBy, {{"name", text::display_name(post.boosted_by)}});
    add_author(post, kAvatar, handle);
    y_ += 14;
    const bool veiled = !in_.revealed && !post.warning.empty();
    const Type text_type{doc_[Num::PostTextSize], doc_[Num::PostTextLine], 400};
    if (!post.warning.empty()) {
      add_text(build_label(post.warning, {text_type.size_pt, text_type.line_pt, 600},
                           {.width_pt = room()}, measurer_),
               padding_ + x_, room(), Col::Ink);
      add_translated(in_.translations.warnings, post.id, text_type);
      y_ += 6;
    }
    if (veiled) {
      add_link_label(in_.words[Word::ShowPost], Touch::Reveal, 0);
    } else {
      add_body(text_type);
      add_poll();
      if (!post.link.empty()) {
        y_ += 12;
        y_ += add_link_preview(post.link.front(), {padding_ + x_, y_}, room(), doc_, measurer_,
                               page_.boxes);
      }
    }
    y_ += 14;
    add_facts();
    close_section();
    y_ += padding_;
  }

  // The post's text and its translation, as the reader wants to read them.
  void add_body(const Type& type) {
    const ReadingView& reading = in_.reading;
    const ReadingPlace place{{padding_ + x_, y_}, room(), type};
    if (!reading.rows.empty()) {
      y_ += add_reading_rows(reading, place, doc_, measurer_, page_.boxes);
    } else {
      if (reading.mode != ReadingMode::Translation) add_original(type);
      add_translated(in_.translations.bodies, in_.post.id, type);
    }
    if (reading.modes.empty()) return;
    y_ += 10;
    y_ += add_reading_modes(reading, {{padding_ + x_, y_}, room(), type}, doc_, measurer_,
                            page_.boxes);
  }

  void add_original(const Type& type) {
    const Headline headline = split_headline(in_.post.body);
    const std::string language = model::language_of(in_.post).tag();
    if (!headline.title.empty()) {
      add_text(build_text(headline.title, {doc_[Num::PostTitleSize], doc_[Num::PostTitleLine], 600},
                          language, {.width_pt = room()}, measurer_),
               padding_ + x_, room(), Col::Ink);
      y_ += 10;
    }
    if (!headline.rest.empty()) add_rich(headline.rest, type, language, Col::Ink);
  }

  // Belongs to the section that is open.
  void add_translated(const std::map<std::string, TranslationView>& views, const std::string& id,
                      const Type& type) {
    const auto view = views.find(id);
    if (view == views.end() || view->second.stage == TranslationStage::None) return;
    y_ += 8;
    y_ += add_translation(view->second,
                          {.at = {padding_ + x_, y_},
                           .width_pt = room(),
                           .type = type,
                           .target = static_cast<int>(page_.sections.size()) - 1},
                          doc_, measurer_, page_.boxes);
  }

  void add_poll() {
    if (in_.post.poll.empty()) return;
    const model::Poll& poll = in_.post.poll.front();
    std::int64_t total = 0;
    for (const model::PollOption& option : poll.options)
      total += std::max<std::int64_t>(0, option.votes);
    y_ += 12;
    for (const model::PollOption& option : poll.options) {
      const float share = total > 0 && option.votes > 0
                              ? static_cast<float>(option.votes) / static_cast<float>(total)
                              : 0;
      const float height = doc_[Num::BodyLine] + 12;
      page_.boxes.boxes.push_back({.kind = BoxKind::Bar,
                                   .rect = {padding_ + x_, y_, room(), height},
                                   .color = Col::TealGround,
                                   .radius = doc_[Num::RadiusSmall],
                                   .share = share});
      const float top = y_;
      y_ += 6;
      std::string label = option.title;
      const auto index = static_cast<std::size_t>(&option - poll.options.data());
      if (index < in_.translations.poll_options.size())
        label += " · " + in_.translations.poll_options[index];
      if (total > 0) label += "  " + model::percent_text(share, in_.words);
      add_text(build_label(label, {doc_[Num::BodySize], doc_[Num::BodyLine], 500},
                           {.width_pt = room() - 24, .max_lines = 1}, measurer_),
               padding_ + x_ + 12, room() - 24, Col::Ink);
      y_ = top + height + 6;
    }
  }

  // Time in the reader's words, and the counts.
  void add_facts() {
    const model::Post& post = in_.post;
    const std::string facts = post_facts(post, in_);
    if (!facts.empty()) {
      add_text(build_label(facts, {doc_[Num::SmallSize], doc_[Num::SmallLine], 400},
                           {.width_pt = room()}, measurer_),
               padding_ + x_, room(), Col::Ink3);
    }
    y_ += 8;
    const float counts =
        add_counts(post.counts, in_.reader, {padding_ + x_, y_}, doc_, measurer_, page_.boxes);
    y_ += counts > 0 ? counts : -8;
  }

  void add_link_label(const std::string& words, Touch touch, int target) {
    TextBlock label = build_label(words, {doc_[Num::SmallSize], doc_[Num::SmallLine] + 8, 600},
                                  {.width_pt = room(), .max_lines = 1}, measurer_);
    const float width = std::ceil(label.width()) + 1;
    add_text(std::move(label), padding_ + x_, width, Col::Teal);
    page_.boxes.boxes.back().touch = touch;
    page_.boxes.boxes.back().target = target;
  }

  void add_comment(const model::Post& comment, int depth, Section::Kind kind, int index,
                   int folded) {
    const float most_indent = std::max(0.0F, width_ * 0.42F);
    x_ = std::min(static_cast<float>(std::min(depth, kMaxCommentDepth)) * doc_[Num::CommentIndent],
                  most_indent);
    open_section(kind, index, depth);
    page_.sections.back().folded_replies = folded;
    const float top = y_;
    add_author(comment, kCommentAvatar, "");
    y_ = top + doc_[Num::SmallLine] + 2;
    const float left = x_;
    x_ += kCommentAvatar + 10;
    const std::string language = model::language_of(comment).tag();
    if (!comment.warning.empty()) {
      add_text(build_label(comment.warning, {doc_[Num::BodySize], doc_[Num::BodyLine], 600},
                           {.width_pt = room()}, measurer_),
               padding_ + x_, room(), Col::Ink);
    } else {
      add_rich(comment.body, {doc_[Num::BodySize] + 0.5F, doc_[Num::BodyLine] + 2, 400}, language,
               Col::Ink);
    }
    add_translated(in_.translations.bodies, comment.id,
                   {doc_[Num::BodySize], doc_[Num::BodyLine], 400});
    y_ += 2;
    const std::string facts = comment_facts(comment, in_);
    if (!facts.empty()) {
      add_text(build_label(facts, {doc_[Num::SmallSize], doc_[Num::SmallLine], 400, true},
                           {.width_pt = room(), .max_lines = 1}, measurer_),
               padding_ + x_, room(), Col::Ink3);
    }
    if (folded > 0) {
      add_link_label(in_.words.plural(Word::ShowReplies, folded), Touch::Toggle,
                     static_cast<int>(page_.sections.size()) - 1);
    }
    x_ = left;
    y_ = std::max(y_, top + kCommentAvatar);
    close_section();
    y_ += doc_[Num::CommentGap];
    x_ = 0;
  }

  void add_comments() {
    page_.boxes.boxes.push_back({.kind = BoxKind::Line,
                                 .rect = {padding_, y_, width_ - 2 * padding_, 1},
                                 .color = Col::Line});
    y_ += padding_ * 0.8F;
    open_section(Section::Kind::Comments, -1, 0);
    const std::size_t count = in_.thread == nullptr ? 0 : in_.thread->descendants.size();
    if (count > 0) {
      add_text(build_label(in_.words.plural(Word::Comments, static_cast<std::int64_t>(count)),
                           {doc_[Num::BodySize], doc_[Num::BodyLine], 600}, {.width_pt = room()},
                           measurer_),
               padding_, room(), Col::Ink);
      y_ += 12;
    }
    if (!in_.thread_message.empty()) {
      add_text(build_label(in_.thread_message, {doc_[Num::BodySize], doc_[Num::BodyLine], 400},
                           {.width_pt = room()}, measurer_),
               padding_, room(), Col::Ink3);
    }
    close_section();
    if (in_.thread == nullptr) return;
    const std::vector<TreeRow> rows =
        comment_rows(in_.thread->descendants, {kRepliesShownUnasked, in_.unfolded});
    for (std::size_t i = 0; i < std::min(rows.size(), kMaxComments); ++i) {
      add_comment(in_.thread->descendants[rows[i].index], rows[i].depth, Section::Kind::Comment,
                  static_cast<int>(rows[i].index), rows[i].folded_replies);
    }
  }

  const PostInput& in_;
  const Document& doc_;
  Measurer measurer_;
  PostPage page_;
  float width_ = 0;
  float padding_ = 0;
  float x_ = 0;  // indent within the padding
  float y_ = 0;
};

}  // namespace

PostPage build_post_page(const PostInput& input, Measurer measurer) {
  PostPage page = PageBuilder(input, measurer).build();
  if (input.words.right_to_left()) mirror(page, input.window.w);
  return page;
}

}  // namespace layout
