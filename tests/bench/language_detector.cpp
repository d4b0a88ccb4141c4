// Reads texts, one a line ("\n" inside as the two characters), and writes the language of each:
// "tag confidence". For tests/bench/detectors.mjs, which compares it with others.
#include <iostream>
#include <string>

#include "model/detect.h"

namespace {

std::string unescaped(const std::string& line) {
  std::string out;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\\' && i + 1 < line.size() && line[i + 1] == 'n') {
      out += '\n';
      ++i;
    } else {
      out += line[i];
    }
  }
  return out;
}

}  // namespace

int main() {
  std::ios::sync_with_stdio(false);
  for (std::string line; std::getline(std::cin, line);) {
    const model::Detection found = model::detect_language(unescaped(line));
    std::cout << (found.language.known() ? found.language.tag() : "und") << ' ' << found.confidence
              << '\n';
  }
  return 0;
}
