#include "core/lab.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <variant>
#include <vector>

#include "unit/core/rig.h"

namespace {

using core::Ground;
using layout::Col;
using layout::Num;
using layout::Part;

// A feed of sixty posts on a desktop window, with the lab's panel as the address says.
struct Rig : core_test::Rig {
  explicit Rig(std::string_view query = "lab=1", std::string_view unpacked = "",
               std::string_view broken = "")
      : core_test::Rig(query, unpacked, broken) {
    std::vector<model::Post> posts;
    for (int i = 0; i < 60; ++i) {
      posts.push_back(i % 3 == 0 ? layout_test::text_post()
                                 : layout_test::picture_post(300 + 10 * i, 400));
      posts.back().id = std::to_string(i);
    }
    state.feed.store.append_page("demo:", std::move(posts));
    core::set_scroll(state, 0);
    while (core::place_waiting_cards(state, context)) {
    }
    core::update_visible(state, context);
  }

  core::Lab& lab() { return state.lab; }
  float value(Num token) const { return state.lab.document[token]; }
  bool press(std::string_view key) { return core::press_lab(state, context, key); }
  bool set(std::string_view key, std::string_view value) {
    return core::set_lab_value(state, context, key, value);
  }
  [[nodiscard]] std::string last_toast() const {
    return state.toasts.empty() ? "" : state.toasts.back().text;
  }
};

const char* const kWide =
    R"({"crossfeed-layout": 1, "extends": "duo", "name": "wide", "tokens": {"columns": 3, "gap": 20}})";

}  // namespace

TEST_CASE("lab: what the address asks for") {
  Rig shipped("lab=1&layout=duo");
  CHECK(shipped.lab().open);
  CHECK(layout::same_look(shipped.lab().document, shipped.lab().shipped));
  CHECK(shipped.state.toasts.empty());
  CHECK_FALSE(Rig("").lab().open);

  Rig unpacked("layout=z.abc", kWide);
  CHECK(unpacked.value(Num::Columns) == 3);
  CHECK(unpacked.lab().undo.empty());
  CHECK(unpacked.state.shell.columns == 3);

  Rig broken("layout=z.abc", "", "it is cut off");
  CHECK(broken.lab().message.find("it is cut off") != std::string::npos);
  CHECK(broken.lab().message_is_error);
  CHECK(broken.last_toast() == broken.lab().message);

  Rig refused("layout=z.abc", "{\"crossfeed-layout\": 1, \"gap\": 2}");
  CHECK(refused.last_toast().find("Line 1, column 25") != std::string::npos);
  CHECK(layout::same_look(refused.lab().document, refused.lab().shipped));

  for (const char* unknown : {"layout=trio", "layout=javascript:alert(1)", "layout=demo:/x"}) {
    Rig named(unknown);
    CHECK(named.last_toast().find("duo") != std::string::npos);
    CHECK(named.state.toasts.back().urgent);
    CHECK(named.effect<ports::HttpRequest>() == nullptr);
  }
}

TEST_CASE("lab: a document elsewhere is fetched") {
  for (const char* query :
       {"layout=https://example.org/wide.json", "layout=layouts/wide.json", "layout=wide.json"}) {
    Rig rig(query);
    const auto* request = rig.effect<ports::HttpRequest>();
    REQUIRE(request != nullptr);
    CHECK(request->limit_bytes == layout::kMaxDocumentBytes);
    CHECK(request->url == rig.state.address.layout);
    const ports::RequestId id = request->id;
    CHECK_FALSE(
        core::take_lab_reply(rig.state, rig.context, {.id = id + 1, .status = 200, .body = kWide}));
    CHECK(core::take_lab_reply(rig.state, rig.context, {.id = id, .status = 200, .body = kWide}));
    CHECK(rig.value(Num::Gap) == 20);
    CHECK_FALSE(
        core::take_lab_reply(rig.state, rig.context, {.id = id, .status = 200, .body = kWide}));
  }
  struct Row {
    ports::HttpReply reply;
    const char* said;
  };
  const Row rows[] = {
      {{.status = 404}, "404"},
      {{.status = 200, .body = "<html>"}, "Line 1, column 1"},
      {{.fault = ports::HttpFault::Offline}, "offline"},
      {{.fault = ports::HttpFault::Unreachable}, "No answer"},
      {{.fault = ports::HttpFault::TooLarge}, "larger"},
  };
  for (const Row& row : rows) {
    Rig rig("layout=https://example.org/wide.json");
    ports::HttpReply reply = row.reply;
    reply.id = rig.lab().request;
    CHECK(core::take_lab_reply(rig.state, rig.context, reply));
    CHECK(rig.lab().message_is_error);
    CHECK(rig.last_toast().find(row.said) != std::string::npos);
    CHECK(rig.last_toast().find("example.org") != std::string::npos);
    CHECK(layout::same_look(rig.lab().document, rig.lab().shipped));
  }
}

