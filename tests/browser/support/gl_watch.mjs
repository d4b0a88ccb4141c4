// Watches the page's own work from within it, before anything of the page runs: what it asks of requestAnimationFrame and of
// WebGL, what its textures hold, and what each frame left on the canvas. Serialised into the page: uses nothing from outside.
// window.counted: { raf, gl, textureBytes, mostTextureBytes, frames: [{ draws, reads, calls }] }, and window.inspectFrame, when
// set, is called with the context at the end of each frame that drew, while its pixels can still be read.
export function watchGl() {
  const counted = { raf: 0, gl: 0, textureBytes: 0, mostTextureBytes: 0, frames: [] };
  window.counted = counted;
  window.inspectFrame = null;
  const own = {}; // the functions of WebGL, which inspections use
  window.ownGl = own;
  let frame = { draws: 0, reads: [], calls: 0 };

  // Whatever has an answer waits for the GPU process, unless the browser can give it alone.
  const waits = /^(get(?!Extension$|ContextAttributes$|SupportedExtensions$)|is(?!ContextLost$)|readPixels$|check|finish$|clientWaitSync$)/;

  // Bytes of a texture's first level: four a pixel, one where it holds coverage.
  const bytesOf = (format, width, height) => width * height * (format === 0x8229 /* R8 */ || format === 0x1903 /* RED */ ? 1 : 4);
  const sizes = new Map(); // WebGLTexture -> bytes
  const bound = new Map(); // texture unit -> WebGLTexture
  let unit = 0x84c0; // TEXTURE0
  const hold = (texture, bytes) => {
    if (!texture) return;
    counted.textureBytes += bytes - (sizes.get(texture) ?? 0);
    sizes.set(texture, bytes);
    counted.mostTextureBytes = Math.max(counted.mostTextureBytes, counted.textureBytes);
  };
  const notes = {
    activeTexture: (which) => (unit = which),
    bindTexture: (_, texture) => bound.set(unit, texture),
    texImage2D: (...values) => {
      const [, , format, second, third] = values;
      const source = values[5];
      // The short form takes its size from a picture.
      const [width, height] = values.length === 6 ? [source.width, source.height] : [second, third];
      hold(bound.get(unit), bytesOf(format, width, height));
    },
    texStorage2D: (_, __, format, width, height) => hold(bound.get(unit), bytesOf(format, width, height)),
    deleteTexture: (texture) => {
      hold(texture, 0);
      sizes.delete(texture);
    },
  };

  for (const name of Object.getOwnPropertyNames(WebGL2RenderingContext.prototype)) {
    const { value } = Object.getOwnPropertyDescriptor(WebGL2RenderingContext.prototype, name);
    if (typeof value !== "function" || name === "constructor") continue;
    own[name] = value;
    WebGL2RenderingContext.prototype[name] = function (...values) {
      ++counted.gl;
      ++frame.calls;
      if (name.startsWith("draw")) {
        ++frame.draws;
        counted.context = this;
      }
      if (waits.test(name)) frame.reads.push(name);
      notes[name]?.(...values);
      return value.apply(this, values);
    };
  }

  const request = window.requestAnimationFrame.bind(window);
  window.ownRequestAnimationFrame = request; // what a test asks for itself is not the page's
  window.requestAnimationFrame = (callback) => {
    ++counted.raf;
    return request((now) => {
      frame = { draws: 0, reads: [], calls: 0 };
      callback(now);
      if (!frame.draws) return;
      counted.frames.push(frame);
      window.inspectFrame?.(counted.context);
    });
  };
}
