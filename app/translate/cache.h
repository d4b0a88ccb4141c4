// What was translated before: by text, pair, service and version. Bounded by bytes; what was used
// longest ago goes first. Kept between visits as JSON by whoever owns storage, exported as the
// same.
#pragma once

#include <cstddef>
#include <cstdint>
#include <list>
#include <string>
#include <string_view>
#include <unordered_map>

namespace translate {

// Some 20,000 paragraphs; browsers give an origin far more, but the page reads it at its start.
inline constexpr std::size_t kCacheBytes = 4u << 20;

struct CacheKey {
  std::string service;  // service_id
  int version = 1;
  std::string pair;  // pair_tag
  std::string text;  // as sent
  bool operator==(const CacheKey&) const = default;
};

// An address of 64 bits for a text (FNV-1a); texts are compared too.
std::uint64_t hash_text(std::string_view text);

class Cache {
 public:
  explicit Cache(std::size_t most_bytes = kCacheBytes) : most_bytes_(most_bytes) {}
  Cache(Cache&&) = default;
  Cache& operator=(Cache&&) = default;
  Cache(const Cache&) = delete;  // its map points into its list
  Cache& operator=(const Cache&) = delete;
  ~Cache() = default;

  // Null when absent; marks it as used.
  const std::string* find(const CacheKey& key);
  void put(const CacheKey& key, std::string translation);  // too long for the cache: not kept
  void clear();

  [[nodiscard]] std::size_t size() const { return items_.size(); }
  [[nodiscard]] std::size_t bytes() const { return bytes_; }
  // Changes with every put and clear: what is stored is out of date when it differs.
  [[nodiscard]] std::uint64_t revision() const { return revision_; }

  // {"crossfeed_translations":1,"entries":[[service,version,pair,text,translation],…]}, oldest
  // first.
  [[nodiscard]] std::string write() const;
  // Adds what can be read to what is there (another tab's, an exported file); entries that make no
  // sense are skipped. How many were read.
  std::size_t read(std::string_view json);

 private:
  struct Item {
    CacheKey key;
    std::string translation;
  };
  using Items = std::list<Item>;  // most recently used first
  Items::iterator locate(const CacheKey& key);
  void forget(Items::iterator item);

  std::size_t most_bytes_;
  std::size_t bytes_ = 0;
  std::uint64_t revision_ = 0;
  Items items_;
  std::unordered_multimap<std::uint64_t, Items::iterator> where_;
};

}  // namespace translate
