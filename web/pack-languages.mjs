// Makes the table by which languages are told apart: assets/languages/languages.json (letters and frequent words, this
// project's own) and the n-grams of the npm package eld (Apache-2.0), cut down to the languages named there.
// The Han characters' classes come from the character sets of their countries, which the runtime knows as encodings.
//   node web/pack-languages.mjs OUT_FOLDER              writes languages.h and languages.cpp, table and all
//   node web/pack-languages.mjs OUT_FOLDER fetched      the table as languages.bin, which the page fetches beside the module
//
// A key is a piece of a word as eld cuts it (up to four bytes of UTF-8, a blank where the word begins or ends) or a whole
// word between two blanks. Keys are sorted and cut into blocks; in a block each says how much it shares with the one
// before. A key's languages and weights stand in two other arrays. Binary search over the blocks, then a short walk.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [, , out, mode] = process.argv;
const isFetched = mode === 'fetched';
if (!out) throw new Error('usage: node web/pack-languages.mjs OUT_FOLDER');

const BLOCK = 32; // keys
const LAST = 0x80; // marks a key's last language
const STEP = 16; // of eld's scores, 0..255, to one of the table's
const BASE = 3; // what eld adds to each score, in steps: it leaves it out to save space
const WORD = 10; // the weight of a frequent word, on top of what eld knows of it

const rows = JSON.parse(readFileSync(join(root, 'assets/languages/languages.json'), 'utf8'));
const { ngramsData } = await import(join(root, 'node_modules/eld/src/ngrams/large.js'));
const { dictionary } = await import(join(root, 'node_modules/eld/src/dictionary.js'));

