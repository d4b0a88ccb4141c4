// The posts of one feed, in the server's order, by index. Whole posts are kept for a bounded number
// of entries around the reader; of the others only the id and the page they came from, so that they
// can be fetched again. No repetitions: a post that is already there is not added again.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/post.h"

namespace feed {

using EntryIndex = std::uint32_t;
using PageIndex = std::uint32_t;

// Whole posts kept. A post of a real server takes 2-6 KB: about 8 MB at most.
inline constexpr std::size_t kMaxWholePosts = 1600;

struct Page {
  std::string url;  // what gave it: asked again when its posts are needed again
  EntryIndex first = 0;
  std::uint32_t count = 0;
  bool whole = true;
};

class Store {
 public:
  void clear();

  // Appends the posts that are not there yet; gives how many those were.
  std::uint32_t append_page(std::string url, std::vector<model::Post> posts);

  // Puts posts in front of all others; every index grows by how many those were, which is returned.
  // They have no page to be asked for again, so they are never dropped.
  std::uint32_t prepend(std::vector<model::Post> posts);

  // Gives an earlier page its posts back, by id; posts that the server no longer has stay missing.
  void refill_page(PageIndex page, std::vector<model::Post> posts);

  // Drops whole pages of posts far from `around` until at most kMaxWholePosts are whole.
  void evict(EntryIndex around);

  [[nodiscard]] std::size_t size() const { return entries_.size(); }
  [[nodiscard]] const std::string& id(EntryIndex entry) const { return entries_[entry].id; }
  // Null when it was dropped.
  [[nodiscard]] const model::Post* post(EntryIndex entry) const {
    return entries_[entry].post.get();
  }
  [[nodiscard]] PageIndex page_of(EntryIndex entry) const { return entries_[entry].page; }
  [[nodiscard]] const Page& page(PageIndex page) const { return pages_[page]; }
  [[nodiscard]] std::optional<EntryIndex> find(std::string_view id) const;
  [[nodiscard]] std::size_t whole_posts() const { return whole_; }

 private:
  struct Entry {
    std::string id;
    std::unique_ptr<model::Post> post;
    PageIndex page = 0;
  };
  std::vector<Entry> entries_;
  std::vector<Page> pages_;
  std::unordered_map<std::uint64_t, EntryIndex> by_id_;  // by a 64-bit hash of the id
  std::size_t whole_ = 0;
};

}  // namespace feed
