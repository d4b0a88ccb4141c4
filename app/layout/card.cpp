#include "layout/card.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "layout/translation_part.h"
#include "model/detect.h"
#include "model/reader_text.h"

namespace layout {
namespace {

using model::Word;

constexpr int kCoverColors = 6;
constexpr float kIconGap = 4;

std::uint32_t hash_text(std::string_view text) {  // FNV-1a: a post keeps its cover colour
  std::uint32_t hash = 2166136261u;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash;
}

class CardBuilder {
 public:
  CardBuilder(const CardInput& input, Measurer measurer)
      : in_(input),
        doc_(input.document),
        measurer_(measurer),
        padding_(doc_[input.compact ? Num::PaddingCompact : Num::Padding]),
        language_(model::language_of(input.post)),
        tag_(language_.tag()),
        headline_(split_headline(input.post.body)),
        veiled_(!input.revealed && (input.post.sensitive || !input.post.warning.empty())) {}

  Boxes build() {
    for (std::size_t i = 0; i < doc_.card.size(); ++i) {
      const bool counts_share_row = doc_.card[i] == Part::Author && i + 1 < doc_.card.size() &&
                                    doc_.card[i + 1] == Part::Counts;
      switch (doc_.card[i]) {
        case Part::Media:
          add_media();
          break;
        case Part::Title:
          add_title();
          break;
        case Part::Body:
          add_body();
          break;
        case Part::Translation:
          add_translation();
          break;
        case Part::Author:
          add_author_row(counts_share_row);
          break;
        case Part::Counts:
          add_counts_row();
          break;
      }
      if (counts_share_row) ++i;
    }
    if (y_ > 0 && !ends_with_picture_) y_ += padding_;
    out_.size = {in_.width_pt, std::max(1.0F, std::round(y_))};
    if (ends_with_picture_) out_.boxes[last_picture_].round_bottom = true;
    return std::move(out_);
  }

 private:
  [[nodiscard]] float inner_width() const { return std::max(1.0F, in_.width_pt - 2 * padding_); }

  // Space above a part that is not a picture.
  void step() {
    y_ += y_ == 0 || ends_with_picture_ ? padding_ - 2 : doc_[Num::PartGap];
    ends_with_picture_ = false;
  }

  void add_text_box(TextBlock text, base::Point at, float width, Col color) {
    put_text(out_, std::move(text), at, width, color);
  }

  // A small rounded label; returns its rectangle. right_aligned: x is its right edge.
  enum class Anchor : std::uint8_t { Left, Right };
  base::Rect add_chip(std::string label, base::Point at, Anchor anchor, Col ground, Col ink,
                      bool with_dot = false, std::string_view language = "") {
    const float height = doc_[Num::ChipHeight];
    const float pad = doc_[Num::ChipPadding];
    TextBlock words = build_label(
        std::move(label), {doc_[Num::ChipSize], height, 500, true},
        {.width_pt = std::max(10.0F, in_.width_pt * 0.6F), .max_lines = 1}, measurer_, language);
    const float dot = with_dot ? 10.0F : 0.0F;
    const float width = std::ceil(words.width()) + 2 * pad + dot;
    const float x = anchor == Anchor::Left ? at.x : at.x - width;
    const base::Rect rect{x, at.y, width, height};
    out_.boxes.push_back(
        {.kind = BoxKind::Panel, .rect = rect, .color = ground, .radius = height / 2});
    if (with_dot) {
      out_.boxes.push_back({.kind = BoxKind::Panel,
                            .rect = {x + pad, at.y + height / 2 - 3, 6, 6},
                            .color = ink,
                            .radius = 3});
    }
    const float text_width = std::ceil(words.width()) + 1;
    add_text_box(std::move(words), {x + pad + dot, at.y}, text_width, ink);
    return rect;
  }

