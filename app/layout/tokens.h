// The tokens: every number and colour of a feed's look, by name. What a token is called, its unit,
// its range and its default stand in assets/layouts/duo.json; this file only lists which ones the
// code reads.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace layout {

// clang-format off
#define CROSSFEED_NUMBERS(X)                                                                        \
  X(Columns, "columns") X(FeedWidth, "feed-width") X(Breakpoint, "breakpoint")                     \
  X(Gap, "gap") X(GapCompact, "gap-compact") X(Margin, "margin") X(MarginCompact, "margin-compact") \
  X(Padding, "padding") X(PaddingCompact, "padding-compact") X(PartGap, "part-gap")                 \
  X(Radius, "radius") X(RadiusSmall, "radius-small") X(Shadow, "shadow")                            \
  X(RatioMin, "ratio-min") X(RatioMax, "ratio-max") X(RatioUnknown, "ratio-unknown")                \
  X(TitleSize, "title-size") X(TitleLine, "title-line") X(TitleLines, "title-lines")                \
  X(TitleWeight, "title-weight")                                                                    \
  X(BodySize, "body-size") X(BodyLine, "body-line") X(BodyLines, "body-lines")                      \
  X(SmallSize, "small-size") X(SmallLine, "small-line")                                             \
  X(ChipSize, "chip-size") X(ChipHeight, "chip-height") X(ChipPadding, "chip-padding")              \
  X(ChipInset, "chip-inset")                                                                        \
  X(CoverRatio, "cover-ratio") X(CoverSize, "cover-size") X(CoverLine, "cover-line")                \
  X(CoverLongSize, "cover-long-size") X(CoverLongLine, "cover-long-line")                           \
  X(CoverLongFrom, "cover-long-from") X(CoverLines, "cover-lines") X(CoverPadding, "cover-padding") \
  X(TranslationLines, "translation-lines") X(TranslationPadding, "translation-padding")             \
  X(Avatar, "avatar") X(FadeMs, "fade-ms")                                                          \
  X(PostWidth, "post-width") X(PostMediaShare, "post-media-share") X(PostPadding, "post-padding")   \
  X(PostTitleSize, "post-title-size") X(PostTitleLine, "post-title-line")                           \
  X(PostTextSize, "post-text-size") X(PostTextLine, "post-text-line")                               \
  X(CommentIndent, "comment-indent") X(CommentGap, "comment-gap")

#define CROSSFEED_COLORS(X)                                                                         \
  X(Page, "color-page") X(Card, "color-card") X(Ink, "color-ink") X(Ink2, "color-ink-2")            \
  X(Ink3, "color-ink-3") X(Line, "color-line") X(Vermilion, "color-vermilion")                      \
  X(Teal, "color-teal") X(TealGround, "color-teal-ground") X(Hover, "color-hover")                  \
  X(Chip, "color-chip") X(ChipInk, "color-chip-ink") X(Badge, "color-badge")                        \
  X(BadgeInk, "color-badge-ink") X(Skeleton, "color-skeleton") X(Focus, "color-focus")              \
  X(Scrim, "color-scrim") X(CoverInk, "color-cover-ink")                                            \
  X(CoverA, "color-cover-a") X(CoverB, "color-cover-b") X(CoverC, "color-cover-c")                  \
  X(CoverD, "color-cover-d") X(CoverE, "color-cover-e") X(CoverF, "color-cover-f")
// clang-format on

enum class Num : std::uint8_t {
#define X(id, name) id,
  CROSSFEED_NUMBERS(X)
#undef X
      Count
};

enum class Col : std::uint8_t {
#define X(id, name) id,
  CROSSFEED_COLORS(X)
#undef X
      Count
};

inline constexpr std::size_t kNumCount = static_cast<std::size_t>(Num::Count);
inline constexpr std::size_t kColCount = static_cast<std::size_t>(Col::Count);

std::string_view token_name(Num token);
std::string_view token_name(Col token);

}  // namespace layout