// eld writes each byte beyond ASCII as one character of its own.
const byteOf = new Map();
dictionary.forEach((character, byte) => {
  if (byte >= 0x80 && character !== ' ') byteOf.set(character, byte);
});
function bytesOf(gram) {
  let bytes = '';
  for (const character of gram) {
    const plain = /[a-z' `]/.test(character);
    if (!plain && !byteOf.has(character)) return undefined;
    bytes += plain ? character : String.fromCharCode(byteOf.get(character));
  }
  return bytes;
}

const table = new Map(); // key, a character a byte -> Map(language -> weight)
function add(key, language, weight) {
  const weights = table.get(key) ?? new Map();
  weights.set(language, Math.min(31, (weights.get(language) ?? 0) + weight));
  table.set(key, weights);
}

const names = ngramsData.languages;
const foundOf = new Map(Object.values(names).map((name) => [name, []]));
for (const [gram, scores] of Object.entries(ngramsData.ngrams)) {
  for (const [id, score] of Object.entries(scores)) foundOf.get(names[id]).push([gram, score]);
}
for (const found of foundOf.values()) found.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
rows.forEach(({ grams, keep }, index) => {
  if (grams === undefined) return;
  if (!foundOf.has(grams)) throw new Error(`eld has no language "${grams}"`);
  for (const [gram, score] of foundOf.get(grams).slice(0, keep)) {
    const key = bytesOf(gram);
    if (key !== undefined) add(key, index, BASE + Math.round(score / STEP));
  }
});
rows.forEach((row, index) => {
  for (const word of row.words.split(' ')) add(` ${Buffer.from(word, 'utf8').toString('latin1')} `, index, WORD);
});

const keys = [...table.keys()].sort((a, b) => (a < b ? -1 : 1));
const keyBytes = [];
const languages = [];
const weights = [];
const blocks = []; // {head, keys, pairs}
keys.forEach((key, index) => {
  const first = index % BLOCK === 0;
  const before = first ? '' : keys[index - 1];
  if (first) {
    const head = [0, 1, 2, 3].reduce((value, at) => value * 256 + (at < key.length ? key.charCodeAt(at) : 0), 0);
    blocks.push({ head, keys: keyBytes.length, pairs: languages.length });
  }
  let shared = 0;
  while (shared < before.length && before[shared] === key[shared]) shared += 1;
  keyBytes.push(shared, key.length - shared);
  for (const byte of key.slice(shared)) keyBytes.push(byte.charCodeAt(0));
  const pairs = [...table.get(key)].sort((a, b) => a[0] - b[0]);
  pairs.forEach(([language, weight], at) => {
    languages.push(language | (at + 1 === pairs.length ? LAST : 0));
    weights.push(weight);
  });
});

// ---- Han characters: how common, and where ---------------------------------------------------------------------

const HAN = 0x4e00;
const HAN_END = 0xa000;
const classes = { rare: 0, common: 1, hans: 2, hant: 3, uncommon: 4, japan: 5 };

// The characters of a two-byte encoding between two lead bytes.
function characters(encoding, first, last, trails) {
  const decoder = new TextDecoder(encoding);
  const found = new Set();
  for (let lead = first; lead <= last; lead += 1) {
    for (const [from, to] of trails) {
      for (let trail = from; trail <= to; trail += 1) {
        const text = decoder.decode(Uint8Array.of(lead, trail));
        const code = text.codePointAt(0);
        if (text.length === 1 && code >= HAN && code < HAN_END) found.add(code);
      }
    }
  }
  return found;
}
const big5Trails = [[0x40, 0x7e], [0xa1, 0xfe]];
const jisTrails = [[0x40, 0x7e], [0x80, 0xfc]];
const gbCommon = characters('gbk', 0xb0, 0xd7, [[0xa1, 0xfe]]); // GB 2312 level 1
const gbRest = characters('gbk', 0xd8, 0xf7, [[0xa1, 0xfe]]); // level 2
const big5Common = characters('big5', 0xa4, 0xc6, big5Trails); // Big5 level 1
const big5Rest = characters('big5', 0xc9, 0xf9, big5Trails); // level 2
const jisCommon = characters('shift_jis', 0x88, 0x98, jisTrails); // JIS X 0208 level 1
// In one of the sets only, yet written on both sides.
const BOTH = new Set([...'着啰咪咩啦喵嗨嗯嘛啥噗嗷嘞哒蹭瞅咱咋啵噜呗嘚煲峰群床'].map((one) => one.codePointAt(0)));

function classOf(code) {
  const inGb = gbCommon.has(code) || gbRest.has(code);
  const inBig5 = big5Common.has(code) || big5Rest.has(code);
  if (BOTH.has(code)) return classes.common;
  if (inGb && !inBig5) return classes.hans;
  if (big5Common.has(code) && !inGb) return classes.hant;
  if (gbCommon.has(code) || big5Common.has(code)) return classes.common;
  if (inGb || inBig5) return classes.uncommon;
  return jisCommon.has(code) ? classes.japan : classes.rare;
}
const han = []; // two characters a byte, the first in the low half
for (let code = HAN; code < HAN_END; code += 2) han.push(classOf(code) | (classOf(code + 1) << 4));

// ---- writing ---------------------------------------------------------------------------------------------------

const list = (values) => {
  let text = '';
  for (let at = 0; at < values.length; at += 24) text += `    ${values.slice(at, at + 24).join(',')},\n`;
  return text;
};
const header = `// Generated by web/pack-languages.mjs.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>

namespace embedded {
struct LanguageRow {
  std::string_view tag;
  char32_t letter;              // one of its script
  std::u32string_view letters;  // beyond those that all languages of its script share
};
std::span<const LanguageRow> language_rows();
struct GramBlock {
  std::uint32_t head;   // the first four bytes of its first key
  std::uint32_t keys;   // where it begins in keys
  std::uint32_t pairs;  // and in languages and weights
};
inline constexpr int kGramBlock = ${BLOCK};
inline constexpr std::uint8_t kLastLanguage = ${LAST};
std::span<const GramBlock> gram_blocks();
std::span<const std::uint8_t> gram_keys();  // shared length, own length, own bytes
std::span<const std::uint8_t> gram_languages();
std::span<const std::uint8_t> gram_weights();

enum class HanClass : std::uint8_t { Rare, Common, Hans, Hant, Uncommon, Japan };
HanClass han_class(char32_t code);  // Rare for what is no Han character of the basic block
${isFetched ? `
// languages.bin, which stays where it is for good. False: it is no such file. Until then the spans are empty.
bool take_languages(std::span<const std::uint8_t> file);
` : ''}}  // namespace embedded
`;
const array = (name, type, values) => `constexpr ${type} ${name}[] = {\n${list(values)}};\n`;
const rowsArray = `constexpr LanguageRow kRows[] = {
${rows.map((row) => `    {"${row.tag}", U'${row.words[0]}', U"${row.letters ?? ''}"},\n`).join('')}};
`;
const embeddedTable = () => `${array('kBlocks', 'GramBlock', blocks.map((block) => `{${block.head}u,${block.keys}u,${block.pairs}u}`))}
${array('kKeys', 'std::uint8_t', keyBytes)}
${array('kLanguages', 'std::uint8_t', languages)}
${array('kWeights', 'std::uint8_t', weights)}
${array('kHan', 'std::uint8_t', han)}`;
const MAGIC = 0x314c4643; // "CFL1"
const fetchedTable = `std::span<const GramBlock> kBlocks;
std::span<const std::uint8_t> kKeys;
std::span<const std::uint8_t> kLanguages;
std::span<const std::uint8_t> kWeights;
std::span<const std::uint8_t> kHan;
`;
const take = `bool take_languages(std::span<const std::uint8_t> file) {
  constexpr std::size_t kHead = 6 * sizeof(std::uint32_t);  // magic, and how long each part is
  if (file.size() < kHead) return false;
  const auto* head = reinterpret_cast<const std::uint32_t*>(file.data());
  std::size_t whole = kHead + head[1] * sizeof(GramBlock);
  for (int part = 2; part < 6; ++part) whole += head[part];
  if (head[0] != ${MAGIC}u || whole != file.size()) return false;
  kBlocks = {reinterpret_cast<const GramBlock*>(file.data() + kHead), head[1]};
  std::size_t at = kHead + head[1] * sizeof(GramBlock);
  int part = 2;
  for (auto* span : {&kKeys, &kLanguages, &kWeights, &kHan}) {
    *span = file.subspan(at, head[part]);
    at += head[part++];
  }
  return true;
}
`;
const source = `// Generated by web/pack-languages.mjs.
#include "embedded/languages.h"

namespace embedded {
namespace {
${rowsArray}${isFetched ? fetchedTable : embeddedTable()}
}  // namespace
std::span<const LanguageRow> language_rows() { return kRows; }
std::span<const GramBlock> gram_blocks() { return kBlocks; }
std::span<const std::uint8_t> gram_keys() { return kKeys; }
std::span<const std::uint8_t> gram_languages() { return kLanguages; }
std::span<const std::uint8_t> gram_weights() { return kWeights; }
HanClass han_class(char32_t code) {
  const std::size_t at = (code - ${HAN}) / 2;
  if (code < ${HAN} || code >= ${HAN_END} || at >= std::size(kHan)) return HanClass::Rare;
  const unsigned pair = kHan[at];
  return static_cast<HanClass>(code % 2 == 0 ? pair & 15u : pair >> 4);
}
${isFetched ? take : ''}}  // namespace embedded
`;
const binary = () => {
  const parts = [keyBytes, languages, weights, han];
  const head = Uint32Array.of(MAGIC, blocks.length, ...parts.map((part) => part.length));
  const table = Uint32Array.from(blocks.flatMap((block) => [block.head, block.keys, block.pairs]));
  return Buffer.concat([Buffer.from(head.buffer), Buffer.from(table.buffer), ...parts.map((part) => Buffer.from(part))]);
};
mkdirSync(out, { recursive: true });
writeFileSync(join(out, 'languages.h'), header);
writeFileSync(join(out, 'languages.cpp'), source);
if (isFetched) writeFileSync(join(out, 'languages.bin'), binary());