  void add_media() {
    const bool first = y_ == 0;
    if (!first && !ends_with_picture_) y_ += doc_[Num::PartGap] + 2;
    const float top = y_;
    const std::vector<model::Media>& media = in_.post.media;
    float height = 0;
    if (!media.empty()) {
      height = std::round(in_.width_pt / shown_ratio(media.front(), doc_));
      out_.boxes.push_back({.kind = BoxKind::Picture,
                            .rect = {0, top, in_.width_pt, height},
                            .item = 0,
                            .color = Col::Skeleton,
                            .radius = doc_[Num::Radius],
                            .round_top = first});
      last_picture_ = out_.boxes.size() - 1;
      if (veiled_) add_veil({0, top, in_.width_pt, height}, first);
    } else {
      height = add_cover(top, first);
    }
    add_marks({0, top, in_.width_pt, height});
    y_ = top + height;
    ends_with_picture_ = true;
  }

  void add_veil(base::Rect rect, bool first) {
    out_.boxes.push_back({.kind = BoxKind::Veil,
                          .rect = rect,
                          .color = Col::Scrim,
                          .radius = doc_[Num::Radius],
                          .round_top = first,
                          .touch = Touch::Reveal});
    const std::string words =
        in_.post.warning.empty() ? in_.words[Word::SensitivePicture] : in_.post.warning;
    const float width = inner_width();
    TextBlock label =
        build_label(words, {doc_[Num::BodySize], doc_[Num::BodyLine], 600},
                    {.width_pt = width, .max_lines = 3, .align = text::Align::Center}, measurer_);
    TextBlock hint =
        build_label(in_.words[Word::TapToShow], {doc_[Num::SmallSize], doc_[Num::SmallLine], 400},
                    {.width_pt = width, .max_lines = 1, .align = text::Align::Center}, measurer_);
    const float block = label.height() + hint.height();
    const float y = rect.y + std::max(0.0F, (rect.h - block) / 2);
    const float hint_y = y + label.height();
    add_text_box(std::move(label), {padding_, y}, width, Col::BadgeInk);
    add_text_box(std::move(hint), {padding_, hint_y}, width, Col::BadgeInk);
  }

  // The text of a text-only post on a drawn ground. Returns the height.
  float add_cover(float top, bool first) {
    const float pad = doc_[Num::CoverPadding] * (in_.compact ? 0.75F : 1.0F);
    const model::RichText words =
        veiled_ ? model::plain_text(in_.post.warning.empty() ? in_.words[Word::SensitivePost]
                                                             : in_.post.warning)
                : flatten(headline_.title.empty() ? in_.post.body : headline_.title);
    cover_shows_all_ = headline_.title.empty();
    const bool is_long =
        static_cast<float>(base::count_code_points(words.text)) *
            (language_.primary == "zh" || language_.primary == "ja" || language_.primary == "ko"
                 ? 2.0F
                 : 1.0F) >
        doc_[Num::CoverLongFrom];
    const float shrink = in_.compact ? 0.86F : 1.0F;
    const Type type =
        is_long ? Type{doc_[Num::CoverLongSize] * shrink, doc_[Num::CoverLongLine] * shrink, 600}
                : Type{doc_[Num::CoverSize] * shrink, doc_[Num::CoverLine] * shrink, 600};
    TextBlock paragraph = build_text(words, type, veiled_ ? "" : tag_,
                                     {.width_pt = std::max(1.0F, in_.width_pt - 2 * pad),
                                      .max_lines = static_cast<int>(doc_[Num::CoverLines])},
                                     measurer_);
    const float chips = doc_[Num::ChipInset] + doc_[Num::ChipHeight];
    const float least = in_.width_pt / std::max(0.1F, doc_[Num::CoverRatio] * 1.35F);
    const float height = std::round(std::max(least, paragraph.height() + chips + 12 + pad));
    const base::Rect rect{0, top, in_.width_pt, height};
    out_.boxes.push_back({.kind = BoxKind::Cover,
                          .rect = rect,
                          .item = static_cast<int>(hash_text(in_.post.id) % kCoverColors),
                          .radius = doc_[Num::Radius],
                          .round_top = first,
                          .touch = veiled_ ? Touch::Reveal : Touch::None});
    last_picture_ = out_.boxes.size() - 1;
    const float room = height - chips - pad * 0.6F;
    const float y = top + chips + std::max(8.0F, (room - paragraph.height()) / 2);
    add_text_box(std::move(paragraph), {pad, std::round(y)}, in_.width_pt - 2 * pad, Col::CoverInk);
    return height;
  }

