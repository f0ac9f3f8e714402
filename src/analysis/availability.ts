import type { ExtractName } from '../extracts/schema.js';
import { NULL_INT } from '../extracts/table.js';
import type { Indicator } from './catalogue/record.js';
import type { AnalysisInput } from './input.js';
import { crossesAgencies, LEAST_LINKED, linkedShare } from './linked.js';
import type { ExtractReturn, Observation } from './model.js';
import { linksOf, needsOf, talliesOf } from './needs.js';
import type { AreaChoice, Workbench } from './planner/workbench.js';
import { unfilledReason } from './unfilled.js';

/** Why a figure cannot be given at a locality and half-year, or that it is provisional. */
export interface Availability {
  readonly missing: Observation['missing'];
  readonly provisional: boolean;
}

/** An absent extract that used to hold at least this share of a locality's rows makes its figures unusable. */
const ESSENTIAL_SHARE = 0.05;

/** Also given for figures about what agencies know together. */
export const TOO_FEW_LINKED = 'Too few children could be linked between the extracts for a fair figure.';

const AVAILABLE: Availability = { missing: null, provisional: false };

/**
 * Judges figures by what partners sent. Missing is not nil: where an expected extract has not come, the localities that the
 * agency reports on have no figure. Which these are is seen from its extracts of other half-years; an agency that never sent
 * the extract may cover any locality.
 */
export class Availabilities {
  private readonly known = new Map<Indicator, Map<number, Availability>>();
  private readonly byExtract = new Map<string, Availability>();
  private readonly lowerBound = new Map<Indicator, boolean>();
  private readonly blank = new Map<Indicator, string | null>();
  private readonly unlinked = new Map<Indicator, boolean>();
  private readonly returns = new Map<string, ExtractReturn[]>();
  private readonly olderCases = new Map<string, boolean>();
  private readonly shares = new Map<ExtractName, ReadonlyMap<string, Float64Array>>();

  constructor(
    private readonly bench: Workbench,
    input: AnalysisInput,
  ) {
    for (const each of input.returns) {
      const key = `${each.extract} ${each.period}`;
      this.returns.set(key, [...(this.returns.get(key) ?? []), each]);
    }
  }

  /** @param area and `place`: places of the locality and the half-year */
  of(indicator: Indicator, area: number, place: number): Availability {
    const own = this.known.get(indicator) ?? new Map<number, Availability>();
    this.known.set(indicator, own);
    const cell = area * this.bench.history.periods.length + place;
    const found = own.get(cell) ?? this.find(indicator, area, place);
    own.set(cell, found);
    return found;
  }

  private find(indicator: Indicator, area: number, place: number): Availability {
    const shape = this.shapeOf(indicator, area, place);
    if (shape !== null) return { missing: shape, provisional: false };
    let provisional = false;
    for (const { extract, back } of needsOf(indicator)) {
      const from = back === 0 ? place : place + 1 - (back + 1) * this.bench.history.perHalfYear;
      if (from < 0) return missing('x', 'Needs a longer history than the extracts have.');
      for (let at = from; at <= place; at++) {
        const found = this.extractAt(extract, area, at);
        if (found.missing !== null) return found;
        provisional ||= found.provisional;
      }
    }
    const blank = this.blankReason(indicator);
    if (blank !== null) return missing('x', blank);
    if (this.isUnlinked(indicator)) return missing('x', TOO_FEW_LINKED);
    return provisional ? { missing: null, provisional } : AVAILABLE;
  }

  private blankReason(indicator: Indicator): string | null {
    const known = this.blank.get(indicator);
    if (known !== undefined) return known;
    const found = unfilledReason(this.bench, indicator);
    this.blank.set(indicator, found);
    return found;
  }

  private isUnlinked(indicator: Indicator): boolean {
    const found =
      this.unlinked.get(indicator) ??
      linksOf(indicator).some(([one, other]) => (linkedShare(this.bench, one, other) ?? 1) < LEAST_LINKED);
    this.unlinked.set(indicator, found);
    return found;
  }

  /**
   * True when the indicator finds children of one agency in the extract of another: links that were not found make it too low,
   * by how much is not known. It has no range then, and no verdict.
   */
  isLowerBound(indicator: Indicator): boolean {
    const found =
      this.lowerBound.get(indicator) ??
      linksOf(indicator).some(([one, other]) => crossesAgencies(this.bench, one, other));
    this.lowerBound.set(indicator, found);
    return found;
  }

