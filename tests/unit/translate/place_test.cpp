#include "translate/place.h"

#include <doctest/doctest.h>

#include "unit/english.h"

using translate::Chain;
using translate::parse_translate;
using translate::ServiceKind;
using translate::write_translate;

TEST_CASE("translate=: every service, alone and in a chain") {
  const Chain chain = parse_translate(
      "apertium:https://apy.example/, libretranslate:lt.example/base,deepl:https://p.example,"
      "chat:http://127.0.0.1:8080/v1#llama%203,server,browser,demo",
      english());
  CHECK(chain.notice.empty());
  REQUIRE(chain.services.size() == 7);
  CHECK(chain.services[0] ==
        translate::Service{ServiceKind::Apertium, "https://apy.example", {}, {}});
  CHECK(chain.services[1].url == "https://lt.example/base");
  CHECK(chain.services[3].url == "http://127.0.0.1:8080/v1");
  CHECK(chain.services[3].model == "llama 3");
  CHECK(chain.services[4].kind == ServiceKind::Mastodon);
  CHECK(chain.services[5].kind == ServiceKind::Browser);
  CHECK(chain.services[6].kind == ServiceKind::Demo);
  CHECK(parse_translate(write_translate(chain.services), english()).services == chain.services);
}

TEST_CASE("translate=: off, empty, twice, too many") {
  CHECK(parse_translate("off", english()).services.empty());
  CHECK(parse_translate("off", english()).notice.empty());
  CHECK(parse_translate("", english()).services.empty());
  CHECK(write_translate({}) == "off");
  CHECK(parse_translate("demo,demo,,demo", english()).services.size() == 1);
  std::string many;
  for (int i = 0; i < 20; ++i) many += "apertium:https://h" + std::to_string(i) + ".example,";
  const Chain chain = parse_translate(many, english());
  CHECK(chain.services.size() == translate::kMostServices);
  CHECK(chain.notice == "Only the first 8 translation services are used.");
}

TEST_CASE("translate=: what is not understood is named, and the rest still works") {
  const Chain chain = parse_translate("google,demo", english());
  CHECK(chain.services.size() == 1);
  CHECK(chain.notice.find("“google” is not understood") != std::string::npos);
  for (const char* bad : {"apertium", "apertium:", "libretranslate:ftp://x", "deepl:https://",
                          "chat:java script", "demo:x", "apertium:https://a b"}) {
    CAPTURE(bad);
    CHECK(parse_translate(bad, english()).services.empty());
    CHECK_FALSE(parse_translate(bad, english()).notice.empty());
  }
}

TEST_CASE("translate=: keys are taken out of addresses and never shown") {
  for (const char* with_key :
       {"libretranslate:https://lt.example/?api_key=SECRET",
        "libretranslate:https://me:SECRET@lt.example",
        "libretranslate:https://lt.example?x=1&TOKEN=SECRET", "libretranslate:SECRET@lt.example"}) {
    CAPTURE(with_key);
    const Chain chain = parse_translate(with_key, english());
    REQUIRE(chain.services.size() == 1);
    CHECK(chain.services[0].url == "https://lt.example");
    CHECK(chain.services[0].key.empty());
    CHECK(chain.notice.find("A key stood in the address") != std::string::npos);
    CHECK(chain.notice.find("SECRET") == std::string::npos);
    CHECK(write_translate(chain.services).find("SECRET") == std::string::npos);
  }
  for (const char* broken : {"nonsense:https://me:SECRET@x", "nonsense:https://x?key=SECRET",
                             "libretranslate:https://me:SECRET@", "nonsense:me:SECRET@x"}) {
    CAPTURE(broken);
    CHECK(parse_translate(broken, english()).services.empty());
    CHECK(parse_translate(broken, english()).notice.find("SECRET") == std::string::npos);
  }
}
