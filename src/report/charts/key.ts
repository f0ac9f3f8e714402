/** A small picture of a mark, 26 by 14 pixels, and what the mark means. */
export interface KeyItem {
  readonly swatch: Swatch;
  readonly text: string;
}

export type Swatch =
  | { readonly kind: 'line'; readonly colour: string; readonly shape: string }
  | { readonly kind: 'dash'; readonly colour: string }
  | { readonly kind: 'range'; readonly colour: string }
  | { readonly kind: 'band'; readonly colour: string }
  | { readonly kind: 'bar'; readonly colour: string }
  | { readonly kind: 'mark'; readonly shape: string; readonly fill: string; readonly stroke: string }
  | { readonly kind: 'hidden' }
  | { readonly kind: 'blank' }
  | { readonly kind: 'percent' }
  | { readonly kind: 'letter'; readonly letter: string };

export const SWATCH_WIDTH = 26;
export const SWATCH_HEIGHT = 14;

const SHAPES: Readonly<Record<string, string>> = {
  circle: 'M18 7a5 5 0 1 1-10 0a5 5 0 1 1 10 0z',
  square: 'M8.5 2.5h9v9h-9z',
  diamond: 'M13 .5l6.5 6.5-6.5 6.5L6.5 7z',
  'triangle-up': 'M13 1l6.5 12h-13z',
  'triangle-down': 'M13 13L6.5 1h13z',
};

function shapePath(shape: string, fill: string, stroke: string): string {
  const outline = stroke === '#ffffff' ? '' : ` stroke="${stroke}" stroke-width="1.5"`;
  return `<path d="${SHAPES[shape] ?? SHAPES['circle'] ?? ''}" fill="${fill}"${outline}/>`;
}

/**
 * SVG marks of a swatch inside a box of {@link SWATCH_WIDTH} by {@link SWATCH_HEIGHT}, with the origin at its top left.
 */
export function swatchMarks(swatch: Swatch): string {
  switch (swatch.kind) {
    case 'line':
      return `<path d="M0 7h26" stroke="${swatch.colour}" stroke-width="3"/>${shapePath(swatch.shape, swatch.colour, '#ffffff')}`;
    case 'dash':
      return `<path d="M0 7h26" stroke="${swatch.colour}" stroke-width="2" stroke-dasharray="5 3"/>`;
    case 'range':
      return `<path d="M1 7h24" stroke="${swatch.colour}" stroke-width="2"/>`;
    case 'band':
      return `<path d="M0 1h26v12H0z" fill="${swatch.colour}"/>`;
    case 'bar':
      return `<path d="M5 0h16v14H5z" fill="${swatch.colour}"/>`;
    case 'mark':
      return shapePath(swatch.shape, swatch.fill, swatch.stroke);
    case 'hidden':
      return '<path d="M4.5 .5h17v13h-17z" fill="#fff" stroke="#858686" stroke-width="1.5" stroke-dasharray="4 3"/>';
    case 'blank':
      return '<path d="M4 0h18v14H4z" fill="#f3f3f3" stroke="#cecece"/>';
    case 'percent':
      return '<text x="13" y="12.5" font-size="16" font-weight="700" text-anchor="middle" fill="#12436d">%</text>';
    case 'letter':
      return `<path d="M20 7a7 7 0 1 1-14 0a7 7 0 1 1 14 0z" fill="#484949"/><text x="13" y="11.6" font-size="13" font-weight="700" text-anchor="middle" fill="#fff">${swatch.letter}</text>`;
  }
}
