import { expect } from 'vitest';
import { findIndicator } from '../../src/analysis/catalogue/index.js';
import type { AnalysisInput } from '../../src/analysis/input.js';
import { trace } from '../../src/analysis/trace/trace.js';
import { loadAreas } from '../../src/reference/areas.js';
import { parsePeriod } from '../../src/reference/calendar.js';
import { counts } from '../analysis/counts.js';

/**
 * `numerator/denominator (unknown)` of a figure. On the way the same figure is followed from its rows by `profile trace`: what that counts
 * must be what the analysis counts, and every row must be kept out by one rule or left.
 */
export function assured(
  input: AnalysisInput,
  indicator: string,
  area = 'PAN-LANCS',
  period = '2018-H1',
  category = 'all',
): string {
  const found = counts(input, indicator, area, period, category);
  const record = findIndicator(indicator);
  const areas = loadAreas();
  if (category !== 'all' || record === undefined || !areas.has(area)) return found;
  const { numerator, denominator, reported } = trace(input, record, area, parsePeriod(period));
  for (const one of [numerator, denominator]) {
    if (one === null) continue;
    expect(one.rows).toBe(one.steps.reduce((sum, { keptOut }) => sum + keptOut, one.left));
  }
  if (reported.missing !== null) return found;
  if (numerator !== null) expect(numerator.counted).toBe(reported.numerator);
  if (denominator !== null) expect(denominator.counted).toBe(reported.denominator);
  return found;
}
