import type { AreaCode } from '../reference/brands.js';
import type { SeriesBreak } from './input.js';
import type { Workbench } from './planner/workbench.js';

/** Whether a break concerns an indicator: by its id, or the beginning of it. */
export function concerns(series: SeriesBreak, indicator: string): boolean {
  return series.indicators.some((id) =>
    id.endsWith('*') ? indicator.startsWith(id.slice(0, -1)) : indicator === id,
  );
}

/** Where changes of definition or recording break the series. */
export class Breaks {
  constructor(
    private readonly bench: Workbench,
    private readonly breaks: readonly SeriesBreak[],
  ) {}

  /** True when new practice begins in the half-year: it may not be read on from the one before. */
  startsIn(indicator: string, area: AreaCode, place: number): boolean {
    const { starts, ends } = this.bench.history;
    return this.any(indicator, area, (from) => from >= (starts[place] ?? 0) && from <= (ends[place] ?? 0));
  }

  /** True when two half-years were not counted alike from beginning to end. */
  between(indicator: string, area: AreaCode, earlier: number, later: number): boolean {
    const { starts, ends } = this.bench.history;
    return this.any(indicator, area, (from) => from > (starts[earlier] ?? 0) && from <= (ends[later] ?? 0));
  }

  private any(indicator: string, area: AreaCode, when: (from: number) => boolean): boolean {
    return this.breaks.some(
      (each) =>
        when(each.from) &&
        concerns(each, indicator) &&
        (each.areas.length === 0 || each.areas.some((code) => this.overlap(code, area))),
    );
  }

  private overlap(code: string, area: AreaCode): boolean {
    if (!this.bench.areas.has(code)) return false;
    const own = this.bench.areas.districtsOf(area);
    return this.bench.areas.districtsOf(code).some((district) => own.includes(district));
  }
}
