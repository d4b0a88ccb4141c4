// Marks as they are written into what is sent, and found again in what comes back.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "translate/service.h"

namespace translate {

inline constexpr int kMostMarks = 200;  // of one line; more is no language

std::string write_mark(Marks marks, int number);  // from 0

struct FoundMark {
  std::size_t begin = 0;
  std::size_t end = 0;
  int number = 0;
};
struct FoundMarks {
  std::vector<FoundMark> marks;  // in the order of the text
  bool damaged = false;          // something is left that was a mark, or looks like one
};
// Marks::None has none.
FoundMarks find_marks(Marks marks, std::string_view text);

}  // namespace translate
