// An opened post: picture pane, text, counts, and its comments as a tree. Pure. On a wide window a
// sheet with the picture pane at the left; on a phone one page with the pictures on top.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "layout/box.h"
#include "layout/document.h"
#include "layout/reading.h"
#include "layout/text_part.h"
#include "layout/translation.h"
#include "model/language.h"
#include "model/post.h"
#include "model/words.h"

namespace layout {

inline constexpr int kMaxCommentDepth = 12;  // deeper ones stay at this indent
inline constexpr int kRepliesShownUnasked =
    2;  // levels below a top comment that are unfolded at once

struct PostInput {
  const model::Post& post;
  const model::Thread* thread = nullptr;  // null: not there yet
  const Document& document;
  base::Size window;
  bool compact = false;
  bool revealed = false;
  const std::set<std::string>& unfolded;  // ids of comments whose folded replies are shown
  std::size_t media_index = 0;
  const model::Words& words;
  model::Language reader;  // numbers are written this reader's way
  std::int64_t now_ms = 0;
  int utc_offset_min = 0;
  Translations translations = {};
  ReadingView reading = {};
  std::string thread_message;  // in place of comments: loading, failed, none
};

// A stretch of the page that is one thing to a reader: the post's text, or one comment.
struct Section {
  // Comments: the heading over them, and why there are none.
  enum class Kind : std::uint8_t { Post, Comment, Ancestor, Comments } kind = Kind::Post;
  float top = 0;
  float bottom = 0;
  float indent = 0;
  int depth = 0;
  int post = -1;  // index into descendants (Comment) or ancestors (Ancestor)
  std::uint32_t first_box = 0;
  std::uint32_t box_count = 0;
  int folded_replies = 0;  // hidden below it: "Show 4 replies"
};

struct PostPage {
  base::Rect sheet;  // in the window
  base::Rect media;  // of the pane: in the window on a wide one, in the page on a phone
  bool media_in_page = false;
  base::Rect scroller;  // in the window: what scrolls
  Boxes boxes;          // of the page, in its content; targets of Author boxes: section index
  std::vector<Section> sections;
};

// Where the sheet, its picture pane and its scroller stand (post_sheet.cpp). Gives the page's
// padding.
float place_sheet(const PostInput& input, PostPage& page);
// For a window that is read from right to left: the page's boxes and where it stands.
void mirror(PostPage& page, float window_width);

PostPage build_post_page(const PostInput& input, Measurer measurer);

}  // namespace layout
