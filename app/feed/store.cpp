#include "feed/store.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <utility>

namespace feed {
namespace {

// FNV-1a, 64 bit. Two ids of a million collide with a chance of 1 in 37 million; `find` compares.
std::uint64_t hash_id(std::string_view id) {
  std::uint64_t hash = 14695981039346656037u;
  for (const char c : id) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  return hash;
}

}  // namespace

void Store::clear() {
  entries_.clear();
  pages_.clear();
  by_id_.clear();
  whole_ = 0;
}

std::uint32_t Store::append_page(std::string url, std::vector<model::Post> posts) {
  const auto page = static_cast<PageIndex>(pages_.size());
  const auto first = static_cast<EntryIndex>(entries_.size());
  for (model::Post& post : posts) {
    const auto entry = static_cast<EntryIndex>(entries_.size());
    if (!by_id_.try_emplace(hash_id(post.id), entry).second) continue;
    entries_.push_back({post.id, std::make_unique<model::Post>(std::move(post)), page});
    ++whole_;
  }
  const auto count = static_cast<std::uint32_t>(entries_.size() - first);
  pages_.push_back({std::move(url), first, count, true});
  return count;
}

std::uint32_t Store::prepend(std::vector<model::Post> posts) {
  std::vector<Entry> fresh;
  for (model::Post& post : posts) {
    if (!by_id_.try_emplace(hash_id(post.id), 0).second) continue;
    fresh.push_back({post.id, std::make_unique<model::Post>(std::move(post)), 0});
  }
  const auto count = static_cast<std::uint32_t>(fresh.size());
  whole_ += count;
  for (Page& page : pages_) page.first += count;
  for (Entry& entry : entries_) ++entry.page;
  pages_.insert(pages_.begin(), Page{"", 0, count, true});
  entries_.insert(entries_.begin(), std::make_move_iterator(fresh.begin()),
                  std::make_move_iterator(fresh.end()));
  for (EntryIndex e = 0; e < entries_.size(); ++e) by_id_[hash_id(entries_[e].id)] = e;
  return count;
}

void Store::refill_page(PageIndex page, std::vector<model::Post> posts) {
  if (page >= pages_.size()) return;
  Page& refilled = pages_[page];
  for (model::Post& post : posts) {
    const std::optional<EntryIndex> entry = find(post.id);
    if (!entry || entries_[*entry].page != page || entries_[*entry].post) continue;
    entries_[*entry].post = std::make_unique<model::Post>(std::move(post));
    ++whole_;
  }
  refilled.whole = true;
}

void Store::evict(EntryIndex around) {
  if (whole_ <= kMaxWholePosts) return;
  std::vector<PageIndex> whole_pages;
  for (PageIndex p = 0; p < pages_.size(); ++p) {
    if (pages_[p].whole && pages_[p].count > 0 && !pages_[p].url.empty()) whole_pages.push_back(p);
  }
  const auto distance = [&](PageIndex p) {
    const std::int64_t middle = pages_[p].first + pages_[p].count / 2;
    return std::abs(middle - static_cast<std::int64_t>(around));
  };
  std::sort(whole_pages.begin(), whole_pages.end(),
            [&](PageIndex a, PageIndex b) { return distance(a) > distance(b); });
  for (const PageIndex p : whole_pages) {
    // Some slack below the limit, so that this is not done again for every page that arrives.
    if (whole_ <= kMaxWholePosts * 3 / 4) break;
    Page& dropped = pages_[p];
    for (EntryIndex e = dropped.first; e < dropped.first + dropped.count; ++e) {
      if (entries_[e].post) --whole_;
      entries_[e].post.reset();
    }
    dropped.whole = false;
  }
}

std::optional<EntryIndex> Store::find(std::string_view id) const {
  const auto found = by_id_.find(hash_id(id));
  if (found == by_id_.end() || entries_[found->second].id != id) return std::nullopt;
  return found->second;
}

}  // namespace feed
