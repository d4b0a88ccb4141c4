#include <algorithm>

#include "base/utf8.h"
#include "base/words.h"
#include "model/language_score.h"
#include "model/scripts.h"
#include "translate/tricks.h"

namespace translate {
namespace {

using model::contains;
using model::Script;
using model::script_of;

std::u32string words_of(const Source& source, Script script) {
  std::u32string out;
  for (const char32_t code : source.text) {
    const bool own = script_of(code) == script;
    if (!own && (out.empty() || out.back() == ' ')) continue;
    out += own ? model::lower_letter(code) : U' ';
  }
  return out;
}

// Words that every second Chinese sentence has, the wrong way round.
constexpr std::u32string_view kBackward[] = {
    U"们我", U"们你", U"们他", U"么什", U"么怎",   U"么这", U"样这", U"道知", U"欢喜", U"在现",
    U"天今", U"天明", U"上晚", U"候时", U"有没",   U"是但", U"为因", U"以所", U"后然", U"果如",
    U"得觉", U"起一", U"家大", U"思意", U"题问",   U"译翻", U"正反", U"话句", U"看好", U"以可",
    U"能不", U"要不", U"会不", U"的我", U"的你",   U"的他", U"的们", U"懂不", U"了不", U"友朋",
    U"己自", U"西东", U"点一", U"经已", U"是还",   U"有还", U"都家", U"情事", U"實其", U"實真",
    U"個這", U"個那", U"個一", U"个这", U"个那",   U"懂看", U"見看", U"说别", U"說別", U"道不",
    U"會不", U"譯翻", U"該應", U"该应", U"過不",   U"有沒", U"為因", U"後然", U"嗎好", U"吗好",
    U"來起", U"来起", U"得覺", U"題問", U"在實",   U"在实", U"天昨", U"班上", U"學上", U"学上",
    U"心開", U"心开", U"常非", U"道味", U"實其",   U"关没", U"係關", U"系关", U"間時", U"间时",
    U"話句", U"情心", U"氣天", U"气天", U"年今",   U"們我", U"們你", U"們他", U"麼什", U"麼怎",
    U"麼這", U"樣這", U"歡喜", U"現發", U"時候有",
};
constexpr std::u32string_view kForward[] = {
    U"我们", U"你们", U"他们", U"什么", U"怎么", U"这么", U"这样", U"知道", U"喜欢", U"现在",
    U"今天", U"明天", U"晚上", U"时候", U"没有", U"但是", U"因为", U"所以", U"然后", U"如果",
    U"觉得", U"一起", U"大家", U"意思", U"问题", U"可以", U"不能", U"我的", U"你的", U"自己",
    U"东西", U"一点", U"已经", U"還是", U"还是", U"我們", U"你們", U"什麼", U"怎麼", U"這樣",
};

bool is_blank_or_text(std::u32string_view before) {
  return std::all_of(before.begin(), before.end(),
                     [](char32_t code) { return model::is_blank(code); });
}

Seen see_reversed_han(const Source& source) {
  const std::u32string_view text = source.text;
  int backward = 0;
  int forward = 0;
  std::u32string_view shown;
  for (std::size_t at = 0; at < text.size(); ++at) {
    for (const std::u32string_view word : kBackward) {
      if (!text.substr(at).starts_with(word)) continue;
      ++backward;
      if (shown.empty()) shown = text.substr(at, 6);
    }
    for (const std::u32string_view word : kForward) {
      forward += text.substr(at).starts_with(word) ? 1 : 0;
    }
  }
  // No Chinese sentence begins with a final particle.
  std::size_t first = 0;
  while (first < text.size() && script_of(text[first]) == Script::Other) ++first;
  // Nor with the punctuation that ends one.
  const bool stop = first > 0 && contains(U"。！？，!?", text[first - 1]) && first < text.size() &&
                    is_blank_or_text(text.substr(0, first - 1));
  const bool particle = first < text.size() && contains(U"吗嗎呢吧啊啦了的么嘛哦", text[first]) &&
                        !text.substr(first).starts_with(U"了解") &&
                        !text.substr(first).starts_with(U"吧台") &&
                        !text.substr(first).starts_with(U"的确") &&
                        !text.substr(first).starts_with(U"的士") && first + 3 < text.size() &&
                        script_of(text[first + 1]) == Script::Han && text[first + 1] != text[first];
  if (particle && shown.empty()) shown = text.substr(first, 6);
  if (backward + (particle ? 1 : 0) + (stop ? 1 : 0) < 2 || backward < forward + 1) return {};
  return detail_of(shown);
}

// Ordinary words without a vowel, and abbreviations that machines know.
constexpr std::string_view kVowelless =
    "my by why try fly cry dry sky shy spy hmm mmm shh psst brr pfft mr mrs ms dr st nd rd th tv "
    "pm "
    "am vs km kg cm mm ml gb mb tb hr hrs hz ps pc cd dvd hd nyc dm dms gps html css php sql xml "
    "ssh "
    "http https pdf png jpg gif mp npc rpg fps llm gpt tldr btw brb np nvm wtf lmk tbh imho fwd ty "
    "bc rn gg gn gm bts kpop rhythm lynch myth gym hymn nymph y'all they'd why's sky's try's";

constexpr std::string_view kChatLatin =
    // Arabic
    "ana enta inta enti inti e7na ehna howa heya ya habibi 7abibi habibti kifak kifik shu sho esh "
    "eish leish lesh lih leh fe fi mesh msh mish mo mafi walla wallah yalla inshallah mashallah "
    "3la "
    "3al 3ala 3am 3and 3andi 3ayez 3ayz 3arf 3aref baddi biddi 7aga 7aja aywa aiwa la2 sa7 3adi "
    "kteer "
    "ktir awi awy bokra bukra el elly elli dah da di keda kda kollo kol shwaya shway 7elw 7ilw "
    "a7la "
    "sadi2 zay kaman bas lama ma3lesh ma3leish ahlan sabah el5er massa khair salam 3alaikum "
    "3aleikom ";

struct Transliteration {
  std::string_view name;
  std::string_view words;
};
constexpr Transliteration kTransliterations[] = {
    {"Arabic in Latin letters", kChatLatin},
    {"Russian in Latin letters",
     "ya ty my vy on ona oni eto etot eta ne net da i v na s k po za ot do iz u o kak chto chto-to "
     "kto gde kogda pochemu zachem tak tam tut zdes seychas sejchas segodnya segodnja zavtra "
     "vchera "
     "menya tebya nas vas mne tebe nam vam ego ee ih moy moya tvoy nash vash privet poka spasibo "
     "pozhaluysta pojaluysta horosho khorosho ploho ochen mnogo malo uzhe uje eshe eshche esche "
     "budet budu byl "
     "byla bylo est' est net nado nuzhno mozhno mozhet prosto tolko tol'ko vse vsegda nikogda "
     "nikto nikomu "
     "nichego esli ili dazhe znayu znaju dumayu lyublyu hochu khochu govori govorit pishu ponimayu "
     "ponyal chitat pishet "
     "dom rabota rabotu rabote drug druzya druzja lyudi ludi delat delat' delaet delayu delaesh "
     "zhe bez pro vot nu eti "
     "ves' ves den noch vecher utro utra dela poydem pojdem idem poshli davay davai davaj pishi "
     "skazhi smotri "
     "chitay chitat' perevodchik perevod po-russki russkiy russkom russki bukvami yazyk slovo "
     "slova ponimaet ponimaesh "
     "znaesh znaet khochesh budesh mog mogu mozhesh nam nami imi svoy svoi lubov lyublu lublu "
     "teper' teper "
     "potom snova opyat opyat' voobshche voobsche konechno koneshno blin kstati pravda odin dva "
     "kakoy kakaya takoy "
     "takaya tut-to chego kogo komu o nih nikakoy zavtra vstrecha vstretimsya segodnya sidim zhdem "
     "zhdu doma domoy"},
    {"Hebrew in Latin letters",
     "shalom ma nishma ani ata at lo ken tov tova toda boker laila layla beseder yesh ein gam aval "
     "ze zeh zot "
     "kol haver haverim chaver chaverim ahi achi sababa yalla lehitraot rotze rotza yodea yodaat "
     "lama mi eifo "
     "kama po sham hayom machar mahar etmol od rak kmo im shel et ba bo anachnu hem hen shelcha "
     "sheli lecha "
     "lach li lanu mevin mevina mashehu af ehad achat adam po kan hakol davar bevakasha slicha "
     "motek neshama "
     "chamud lehavin ledaber medaber medabrim kotev kotvim ivrit targum efshar achshav ahshav meod "
     "harbe"},
    {"Greek in Latin letters",
     "kai den einai na tha to ta ti o i oi tin ton tou tis ston stin sto apo me se gia giati pos "
     "pws pou "
     "poso kala kalimera kalispera kalinixta kalhmera kalhspera geia sou mou mas sas tous re file "
     "ela eimai eisai eimaste exo exw exei exeis thelo thelw 8elw 8a thes kano kanw kaneis kanete "
     "kanei "
     "paw pao pame spiti simera shmera avrio aurio xthes tora twra edo edw ekei ola oloi olous "
     "poly polu para ligo allo alla otan an oti auto ayto auta afto afta "
     "katalavainw katalavaino xereis ksereis ksero ksero tipota pali mono efxaristo euxaristo lene "
     "antexw antexo"},
    {"Persian in Latin letters",
     "salam khubi khoobi chetori chikar mikoni mikonam mikone man to ma shoma ina una ke ba az dar "
     "ra "
     "ro ham hast nist hastam nistam hasti bood shod emrooz emruz farda dirooz kheili kheyli dige "
     "chi chera koja kojai key mikham mikhay mikhad midoonam nemidoonam baba dadash azizam "
     "merci mersi khahesh mamnoon khodahafez mishe nemishe bekhoda vaghti faghat hanooz inja unja "
     "harf nazan bezan"},
    {"Hindi or Urdu in Latin letters",
     "kya kyu kyun kyon hai hain ho hoon hu nahi nahin nai haan ji main mein mai tu tum aap hum wo "
     "woh ye yeh mera meri mere tera teri tere uska uski apna apni apne ka ki ke ko se par pe aur "
     "bhi "
     "to toh hi kar karo karta karte karna kare raha rahe rahi tha thi the gaya gayi gaye aaj kal "
     "abhi kab kahan kaise kaisa kaun kuch koi sab bahut bohot acha accha achha theek thik yaar "
     "bhai "
     "dost ghar kaam khana pani shaam subah raat din milte chalo dekho suno bolo baat pata matlab "
     "wala wali waale sirf lekin magar agar phir mujhe tumhe tujhe isko usko kuchh samajh nhi mat "
     "bata"},
    {"Bulgarian in Latin letters",
     "az ti toy tya nie vie te sam sum si sme ste sa ne da i v na s ot do za po kak kakvo koy kude "
     "kade koga zashto mnogo malko dobre leka nosht dobro utro zdravei zdrasti blagodarya mersi "
     "shte nqma niama ima obicham iskam znam sega dnes utre vchera vsichko nishto nyama tova "
     "tazi tozi tuk tam oshte mi mu se go gi ama ili ako"},
    {"Ukrainian in Latin letters",
     "ya ty my vy vin vona vony tse cey ne ni tak i v na z do vid za po yak shcho sho hto khto de "
     "koly "
     "chomu duzhe bahato malo dobre dyakuyu diakuiu pryvit bud laska sohodni zavtra vchora zaraz "
     "tut tam mene tebe meni tobi nas vas bulo bude treba mozhna lyublyu khochu znayu nichoho vse "
     "nikhto dobryi dobryy vechir ranok chy ye svitlo nemaye nemaie duzhe tilky tilki takozh "
     "mozhe skilky skazhy buv bula buly bulo shche vzhe yakshcho zvidky liudy robyty robota "
     "rozumiyu "
     "dumayu meni yomu yikh nash vash"},
};

// звтр вс вхдм н плщдь. Abbreviations in capitals are none.
Seen see_cyrillic_without_vowels(const Source& source) {
  constexpr std::u32string_view kVowels = U"аеёиоуыэюяіїєъөүұәўӣӯӑӗӳӧӱӥ";
  const std::u32string_view text = source.text;
  int letters = 0;
  int words = 0;
  int bare = 0;
  std::u32string_view shown;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    bool vowel = false;
    bool lower = false;
    for (; end < text.size() && script_of(text[end]) == Script::Cyrillic; ++end) {
      const char32_t letter = model::lower_letter(text[end]);
      vowel = vowel || contains(kVowels, letter);
      lower = lower || letter == text[end];
    }
    const std::u32string_view word = text.substr(at, end - at);
    at = std::max(end, at + 1);
    letters += static_cast<int>(word.size());
    if (word.size() < 2) continue;
    ++words;
    if (vowel || !lower) continue;
    ++bare;
    if (word.size() > shown.size()) shown = word;
  }
  constexpr int kLeast = 4;
  const bool seen = bare >= kLeast && bare * 2 >= words && letters * 2 >= source.letters;
  return seen ? Seen(detail_of(shown)) : Seen();
}

}  // namespace

