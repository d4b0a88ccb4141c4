#include "layout/card.h"

#include <doctest/doctest.h>

#include "helpers.h"
#include "unit/english.h"

namespace {

using layout::Box;
using layout::Boxes;
using layout::BoxKind;
using layout::Num;
using layout::Part;
using layout_test::Bench;
using layout_test::check_sound;
using layout_test::find_box;
using layout_test::find_text;
using layout_test::picture_post;
using layout_test::shipped;
using layout_test::text_post;

constexpr const char* kHebrew = "שלום עולם";

std::string words(int count, std::string_view word = "word ") {
  std::string out;
  for (int i = 0; i < count; ++i) out += word;
  return out;
}

const text::Paragraph& paragraph_of(const Boxes& card, const Box& box) {
  return card.texts[static_cast<std::size_t>(box.item)].paragraph;
}

}  // namespace

TEST_CASE("card: a picture keeps its ratio, within the document's limits") {
  Bench bench;
  const auto ratio = [&](int w, int h) {
    const Boxes card = bench.card(picture_post(w, h));
    check_sound(card);
    const Box* box = find_box(card, BoxKind::Picture);
    REQUIRE(box != nullptr);
    CHECK(box->rect.w == 344);
    return box->rect.w / box->rect.h;
  };
  CHECK(ratio(800, 600) == doctest::Approx(4.0 / 3).epsilon(0.01));
  CHECK(ratio(100, 5000) == doctest::Approx(shipped()[Num::RatioMin]).epsilon(0.01));
  CHECK(ratio(5000, 100) == doctest::Approx(shipped()[Num::RatioMax]).epsilon(0.01));
  CHECK(ratio(0, 0) == doctest::Approx(shipped()[Num::RatioUnknown]).epsilon(0.01));
  CHECK(ratio(-3, 7) == doctest::Approx(shipped()[Num::RatioUnknown]).epsilon(0.01));
}

