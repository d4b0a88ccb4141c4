// The names of the outline's nodes: what a tap, a key and a button have in common. A key is a kind
// and, for those that have one, the id it is about.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace core::keys {

inline constexpr std::string_view kNewer = "newer";
inline constexpr std::string_view kRetry = "retry";
inline constexpr std::string_view kTop = "top";
inline constexpr std::string_view kLab = "lab:toggle";
inline constexpr std::string_view kHelp = "help";
inline constexpr std::string_view kHelpClose = "help:close";
inline constexpr std::string_view kSheetTopics = "sheet:topics";
inline constexpr std::string_view kSheetLanguages = "sheet:languages";
inline constexpr std::string_view kSheetAbout = "sheet:about";
inline constexpr std::string_view kSheetClose = "sheet:close";
inline constexpr std::string_view kAuto = "translate:auto";
inline constexpr std::string_view kCheckBack = "translate:check-back";
inline constexpr std::string_view kTranslationsClear = "translate:clear";
inline constexpr std::string_view kTranslationsSave = "translate:save";
inline constexpr std::string_view kToastClose = "toast:close";
inline constexpr std::string_view kPostClose = "post:close";
inline constexpr std::string_view kPostPrevious = "post:previous";
inline constexpr std::string_view kPostNext = "post:next";
inline constexpr std::string_view kPostMedia = "post:media";
inline constexpr std::string_view kPostPlay = "post:play";
inline constexpr std::string_view kPostReveal = "post:reveal";
inline constexpr std::string_view kPostRetry = "post:retry";
inline constexpr std::string_view kPostLink = "post:link";
inline constexpr std::string_view kZoomClose = "zoom:close";
inline constexpr std::string_view kZoomIn = "zoom:in";
inline constexpr std::string_view kZoomOut = "zoom:out";

inline constexpr std::string_view kPlacePrefix =
    "place:";  // place:public, place:local, place:trending
inline constexpr std::string_view kTopicPrefix = "topic:";    // topic:NAME
inline constexpr std::string_view kCardPrefix = "a:";         // a:ID
inline constexpr std::string_view kRevealPrefix = "reveal:";  // reveal:ID
inline constexpr std::string_view kAuthorPrefix = "author:";  // author:ACCT
inline constexpr std::string_view kCommentPrefix = "c:";      // c:ID
inline constexpr std::string_view kUnfoldPrefix = "unfold:";  // unfold:ID
inline constexpr std::string_view kTranslatePrefix = "tr:";   // tr:ID
inline constexpr std::string_view kReadPrefix = "read:";
inline constexpr std::string_view kReadMode = "read:mode:";    // read:mode:0, a ReadingMode
inline constexpr std::string_view kReadRow = "read:row:";      // read:row:0, a row of the page
inline constexpr std::string_view kReadAloud = "read:aloud:";  // the same
inline constexpr std::string_view kReadSlowly = "read:slowly:";
inline constexpr std::string_view kReadSave = "read:save:";
inline constexpr std::string_view kPhrasesSave = "phrases:save";
inline constexpr std::string_view kChoicePrefix = "choice:";  // choice:TAG
inline constexpr std::string_view kSecretPrefix = "secret:";
inline constexpr std::string_view kSecretEnter = "secret:enter:";  // secret:enter:0, of the chain
inline constexpr std::string_view kSecretField = "secret:field:";
inline constexpr std::string_view kSecretKeep = "secret:keep:";
inline constexpr std::string_view kSecretForget = "secret:forget:";
inline constexpr std::string_view kLabPrefix = "lab:";

inline std::string make(std::string_view prefix, std::string_view id) {
  return std::string(prefix) + std::string(id);
}

// Nodes have keys of their own; one that does the same as another says so behind a bar:
// "a:7/open|a:7".
inline std::string pressing(std::string_view node, std::string_view action) {
  return std::string(node) + "|" + std::string(action);
}
inline std::string_view action_of(std::string_view node) {
  const std::size_t bar = node.rfind('|');
  return bar == std::string_view::npos ? node : node.substr(bar + 1);
}

inline std::optional<std::string_view> id_of(std::string_view key, std::string_view prefix) {
  if (!key.starts_with(prefix)) return std::nullopt;
  return key.substr(prefix.size());
}

}  // namespace core::keys
