#include "base/json.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <string>

namespace {

using base::Json;

Json read(std::string_view text) {
  base::Result<Json, base::JsonError> result = base::parse_json(text);
  INFO("document: ", std::string(text));
  REQUIRE(result.ok());
  return result.value();
}

base::JsonError error(std::string_view text, const base::JsonLimits& limits = {}) {
  base::Result<Json, base::JsonError> result = base::parse_json(text, limits);
  INFO("document: ", std::string(text));
  REQUIRE_FALSE(result.ok());
  return result.error();
}

std::string nested(int depth) {
  return std::string(static_cast<std::size_t>(depth), '[') +
         std::string(static_cast<std::size_t>(depth), ']');
}

}  // namespace

TEST_CASE("json: every kind is read and written back") {
  const std::string text = R"({"a":null,"b":true,"c":-1.5,"d":"x\n\"é","e":[1,2,[]],"f":{}})";
  const Json json = read(text);
  CHECK(json["a"].is_null());
  CHECK(json["b"].bool_or(false));
  CHECK(json["c"].number_or(0) == -1.5);
  CHECK(json["d"].string_or("") == "x\n\"é");
  CHECK(json["e"].items().size() == 3);
  CHECK(base::write_json(json) == text);
  CHECK(base::write_json(read(base::write_json(json, 2))) == text);
}

TEST_CASE("json: readers fall back on other kinds") {
  const Json json =
      read(R"({"n":7,"s":"x","digits":"42","big":109876543210987654,"float":1.5,"bad":"4x"})");
  CHECK(json["s"].bool_or(true));
  CHECK(json["s"].number_or(3) == 3);
  CHECK(json["n"].string_or("none") == "none");
  CHECK(json["digits"].integer_or(0) == 42);
  CHECK(json["bad"].integer_or(-7) == -7);
  CHECK(json["float"].integer_or(-7) == -7);
  CHECK(json["big"].integer_or(0) == 109876543210987654);
  CHECK(json["big"].id_or("") == "109876543210987654");
  CHECK(json["n"].id_or("") == "7");
  CHECK(json["missing"].id_or("none") == "none");
  CHECK(json["missing"]["deeper"].is_null());
  CHECK(json["n"]["deeper"].is_null());
  CHECK(base::write_json(json["big"]) == "109876543210987654");
}

TEST_CASE("json: the first of equal names counts") {
  const Json json = read(R"({"a":1,"a":2})");
  CHECK(json["a"].integer_or(0) == 1);
  CHECK(json.members().size() == 2);
}

TEST_CASE("json: values know where they stood") {
  const std::string text =
      "\xEF\xBB\xBF {\n  \"köy\": [1, -2.5e3 ,true,\"a\\\"b\"],\n  \"z\": {\"y\":null}\n}";
  const Json json = read(text);
  const Json& list = json["köy"];
  CHECK(text.substr(json.offset(), 1) == "{");
  CHECK(text.substr(list.offset(), 3) == "[1,");
  CHECK(text.substr(list.items()[0].offset(), 2) == "1,");
  CHECK(text.substr(list.items()[1].offset(), 6) == "-2.5e3");
  CHECK(text.substr(list.items()[2].offset(), 4) == "true");
  CHECK(text.substr(list.items()[3].offset(), 6) == "\"a\\\"b\"");
  CHECK(text.substr(json["z"]["y"].offset(), 4) == "null");
  const base::TextPlace place = base::place_of(text, list.items()[0].offset());
  CHECK(place.line == 2);
  CHECK(place.column == 11);
}

TEST_CASE("json: places count every kind of line end, columns in code points") {
  CHECK(base::place_of("a\r\nb\rc\nd", 7).line == 4);
  CHECK(base::place_of("日本語", 6).column == 3);
  CHECK(base::place_of("ab", 99).column == 3);
}

TEST_CASE("json: bytes that are not UTF-8 and lone surrogates become U+FFFD") {
  CHECK(read("\"a\xFF"
             "b\"")
            .string_or("") ==
        "a\uFFFD"
        "b");
  CHECK(read("\"\xE4\xBD\"").string_or("") == "\uFFFD");
  CHECK(read(R"("\uD800")").string_or("") == "\uFFFD");
  CHECK(read(R"("\uDC00x")").string_or("") == "\uFFFDx");
  CHECK(read(R"("\uD83D\u0041")").string_or("") == "\uFFFDA");
  CHECK(read(R"("\uD83D\uDE00")").string_or("") == "😀");
  CHECK(read(R"("\\uD800")").string_or("") == "\\uD800");
  CHECK(read(R"("\\\uD800")").string_or("") == "\\\uFFFD");
  CHECK(read("\"\uFFFD\"").string_or("") == "\uFFFD");
  CHECK(read("[\"\xFF\xFE\",7]").items()[1].offset() == 6);
}

