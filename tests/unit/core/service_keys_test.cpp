#include "core/service_keys.h"

#include <doctest/doctest.h>

#include <string>

#include "core/keys.h"
#include "core/translation.h"
#include "unit/core/rig.h"

namespace {

struct Rig : core_test::Rig {
  Rig() : core_test::Rig("translate=chat:https://a.example,libretranslate:https://b.example") {
    core::start_translation(state);
  }
  void press(std::string_view key) { core::press_service_key(state, context, key); }
  void enter(std::string_view index, std::string_view key) {
    press(core::keys::make(core::keys::kSecretEnter, index));
    core::set_service_key_draft(state, core::keys::make(core::keys::kSecretField, index), key);
    press(core::keys::make(core::keys::kSecretField, index));
  }
  [[nodiscard]] const std::string& key(std::size_t service) const {
    return state.translation.engine.services()[service].key;
  }
};

}  // namespace

TEST_CASE("a key is its service's alone, kept, and had back at the next visit") {
  Rig rig;
  rig.enter("0", "\n s3cret \r\n");
  CHECK(rig.key(0) == "s3cret");
  CHECK(rig.key(1).empty());
  const auto* kept = rig.effect<core::KeepText>();
  REQUIRE(kept != nullptr);
  CHECK(kept->name == core::kKeptKeys);

  Rig next;
  core::take_kept_keys(next.state, next.context, kept->text);
  CHECK(next.key(0) == "s3cret");
  CHECK(next.key(1).empty());

  rig.press("secret:forget:0");
  CHECK(rig.key(0).empty());
  core::take_kept_keys(next.state, next.context, rig.effect<core::KeepText>()->text);
  CHECK(next.key(0).empty());
}

TEST_CASE("the same kind of service at another address gets no key") {
  Rig rig;
  rig.enter("0", "s3cret");
  rig.state.address = core::parse_address("translate=chat:https://evil.example", "", english());
  core::start_translation(rig.state);
  CHECK(rig.key(0).empty());
}

TEST_CASE("nothing typed is no key, and what is not there is not entered") {
  Rig rig;
  rig.enter("0", "  ");
  CHECK(rig.effect<core::KeepText>() == nullptr);
  rig.press("secret:enter:7");
  rig.press("secret:enter:");
  CHECK_FALSE(rig.state.translation.keys.entering);
  rig.press("secret:field:7");
  rig.press("secret:forget:99999999999999999999");
  CHECK(rig.effect<core::KeepText>() == nullptr);
  for (const char* nonsense : {"", "[1]", "{\"a\":1}", "{\"a\":\"\"}", "\xFF"}) {
    core::take_kept_keys(rig.state, rig.context, nonsense);
    CHECK(rig.state.translation.keys.by_service.empty());
  }
}

TEST_CASE("another tab's translations are taken, and so is that it cleared them") {
  Rig rig;
  translate::Cache& cache = rig.state.translation.engine.cache();
  translate::Cache other;
  other.put({"chat", 1, "es>en", "gato"}, "cat");
  core::take_kept_translations(rig.state, other.write());
  CHECK(cache.size() == 1);
  CHECK(rig.state.translation.kept_revision == cache.revision());

  cache.put({"chat", 1, "es>en", "perro"}, "dog");  // not kept yet
  core::take_kept_translations(rig.state, other.write());
  CHECK(cache.size() == 2);
  CHECK(rig.state.translation.kept_revision != cache.revision());

  core::take_kept_translations(rig.state, translate::Cache().write());
  CHECK(cache.size() == 0);
}
