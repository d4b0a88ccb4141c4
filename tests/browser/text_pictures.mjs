// Pictures of one page with every script, beside the browser's own rendering of the same text: node tests/browser/text_pictures.mjs [FOLDER]
// Light and dark, at scale 1, 2 and 3; printed for each: the share of pixels that differ by more than an eighth, and the mean
// difference, over the comments' lines, each moved by at most one pixel to where it differs least (a line stands on whole
// pixels here, a box on parts of them there), and how many lines were moved. Runs begin on whole pixels here, glyphs on
// parts of pixels there, so edges differ; and squeezed marks, which the transparent text spreads over its line.
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { launchBrowser, root, serveFolder, settle } from "./support/browser.mjs";
import { languageTexts, serveTexts } from "./support/language_server.mjs";
import { opener } from "./support/opening.mjs";
import { keepShot, showOutlineText } from "./support/pixels.mjs";

// Scripts beyond those of tests/golden/languages.
const further = [
  { language: "ka", text: "ქართული ენა: გამარჯობა, როგორ ხარ? კარგად, გმადლობთ." },
  { language: "hy", text: "Հայերեն լեզու. բարև, ինչպե՞ս ես։ Լավ եմ, շնորհակալություն։" },
  { language: "am", text: "አማርኛ ቋንቋ፦ ሰላም፣ እንዴት ነህ? ደህና ነኝ፣ አመሰግናለሁ።" },
  { language: "km", text: "ព្រះរាជាណាចក្រកម្ពុជា ស្ត្រី ក្រុមហ៊ុន ខ្ញុំចង់រៀនភាសាខ្មែរ ឥឡូវនេះ" },
  { language: "lo", text: "ຂ້ອຍຢາກຮຽນພາສາລາວ ປຶ້ມນີ້ຢູ່ເຮືອນ ຂອບໃຈຫຼາຍໆ" },
  { language: "my", text: "မြန်မာဘာသာစကား ကျွန်တော် သင်္ဘောနဲ့ မန္တလေးကို သွားမယ်" },
  { language: "bo", text: "བོད་སྐད་སློབ་དགོས། བསྒྲུབས་པ། ཨོཾ་མ་ཎི་པདྨེ་ཧཱུྃ།" },
  { language: "si", text: "සිංහල භාෂාව: ශ්‍රී ලංකා, ක්‍රියාව, ඔබට කොහොමද?" },
  { language: "ml", text: "മലയാളം ഭാഷ: സ്ക്രീൻ, കുട്ടി, സുഖമാണോ?" },
  { language: "te", text: "తెలుగు భాష: రాష్ట్రం, స్త్రీ, ఎలా ఉన్నారు?" },
  { language: "kn", text: "ಕನ್ನಡ ಭಾಷೆ: ರಾಷ್ಟ್ರ, ಲಕ್ಷ್ಮಿ, ಹೇಗಿದ್ದೀರಿ?" },
  { language: "gu", text: "ગુજરાતી ભાષા: રાષ્ટ્ર, સ્ત્રી, કેમ છો?" },
  { language: "pa", text: "ਪੰਜਾਬੀ ਭਾਸ਼ਾ: ਤੁਸੀਂ ਕਿਵੇਂ ਹੋ? ਮੈਂ ਠੀਕ ਹਾਂ।" },
  { language: "en", text: "Emoji 👩‍👩‍👧‍👦 👋🏽 🇯🇵 1️⃣ ❤️ and symbols ½ → € ∑ ♫ ✓, H₂O, E = mc²." },
];

const folder = process.argv[2] ?? path.join(root, "build/text-pictures");
await mkdir(folder, { recursive: true });
const beginnings = (await languageTexts()).map(({ language, text }) => {
  const space = text.indexOf(" ", 60);
  return { language, text: text.slice(0, space > 0 && space < 90 ? space : 40) };
});
const server = await serveTexts([...beginnings, ...further]);
const site = await serveFolder(path.join(root, "dist"));
const browser = await launchBrowser();
const open = opener(browser, site, []);
const colors = { light: { ink: "#1b1a18", ground: "#fff" }, dark: { ink: "#f3f0ea", ground: "#1e1c1a" } };

const differences = (page) =>
  page.evaluate(() => {
    const { painted, own } = shots;
    const compare = (box, dx, dy) => {
      const sum = { pixels: 0, off: 0, total: 0 };
      for (let y = box.top; y < box.bottom; ++y) {
        for (let x = box.left; x < box.right; ++x) {
          const off = Math.abs(painted.data[(y * painted.width + x) * 4 + 1] - own.data[((y + dy) * painted.width + x + dx) * 4 + 1]);
          ++sum.pixels;
          sum.total += off;
          if (off > 32) ++sum.off;
        }
      }
      return sum;
    };
    const all = { pixels: 0, off: 0, total: 0, lines: 0, moved: 0 };
    for (const line of document.querySelectorAll("[data-surface=post] article[data-depth] p.node .line")) {
      const { left, top, right, bottom } = line.getBoundingClientRect();
      const isText = line.closest("[lang]").lang === line.closest("article").dataset.lang && right - left > 150;
      if (!isText || top < 0 || bottom > innerHeight - 2) continue;
      const box = Object.fromEntries(Object.entries({ left, top, right, bottom }).map(([edge, at]) => [edge, Math.round(at * painted.scale)]));
      let best = null;
      for (const dy of [0, -1, 1]) {
        for (const dx of [0, -1, 1]) {
          const sum = compare(box, dx, dy);
          if (!best || sum.total < best.sum.total) best = { sum, isMoved: dx !== 0 || dy !== 0 };
        }
      }
      ++all.lines;
      all.moved += best.isMoved ? 1 : 0;
      for (const name of ["pixels", "off", "total"]) all[name] += best.sum[name];
    }
    return { share: all.off / all.pixels, mean: all.total / all.pixels, lines: all.lines, moved: all.moved };
  });

for (const theme of ["light", "dark"]) {
  for (const scale of [1, 2, 3]) {
    const page = await open(`${server.source}&read=en&theme=${theme}`, { hash: server.hash, width: 500, height: 5400, scale });
    await page.waitForSelector("[data-surface=post] article .line", { state: "attached" });
    await settle(page, 400);
    const save = async (name) => {
      await keepShot(page, name);
      await writeFile(path.join(folder, `${theme}-${scale}-${name}.png`), await page.screenshot());
    };
    await save("painted");
    await showOutlineText(page, colors[theme]);
    await save("own");
    const { share, mean, lines, moved } = await differences(page);
    console.log(`${theme}, scale ${scale}: ${(share * 100).toFixed(1)} % of pixels differ by more than an eighth, ${mean.toFixed(1)} of 255 in the mean; ${lines} lines, ${moved} of them moved by a pixel`);
    await page.context().close();
  }
}
console.log(folder);
await browser.close();
await site.close();
await server.close();
