// Text: the first layout of a post, the same post again, and at a new width. Measuring is nearly
// free here (platform/native/fake_glyphs.h); in a browser the first layout costs many times more,
// so the ratios are the least that a reader gets. Nothing is checked: numbers to look at.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <string>

#include "platform/native/fake_glyphs.h"
#include "text/measure_cache.h"
#include "text/paragraph.h"

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kRounds = 200;
constexpr std::size_t kBytes = 3000;  // a long post

struct Sample {
  const char* name;
  const char* language;
  const char* text;
};

constexpr Sample kSamples[] = {
    {"English", "en", "The quick brown fox jumps over the lazy dog, and then again, twice. "},
    {"Chinese", "zh-Hans", "今天天气很好，我们去公园散步。他说：“你用Go写过100个程序吗？”（没有）"},
    {"Japanese", "ja", "東京の「桜」は、３月の終わりに咲きます。Tokyoで写真を撮りました。"},
    {"Korean", "ko", "안녕하세요 여러분, 오늘은 날씨가 아주 좋습니다. 공원에 갑시다. "},
    {"Arabic", "ar", "الطقس جميل اليوم، سنذهب إلى GPT الحديقة في 2024 مع الأصدقاء. "},
    {"Thai", "th", "วันนี้อากาศดีมากเราจะไปเดินเล่นที่สวนสาธารณะกับเพื่อน "},
    {"Hindi", "hi", "आज मौसम बहुत अच्छा है, हम दोस्तों के साथ पार्क जाएंगे। "},
    {"mixed, emoji", "en",
     "Hello 世界 שלום 👩🏽‍🚀 مرحبا 안녕 สวัสดี 🇯🇵 don’t "
     "1,000.50 "}};

text::Source source_of(const Sample& sample) {
  text::Source source;
  while (source.text.size() < kBytes) source.text += sample.text;
  source.style.size_pt = 15;
  source.line_height_pt = 22;
  source.language = sample.language;
  return source;
}

// The fastest of all rounds: what else runs on the machine only ever adds.
template <typename Work>
double least_microseconds(Work work) {
  double least = 1e12;
  for (int i = 0; i < kRounds; ++i) {
    const Clock::time_point start = Clock::now();
    work(i);
    least =
        std::min(least, std::chrono::duration<double, std::micro>(Clock::now() - start).count());
  }
  return least;
}

void run(const Sample& sample) {
  platform::FakeGlyphs glyphs;
  const text::Source source = source_of(sample);
  const text::BreakOptions options{300, 0, text::Align::Start};
  const double first = least_microseconds([&](int) {
    text::MeasureCache cache;
    text::break_paragraph(text::measure_paragraph(source, glyphs, cache), options);
  });
  text::MeasureCache cache;
  const auto measured = text::measure_paragraph(source, glyphs, cache);
  const std::uint64_t asked = cache.pieces_measured();
  const double again = least_microseconds(
      [&](int) { text::break_paragraph(text::measure_paragraph(source, glyphs, cache), options); });
  const double rebroken = least_microseconds([&](int i) {
    text::break_paragraph(measured, {250.0f + static_cast<float>(i), 0, text::Align::Start});
  });
  std::printf("%-14s %9.1f %9.1f %9.1f %8.1fx %10llu\n", sample.name, first, again, rebroken,
              first / rebroken, static_cast<unsigned long long>(cache.pieces_measured() - asked));
}

}  // namespace

int main() {
  std::printf("%zu bytes, least microseconds of %d rounds\n", kBytes, kRounds);
  std::printf("%-14s %9s %9s %9s %9s %10s\n", "", "first", "again", "new width", "ratio",
              "measured*");
  for (const Sample& sample : kSamples) run(sample);
  std::printf("* pieces measured when laid out again: none, if the cache holds\n");
}
