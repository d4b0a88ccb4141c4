#include "demo/json_writer.h"

#include "base/json.h"

namespace demo {

void JsonWriter::begin(std::string_view name) {
  if (!is_first_) out_ += ',';
  is_first_ = false;
  if (name.empty()) return;
  base::append_json_string(out_, name);
  out_ += ':';
}

void JsonWriter::open(std::string_view name, char bracket) {
  begin(name);
  out_ += bracket;
  closers_ += bracket == '{' ? '}' : ']';
  is_first_ = true;
}

void JsonWriter::end() {
  out_ += closers_.back();
  closers_.pop_back();
  is_first_ = false;
}

void JsonWriter::text(std::string_view name, std::string_view value) {
  begin(name);
  base::append_json_string(out_, value);
}

void JsonWriter::text_or_null(std::string_view name, std::string_view value) {
  if (value.empty()) {
    null(name);
  } else {
    text(name, value);
  }
}

void JsonWriter::whole(std::string_view name, std::int64_t value) {
  raw(name, std::to_string(value));
}

void JsonWriter::number(std::string_view name, double value) {
  raw(name, base::write_json(base::Json::number(value)));
}

void JsonWriter::raw(std::string_view name, std::string_view json) {
  begin(name);
  out_ += json;
}

}  // namespace demo