Seen see_reversed(const Source& source) {
  if (source.han >= 4 && source.kana == 0 && source.han > source.latin)
    return see_reversed_han(source);
  for (const Script script : {Script::Latin, Script::Cyrillic}) {
    std::u32string words = words_of(source, script);
    constexpr std::size_t kLeast = 12;
    if (words.size() < kLeast || static_cast<int>(words.size()) * 2 < source.letters) continue;
    const int forward = model::score_languages(words, script, {}).score;
    std::reverse(words.begin(), words.end());
    const int backward = model::score_languages(words, script, {}).score;
    constexpr int kLead = 20;
    if (backward < forward + kLead || backward * 10 < forward * 14) continue;
    return detail_of(std::u32string_view(source.text).substr(0, kMaxDetail));
  }
  return {};
}

Seen see_vowel_dropping(const Source& source) {
  // Languages in which r and l are vowels enough: strč prst skrz krk.
  constexpr std::string_view kSyllabic = "cs sk hr sl sr bs";
  if (source.latin * 2 < source.letters) return see_cyrillic_without_vowels(source);
  const bool syllabic = base::has_word(kSyllabic, source.language.primary);
  int words = 0;
  int bare = 0;
  std::string shown;
  for (const std::u32string& word : source.spellings) {
    if (word.size() < 2) continue;
    ++words;
    const std::string plain = utf8_of(word);
    if (plain.find_first_of("aeiou") != std::string::npos || plain.size() != word.size()) continue;
    if (base::has_word(kVowelless, plain)) continue;
    if (syllabic && plain.find_first_of("rl") != std::string::npos) continue;
    ++bare;
    if (plain.size() > shown.size()) shown = plain;
  }
  constexpr int kLeast = 4;
  if (bare < kLeast || bare * 2 < words) return {};
  // Abbreviations in capitals are read as such.
  int capitals = 0;
  for (const char32_t code : source.text) capitals += code >= 'A' && code <= 'Z' ? 1 : 0;
  if (capitals * 3 > source.latin) return {};
  return shown;
}

