// The textures of C++ as the page sees them. C++ owns all GL state; what is changed here is what it expects to be
// changed: after an upload the texture that got it is the one bound to TEXTURE_2D of the active unit.

export interface Gl {
  texture(id: number): WebGLTexture | null;
  context(): WebGL2RenderingContext | null;
}

export function makeTexture(gl: WebGL2RenderingContext, source: TexImageSource): void {
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, gl.RGBA, gl.UNSIGNED_BYTE, source);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
}
