// Lays random text out at random widths with random spans and holds what must always hold:
// no cluster lost or doubled, lines fit, runs are a permutation of what is drawn, a new width asks
// for no measuring.
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "platform/native/fake_glyphs.h"
#include "text/characters.h"
#include "text/measure_cache.h"
#include "text/measured.h"
#include "text/paragraph.h"

namespace {

#define MUST(condition)                                            \
  do {                                                             \
    if (!(condition)) {                                            \
      std::fprintf(stderr, "line %d: %s\n", __LINE__, #condition); \
      std::abort();                                                \
    }                                                              \
  } while (false)

class Bytes {
 public:
  Bytes(const std::uint8_t* data, std::size_t size) : data_(data), size_(size) {}
  std::uint8_t next() {
    if (at_ >= size_) return 0;
    return data_[at_++];
  }
  std::string rest(std::size_t most) {
    const std::size_t count = std::min(most, size_ - at_);
    return {reinterpret_cast<const char*>(data_ + at_), count};
  }

 private:
  const std::uint8_t* data_;
  std::size_t size_;
  std::size_t at_ = 0;
};

text::Source read_source(Bytes& bytes) {
  constexpr const char* kLanguages[] = {"", "en", "zh-Hans", "ja", "ko", "ar", "th", "he"};
  text::Source source;
  source.language = kLanguages[bytes.next() % 8];
  source.style.size_pt = 20;
  source.line_height_pt = 30;
  const std::uint8_t settings = bytes.next();
  const std::uint8_t spans = settings % 5;
  source.spacing.squeeze_marks = (settings & 64) == 0;
  source.spacing.letter_gap = (settings & 128) == 0;
  std::uint32_t at = 0;
  for (std::uint8_t i = 0; i < spans; ++i) {
    text::StyleSpan span;
    span.begin = at + bytes.next() % 16;
    span.end = span.begin + bytes.next() % 16;
    const std::uint8_t kind = bytes.next();
    span.style.size_pt = (kind & 1) != 0 ? 20 : 30;
    span.style.weight = (kind & 2) != 0 ? 400 : 700;
    span.picture = (kind & 4) != 0;
    span.tag = (kind & 8) != 0 ? 1 : 0;
    span.isolate = (kind & 32) != 0;
    if ((kind & 16) == 0) at = span.end;
    source.spans.push_back(span);
  }
  source.text = base::to_valid_utf8(bytes.rest(4096));
  return source;
}

bool is_drawn(std::uint32_t code) {
  return !text::is_space(code) && !text::is_hidden(code) && !text::is_blank(code) &&
         !text::ends_line(code) && !text::is_extender(code);
}

void check_lines(const text::Paragraph& paragraph, float width) {
  const text::Measured& measured = *paragraph.measured;
  std::uint32_t at = 0;
  for (const text::Line& line : paragraph.lines) {
    MUST(line.begin == at);
    MUST(measured.starts[line.begin] == 1);
    MUST(line.begin <= line.ink_end && line.ink_end <= line.end);
    MUST(line.begin < line.end || paragraph.elided);
    MUST(std::isfinite(line.x) && std::isfinite(line.width) && line.width >= 0);
    at = line.end;
    if (line.width <= width + 0.1f) continue;
    int clusters = 0;
    for (std::uint32_t byte = line.begin; byte < line.ink_end; ++byte) {
      const text::PieceKind kind = measured.pieces[measured.piece_at(byte)].kind;
      const bool drawn = kind != text::PieceKind::Hidden && kind != text::PieceKind::Blank;
      clusters += drawn ? measured.starts[byte] : 0;
    }
    const bool last = &line == &paragraph.lines.back();
    MUST(clusters <= 1 || (last && paragraph.elided));
    if (last && paragraph.elided) MUST(line.ink_end == line.begin || clusters <= 1);
  }
  MUST(paragraph.elided || at == measured.bytes());
}

void check_runs(const text::Paragraph& paragraph, const text::Line& line) {
  std::vector<std::uint8_t> drawn(paragraph.text().size(), 0);
  float x = line.x - 0.1f;
  for (std::uint32_t i = 0; i < line.run_count; ++i) {
    const text::Run& run = paragraph.runs[line.first_run + i];
    MUST(run.trim_start >= 0 && run.trim_end >= 0);
    const float room = run.width - run.trim_start - run.trim_end;
    MUST(run.x + run.trim_start >= x && room >= 0);
    x = run.x + run.trim_start + room - 0.1f;
    MUST(run.ellipsis == (run.begin == run.end));
    MUST(run.begin >= line.begin && run.end <= line.ink_end);
    for (std::uint32_t byte = run.begin; byte < run.end; ++byte) MUST(drawn[byte]++ == 0);
  }
  MUST(x <= line.x + line.width + 0.1f);
  for (std::size_t byte = line.begin; byte < line.ink_end;) {
    const base::Decoded decoded = base::decode_utf8(paragraph.text(), byte);
    const text::Piece& piece =
        paragraph.measured->pieces[paragraph.measured->piece_at(static_cast<std::uint32_t>(byte))];
    if (piece.kind == text::PieceKind::Picture || is_drawn(decoded.code)) MUST(drawn[byte] == 1);
    byte += decoded.bytes;
  }
}

// A cluster's pieces stay on one line, in one run or undrawn; work grows with the text alone.
void check_work(const text::Paragraph& paragraph) {
  const text::Measured& measured = *paragraph.measured;
  MUST(paragraph.work <= (text::kMaxClustersInPiece + 8) * (std::uint64_t{measured.bytes()} + 1));
  MUST(measured.pieces.size() <= measured.bytes());
  std::uint32_t at = 0;
  for (const text::Piece& piece : measured.pieces) {
    MUST(piece.begin == at && piece.end > at);
    at = piece.end;
  }
  MUST(at == measured.bytes());
}

// Text outside of isolates stands in the same order whatever is in them; checked here by their
// stretches: what is isolated is one unbroken block of its line.
void check_isolates(const text::Paragraph& paragraph, const text::Line& line) {
  std::vector<std::uint32_t> closed;
  std::uint32_t open = 0;
  for (std::uint32_t i = 0; i < line.run_count; ++i) {
    const text::Run& run = paragraph.runs[line.first_run + i];
    if (run.ellipsis) continue;
    const text::Measured& measured = *paragraph.measured;
    const std::uint32_t isolate = measured.pieces[measured.piece_at(run.begin)].isolate;
    if (isolate == open) continue;
    if (open != 0) closed.push_back(open);
    for (const std::uint32_t one : closed) MUST(one != isolate);
    open = isolate;
  }
}

void check_caret(const text::Paragraph& paragraph) {
  const text::Measured& measured = *paragraph.measured;
  for (std::uint32_t i = 0; i < paragraph.lines.size() && i < 20; ++i) {
    const text::Line& line = paragraph.lines[i];
    for (std::uint32_t offset = line.begin; offset <= line.ink_end && offset < line.begin + 60;
         ++offset) {
      const float x = text::x_of_offset(paragraph, i, offset);
      MUST(x >= line.x - 0.1f && x <= line.x + line.width + 0.1f);
    }
    for (float x = line.x - 10; x < line.x + line.width + 10; x += 13) {
      const std::uint32_t hit = text::offset_at(paragraph, {x, line.top + 1});
      MUST(hit >= line.begin && hit <= line.end);
      MUST(measured.starts[hit] == 1 || hit == line.ink_end);
    }
    float covered = 0;
    for (const base::Rect& rect : text::rects_of_range(paragraph, line.begin, line.end)) {
      if (rect.y == line.top) covered += rect.w;
    }
    MUST(covered <= line.width + 0.1f);
    if (!paragraph.elided) MUST(covered >= line.width - 0.1f);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Bytes bytes(data, size);
  text::BreakOptions options;
  options.width_pt = static_cast<float>(bytes.next()) * 2;
  options.max_lines = bytes.next() % 6;
  options.align = bytes.next() % 2 == 0 ? text::Align::Start : text::Align::Center;

  platform::FakeGlyphs glyphs;
  text::MeasureCache cache;
  const auto measured = text::measure_paragraph(read_source(bytes), glyphs, cache);
  const std::size_t calls = glyphs.measure_calls();
  const float natural = text::natural_width(*measured);
  for (const float factor : {1.0f, 0.5f, 20.0f}) {
    text::BreakOptions scaled = options;
    scaled.width_pt *= factor;
    const text::Paragraph paragraph = text::break_paragraph(measured, scaled);
    check_lines(paragraph, scaled.width_pt);
    for (const text::Line& line : paragraph.lines) {
      check_runs(paragraph, line);
      check_isolates(paragraph, line);
    }
    check_work(paragraph);
    check_caret(paragraph);
  }
  MUST(glyphs.measure_calls() == calls);
  const text::Paragraph endless = text::break_paragraph(measured, {1e7f, 0, text::Align::Start});
  if (!endless.elided) MUST(std::abs(endless.size.w - natural) < 0.1f + natural * 1e-4f);
  return 0;
}
