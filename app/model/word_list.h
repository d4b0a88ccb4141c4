// Every text of the interface, by the name that code calls it: the name of a text in
// assets/strings/*.json is the same with a small first letter. What one says stands in en.json.
#pragma once

#include <cstddef>
#include <cstdint>

namespace model {

// clang-format off
#define CROSSFEED_WORDS(X) \
  X(ForYou) X(Local) X(Trending) X(Home) X(Topics) X(Languages) X(About) X(LanguageMix) \
  X(AboutPlace) X(Source) X(Navigation) X(Feeds) X(Feed) X(Post) X(ToTop) X(OtherLanguages) \
  X(NoTopics) X(PlaceLocal) X(PlaceTrending) X(Close) X(Open) X(Show) X(Dismiss) X(TryAgain) \
  X(TryingAgain) X(LoadingPosts) X(LoadingPost) X(LoadingComments) X(ReloadComments) \
  X(NoComments) X(NothingHere) X(NothingHereWhy) X(SeenAll) X(PullDown) X(PullLetGo) \
  X(PullLooking) X(NoNewPosts) X(NewPill) X(NewPillName) X(NewPosts) X(Offline) X(NowOffline) \
  X(BackOnline) X(DemoUnreadable) X(Likes) X(Comments) X(ShowReplies) X(ShowPost) \
  X(BoostedBy) X(Edited) X(SensitivePicture) X(SensitivePost) X(TapToShow) X(Live) \
  X(LiveWith) X(Video) X(Audio) X(NoDescription) X(Picture) X(Enlarge) X(Play) \
  X(ClosePicture) X(PreviousPicture) X(NextPicture) X(ZoomIn) X(ZoomOut) X(Keys) X(CloseKeys) \
  X(KeyNextPost) X(KeyNeighbour) X(KeyOpen) X(KeyClose) X(KeyScreen) X(KeyEnds) X(KeyNew) \
  X(KeyZoom) X(KeyList) X(Percent) X(AgeNow) X(AgeMinutes) X(AgeHours) X(AgeDays) X(Date) \
  X(DateWithYear) X(Moment) X(MonthsShort) X(Months) X(Lab) X(OpenLab) X(CloseLab) \
  X(LabLayout) X(LabUndo) X(LabReset) X(LabOnlyChanged) X(LabOnlyChangedName) X(LabExport) \
  X(LabExportName) X(LabImport) X(LabImportName) X(LabLink) X(LabLinkName) X(LabUp) \
  X(LabDown) X(LabShowPart) X(LabMoveUp) X(LabMoveDown) X(LabParts) X(LabLight) X(LabDark) \
  X(LabNothingChanged) X(LabOnePart) X(LabNothingToUndo) X(LabAsShipped) X(LabSaved) \
  X(LabLinkCopied) X(LabNoNumber) X(LabNoColour) X(LabFile) X(LabThisLayout) X(LabLayoutAt) \
  X(LabInUse) X(LabSame) X(LabDiffers) X(LabRefused) X(LabShippedStays) X(LabUsedStays) \
  X(LabShippedUsed) X(LabCannotUnpack) X(LabUnknown) X(LabStatus) X(LabNotLoaded) \
  X(AddressIgnored) X(ExpectLanguage) X(ExpectUi) X(ExpectTheme) X(ExpectSwitch) \
  X(ExpectTime) X(ExpectScale) X(AddressNotYet) X(AddressUnknown) X(AddressTooLong) \
  X(AddressNoPlace) X(SourceUnknown) X(SourceNoServer) X(SourceLater) X(SourceQuery) \
  X(SourceFirstOnly) X(DemoParameter) X(DemoRange) X(ServiceUnknown) X(ServiceNeedsAddress) \
  X(ServiceQuery) X(ServiceKeyTaken) X(ServiceOnlyFirst) X(EmbeddedCommunity) X(ThisServer) \
  X(FailedPosts) X(FailedPost) X(FailedComments) X(FailedAccount) X(FailedServer) \
  X(FailedSearch) X(FailedTags) X(WhyUnreachable) X(WhyOffline) X(WhyTimeout) X(WhyTooLarge) \
  X(WhyBadAddress) X(WhyMembersThis) X(WhyMembersPosts) X(WhyForbidden) X(WhyNoPost) \
  X(WhyNoAccount) X(WhyNoList) X(WhyDeleted) X(WhyBusy) X(WhyServerDown) X(WhyStatus) \
  X(WhyNotJson) X(WhyTruncated) X(WhyWrongShape) X(WithStatus) X(NextChoose) X(NextRetry) \
  X(NextCheck) X(NextOnline) X(NextOwnServer) X(NextOtherTag) X(NextBack) X(NextSeconds) \
  X(NextMinutes) X(TheService) X(NotTranslated) X(ServiceUnreachable) X(ServiceTimeout) \
  X(ServiceTooLarge) X(ServiceNeedsKey) X(ServiceRefused) X(ServiceNotFound) X(ServiceBusy) \
  X(ServiceQuotaSpent) X(ServiceDown) X(ServiceStatus) X(ServiceWrongShape) X(NoTranslator) \
  X(ServiceLies) X(NeedsGesture) X(PairUnknown) X(PairBroken) X(NeedsSource) X(TextUnknown) \
  X(PostNotFromServer) X(PostNotTranslated) X(TextTooLong) X(NoTranslation) X(TokensLost) \
  X(NoService) X(NextLater) X(NextChooseService) X(NextOtherService) X(NextOriginal) \
  X(NextEnterKey) X(NextWaitPeriod) X(NextPress) X(NextSetUp) X(ReasonPinyinInitials) \
  X(ReasonNumberHomophones) X(ReasonHomophones) X(ReasonTakenApart) X(ReasonMartian) \
  X(ReasonPinyin) X(ReasonHomoglyphs) X(ReasonLeet) X(ReasonInvisible) X(ReasonSpacedOut) \
  X(ReasonEmojiForWords) X(ReasonReversed) X(ReasonUpsideDown) X(ReasonStyledLetters) \
  X(ReasonZhuyinKana) X(ReasonVowelDropping) X(ReasonChatAlphabet) X(ReasonStretched) \
  X(ReasonSignals) X(ReasonNoWords) X(ReasonUnknownLanguage) X(ReasonEmptyAnswer) \
  X(ReasonServiceError) X(ReasonSameText) X(ReasonWrongScript) X(ReasonEmojiOnly) \
  X(ReasonTooShort) X(ReasonTooLong) X(ReasonRepetition) X(ReasonPlaceholdersLeft) \
  X(ReasonTokensLost) X(ReasonCutShort) X(ReasonNumbersChanged) X(ReasonRoundTrip) \
  X(WithDetail) X(Translate) X(ShowOriginal) X(Translating) X(VerdictGood) X(VerdictCheck) \
  X(VerdictCannot) X(WrittenToFail) X(NotTrusted) X(KeyTranslate) X(Translation) \
  X(NothingTranslates) X(TranslateAll) X(CheckBack) X(TranslatedInto) X(KeptTexts) X(Clear) \
  X(ClearTranslations) X(ExportTranslations) X(TranslationsCleared) X(ExpectAuto) X(ExpectCheck) \
  X(ExpectFonts) X(ExpectSpacing) X(EmbeddedTranslator) X(OwnServer) X(ThisBrowser) \
  X(ReadBelow) X(ReadTranslation) X(ReadParagraphs) X(ReadSentences) X(TranslateSentence) \
  X(HideSentence) X(Listen) X(ListenSlowly) X(SavePhrase) X(PhraseSaved) X(NoVoice) X(NoPinyin) \
  X(SavedPhrases) X(ExportPhrases) X(PhrasesFull) X(TranslateFrom) X(ChoiceAsk) X(ChoiceAlways) \
  X(ChoiceNever) X(CharactersSent) X(TokensCounted) X(SlangNote) X(ExpectReading) \
  X(EnterKey) X(KeyField) X(KeepKey) X(ForgetKey) X(KeyKept) X(KeyForgotten)
// clang-format on

enum class Word : std::uint16_t {
#define X(id) id,
  CROSSFEED_WORDS(X)
#undef X
      Count
};

inline constexpr std::size_t kWordCount = static_cast<std::size_t>(Word::Count);

}  // namespace model
