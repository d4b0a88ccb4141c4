#version 300 es
// Pictures and emoji, which are premultiplied: times the vertex colour, which is not.
precision highp float;

uniform sampler2D image;

in vec2 uv;
in vec4 color;

out vec4 result;

void main() { result = texture(image, uv) * vec4(color.rgb * color.a, color.a); }
