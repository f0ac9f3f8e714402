import type { PublishedObservation } from '../../disclosure/model.js';
import { formatFigure } from '../numbers.js';
import type { ProfileView } from '../view.js';
import type { Comparison } from './change.js';
import { isShown } from './figures.js';

export type Evidence = 'strong' | 'moderate' | 'limited';

export interface Grade {
  readonly evidence: Evidence;
  readonly why: string;
}

const STRONG_FROM = 100;
const LIMITED_BELOW = 30;
const UNKNOWN_LIMIT = 0.2;

function size(o: PublishedObservation | undefined): number | null {
  if (o === undefined) return null;
  const base = isShown(o.denominator) && !o.populationBase ? o.denominator : o.numerator;
  return isShown(base) ? base.number : null;
}

function shareUnknown(o: PublishedObservation | undefined): number {
  if (o === undefined || !isShown(o.unknown)) return 0;
  const known = size(o) ?? 0;
  return known + o.unknown.number === 0 ? 0 : o.unknown.number / (known + o.unknown.number);
}

/**
 * How far a finding can be trusted, by rules that are printed in the annex:
 * - limited: an expected extract is late, a break lies within the series, the smaller base is under 30, or over a fifth of
 *   the answers are unknown;
 * - strong: both bases are 100 or more, nothing of the above, and under a tenth unknown;
 * - moderate: everything else.
 */
export function gradeOf(view: ProfileView, comparison: Comparison): Grade {
  const { now, earlier: then } = comparison;
  const series = view.published.series(comparison.indicator, now?.area ?? view.area);
  const sizes = [size(now), ...(then === undefined ? [] : [size(then)])];
  const least = sizes.some((n) => n === null) ? null : Math.min(...sizes.flatMap((n) => n ?? []));
  const unknown = shareUnknown(now);
  if (now?.provisional === true) return { evidence: 'limited', why: 'an expected extract has not arrived' };
  if (series.slice(-2).some((o) => o.breakBefore)) {
    return { evidence: 'limited', why: 'recording changed within the last year' };
  }
  if (least === null) return { evidence: 'limited', why: 'part of the numbers cannot be shown' };
  if (least < LIMITED_BELOW)
    return { evidence: 'limited', why: `based on fewer than ${LIMITED_BELOW} a half-year` };
  if (unknown > UNKNOWN_LIMIT)
    return { evidence: 'limited', why: 'over a fifth of the answers are not recorded' };
  if (least >= STRONG_FROM && unknown < UNKNOWN_LIMIT / 2) {
    return { evidence: 'strong', why: `at least ${formatCount(now, then)} in each half-year` };
  }
  return {
    evidence: 'moderate',
    why:
      unknown >= UNKNOWN_LIMIT / 2
        ? 'a tenth or more of the answers are not recorded'
        : `fewer than ${STRONG_FROM} in a half-year`,
  };
}

/** The smaller published base, written out. */
function formatCount(now: PublishedObservation | undefined, then: PublishedObservation | undefined): string {
  const shown = [now, then].flatMap((o) => {
    if (o === undefined) return [];
    const base = isShown(o.denominator) && !o.populationBase ? o.denominator : o.numerator;
    return isShown(base) ? [base] : [];
  });
  const [least] = shown.sort((a, b) => a.number - b.number);
  return least === undefined ? String(STRONG_FROM) : formatFigure(least, 'count');
}
