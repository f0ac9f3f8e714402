import { concentration } from '../../statistics/concentration.js';
import type { Indicator } from '../catalogue/record.js';
import type { ConcentrationRecord } from '../model.js';
import { talliesOf } from '../needs.js';
import { eventsOf } from '../planner/events.js';
import type { Workbench } from '../planner/workbench.js';
import type { FindTotal } from './changes.js';

/** With fewer, how events are spread says nothing. */
const FEWEST_CHILDREN = 20;
const FEWEST_EPISODES = 50;

const BANDS = [
  { band: '1', from: 1, to: 1 },
  { band: '2', from: 2, to: 2 },
  { band: '3-5', from: 3, to: 5 },
  { band: '6-10', from: 6, to: 10 },
  { band: '11+', from: 11, to: Number.POSITIVE_INFINITY },
] as const;

/** How an indicator's episodes are spread over children, at pan-Lancashire, the boards and the districts, in every half-year. */
export function concentrations(
  bench: Workbench,
  indicator: Indicator,
  find: FindTotal,
): ConcentrationRecord[] {
  const counts = episodesPerChild(bench, indicator);
  return bench.localities.flatMap((area, areaPlace) => {
    if (!['pan', 'board', 'district'].includes(bench.areas.get(area).level)) return [];
    return bench.history.periods.flatMap((period, place) => {
      const observation = find(indicator.id, area, place);
      if (observation === undefined || observation.missing !== null) return [];
      return [{ indicator: indicator.id, area, period, ...spread(counts(areaPlace, place)) }];
    });
  });
}

function episodesPerChild(
  bench: Workbench,
  indicator: Indicator,
): (area: number, place: number) => readonly number[] {
  const [tally] = talliesOf(indicator.measure);
  if (tally === undefined) return () => [];
  const events = eventsOf(bench, tally, 'person');
  const around = bench.localitiesOf(tally.extract, tally.area);
  const halfYears = bench.history.periods.length;
  const cells = Array.from({ length: bench.localities.length * halfYears }, () => ({
    counts: [] as number[],
    thing: -1,
  }));
  events.rows.forEach((row, event) => {
    if (!events.named(event)) return;
    const thing = events.things[event] ?? -1;
    for (const area of around(row)) {
      const cell = cells[area * halfYears + (events.places[event] ?? 0)];
      if (cell === undefined) continue;
      if (cell.thing === thing) cell.counts[cell.counts.length - 1] = (cell.counts.at(-1) ?? 0) + 1;
      else {
        cell.thing = thing;
        cell.counts.push(1);
      }
    }
  });
  return (area, place) => cells[area * halfYears + place]?.counts ?? [];
}

type Spread = Omit<ConcentrationRecord, 'indicator' | 'area' | 'period'>;

function spread(counts: readonly number[]): Spread {
  const found = concentration(counts);
  const episodes = found?.events ?? 0;
  const common = {
    children: counts.length,
    episodes,
    repeatChildren: found?.repeatPeople ?? 0,
    bands: BANDS.map(({ band, from, to }) => {
      const inside = counts.filter((count) => count >= from && count <= to);
      return { band, children: inside.length, episodes: inside.reduce((sum, count) => sum + count, 0) };
    }),
  };
  if (found === null || counts.length < FEWEST_CHILDREN || episodes < FEWEST_EPISODES) {
    return {
      ...common,
      childrenMakingHalf: null,
      topTenthChildren: null,
      topTenthShare: null,
      chanceRepeatShare: null,
      refusal: `Fewer than ${FEWEST_CHILDREN} children or ${FEWEST_EPISODES} episodes.`,
    };
  }
  return {
    ...common,
    childrenMakingHalf: found.peopleMakingHalf,
    topTenthChildren: found.topTenthPeople,
    topTenthShare: found.topTenthShare,
    chanceRepeatShare: found.chanceRepeatShare,
    refusal: null,
  };
}
