#include "ui/text_painter.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

namespace ui {
namespace {

constexpr int kPagePx = 2048;      // every WebGL2 device has it; 140 lines of a card at scale 2
constexpr int kCoveragePages = 4;  // 16 MB
constexpr int kColorPagePx = 1024;
constexpr int kColorPages = 2;  // 8 MB
// Ink a frame: about 4 ms of drawing and uploading as measured with 20 characters a line at
// scale 2.
constexpr int kBudgetPx = 900'000;
// What each run takes besides its pixels: a call of the canvas and one of WebGL.
constexpr int kRunPx = 8'000;
// Ahead of the scroll only as much as leaves the frame its time; a fast one meets two thirds of it
// a frame.
constexpr int kAheadPx = kBudgetPx / 6;

// The room that ink takes around its origin, in parts of the type size; what goes beyond is cut
// off.
struct InkRoom {
  float ascent = 1.25F;
  float descent = 0.55F;
  float overhang = 0.3F;  // left and right of the advance
};

// Enough for the tallest words of the scripts, as measured in their Noto fonts: Thai and Arabic
// rise to 1.05, Khmer, Burmese and Kannada hang down to 0.58, Tibetan to 0.70; Nastaliq rises
// to 2.21, its kaf's stroke above the word before, and reaches 0.45 out of its advance.
InkRoom ink_room(std::string_view language) {
  const std::string_view primary = language.substr(0, language.find('-'));
  if (primary == "ur") return {2.3F, 0.75F, 0.5F};
  constexpr std::array<std::string_view, 5> kDeep = {"km", "my", "kn", "bo", "dz"};
  if (std::ranges::find(kDeep, primary) != kDeep.end()) return {.descent = 0.75F};
  return {};
}
// Where the baseline stands below a line's middle: centres Han squares and Latin capitals alike.
constexpr float kBaselineDrop = 0.36F;

void append(std::string& key, const void* bytes, std::size_t count) {
  key.append(static_cast<const char*>(bytes), count);
}

void write_key(std::string& key, std::string_view words, const text::Run& run,
               std::string_view language) {
  key.clear();
  append(key, &run.style.size_pt, sizeof run.style.size_pt);
  append(key, &run.style.weight, sizeof run.style.weight);
  const std::array<char, 2> flags = {
      static_cast<char>((run.style.italic ? 1 : 0) | (run.style.tabular ? 2 : 0) |
                        (run.style.face == ports::Face::Mono ? 4 : 0) |
                        (run.direction == ports::Direction::RightToLeft ? 8 : 0)),
      static_cast<char>(language.size())};
  append(key, flags.data(), flags.size());
  key += language;
  key += words;
}

std::string_view words_of(const layout::TextBlock& text, const text::Run& run) {
  if (run.ellipsis) return "…";
  return std::string_view(text.paragraph.text()).substr(run.begin, run.end - run.begin);
}

}  // namespace

TextPainter::TextPainter(Inker& inker)
    : inker_(inker),
      coverage_(render::Paint::Coverage, kPagePx, kCoveragePages),
      color_(render::Paint::Color, kColorPagePx, kColorPages) {}

void TextPainter::begin_frame(float scale) {
  if (scale != scale_) forget_all();
  scale_ = scale;
  ++frame_;
  budget_px_ = kBudgetPx;
  skipped_ = false;
}

const render::InkPlace* TextPainter::ensure(const layout::TextBlock& text, const text::Run& run,
                                            const text::Line& /*line*/) {
  const std::string_view words = words_of(text, run);
  const std::string& language = text.paragraph.language();
  write_key(key_, words, run, language);
  const bool color = run.ink == text::Ink::Color;
  render::InkAtlas& atlas = color ? color_ : coverage_;
  if (const render::InkPlace* place = atlas.find(key_, frame_)) return place;
  const float size_px = run.style.size_pt * scale_;
  const InkRoom room = ink_room(language);
  const int overhang = static_cast<int>(std::ceil(size_px * room.overhang));
  const int w = static_cast<int>(std::ceil(run.width * scale_)) + 2 * overhang;
  const int h = static_cast<int>(std::ceil(size_px * (room.ascent + room.descent)));
  if (budget_px_ <= 0) {
    skipped_ = true;
    return nullptr;
  }
  const std::optional<render::InkPlace> place =
      atlas.place(key_, std::min(w, atlas.page_px() - 2), h, frame_);
  if (!place) return nullptr;
  budget_px_ -= w * h + kRunPx;
  ++work_.runs_inked;
  work_.pixels_inked += static_cast<std::uint64_t>(w) * static_cast<std::uint64_t>(h);
  inker_.ink({.text = words,
              .context = {run.style, language, run.direction},
              .scale = scale_,
              .color = color,
              .gl_texture = render::gl_name_of(place->texture),
              .x = place->x,
              .y = place->y,
              .w = place->w,
              .h = place->h,
              .origin_x_px = static_cast<float>(overhang),
              .baseline_px = std::round(size_px * room.ascent)});
  return atlas.find(key_, frame_);
}

bool TextPainter::prepare(const layout::TextBlock& text) {
  for (const text::Line& line : text.paragraph.lines) {
    for (std::uint32_t r = line.first_run; r < line.first_run + line.run_count; ++r) {
      const text::Run& run = text.paragraph.runs[r];
      if (run.ink == text::Ink::Picture) continue;
      if (budget_px_ < kBudgetPx - kAheadPx) return false;  // what is on screen comes first
      ensure(text, run, line);
    }
  }
  return true;
}

void TextPainter::paint(Canvas& canvas, const layout::TextBlock& text, base::Point at,
                        const TextColors& colors, View view, const PaintPicture& picture) {
  const float line_height = text.paragraph.line_height_pt;
  const InkRoom room = ink_room(text.paragraph.language());
  for (const text::Line& line : text.paragraph.lines) {
    const float top = at.y + line.top;
    if (top + line_height < view.from_y || top >= view.to_y) continue;
    for (std::uint32_t r = line.first_run; r < line.first_run + line.run_count; ++r) {
      const text::Run& run = text.paragraph.runs[r];
      const model::Span* span = text.span_of(run.tag);
      if (run.ink == text::Ink::Picture) {
        const float size = std::min(run.width, line_height);
        if (span != nullptr && picture) {
          picture(*span, {at.x + run.x + (run.width - size) / 2, top + (line_height - size) / 2,
                          size, size});
        }
        continue;
      }
      const render::InkPlace* place = ensure(text, run, line);
      if (place == nullptr) continue;
      const float size_px = run.style.size_pt * scale_;
      const int overhang = static_cast<int>(std::ceil(size_px * room.overhang));
      const float baseline = (top + line_height / 2 + run.style.size_pt * kBaselineDrop) * scale_;
      const int x = static_cast<int>(std::round((at.x + run.x) * scale_)) - overhang;
      const int y = static_cast<int>(std::round(baseline)) -
                    static_cast<int>(std::round(size_px * room.ascent));
      const bool color = run.ink == text::Ink::Color;
      const auto page = static_cast<float>(color ? kColorPagePx : kPagePx);
      const UvRect uv{static_cast<float>(place->x) / page, static_cast<float>(place->y) / page,
                      static_cast<float>(place->x + place->w) / page,
                      static_cast<float>(place->y + place->h) / page};
      const bool is_link = span != nullptr && span->kind != model::SpanKind::Plain;
      const Rgba tint = is_link && colors.link != 0 ? colors.link : colors.ink;
      canvas.layer(color ? Layer::Emoji : Layer::Text);
      canvas.ink(place->texture, x, y, place->w, place->h, uv,
                 color ? 0xFFFFFF00U | (tint & 255) : tint);
      if (run.strike) {
        canvas.fill({at.x + run.x, top + line_height / 2, run.width, 1}, tint);
      }
    }
  }
}

void TextPainter::forget_all() {
  coverage_.forget_all();
  color_.forget_all();
}

}  // namespace ui
