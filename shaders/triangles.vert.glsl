#version 300 es
// Shared by both programs. Positions are pixels from the top left of the canvas.
uniform vec2 projection;  // (2 / width, -2 / height)

layout(location = 0) in vec2 position;
layout(location = 1) in vec2 texel;
layout(location = 2) in vec4 rgba;

out vec2 uv;
out vec4 color;

void main() {
  uv = texel;
  color = rgba;
  gl_Position = vec4(position * projection + vec2(-1.0, 1.0), 0.0, 1.0);
}
