// In which order the browser sets the characters of bidirectional text, line by line: what tests/golden/text/visual_order.txt
// holds, written by node tests/golden/text/visual_order.mjs, and what our order is held to by visual_order_test.cpp.
import { languageTexts } from "./language_server.mjs";

const mixtures = [
  ["he", "הטמפרטורה ירדה ל-5°C מתחת לאפס, כלומר −5 מעלות, ומחר 10–15 (בערך 50%)."],
  ["he", "קראתי את הספר “The Old Man and the Sea” (1952) של Ernest Hemingway, ולא הבנתי כלום!"],
  ["he", "הקוד if (a < b && c > d) { return [x, y]; } לא עובד אצלי ב-C++20."],
  ["he", "מחיר: $12.50 או ₪45.90 (כולל מע״מ 17%), טלפון 03-1234567 שלוחה #12."],
  ["he", "כתבו לי ל-name@example.org או ב-https://example.org/path/to?q=1&r=2#top עד 31/12/2025."],
  ["he", "1. ראשון 2. second 3. שלישי (third) 4."],
  ["he", "השיר 春の海 נפלא, וגם 음악 טוב 👩‍👩‍👧‍👦 מאוד 🇮🇱 באמת 👍🏽."],
  ["he", "א\u200Fב (ג\u200E) ד\u2067abc (def) 12\u2069 ה\u2066ו־ז 34\u2069 ח."],
  ["he", "שם\u202Dאבג\u202C ועוד \u202Eabc def\u202C סוף \u202Babc דהו\u202C."],
  ["ar", "وصلت الرحلة رقم SV-1020 في الساعة 10:45 صباحًا (بتوقيت UTC+3)، بعد 2½ ساعة."],
  ["ar", "السعر ١٢٣٫٤٥ ر.س. أو 123.45 USD، أي بخصم ٢٠٪ عن 150$ (تقريبًا)."],
  ["ar", "قال: «أحب لغة Python (الإصدار 3.12) أكثر من C#»، ثم ضحك 😂 ومضى."],
  ["ar", "تاريخ الميلاد 1990/05/17، الهاتف +966 50 123 4567، البريد a.b@example.com."],
  ["ar", "الوسم #كأس_العالم2026 والحساب @user_name1 والرابط example.com/ar/صفحة/2."],
  ["ar", "المعادلة: a² + b² = c² حيث a = 3 و b = 4 و c = 5."],
  ["ar", "نتيجة المباراة 3-2 (1-1)، والنسبة 60/40 أو ٦٠/٤٠."],
  ["ar", "[مرحبا] {world} <سلام> (hello [عالم] 1)."],
  ["fa", "نسخهٔ ۲٫۵ از برنامهٔ Firefox‌ را در ۱۴۰۳/۱۰/۲۱ نصب کردم (۱۲۰ MB)."],
  ["fa", "می‌خواهم ۳×۴=۱۲ و 5×6=30 را با «multiplication table» یاد بگیرم."],
  ["ur", "میں نے iPhone 15 Pro (256 GB) کو 399,999 روپے میں خریدا، یعنی ≈ $1,400۔"],
  ["ur", "٪25 رعایت! ابھی www.example.pk/sale پر جائیں یا 0300-1234567 پر کال کریں۔"],
  ["en", "The word שלום means “peace” and מרחבא is not Hebrew; السلام عليكم (as-salāmu ʿalaykum) is."],
  ["en", "Mixed: אבג 123 דהו, ابت 456 ثجح, 789 (זחט) [خدذ] – done (ירוק)."],
  ["en", "He said “אני בן 20, and you?” and she said “أنا 25 سنة”."],
  ["en", "Phone: 03-1234567 (בבית), 050-7654321 (בעבודה); price ₪12.50–₪15.00 בלבד!"],
  ["en", "a\u2067בג (1) דה\u2069b \u2068אב 12\u2069 c\u202Bd הו 34\u202C e \u202Eabc\u202C f."],
  ["de", "Die Straße רחוב הרצל 12, תל אביב liegt neben شارع الملك 7, und zwar seit 1948."],
  ["zh-Hans", "他说“שלום עולם”，然后写下 مرحبا (2024年) 就走了。"],
  ["ja", "「مرحبا بكم 2025」と書いてある看板と、ברוכים הבאים！という看板。"],
];

// [[language, text]]: each one paragraph.
export async function orderedTexts() {
  const running = await languageTexts(["ar", "fa", "he", "ur"]);
  return [...mixtures, ...running.flatMap(({ language, text }) => text.split(/\n+/).map((part) => [language, part]))];
}

// Runs in a page: [{ language, text, lines: [{ begin, end, visual }] }], begin and end in UTF-16 and without the white space
// at the line's end, visual its clusters from left to right.
export function visualLines(texts) {
  const hasNoPlace = /^[\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\ufeff]+$/;
  const strong = (text) => /[\p{sc=Hebr}\p{sc=Arab}]|\p{L}/u.exec(text.replace(/[\u2066-\u2068][^\u2069]*\u2069/g, ""))?.[0] ?? "";
  return texts.map(([language, text]) => {
    const el = document.createElement("div");
    el.lang = language;
    el.dir = /[\p{sc=Hebr}\p{sc=Arab}]/u.test(strong(text)) ? "rtl" : "ltr";
    Object.assign(el.style, { position: "fixed", top: "0", left: "0", width: "260px", font: "15px/40px sans-serif", whiteSpace: "pre-wrap" });
    el.textContent = text;
    document.body.append(el);
    const range = document.createRange();
    const clusters = [];
    for (const { segment, index } of new Intl.Segmenter(language, { granularity: "grapheme" }).segment(text)) {
      range.setStart(el.firstChild, index);
      range.setEnd(el.firstChild, index + segment.length);
      const rect = [...range.getClientRects()].find(({ width }) => width > 0);
      if (!rect || hasNoPlace.test(segment)) continue;
      clusters.push({ segment, index, row: Math.round((rect.top + rect.height / 2) / 40 - 0.5), x: (rect.left + rect.right) / 2 });
    }
    el.remove();
    const rows = [...new Set(clusters.map(({ row }) => row))].sort((a, b) => a - b);
    const lines = rows.flatMap((row) => {
      const here = clusters.filter((each) => each.row === row);
      while (here.length && /^\s/.test(here.at(-1).segment)) here.pop();
      if (!here.length) return [];
      const end = here.at(-1).index + here.at(-1).segment.length;
      return [{ begin: here[0].index, end, visual: [...here].sort((a, b) => a.x - b.x).map(({ segment }) => segment).join("") }];
    });
    return { language, text, lines };
  });
}

const encoder = new TextEncoder();

// As the golden file has it: a paragraph's row, then one for each of its lines, with offsets in bytes.
export function orderFile(paragraphs) {
  const rows = ["# Written by visual_order.mjs: what a browser makes of each paragraph. P language, text; L first byte, last byte + 1, its characters from left to right."];
  for (const { language, text, lines } of paragraphs) {
    rows.push(["P", language, text].join("\t"));
    const bytes = (at) => encoder.encode(text.slice(0, at)).length;
    for (const { begin, end, visual } of lines) rows.push(["L", bytes(begin), bytes(end), visual].join("\t"));
  }
  return rows.join("\n") + "\n";
}
