#version 300 es
// Text and shapes: the vertex colour, as much as red covers; premultiplied.
// highp, since half floats cannot name every texel of an atlas of 2048 pixels.
precision highp float;

uniform sampler2D image;

in vec2 uv;
in vec4 color;

out vec4 result;

void main() {
  float a = color.a * texture(image, uv).r;
  result = vec4(color.rgb * a, a);
}
