// Gives each post of the embedded community its pictures: of the subject it asks for, in its shape where
// there is one, used as long ago as possible, so that neighbours differ. Deterministic.

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

const RELATION_COST = 60; // how many posts later a picture of the very subject may come again instead
const SHAPE_COST = 25;

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

function packVideo(video, language) {
  return {
    ...packPicture({ ...video, focus: undefined }, language),
    kind: video.loop ? 'gifv' : 'video',
    preview: video.poster,
    seconds: video.seconds ?? video.duration,
  };
}

// `order`: the posts as the feed shows them first. Adds packedMedia to each; returns notes.
export function pickPictures(order, { photos = [], videos = [] }) {
  const notes = [];
  const lastUse = new Map();
  const byName = new Map(photos.map((photo, index) => [photo.file, { ...photo, index }]));

  const cost = (photo, { subject, shape }, position) => {
    const related = RELATED[subject] ?? [];
    const distance = photo.subjects.includes(subject) ? 0 : related.findIndex((other) => photo.subjects.includes(other)) + 1;
    if (distance === 0 && !photo.subjects.includes(subject)) return Infinity;
    const since = position - (lastUse.get(photo.file) ?? -400);
    return distance * RELATION_COST + (shape && shapeOf(photo) !== shape ? SHAPE_COST : 0) - Math.min(since, 400);
  };

  const pickPhoto = (slot, taken, position) => {
    let best;
    let least = Infinity;
    for (const photo of byName.values()) {
      if (taken.has(photo.file)) continue;
      const its = cost(photo, slot, position);
      if (its < least) [best, least] = [photo, its];
    }
    return best;
  };

  order.forEach((post, position) => {
    const taken = new Set();
    post.packedMedia = [];
    for (const slot of post.media ?? []) {
      const video = post.video && videos.find((candidate) => candidate.subjects?.includes(slot.subject));
      const picture = video ? undefined : pickPhoto(slot, taken, position);
      if (!video && !picture) {
        if (!RELATED[slot.subject]) notes.push(`${post.key}: nothing shows "${slot.subject}"`);
        continue;
      }
      if (picture) {
        taken.add(picture.file);
        lastUse.set(picture.file, position);
      }
      post.packedMedia.push(video ? packVideo(video, post.lang) : packPicture(picture, post.lang));
    }
  });
  return notes;
}
