#include "demo/pages.h"

#include <algorithm>
#include <charconv>

#include "demo/render.h"

namespace demo {
namespace {

using base::QueryValues;

constexpr std::int64_t kPage = 20;
constexpr std::int64_t kLargestPage = 40;

std::int64_t limit_of(const QueryValues& query) {
  return number_in(query, "limit", kPage, 1, kLargestPage);
}

bool chosen(const Choice& choice, const Entry& post) {
  if (choice.only_media && post.pictures.empty()) return false;
  if (choice.person >= 0 && static_cast<int>(post.by) != choice.person) return false;
  if (choice.tag.empty()) return true;
  return std::any_of(post.tags.begin(), post.tags.end(),
                     [&](const std::string& tag) { return folded(tag) == choice.tag; });
}

// The posts of the community that are chosen; every round shows the same ones.
std::vector<char> chosen_posts(const Timeline& timeline, const Choice& choice) {
  const std::vector<Entry>& posts = timeline.community().posts;
  std::vector<char> picked(posts.size());
  for (std::size_t i = 0; i < posts.size(); ++i)
    picked[i] = !choice.nothing && chosen(choice, posts[i]);
  return picked;
}

std::string page_address(std::string_view path, QueryValues query, std::string_view name,
                         const std::string& value) {
  std::erase_if(query, [](const auto& pair) {
    return pair.first == "max_id" || pair.first == "min_id" || pair.first == "since_id" ||
           pair.first == "offset";
  });
  query.emplace_back(name, value);
  return "demo:" + std::string(path) + '?' + base::write_query(query);
}

// Walks from index to index while any is chosen; at most a round per post wanted.
class Walker {
 public:
  Walker(const Timeline& timeline, const std::vector<char>& picked)
      : timeline_(timeline),
        picked_(picked),
        any_(std::count(picked.begin(), picked.end(), 1) > 0) {}

  std::vector<std::int64_t> collect(std::int64_t from, std::int64_t step, std::int64_t stop_at,
                                    std::int64_t limit) const {
    std::vector<std::int64_t> found;
    if (!any_) return found;
    for (std::int64_t i = from; i != stop_at && i >= 0 && i < timeline_.length(); i += step) {
      if (picked_[timeline_.post_at(i)] == 0) continue;
      found.push_back(i);
      if (static_cast<std::int64_t>(found.size()) == limit) break;
    }
    return found;
  }

 private:
  const Timeline& timeline_;
  const std::vector<char>& picked_;
  bool any_;
};

void write_statuses(JsonWriter& json, const Timeline& timeline,
                    const std::vector<std::int64_t>& indices, std::int64_t now_ms) {
  json.list();
  for (const std::int64_t index : indices) write_status(json, timeline, {index, -1}, now_ms);
  json.end();
}

bool mentions(const std::string& text, const std::string& wanted) {
  return folded(plain_of(text)).find(wanted) != std::string::npos;
}

std::int64_t first_index_of(const Timeline& timeline, std::size_t post) {
  const auto index = static_cast<std::int64_t>(post);
  return index < timeline.length() ? index : -1;
}

}  // namespace

std::int64_t number_in(const QueryValues& query, std::string_view name, std::int64_t fallback,
                       std::int64_t least, std::int64_t most) {
  const std::string_view text = base::query_value(query, name);
  std::int64_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec == std::errc::result_out_of_range) return most;
  return read.ec == std::errc() && !text.empty() ? std::clamp(value, least, most) : fallback;
}

// max_id: older; since_id: the newest that are newer; min_id: those directly above. `fresh` holds
// posts back from a first page, so that they can arrive as new ones.
std::string write_timeline(JsonWriter& json, const Timeline& timeline, const Choice& choice,
                           const QueryValues& query, std::string_view path, std::int64_t now_ms) {
  const std::int64_t limit = limit_of(query);
  const std::vector<char> picked = chosen_posts(timeline, choice);
  const Walker walker(timeline, picked);
  const auto below = Timeline::index_below(base::query_value(query, "max_id"));
  const auto above_min = Timeline::index_above(base::query_value(query, "min_id"));
  const auto above_since = Timeline::index_above(base::query_value(query, "since_id"));
  std::vector<std::int64_t> indices;
  if (above_min) {
    const std::int64_t from = std::min(*above_min, timeline.length() - 1);
    indices = walker.collect(from, -1, below ? *below - 1 : -1, limit);
    std::reverse(indices.begin(), indices.end());
  } else {
    const std::int64_t fresh = above_since ? 0 : number_in(query, "fresh", 0, 0, 1000);
    indices = walker.collect(below ? *below : fresh, 1,
                             above_since ? *above_since + 1 : timeline.length(), limit);
  }
  write_statuses(json, timeline, indices, now_ms);
  std::string link;
  if (indices.empty()) return link;
  const std::string first = Timeline::id_of({indices.front(), -1});
  const std::string last = Timeline::id_of({indices.back(), -1});
  if (!walker.collect(indices.back() + 1, 1, timeline.length(), 1).empty()) {
    link = '<' + page_address(path, query, "max_id", last) + ">; rel=\"next\", ";
  }
  return link + '<' + page_address(path, query, "min_id", first) + ">; rel=\"prev\"";
}

