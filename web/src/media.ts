// Media that only the DOM can show: pictures whose pixels may not be read, under the canvas, where C++ leaves a window
// for them; and videos, above it.

import { isMotionReduced } from "./system.js";

export interface Media {
  key: string;
  kind: number; // 0 picture, 1 video
  url: string;
  poster: string;
  label: string;
  x: number;
  y: number;
  w: number;
  h: number;
  clipTop: number;
  clipBottom: number;
  radius: number;
  visible: boolean;
}

interface Shown { el: HTMLImageElement | HTMLVideoElement; kind: number; url: string; style: string }

export class MediaLayers {
  private readonly shown = new Map<string, Shown>();

  constructor(
    private readonly under: HTMLElement,
    private readonly over: HTMLElement,
  ) {}

  show(media: Media): void {
    let shown = this.shown.get(media.key);
    if (shown && (!media.visible || shown.kind !== media.kind || shown.url !== media.url)) {
      this.remove(media.key, shown);
      shown = undefined;
    }
    if (!media.visible) return;
    if (!shown) {
      shown = { el: media.kind === 1 ? makeVideo(media) : makePicture(media), kind: media.kind, url: media.url, style: "" };
      this.shown.set(media.key, shown);
      (media.kind === 1 ? this.over : this.under).append(shown.el);
    }
    place(shown, media);
  }

  reset(): void {
    for (const [key, shown] of this.shown) this.remove(key, shown);
  }

  private remove(key: string, { el }: Shown): void {
    // A removed video plays on until it is collected.
    if (el instanceof HTMLVideoElement) {
      el.pause();
      el.removeAttribute("src");
      el.load();
    }
    el.remove();
    this.shown.delete(key);
  }
}

function makePicture({ url }: Media): HTMLImageElement {
  const image = document.createElement("img");
  image.alt = ""; // the outline names it
  image.referrerPolicy = "no-referrer";
  image.decoding = "async";
  image.draggable = false;
  image.src = url;
  return image;
}

function makeVideo({ url, poster, label }: Media): HTMLVideoElement {
  const video = document.createElement("video");
  video.controls = true;
  video.playsInline = true;
  video.preload = "metadata";
  // The reader opened it, so it may move; sound is asked for with the video's own button.
  video.muted = true;
  video.autoplay = !isMotionReduced();
  if (poster) video.poster = poster;
  if (label) video.setAttribute("aria-label", label);
  video.src = url;
  return video;
}

function place(shown: Shown, { x, y, w, h, clipTop, clipBottom, radius }: Media): void {
  const top = Math.max(0, clipTop - y);
  const bottom = Math.max(0, y + h - clipBottom);
  const round = `${radius}px`;
  const style = `${x} ${y} ${w} ${h} ${top} ${bottom} ${round}`;
  if (style === shown.style) return;
  shown.style = style;
  Object.assign(shown.el.style, {
    transform: `translate(${x}px,${y}px)`,
    width: `${w}px`,
    height: `${h}px`,
    // What is cut off has no corners.
    clipPath: `inset(${top}px 0 ${bottom}px 0 round ${top ? "0 0" : `${round} ${round}`} ${bottom ? "0 0" : `${round} ${round}`})`,
  });
}
