// What web/build.mjs puts in place of names: the module's factory and the names of the files it hashed.

declare module "crossfeed-wasm" {
  // The module that Emscripten made; what it is given and what it exports is known to the bridge alone.
  export default function createCrossfeed(options: object): Promise<Record<string, unknown>>;
}

// All addresses are relative to index.html.
declare const MANIFEST: {
  readonly wasm: string;
  // The packed demo community; null where the build has none. Its pictures lie in demo/ under the names that it gives.
  readonly demoPack: string | null;
  readonly slang: string;
  // By what languages are told apart.
  readonly languages: string;
  // The interface's texts: language -> file. English is in the module.
  readonly strings: Readonly<Record<string, string>>;
  // The families of fonts=bundled in the order of a stack: a style sheet, the letters they are for and
  // others that they have (both as of a regular expression's character class), and whose own they are (fonts.ts, scriptOf).
  readonly fonts: Readonly<Record<string, { css: string; letters: string; covers: string; scripts: readonly string[] }>>;
  // Null in a debug build: a page that is being worked on must not be served from yesterday's cache.
  readonly serviceWorker: string | null;
  readonly version: string;
};
