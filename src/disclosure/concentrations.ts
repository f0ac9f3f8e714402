import type { ConcentrationRecord } from '../analysis/model.js';
import type { ConcentrationCells } from './figureCells.js';
import type { Figure, PublishedConcentration } from './model.js';
import { HIDDEN, shown, symbol } from './publish.js';
import type { Pattern } from './suppress.js';

const NOTHING = symbol('z');

/**
 * How episodes are spread over children, as the edition may show it. Shares that rest on fewer children than the
 * threshold are hidden: they would tell how much is known of a handful of children.
 */
export function publishConcentration(
  record: ConcentrationRecord,
  cells: ConcentrationCells | null,
  hidden: Pattern,
  threshold: number,
): PublishedConcentration {
  const { indicator, area, period, refusal } = record;
  if (cells === null) {
    return {
      indicator,
      area,
      period,
      children: NOTHING,
      episodes: NOTHING,
      childrenMakingHalf: NOTHING,
      topTenthChildren: NOTHING,
      topTenthShare: NOTHING,
      repeatChildren: NOTHING,
      chanceRepeatShare: NOTHING,
      bands: record.bands.map(({ band }) => ({ band, children: NOTHING, episodes: NOTHING })),
      refusal,
    };
  }
  const count = (value: number | null, cell: number | null): Figure => {
    if (value === null || cell === null) return NOTHING;
    return hidden[cell] ? HIDDEN : shown(value);
  };
  const children = count(record.children, cells.children);
  const episodes = count(record.episodes, cells.episodes);
  const whole = 'number' in children && 'number' in episodes;
  const tenthShown = whole && record.topTenthChildren !== null && record.topTenthChildren >= threshold;
  return {
    indicator,
    area,
    period,
    children,
    episodes,
    childrenMakingHalf: whole ? count(record.childrenMakingHalf, cells.half) : HIDDEN,
    topTenthChildren: tenthShown ? shown(record.topTenthChildren ?? 0) : HIDDEN,
    topTenthShare: tenthShown && record.topTenthShare !== null ? shown(record.topTenthShare) : HIDDEN,
    repeatChildren: count(record.repeatChildren, cells.repeat),
    chanceRepeatShare: whole && record.chanceRepeatShare !== null ? shown(record.chanceRepeatShare) : HIDDEN,
    bands: record.bands.map(({ band, children: inBand, episodes: times }, index) => ({
      band,
      children: count(inBand, cells.bands[index]?.children ?? null),
      episodes: count(times, cells.bands[index]?.episodes ?? null),
    })),
    refusal,
  };
}
