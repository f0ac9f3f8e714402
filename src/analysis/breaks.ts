import { catalogue } from './catalogue/index.js';
import type { Indicator } from './catalogue/record.js';
import type { SeriesBreak } from './input.js';
import { talliesOf } from './needs.js';
import { countKey } from './planner/keys.js';
import type { Workbench } from './planner/workbench.js';

/**
 * Where changes of definition or recording break the series. A break that is declared for a count breaks whatever else shows the
 * same count, its rate for example, whether or not that is declared too; shares are broken only where they are named.
 */
export class Breaks {
  private readonly own = new Map<Indicator, readonly SeriesBreak[]>();
  private readonly districts: readonly ReadonlySet<string>[];

  constructor(
    private readonly bench: Workbench,
    private readonly breaks: readonly SeriesBreak[],
  ) {
    this.districts = bench.localities.map((area) => new Set<string>(bench.areas.districtsOf(area)));
  }

  /** True when new practice begins in the half-year: it may not be read on from the one before. */
  startsIn(indicator: Indicator, area: number, place: number): boolean {
    const { starts, ends } = this.bench.history;
    return this.any(indicator, area, starts[place] ?? 0, ends[place] ?? 0);
  }

  /** True when two half-years were not counted alike from beginning to end. */
  between(indicator: Indicator, area: number, earlier: number, later: number): boolean {
    const { starts, ends } = this.bench.history;
    return this.any(indicator, area, (starts[earlier] ?? 0) + 1, ends[later] ?? 0);
  }

  private any(indicator: Indicator, area: number, first: number, last: number): boolean {
    return this.of(indicator).some(
      ({ from, areas }) =>
        from >= first &&
        from <= last &&
        (areas.length === 0 || areas.some((code) => this.touches(code, area))),
    );
  }

  private of(indicator: Indicator): readonly SeriesBreak[] {
    const known = this.own.get(indicator);
    if (known !== undefined) return known;
    const names = namesOf(indicator);
    const found = this.breaks.filter(({ indicators }) =>
      indicators.some((id) => names.some((name) => isMeant(id, name))),
    );
    this.own.set(indicator, found);
    return found;
  }

  private touches(code: string, area: number): boolean {
    if (!this.bench.areas.has(code)) return false;
    return this.bench.areas
      .districtsOf(code)
      .some((district) => this.districts[area]?.has(district) === true);
  }
}

/** The indicator's id, or the beginning of ids followed by `*`. */
function isMeant(id: string, name: string): boolean {
  return id.endsWith('*') ? name.startsWith(id.slice(0, -1)) : id === name;
}

/** Ids of the indicator and of those that show the same count. */
function namesOf(indicator: Indicator): string[] {
  const count = countShown(indicator);
  const same = catalogue.filter((other) => count !== null && countShown(other) === count);
  return [indicator.id, ...same.map(({ id }) => id)];
}

function countShown({ measure }: Indicator): string | null {
  if (measure.kind !== 'count' && measure.kind !== 'rate') return null;
  const [tally] = talliesOf(measure);
  return tally === undefined ? null : countKey(tally);
}
