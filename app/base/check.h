// CHECK is for bugs only: it stops the app with a page that says what to report. What comes from
// the network, the address or a file never reaches a CHECK.
#pragma once

namespace base {
using CheckHandler = void (*)(const char* condition, const char* file, int line);
void set_check_handler(CheckHandler handler);
[[noreturn]] void check_failed(const char* condition, const char* file, int line);
}  // namespace base

#define CHECK(condition) \
  ((condition) ? (void)0 : ::base::check_failed(#condition, __FILE__, __LINE__))
