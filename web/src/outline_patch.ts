// The JSON of outline patches, as app/core/outline.h writes it.

export type Rect = readonly [x: number, y: number, w: number, h: number];
export type Line = readonly [text: string, x: number, y: number, w: number, elided?: 1];

export interface OutlineNode {
  k: string;
  s?: string;
  r: string;
  n?: string;
  d?: string;
  b: Rect;
  lang?: string;
  dir?: string;
  o?: number;
  data?: Record<string, string>;
  pos?: number;
  size?: number;
  level?: number;
  t?: readonly Line[];
  fs?: number;
  lh?: number;
  fw?: number;
  v?: string;
  min?: number;
  max?: number;
  step?: number;
  href?: string;
  on?: boolean;
  f?: boolean;
  c?: readonly OutlineNode[];
}

export interface OutlineSurface {
  id: string;
  rect: Rect;
  height: number;
  origin?: number;
  label?: string;
}

export interface OutlinePatch {
  surfaces?: readonly OutlineSurface[];
  set?: readonly OutlineNode[];
  del?: readonly string[];
  status?: string;
  alert?: string;
  lang?: string;
  dark?: boolean;
}
