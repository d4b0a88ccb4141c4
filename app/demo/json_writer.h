// JSON written as it is said, without a tree: members and items in order, closed by the writer's
// end().
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace demo {

class JsonWriter {
 public:
  // Members of an object; with an empty name items of a list, or the document itself.
  void object(std::string_view name = {}) { open(name, '{'); }
  void list(std::string_view name = {}) { open(name, '['); }
  void end();
  void text(std::string_view name, std::string_view value);
  void text_or_null(std::string_view name, std::string_view value);  // null when empty
  void whole(std::string_view name, std::int64_t value);
  void number(std::string_view name, double value);
  void flag(std::string_view name, bool value) { raw(name, value ? "true" : "false"); }
  void null(std::string_view name) { raw(name, "null"); }
  void empty_list(std::string_view name) { raw(name, "[]"); }
  void raw(std::string_view name, std::string_view json);

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void open(std::string_view name, char bracket);
  void begin(std::string_view name);

  std::string out_;
  std::string closers_;   // of what is open
  bool is_first_ = true;  // nothing stands before in the object or list that is open
};

}  // namespace demo
