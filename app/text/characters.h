// What text/ needs to know about one code point, beyond what the libraries answer for a whole text.
// Not for: clusters and breaks, which need context.
#pragma once

#include <cstdint>

namespace text {

// Ends a paragraph (and its bidi context), or only a line.
bool ends_paragraph(std::uint32_t code);
bool ends_line(std::uint32_t code);

// White space that hangs over the end of a line. Not the no-break spaces: those are letters here.
bool is_space(std::uint32_t code);

// Zero width and harmless inside a run: word joiners, zero width space.
bool is_blank(std::uint32_t code);

// Never shown and never given to the platform: controls, and marks that steer bidi. Their effect on
// the order is ours (bidi.h), so the platform must not apply it again.
bool is_hidden(std::uint32_t code);

// Stands on the code point before it and has no width of its own: combining marks, joiners,
// variation selectors, tags.
bool is_extender(std::uint32_t code);

// Written one square after the other (Han, kana, Hangul, full-width forms): each is its own piece.
bool is_square(std::uint32_t code);

bool is_hangul(std::uint32_t code);
bool is_kana(std::uint32_t code);
bool is_han(std::uint32_t code);

// Written without spaces, words found by dictionary (UAX #14 class SA): Thai, Lao, Khmer, Burmese
// ...
bool is_unspaced(std::uint32_t code);

// A letter, digit or ideograph in the sense of CSS word-break: keep-all.
bool is_letter_like(std::uint32_t code);
bool is_alphabetic(std::uint32_t code);  // UAX #14 classes AL, HL

// May make a cluster right-to-left, or steer bidi. False for most of the world's text, which then
// needs no bidi at all.
bool may_be_right_to_left(std::uint32_t code);

bool is_pictograph(std::uint32_t code);  // Extended_Pictographic
bool is_emoji_by_default(std::uint32_t code);
bool is_skin_tone(std::uint32_t code);

}  // namespace text
