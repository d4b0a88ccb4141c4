// The order of the embedded community's feed: newest first, with a start chosen by hand and, after it,
// languages, authors and subjects mixed, as a reader likes it. Deterministic.
import { START } from './pack-demo-picks.mjs';

// What the first screens should hold: language, and a picture unless it says otherwise.
const PATTERN = [
  'zh', 'en', 'ja', 'zh', 'en', 'es', 'zh', 'ko', 'en', 'zh', 'fr', 'zh', 'en', 'th', 'ru', 'zh', 'ar', 'en', 'zh', 'pt',
  'hi', 'zh', 'en', 'de', 'zh', 'vi', 'en', 'uk', 'zh', 'tr', 'he', 'en', 'zh', 'id', 'fa', 'zh', 'en',
];

const LOOK_AHEAD = 40; // from how many of the newest posts the next one is chosen

const primary = (tag) => tag.split('-')[0];
const subject = (post) => post.media?.[0]?.subject;

function cost(post, placed, rank) {
  const at = placed.length;
  let sum = rank;
  const recent = (count) => placed.slice(Math.max(0, at - count));
  if (recent(8).some((other) => other.by === post.by)) sum += 60;
  for (const other of recent(2)) if (primary(other.lang) === primary(post.lang)) sum += 14;
  for (const other of recent(5)) if (subject(other) && subject(other) === subject(post)) sum += 12;
  const plain = !post.media?.length;
  if (plain) for (const other of recent(3)) if (!other.media?.length) sum += 12;
  if (post.live && recent(12).some((other) => other.live)) sum += 40;
  const many = (post.media?.length ?? 0) > 1;
  if (many && recent(4).some((other) => (other.media?.length ?? 0) > 1)) sum += 8;
  if ((post.sensitive || post.warning) && recent(10).some((other) => other.sensitive || other.warning)) sum += 20;
  const wanted = PATTERN[at - START.length];
  if (wanted) {
    if (primary(post.lang) !== wanted) sum += 50;
    if (plain && at % 6 !== 5) sum += 30;
    if (post.sensitive || post.warning) sum += 40;
  }
  return sum;
}

export function arrange(posts) {
  const waiting = [...posts].sort((a, b) => a.minutes_ago - b.minutes_ago || (a.key < b.key ? -1 : 1));
  const placed = [];
  for (const key of START) {
    const index = waiting.findIndex((post) => post.key === key);
    if (index >= 0) placed.push(...waiting.splice(index, 1));
  }
  while (waiting.length) {
    const reach = placed.length < START.length + PATTERN.length ? waiting.length : LOOK_AHEAD;
    let best = 0;
    let least = Infinity;
    waiting.slice(0, reach).forEach((post, rank) => {
      const its = cost(post, placed, placed.length < START.length + PATTERN.length ? rank / 4 : rank);
      if (its < least) [best, least] = [rank, its];
    });
    placed.push(...waiting.splice(best, 1));
  }
  return placed;
}
