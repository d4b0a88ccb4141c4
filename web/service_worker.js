// The service worker: the page itself is kept whole for use without a network; pictures are kept as they are seen.
// Not for other servers' answers: the app keeps those itself, within limits of its own.
import { CacheableResponsePlugin } from "workbox-cacheable-response";
import { clientsClaim } from "workbox-core";
import { ExpirationPlugin } from "workbox-expiration";
import { cleanupOutdatedCaches, precacheAndRoute } from "workbox-precaching";
import { RangeRequestsPlugin } from "workbox-range-requests";
import { registerRoute } from "workbox-routing";
import { CacheFirst } from "workbox-strategies";

const photos_kept = 300;
const fonts_kept = 400; // a screen of Chinese takes up to thirty slices
const month_s = 30 * 24 * 60 * 60;

self.skipWaiting();
clientsClaim();
cleanupOutdatedCaches();

// What is seen stands in the address; the page is the same for all of them.
precacheAndRoute(PRECACHE, { ignoreURLParametersMatching: [/./], directoryIndex: "index.html" });

registerRoute(
  ({ url, sameOrigin }) => sameOrigin && /\/demo\/(photos|avatars|emoji|video)\//.test(url.pathname),
  new CacheFirst({
    cacheName: "photos",
    plugins: [
      new CacheableResponsePlugin({ statuses: [200] }),
      new RangeRequestsPlugin(),
      new ExpirationPlugin({ maxEntries: photos_kept, maxAgeSeconds: month_s }),
    ],
  }),
);

registerRoute(
  ({ url, sameOrigin }) => sameOrigin && /\/(assets|strings)\//.test(url.pathname),
  new CacheFirst({
    cacheName: "assets",
    plugins: [new CacheableResponsePlugin({ statuses: [200] }), new ExpirationPlugin({ maxEntries: fonts_kept })],
  }),
);
