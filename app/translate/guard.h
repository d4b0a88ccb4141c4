// The token guard. A text goes to a service line by line (or block by block), with marks in place
// of its tokens; what comes back must hold every mark once and in its order, else it is refused and
// the text between the tokens is translated piece by piece, where nothing can be lost. Tokens at a
// line's ends are not sent at all. Not for markup: services are given plain text, or XML made here.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/rich_text.h"
#include "translate/service.h"
#include "translate/tokens.h"

namespace translate {

enum class Lines : std::uint8_t {
  Apart,   // each line by itself, so that none is lost or joined; long ones by sentences
  Blocks,  // whole paragraphs, tokens at their ends included
};

// A stretch that is translated as one. Its tokens stand within it; neighbours with nothing but
// blanks between them are one.
struct Unit {
  Range range;
  std::vector<Range> tokens;
};

// Empty: there is nothing to translate (no letters outside of tokens).
std::vector<Unit> find_units(const model::RichText& rich, const std::vector<Token>& tokens,
                             Lines lines);

// What is sent. None when the text itself holds what looks like a mark: then by segments.
std::optional<std::string> write_marked(const model::RichText& rich, const Unit& unit, Marks marks);

// A unit's translation: text and tokens in turn.
struct Piece {
  std::string text;
  int token = -1;  // of the unit; -1: text
  bool operator==(const Piece&) const = default;
};
using Pieces = std::vector<Piece>;

// None when a mark is missing, doubled, out of order or damaged, or when nothing is left of a text.
// Blanks within a mark, its case and full-width forms are forgiven.
std::optional<Pieces> read_marked(const model::RichText& rich, const Unit& unit, Marks marks,
                                  std::string_view answer);

// The second way: what stands between the tokens and has letters, in order, and the answers to it
// put back. None when an answer is empty.
std::vector<std::string> write_segments(const model::RichText& rich, const Unit& unit);
std::optional<Pieces> read_segments(const model::RichText& rich, const Unit& unit,
                                    const std::vector<std::string>& answers);

// The translated text: blocks, spans and what is no unit as before, each unit by its pieces.
// Emphasis of a whole unit is kept; of a part of one it is not, since nobody knows which part.
model::RichText assemble(const model::RichText& rich, const std::vector<Unit>& units,
                         const std::vector<Pieces>& pieces);

// A translation that came as a whole (a server's own): the texts of its links, mentions and tags
// set back to the original's where their addresses agree. False when the tokens of the two differ.
bool restore_whole(const model::RichText& original, model::RichText& translated);

}  // namespace translate
