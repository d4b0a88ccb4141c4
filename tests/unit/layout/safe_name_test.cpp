#include <doctest/doctest.h>

#include "layout/text_part.h"

namespace {

model::RichText name_with_emoji(std::string text, std::string_view code) {
  model::RichText name = model::plain_text(std::move(text));
  model::Span span;
  span.begin = static_cast<std::uint32_t>(name.text.find(code));
  span.end = span.begin + static_cast<std::uint32_t>(code.size());
  span.kind = model::SpanKind::Emoji;
  span.target = "https://example.org/cat.png";
  name.spans.push_back(span);
  return name;
}

}  // namespace

TEST_CASE("safe name: custom emoji stay where they are, what hides is shown") {
  const model::RichText safe =
      layout::safe_name(name_with_emoji("\u202E\u202E  Ada :cat: \u200B x ", ":cat:"));
  CHECK(safe.text == "\uFFFD Ada :cat: \uFFFD x");
  REQUIRE(safe.spans.size() == 1);
  const model::Span& span = safe.spans.front();
  CHECK(safe.text.substr(span.begin, span.end - span.begin) == ":cat:");
  CHECK(span.target == "https://example.org/cat.png");
}

TEST_CASE("safe name: an ordinary name is unchanged") {
  const model::RichText name = name_with_emoji("Ada :cat:", ":cat:");
  CHECK(layout::safe_name(name) == name);
  CHECK(layout::safe_name(name_with_emoji(":cat::cat:", ":cat:")).text == ":cat::cat:");
  CHECK(layout::safe_name({}).empty());
}
