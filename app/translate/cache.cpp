#include "translate/cache.h"

#include <iterator>
#include <utility>
#include <vector>

#include "base/json.h"

namespace translate {
namespace {

constexpr std::string_view kFormat = "crossfeed_translations";

std::size_t bytes_of(const CacheKey& key, const std::string& translation) {
  constexpr std::size_t kAround = 160;  // the item, its list node, its place in the map
  return kAround + key.service.size() + key.pair.size() + key.text.size() + translation.size();
}

std::uint64_t hash_key(const CacheKey& key) {
  const std::uint64_t who =
      hash_text(key.service) * 31 + hash_text(key.pair) + static_cast<std::uint64_t>(key.version);
  return hash_text(key.text) ^ (who * 0x9E3779B97F4A7C15u);
}

}  // namespace

std::uint64_t hash_text(std::string_view text) {
  std::uint64_t hash = 0xCBF29CE484222325u;
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001B3u;
  }
  return hash;
}

Cache::Items::iterator Cache::locate(const CacheKey& key) {
  const auto [first, last] = where_.equal_range(hash_key(key));
  for (auto at = first; at != last; ++at) {
    if (at->second->key == key) return at->second;
  }
  return items_.end();
}

void Cache::forget(Items::iterator item) {
  const auto [first, last] = where_.equal_range(hash_key(item->key));
  for (auto at = first; at != last; ++at) {
    if (at->second != item) continue;
    where_.erase(at);
    break;
  }
  bytes_ -= bytes_of(item->key, item->translation);
  items_.erase(item);
}

const std::string* Cache::find(const CacheKey& key) {
  const auto item = locate(key);
  if (item == items_.end()) return nullptr;
  items_.splice(items_.begin(), items_, item);
  return &item->translation;
}

void Cache::put(const CacheKey& key, std::string translation) {
  if (const auto known = locate(key); known != items_.end()) forget(known);
  ++revision_;
  const std::size_t bytes = bytes_of(key, translation);
  if (bytes > most_bytes_) return;
  while (bytes_ + bytes > most_bytes_) forget(std::prev(items_.end()));
  items_.push_front({key, std::move(translation)});
  where_.emplace(hash_key(key), items_.begin());
  bytes_ += bytes;
}

void Cache::clear() {
  items_.clear();
  where_.clear();
  bytes_ = 0;
  ++revision_;
}

std::string Cache::write() const {
  std::string out = "{\"" + std::string(kFormat) + "\":1,\"entries\":[";
  for (auto item = items_.rbegin(); item != items_.rend(); ++item) {
    if (item != items_.rbegin()) out += ',';
    out += "\n[";
    base::append_json_string(out, item->key.service);
    out += ',' + std::to_string(item->key.version) + ',';
    base::append_json_string(out, item->key.pair);
    out += ',';
    base::append_json_string(out, item->key.text);
    out += ',';
    base::append_json_string(out, item->translation);
    out += ']';
  }
  return out + "\n]}\n";
}

std::size_t Cache::read(std::string_view json) {
  const auto stored = base::parse_json(json);
  if (!stored || stored.value()[kFormat].integer_or(0) != 1) return 0;
  std::size_t read = 0;
  for (const base::Json& entry : stored.value()["entries"].items()) {
    const std::vector<base::Json>& parts = entry.items();
    if (parts.size() != 5 || !parts[1].is_number()) continue;
    const bool texts = parts[0].is_string() && parts[2].is_string() && parts[3].is_string() &&
                       parts[4].is_string();
    const std::int64_t version = parts[1].integer_or(-1);
    if (!texts || version < 0 || version > 1'000'000 || parts[3].string_or({}).empty()) continue;
    put({std::string(parts[0].string_or({})), static_cast<int>(version),
         std::string(parts[2].string_or({})), std::string(parts[3].string_or({}))},
        std::string(parts[4].string_or({})));
    ++read;
  }
  return read;
}

}  // namespace translate