TEST_CASE("lab: opening and closing stands in the address and makes room") {
  Rig rig("theme=dark");
  const float x = rig.state.shell.feed_x;
  CHECK(rig.press("lab:close"));  // closed already
  CHECK(rig.effect<core::SetQuery>() == nullptr);
  core::open_lab(rig.state, rig.context);
  CHECK(rig.state.query == "theme=dark&lab=1");
  REQUIRE(rig.effect<core::SetQuery>() != nullptr);
  CHECK(rig.effect<core::SetQuery>()->query == rig.state.query);
  CHECK(rig.state.shell.has_lab);
  CHECK(rig.state.address.lab);
  CHECK(rig.press("lab:close"));
  CHECK(rig.state.query == "theme=dark");
  CHECK(rig.effect<core::SetQuery>()->query == "theme=dark");
  CHECK_FALSE(rig.state.shell.has_lab);
  CHECK(rig.state.shell.feed_x == x);
}

TEST_CASE("lab: a number is set within its range and shows at once") {
  Rig rig;
  CHECK(rig.set("lab:num:gap", "20"));
  CHECK(rig.value(Num::Gap) == 20);
  CHECK(rig.state.shell.gap == 20);
  rig.set("lab:num:gap", "1000");
  CHECK(rig.value(Num::Gap) == 48);
  rig.set("lab:num:gap", "-5");
  CHECK(rig.value(Num::Gap) == 0);
  rig.set("lab:num:columns", "2.6");
  CHECK(rig.value(Num::Columns) == 3);
  CHECK(rig.state.shell.columns == 3);
  core::set_number(rig.state, rig.context, Num::CoverRatio, 0.87654F);
  CHECK(rig.value(Num::CoverRatio) == doctest::Approx(0.88));
  const std::size_t steps = rig.lab().undo.size();
  for (const char* bad : {"", "abc", "12px", "nan", "inf"}) {
    CHECK(rig.set("lab:num:gap", bad));
    CHECK(rig.lab().message_is_error);
  }
  CHECK(rig.value(Num::Gap) == 0);
  CHECK(rig.lab().undo.size() == steps);
  CHECK_FALSE(rig.set("lab:num:gapp", "3"));
  CHECK_FALSE(rig.set("lab:other:gap", "3"));
  CHECK_FALSE(rig.set("post:gap", "3"));
}

TEST_CASE("lab: a colour keeps its transparency unless told") {
  Rig rig;
  CHECK(rig.set("lab:light:color-hover", "#112233"));
  CHECK(rig.lab().document.color(Col::Hover, false) == 0x1122330A);
  CHECK(rig.lab().document.color(Col::Hover, true) == rig.lab().shipped.color(Col::Hover, true));
  CHECK(rig.set("lab:dark:color-hover", "#11223344"));
  CHECK(rig.lab().document.color(Col::Hover, true) == 0x11223344);
  CHECK(rig.set("lab:dark:color-page", "#abc"));
  CHECK(rig.lab().document.color(Col::Page, true) == 0xAABBCCFF);
  CHECK(rig.set("lab:dark:color-page", "blue"));
  CHECK(rig.lab().message_is_error);
  CHECK_FALSE(rig.set("lab:dark:gap", "#abc"));
}

