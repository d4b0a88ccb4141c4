// The engine of translation: wishes in, requests out, replies in, outcomes out. A state machine
// without clock, network or storage: time is an argument, requests are values. No text is asked for
// twice, whichever posts it stands in; what is on the screen goes first; a wish that is dropped
// before its request was sent costs nothing. A service that fails, slows or lies is left for the
// next of the chain, and the reader is told once. Not for judging a translation's quality: that is
// for who shows it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/lru.h"
#include "model/rich_text.h"
#include "ports/browser_translate.h"
#include "translate/cache.h"
#include "translate/codes.h"
#include "translate/guard.h"
#include "translate/mastodon.h"
#include "translate/service.h"

namespace translate {

// Ids of this engine's requests, so that they never meet those of others.
inline constexpr ports::RequestId kFirstTranslateId = 1u << 30;
inline constexpr std::size_t kMostWishes = 600;  // ten screens of cards with all their parts

enum class Urgency : std::uint8_t { Asked, Visible, Near };  // by the reader; on the screen; ahead

struct Wish {
  std::string key;  // the caller's name for the place that the translation is for
  model::RichText text;
  std::vector<Range> untouched;  // passages that stay as they are
  Pair pair;
  Urgency urgency = Urgency::Visible;
  StatusRef status;
};

struct Outcome {
  std::string key;
  Pair pair;
  std::string service;       // for the label: "Apertium (host)"; empty with an error
  model::RichText text;      // the translation
  bool by_segments = false;  // marks were damaged: words between tokens were translated apart
  bool from_cache = false;   // without any request
  std::optional<TranslateError> error;  // of the last service that was tried
};

struct EngineStep {
  std::vector<ports::HttpRequest> requests;
  std::vector<ports::BrowserTranslate> browser;
  std::vector<Outcome> outcomes;
  std::vector<TranslateError> notices;  // for the reader, each failure once
  double wake_in_ms = -1;               // step again then; negative: when something comes in
};

struct Tally {
  std::int64_t requests = 0;
  std::int64_t texts = 0;
  std::int64_t characters = 0;  // code points sent
  std::int64_t tokens = 0;      // as a chat endpoint counted them
  std::int64_t cached = 0;      // texts that needed no request
  std::int64_t failures = 0;
};

struct EngineHooks {
  // A server's HTML into text, for Mastodon's translations; the original tells emoji and mentions.
  model::RichText (*read_html)(std::string_view html, const model::RichText& original) = nullptr;
  // Whether an answer is none: an error sent as text, the same text again, emoji alone.
  bool (*is_bogus)(std::string_view sent, std::string_view answer, const Pair& pair) = nullptr;
};

class Engine {
 public:
  explicit Engine(EngineHooks hooks = {}) : hooks_(hooks) {}

  // Forgets what is known of services and what was asked for; the cache and the wishes stay.
  void set_services(std::vector<Service> services);
  [[nodiscard]] const std::vector<Service>& services() const { return services_; }

  void want(Wish wish);  // an equal one that is there already only changes its urgency
  void drop(std::string_view key);
  void drop_all() { jobs_.clear(); }
  // Nothing is wished for and nothing is under way.
  [[nodiscard]] bool idle() const { return jobs_.empty() && flights_.empty(); }
  [[nodiscard]] bool wants(std::string_view key) const;

  // The reader pressed the button of a NeedsGesture notice; within the same event of input.
  void allow_download(const Pair& pair);

  EngineStep step(std::int64_t now_ms);

  // False when the id is none of this engine's.
  bool take(const ports::HttpReply& reply, std::int64_t now_ms);
  bool take(const ports::BrowserTranslated& reply, std::int64_t now_ms);

  Cache& cache() { return cache_; }
  [[nodiscard]] const Cache& cache() const { return cache_; }
  [[nodiscard]] const Tally& tally(std::size_t service) const { return states_[service].tally; }

