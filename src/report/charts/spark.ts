import type { Figure } from '../../disclosure/model.js';
import { numberOf, numbersOf } from './figures.js';
import { COLOUR } from './theme.js';

const WIDTH = 132;
const HEIGHT = 36;
const EDGE = 5;

/**
 * A line of a card's last half-years, without axes: the shape only, decorative beside the value and its sentence.
 * Hidden values leave gaps; fewer than two published values draw nothing.
 */
export function spark(figures: readonly Figure[]): string {
  const values = numbersOf(figures);
  if (values.length < 2) return '';
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const step = (WIDTH - 2 * EDGE) / Math.max(1, figures.length - 1);
  const xOf = (index: number): string => (EDGE + step * index).toFixed(1);
  const yOf = (value: number): string =>
    (high === low
      ? HEIGHT / 2
      : HEIGHT - EDGE - ((value - low) / (high - low)) * (HEIGHT - 2 * EDGE)
    ).toFixed(1);
  let open = false;
  let path = '';
  for (const [index, figure] of figures.entries()) {
    const value = numberOf(figure);
    if (value !== null) path += `${open ? 'L' : 'M'}${xOf(index)} ${yOf(value)}`;
    open = value !== null;
  }
  const last = figures.at(-1);
  const value = last === undefined ? null : numberOf(last);
  const dot =
    value === null
      ? ''
      : `<circle cx="${xOf(figures.length - 1)}" cy="${yOf(value)}" r="4" fill="${COLOUR.navy}"/>`;
  const line = `<path d="${path}" stroke="${COLOUR.mid}" stroke-width="1.75" fill="none" stroke-linejoin="round"/>`;
  return `<svg class="c spark" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" aria-hidden="true" focusable="false">${line}${dot}</svg>`;
}