TEST_CASE("json: a zero byte in a text is a character, behind the document an error") {
  CHECK(read(R"("a\u0000b")").string_or("").size() == 3);
  CHECK(error(std::string_view("[]\0x", 4)).what == "expected the end of the document");
}

TEST_CASE("json: errors say what was expected and where") {
  CHECK(error("").what == "the document ends too early");
  CHECK(error("{\"a\":1").offset == 6);
  CHECK(error("{\"a\":1").what == "the document ends too early");
  CHECK(error("{\"a\" 1}").what == "expected ':'");
  CHECK(error("{\"a\":1 \"b\":2}").what == "expected ',' or '}'");
  CHECK(error("{\"a\":1 \"b\":2}").offset == 7);
  CHECK(error("[1 2]").what == "expected ',' or ']'");
  CHECK(error("[1\"a\"]").offset == 2);
  CHECK(error("{a:1}").what == "expected a name in double quotes");
  CHECK(error("[1,]").what == "expected a value");
  CHECK(error("[1] x").what == "expected the end of the document");
  CHECK(error("[truth]").what == "expected a value");
  CHECK(error("[01]").what == "expected ',' or ']'");
  CHECK(error("[1.]").what == "this is not a number");
  CHECK(error("[\"a\nb\"]").what ==
        "a line break or another control character stands inside a text");
  CHECK(error("[\"a").what == "a text in quotes does not end");
  CHECK(error("[\"\\x\"]").what == "this character cannot stand after a backslash");
  CHECK(error("[\"\\u12\"]").what == "'\\u' must be followed by four hexadecimal digits");
  CHECK(error("<html>").what == "expected a value");
  const base::JsonError far = error("{\n \"é\": 1,\n \"b\": }");
  CHECK(far.place.line == 3);
  CHECK(far.place.column == 7);
}

TEST_CASE("json: limits hold") {
  base::JsonLimits limits;
  limits.depth = 3;
  CHECK(base::parse_json(nested(3), limits).ok());
  CHECK(error(nested(4), limits).what == "the document is nested too deeply");
  CHECK(error(nested(100'000)).what == "the document is nested too deeply");
  limits = {};
  limits.values = 3;
  CHECK(base::parse_json("[1,2]", limits).ok());
  CHECK(error("[1,2,3]", limits).what == "the document has too many values");
  limits = {};
  limits.bytes = 4;
  CHECK(base::parse_json("[12]", limits).ok());
  CHECK(error("[123]", limits).what == "the document is larger than 4 bytes");
}

TEST_CASE("json: huge numbers") {
  CHECK(read("18446744073709551615").number_or(0) > 1.8e19);
  CHECK(read("18446744073709551615").integer_or(-1) == -1);
  CHECK(read("-9223372036854775808").integer_or(0) == std::numeric_limits<std::int64_t>::min());
  CHECK(read("123456789012345678901234567890").number_or(0) > 1e29);
  CHECK(error("[1e999]").what == "this number is too large");
  CHECK(read("1e-999").number_or(1) == 0);
}

TEST_CASE("json: writing is exact, valid and compact") {
  CHECK(base::write_json(Json::number(0.1)) == "0.1");
  CHECK(base::write_json(Json::number(1.0 / 3)) == "0.33333333333333331");
  CHECK(base::write_json(Json::number(400'000'000)) == "400000000");
  CHECK(base::write_json(Json::number(std::nan(""))) == "null");
  CHECK(base::write_json(Json::number(INFINITY)) == "null");
  CHECK(base::write_json(Json::integer(-9007199254740993)) == "-9007199254740993");
  CHECK(base::write_json(Json::string("\x01\t\x7F")) == "\"\\u0001\\t\x7F\"");
  CHECK(base::write_json(Json::string("\xFF")) == "\"\uFFFD\"");
  Json json = Json::object();
  json.set("a", Json::array({Json::number(1), Json::object()}));
  json.set("b", Json());
  json.set("a", Json::boolean(true));
  CHECK(base::write_json(json) == R"({"a":true,"b":null})");
  json.set("a", Json::array({Json::number(1), Json::object()}));
  CHECK(base::write_json(json, 2) == "{\n  \"a\": [\n    1,\n    {}\n  ],\n  \"b\": null\n}");
}
