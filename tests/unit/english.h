// The interface's texts in English, for tests of what takes them.
#pragma once

#include "model/words.h"

inline const model::Words& english() {
  static const model::Words words = model::english_words();
  return words;
}