TEST_CASE("lab: a drag is one step to undo") {
  Rig rig;
  rig.state.now_ms = 1000;
  for (int i = 1; i <= 10; ++i) {
    rig.state.now_ms += 16;
    core::set_number(rig.state, rig.context, Num::Gap, static_cast<float>(16 + i));
  }
  CHECK(rig.lab().undo.size() == 1);
  core::set_number(rig.state, rig.context, Num::Margin, 30);
  CHECK(rig.lab().undo.size() == 2);
  rig.state.now_ms += 5000;
  core::set_number(rig.state, rig.context, Num::Margin, 31);
  CHECK(rig.lab().undo.size() == 3);
  core::set_number(rig.state, rig.context, Num::Margin, 31);  // nothing new
  CHECK(rig.lab().undo.size() == 3);
  CHECK(rig.press("lab:undo"));
  CHECK(rig.value(Num::Margin) == 30);
  CHECK(rig.press("lab:undo"));
  CHECK(rig.value(Num::Margin) == 16);
  CHECK(rig.value(Num::Gap) == 26);
  CHECK(rig.press("lab:undo"));
  CHECK(rig.value(Num::Gap) == 16);
  CHECK(rig.state.shell.gap == 16);
  CHECK(rig.press("lab:undo"));
  CHECK_FALSE(rig.lab().message.empty());
  // What follows an undo is a step of its own.
  core::set_number(rig.state, rig.context, Num::Gap, 20);
  CHECK(rig.lab().undo.size() == 1);
}

TEST_CASE("lab: steps back are bounded") {
  Rig rig;
  for (int i = 0; i < 300; ++i) {
    rig.state.now_ms += 2000;
    core::set_number(rig.state, rig.context, Num::Gap, static_cast<float>(i % 2 == 0 ? 10 : 11));
  }
  CHECK(rig.lab().undo.size() == 100);
}

TEST_CASE("lab: parts are moved, taken out and put back") {
  Rig rig;
  const auto card = [&] { return rig.lab().document.card; };
  CHECK(rig.press("lab:part:translation:on"));  // the one that is not always seen, out of the way
  CHECK(rig.press("lab:part:author:up"));
  CHECK(card() == std::vector{Part::Media, Part::Author, Part::Title, Part::Counts});
  CHECK(rig.press("lab:part:author:up"));
  CHECK(rig.press("lab:part:author:up"));  // on top already
  CHECK(card() == std::vector{Part::Author, Part::Media, Part::Title, Part::Counts});
  CHECK(rig.press("lab:part:counts:down"));  // at the end already
  CHECK(rig.press("lab:part:body:up"));      // not there
  CHECK(card() == std::vector{Part::Author, Part::Media, Part::Title, Part::Counts});
  CHECK(rig.press("lab:part:body:on"));
  CHECK(card() == std::vector{Part::Author, Part::Media, Part::Title, Part::Body, Part::Counts});
  for (const char* part : {"author", "media", "title", "body", "counts"}) {
    rig.press(std::string("lab:part:") + part + ":on");
  }
  CHECK(card() == std::vector{Part::Counts});  // the last one stays
  CHECK_FALSE(rig.lab().message.empty());
  CHECK(rig.press("lab:part:media:on"));
  CHECK(card() == std::vector{Part::Media, Part::Counts});
  CHECK(rig.press("lab:default:card"));
  CHECK(card() == rig.lab().shipped.card);
  CHECK_FALSE(rig.press("lab:part:nose:up"));
  CHECK_FALSE(rig.press("lab:part:media:sideways"));
  CHECK_FALSE(rig.press("lab:part:media"));
}

TEST_CASE("lab: back to what was shipped, one token or all") {
  Rig rig;
  rig.set("lab:num:gap", "20");
  rig.set("lab:num:margin", "30");
  rig.set("lab:dark:color-page", "#abc");
  CHECK(rig.press("lab:default:gap"));
  CHECK(rig.value(Num::Gap) == 16);
  CHECK(rig.value(Num::Margin) == 30);
  CHECK(rig.press("lab:default:color-page"));
  CHECK_FALSE(layout::is_changed(rig.lab().document, Col::Page));
  CHECK(rig.press("lab:reset"));
  CHECK(layout::same_look(rig.lab().document, rig.lab().shipped));
  CHECK(rig.press("lab:undo"));
  CHECK(rig.value(Num::Margin) == 30);
  CHECK_FALSE(rig.press("lab:default:nose"));
  CHECK_FALSE(rig.lab().only_changed);
  CHECK(rig.press("lab:changed"));
  CHECK(rig.lab().only_changed);
}

