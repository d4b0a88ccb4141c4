// A layout document comes from anyone: any bytes are refused with a place and a reason, or give a
// document whose every value is within its shipped range and which writes and reads back the same.
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "embedded/assets.h"
#include "layout/document.h"
#include "layout/shell.h"

namespace {

void hold(bool truth) {
  if (!truth) std::abort();
}

void check_refusal(const layout::DocumentError& error) {
  hold(!error.what.empty() && !error.expected.empty());
  hold(error.place.line >= 1 && error.place.column >= 1);
  hold(error.message().size() < 1000 && base::is_valid_utf8(error.message()));
}

void check_document(const layout::Document& document, const layout::Document& shipped) {
  for (std::size_t i = 0; i < layout::kNumCount; ++i) {
    const layout::NumberToken& token = document.numbers[i];
    hold(token.value >= shipped.numbers[i].min && token.value <= shipped.numbers[i].max);
    hold(token.min >= shipped.numbers[i].min && token.max <= shipped.numbers[i].max);
    hold(token.unit != "count" || token.value == std::floor(token.value));
    hold(token.fallback == shipped.numbers[i].fallback);
  }
  hold(!document.card.empty() && document.card.size() <= layout::kPartCount);
  hold(document.name.size() <= layout::kMaxLabelBytes && base::is_valid_utf8(document.name));
  const auto again = layout::parse_document(layout::write_changes(document), &shipped);
  hold(again.ok() && layout::same_look(again.value(), document));
  const layout::Shell shell = layout::build_shell({390, 800}, document, false);
  hold(std::isfinite(shell.feed_x) && shell.column_width >= 1);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const layout::Document shipped = layout::shipped_document(embedded::layout_duo());
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto read = layout::parse_document(text, &shipped);
  if (read) {
    check_document(read.value(), shipped);
  } else {
    check_refusal(read.error());
  }
  const auto whole = layout::parse_document(text, nullptr);
  if (!whole) check_refusal(whole.error());
  return 0;
}