TEST_CASE("card: shown ratio") {
  using layout_test::picture;
  CHECK(layout::shown_ratio(picture(1000, 1000), shipped()) == 1);
  CHECK(layout::shown_ratio(picture(0, 500), shipped()) == shipped()[Num::RatioUnknown]);
  CHECK(layout::shown_ratio(picture(1, 1'000'000), shipped()) == shipped()[Num::RatioMin]);
  CHECK(layout::shown_ratio(picture(2'000'000'000, 1), shipped()) == shipped()[Num::RatioMax]);
  CHECK(layout::shown_ratio(picture(500, 250), layout_test::with(Num::RatioMax, 3)) == 2);
}

TEST_CASE("card: a post without a picture has a drawn cover with its words") {
  Bench bench;
  const Boxes card = bench.card(text_post("Just a few words"));
  check_sound(card);
  const Box* cover = find_box(card, BoxKind::Cover);
  REQUIRE(cover != nullptr);
  CHECK(find_box(card, BoxKind::Picture) == nullptr);
  const Box* text = find_text(card, "Just a few words");
  REQUIRE(text != nullptr);
  CHECK(text->rect.y >= cover->rect.y);
  CHECK(text->rect.bottom() <= cover->rect.bottom());
  // What the cover says is not said again below it.
  int times = 0;
  for (const layout::TextBlock& block : card.texts) {
    if (block.paragraph.text().find("Just") != std::string::npos) ++times;
  }
  CHECK(times == 1);
  // The same post has the same colour, whatever the width.
  CHECK(find_box(bench.card(text_post("Just a few words"), shipped(), 200), BoxKind::Cover)->item ==
        cover->item);
}

TEST_CASE("card: a long text stays within the cover's lines") {
  Bench bench;
  const Boxes card = bench.card(text_post(words(3000)));
  check_sound(card);
  const Box* text = find_text(card, "word word");
  REQUIRE(text != nullptr);
  CHECK(paragraph_of(card, *text).lines.size() <=
        static_cast<std::size_t>(shipped()[Num::CoverLines]));
  CHECK(paragraph_of(card, *text).elided);
}

TEST_CASE("card: what is sensitive is veiled until the reader asks") {
  Bench bench;
  model::Post post = picture_post();
  post.sensitive = true;
  const Boxes veiled = bench.card(post);
  check_sound(veiled);
  const Box* veil = find_box(veiled, BoxKind::Veil);
  REQUIRE(veil != nullptr);
  CHECK(veil->touch == layout::Touch::Reveal);
  const Boxes revealed = bench.card(post, shipped(), 344, true);
  CHECK(find_box(revealed, BoxKind::Veil) == nullptr);
  CHECK(find_text(revealed, "Hello") != nullptr);
}

TEST_CASE("card: a warning hides the words, with a picture and without") {
  Bench bench;
  for (const bool has_picture : {false, true}) {
    CAPTURE(has_picture);
    model::Post post = has_picture ? picture_post() : text_post("The spoiler itself");
    post.warning = "Film ending";
    const Boxes veiled = bench.card(post);
    check_sound(veiled);
    CHECK(find_text(veiled, "Film ending") != nullptr);
    CHECK(find_text(veiled, "spoiler") == nullptr);
    CHECK(find_text(veiled, "Hello") == nullptr);
    CHECK(find_text(bench.card(post, shipped(), 344, true), has_picture ? "Hello" : "spoiler") !=
          nullptr);
  }
}

TEST_CASE("card: a right-to-left name stands beside its picture") {
  Bench bench;
  model::Post post = text_post("Short words");
  post.author.name = model::plain_text(kHebrew);
  const Boxes card = bench.card(post);
  check_sound(card);
  const Box* avatar = find_box(card, BoxKind::Avatar);
  const Box* name = find_text(card, kHebrew);
  REQUIRE(avatar != nullptr);
  REQUIRE(name != nullptr);
  CHECK(name->rect.x >= avatar->rect.right());
  CHECK(name->rect.x <= avatar->rect.right() + 12);
  const text::Paragraph& paragraph = paragraph_of(card, *name);
  for (const text::Run& run : paragraph.runs) {
    CHECK(run.x >= 0);
    CHECK(run.x + run.width <= name->rect.w + 1);
  }
}

TEST_CASE("card: parts stand in the document's order") {
  Bench bench;
  model::Post post = picture_post();
  post.body = model::plain_text("A title of its own\n\n" + words(40));
  const auto tops = [&](std::vector<Part> order) {
    const Boxes card = bench.card(post, layout_test::with_card(std::move(order)));
    check_sound(card);
    struct {
      float media, title, body, author;
    } top{-1, -1, -1, -1};
    if (const Box* box = find_box(card, BoxKind::Picture)) top.media = box->rect.y;
    if (const Box* box = find_text(card, "A title")) top.title = box->rect.y;
    if (const Box* box = find_text(card, "word word")) top.body = box->rect.y;
    if (const Box* box = find_box(card, BoxKind::Avatar)) top.author = box->rect.y;
    return top;
  };
  const auto shipped_order = tops({Part::Media, Part::Title, Part::Author, Part::Counts});
  CHECK(shipped_order.media == 0);
  CHECK(shipped_order.title > shipped_order.media);
  CHECK(shipped_order.author > shipped_order.title);
  CHECK(shipped_order.body == -1);
  const auto turned = tops({Part::Author, Part::Body, Part::Title, Part::Media});
  CHECK(turned.author >= 0);
  CHECK(turned.body > turned.author);
  CHECK(turned.title > turned.body);
  CHECK(turned.media > turned.title);
  const auto bare = tops({Part::Title});
  CHECK(bare.media == -1);
  CHECK(bare.title >= 0);
  CHECK(bare.author == -1);
}

TEST_CASE("card: counts behind the author share its row") {
  Bench bench;
  const Boxes together =
      bench.card(picture_post(), layout_test::with_card({Part::Media, Part::Author, Part::Counts}));
  const Boxes apart =
      bench.card(picture_post(), layout_test::with_card({Part::Counts, Part::Media, Part::Author}));
  const Box* count = find_text(together, "1.2K");
  REQUIRE(count != nullptr);
  const Box* avatar = find_box(together, BoxKind::Avatar);
  CHECK(count->rect.y < avatar->rect.bottom());
  CHECK(count->rect.bottom() > avatar->rect.y);
  CHECK(count->rect.right() <= 344);
  CHECK(find_text(apart, "1.2K")->rect.y < find_box(apart, BoxKind::Picture)->rect.y);
  model::Post uncounted = picture_post();
  uncounted.counts.likes = model::kUnknownCount;
  CHECK(find_box(bench.card(uncounted), BoxKind::Icon) == nullptr);
}

TEST_CASE("card: the title has as many lines as the document says") {
  Bench bench;
  model::Post post = picture_post();
  post.body = model::plain_text(words(200));
  float before = 0;
  for (int lines = 1; lines <= 6; ++lines) {
    const Boxes card =
        bench.card(post, layout_test::with(Num::TitleLines, static_cast<float>(lines)));
    const Box* title = find_text(card, "word word");
    REQUIRE(title != nullptr);
    CHECK(paragraph_of(card, *title).lines.size() == static_cast<std::size_t>(lines));
    if (lines > 1) CHECK(card.size.h - before == shipped()[Num::TitleLine]);
    before = card.size.h;
  }
}

TEST_CASE("card: any width from 40 to 1200 gives a sound card") {
  Bench bench;
  model::Post both_ways = picture_post();
  both_ways.author.name = model::plain_text(words(30, "Longname"));
  both_ways.body =
      model::plain_text(std::string(kHebrew) + " " + words(50, "Donaudampfschifffahrt"));
  both_ways.language = "he";
  both_ways.counts.likes = 679'000'000;
  model::Post live = text_post("直播间\n\n" + words(60, "世界"));
  live.live.started_ms = 1;
  live.live.listeners = 12'345;
  live.language = "zh";
  model::Post empty;
  model::Post video = picture_post(1080, 1920);
  video.media.front().kind = model::MediaKind::Video;
  video.media.front().duration_s = 3725;
  model::Post many = picture_post();
  for (int i = 0; i < 8; ++i) many.media.push_back(layout_test::picture(10, 10));
  model::Post warned = text_post();
  warned.warning = words(100);
  for (const model::Post& post :
       {both_ways, live, empty, video, many, warned, text_post(), picture_post()}) {
    for (float width = 40; width <= 1200; width += 29) {
      CAPTURE(width);
      const Boxes card = bench.card(post, shipped(), width);
      check_sound(card);
      CHECK(card.size.w == width);
    }
  }
}

TEST_CASE("card: its height does not depend on the picture's arrival or on who looks") {
  Bench bench;
  model::Post post = picture_post();
  const float height = bench.card(post).size.h;
  post.media.front().blurhash = "LEHV6nWB2yk8pyo0adR*.7kCMdnj";
  post.media.front().preview_url.clear();
  CHECK(bench.card(post).size.h == height);
}

TEST_CASE("card: an estimate is close to the card") {
  Bench bench;
  for (const auto& [w, h] : {std::pair(800, 600), std::pair(300, 400), std::pair(0, 0)}) {
    const model::Post post = picture_post(w, h);
    const layout::CardInput input{.post = post,
                                  .document = shipped(),
                                  .width_pt = 344,
                                  .words = english(),
                                  .reader = model::parse_language("en")};
    const Boxes card = layout::build_card(input, {bench.glyphs, bench.cache});
    const layout::CardSketch sketch = layout::sketch_card(input, card);
    for (const float width : {180.0F, 344.0F, 500.0F}) {
      const float real = bench.card(post, shipped(), width).size.h;
      const float guess = layout::estimate_height(sketch, shipped(), width, false);
      CAPTURE(width);
      CHECK(guess == doctest::Approx(real).epsilon(0.1));
    }
  }
}
