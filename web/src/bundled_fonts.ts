// fonts=bundled: Noto web fonts that lie beside the page, so that a design looks the same everywhere. A family is cut into
// slices by Unicode range; what is fetched are the slices that hold characters of texts that were asked for.

export const isBundled = new URLSearchParams(location.search).get("fonts") === "bundled";

interface Family {
  readonly name: string;
  readonly css: string;
  readonly letters: RegExp; // it is fetched for these, in whatever language
  readonly covers: RegExp; // what needs no other family where this one is the language's own
  readonly scripts: readonly string[];
  sheet: Promise<void> | null;
  readonly known: Set<string>; // weight and character
  wanted: Map<number, string>; // weight -> characters not yet asked for
}

const ofClass = (characters: string) => new RegExp(`[${characters}]`, "u");
const families: Family[] = !isBundled ? [] : Object.entries(MANIFEST.fonts).map(([name, { css, letters, covers, scripts }]) => ({
  name, css, scripts, letters: ofClass(letters), covers: ofClass(letters + covers), sheet: null, known: new Set(), wanted: new Map(),
}));
const latin = families[0]?.name;

// The families for a script (fonts.ts), its own first; then those of other scripts for words of theirs.
export function bundledNames(script: string, ownFirst: boolean): string[] {
  const own = families.filter(({ scripts }) => scripts.includes(script)).map(({ name }) => name);
  const others = families.filter(({ scripts }) => !scripts.includes("mono")).map(({ name }) => name);
  const start = ownFirst || !latin ? own : [latin, ...own];
  return [...new Set([...start, ...others])];
}

function loadSheet(family: Family): Promise<void> {
  return (family.sheet ??= new Promise((resolve, reject) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = new URL(family.css, document.baseURI).href;
    link.onload = () => resolve();
    link.onerror = () => {
      link.remove();
      family.sheet = null; // offline: asked for again with the next text
      reject(new Error(`${family.css} did not load`));
    };
    document.head.append(link);
  }));
}

let flushing = false;
const most = 4000; // characters a request: the browser walks every slice's ranges for each

function flush(): void {
  flushing = false;
  for (const family of families) {
    for (const [weight, characters] of family.wanted) {
      loadSheet(family)
        .then(async () => {
          for (let i = 0; i < characters.length; i += most) {
            await document.fonts.load(`${weight} 16px "${family.name}"`, characters.slice(i, i + most));
          }
        })
        .catch(() => {
          for (const c of characters) family.known.delete(`${weight}${c}`);
        });
    }
    family.wanted = new Map();
  }
}

// A text is about to be measured: what it needs and is not there is fetched, all that comes up in one go together.
// Until it has come the text is in the system's fonts; document.fonts tells when it has.
export function want(text: string, script: string, weight: number, ownFirst: boolean): void {
  const own = families.find(({ scripts }) => scripts.includes(script));
  for (const family of families) {
    const isFirst = family === own || (family.name === latin && !ownFirst);
    for (const c of text) {
      const key = `${weight}${c}`;
      if (family.known.has(key)) continue;
      if (!isFirst && (own?.covers.test(c) || !family.letters.test(c))) continue;
      family.known.add(key);
      family.wanted.set(weight, (family.wanted.get(weight) ?? "") + c);
      if (flushing) continue;
      flushing = true;
      setTimeout(flush, 0);
    }
  }
}
