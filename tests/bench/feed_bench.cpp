// The core alone, fed by the embedded community, with a million posts to scroll through: what a
// post that was read leaves behind in memory, and whether a step costs the same with a thousand
// posts behind the reader and with a hundred thousand. Arguments: posts to scroll through (100,000
// when there is none).
#include <malloc.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <new>
#include <sstream>
#include <string>
#include <variant>
#include <vector>

#include "core/app.h"
#include "core/feed_layout.h"
#include "embedded/assets.h"
#include "platform/native/fake_glyphs.h"

namespace {

std::size_t live_bytes = 0;   // as the allocator counts: with what it rounds up
std::size_t allocations = 0;  // since the start

void* counted(std::size_t size) {
  void* const memory = std::malloc(size);
  if (memory == nullptr) std::abort();
  live_bytes += malloc_usable_size(memory);
  ++allocations;
  return memory;
}

void uncounted(void* memory) {
  if (memory != nullptr) live_bytes -= malloc_usable_size(memory);
  std::free(memory);
}

}  // namespace

void* operator new(std::size_t size) { return counted(size); }
void* operator new[](std::size_t size) { return counted(size); }
void operator delete(void* memory) noexcept { uncounted(memory); }
void operator delete[](void* memory) noexcept { uncounted(memory); }
void operator delete(void* memory, std::size_t) noexcept { uncounted(memory); }
void operator delete[](void* memory, std::size_t) noexcept { uncounted(memory); }

namespace {

constexpr double kFrameMs = 16;
constexpr double kStepPt = 40;  // a scrolled frame of a brisk wheel
constexpr int kFrames = 600;

std::string demo_pack() {
  std::ifstream file(std::string(CROSSFEED_ROOT) + "/assets/demo/pack.json", std::ios::binary);
  std::stringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

// The processor's time, not the clock's: what else the machine does is not measured.
double cpu_ms() {
  return static_cast<double>(std::clock()) * 1000 / static_cast<double>(CLOCKS_PER_SEC);
}

// The app and a platform that answers at once: the packed file, every picture, every wish to
// scroll.
class Reader {
 public:
  explicit Reader(const std::string& query)
      : app_(
            {
                .window_pt = {1280, 800},
                .query = query + "&clock=2025-01-17T09:30:00Z",
                .languages = {"en", "zh-Hans"},
            },
            embedded::layout_duo(), glyphs_) {
    frame();
    frame();
  }

  void frame() {
    now_ms_ += kFrameMs;
    app_.step(now_ms_);
    while (carry_out(app_.take_effects())) {
    }
  }
  void scroll_to(double y) {
    app_.handle(core::Scrolled{core::SurfaceId::Feed, y}, now_ms_);
    frame();
  }
  // To the end of what is loaded, again and again, as somebody who leans on the End key.
  void scroll_through(std::size_t posts) {
    while (loaded() < posts) scroll_to(core::max_scroll(app_.state()));
  }

  [[nodiscard]] std::size_t loaded() const { return app_.state().feed.waterfall.size(); }
  [[nodiscard]] double scroll_y() const { return app_.state().feed.scroll_y; }

 private:
  bool carry_out(const core::Effects& effects) {
    for (const core::Effect& effect : effects) {
      if (const auto* http = std::get_if<ports::HttpRequest>(&effect)) {
        app_.handle(ports::HttpReply{.id = http->id, .status = 200, .body = demo_pack()}, now_ms_);
      } else if (const auto* image = std::get_if<ports::ImageRequest>(&effect)) {
        app_.handle(ports::ImageReply{image->slot, ports::ImageOutcome::Ready, image->target,
                                      image->target},
                    now_ms_);
      } else if (const auto* scroll = std::get_if<core::ScrollTo>(&effect)) {
        app_.handle(core::Scrolled{scroll->surface, scroll->y}, now_ms_);
      }
    }
    return !effects.empty();
  }

  platform::FakeGlyphs glyphs_;
  core::App app_;
  double now_ms_ = 1000;
};

struct Cost {
  double step_ms = 0;
  double allocations = 0;
};

// Up from where the reader is and down again: both ways over posts that are there.
Cost scroll_about(Reader& reader) {
  const std::size_t allocations_before = allocations;
  const double started = cpu_ms();
  for (int i = 0; i < kFrames; ++i)
    reader.scroll_to(reader.scroll_y() + (i < kFrames / 2 ? -kStepPt : kStepPt));
  return {(cpu_ms() - started) / kFrames,
          static_cast<double>(allocations - allocations_before) / kFrames};
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

// Interleaved, so that what else the machine does meets both alike.
void compare_steps(Reader& shallow, Reader& deep) {
  std::vector<double> shallow_ms;
  std::vector<double> deep_ms;
  Cost near;
  Cost far;
  for (int round = 0; round < 7; ++round) {
    near = scroll_about(shallow);
    far = scroll_about(deep);
    shallow_ms.push_back(near.step_ms);
    deep_ms.push_back(far.step_ms);
  }
  std::printf("a step, %zu posts loaded      %.3f ms, %.0f allocations\n", shallow.loaded(),
              median(shallow_ms), near.allocations);
  std::printf("a step, %zu posts loaded    %.3f ms, %.0f allocations\n", deep.loaded(),
              median(deep_ms), far.allocations);
  std::printf("ratio                          %.2f\n", median(deep_ms) / median(shallow_ms));
}

}  // namespace

int main(int argc, char** argv) {
  const std::size_t posts = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 100'000;
  const std::size_t from = posts / 5;
  Reader shallow("source=demo:?n=1000");
  shallow.scroll_through(1000);

  Reader deep("source=demo:?n=1000000");
  deep.scroll_through(from);
  const std::size_t loaded_before = deep.loaded();
  const std::size_t bytes_before = live_bytes;
  const double started = cpu_ms();
  deep.scroll_through(posts);
  const double took_ms = cpu_ms() - started;
  const auto added = static_cast<double>(deep.loaded() - loaded_before);
  const double kept = (static_cast<double>(live_bytes) - static_cast<double>(bytes_before)) / added;
  std::printf("kept of a post scrolled by     %.0f bytes (from %zu to %zu posts)\n", kept,
              loaded_before, deep.loaded());
  std::printf("loading and placing a post     %.3f ms\n", took_ms / added);
  compare_steps(shallow, deep);
  return 0;
}
