#include <algorithm>
#include <cmath>

#include "layout/post_page.h"

namespace layout {
namespace {

constexpr float kSheetMargin = 32;
constexpr float kTextSheetWidth = 640;
constexpr float kTallestShare = 0.72F;  // of a phone's window, for pictures in the page

}  // namespace

float place_sheet(const PostInput& in, PostPage& page) {
  const Document& doc = in.document;
  const base::Size window = in.window;
  const bool has_media = !in.post.media.empty();
  if (in.compact) {
    page.sheet = {0, 0, window.w, window.h};
    page.scroller = page.sheet;
    const float padding = std::min(16.0F, doc[Num::PostPadding]);
    if (has_media) {
      page.media_in_page = true;
      float ratio = doc[Num::RatioUnknown];
      const model::Media& first = in.post.media.front();
      if (first.width_px > 0 && first.height_px > 0) {
        ratio = static_cast<float>(first.width_px) / static_cast<float>(first.height_px);
      }
      page.media.h = std::round(std::min(window.w / ratio, window.h * kTallestShare));
    }
    return padding;
  }
  const float most = window.w - 2 * kSheetMargin;
  const float width = std::round(std::min(has_media ? doc[Num::PostWidth] : kTextSheetWidth, most));
  const float height = window.h - 2 * kSheetMargin;
  page.sheet = {std::round((window.w - width) / 2), kSheetMargin, width, height};
  page.scroller = page.sheet;
  if (has_media) {
    const float media = std::round(width * doc[Num::PostMediaShare]);
    page.media = {page.sheet.x, page.sheet.y, media, height};
    page.scroller.x += media;
    page.scroller.w -= media;
  }
  return doc[Num::PostPadding];
}

void mirror(PostPage& page, float window_width) {
  mirror(page.boxes);
  for (base::Rect* rect : {&page.sheet, &page.media, &page.scroller}) {
    *rect = rect->mirrored(window_width);
  }
}

}  // namespace layout
