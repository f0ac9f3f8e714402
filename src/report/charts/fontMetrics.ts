import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { assetPath } from '../assets.js';

const METRICS = z.object({
  unitsPerEm: z.number(),
  advances: z.object({ 400: z.record(z.string(), z.number()), 700: z.record(z.string(), z.number()) }),
});

const metrics = METRICS.parse(JSON.parse(readFileSync(assetPath('fonts/metrics.json'), 'utf8')));

/** Advance of a character that the font lacks: wider than any digit, so that space is rather kept than lost. */
const UNKNOWN_ADVANCE = 600;

export type Weight = 400 | 700;

/**
 * Width of one line of text in the report's font.
 *
 * @param size font size in pixels
 * @returns pixels; kerning is not applied (within 3% of a browser)
 */
export function textWidth(text: string, size: number, weight: Weight = 400): number {
  const advances = metrics.advances[weight];
  let units = 0;
  for (const character of text) units += advances[character] ?? UNKNOWN_ADVANCE;
  return (units * size) / metrics.unitsPerEm;
}

/**
 * Breaks text at spaces into lines no wider than `limit` pixels; a longer single word keeps a line to itself.
 */
export function wrapText(text: string, limit: number, size: number, weight: Weight = 400): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, size, weight) > limit) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

/** The beginning of a text that fits into `limit` pixels, with an ellipsis where something is left out. */
export function shortened(text: string, limit: number, size: number, weight: Weight = 400): string {
  if (textWidth(text, size, weight) <= limit) return text;
  const characters = [...text];
  while (characters.length > 1 && textWidth(`${characters.join('')}…`, size, weight) > limit)
    characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

/** Widest line in pixels; 0 without any. */
export function widest(texts: readonly string[], size: number, weight: Weight = 400): number {
  return texts.reduce((width, text) => Math.max(width, textWidth(text, size, weight)), 0);
}
