#include "sources/place.h"

#include <doctest/doctest.h>

#include <string>

#include "unit/english.h"

namespace {

using sources::mastodon::Place;

sources::Source read(std::string_view value) {
  const auto source = sources::parse_source(value, english());
  INFO("value: ", std::string(value));
  REQUIRE(source.ok());
  return source.value();
}

std::string refusal(std::string_view value) {
  const auto source = sources::parse_source(value, english());
  INFO("value: ", std::string(value));
  REQUIRE_FALSE(source.ok());
  return source.error();
}

}  // namespace

TEST_CASE("place: the demo") {
  CHECK(read("demo").place == Place{"demo:", Place::Kind::Public, ""});
  CHECK(read("demo:").place == Place{"demo:", Place::Kind::Public, ""});
  CHECK(read("demo:?n=100000").place == Place{"demo:?n=100000", Place::Kind::Public, ""});
  CHECK(read("demo:/tag/%E7%8C%AB?n=5").place == Place{"demo:?n=5", Place::Kind::Tag, "猫"});
  CHECK(read("demo:/trending").place.kind == Place::Kind::Trending);
  CHECK(read("demo:/account/xiaoman").place == Place{"demo:", Place::Kind::Account, "xiaoman"});
  CHECK(read("demo:?n=100&fresh=12").place.base == "demo:?n=100&fresh=12");
  CHECK(read("demo").notice.empty());
  CHECK(read("demo").is_demo());
}

TEST_CASE("place: the demo says what it leaves out") {
  CHECK(read("demo:?n=2000000").place.base == "demo:?n=1000000");
  CHECK(read("demo:?n=2000000").notice ==
        "The demo has from 1 to 1000000 posts; n=1000000 is shown.");
  CHECK(read("demo:?n=-3").place.base == "demo:?n=1");
  CHECK(read("demo:?n=99999999999999999999999").place.base == "demo:?n=1000000");
  CHECK(read("demo:?n=many").place.base == "demo:");
  CHECK(read("demo:?n=many").notice == "The demo does not know “n=many”; it is left out.");
  CHECK(read("demo:?colour=red&n=3").place.base == "demo:?n=3");
}

TEST_CASE("place: Mastodon servers") {
  CHECK(read("mastodon:https://mastodon.social").place ==
        Place{"https://mastodon.social", Place::Kind::Public, ""});
  CHECK(read("mastodon:https://Mastodon.Social/").place.base == "https://mastodon.social");
  CHECK(read("mastodon:mastodon.social").place.base == "https://mastodon.social");
  CHECK(read("mastodon:localhost:8001").place.base == "https://localhost:8001");
  CHECK(read("mastodon:http://127.0.0.1:8001/tag/pets").place ==
        Place{"http://127.0.0.1:8001", Place::Kind::Tag, "pets"});
  CHECK(read("mastodon:https://a.b/tags/%23cats").place.name == "cats");
  CHECK(read("mastodon:https://a.b/account/@eve@c.d").place ==
        Place{"https://a.b", Place::Kind::Account, "eve@c.d"});
  CHECK(read("mastodon:https://a.b/@eve").place ==
        Place{"https://a.b", Place::Kind::Account, "eve"});
  CHECK(read("mastodon:https://a.b/local").place.kind == Place::Kind::Local);
  CHECK(read("mastodon:https://a.b/trending").place.kind == Place::Kind::Trending);
  CHECK(read("mastodon:https://[::1]:3000/local").place.base == "https://[::1]:3000");
  CHECK(read("https://a.b/tag/x").place == Place{"https://a.b", Place::Kind::Tag, "x"});
  CHECK(read("mastodon:https://a.b?x=1").notice ==
        "What stands behind '?' in the source “mastodon:https://a.b?x=1” is left out.");
}

TEST_CASE("place: of several, the first for now") {
  const sources::Source source = read(" demo:?n=5 , mastodon:https://a.b");
  CHECK(source.place.base == "demo:?n=5");
  CHECK(source.notice == "Only the first source is shown for now; several at once come later.");
  CHECK(read("demo,").notice.empty());
}

TEST_CASE("place: nonsense is refused with a sentence that names it") {
  CHECK(refusal("atproto:https://bsky.social").find("comes later") != std::string::npos);
  CHECK(refusal("nonsense").find("“nonsense”") != std::string::npos);
  for (const char* value : {"",
                            "demos",
                            "demo:/nothing",
                            "demo:/tag",
                            "demo:/tag/",
                            "demo:/tag/a/b",
                            "mastodon:",
                            "mastodon:https://",
                            "mastodon:javascript:alert(1)",
                            "mastodon:https://a b",
                            "mastodon:ftp://a.b",
                            "mastodon:https://u@a.b",
                            "mastodon:https://a.b/nowhere",
                            "mastodon:https://a.b/tag/#",
                            "mastodon:https://a.b/tag/x y",
                            "mastodon:https://a.b:port",
                            "mastodon:https://a.b/local/more",
                            "mastodon:https://a..b",
                            "mastodon:https://.b",
                            "mastodon:https://a.b/tag/%20",
                            "\x01\xFF",
                            "mastodon:https://\xFF"}) {
    CAPTURE(value);
    CHECK_FALSE(sources::parse_source(value, english()).ok());
  }
  CHECK(refusal(std::string(5000, 'x')).size() < 400);
  CHECK(refusal("a\nb\xFF").find("“a b\uFFFD”") != std::string::npos);
}

TEST_CASE("place: written and read again it is the same") {
  for (const char* value :
       {"demo", "demo:?n=100000", "demo:/tag/%E7%8C%AB?n=5", "mastodon:https://a.b",
        "mastodon:http://a.b:81/local", "mastodon:https://a.b/trending",
        "mastodon:https://a.b/account/eve%40c.d"}) {
    CAPTURE(value);
    CHECK(sources::write_source(read(value)) == value);
  }
  CHECK(sources::place_title(read("demo:/tag/cats").place, english()) == "demo · #cats");
  CHECK(sources::place_title(read("mastodon:https://a.b/account/eve").place, english()) ==
        "a.b · @eve");
  CHECK(sources::place_title(read("mastodon:https://a.b").place, english()) == "a.b");
}