Seen see_chat_alphabet(const Source& source) {
  if (source.latin * 2 < source.letters) return {};
  const DigitWords digits = digit_words(source);
  std::vector<std::string> words;
  for (std::u32string_view word : source.words) {
    std::string plain;
    for (const char32_t code : word) {
      const char32_t lower = model::lower_letter(code);
      const bool inner = lower == '\'' && !plain.empty();
      if (script_of(code) == Script::Latin || (code >= '0' && code <= '9') || inner)
        base::append_utf8(plain, lower);
    }
    while (!plain.empty() && plain.back() == '\'') plain.pop_back();
    if (plain.size() > 1 || plain == "i" || plain == "v" || plain == "o") words.push_back(plain);
  }
  if (words.empty()) return {};
  const auto count = static_cast<int>(words.size());
  if (digits.leet_digits == 0 && digits.words >= 2 && digits.words * 5 >= count)
    return detail_of(digits.first);
  constexpr int kLeast = 3;
  const bool unknown = !source.language.known();
  for (const Transliteration& one : kTransliterations) {
    int hits = 0;
    int telling = 0;  // longer than what other languages have too
    for (const std::string& word : words) {
      const bool hit = base::has_word(one.words, word);
      hits += hit ? 1 : 0;
      telling += hit && word.size() >= 3 ? 1 : 0;
    }
    if (digits.leet_digits == 0) hits += digits.words;
    // A language that is known otherwise needs more to be doubted.
    const bool doubt = hits >= kLeast && telling >= 1 && hits * 5 >= count * 2;
    const bool guess = unknown && hits >= 2 && telling >= 1 && hits * 4 >= count;
    if (doubt || guess) return std::string(one.name);
  }
  return {};
}

}  // namespace translate
