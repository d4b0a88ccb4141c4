#include "demo/instance.h"

#include <algorithm>
#include <string_view>

namespace demo {
namespace {

using base::Json;

Json text(std::string_view value) { return Json::string(std::string(value)); }

constexpr std::string_view kTitle = "Crossfeed community";
constexpr std::string_view kDescription =
    "A small community that lives inside Crossfeed: people who woke up one morning in each other's "
    "feeds, and stayed. "
    "All of it was written for this project; it works without a network.";

struct Rule {
  std::string_view text;
  std::string_view hint;
  std::string_view text_zh;
  std::string_view hint_zh;
};

constexpr Rule kRules[] = {
    {"Everybody was new once.", "Explain the joke. Nobody is a native of the internet.",
     "谁都当过新人。", "把梗讲给别人听。互联网上没有真正的原住民。"},
    {"Write in the language you dream in.",
     "There is a translate button; nobody owes you English, or Chinese.", "用你做梦的语言来写。",
     "有翻译按钮呢；没有人欠你一句英文，或一句中文。"},
    {"Read a translation with a grain of salt.",
     "If it sounds rude, it may be the machine. Ask before you answer.", "译文别全信。",
     "要是听着刺耳，可能是机器的锅。先问一句再回。"},
    {"Describe your pictures.", "Somebody listens to the feed instead of looking at it.",
     "给图片写说明。", "有人不是看，而是在听这些内容。"},
    {"Warn before spoilers, needles and very close spiders.",
     "Hidden behind a tap is not forbidden.", "剧透、打针、特写蜘蛛，请先打个招呼。",
     "折叠起来不等于不许发。"},
    {"Cats may be posted at any hour.", "Dogs as well. Capybaras by popular demand.",
     "任何时间都可以发猫。", "狗也行。应大家要求，水豚也行。"},
};

Json rules_json() {
  Json rules = Json::array();
  int id = 1;
  for (const Rule& rule : kRules) {
    const auto words = [](std::string_view said, std::string_view hint) {
      return Json::object({{"text", text(said)}, {"hint", text(hint)}});
    };
    Json translations = Json::object(
        {{"en", words(rule.text, rule.hint)}, {"zh-CN", words(rule.text_zh, rule.hint_zh)}});
    rules.push(Json::object({{"id", text(std::to_string(id++))},
                             {"text", text(rule.text)},
                             {"hint", text(rule.hint)},
                             {"translations", std::move(translations)}}));
  }
  return rules;
}

// The languages of the posts, most written first.
Json languages_json(const Community& community) {
  std::vector<std::pair<int, std::string>> counts;
  for (const Entry& post : community.posts) {
    const auto known = std::find_if(counts.begin(), counts.end(), [&](const auto& count) {
      return count.second == post.language;
    });
    if (known != counts.end()) {
      ++known->first;
    } else {
      counts.emplace_back(1, post.language);
    }
  }
  std::stable_sort(counts.begin(), counts.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  Json languages = Json::array();
  for (const auto& [count, language] : counts) languages.push(text(language));
  return languages;
}

}  // namespace

Json instance_json(const Community& community) {
  Json statuses = Json::object(
      {{"max_characters", Json::number(5000)}, {"max_media_attachments", Json::number(9)}});
  Json access = Json::object({{"local", text("public")}, {"remote", text("public")}});
  Json configuration = Json::object(
      {{"statuses", std::move(statuses)},
       {"translation", Json::object({{"enabled", Json::boolean(true)}})},
       {"timelines_access", Json::object({{"live_feeds", access}, {"hashtag_feeds", access}})}});
  const auto people = static_cast<std::int64_t>(community.people.size());
  return Json::object(
      {{"domain", text("crossfeed.example")},
       {"title", text(kTitle)},
       {"version", text("4.4.0 (compatible; Crossfeed)")},
       {"description", text(kDescription)},
       {"usage",
        Json::object({{"users", Json::object({{"active_month", Json::integer(people)}})}})},
       {"languages", languages_json(community)},
       {"configuration", std::move(configuration)},
       {"registrations", Json::object({{"enabled", Json::boolean(false)}})},
       {"rules", rules_json()}});
}

Json instance_v1_json(const Community& community) {
  Json stats = Json::object(
      {{"user_count", Json::integer(static_cast<std::int64_t>(community.people.size()))},
       {"status_count", Json::integer(static_cast<std::int64_t>(community.posts.size()))},
       {"domain_count", Json::number(1)}});
  return Json::object({{"uri", text("crossfeed.example")},
                       {"title", text(kTitle)},
                       {"short_description", text(kDescription)},
                       {"description", text(kDescription)},
                       {"version", text("4.4.0 (compatible; Crossfeed)")},
                       {"stats", std::move(stats)},
                       {"languages", languages_json(community)},
                       {"registrations", Json::boolean(false)},
                       {"rules", rules_json()}});
}

}  // namespace demo
