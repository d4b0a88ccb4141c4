#include "core/pictures.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/feed_layout.h"
#include "core/post_view.h"

namespace core {
namespace {

// Sizes are rounded up to steps, so that a resize by a few points does not load everything again.
constexpr int kSizeStepPx = 32;
constexpr std::size_t kMaxFailed =
    2000;  // remembered so that they are not asked for in every frame

base::PixelSize target_of(const State& state, base::Size size_pt) {
  const float scale = std::min(state.device_scale(), 3.0F);
  const auto step = [&](float pt) {
    const int px = static_cast<int>(std::ceil(pt * scale));
    return std::max(kSizeStepPx, (px + kSizeStepPx - 1) / kSizeStepPx * kSizeStepPx);
  };
  return {step(size_pt.w), step(size_pt.h)};
}

float distance_of(const State& state, double top, double height) {
  const double above = state.feed.scroll_y - (top + height);
  const double below = top - state.view_bottom();
  return static_cast<float>(std::max({0.0, above, below}));
}

void want_card_pictures(State& state, feed::EntryIndex entry) {
  const model::Post* post = state.feed.store.post(entry);
  const CardEntry* card = laid_out_card(state, entry);
  if (post == nullptr || card == nullptr) return;
  const float distance =
      distance_of(state, state.card_top(entry), static_cast<double>(card->boxes.size.h));
  const bool veiled =
      (post->sensitive || !post->warning.empty()) && !state.feed.revealed.contains(entry);
  for (const layout::Box& box : card->boxes.boxes) {
    const base::Size size{box.rect.w, box.rect.h};
    if (box.kind == layout::BoxKind::Picture && !veiled) {
      const model::Media& media = post->media[static_cast<std::size_t>(box.item)];
      want_picture(state, media.preview_url, size, PictureUse::Large, distance);
    } else if (box.kind == layout::BoxKind::Avatar) {
      want_picture(state, post->author.avatar_url, size, PictureUse::Small, distance);
    }
  }
  for (const model::Span& span : post->body.spans) {
    if (span.kind == model::SpanKind::Emoji) {
      want_picture(state, span.target, kEmojiSize, PictureUse::Small, distance);
    }
  }
  for (const model::Span& span : post->author.name.spans) {
    if (span.kind == model::SpanKind::Emoji) {
      want_picture(state, span.target, kEmojiSize, PictureUse::Small, distance);
    }
  }
}

void want_post_pictures(State& state) {
  const PostView& view = state.post;
  if (!view.open() || !view.post) return;
  const std::vector<model::Media>& media = view.post->media;
  const bool veiled = (view.post->sensitive || !view.post->warning.empty()) && !view.revealed;
  for (std::size_t i = 0; i < media.size() && !veiled; ++i) {
    const auto steps =
        static_cast<float>(i > view.media_index ? i - view.media_index : view.media_index - i);
    if (steps > 1) continue;  // the neighbours are one key away; the others are not
    const base::Rect pane = view.zoom.open ? zoomed_rect(state) : view.page.media;
    const base::Rect fit = fit_rect(pane, media[i].width_px, media[i].height_px);
    want_picture(state, full_picture_url(media[i]), {fit.w, fit.h}, PictureUse::Large, steps * 10);
  }
  for (const layout::Section& section : view.page.sections) {
    const auto screen = static_cast<double>(state.window.h);
    if (static_cast<double>(section.bottom) < view.scroll_y - screen ||
        static_cast<double>(section.top) > view.scroll_y + 2 * screen) {
      continue;
    }
    const model::Post* post = section_post(view, section);
    if (post == nullptr) continue;
    const float size = section.kind == layout::Section::Kind::Post ? 40.0F : 28.0F;
    want_picture(state, post->author.avatar_url, {size, size}, PictureUse::Small, 1);
    for (const model::Span& span : post->body.spans) {
      if (span.kind == model::SpanKind::Emoji) {
        want_picture(state, span.target, kEmojiSize, PictureUse::Small, 1);
      }
    }
  }
}

std::size_t bytes_in_use(const State& state) {
  std::size_t bytes = 0;
  for (const auto& [key, picture] : state.pictures) {
    if (picture.state == PictureState::Ready && !picture.small) bytes += picture.bytes();
  }
  return bytes;
}

void evict(State& state, Context& context) {
  std::size_t bytes = bytes_in_use(state);
  std::vector<const Picture*> idle;
  std::size_t small = 0;
  for (const auto& [key, picture] : state.pictures) {
    if (picture.small && picture.state == PictureState::Ready) ++small;
    if (picture.used_at != state.step && picture.state != PictureState::Loading)
      idle.push_back(&picture);
  }
  std::sort(idle.begin(), idle.end(),
            [](const Picture* a, const Picture* b) { return a->used_at < b->used_at; });
  std::size_t failed = state.pictures.size();
  for (const Picture* picture : idle) {
    const bool ready = picture->state == PictureState::Ready;
    const bool over_budget = ready && !picture->small && bytes > kPictureBudgetBytes;
    const bool over_cells = ready && picture->small && small > kMaxSmallPictures;
    if (!over_budget && !over_cells && failed <= kMaxFailed) continue;
    if (over_budget) bytes -= picture->bytes();
    if (over_cells) --small;
    --failed;
    context.effects.emplace_back(DropImage{picture->slot});
    state.picture_keys.erase(picture->slot);
    state.pictures.erase(picture_key(picture->url, picture->target));
  }
}

}  // namespace

std::string picture_key(std::string_view url, base::PixelSize target) {
  return std::string(url) + " " + std::to_string(target.w) + "x" + std::to_string(target.h);
}

const std::string& full_picture_url(const model::Media& media) {
  return media.kind == model::MediaKind::Image && !media.url.empty() ? media.url
                                                                     : media.preview_url;
}

void want_picture(State& state, std::string_view url, base::Size size_pt, PictureUse use,
                  float distance_pt) {
  if (url.empty() || size_pt.w <= 0 || size_pt.h <= 0) return;
  const base::PixelSize target = target_of(state, size_pt);
  const std::string key = picture_key(url, target);
  Picture& picture = state.pictures[key];
  if (picture.slot == 0) {
    picture.slot = ++state.last_slot;
    picture.url = url;
    picture.target = target;
    picture.small = use == PictureUse::Small;
    state.picture_keys[picture.slot] = key;
  }
  picture.distance =
      picture.used_at == state.step ? std::min(picture.distance, distance_pt) : distance_pt;
  picture.used_at = state.step;
}

void want_visible_pictures(State& state) {
  for (const feed::EntryIndex entry : state.feed.prepared) want_card_pictures(state, entry);
  want_post_pictures(state);
}

void pump_pictures(State& state, Context& context) {
  int loading = 0;
  std::vector<Picture*> wanted;
  for (auto& [key, picture] : state.pictures) {
    if (picture.state == PictureState::Loading && picture.used_at != state.step) {
      context.effects.emplace_back(DropImage{picture.slot});
      picture.state = PictureState::Wanted;
    }
    if (picture.state == PictureState::Loading) ++loading;
    if (picture.state == PictureState::Wanted && picture.used_at == state.step)
      wanted.push_back(&picture);
  }
  std::sort(wanted.begin(), wanted.end(), [](const Picture* a, const Picture* b) {
    return a->distance != b->distance ? a->distance < b->distance : a->slot < b->slot;
  });
  for (Picture* picture : wanted) {
    if (loading >= kMaxPictureLoads) break;
    picture->state = PictureState::Loading;
    ++loading;
    context.effects.emplace_back(ports::ImageRequest{.slot = picture->slot,
                                                     .url = picture->url,
                                                     .target = picture->target,
                                                     .small = picture->small});
  }
  evict(state, context);
}

void take_image_reply(State& state, const ports::ImageReply& reply) {
  const auto key = state.picture_keys.find(reply.slot);
  if (key == state.picture_keys.end()) return;
  Picture& picture = state.pictures[key->second];
  if (picture.state != PictureState::Loading) return;
  switch (reply.outcome) {
    case ports::ImageOutcome::Ready:
      picture.state = PictureState::Ready;
      break;
    case ports::ImageOutcome::NoPixels:
      picture.state = PictureState::NoPixels;
      break;
    case ports::ImageOutcome::Failed:
      picture.state = PictureState::Failed;
      break;
  }
  picture.decoded = reply.decoded;
  picture.natural = reply.natural;
  picture.ready_at_ms = state.now_ms;
  state.needs_frame = true;
}

const Picture* find_picture(const State& state, std::string_view url, base::Size size_pt) {
  if (url.empty()) return nullptr;
  const auto found = state.pictures.find(picture_key(url, target_of(state, size_pt)));
  return found == state.pictures.end() ? nullptr : &found->second;
}

void forget_pictures(State& state) {
  state.pictures.clear();
  state.picture_keys.clear();
  state.needs_frame = true;
}

}  // namespace core