std::string write_trending(JsonWriter& json, const Timeline& timeline, const QueryValues& query,
                           std::string_view path, std::int64_t now_ms) {
  const std::vector<std::size_t>& ranked = timeline.community().by_likes;
  const auto count = static_cast<std::int64_t>(ranked.size());
  const std::int64_t offset = number_in(query, "offset", 0, 0, count);
  const std::int64_t end = std::min(count, offset + limit_of(query));
  std::vector<std::int64_t> indices;
  for (std::int64_t i = offset; i < end; ++i) {
    const std::int64_t index = first_index_of(timeline, ranked[static_cast<std::size_t>(i)]);
    if (index >= 0) indices.push_back(index);
  }
  write_statuses(json, timeline, indices, now_ms);
  if (end >= count) return {};
  return '<' + page_address(path, query, "offset", std::to_string(end)) + ">; rel=\"next\"";
}

void write_trending_tags(JsonWriter& json, const Community& community, const QueryValues& query,
                         std::int64_t now_ms) {
  const auto count = static_cast<std::int64_t>(community.tags.size());
  const std::int64_t offset = number_in(query, "offset", 0, 0, count);
  const std::int64_t end = std::min(count, offset + number_in(query, "limit", 10, 1, kPage));
  json.list();
  for (std::int64_t i = offset; i < end; ++i) {
    const auto& [name, uses] = community.tags[static_cast<std::size_t>(i)];
    write_tag(json, name, uses, now_ms);
  }
  json.end();
}

void write_context(JsonWriter& json, const Timeline& timeline, Spot spot, std::int64_t now_ms) {
  const std::vector<Entry>& comments = timeline.entry({spot.index, -1}).comments;
  std::vector<int> chain;
  if (spot.comment >= 0) {
    for (int at = timeline.entry(spot).parent; at >= 0;
         at = comments[static_cast<std::size_t>(at)].parent) {
      chain.push_back(at);
    }
    chain.push_back(-1);
  }
  json.object();
  json.list("ancestors");
  for (auto it = chain.rbegin(); it != chain.rend(); ++it)
    write_status(json, timeline, {spot.index, *it}, now_ms);
  json.end();
  json.list("descendants");
  std::vector<char> below(comments.size());
  for (std::size_t i = 0; i < comments.size(); ++i) {
    const int parent = comments[i].parent;
    below[i] =
        parent == spot.comment || (parent >= 0 && below[static_cast<std::size_t>(parent)] != 0);
    if (below[i] == 0) continue;
    write_status(json, timeline, {spot.index, static_cast<int>(i)}, now_ms);
  }
  json.end();
  json.end();
}

void write_search(JsonWriter& json, const Timeline& timeline, const QueryValues& query,
                  std::int64_t now_ms) {
  const Community& community = timeline.community();
  const std::string_view asked = base::query_value(query, "q");
  const bool tag_only = asked.starts_with('#');
  const std::string wanted = folded(asked.substr(tag_only || asked.starts_with('@') ? 1 : 0));
  const std::string_view type = base::query_value(query, "type");
  const std::int64_t limit = limit_of(query);
  std::int64_t skip = number_in(query, "offset", 0, 0, 100'000);
  const auto asks_for = [&](std::string_view kind) {
    return !wanted.empty() && (type.empty() || type == kind);
  };
  // Counts what is found; true while the page has room.
  std::int64_t found = 0;
  const auto take = [&](bool fits) { return fits && found < limit && ++found > 0; };

  json.object();
  json.list("accounts");
  for (std::size_t i = 0; asks_for("accounts") && !tag_only && i < community.people.size(); ++i) {
    const Person& person = community.people[i];
    if (take(mentions(person.name, wanted) || mentions(person.acct, wanted)))
      write_account(json, {}, community, i);
  }
  json.end();
  json.list("statuses");
  found = 0;
  for (std::size_t i = 0; asks_for("statuses") && i < community.posts.size() && found < limit;
       ++i) {
    const Entry& post = community.posts[i];
    const std::int64_t index = first_index_of(timeline, i);
    if (index < 0) break;
    const bool fits = tag_only ? chosen({wanted, -1, false, false}, post)
                               : mentions(post.words.title, wanted) ||
                                     mentions(post.words.text, wanted) ||
                                     mentions(community.people[post.by].name, wanted);
    if (fits && skip > 0) {
      --skip;
    } else if (take(fits)) {
      write_status(json, timeline, {index, -1}, now_ms);
    }
  }
  json.end();
  json.list("hashtags");
  found = 0;
  for (const auto& [name, uses] : community.tags) {
    if (asks_for("hashtags") && take(mentions(name, wanted))) write_tag(json, name, uses, now_ms);
  }
  json.end();
  json.end();
}

}  // namespace demo