  // Language chip at the left, what kind of media it is at the right.
  void add_marks(base::Rect over) {
    const float inset = std::min(doc_[Num::ChipInset], over.w * 0.1F);
    const base::Point left{over.x + inset, over.y + inset};
    const base::Point right{over.right() - inset, over.y + inset};
    const model::Post& post = in_.post;
    if (language_.known()) {
      add_chip(model::chip_label(language_), left, Anchor::Left, Col::Chip, Col::ChipInk, false,
               tag_);
    }
    if (post.live.on()) {
      const std::string listeners = model::count_text(post.live.listeners, in_.reader);
      add_chip(listeners.empty() ? in_.words[Word::Live]
                                 : in_.words.fill(Word::LiveWith, {{"n", listeners}}),
               right, Anchor::Right, Col::Vermilion, Col::Card, true);
      return;
    }
    if (post.media.empty()) return;
    const model::Media& media = post.media.front();
    const bool plays =
        media.kind == model::MediaKind::Video || media.kind == model::MediaKind::Audio;
    if (post.media.size() > 1) {
      add_chip(which_of(1, post.media.size()), right, Anchor::Right, Col::Badge, Col::BadgeInk);
    } else if (media.kind == model::MediaKind::Gif) {
      add_chip("GIF", right, Anchor::Right, Col::Badge, Col::BadgeInk);
    } else if (plays) {
      const std::string length = model::duration_text(media.duration_s, in_.reader);
      add_chip(length.empty()
                   ? in_.words[media.kind == model::MediaKind::Video ? Word::Video : Word::Audio]
                   : length,
               right, Anchor::Right, Col::Badge, Col::BadgeInk);
    }
    if (plays && !veiled_) {
      const float size = 44;
      out_.boxes.push_back(
          {.kind = BoxKind::Icon,
           .rect = {over.x + (over.w - size) / 2, over.y + (over.h - size) / 2, size, size},
           .item = static_cast<int>(Icon::Play),
           .color = Col::BadgeInk});
    }
  }

  void add_title() {
    const bool has_picture = !in_.post.media.empty();
    const bool on_cover = !has_picture && has_part(Part::Media);
    model::RichText words;
    if (veiled_) {
      if (on_cover || in_.post.warning.empty()) return;
      words = model::plain_text(in_.post.warning);
    } else if (on_cover) {
      if (cover_shows_all_) return;
      words = flatten(headline_.rest);
    } else {
      words = flatten(headline_.title.empty() ? in_.post.body : headline_.title);
    }
    if (words.empty()) return;
    step();
    title_shows_all_ = !on_cover && headline_.title.empty();
    TextBlock title = build_text(
        words,
        {doc_[Num::TitleSize], doc_[Num::TitleLine],
         static_cast<std::uint16_t>(doc_[Num::TitleWeight])},
        tag_, {.width_pt = inner_width(), .max_lines = static_cast<int>(doc_[Num::TitleLines])},
        measurer_);
    const float height = title.height();
    add_text_box(std::move(title), {padding_, y_}, inner_width(), Col::Ink);
    y_ += height;
  }

  void add_body() {
    if (veiled_ || title_shows_all_ || cover_shows_all_ || headline_.rest.empty()) return;
    step();
    TextBlock body =
        build_text(flatten(headline_.rest), {doc_[Num::BodySize], doc_[Num::BodyLine], 400}, tag_,
                   {.width_pt = inner_width(), .max_lines = static_cast<int>(doc_[Num::BodyLines])},
                   measurer_);
    const float height = body.height();
    add_text_box(std::move(body), {padding_, y_}, inner_width(), Col::Ink2);
    y_ += height;
  }

