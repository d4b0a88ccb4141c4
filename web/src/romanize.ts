// How Chinese is said, character by character: a dictionary of words tells 行 in 银行 from 行 in 行走. Fetched when a
// reader first wants it.

// JSON [["你","nǐ"],…]: all of the text in order, "" where nothing is to be said; an empty text where the dictionary
// could not be fetched.
export async function romanize(text: string): Promise<string> {
  try {
    const { pinyin } = await import("pinyin-pro");
    const parts = pinyin(text, { type: "all" }).map(({ origin, pinyin: sound, isZh }) => [origin, isZh ? sound : ""]);
    return JSON.stringify(parts);
  } catch {
    return "";
  }
}
