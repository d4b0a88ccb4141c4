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

// Lets the page know inkBox(shot, rect): the box of what is drawn in a rectangle of the window, in its points; null where
// nothing is. Ground is what most of the rectangle's edge is.
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
  });
