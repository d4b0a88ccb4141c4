// The browser's own Translator (Chrome and Edge on desktops), asked on behalf of C++. A model that is not there yet may
// be downloaded only in answer to the reader's own action; C++ says when that is so.

interface BrowserTranslator {
  translate(text: string): Promise<string>;
}
interface TranslatorPair {
  sourceLanguage: string;
  targetLanguage: string;
}
interface TranslatorApi {
  availability(pair: TranslatorPair): Promise<"unavailable" | "downloadable" | "downloading" | "available">;
  create(pair: TranslatorPair): Promise<BrowserTranslator>;
}
declare global {
  interface Window {
    Translator?: TranslatorApi;
  }
}

// The order of ports/browser_translate.h.
enum Outcome { Done, NoTranslator, NoPair, NeedsGesture, TooLong, Failed }

interface Request {
  id: number;
  source: string;
  target: string;
  texts: string[];
  gesture: boolean;
}

const translators = new Map<string, Promise<BrowserTranslator>>();

const outcomeOf = (error: unknown): Outcome => {
  const name = error instanceof DOMException || error instanceof Error ? error.name : "";
  if (name === "NotAllowedError") return Outcome.NeedsGesture;
  if (name === "NotSupportedError") return Outcome.NoPair;
  return name === "QuotaExceededError" ? Outcome.TooLong : Outcome.Failed;
};

async function run({ source, target, texts, gesture }: Request): Promise<{ outcome: Outcome; texts: string[] }> {
  const none = (outcome: Outcome) => ({ outcome, texts: [] });
  const api = window.Translator;
  if (!api || !source) return none(api ? Outcome.NoPair : Outcome.NoTranslator);
  const pair = { sourceLanguage: source, targetLanguage: target };
  const key = `${source}>${target}`;
  try {
    if (!translators.has(key)) {
      const availability = await api.availability(pair);
      if (availability === "unavailable") return none(Outcome.NoPair);
      if (availability !== "available" && !gesture) return none(Outcome.NeedsGesture);
      translators.set(key, api.create(pair));
    }
    const translator = await translators.get(key)!;
    const translated: string[] = [];
    for (const text of texts) translated.push(await translator.translate(text));
    return { outcome: Outcome.Done, texts: translated };
  } catch (error) {
    translators.delete(key);
    return none(outcomeOf(error));
  }
}

export function translate(json: string, tell: (id: number, answer: string) => void): void {
  const request = JSON.parse(json) as Request;
  void run(request).then((answer) => tell(request.id, JSON.stringify(answer)));
}