  private shapeOf(indicator: Indicator, area: number, place: number): Observation['missing'] {
    const code = this.bench.localities[area];
    const level = code === undefined ? 'district' : this.bench.areas.get(code).level;
    for (const tally of talliesOf(indicator.measure)) {
      if (level !== 'pan' && tally.area === 'pan')
        return { symbol: 'z', reason: 'Given for the whole area only.' };
      if (level !== 'pan' && level !== 'board' && typeof tally.area === 'object' && 'board' in tally.area) {
        return { symbol: 'z', reason: 'Given for the boards and the whole area only.' };
      }
      if (
        'openFrom' in tally.period &&
        place < this.bench.history.perYear &&
        !this.holdsOlderCases(tally.extract, tally.period.openFrom)
      ) {
        return { symbol: 'x', reason: 'Cases opened before the first extract are not in it.' };
      }
    }
    const { periods, perHalfYear } = this.bench.history;
    if (place + indicator.followUp * perHalfYear >= periods.length) {
      return { symbol: 'x', reason: 'Given once a year has passed.' };
    }
    return null;
  }

  private holdsOlderCases(extract: ExtractName, field: string): boolean {
    const key = `${extract} ${field}`;
    const start = this.bench.history.starts[0] ?? 0;
    const found =
      this.olderCases.get(key) ??
      this.bench
        .frame(extract)
        .day(field)
        .some((day) => day !== NULL_INT && day < start);
    this.olderCases.set(key, found);
    return found;
  }

  private extractAt(extract: ExtractName, area: number, place: number): Availability {
    const key = `${extract} ${area} ${place}`;
    const known = this.byExtract.get(key);
    if (known !== undefined) return known;
    const found = this.judge(extract, area, place);
    this.byExtract.set(key, found);
    return found;
  }

  private judge(extract: ExtractName, area: number, place: number): Availability {
    const returns = this.returns.get(`${extract} ${this.bench.history.halfYears[place]}`) ?? [];
    const expected = returns.filter(({ status }) => status !== 'not expected');
    if (expected.length === 0)
      return missing('x', `No partner sends the extract ${extract} for this half-year.`);
    let provisional = false;
    for (const { agency, status } of expected) {
      if (status !== 'missing') continue;
      const share = this.shareOf(extract, agency, area);
      if (share === null || share >= ESSENTIAL_SHARE) {
        return missing('x', `The extract ${extract} of ${agency} has not arrived.`);
      }
      provisional ||= share > 0;
    }
    return provisional ? { missing: null, provisional } : AVAILABLE;
  }

  /** Share of an agency in a locality's rows over the whole history; null when the agency never sent a row. */
  private shareOf(extract: ExtractName, agency: string, area: number): number | null {
    const shares = this.shares.get(extract) ?? sharesOf(this.bench, extract);
    this.shares.set(extract, shares);
    return shares.get(agency)?.[area] ?? null;
  }
}

function missing(symbol: 'x' | 'z', reason: string): Availability {
  return { missing: { symbol, reason }, provisional: false };
}

/** Fields by which an extract's rows are placed, for seeing which localities an agency reports on. */
const PLACED_BY: Readonly<Partial<Record<ExtractName, AreaChoice>>> = {
  'missing-episodes': { district: 'district_missing_from' },
  referrals: { district: 'district_home' },
  offences: { district: 'district_offence' },
  suspects: { district: 'district_offence' },
  intelligence: { district: 'district' },
  disruption: { district: 'district' },
  education: { district: 'district' },
  health: { district: 'district' },
  training: { district: 'district' },
  engagement: { district: 'district' },
  actions: { board: 'owner_board' },
};

function sharesOf(bench: Workbench, extract: ExtractName): Map<string, Float64Array> {
  const around = bench.localitiesOf(extract, PLACED_BY[extract] ?? 'pan');
  const { dictionary, index } = bench.frame(extract).code('sent_by');
  const counts = dictionary.map(() => new Float64Array(bench.localities.length));
  const all = new Float64Array(bench.localities.length);
  index.forEach((agency, row) => {
    const own = counts[agency];
    if (own === undefined) return;
    for (const area of around(row)) {
      own[area] = (own[area] ?? 0) + 1;
      all[area] = (all[area] ?? 0) + 1;
    }
  });
  return new Map(
    dictionary.map((agency, i) => [
      agency,
      (counts[i] ?? new Float64Array()).map((count, area) => count / Math.max(1, all[area] ?? 0)),
    ]),
  );
}
