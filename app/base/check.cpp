#include "base/check.h"

#include <cstdlib>

namespace base {
namespace {
CheckHandler handler_in_use = nullptr;
}

void set_check_handler(CheckHandler handler) { handler_in_use = handler; }

void check_failed(const char* condition, const char* file, int line) {
  if (handler_in_use != nullptr) handler_in_use(condition, file, line);
  std::abort();
}

}  // namespace base
