// Gives each post of the embedded community its pictures: of the subject it asks for, in its shape where
// there is one, used as long ago as possible, so that neighbours differ. Deterministic.
import { FILMS, PICTURES } from './pack-demo-picks.mjs';

const RELATED = {
  cat: ['animal'],
  dog: ['animal'],
  tiger: ['animal'],
  otter: ['animal'],
  insect: ['flower', 'plant'],
  animal: ['bird', 'nature'],
  bird: ['animal', 'nature'],
  flower: ['plant', 'nature'],
  plant: ['seedling', 'flower', 'nature'],
  seedling: ['plant', 'nature'],
  lake: ['river', 'mountain', 'sea'],
  river: ['lake', 'forest', 'nature'],
  sea: ['lake', 'sky'],
  mountain: ['forest', 'lake', 'nature'],
  forest: ['mountain', 'nature'],
  desert: ['nature', 'travel'],
  sky: ['space', 'nature'],
  space: ['sky'],
  city: ['street', 'architecture'],
  'city-night': ['city', 'street'],
  street: ['old-building', 'city'],
  'old-building': ['architecture', 'street'],
  architecture: ['old-building', 'city'],
  bridge: ['river', 'city', 'architecture'],
  tea: ['coffee', 'food'],
  coffee: ['tea', 'food'],
  citrus: ['fruit', 'food'],
  fruit: ['citrus', 'food'],
  food: ['tea', 'fruit', 'coffee', 'citrus'],
  people: ['street', 'city', 'travel'],
  texture: ['nature', 'architecture'],
  travel: ['old-building', 'nature'],
  nature: ['forest', 'mountain', 'lake'],
};

const RELATION_COST = 60; // of a picture that shows something related only
const SHAPE_COST = 25;
const MEMORY = 48; // posts after which a picture is as good as new
const TOO_SOON = 8; // posts in which it had better not come again

const shapeOf = ({ width, height }) => (width > height * 1.1 ? 'landscape' : height > width * 1.1 ? 'portrait' : 'square');

function altFor(alt = {}, language) {
  const primary = language.split('-')[0];
  const chinese = primary === 'zh' ? alt[language === 'zh-Hant' ? 'zh-Hant' : 'zh-Hans'] : undefined;
  return chinese ?? alt[language] ?? alt[primary] ?? alt.en ?? Object.values(alt)[0];
}

function packPicture(picture, language) {
  const focus = picture.focus;
  return {
    file: picture.file,
    w: picture.width,
    h: picture.height,
    blurhash: picture.blurhash,
    focus: focus ? [focus.x ?? focus[0], focus.y ?? focus[1]] : undefined,
    alt: altFor(picture.alt, language),
  };
}

function packFilm(film, poster, language) {
  return {
    ...packPicture({ ...film, blurhash: poster.blurhash, focus: undefined }, language),
    kind: 'video',
    preview: film.poster,
    fallback: film.fallback,
    captions: film.captions,
    seconds: film.duration_s,
  };
}

// `order`: the posts as the feed shows them first. Adds packedMedia to each; returns notes.
export function pickPictures(order, { photos = [], videos = [] }) {
  const notes = [];
  const lastUse = new Map();

  const cost = (photo, { subject, shape }, position) => {
    const related = RELATED[subject] ?? [];
    const distance = photo.subjects.includes(subject) ? 0 : related.findIndex((other) => photo.subjects.includes(other)) + 1;
    if (distance === 0 && !photo.subjects.includes(subject)) return Infinity;
    const since = position - (lastUse.get(photo.file) ?? -MEMORY);
    const tasty = subject === 'texture' && photo.subjects.includes('food'); // stands for paper and cloth
    const unlike = (distance + (tasty ? 1 : 0)) * RELATION_COST;
    const again = since < TOO_SOON ? 2 * RELATION_COST : 0;
    return unlike + again + (shape && shapeOf(photo) !== shape ? SHAPE_COST : 0) - Math.min(since, MEMORY);
  };

  const pickPhoto = (slot, taken, position) => {
    let best;
    let least = Infinity;
    for (const photo of photos) {
      if (taken.has(photo)) continue;
      const its = cost(photo, slot, position);
      if (its < least) [best, least] = [photo, its];
    }
    return best;
  };

  const named = (list, name, post) => {
    const found = list.find((item) => item.file.replace(/^.*\/|\.[a-z0-9]+$/g, '') === name);
    if (!found) notes.push(`${post.key}: there is no picture or film "${name}"`);
    return found;
  };

  const photosFor = (post, position) => {
    const chosen = PICTURES[post.key];
    if (chosen) return chosen.map((name) => named(photos, name, post)).filter(Boolean);
    const taken = new Set();
    for (const slot of post.media ?? []) {
      const photo = pickPhoto(slot, taken, position);
      if (photo) taken.add(photo);
      else if (!RELATED[slot.subject]) notes.push(`${post.key}: nothing shows "${slot.subject}"`);
    }
    return [...taken];
  };

  order.forEach((post, position) => {
    const film = FILMS[post.key] && named(videos, FILMS[post.key], post);
    const poster = film && photos.find((photo) => photo.file === film.poster);
    const used = poster ? [poster] : photosFor(post, position);
    for (const photo of used) lastUse.set(photo.file, position);
    post.packedMedia = poster ? [packFilm(film, poster, post.lang)] : used.map((photo) => packPicture(photo, post.lang));
  });
  return notes;
}
