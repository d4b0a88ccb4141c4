#include "layout/text_part.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "text/display_name.h"

namespace layout {
namespace {

constexpr std::size_t kShortTitleCodePoints = 60;
// No card or page shows more of one flattened text than this; the rest is not even measured.
constexpr std::size_t kFlatBytes = 2000;

bool is_strong_throughout(const model::RichText& rich, const model::Block& block) {
  std::uint32_t at = block.begin;
  for (const model::Span& span : rich.spans) {
    if (span.end <= block.begin) continue;
    if (span.begin > at || span.begin >= block.end) break;
    if (!span.emphasis.strong) return false;
    at = span.end;
  }
  return block.end > block.begin && at >= block.end;
}

text::StyleSpan style_span(const model::Span& span, std::size_t index, const Type& type) {
  text::StyleSpan styled;
  styled.begin = span.begin;
  styled.end = span.end;
  styled.style = {.size_pt = type.size_pt, .weight = type.weight, .tabular = type.tabular};
  if (span.emphasis.strong) styled.style.weight = std::max<std::uint16_t>(600, type.weight);
  if (span.emphasis.code) styled.style.face = ports::Face::Mono;
  styled.style.italic = span.emphasis.italic;
  styled.strike = span.emphasis.strike;
  styled.picture = span.kind == model::SpanKind::Emoji;
  styled.isolate = span.kind == model::SpanKind::Link || span.kind == model::SpanKind::Mention ||
                   span.kind == model::SpanKind::Tag;
  styled.tag = static_cast<std::uint16_t>(std::min<std::size_t>(index + 1, 0xFFFF));
  return styled;
}

// What of the ranges lies in [begin, end), from there.
template <typename Part>
void cut(const std::vector<Part>& parts, std::uint32_t begin, std::uint32_t end,
         std::vector<Part>& out) {
  for (const Part& part : parts) {
    if (part.end <= begin || part.begin >= end) continue;
    out.push_back(part);
    out.back().begin = std::max(part.begin, begin) - begin;
    out.back().end = std::min(part.end, end) - begin;
  }
}

}  // namespace

TextBlock build_text(const model::RichText& rich, const Type& type, std::string_view language,
                     const text::BreakOptions& options, Measurer measurer) {
  text::Source source;
  source.text = rich.text;
  source.style = {.size_pt = type.size_pt, .weight = type.weight, .tabular = type.tabular};
  source.line_height_pt = type.line_pt;
  source.language = language;
  source.spacing = measurer.spacing;
  source.spans.reserve(rich.spans.size());
  for (std::size_t i = 0; i < rich.spans.size(); ++i) {
    source.spans.push_back(style_span(rich.spans[i], i, type));
  }
  return {text::break_paragraph(
              text::measure_paragraph(std::move(source), measurer.glyphs, measurer.cache), options),
          rich.spans};
}

void hug_left(TextBlock& text) {
  text.hugs = true;
  for (text::Line& line : text.paragraph.lines) {
    const float shift = line.x;
    line.x = 0;
    for (std::uint32_t r = 0; r < line.run_count; ++r) {
      text.paragraph.runs[line.first_run + r].x -= shift;
    }
  }
}

TextBlock build_label(std::string text, const Type& type, const text::BreakOptions& options,
                      Measurer measurer, std::string_view language) {
  TextBlock label =
      build_text(model::RichText{.text = std::move(text)}, type, language, options, measurer);
  if (options.max_lines == 1 && options.align == text::Align::Start) hug_left(label);
  return label;
}

float put_text(Boxes& out, TextBlock text, base::Point at, float width, Col color) {
  const float height = text.height();
  const int item = static_cast<int>(out.texts.size());
  out.texts.push_back(std::move(text));
  out.boxes.push_back(
      {.kind = BoxKind::Text, .rect = {at.x, at.y, width, height}, .item = item, .color = color});
  return height;
}

model::RichText safe_name(const model::RichText& name) {
  model::RichText safe;
  std::uint32_t at = 0;
  const auto add_text = [&](std::uint32_t end) {
    const std::string_view part = std::string_view(name.text).substr(at, end - at);
    const std::string shown = text::display_name(part);
    // White space at a part's ends is only at the name's if it stands there.
    if (!safe.text.empty() && !shown.empty() && part.starts_with(' ')) safe.text += ' ';
    safe.text += shown;
    if (part.ends_with(' ') && end < name.text.size() && !safe.text.empty()) safe.text += ' ';
    at = end;
  };
  for (const model::Span& span : name.spans) {
    if (span.kind != model::SpanKind::Emoji || span.begin < at) continue;
    add_text(span.begin);
    model::Span moved = span;
    moved.begin = static_cast<std::uint32_t>(safe.text.size());
    safe.text.append(name.text, span.begin, span.end - span.begin);
    moved.end = static_cast<std::uint32_t>(safe.text.size());
    safe.spans.push_back(std::move(moved));
    at = span.end;
  }
  add_text(static_cast<std::uint32_t>(name.text.size()));
  model::RichText whole = model::plain_text(std::move(safe.text));
  whole.spans = std::move(safe.spans);
  return whole;
}

model::RichText slice(const model::RichText& rich, std::uint32_t begin, std::uint32_t end) {
  end = std::min(end, static_cast<std::uint32_t>(rich.text.size()));
  begin = std::min(begin, end);
  model::RichText part;
  part.text = rich.text.substr(begin, end - begin);
  cut(rich.spans, begin, end, part.spans);
  cut(rich.blocks, begin, end, part.blocks);
  cut(rich.passages, begin, end, part.passages);
  return part;
}

model::RichText flatten(const model::RichText& rich) {
  const std::size_t bytes = base::utf8_prefix(rich.text, kFlatBytes).size();
  model::RichText flat = slice(rich, 0, static_cast<std::uint32_t>(bytes));
  flat.blocks.clear();
  std::replace(flat.text.begin(), flat.text.end(), '\n', ' ');
  return flat;
}

Headline split_headline(const model::RichText& body) {
  if (body.blocks.empty()) return {{}, body};
  const model::Block& first = body.blocks.front();
  const std::string_view words =
      std::string_view(body.text).substr(first.begin, first.end - first.begin);
  const bool marked = first.kind == model::BlockKind::Heading || is_strong_throughout(body, first);
  const bool short_and_followed = body.blocks.size() > 1 &&
                                  first.kind == model::BlockKind::Paragraph &&
                                  base::count_code_points(words) <= kShortTitleCodePoints;
  if (!marked && !short_and_followed) return {{}, body};
  const std::uint32_t rest =
      body.blocks.size() > 1 ? body.blocks[1].begin : static_cast<std::uint32_t>(body.text.size());
  Headline headline{slice(body, first.begin, first.end),
                    slice(body, rest, static_cast<std::uint32_t>(body.text.size()))};
  // A title is set in its own weight: being strong says nothing more there.
  std::erase_if(headline.title.spans,
                [](const model::Span& span) { return span.kind == model::SpanKind::Plain; });
  return headline;
}

}  // namespace layout
