// Files of the repository, for tests of what is shipped.
#pragma once

#include <fstream>
#include <iterator>
#include <string>

inline std::string file_text(const std::string& path) {
  std::ifstream file(std::string(CROSSFEED_ROOT) + "/" + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}
