// A map that forgets what was used longest ago once it holds more than its capacity.
#pragma once

#include <cstddef>
#include <list>
#include <unordered_map>
#include <utility>

namespace base {

template <typename Key, typename Value>
class Lru {
 public:
  explicit Lru(std::size_t capacity) : capacity_(capacity) {}

  // Null when absent; marks it as used.
  Value* find(const Key& key) {
    const auto found = where_.find(key);
    if (found == where_.end()) return nullptr;
    items_.splice(items_.begin(), items_, found->second);
    return &found->second->second;
  }

  // Without marking: for readers that must not change what is kept.
  [[nodiscard]] const Value* peek(const Key& key) const {
    const auto found = where_.find(key);
    return found == where_.end() ? nullptr : &found->second->second;
  }

  Value& put(Key key, Value value) {
    if (Value* known = find(key)) {
      *known = std::move(value);
      return *known;
    }
    items_.emplace_front(key, std::move(value));
    where_[std::move(key)] = items_.begin();
    if (items_.size() > capacity_) {
      where_.erase(items_.back().first);
      items_.pop_back();
    }
    return items_.front().second;
  }

  void erase(const Key& key) {
    const auto found = where_.find(key);
    if (found == where_.end()) return;
    items_.erase(found->second);
    where_.erase(found);
  }

  void clear() {
    items_.clear();
    where_.clear();
  }

  [[nodiscard]] std::size_t size() const { return items_.size(); }

 private:
  using Items = std::list<std::pair<Key, Value>>;  // most recently used first
  std::size_t capacity_;
  Items items_;
  std::unordered_map<Key, typename Items::iterator> where_;
};

}  // namespace base
