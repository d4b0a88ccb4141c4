#include "base/utf8.h"

namespace base {
namespace {

unsigned char byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

}  // namespace

// Unicode 15, table 3-7: which second bytes are well-formed depends on the first.
Decoded decode_utf8(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {kReplacement, 0};
  const unsigned char lead = byte_at(text, at);
  if (lead < 0x80) return {lead, 1};

  std::size_t more = 0;
  char32_t code = 0;
  unsigned char low = 0x80;
  unsigned char high = 0xBF;
  if (lead >= 0xC2 && lead <= 0xDF) {
    more = 1;
    code = lead & 0x1Fu;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    more = 2;
    code = lead & 0x0Fu;
    if (lead == 0xE0) low = 0xA0;
    if (lead == 0xED) high = 0x9F;  // surrogates
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    more = 3;
    code = lead & 0x07u;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;  // above U+10FFFF
  } else {
    return {kReplacement, 1};
  }

  for (std::size_t i = 1; i <= more; ++i) {
    if (at + i >= text.size()) return {kReplacement, i};
    const unsigned char next = byte_at(text, at + i);
    if (next < low || next > high) return {kReplacement, i};
    code = (code << 6) | (next & 0x3Fu);
    low = 0x80;
    high = 0xBF;
  }
  return {code, more + 1};
}

void append_utf8(std::string& out, char32_t code) {
  if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) code = kReplacement;
  const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  const auto tail = [&put, code](unsigned shift) { put(0x80u | ((code >> shift) & 0x3Fu)); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0u | (code >> 6));
    tail(0);
  } else if (code < 0x10000) {
    put(0xE0u | (code >> 12));
    tail(6);
    tail(0);
  } else {
    put(0xF0u | (code >> 18));
    tail(12);
    tail(6);
    tail(0);
  }
}

bool is_valid_utf8(std::string_view bytes) {
  std::size_t at = 0;
  while (at < bytes.size()) {
    const Decoded decoded = decode_utf8(bytes, at);
    // A replacement character that was written out takes three bytes and starts with EF.
    const bool written = decoded.bytes == 3 && byte_at(bytes, at) == 0xEF &&
                         byte_at(bytes, at + 1) == 0xBF && byte_at(bytes, at + 2) == 0xBD;
    if (decoded.code == kReplacement && !written) return false;
    at += decoded.bytes;
  }
  return true;
}

std::string to_valid_utf8(std::string_view bytes) {
  if (is_valid_utf8(bytes)) return std::string(bytes);
  std::string out;
  out.reserve(bytes.size() + 16);
  std::size_t at = 0;
  while (at < bytes.size()) {
    const Decoded decoded = decode_utf8(bytes, at);
    append_utf8(out, decoded.code);
    at += decoded.bytes;
  }
  return out;
}

std::string_view utf8_prefix(std::string_view text, std::size_t max_bytes) {
  if (max_bytes >= text.size()) return text;
  for (std::size_t back = 0; back <= 3 && back <= max_bytes; ++back) {
    const std::size_t start = max_bytes - back;
    if ((byte_at(text, start) & 0xC0u) == 0x80u) continue;
    const bool cut_through = start + decode_utf8(text, start).bytes > max_bytes;
    return text.substr(0, cut_through ? start : max_bytes);
  }
  return text.substr(0, max_bytes);
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); at += decode_utf8(text, at).bytes) ++count;
  return count;
}

}  // namespace base