  void add_translation() {
    if (in_.translation.stage == TranslationStage::None) return;
    step();
    y_ += layout::add_translation(in_.translation,
                                  {.at = {padding_, y_},
                                   .width_pt = inner_width(),
                                   .type = {doc_[Num::BodySize], doc_[Num::BodyLine], 400},
                                   .max_lines = static_cast<int>(doc_[Num::TranslationLines])},
                                  doc_, measurer_, out_);
  }

  // Heart and number, right-aligned at the row's end. Returns the width taken.
  float add_likes(float right, float y, float row) {
    const std::string likes = model::count_text(in_.post.counts.likes, in_.reader);
    if (likes.empty()) return 0;
    TextBlock count = build_label(likes, {doc_[Num::SmallSize], doc_[Num::SmallLine], 400, true},
                                  {.width_pt = in_.width_pt, .max_lines = 1}, measurer_);
    const float icon = doc_[Num::SmallSize] + 2;
    const float width = std::ceil(count.width());
    const float x = right - width;
    add_text_box(std::move(count), {x, y + (row - doc_[Num::SmallLine]) / 2}, width + 1, Col::Ink2);
    out_.boxes.push_back({.kind = BoxKind::Icon,
                          .rect = {x - kIconGap - icon, y + (row - icon) / 2, icon, icon},
                          .item = static_cast<int>(Icon::Heart),
                          .color = Col::Ink2});
    return width + kIconGap + icon;
  }

  void add_author_row(bool with_counts) {
    step();
    const float avatar = doc_[Num::Avatar];
    const float row = std::max(avatar, doc_[Num::SmallLine]);
    const float counts = with_counts ? add_likes(in_.width_pt - padding_, y_, row) : 0;
    out_.boxes.push_back({.kind = BoxKind::Avatar,
                          .rect = {padding_, y_ + (row - avatar) / 2, avatar, avatar},
                          .item = 0,
                          .color = Col::Skeleton,
                          .touch = Touch::Author,
                          .target = 0});
    const float x = padding_ + avatar + 8;
    const float room = std::max(1.0F, in_.width_pt - padding_ - x - (counts > 0 ? counts + 8 : 0));
    TextBlock name = build_text(safe_name(in_.post.author.name),
                                {doc_[Num::SmallSize], doc_[Num::SmallLine], 400}, tag_,
                                {.width_pt = room, .max_lines = 1}, measurer_);
    const float width = std::min(room, std::ceil(name.width()) + 1);
    const float name_y = y_ + (row - doc_[Num::SmallLine]) / 2;
    hug_left(name);  // a right-to-left name still stands beside its picture
    add_text_box(std::move(name), {x, name_y}, width, Col::Ink2);
    out_.boxes.back().touch = Touch::Author;
    out_.boxes.back().target = 0;
    y_ += row;
  }

  void add_counts_row() {
    const float row = doc_[Num::SmallLine] + 2;
    step();
    const float before = y_;
    const float taken = add_likes(in_.width_pt - padding_, y_, row);
    y_ = taken > 0 ? before + row : before;
  }

  [[nodiscard]] std::string which_of(std::int64_t n, std::size_t all) const {
    return model::number_text(n, in_.reader) + "/" +
           model::number_text(static_cast<std::int64_t>(all), in_.reader);
  }

  [[nodiscard]] bool has_part(Part part) const {
    return std::find(doc_.card.begin(), doc_.card.end(), part) != doc_.card.end();
  }

  const CardInput& in_;
  const Document& doc_;
  Measurer measurer_;
  float padding_;
  model::Language language_;
  std::string tag_;
  Headline headline_;
  bool veiled_;

  Boxes out_;
  float y_ = 0;
  bool ends_with_picture_ = false;
  bool cover_shows_all_ = false;
  bool title_shows_all_ = false;
  std::size_t last_picture_ = 0;
};

}  // namespace

Boxes build_card(const CardInput& input, Measurer measurer) {
  Boxes card = CardBuilder(input, measurer).build();
  if (input.words.right_to_left()) mirror(card);
  return card;
}

}  // namespace layout
