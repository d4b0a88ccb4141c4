// Pixels of a page's pictures, read in the page itself.

// Keeps a screenshot of the window in the page as window.shots[name]: { data, width, height, scale }.
export async function keepShot(page, name) {
  const png = (await page.screenshot()).toString("base64");
  await page.evaluate(
    async ([base64, as]) => {
      const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
      context.drawImage(bitmap, 0, 0);
      const { data, width, height } = context.getImageData(0, 0, bitmap.width, bitmap.height);
      (window.shots ??= {})[as] = { data, width, height, scale: width / innerWidth };
    },
    [png, name],
  );
}

// The most that two screenshots of one size differ in a channel of a pixel, 0 to 255.
export const mostDifference = (page, one, two) =>
  page.evaluate(async (pngs) => {
    const [a, b] = await Promise.all(pngs.map(async (base64) => {
      const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], { type: "image/png" }));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
      context.drawImage(bitmap, 0, 0);
      return context.getImageData(0, 0, bitmap.width, bitmap.height).data;
    }));
    return a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i])), 0);
  }, [one.toString("base64"), two.toString("base64")]);

// Shows the outline's own text, in the colour of the painted one, instead of the canvas; or the canvas again.
export const showOutlineText = (page, isShown) =>
  page.evaluate((shown) => {
    window.ownText?.replaceSync("");
    if (!shown) return;
    window.ownText = new CSSStyleSheet();
    const { ink, ground } = shown;
    window.ownText.replaceSync(
      `#canvas{visibility:hidden}[data-surface=post]{background:${ground}}[data-surface=post] p.node{color:${ink}}:focus{outline:none}`,
    );
    document.adoptedStyleSheets.push(window.ownText);
  }, isShown);

// Lets the page know, both in the window's points:
//  inkBox(shot, rect): the box of what is drawn in a rectangle; null where nothing is.
//  inkShift(shot, other, rect): how far the ink has to be moved up to have as much of it in each row as the other has. Not
//  told by the boxes' edges: tall letters of the lines around reach into them.
export const knowInkBox = (page) =>
  page.evaluate(() => {
    window.inkBox = ({ data, width, height, scale }, rect, least = 60) => {
      const left = Math.max(0, Math.floor(rect.left * scale));
      const top = Math.max(0, Math.floor(rect.top * scale));
      const right = Math.min(width, Math.ceil(rect.right * scale));
      const bottom = Math.min(height, Math.ceil(rect.bottom * scale));
      const at = (x, y) => data[(y * width + x) * 4 + 1];
      const ground = at(left, top);
      let box = null;
      for (let y = top; y < bottom; ++y) {
        for (let x = left; x < right; ++x) {
          if (Math.abs(at(x, y) - ground) < least) continue;
          box ??= { left: x, top: y, right: x, bottom: y };
          box.left = Math.min(box.left, x);
          box.right = Math.max(box.right, x + 1);
          box.bottom = y + 1;
        }
      }
      return box && { left: box.left / scale, top: box.top / scale, right: box.right / scale, bottom: box.bottom / scale };
    };
    const rowsOf = ({ data, width, scale }, rect) => {
      const rows = [];
      for (let y = Math.round(rect.top * scale); y < Math.round(rect.bottom * scale); ++y) {
        let sum = 0;
        for (let x = Math.max(0, Math.floor(rect.left * scale)); x < Math.min(width, rect.right * scale); ++x) {
          sum += Math.abs(data[(y * width + x) * 4 + 1] - data[1]);
        }
        rows.push(sum);
      }
      return rows;
    };
    window.inkShift = (shot, other, rect) => {
      const [a, b] = [rowsOf(shot, rect), rowsOf(other, rect)];
      const most = 4 * shot.scale;
      let best = { shift: 0, off: Infinity };
      for (let shift = -most; shift <= most; ++shift) {
        let off = 0;
        for (let y = most; y < a.length - most; ++y) off += Math.abs(a[y + shift] - b[y]);
        if (off < best.off) best = { shift, off };
      }
      return best.shift / shot.scale;
    };
  });