 private:
  struct UnitState {
    std::vector<std::string> asks;  // one marked text, or the segments
    bool segmented = false;
  };
  struct Job {
    Wish wish;
    std::uint64_t order = 0;
    std::int64_t since_ms = 0;  // of its first step; 0: none yet
    int service = -1;           // prepared for; -1: for none
    std::uint32_t refused = 0;  // a bit for each service that could not
    std::vector<Unit> units;
    std::vector<UnitState> states;
    bool by_segments = false;
    bool asked_for = false;  // a request was needed
    std::optional<TranslateError> error;
  };
  struct ServiceState {
    enum class List : std::uint8_t { Unasked, Asked, Known } list = List::Unasked;
    PairList listed;
    int failures = 0;  // in a row
    int lies = 0;      // in a row
    int in_flight = 0;
    std::int64_t rests_until_ms = 0;
    bool given_up = false;  // until rests_until_ms; 0: for good
    bool told = false;
    std::optional<TranslateError> error;
    Tally tally;
  };
  struct Flight {
    enum class Kind : std::uint8_t { Pairs, Batch, Status } kind = Kind::Batch;
    std::size_t service = 0;
    Batch batch;
    Pair pair;
    StatusRef status;
  };
  struct Draft {  // a batch that is being filled
    std::size_t service = 0;
    Codes codes;
    Pair pair;
    std::vector<std::string> texts;
    std::size_t characters = 0;
    bool complete = false;  // takes no more
    Urgency urgency = Urgency::Near;
    std::int64_t since_ms = 0;
  };
  enum class Progress : std::uint8_t { Done, Waiting, Refused };
  enum class Use : std::uint8_t { Ready, Loading, Resting, No };

  // engine.cpp: wishes to outcomes.
  void run_jobs(std::int64_t now_ms, EngineStep& step, std::vector<Draft>& drafts);
  bool finish_from_cache(Job& job, std::int64_t now_ms, EngineStep& step);
  bool run_job(Job& job, std::int64_t now_ms, EngineStep& step, std::vector<Draft>& drafts);
  Progress try_fill(Job& job, int service, std::vector<std::string>& missing, model::RichText& out);
  void finish(const Job& job, model::RichText text, EngineStep& step);
  [[nodiscard]] bool spares(const Job& job, std::size_t service) const;
  Use use_of(const Job& job, std::size_t service, std::int64_t now_ms,
             std::optional<TranslateError>& why);
  int choose_service(Job& job, std::int64_t now_ms, Use& use);
  void prepare(Job& job, int service);
  void refuse(Job& job, TranslateError error);
  Progress fill(Job& job, std::vector<std::string>& missing, model::RichText& out);
  Progress fill_unit(Job& job, std::size_t at, std::vector<std::string>& missing, Pieces& pieces);
  Progress fill_status(Job& job, std::vector<std::string>& missing, model::RichText& out);
  const std::string* known(const Job& job, const std::string& text);
  std::optional<TranslateError> refusal(const Job& job, const std::string& text);

  // dispatch.cpp: missing texts to requests.
  void draft(const Job& job, const std::vector<std::string>& missing, std::vector<Draft>& drafts);
  void send(std::vector<Draft>& drafts, std::int64_t now_ms, EngineStep& step);
  void send_draft(Draft& draft, EngineStep& step);
  void send_status(const Job& job, EngineStep& step);
  void ask_pairs(std::size_t service, EngineStep& step);
  void set_wake(std::int64_t now_ms, EngineStep& step) const;

  // replies.cpp: replies to knowledge.
  void take_answers(const Flight& flight, Answers answers, std::int64_t now_ms);
  void take_status(const Flight& flight, const ports::HttpReply& reply, std::int64_t now_ms);
  void fail(const Flight& flight, const TranslateError& error, std::int64_t now_ms);
  void fail_service(std::size_t service, const TranslateError& error, std::int64_t now_ms);
  void succeed(std::size_t service);

  [[nodiscard]] std::string ask_key(std::size_t service, const Pair& pair,
                                    std::string_view text) const;
  [[nodiscard]] std::string pair_key(std::size_t service, const Pair& pair,
                                     std::string_view server) const;
  [[nodiscard]] CacheKey cache_key(std::size_t service, const Pair& pair,
                                   const std::string& text) const;
  static std::string status_key(const StatusRef& status, const Pair& pair);

  EngineHooks hooks_;
  std::vector<Service> services_;
  std::vector<ServiceState> states_;
  std::vector<Job> jobs_;
  Cache cache_;
  std::unordered_map<ports::RequestId, Flight> flights_;
  std::unordered_set<std::string> asked_;                    // ask keys under way
  std::unordered_map<std::string, std::string> fresh_;       // answers for the next step
  std::unordered_map<std::string, TranslateError> refused_;  // ask keys that a service cannot do
  std::unordered_set<std::string> alone_;                    // ask keys that spoil batches
  std::unordered_map<std::string, TranslateError> unknown_pairs_;
  std::unordered_set<std::string> allowed_;  // pairs that may be downloaded
  base::Lru<std::string, StatusTranslation> statuses_{64};
  std::vector<TranslateError> notices_;
  ports::RequestId next_id_ = kFirstTranslateId;
  std::uint64_t next_order_ = 1;
};

}  // namespace translate
