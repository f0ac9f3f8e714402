import type { Observation } from '../analysis/model.js';
import { isGone } from './asFirst.js';
import type { EditionPlan } from './protect.js';

/** A breakdown of an indicator, with how much of it an edition hides and what would help most. */
export interface Redesign {
  readonly indicator: string;
  readonly breakdown: string;
  readonly laidOut: number;
  readonly hidden: number;
  /** Two categories that would be better counted as one, and how many small counts fewer there would then be; null when no two would help. */
  readonly merge: { readonly categories: readonly [string, string]; readonly spared: number } | null;
}

/** How much of what an edition lays out is hidden, from 0 to 1; 0 for an edition that lays out nothing. */
export function hiddenShare(plan: EditionPlan): number {
  const { layout, laying } = plan;
  let printed = 0;
  let gone = 0;
  layout.system.virtual.forEach((virtual, cell) => {
    if (virtual || !laying.printed(cell)) return;
    printed += 1;
    if (isGone(plan, cell)) gone += 1;
  });
  return printed === 0 ? 0 : gone / printed;
}

/**
 * The breakdowns of which an edition hides most, with the two categories each that would spare most small counts if they were one: where nearly every count is small, no choice of what to
 * hide rescues the table.
 * @param most how many breakdowns
 * @returns worst first
 */
export function redesigns(plan: EditionPlan, most = 3): readonly Redesign[] {
  const { results, layout, laying, options } = plan;
  const groups = new Map<string, { readonly shown: Observation[]; hidden: number }>();
  results
    .flatMap((result) => result.observations)
    .forEach((o, i) => {
      const cell = layout.observations[i]?.numerator ?? null;
      if (cell === null || !laying.printed(cell)) return;
      const key = `${o.indicator}|${o.breakdown}`;
      const group = groups.get(key) ?? { shown: [], hidden: 0 };
      groups.set(key, group);
      group.shown.push(o);
      if (isGone(plan, cell)) group.hidden += 1;
    });
  return [...groups]
    .map(([key, group]): Redesign => {
      const [indicator = '', breakdown = ''] = key.split('|');
      return {
        indicator,
        breakdown,
        laidOut: group.shown.length,
        hidden: group.hidden,
        merge:
          breakdown === 'total' ? null : bestMerge(group.shown, options.threshold, breakdown === 'age-band'),
      };
    })
    .filter((one) => one.hidden > 0)
    .sort(
      (a, b) =>
        b.hidden - a.hidden || (`${a.indicator}${a.breakdown}` < `${b.indicator}${b.breakdown}` ? -1 : 1),
    )
    .slice(0, most);
}

/** @param inOrder only neighbours may be merged, in the order of their codes */
function bestMerge(
  observations: readonly Observation[],
  threshold: number,
  inOrder: boolean,
): Redesign['merge'] {
  const places = new Map<string, Map<string, number>>();
  for (const { area, period, category, numerator } of observations) {
    if (numerator === null) continue;
    const place = places.get(`${area}|${period}`) ?? new Map<string, number>();
    places.set(`${area}|${period}`, place);
    place.set(category, numerator);
  }
  const categories = [...new Set(observations.map(({ category }) => category))].sort();
  const small = (value: number): number => (value >= 1 && value < threshold ? 1 : 0);
  let best: Redesign['merge'] = null;
  categories.forEach((first, i) => {
    for (const second of categories.slice(i + 1, inOrder ? i + 2 : undefined)) {
      let spared = 0;
      for (const place of places.values()) {
        const [a, b] = [place.get(first) ?? 0, place.get(second) ?? 0];
        spared += small(a) + small(b) - small(a + b);
      }
      if (spared > (best?.spared ?? 0)) best = { categories: [first, second], spared };
    }
  });
  return best;
}