TEST_CASE("lab: as a file and as a link, and back") {
  Rig rig;
  rig.set("lab:num:gap", "20.5");
  rig.set("lab:light:color-ink", "#010203");
  rig.press("lab:part:author:up");
  CHECK(rig.press("lab:export"));
  REQUIRE(rig.effect<core::SaveFile>() != nullptr);
  const core::SaveFile file = *rig.effect<core::SaveFile>();
  CHECK(file.name == "duo.layout.json");
  CHECK(file.text.find("\n  \"tokens\": {\n    \"gap\": 20.5") != std::string::npos);
  CHECK(rig.press("lab:link"));
  REQUIRE(rig.effect<core::MakeLink>() != nullptr);
  CHECK(rig.press("lab:import"));
  CHECK(rig.effect<core::PickFile>() != nullptr);

  Rig fresh;
  core::import_layout(fresh.state, fresh.context, "duo.layout.json", file.text);
  CHECK(layout::same_look(fresh.lab().document, rig.lab().document));
  CHECK(fresh.lab().message.find("3 values") != std::string::npos);
  CHECK_FALSE(fresh.lab().message_is_error);
  Rig linked("layout=z.x", rig.effect<core::MakeLink>()->document);
  CHECK(layout::same_look(linked.lab().document, rig.lab().document));
}

TEST_CASE("lab: a broken file is refused and the last good one stays") {
  Rig rig;
  rig.set("lab:num:gap", "20");
  core::import_layout(rig.state, rig.context, "mine.json",
                      "{\"crossfeed-layout\": 1, \"extends\": \"duo\",\n \"card\": []}");
  CHECK(rig.lab().message_is_error);
  CHECK(rig.lab().message.find("mine.json") != std::string::npos);
  CHECK(rig.lab().message.find("Line 2, column 10: card is empty; expected at least one part.") !=
        std::string::npos);
  CHECK(rig.value(Num::Gap) == 20);
  CHECK(rig.lab().undo.size() == 1);
  CHECK(rig.state.toasts.empty());  // the open panel says it
  core::import_layout(rig.state, rig.context, "wide.json", kWide);
  CHECK(rig.value(Num::Columns) == 3);
  CHECK(rig.lab().document.name == "wide");
  CHECK(rig.press("lab:undo"));
  CHECK(rig.value(Num::Columns) == 2);
  CHECK(rig.value(Num::Gap) == 20);
}

TEST_CASE("lab: every change keeps the reader's card in place") {
  Rig rig;
  core::set_scroll(rig.state, 2500);
  const core::Anchor anchor = rig.state.feed.anchor;
  const auto check_place = [&] {
    core::update_visible(rig.state, rig.context);
    const double y = rig.state.card_top(anchor.entry) - rig.state.feed.scroll_y;
    CHECK(rig.state.feed.anchor.entry == anchor.entry);
    CHECK(y == doctest::Approx(anchor.offset).epsilon(0.001));
  };
  REQUIRE(anchor.entry > 0);
  struct Edit {
    const char* key;
    const char* value;
  };
  for (const Edit& edit :
       {Edit{"lab:num:gap", "40"}, Edit{"lab:num:title-lines", "4"}, Edit{"lab:num:columns", "3"},
        Edit{"lab:num:padding", "2"}, Edit{"lab:num:ratio-max", "1.1"}}) {
    CAPTURE(edit.key);
    rig.set(edit.key, edit.value);
    check_place();
  }
  rig.press("lab:part:author:up");
  check_place();
  rig.press("lab:reset");
  check_place();
  rig.press("lab:undo");
  check_place();
  rig.press("lab:close");
  check_place();
}

TEST_CASE("lab: an opened post follows the change") {
  Rig rig;
  rig.state.post.id = "1";
  rig.state.post.post = layout_test::text_post();
  const std::uint32_t revision = rig.state.post.revision;
  rig.set("lab:num:post-text-size", "22");
  CHECK(rig.state.post.revision > revision);
}

TEST_CASE("lab: an import while the panel is closed is said in a toast") {
  Rig rig("");
  core::import_layout(rig.state, rig.context, "x", "[]");
  CHECK(rig.last_toast().find("Line 1, column 1") != std::string::npos);
}
