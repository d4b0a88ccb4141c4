#include "text/display_name.h"

#include <doctest/doctest.h>

#include "helpers.h"

using text::display_name;
using text_test::repeat;

TEST_CASE("display name: what is seen stays as it is") {
  for (const char* name :
       {"Ada Lovelace", "山田 太郎", "شیما می‌روم", "Зоя", "क्‍ष",
        "👩🏽‍🚀 Ada", "❤️‍🔥", "🏴󠁧󠁢󠁥󠁮󠁧󠁿 fan", "1️⃣ first",
        "Ze\xCC\x81", "葛󠄀城", "①②③", "C++", "한국 👍🏽", "®", "☺️",
        "👨‍👩‍👧‍👦"}) {
    CHECK(display_name(name) == name);
  }
}

TEST_CASE("display name: what steers the order of text is shown") {
  CHECK(display_name("evil\u202Egpj.exe") == "evil�gpj.exe");
  for (const char* control : {"\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2066", "\u2067",
                              "\u2068", "\u2069", "\u200E", "\u200F", "\u061C", "\u206A"}) {
    CHECK(display_name(std::string("a") + control + "b") == "a�b");
    CHECK(display_name(std::string("א") + control) == "א�");
  }
  CHECK(display_name("a" + repeat("\u202E", 100) + "b") == "a�b");
}

TEST_CASE("display name: what is drawn as nothing is shown") {
  for (const char* nothing : {"\u200B", "\u2060", "\u2064", "\uFEFF", "\u00AD", "\u034F", "\u115F",
                              "\u3164", "\uFFA0", "\u180E", "\uFFF9", "\U000E0041", "\U0001D173",
                              "\u200D", "\u200C", "\x01", "\x7F", "\u0085x", "\U000E0001"}) {
    CAPTURE(nothing);
    const std::string shown = display_name(std::string("a") + nothing + "b");
    if (std::string_view(nothing) == "\u0085x") {
      CHECK(shown == "a xb");  // a line's end
    } else {
      CHECK(shown == "a�b");
    }
  }
  CHECK(display_name(std::string("a\0b", 3)) == "a�b");
  CHECK(display_name("Admin\u200D") == "Admin�");
  CHECK(display_name("\uFE0F"
                     "a") == "�a");
  CHECK(display_name("👩\u200D") == "👩�");
}

TEST_CASE("display name: one line, one space, none at the ends") {
  CHECK(display_name("  a \n\t b\u3000\u00A0"
                     "c \u2028 ") == "a b c");
  CHECK(display_name(repeat(" ", 1000)).empty());
  CHECK(display_name("a\u2800\u2800"
                     "b") == "a b");
  CHECK(display_name("").empty());
}

TEST_CASE("display name: twice is once") {
  for (const char* name : {"a\u202E b", " x\u200B\u200By ", "👩\u200D\u200D", "می\u200C\u200Cروم"}) {
    CHECK(display_name(display_name(name)) == display_name(name));
  }
}
