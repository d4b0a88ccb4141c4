#include "demo/instance.h"

#include <algorithm>
#include <string_view>

namespace demo {
namespace {

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

void write_words(JsonWriter& json, std::string_view language, std::string_view said,
                 std::string_view hint) {
  json.object(language);
  json.text("text", said);
  json.text("hint", hint);
  json.end();
}

void write_rules(JsonWriter& json) {
  json.list("rules");
  int id = 1;
  for (const Rule& rule : kRules) {
    json.object();
    json.text("id", std::to_string(id++));
    json.text("text", rule.text);
    json.text("hint", rule.hint);
    json.object("translations");
    write_words(json, "en", rule.text, rule.hint);
    write_words(json, "zh-CN", rule.text_zh, rule.hint_zh);
    json.end();
    json.end();
  }
  json.end();
}

// The languages of the posts, most written first.
void write_languages(JsonWriter& json, const Community& community) {
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
  json.list("languages");
  for (const auto& [count, language] : counts) json.text({}, language);
  json.end();
}

void write_common(JsonWriter& json, const Community& community) {
  json.text("title", kTitle);
  json.text("version", "4.4.0 (compatible; Crossfeed)");
  json.text("description", kDescription);
  write_languages(json, community);
  write_rules(json);
}

}  // namespace

void write_instance(JsonWriter& json, const Community& community) {
  json.object();
  json.text("domain", "crossfeed.example");
  write_common(json, community);
  json.raw("usage",
           "{\"users\":{\"active_month\":" + std::to_string(community.people.size()) + "}}");
  json.raw(
      "configuration",
      R"({"statuses":{"max_characters":5000,"max_media_attachments":9},"translation":{"enabled":true},)"
      R"("timelines_access":{"live_feeds":{"local":"public","remote":"public"},)"
      R"("hashtag_feeds":{"local":"public","remote":"public"}}})");
  json.raw("registrations", R"({"enabled":false})");
  json.end();
}

void write_instance_v1(JsonWriter& json, const Community& community) {
  json.object();
  json.text("uri", "crossfeed.example");
  json.text("short_description", kDescription);
  write_common(json, community);
  json.object("stats");
  json.whole("user_count", static_cast<std::int64_t>(community.people.size()));
  json.whole("status_count", static_cast<std::int64_t>(community.posts.size()));
  json.whole("domain_count", 1);
  json.end();
  json.flag("registrations", false);
  json.end();
}

}  // namespace demo
